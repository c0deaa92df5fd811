import { marked, requirement } from '../support/requirement.ts';

const id = 'source-real-data';
const { find, states } = requirement(id);

/** `name: from`, with a status and the day of the copy where they are given; `!` marks a value. */
function source(name: string, from: string, status = 'connected', copied = ''): string {
  const line = (key: string, value: string) =>
    value.endsWith('!')
      ? marked(`      ${key}: ${value.slice(0, -1)}`, value.slice(0, -1), id)
      : `      ${key}: ${value}`;
  return `  ${name}:\n    status: ${status}\n    data:\n${line('from', from)}\n${copied === '' ? '' : `${line('copied', copied)}\n`}`;
}
const sources = (...all: readonly string[]) => `sources:\n${all.join('')}`;
const none = `sources:\n^^^^^^^ ${id}\n`;

find(
  'pilot: one from production is enough',
  sources(source('policies', 'production'), source('letters', 'sample')),
  'pilot',
);
find(
  'pilot: not one source from production',
  none + source('policies', 'staging') + source('letters', 'sample'),
  'pilot',
  /policies is from staging, letters is a sample/,
);
find(
  'pilot: what is only planned does not count',
  none + source('policies', 'production', 'planned') + source('letters', 'sample'),
  'pilot',
);
find(
  'pilot: nothing is connected',
  none + source('policies', 'production', 'planned'),
  'pilot',
  /No source is connected yet/,
);
find('not one, in production: told once', none + source('policies', 'staging') + source('letters', 'sample'));

for (const from of ['staging', 'sample', 'synthetic']) {
  const one = sources(source('policies', 'production'), source('letters', `${from}!`));
  find(`pre-production: ${from}`, one, 'pre-production', /letters is connected, but its data is/);
  find(`production: ${from}`, one);
}
find('all from production', sources(source('policies', 'production'), source('letters', 'production')));
find(
  'planned and dropped sources may hold anything',
  sources(source('policies', 'production'), source('a', 'sample', 'planned'), source('b', 'synthetic', 'dropped')),
);

find(
  'a copy of 30 days, in a pilot',
  sources(source('policies', 'production'), source('letters', 'copy', 'connected', '2026-10-23')),
  'pilot',
);
find(
  'a copy of 31 days',
  sources(source('policies', 'production'), source('letters', 'copy', 'connected', '2026-10-22!')),
  'pilot',
  /31 days old/,
);
find(
  'an old copy in production is one finding',
  sources(source('policies', 'production'), source('letters', 'copy', 'connected', '2026-10-22!')),
);
find(
  'a fresh copy in production',
  sources(source('policies', 'production'), source('letters', 'copy!', 'connected', '2026-11-20')),
);
find(
  'a copy without a date',
  `${sources(source('policies', 'production'))}  letters:\n    status: connected\n    data:\n    ^^^^ ${id}\n      from: copy\n`,
  'pilot',
  /has no `data.copied`/,
);

find(
  'no origin',
  `${sources(source('policies', 'production'))}  letters:\n  ^^^^^^^ ${id}\n    status: connected\n`,
  'pilot',
  /`data.from` is missing/,
);
find('an origin that is a placeholder', sources(source('policies', 'production'), source('letters', 'TODO!')), 'pilot');
find('no sources at all is told by `source-inventory`', 'system:\n  type: rag\n');
states(
  'a sample will do for a pilot',
  sources(source('policies', 'production'), source('letters', 'sample')),
  ['/sources/policies declared', '/sources/letters declared'],
  'pilot',
);
states('and not for production', sources(source('policies', 'production'), source('letters', 'sample')), [
  '/sources/policies declared',
  '/sources/letters hollow',
]);
