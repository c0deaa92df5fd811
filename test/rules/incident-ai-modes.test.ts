import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stage } from '../../core/src/index.ts';
import { assertFindings, today } from '../support/carets.ts';

const modes = (names: readonly string[], more = '', marked = false) => `
${more}operations:
  incidents:
    modes:
${marked ? '    ^^^^^ incident-ai-modes\n' : ''}${names.map((name) => `      ${name}:\n        detected_by: weekly-review\n        first_action: turn it off\n        runbook: runbooks/${name}.md\n`).join('')}`;

const implied: readonly (readonly [string, readonly string[], string])[] = [
  ['an llm', ['wrong-answers', 'prompt-injection'], 'models:\n  a:\n    role: generate\n'],
  [
    'a hosted llm',
    ['wrong-answers', 'prompt-injection', 'provider-change', 'cost-runaway'],
    'models:\n  a:\n    role: generate\n    provider: openai\n',
  ],
  ['retrieval', ['stale-index'], 'indexes:\n  claims-index:\n    top_k: 8\n'],
  ['personal data', ['data-exposure'], 'sources:\n  letters:\n    data:\n      personal: personal\n'],
  ['confidential data', ['data-exposure'], 'sources:\n  letters:\n    data:\n      class: confidential\n'],
  ['tools', ['unwanted-action', 'runaway-loop'], 'tools:\n  send-letter:\n    effect: write\n'],
  ['a model', ['wrong-scores', 'data-shift', 'broken-feature'], 'models:\n  score:\n    role: predict\n'],
  [
    'a model that decides about people',
    ['wrong-scores', 'data-shift', 'broken-feature', 'data-exposure', 'unfair-result'],
    'system:\n  decision_role: recommends\nsources:\n  claims:\n    data:\n      personal: personal\nmodels:\n  score:\n    role: predict\n',
  ],
];

for (const [what, names, more] of implied) {
  find(`${what}: ${names.join(', ')}`, modes(names, more));
  find(`${what}: not asked of a pilot`, modes(['another'], more), 'pilot');
  for (const absent of names) {
    const others = names.filter((name) => name !== absent);
    find(`${what} implies ${absent}`, modes(['another', ...others], more, true), 'pre-production');
  }
}

find('however it is spelled', modes(['stale_index'], 'indexes:\n  claims-index:\n    top_k: 8\n'));
find(
  'what the spec implies nothing of still fails somehow',
  'operations:\n^^^^^^^^^^ incident-ai-modes\n  run_owner: claims-ops\n',
);

find(
  'the general process only',
  `
system:
  type: llm
operations:
  incidents:
  ^^^^^^^^^ incident-ai-modes
    process: docs/incident-process.md
    last_drill: 2026-10-21
`,
);

for (const field of ['detected_by', 'first_action', 'runbook']) {
  const source = modes(['another']).replace(new RegExp(` {8}${field}: .*\\n`), '');
  find(
    `no ${field}${field === 'detected_by' ? ': a mode nothing can detect' : ''}`,
    source.replace('another:\n', 'another:\n      ^^^^^^^ incident-ai-modes\n'),
  );
}

const action = (text: string, marked: boolean) =>
  modes(['another']).replace(
    'turn it off',
    marked ? `${text}\n                      ${'^'.repeat(text.length)} incident-ai-modes` : text,
  );

for (const text of [
  'investigate',
  'Investigate the issue.',
  'look into it',
  'check the logs',
  'find out what happened',
  'escalate',
  'TBD',
]) {
  find(`first action "${text}"`, action(text, true));
}
for (const text of [
  'switch to search-only',
  'check the source and turn it off',
  'escalate to claims-ops and pin the previous model',
]) {
  find(`first action "${text}" is one`, action(text, false));
}

test('the message says why, and the fix writes what is missing with its answers open', () => {
  const source = modes(['wrong-answers'], 'system:\n  type: llm\nindexes:\n  claims-index:\n    top_k: 8\n', true);
  const [finding] = assertFindings(source, { asOf: today, stage: 'production' }, ['incident-ai-modes']);
  assert.match(
    finding?.message ?? '',
    /`prompt-injection` \(a model writes the answers\), `stale-index` \(it searches an index\)/,
  );
  const text =
    finding
      ?.fixes()[0]
      ?.edits.map((edit) => edit.text)
      .join('') ?? '';
  assert.match(text, /prompt-injection:\n\s+detected_by: TODO[\s\S]*stale-index:\n\s+detected_by: TODO/);
});

function find(name: string, source: string, stage: Stage = 'production'): void {
  test(name, () => {
    assertFindings(source, { asOf: today, stage }, ['incident-ai-modes']);
  });
}
