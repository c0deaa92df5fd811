import { requirement } from '../support/requirement.ts';

const id = 'index-deletions';
const { find, fixes } = requirement(id);

const index = (lines: string, personal = 'personal') =>
  `sources:\n  policies:\n    data:\n      personal: none\n  letters:\n    data:\n      personal: ${personal}\nindexes:\n  claims-index:\n    from:\n      - policies\n      - letters\n${lines}`;
const within = (text: string) => `    deletes_within: ${text}\n`;
const caret = (text: string) => `${text}\n                    ${'^'.repeat(text.length)} ${id}`;
const nightly =
  '    refresh:\n      mode: schedule\n      cron: "30 4 * * *"\n      timezone: Europe/Berlin\n      takes: 70m\n';

find('30 days of personal data', index(within('30d')));
find(
  '31 days',
  index(within(caret('31d'))),
  'pre-production',
  /`letters` holds personal data, .* 31d more; 30d are the most/,
);
find('31 days of tariffs', index(within('31d'), 'none'));
find('at once, by event', index(`    refresh:\n      mode: event\n${within('0s')}`));
find(
  'the interval and the run',
  index(nightly + within('26h')).replace('26h', caret('26h')),
  {},
  /25h between runs when clocks go back in Europe\/Berlin \+ 1h 10m for the run = 26h 10m/,
);
find('a little more', index(nightly + within('27h')));
find('a weekly refresh and a promise of a month', index(nightly.replace('* * *"', '* * 1"') + within('30d')));
find('a pilot is not asked', index(''), 'pilot');
find(
  'missing, with personal data',
  index('').replace('  claims-index:\n', `  claims-index:\n  ^^^^^^^^^^^^ ${id}\n`),
  {},
  /a record of `letters`, which holds personal data, can still be found/,
);
find(
  'missing, without',
  index('', 'none').replace('  claims-index:\n', `  claims-index:\n  ^^^^^^^^^^^^ ${id}\n`),
  {},
  /how long after a deletion a document can still be found/,
);
find('"append-only" is told by `invalid-value`', index(within('append-only')));
fixes(
  'without an age it shows an example',
  `indexes:\n  claims-index:\n  ^^^^^^^^^^^^ ${id}\n    version: v7\n`,
  'indexes:\n  claims-index:\n    version: v7\n    deletes_within: TODO e.g. 28h\n',
);
