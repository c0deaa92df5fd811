import { marked, requirement } from '../support/requirement.ts';

const id = 'index-freshness-target';
const { find, states, fixes } = requirement(id);

function index(maxAge: string, cron = '30 4 * * *', takes = '70m', more = ''): string {
  const line = maxAge.endsWith('!')
    ? marked(`    max_age: ${maxAge.slice(0, -1)}`, maxAge.slice(0, -1), id)
    : `    max_age: ${maxAge}`;
  return `indexes:\n  claims-index:\n    refresh:\n      mode: schedule\n      cron: "${cron}"\n${takes === '' ? '' : `      takes: ${takes}\n`}${line}\n${more}`;
}

find('kept by the schedule', index('28h'));
find('exactly kept', index('1510m'));
find('one minute short', index('1509m!'), 'pilot', /up to 24h between runs \+ 1h 10m for the run = 25h 10m/);
find('a weekend is a gap', index('3d!', '30 14 * * 1-5', '2h'), {}, /up to 72h between runs \+ 2h for the run = 74h/);
find('no run time, only the gap counts', index('24h', '30 4 * * *', ''));
find('a gap that is longer by itself is told by `index-refresh-automated`', index('20h'));
states('two places that say different things are contradicted', index('25h'), ['/indexes/claims-index contradicted']);

find('"real-time" is told by `invalid-value`', index('real-time'));
find('0s is real-time in numbers', index('0s!'), {}, /No index is 0s behind its source/);
find('missing', 'indexes:\n  claims-index:\n  ^^^^^^^^^^^^ index-freshness-target\n    version: v7\n', 'pilot');
find('a placeholder', index('TBD!'));

find('30 days need no word', index('30d'));
find('31 days do', index('31d!'), {}, /more than 30d, and `max_age_reason` does not say why/);
find(
  'with a word why',
  index(
    '31d',
    '30 4 * * *',
    '70m',
    '    max_age_reason: Tariff tables change once a year, on a day known in advance\n',
  ),
);
find(
  'with a placeholder why',
  index('31d', '30 4 * * *', '70m', '    max_age_reason: TBD\n                    ^^^ index-freshness-target\n'),
);
fixes(
  'asks for the word',
  index('31d'),
  index(
    '31d',
    '30 4 * * *',
    '70m',
    '    max_age_reason: TODO e.g. Tariff tables change once a year, on a day known in advance\n',
  ),
);

const event = (maxAge: string) =>
  `indexes:\n  claims-index:\n    refresh:\n      mode: event\n      event: kafka:dms.document-changed\n      takes: 5m\n    max_age: ${maxAge}\n`;
find('on an event only the run counts', event('5m'));
find('a run longer than promised', event('4m').replace('4m', `4m\n             ^^ ${id}`), {}, /5m for the run = 5m/);
find(
  'by hand nothing can be compared',
  'indexes:\n  claims-index:\n    refresh:\n      mode: manual\n    max_age: 1h\n',
);
find('a cron that cannot be read is told by `index-refresh-automated`', index('1h', '61 4 * * *'));
find('a cron that never runs as well', index('1h', '0 0 31 2 *'));
find('no indexes', 'system:\n  type: llm\n');

fixes(
  'what the schedule can keep is shown, not taken',
  'indexes:\n  claims-index:\n    refresh:\n      mode: schedule\n      cron: "30 4 * * *"\n      takes: 70m\n',
  `
indexes:
  claims-index:
    refresh:
      mode: schedule
      cron: "30 4 * * *"
      takes: 70m
    max_age: TODO at least 25h 10m by the schedule
`,
);
fixes(
  'without a schedule there is an example only',
  'indexes:\n  claims-index:\n    version: v7\n',
  'indexes:\n  claims-index:\n    version: v7\n    max_age: TODO e.g. 28h\n',
);
