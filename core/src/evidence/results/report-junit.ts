import { readMoment } from '../formats/moments.ts';
import type { Slip } from '../formats/slip.ts';
import type { Metric, Special } from './reported.ts';

interface Counts {
  readonly line: number;
  cases: number;
  failed: number;
  skipped: number;
}

interface Suite extends Counts {
  readonly name: string;
}

/** A JUnit report, its cases counted again: what its suites say of themselves may disagree with what they hold. */
export async function junit(text: string): Promise<Special | { readonly unclear: string; readonly slip?: Slip }> {
  if (/<!DOCTYPE/i.test(text)) return { unclear: 'it has a DOCTYPE, which nobody follows' };
  const { SaxesParser } = await import('../formats/xml.ts');
  const parser = new SaxesParser();
  const open: Suite[] = [];
  const suites: Suite[] = [];
  const whole: Counts = { line: 1, cases: 0, failed: 0, skipped: 0 };
  let timestamp: { text: string; line: number } | undefined;
  let isJunit = false;
  let slip: Slip | undefined;
  let state: 'passed' | 'failed' | 'skipped' | undefined;

  const noteSlip = () => {
    const last = text.trimEnd().split('\n').length;
    slip ??= { format: 'XML', line: Math.min(parser.line, last), ends: parser.line >= last };
  };
  parser.on('error', noteSlip);
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'testsuites' || name === 'testsuite') isJunit = true;
    if (attributes.timestamp !== undefined && /^testsuites?$/.test(name))
      timestamp ??= { text: attributes.timestamp, line: parser.line };
    if (name === 'testsuite') {
      const suite = { name: attributes.name ?? '', line: parser.line, cases: 0, failed: 0, skipped: 0 };
      open.push(suite);
      suites.push(suite);
    } else if (name === 'testcase') state = 'passed';
    else if (state !== undefined && (name === 'failure' || name === 'error')) state = 'failed';
    else if (state === 'passed' && name === 'skipped') state = 'skipped';
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'testsuite') open.pop();
    if (name !== 'testcase') return;
    // A suite holds the cases of the suites in it.
    for (const suite of [whole, ...open]) {
      suite.cases += 1;
      if (state === 'failed') suite.failed += 1;
      if (state === 'skipped') suite.skipped += 1;
    }
    state = undefined;
  });
  try {
    for (let at = 0; at < text.length && slip === undefined; at += 65_536) parser.write(text.slice(at, at + 65_536));
    if (slip === undefined) parser.close();
  } catch {
    noteSlip();
  }
  if (slip !== undefined) return { unclear: 'it is no XML that can be read', slip };
  if (!isJunit) return { unclear: 'it is no JUnit report' };

  const metrics = [...rates(whole), ...suites.flatMap((suite) => rates(suite, suite.name))];
  const moment = timestamp === undefined ? undefined : readMoment(timestamp.text);
  return {
    format: 'JUnit',
    metrics,
    made: moment === undefined ? undefined : { moment, from: 'inside', line: timestamp?.line },
    versions: [],
  };
}

/** The share that passed of those that ran, and the counts. */
function rates({ cases, failed, skipped, line }: Counts, of?: string): Metric[] {
  const ran = cases - skipped;
  const counts = [
    { name: 'tests', value: cases, of, line },
    { name: 'failures', value: failed, of, line },
    { name: 'skipped', value: skipped, of, line },
  ];
  return ran === 0 ? counts : [{ name: 'pass-rate', value: (ran - failed) / ran, of, cases: ran, line }, ...counts];
}
