// What failed, and the counts: the last lines of a test run.

export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    if (data.skip !== undefined) {
      counts.skipped += 1;
      yield `\nskipped: ${data.name} (${data.skip === true ? 'no reason given' : data.skip})\n`;
    } else if (type === 'test:pass') counts.passed += 1;
    else {
      counts.failed += 1;
      yield `\nfailed: ${data.file ?? ''} ${data.name}\n${data.details?.error?.cause?.stack ?? data.details?.error ?? ''}\n`;
    }
  }
  yield `\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
}
