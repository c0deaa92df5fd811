import { marked, requirement } from '../support/requirement.ts';

const id = 'pilot-exit-criteria';
const { find, states, fixes } = requirement(id);

const pilot = (ends: string, criterion = '      - recall@8 >= 0.85', launch = '2027-03-01') =>
  `system:\n  stage: pilot\n  launch: ${launch}\n  pilot:\n${ends}\n    exit:\n${criterion}\n`;
const ends = (day: string) => marked(`    ends: ${day}`, day, id);
const vague = (text: string) => pilot('    ends: 2026-12-18', marked(`      - ${text}`, text, id));

find('an end and a number', pilot('    ends: 2026-12-18'), 'pilot');
find('ended 30 days ago', pilot('    ends: 2026-10-23'), 'pilot');
find('ended 31 days ago', pilot(ends('2026-10-22')), 'pilot', /ended on 2026-10-22, 31 days ago, and still is one/);
find('ends on the day of launch', pilot('    ends: 2026-12-18', undefined, '2026-12-18'), 'pilot');
find(
  'ends after launch',
  pilot(ends('2026-12-19'), undefined, '2026-12-18'),
  'pilot',
  /1 day after launch on 2026-12-18/,
);

for (const text of ['users are happy', 'recall@8 is good', 'p95 is fine', 'the board agrees', 'groundedness']) {
  find(`no number: ${text}`, vague(text), 'pilot', /holds no number/);
}
for (const text of [
  'recall@8 >= 0.85',
  '8 of 12 handlers use it daily',
  'half of the handlers use it daily',
  'no letter of another claim was shown',
  'p95 below 8s',
]) {
  find(`a number: ${text}`, pilot('    ends: 2026-12-18', `      - ${text}`), 'pilot');
}

find(
  'no end',
  'system:\n  stage: pilot\n  pilot:\n  ^^^^^ pilot-exit-criteria\n    exit:\n      - recall@8 >= 0.85\n',
  'pilot',
);
find('without a stage `type-matches-contents` asks for that', 'system:\n  name: claims-assistant\n', 'pilot');
find('pre-production has left the pilot behind', 'system:\n  stage: pre-production\n', 'pilot');
find('judged at production, a pilot need not say it any more', 'system:\n  stage: pilot\n');
states('nothing to judge', 'system:\n  stage: production\n', [], 'pilot');

fixes(
  'the metrics there are, as placeholders',
  `system:
  stage: pilot
evaluation:
  retrieval:
    recall@8:
      min: 0.85
  predictions:
    calibration-error:
      max: 0.03
`,
  `system:
  stage: pilot
  pilot:
    ends: TODO e.g. 2026-07-31
    exit:
      - TODO recall@8 >= 0.85, or more
      - TODO calibration-error <= 0.03, or less
evaluation:
  retrieval:
    recall@8:
      min: 0.85
  predictions:
    calibration-error:
      max: 0.03
`,
  'pilot',
);
states(
  'which are no answer',
  pilot('    ends: 2026-12-18', '      - TODO recall@8 >= 0.85, or more'),
  ['/system/pilot hollow'],
  'pilot',
);
