import { requirement } from '../support/requirement.ts';

const id = 'log-privacy';
const { find } = requirement(id);

const sources = (personal: string, status = 'connected') =>
  `sources:\n  letters:\n    status: ${status}\n    data:\n      personal: ${personal}\n`;
const owners = (key: string, team: string) => `owners:\n  ${key}:\n    team: ${team}\n`;
const log = (...lines: readonly string[]) => `logging:\n${lines.map((line) => `  ${line}\n`).join('')}`;
const bare = (...lines: readonly string[]) => log(...lines).replace('logging:', `logging:\n^^^^^^^ ${id}`);

find('no personal data', sources('none') + log('content: full'));
find('of a source that was dropped', sources('personal', 'dropped') + log('content: full'));
find('not asked of a pilot', sources('special') + log('content: full'), 'pilot');

find('neither', sources('personal') + bare('content: redacted'), 'pre-production', /`redacts`, `readers` are missing/);
find('before it is said what is kept', sources('personal') + bare('calls: 100%'), {}, /`redacts`, `readers`/);
for (const content of ['none', 'by-reference']) {
  find(
    `${content}: there is no text to redact`,
    sources('special') + log(`content: ${content}`, 'readers:', '  - claims-ops'),
  );
  find(
    `${content}: but the rest has readers`,
    sources('special') + bare(`content: ${content}`),
    {},
    /`readers` is missing/,
  );
}

find(
  'in full, and redacted',
  sources('personal') + log('content: full', 'redacts:', '  - iban', 'readers:', '  - claims-ops'),
);
find(
  'in full, and nothing redacted: told once',
  sources('personal') + log('content: full', `         ^^^^ ${id}`, 'readers:', '  - claims-ops'),
  {},
  /Whatever people write is kept in full/,
);
find(
  'in full, with a placeholder',
  sources('personal') +
    log('content: full', 'redacts:', '  - TODO e.g. names', `    ^^^^^^^^^^^^^^^ ${id}`, 'readers:', '  - claims-ops'),
);

for (const [key, team] of [
  ['all', 'Whoever'],
  ['everyone', 'Whoever'],
  ['all-staff', 'Whoever'],
  ['staff', 'All employees'],
  ['insurer', 'The whole company'],
] as const) {
  find(
    `readers: ${key}, ${team}`,
    sources('personal') +
      owners(key, team) +
      log(
        'content: redacted',
        'redacts:',
        '  - names',
        'readers:',
        `  - ${key}`,
        `    ${'^'.repeat(key.length)} ${id}`,
      ),
    {},
    /is everybody/,
  );
}
find(
  'a team that has "all" in its name',
  sources('personal') +
    owners('allied', 'All-Risk Claims') +
    log('content: redacted', 'redacts:', '  - names', 'readers:', '  - allied'),
);
