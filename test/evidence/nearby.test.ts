import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearby } from '../../core/src/evidence/nearby.ts';
import { repository } from '../support/repository.ts';

const table: readonly (readonly [name: string, wanted: string, there: readonly string[], meant: string | undefined])[] =
  [
    ['the same name elsewhere', 'alerts.yaml', ['ops/alerts.yaml'], 'ops/alerts.yaml'],
    ['the same name in two places', 'alerts.yaml', ['ops/alerts.yaml', 'dev/alerts.yaml'], undefined],
    ['a slip in the name', 'ops/alrets.yaml', ['ops/alerts.yaml', 'ops/rules.yaml'], 'ops/alerts.yaml'],
    ['a slip, and another folder', 'ops/alrets.yaml', ['observability/alerts.yaml'], undefined],
    ['a slip, and almost the same folder', 'op/alrets.yaml', ['ops/alerts.yaml'], 'ops/alerts.yaml'],
    ['the ending is all they share', 'eval/results/latest.json', ['tests/injection/notes.json'], undefined],
  ];

/** The spec stands in `examples/a`; beside it are other systems. */
const besides: typeof table = [
  [
    'a slip, in its own folder',
    'examples/a/ops/alrets.yaml',
    ['examples/a/ops/alerts.yaml', 'examples/b/ops/alerts.yaml'],
    'examples/a/ops/alerts.yaml',
  ],
  [
    'the name in another folder of its own',
    'examples/a/alerts.yaml',
    ['examples/a/ops/alerts.yaml', 'examples/b/alerts.yaml'],
    'examples/a/ops/alerts.yaml',
  ],
  [
    'named from the root, and in its own folder',
    'alerts/rules.yaml',
    ['examples/a/rules.yaml', 'examples/b/rules.yaml'],
    'examples/a/rules.yaml',
  ],
  [
    'named from the root, and twice elsewhere',
    'alerts/rules.yaml',
    ['examples/c/rules.yaml', 'examples/b/rules.yaml'],
    undefined,
  ],
  ['named from the root, and nowhere near but there', '.github/workflows/eval.yml', ['ci/eval.yml'], 'ci/eval.yml'],
  [
    'a slip in what is named from the root',
    '.github/workflows/evl.yml',
    ['.github/workflows/eval.yml', 'examples/b/.github/workflows/evl2.yml'],
    '.github/workflows/eval.yml',
  ],
  ['a name much like one in another system', 'runbooks/usages.md', ['examples/b/runbooks/usage.md'], undefined],
  ['a name much like one in its own system', 'runbooks/usages.md', ['examples/a/runbooks/usage.md'], undefined],
  [
    'the very name in another system, with a spec of its own',
    'runbooks/usage.md',
    ['examples/b/ai-system.yaml', 'examples/b/runbooks/usage.md'],
    'examples/b/runbooks/usage.md',
  ],
  [
    'the name in another system and at the root',
    'runbooks/usage.md',
    ['examples/b/ai-system.yaml', 'examples/b/runbooks/usage.md', 'docs/usage.md'],
    'docs/usage.md',
  ],
  [
    'almost the name and folder in another system',
    'runbook/usages.md',
    ['b/ai-system.yaml', 'b/runbook/usage.md', 'examples/b/ai-system.yaml'],
    undefined,
  ],
  [
    'below the own folder, and only another system has it',
    'examples/a/alerts.yaml',
    ['examples/b/alerts.yaml'],
    undefined,
  ],
];

for (const [name, wanted, there, meant] of besides) {
  test(`among other systems: ${name}`, async () => {
    const { host } = repository({ files: Object.fromEntries(there.map((path) => [path, ''])) });
    const answer = await nearby({ root: '', path: wanted }, 'examples/a').answer(host);
    assert.equal(answer.kind === 'read' ? answer.facts?.path : answer.why, meant);
  });
}

for (const [name, wanted, there, meant] of table) {
  test(name, async () => {
    const { host } = repository({ files: Object.fromEntries(there.map((path) => [path, ''])) });
    const answer = await nearby({ root: '', path: wanted }, '').answer(host);
    assert.equal(answer.kind === 'read' ? answer.facts?.path : answer.why, meant);
  });
}
