import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stage } from '../../core/src/index.ts';
import { assertFindings, today } from '../support/carets.ts';

const common = ['time', 'latency', 'trace', 'input', 'output', 'model_version', 'error'];

const logging = (fields: readonly string[], more = '', marked = false) => `
${more}logging:
  convention: own
  fields:
${marked ? '  ^^^^^^ log-context\n' : ''}${fields.map((field) => `    - ${field}\n`).join('')}  sample: observability/sample-call.json
`;

find('what every record holds', logging(common));

for (const absent of common) {
  find(
    `no ${absent}`,
    logging(
      common.filter((field) => field !== absent),
      '',
      true,
    ),
    'pilot',
  );
}

const minimum: readonly (readonly [string, readonly string[], string])[] = [
  ['users', ['user', 'role'], 'system:\n  users:\n    count: 180\n'],
  [
    'an llm',
    ['session', 'prompt_version', 'tokens', 'finish_reason', 'feedback', 'score'],
    'models:\n  answer-llm:\n    role: generate\n',
  ],
  ['retrieval', ['index_version', 'retrieved_ids', 'retrieval_scores'], 'indexes:\n  claims-index:\n    top_k: 8\n'],
  ['tools', ['tool_calls'], 'tools:\n  send-letter:\n    effect: write\n'],
  ['a hosted model', ['cost'], 'models:\n  embedder:\n    provider: openai\n'],
  ['a trained model', ['feature_version', 'outcome'], 'models:\n  score:\n    role: predict\n'],
];

for (const [what, fields, more] of minimum) {
  find(`${what}: all there`, logging([...common, ...fields], more));
  for (const absent of fields) {
    find(`${what}: no ${absent}`, logging([...common, ...fields.filter((field) => field !== absent)], more, true));
  }
}

find('however they are spelled', logging(['Time', 'latency', 'trace-id', 'input', 'output', 'modelVersion', 'error']));
find(
  'a longer name is another thing',
  logging([...common.filter((field) => field !== 'input'), 'input_tokens'], '', true),
);

for (const stage of ['pilot', 'production'] as const) {
  find(
    `nothing said of a record (${stage})`,
    `
logging:
^^^^^^^ log-context
  calls: 100%
`,
    stage,
  );
}

find('a pilot shows no record yet', logging(common).replace(/ {2}sample.*\n/, ''), 'pilot');
find(
  'later it does',
  logging(common)
    .replace(/ {2}sample.*\n/, '')
    .replace('logging:\n', 'logging:\n^^^^^^^ log-context\n'),
  'pre-production',
);

find(
  'placeholders',
  `
logging:
  convention: TODO e.g. otel-genai/1.41
              ^^^^^^^^^^^^^^^^^^^^^^^^^ log-context
  fields:
    - TBD
      ^^^ log-context
  sample: TODO e.g. observability/sample-call.json
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ log-context
`,
);

test('the fix writes the names that are missing, still to be confirmed, and no others', () => {
  const [finding] = assertFindings(logging(common.slice(2), '', true), { asOf: today, stage: 'production' }, [
    'log-context',
  ]);
  assert.match(finding?.message ?? '', /does not hold `time`, `latency`:/);
  assert.deepEqual(
    finding?.fixes()[0]?.edits.map((edit) => edit.text),
    ['    - TODO time\n    - TODO latency\n'],
  );
});

function find(name: string, source: string, stage: Stage = 'production'): void {
  test(name, () => {
    assertFindings(source, { asOf: today, stage }, ['log-context']);
  });
}
