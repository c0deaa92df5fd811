import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stage } from '../../core/src/index.ts';
import { assertFindings, today } from '../support/carets.ts';

const whole = '      tested_by: evaluation.gate\n      approver: claims-ops\n      rollout: 10% for 24h\n';
const changes = (...kinds: readonly string[]) =>
  `operations:\n  changes:\n${kinds.map((kind) => `    ${kind}:\n${whole}`).join('')}`;

const contents: readonly (readonly [string, string])[] = [
  ['prompt', 'prompts:\n  answer-prompt:\n    version: v31\n'],
  ['model', 'models:\n  answer-llm:\n    role: generate\n'],
  ['index', 'indexes:\n  claims-index:\n    version: v7\n'],
  ['connector', 'sources:\n  letters:\n    via: index\n'],
  ['connector', 'sources:\n  claim-record:\n    via: api\n'],
  ['tool', 'tools:\n  send-letter:\n    effect: write\n'],
  ['features', 'sources:\n  claim-features:\n    via: features\n'],
];

for (const [kind, more] of contents) {
  find(`${kind} has a process`, more + changes(kind));
  const other = kind === 'prompt' ? 'model' : 'prompt';
  find(
    `a ${kind} can change, and its process is missing`,
    more + changes(other).replace('changes:\n', 'changes:\n  ^^^^^^^ change-process\n'),
  );
  find('not asked of a pilot', more + changes(other), 'pilot');
}

find(
  'a planned source has no connector',
  `sources:\n  letters:\n    status: planned\n    via: index\n${changes('prompt')}`,
);
find('training data has none either', `sources:\n  outcomes:\n    via: training\n${changes('model')}`);
find('nothing can change', 'system:\n  type: llm\n');
find('no section at all', 'models:\n^^^^^^ change-process\n  answer-llm:\n    role: generate\n', 'pre-production');

for (const field of ['tested_by', 'approver', 'rollout']) {
  const line = new RegExp(` {6}${field}: .*\\n`);
  find(`no ${field}`, changes('model').replace(line, '').replace('model:\n', 'model:\n    ^^^^^ change-process\n'));
}
find('a placeholder', changes('model').replace('claims-ops', 'TBD\n                ^^^ change-process'));

const testedBy = (who: string, marked: boolean) =>
  changes('model').replace(
    'evaluation.gate',
    marked ? `${who}\n                 ${'^'.repeat(who.length)} change-process` : who,
  );

for (const who of ['by hand', 'manual', 'manually', 'QA team', 'docs/manual-test.md'])
  find(`tested ${who}`, testedBy(who, true));
for (const who of [
  '.github/workflows/eval.yml',
  'Jenkinsfile#eval',
  'https://ci.nordhafen.example/eval',
  'ci/handover.yml',
]) {
  find(`tested by ${who}`, testedBy(who, false));
}

const rollout = (how: string, criticality: string, marked = false) =>
  `system:\n  criticality: ${criticality}\n${changes('model').replace('10% for 24h', marked ? `${how}\n               ${'^'.repeat(how.length)} change-process` : how)}`;

for (const how of ['all at once', '100%', 'to everyone', 'immediately', 'big bang']) {
  find(`${how}, for a critical system`, rollout(how, 'critical', true));
  find(`${how}, where less is at stake`, rollout(how, 'standard'));
}
for (const how of ['10% for 24h, then all users', 'shadow for 14d then 20% for 7d', 'canary, then everyone']) {
  find(`${how}, for a critical system`, rollout(how, 'critical'));
}

test('the skeleton has one entry for each kind', () => {
  const source = `
models:
  answer-llm:
    role: generate
tools:
^^^^^ change-process
  send-letter:
    effect: write
`;
  const [finding] = assertFindings(source, { asOf: today, stage: 'production' }, ['change-process']);
  assert.match(finding?.message ?? '', /`model` \(answer-llm\), `tool` \(send-letter\)/);
  const text =
    finding
      ?.fixes()[0]
      ?.edits.map((edit) => edit.text)
      .join('') ?? '';
  assert.match(text, /model:\n\s+tested_by: TODO[\s\S]*tool:\n\s+tested_by: TODO/);
});

function find(name: string, source: string, stage: Stage = 'production'): void {
  test(name, () => {
    assertFindings(source, { asOf: today, stage }, ['change-process']);
  });
}
