import { language } from '../support/language.ts';
import { marked } from '../support/requirement.ts';

const id = 'invalid-value';
const { find, fixes, fixless } = language(id);

const fields = {
  number: ['system', 'success', 'baseline'],
  count: ['system', 'users', 'count'],
  score: ['evaluation', 'predictions', 'rmse', 'max'],
  unitScore: ['evaluation', 'retrieval', 'recall@8', 'min'],
  threshold: ['monitoring', 'alerts', 'calls-spike', 'above'],
  share: ['operations', 'slo', 'availability'],
  duration: ['operations', 'support', 'respond_within'],
  rate: ['models', 'llm', 'limits', 'rate'],
  money: ['operations', 'run_limits', 'max_cost'],
  limit: ['tools', 'refund', 'limit'],
  sampleSize: ['monitoring', 'metrics', 'live', 'sample'],
  date: ['system', 'launch'],
  stage: ['system', 'stage'],
  timezone: ['indexes', 'main', 'refresh', 'timezone'],
  hours: ['operations', 'support', 'hours'],
} as const;

type Kind = keyof typeof fields;

/** The field with `value`, one key a line, and carets below the value where it is wrong. */
function block(kind: Kind, value: string, wrong = false): string {
  const lines = fields[kind].map((key, depth) => `${'  '.repeat(depth)}${key}:`);
  const last = `${lines.pop()} ${value}`;
  const extra = kind === 'sampleSize' ? ['      kind: quality'] : kind === 'timezone' ? ['      mode: schedule'] : [];
  return `${[...lines, ...extra, wrong ? marked(last, value, id) : last].join('\n')}\n`;
}

const flow = (kind: Kind, value: string) =>
  `${fields[kind].map((key, depth) => `${depth === 0 ? '' : '{ '}${key}: `).join('')}${value}${' }'.repeat(fields[kind].length - 1)}\n`;

for (const [kind, written, ...meant] of [
  ['number', '1.000', '1', '1000'],
  ['number', '12.500', '12.5', '12500'],
  ['number', '1,000', '1', '1000'],
  ['number', '010', '10', '8'],
  ['number', '0x10', '16'],
  ['number', '0o17', '15'],
  ['number', '1e3', '1000'],
  ['number', '1.5E3', '1500'],
  ['number', '1_000', '1000'],
  ['number', '1.000.000', '1000000'],
  ['number', '1.234,5', '1234.5'],
  ['number', '1,234.5', '1234.5'],
  ['number', "1'000", '1000'],
  ['number', '0,9', '0.9'],
  ['number', '12,5', '12.5'],
  ['number', '.9', '0.9'],
  ['number', '-.5', '-0.5'],
  ['number', '+5', '5'],
  ['number', '007', '7'],
  ['number', 'Infinity'],
  ['number', '.inf'],
  ['number', '-.inf'],
  ['number', '.nan'],
  ['number', 'NaN'],
  ['number', '0x1G'],
  ['number', '1e999'],
  ['number', 'ten'],
  ['score', '1.000', '1', '1000'],
  ['score', '0x10', '16'],
  ['score', 'Infinity'],
  ['count', '1.000', '1', '1000'],
  ['count', '1 000', '1000'],
  ['count', '10k', '10000'],
  ['count', '1.5k', '1500'],
  ['count', '12.500', '12500'],
  ['count', '12.345', '12345'],
  ['count', '12.34'],
  ['count', '1.2345'],
  ['count', '0.345'],
  ['count', '-5'],
  ['count', 'yes'],
  ['unitScore', '1.000', '1'],
  ['unitScore', '88%', '0.88'],
  ['unitScore', '0,88', '0.88'],
  ['threshold', '1.000', '1', '1000'],
  ['threshold', '1.000 EUR', '1 EUR', '1000 EUR'],
  ['threshold', '0,88', '0.88'],
  ['threshold', '15 min', '15m'],
  ['threshold', '300 percent'],
  ['threshold', '300 req'],
  ['share', '99,9 %', '99.9%'],
  ['share', '5 percent', '5%'],
  ['rate', '600 per minute', '600/min'],
  ['rate', '10rps', '10/s'],
  ['rate', '5/month'],
  ['money', '12.345 EUR', '12.3450 EUR', '12345 EUR'],
  ['money', '2.500 EUR', '2.5 EUR', '2500 EUR'],
  ['money', '12.345 €', '12.3450 EUR', '12345 EUR'],
  ['limit', '1.234 EUR/day', '1.2340 EUR/day', '1234 EUR/day'],
  ['threshold', '12.345 USD', '12.3450 USD', '12345 USD'],
  ['money', '2 €', '2 EUR'],
  ['money', '500 euros'],
  ['limit', '500 eur per day', '500 EUR/day'],
  ['limit', '20 per hour', '20/h'],
  ['sampleSize', '40 per week', '40/week'],
  ['sampleSize', '5 %', '5%'],
  ['duration', '1h10m', '70m'],
  ['duration', '1h10', '70m'],
  ['duration', '1 h', '1h'],
  ['duration', '90 minutes', '90m'],
  ['duration', '15 min', '15m'],
  ['duration', '15 min.', '15m'],
  ['duration', '1 hour and 30 minutes', '90m'],
  ['duration', '1d 12h', '36h'],
  ['duration', 'PT1H10M', '70m'],
  ['duration', 'P30D', '30d'],
  ['duration', 'P2W', '2w'],
  ['duration', '1,5h', '1.5h'],
  ['duration', 'weekly', '1w'],
  ['duration', '1_000ms', '1000ms'],
  ['duration', 'P1M'],
  ['duration', 'P'],
  ['duration', 'PT'],
  ['duration', '3 months'],
  ['duration', '1:30'],
  ['duration', '10m 5m'],
  ['duration', '30'],
  ['duration', 'soon'],
  ['date', '2026/11/5', '2026-11-05'],
  ['date', '03/04/2026'],
  ['date', '2026-02-30'],
  ['stage', 'Production', 'production'],
  ['stage', 'Pre_Production', 'pre-production'],
  ['timezone', 'utc', 'UTC'],
  ['timezone', 'europe/berlin', 'Europe/Berlin'],
  ['timezone', 'Foo/Bar'],
  ['timezone', 'Mars'],
  ['timezone', 'PST'],
  ['timezone', '+01:00'],
  ['hours', 'Mon-Fri 19:00-07:00 Foo/Bar'],
  ['hours', '25x7'],
] as const) {
  find(`${kind}: ${written}`, block(kind, written, true));
  const best: string | undefined = meant[0];
  if (best === undefined) fixless(`${kind}: ${written}`, block(kind, written));
  else fixes(`${kind}: ${written}`, block(kind, written), block(kind, best), meant.length === 1 ? 'safe' : 'asks');
}

for (const [kind, written, meant] of [
  ['timezone', 'Europe/Berln', 'Europe/Berlin'],
  ['timezone', 'Europ/Berlin', 'Europe/Berlin'],
  ['timezone', 'Berlin', 'Europe/Berlin'],
  ['timezone', 'New York', 'America/New_York'],
  ['timezone', 'Europe/New_York', 'America/New_York'],
  ['timezone', 'Asia/Kolkatta', 'Asia/Kolkata'],
  ['hours', 'Mon-Fri 19:00-07:00 Europe/Berln', 'Mon-Fri 19:00-07:00 Europe/Berlin'],
  ['hours', 'Mon,Tue 09:00-17:00 europe/berlin', 'Mon,Tue 09:00-17:00 Europe/Berlin'],
] as const) {
  find(`${kind}: ${written}`, block(kind, written, true));
  fixes(`${kind}: ${written}`, block(kind, written), block(kind, meant), 'asks');
}

for (const [kind, written] of [
  ['timezone', 'CET'],
  ['timezone', 'EST5EDT'],
  ['timezone', 'GB-Eire'],
  ['timezone', 'Etc/GMT+1'],
  ['timezone', 'US/Pacific'],
  ['timezone', 'America/Argentina/Buenos_Aires'],
  ['hours', 'Mon-Fri 19:00-07:00 CET'],
  ['hours', '24x7'],
  ['number', '0'],
  ['number', '-5'],
  ['number', '12.345'],
  ['number', '0.120'],
  ['number', '1.0'],
  ['number', '"12.5"'],
  ['number', "'12.5'"],
  ['count', '1000'],
  ['unitScore', '0.950'],
  ['threshold', '300%'],
  ['threshold', '0.045 EUR'],
  ['threshold', '12.345'],
  ['threshold', '12.345%'],
  ['money', '12.34 EUR'],
  ['money', '0.345 EUR'],
  ['money', '1234.567 EUR'],
  ['money', '1.2345 EUR'],
  ['limit', '12.34 EUR/day'],
  ['share', '99.990%'],
  ['duration', '1.5h'],
  ['duration', '0d'],
  ['stage', 'production # prod'],
] as const) {
  find(`right, ${kind}: ${written}`, block(kind, written));
}

// A guess is not safe: the author has to look.
for (const [kind, written, guess] of [
  ['stage', 'prod', 'production'],
  ['stage', 'Prod', 'production'],
  ['stage', 'PROD', 'production'],
  ['stage', 'preprod', 'pre-production'],
  ['stage', 'pilott', 'pilot'],
  ['share', '99.5', '99.5%'],
  ['share', '0.995', '99.5%'],
  ['unitScore', '88', '0.88'],
  ['score', '90%', '0.9'],
] as const) {
  find(`guess, ${kind}: ${written}`, block(kind, written, true), new RegExp(`Did you mean "${guess}"\\?`));
  fixes(`guess, ${kind}: ${written}`, block(kind, written), block(kind, guess), 'asks');
}
for (const word of ['pr', 'staging', 'go-live']) fixless(`stage: ${word}`, block('stage', word));

find('both readings are told', block('number', '1.000', true), /"1\.000" in `baseline` may be 1 or 1000/);
find('the example is that of the field', block('share', 'high', true), /a share such as 99\.\d%; "high"/);
find('and not the same everywhere', block('duration', 'soon', true), /a duration such as 30m; "soon"/);
find('a form of several shapes shows them', block('threshold', 'low', true), /such as 0\.88, 12%, 26h or 180 EUR/);

fixes('in double quotes', block('number', '"1e3"'), block('number', '"1000"'), 'safe');
fixes('in single quotes', block('duration', "'90 minutes'"), block('duration', '"90m"'), 'safe');
fixes('in braces', flow('duration', '1h10m'), flow('duration', '70m'), 'safe');
fixes('in braces, 0x10', flow('number', '0x10'), flow('number', '16'), 'safe');
fixes('a comment stays', block('duration', '15 min # as agreed'), block('duration', '15m # as agreed'), 'safe');
find('a block of text', 'system:\n  users:\n    count: >\n           ^ invalid-value\n      many\n');
find('a number in a block of text', 'system:\n  users:\n    count: >\n      12\n');
find('a placeholder is no value yet', block('number', 'TODO'));
find('an alias', 'system:\n  success:\n    baseline: &b 1e3\n                 ^^^ invalid-value\n    target: *b\n');
find('in a list', 'system:\n  languages:\n    - de\n    - German language\n      ^^^^^^^^^^^^^^^ invalid-value\n');

// Shapes.
find(
  'a list for a value',
  'system:\n  stage: [pilot]\n  ^^^^^ invalid-value\n',
  /`stage` is one value such as pilot, not a list/,
);
find('a mapping for a list', 'system:\n  in_scope:\n  ^^^^^^^^ invalid-value\n    a: b\n', /not a mapping/);
fixes('a value for a list', 'owners:\n  a:\n    contact: slack:a\n', 'owners:\n  a:\n    contact: [slack:a]\n', 'asks');
fixless('several lines for a list', 'system:\n  in_scope: one\n    two\n');
