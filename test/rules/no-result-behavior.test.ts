import { requirement } from '../support/requirement.ts';

const id = 'no-result-behavior';
const { find } = requirement(id);

const index = (score: string, then = 'say-unknown') =>
  `indexes:\n  claims-index:\n    no_result:\n      min_score: ${score}\n      then: ${then}\n`;
const caret = (score: string) => `${score}\n                 ${'^'.repeat(score.length)} ${id}`;

for (const then of ['say-unknown', 'hand-off', 'answer-with-warning']) find(then, index('0.42', then));
find('0', index(caret('0')), 'pilot', /something is always found/);
find('0.0', index(caret('0.0')));
find('0.01', index('0.01'));
find('0.99', index('0.99'));
find('1', index(caret('1')), {}, /nothing is ever found/);
find('answers anyway is told by `invalid-value`', index('0.42', 'answer'));
find(
  'no score',
  `indexes:\n  claims-index:\n    no_result:\n    ^^^^^^^^^ ${id}\n      then: hand-off\n`,
  'pilot',
  /has no `no_result.min_score`/,
);
find('nothing', `indexes:\n  a:\n  ^ ${id}\n    max_age: 28h\n  b:\n  ^ ${id}\n    max_age: 28h\n`);
find('without indexes it does not apply', 'system:\n  type: llm\n');
