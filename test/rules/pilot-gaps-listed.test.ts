import { requirement } from '../support/requirement.ts';

const { find, states, fixes } = requirement('pilot-gaps-listed');

find(
  'missing, in a system',
  `
system:
^^^^^^ pilot-gaps-listed
  launch: 2026-10-05
`,
  {},
  /`pilot_gaps` is missing/,
);
find(
  'missing, without a system',
  `
apiVersion: ai-system/v1
^^^^^^^^^^ pilot-gaps-listed
`,
);
find(
  'an empty list',
  `
system:
  pilot_gaps: []
  ^^^^^^^^^^ pilot-gaps-listed
`,
);
find(
  'an empty value',
  `
system:
  pilot_gaps:
  ^^^^^^^^^^ pilot-gaps-listed
`,
);
states(
  '"none" instead of a list',
  `
system:
  pilot_gaps: none
`,
  ['/system/pilot_gaps hollow'],
);
find(
  'a gap called "none"',
  `
system:
  pilot_gaps:
    - gap: none
           ^^^^ pilot-gaps-listed
      closed: 2026-08-21
`,
);
find(
  'neither closed nor due',
  `
system:
  pilot_gaps:
    - gap: German only
      ^^^ pilot-gaps-listed
`,
  {},
  /Gap 1 does not say .*`due`, `owner` are missing/,
);
find(
  'due, but nobody sees to it',
  `
system:
  pilot_gaps:
    - gap: German only
      ^^^ pilot-gaps-listed
      due: 2027-01-29
`,
  {},
  /has no `owner`/,
);
find(
  'closed',
  `
system:
  pilot_gaps:
    - gap: German only
      closed: 2026-09-18
`,
);
find(
  'closed some day',
  `
system:
  pilot_gaps:
    - gap: German only
      closed: TBD
              ^^^ pilot-gaps-listed
`,
);
find(
  'closed tomorrow',
  `
system:
  pilot_gaps:
    - gap: German only
      closed: 2026-11-23
              ^^^^^^^^^^ pilot-gaps-listed
`,
  {},
  /lies ahead/,
);

find(
  'before launch: due later than launch',
  `
system:
  launch: 2026-12-01
  pilot_gaps:
    - gap: German only
      due: 2026-12-02
           ^^^^^^^^^^ pilot-gaps-listed
      owner: claims-ops
`,
  {},
  /1 day after launch on 2026-12-01/,
);
find(
  'before launch: due on the day',
  `
system:
  launch: 2026-12-01
  pilot_gaps:
    - gap: German only
      due: 2026-12-01
      owner: claims-ops
`,
);
find(
  'after launch a gap may be due later',
  `
system:
  launch: 2026-10-05
  pilot_gaps:
    - gap: German only
      due: 2027-01-29
      owner: claims-ops
`,
);
find(
  'due today',
  `
system:
  pilot_gaps:
    - gap: German only
      due: 2026-11-22
      owner: claims-ops
`,
);
find(
  'overdue',
  `
system:
  pilot_gaps:
    - gap: German only
      due: 2026-11-20
           ^^^^^^^^^^ pilot-gaps-listed
      owner: claims-ops
`,
  {},
  /2 days ago, and is not closed/,
);
find(
  'the owner leaves before',
  `
owners:
  claims-build:
    until: 2026-12-31
system:
  pilot_gaps:
    - gap: German only
      due: 2027-01-01
      owner: claims-build
             ^^^^^^^^^^^^ pilot-gaps-listed
`,
  {},
  /leaves on 2026-12-31, before this is due on 2027-01-01/,
);
find(
  'the owner leaves on the day',
  `
owners:
  claims-build:
    until: 2026-12-31
system:
  pilot_gaps:
    - gap: German only
      due: 2026-12-31
      owner: claims-build
`,
);
find(
  'who owned a closed gap may leave',
  `
owners:
  claims-build:
    until: 2026-12-31
system:
  pilot_gaps:
    - gap: German only
      closed: 2026-09-18
      due: 2027-01-29
      owner: claims-build
`,
);
find(
  'a retired system has no gaps',
  `
system:
  stage: retired
`,
);
states(
  'one answer for each gap',
  `
system:
  pilot_gaps:
    - gap: German only
      closed: 2026-09-18
    - gap: 12 users with full rights
`,
  ['/system/pilot_gaps/0 declared', '/system/pilot_gaps/1 missing'],
);

fixes(
  'the six areas to think of',
  `
system:
  launch: 2026-10-05
`,
  `
system:
  launch: 2026-10-05
  pilot_gaps:
${[
  'data: what production holds that the pilot never saw',
  'formats: what arrives that the pilot did not read',
  'users and rights: who may see less than the pilot users',
  'volume: how much more there is, and at what peak',
  'languages: what is written and asked beyond the pilot',
  'systems to reach: what the pilot did without',
]
  .map((area) => `    - gap: "TODO ${area}"\n      due: TODO e.g. 2027-01-29\n      owner: TODO owner id\n`)
  .join('')}`,
);
states(
  'what the fix writes answers nothing',
  `
system:
  pilot_gaps:
    - gap: "TODO data: what production holds"
      due: TODO e.g. 2027-01-29
      owner: TODO owner id
`,
  ['/system/pilot_gaps/0 hollow'],
);
