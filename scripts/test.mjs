// Bundles the tests and runs them on Node's own runner. Arguments choose files: `npm test -- rules cli`.

import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const out = join('out', 'test');
rmSync(out, { recursive: true, force: true });
run('node', ['esbuild.js', '--all']);

const wanted = process.argv.slice(2);
const files = readdirSync(out, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.test.mjs') && (wanted.length === 0 || wanted.some((part) => file.includes(part))))
  .map((file) => join(out, file));
// Without a file Node would run whatever it takes for a test.
if (files.length === 0) {
  console.error(`No test file has ${wanted.join(' or ')} in its path.`);
  process.exit(2);
}
run('node', [
  '--test',
  `--test-reporter=${process.env.TEST_REPORTER ?? 'dot'}`,
  '--test-reporter-destination=stdout',
  '--test-reporter=./scripts/count-reporter.mjs',
  '--test-reporter-destination=stdout',
  '--test-concurrency=2',
  ...files,
]);

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
