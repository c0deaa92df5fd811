import { test } from 'node:test';
import type { Stage } from '../../core/src/index.ts';
import { assertFindings, today } from '../support/carets.ts';

const special = (status: string, content: string) => `
system:
  type: rag
sources:
  letters:
    status: ${status}
    data:
      personal: special
logging:
  content: ${content}
`;

find('a model that predicts has no texts', 'system:\n  type: model\nlogging:\n  content: none\n');

for (const stage of ['pilot', 'production'] as const) {
  find(
    `nothing said (${stage})`,
    `
system:
  type: llm
logging:
^^^^^^^ log-content-captured
  calls: 100%
`,
    stage,
  );
}

find('none will do in a pilot', 'system:\n  type: llm\nlogging:\n  content: none\n', 'pilot');
find(
  'none from pre-production',
  'system:\n  type: llm\nlogging:\n  content: none\n           ^^^^ log-content-captured\n',
  'pre-production',
);

for (const content of ['full', 'redacted', 'by-reference']) {
  find(`${content}, where the data allows it`, `system:\n  type: llm\nlogging:\n  content: ${content}\n`);
}

find(
  'full with special data in a general store',
  special('connected', 'full\n           ^^^^ log-content-captured'),
  'pilot',
);
for (const content of ['redacted', 'by-reference']) find(`${content} with special data`, special('connected', content));
for (const status of ['planned', 'dropped']) find(`a source that is ${status} is not logged`, special(status, 'full'));

find(
  'a placeholder',
  'system:\n  type: llm\nlogging:\n  content: TODO full | redacted\n           ^^^^^^^^^^^^^^^^^^^^ log-content-captured\n',
);
find('another word is told by `invalid-value`', 'system:\n  type: llm\nlogging:\n  content: everything\n');

function find(name: string, source: string, stage: Stage = 'production'): void {
  test(name, () => {
    assertFindings(source, { asOf: today, stage }, ['log-content-captured']);
  });
}
