// Everything that CI runs, in the order in which it fails fastest.

import { spawnSync } from 'node:child_process';
import { ensure } from './ensure-tools.mjs';

const steps = [
  ['format and lint', 'npx', ['biome', 'check', '--error-on-warnings']],
  ['types', 'npx', ['tsc', '-b']],
  ['generated files', 'node', ['scripts/generate.mjs', '--check']],
  ['tests', 'node', ['scripts/test.mjs']],
  ['packages', 'node', ['scripts/package.mjs']],
  ['tests in VS Code', 'node', ['test/vscode/run.mjs']],
  [
    'our own examples',
    'node',
    [
      ...['bin/ai-system.cjs', 'check', '--as-of', '2026-11-22'],
      ...['examples/rag-production', 'examples/model-production', 'examples/model-pre-production'],
      ...['examples/agent-production', 'examples/agent-pilot', 'examples/llm-pilot', 'examples/model-pilot'],
    ],
  ],
];

const lacking = ensure(['git', 'chromium', 'compiler', 'neovim', 'emacs', 'pre-commit', 'strace']);
if (lacking.length > 0 && process.env.CI) {
  console.error(`not ready: tests that need ${lacking.join(', ')} would be skipped`);
  process.exit(1);
}
for (const [name, command, args] of steps) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\nnot ready: ${name} failed`);
    process.exit(1);
  }
  console.log(`── ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
}
console.log('\nready');
