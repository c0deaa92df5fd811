import { requirement } from '../support/requirement.ts';

const id = 'source-limits';
const { find, states, fixes } = requirement(id);

const load = (lines: string) => `system:\n  load:\n${lines}`;
const peak = (requests: number, calls = 1) =>
  load(`    peak_per_minute: ${requests}\n    calls_per_request: ${calls}\n`);
const model = (rate: string, rest = '', head = '    provider: azure-openai\n') =>
  `models:\n  answer-llm:\n${head}${rest}    limits:\n      rate: ${rate}\n`;
const caret = (rate: string) => `${rate}\n            ${'^'.repeat(rate.length)} ${id}`;

find('as much as the peak', peak(180, 3) + model('540/min'));
find(
  'one less',
  peak(180, 3) + model(caret('539/min')),
  'pilot',
  /^180 requests a minute x 3 calls = 540, but the limit is 539\/min\.$/,
);
find('one call a request', peak(25) + model(caret('20/min')), {}, /^25 requests a minute, but the limit is 20\/min\.$/);
find(
  'the number of calls is not known',
  load('    peak_per_minute: 25\n') + model(caret('20/min')),
  {},
  /^25 requests a minute, but/,
);
find('no load, no sum', model('1/min'));
find(
  'by the second',
  peak(180, 3) + model(caret('5/s')),
  {},
  /180 requests a minute x 3 calls \/ 60 = 9 a second, but the limit is 5\/s/,
);
find('a day is not held against the peak', peak(1000, 3) + model('5000/day'));
find(
  'a day is held against the day',
  load('    per_day: 4000\n    calls_per_request: 2\n') + model(caret('5000/day')),
  {},
  /4000 requests a day x 2 calls = 8000, but the limit is 5000\/day/,
);
find(
  'an hour is held against the mean of the day',
  load('    per_day: 4800\n') + model(caret('199/h')),
  {},
  /4800 requests a day \/ 24 = 200 an hour, but the limit is 199\/h/,
);
find('calls of its own', peak(180, 3) + model('180/min', '    load:\n      calls_per_request: 1\n'));
find(
  'less than one call a request',
  peak(180, 3) + model(caret('80/min'), '    load:\n      calls_per_request: 0.5\n'),
  {},
  /180 requests a minute x 0.5 calls = 90, but/,
);
find(
  'tokens',
  `${peak(25, 2) + model('300/min', '    load:\n      tokens_per_call: 10000\n')}      tokens_per_minute: 450000\n                         ^^^^^^ ${id}\n`,
  {},
  /^50 calls a minute x 10000 tokens = 500000, but the quota is 450000 tokens a minute\.$/,
);
find(
  'tokens that fit',
  `${peak(25, 2) + model('300/min', '    load:\n      tokens_per_call: 9000\n')}      tokens_per_minute: 450000\n`,
);
find('0 is one finding', peak(25) + model(caret('0/min')), {}, /lets nothing through/);

const hosted = (role: string) => `    role: ${role}\n    provider: azure-openai\n`;
const judged = '  metrics:\n    groundedness-live:\n      kind: quality\n      by: answer-llm\n';
find(
  'a judge scores afterwards: no sum',
  `${peak(180, 3)}${model('1/min', '', hosted('judge'))}monitoring:\n${judged}`,
);
find(
  'a judge of live answers has a limit',
  `models:\n  answer-llm:\n  ^^^^^^^^^^ ${id}\n${hosted('judge')}monitoring:\n${judged}`,
);
find('a judge that works in CI only has none', `models:\n  answer-llm:\n${hosted('judge')}`);
for (const provider of ['self-hosted', 'own'])
  find(`a model is ${provider}`, `models:\n  answer-llm:\n    provider: ${provider}\n`);
for (const via of ['index', 'features', 'training'])
  find(`a source via ${via}`, `sources:\n  letters:\n    via: ${via}\n`);
for (const status of ['planned', 'dropped'])
  find(`a source that is ${status}`, `sources:\n  letters:\n    via: api\n    status: ${status}\n`);
states('none of these is a subject', 'sources:\n  letters:\n    via: index\n', []);
find('"unlimited" is told by `invalid-value`', model('unlimited'));
fixes(
  'shows what the load asks',
  `${peak(180, 3)}models:\n  answer-llm:\n  ^^^^^^^^^^ ${id}\n    provider: azure-openai\n`,
  peak(180, 3) + model('TODO at least 540/min by the load'),
);
fixes(
  'or an example',
  `models:\n  answer-llm:\n  ^^^^^^^^^^ ${id}\n    provider: azure-openai\n`,
  model('TODO e.g. 300/min'),
);
