import { marked, requirement } from '../support/requirement.ts';

const id = 'run-owner-involved-early';
const { find, states } = requirement(id);

const involved = (since: string, rest = '', launch = '2027-03-01') =>
  `system:\n  launch: ${launch}\noperations:\n${since.endsWith('!') ? marked(`  involved_since: ${since.slice(0, -1)}`, since.slice(0, -1), id) : `  involved_since: ${since}`}\n  design_reviews:\n    - docs/adr/0003.md\n${rest}`;
const handover = (day: string) => `  handover:\n    from: claims-build\n    date: ${day}\n`;

find('before handover and launch', involved('2026-03-02', handover('2026-09-28')));
find('on the day of the handover', involved('2026-09-28!', handover('2026-09-28')), {}, /the day of the handover/);
find('after it', involved('2026-10-01!', handover('2026-09-28')), {}, /3 days after the handover on 2026-09-28/);
find('on the day of launch', involved('2026-10-05!', '', '2026-10-05'), {}, /the day of launch/);
find(
  'after both is told once',
  involved('2026-10-06!', handover('2026-09-28'), '2026-10-05'),
  {},
  /after the handover/,
);
find('from tomorrow on', involved('2026-11-23!'), {}, /lies ahead/);
find('today', involved('2026-11-22'));
find(
  'neither handover nor launch',
  'operations:\n  involved_since: 2026-03-02\n  design_reviews:\n    - docs/adr/0003.md\n',
);

find('a pilot has no reviews yet', 'operations:\n  involved_since: 2026-03-02\n', 'pilot');
find('pre-production has', `operations:\n^^^^^^^^^^ ${id}\n  involved_since: 2026-03-02\n`, 'pre-production');
find(
  'both missing is one finding',
  `operations:\n^^^^^^^^^^ ${id}\n  run_owner: claims-ops\n`,
  {},
  /`involved_since`, `design_reviews`/,
);
find('both missing, in a pilot', `operations:\n^^^^^^^^^^ ${id}\n  run_owner: claims-ops\n`, 'pilot');
states('one subject', involved('2026-03-02'), ['/operations declared']);
