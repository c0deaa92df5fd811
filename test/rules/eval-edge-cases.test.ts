import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stage } from '../../core/src/index.ts';
import { assertFindings, today } from '../support/carets.ts';

/** A test set with these kinds, in a spec that also says `more`. */
const set = (share: string, kinds: readonly string[], more = '', marked = false) => `
${more}evaluation:
  datasets:
    real-queries:
      size: 420
      edge_cases:
        share: ${share}
        kinds:
${marked ? '        ^^^^^ eval-edge-cases\n' : ''}${kinds.map((kind) => `          - ${kind}\n`).join('')}`;

const three = ['very-long', 'two-questions', 'wrong-line'];

find('a tenth of three kinds', set('10%', three));

for (const stage of ['pilot', 'production'] as const) {
  find(
    `no test set, no edge cases (${stage})`,
    `
system:
^^^^^^ eval-edge-cases
  name: claims-assistant
`,
    stage,
  );
  find(
    `a test set without any (${stage})`,
    `
evaluation:
  datasets:
    real-queries:
    ^^^^^^^^^^^^ eval-edge-cases
      size: 420
`,
    stage,
  );
  find(`0 (${stage})`, set('0%\n               ^^ eval-edge-cases', three), stage);
}

find(
  'an empty list of kinds is missing',
  `
evaluation:
  datasets:
    real-queries:
      edge_cases:
        share: 24%
        kinds: []
        ^^^^^ eval-edge-cases
`,
);

find('9% blocks no pilot', set('9%', three), 'pilot');
find('9% is too few later', set('9%\n               ^^ eval-edge-cases', three), 'pre-production');
find('one kind blocks no pilot', set('24%', ['very-long']), 'pilot');
find('one kind is too few later', set('24%', ['very-long'], '', true), 'pre-production');
find('two kinds are too few', set('24%', ['very-long', 'two-questions'], '', true));

const implied: readonly (readonly [string, readonly string[], string])[] = [
  ['retrieval', ['no-answer-exists', 'superseded', 'very-long'], 'indexes:\n  claims-index:\n    top_k: 8\n'],
  ['access that varies', ['no-permission'], 'sources:\n  letters:\n    access:\n      varies_by: role\n'],
  ['documents', ['new-format'], 'sources:\n  letters:\n    formats:\n      other: quarantine\n'],
  ['a scope', ['out-of-scope'], 'system:\n  in_scope:\n    - motor claims\n'],
  ['languages', ['mixed-language'], 'system:\n  languages:\n    - de\n    - en\n'],
  ['an llm', ['ambiguous'], 'models:\n  answer-llm:\n    role: generate\n'],
  ['tools', ['tool-unavailable', 'wrong-arguments', 'partial-success'], 'tools:\n  send-letter:\n    effect: write\n'],
  [
    'a model',
    ['missing-fields', 'new-category', 'unit-change', 'first-time-entity'],
    'models:\n  score:\n    role: predict\n',
  ],
];

for (const [what, kinds, more] of implied) {
  find(`${what}: ${kinds.join(', ')} are there`, set('24%', ['a-kind', 'b-kind', ...kinds], more));
  find(`${what} blocks no pilot`, set('24%', three.slice(1), more), 'pilot');
  for (const absent of kinds) {
    const others = kinds.filter((kind) => kind !== absent);
    find(
      `${what} implies ${absent}`,
      set('24%', ['a-kind', 'b-kind', 'c-kind', ...others], more, true),
      'pre-production',
    );
  }
}

find(
  'however it is spelled',
  set('24%', ['No_Permission', 'a', 'b'], 'sources:\n  letters:\n    access:\n      varies_by: user\n'),
);
find(
  'a longer name counts',
  set(
    '24%',
    ['superseded-version', 'no-answer-exists-at-all', 'very-long-letter'],
    'indexes:\n  claims-index:\n    top_k: 8\n',
  ),
);
find(
  'a planned source implies nothing yet',
  set('24%', three, 'sources:\n  letters:\n    status: planned\n    access:\n      varies_by: user\n'),
);
find('one language mixes with nothing', set('24%', three, 'system:\n  languages:\n    - de\n'));

find(
  'one test set may hold the difficult cases for all',
  `
evaluation:
  datasets:
    real-queries:
      edge_cases:
        share: 1%
        kinds:
          - very-long
    hard-cases:
      edge_cases:
        share: 100%
        kinds:
          - two-questions
          - wrong-line
          - nonsense
`,
);

find(
  'those of a tuning set do not count',
  `
evaluation:
  datasets:
    real-queries:
      edge_cases:
        share: 0%
               ^^ eval-edge-cases
        kinds:
          - very-long
          - two-questions
          - nonsense
    tuning-set:
      use: tune
      edge_cases:
        share: 100%
        kinds:
          - two-questions
          - wrong-line
          - nonsense
          - another
`,
);

test('the message says why a kind will be met, and no fix writes it', () => {
  const source = set('24%', three, 'models:\n  answer-llm:\n    role: generate\n', true);
  const [finding] = assertFindings(source, { asOf: today, stage: 'production' }, ['eval-edge-cases']);
  assert.match(finding?.message ?? '', /`ambiguous` \(a model writes the answers\)/);
  assert.deepEqual(
    finding?.fixes().map(({ kind }) => kind),
    ['waive'],
  );
});

function find(name: string, source: string, stage: Stage = 'production'): void {
  test(name, () => {
    assertFindings(source, { asOf: today, stage }, ['eval-edge-cases']);
  });
}
