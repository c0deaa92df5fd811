import { requirement } from '../support/requirement.ts';

const id = 'handover-complete';
const { find, states } = requirement(id);
const owners = 'owners:\n  build:\n    team: Build\n  ops:\n    team: Ops\n';
const system = (owner: string, launch = '2026-10-05') => `system:\n  launch: ${launch}\n  owner: ${owner}\n`;
const operations = (more = '') => `operations:\n  run_owner: ops\n${more}`;
const asked = (more = '') => `operations:\n^^^^^^^^^^ ${id}\n  run_owner: ops\n${more}`;
const handover = (date: string) => `  handover:\n    from: build\n    date: ${date}\n    record: docs/handover.md\n`;

states('who builds it runs it', system('ops') + owners + operations(), []);
states('and stays, whoever else owns something', system('ops') + owners + operations(), []);
find('another owner', system('build') + owners + asked());
find('builders who leave', system('ops') + owners.replace('Build\n', 'Build\n    until: 2026-12-31\n') + asked());
find('a run owner who joined', system('ops') + owners + asked('  involved_since: 2026-03-02\n'));
find('a pilot is not asked', system('build') + owners + operations(), 'pilot');
states('who runs it is asked first', system('build') + owners, []);

find('on the day of launch', system('build') + owners + operations(handover('2026-10-05')));
find(
  'the day after',
  system('build') + owners + operations(handover(`2026-10-06\n          ^^^^^^^^^^ ${id}`)),
  'production',
  /Handed over on 2026-10-06, after launch on 2026-10-05/,
);
find(
  'planned, before launch',
  system('build', '2027-02-01') + owners + operations(handover('2027-01-15')),
  'pre-production',
);

const paged = (notify: string, more = '') =>
  `monitoring:\n  alerts:\n    recall-low:\n      severity: page\n      notify: ${notify}\n${more}`;
const base = system('build') + owners + operations(handover('2026-09-28'));
find('pages go to those who run it', base + paged('ops'));
find(
  'and to the builders as well',
  base + paged('build', '    spend-high:\n      severity: page\n      notify: ops\n'),
);
find(
  'a handover to come',
  system('build', '2027-02-01') + owners + operations(handover('2027-01-15')) + paged('build'),
);
find(
  'pages still go to the builders',
  base + paged(`build\n              ^^^^^ ${id}`),
  'production',
  /handed it over on 2026-09-28, and still is the only one/,
);
find('readers of the log', `${base}logging:\n  readers:\n    - ops\n`);
find(
  'others read the log',
  `${base}logging:\n  readers:\n  ^^^^^^^ ${id}\n    - build\n`,
  'production',
  /`readers` are build/,
);
