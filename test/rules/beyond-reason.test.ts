import { requirement } from '../support/requirement.ts';

/* Dates and durations that have their form and say nothing, wherever they are asked for. */

const gaps = requirement('pilot-gaps-listed');
const gap = (due: string) =>
  `system:\n  launch: 2027-02-01\n  pilot_gaps:\n    - gap: 12 users with full rights; production has 9 roles\n      due: ${due}\n      owner: claims-ops\nowners:\n  claims-ops:\n    team: Claims Operations\n`;
const closed = (day: string) => gap('2027-01-29').replace(/due: .*\n {6}owner: .*\n/, `closed: ${day}\n`);

for (const day of ['9999-12-31', '2099-01-01', '2036-11-23'])
  gaps.find(
    `due on ${day}, and only that is said`,
    gap(`${day}\n           ^^^^^^^^^^ pilot-gaps-listed`),
    'pilot',
    /years ahead, nobody looks at it again/,
  );
for (const day of ['1900-01-01', '0001-01-01', '1970-01-01'])
  gaps.find(
    `closed on ${day}`,
    closed(`${day}\n              ^^^^^^^^^^ pilot-gaps-listed`),
    'pilot',
    /no day on which anything here happened/,
  );
gaps.find('closed long ago', closed('2001-09-04'));

const retires = requirement('model-retirement');
const model = (day: string) =>
  `models:\n  answer-llm:\n    provider: azure-openai\n    retires: ${day}\n    successor:\n      decide_by: 2027-01-31\n`;
retires.find('ten years ahead', model('2036-11-22'));
retires.find(
  'a day more',
  model('2036-11-23\n             ^^^^^^^^^^ model-retirement'),
  'production',
  /10 years ahead/,
);

const index = requirement('index-freshness-target');
const age = (length: string) => `indexes:\n  claims-index:\n    max_age: ${length}\n`;
index.find(
  'an age of decades',
  age('9999d\n             ^^^^^ index-freshness-target'),
  'production',
  /27 years are as good as never/,
);

const sla = requirement('sla-measurable');
const slo = (window: string, launch: string, p95 = '8s') =>
  `system:\n  launch: ${launch}\nmodels:\n  answer-llm:\n    role: generate\n    limits:\n      p95: 8s\n  judge:\n    role: judge\n    limits:\n      p95: 20s\noperations:\n  slo:\n    availability: 99.0%\n    p95_latency: ${p95}\n    quality:\n      metric: groundedness-live\n      min: 0.90\n    window: ${window}\nmonitoring:\n  metrics:\n    groundedness-live:\n      kind: quality\n`;
sla.find('a month, for a system of a week', slo('28d', '2026-11-15'));
sla.find('a quarter', slo('92d', '2026-11-15'));
sla.find(
  'a year, for a system of a week',
  slo('365d\n            ^^^^ sla-measurable', '2026-11-15'),
  'production',
  /before 365d are over, and it has run for 7 days/,
);
sla.find('a year, for a system of two', slo('365d', '2024-11-15'));
sla.find(
  'a year, before launch',
  slo('365d\n            ^^^^ sla-measurable', '2027-02-01'),
  'production',
  /not run yet/,
);
sla.find('no window', slo('0d\n            ^^ sla-measurable', '2026-11-15'), 'production', /over before it begins/);
sla.find(
  'faster than the model alone',
  slo('28d', '2026-10-05', '7s\n                 ^^ sla-measurable'),
  'production',
  /7s is less than answer-llm takes alone: 8s/,
);

const waiver = requirement('waiver-valid');
const excused = (owner: string, until: string) =>
  `owners:\n  claims-build:\n    team: Claims Engineering\n    until: ${until}\nwaivers:\n  - rule: source-tested\n    reason: the test tenant is rebuilt until December\n    owner: ${owner}\n    expires: 2026-12-18\n`;
waiver.find('an owner who stays as long', excused('claims-build', '2026-12-18'));
waiver.find(
  'an owner who leaves before',
  excused('claims-build\n           ^^^^^^^^^^^^ waiver-valid', '2026-12-17'),
  'production',
  /leaves on 2026-12-17, before the waiver ends on 2026-12-18/,
);

const trigger = requirement('revision-triggers');
const moment = (when: string, within: string, until: string) =>
  `models:\n  answer-llm:\n    role: generate\n    retires: 2027-04-14\nmonitoring:\n  alerts:\n    groundedness-low:\n      below: 0.88\nowners:\n  claims-build:\n    team: Claims Engineering\n    until: ${until}\noperations:\n  triggers:\n    change-model:\n      when:\n        - groundedness-low\n        - ${when}\n      then: evaluate the successor\n      owner: claims-build\n      within: ${within}\n`;
trigger.find('done on the last day', moment('60d before answer-llm.retires', '60d', '2027-04-14'));
trigger.find(
  'done a day after it',
  moment('60d before answer-llm.retires', '61d\n              ^^^ revision-triggers', '2027-12-31'),
  'production',
  /done 24h too late/,
);
trigger.find(
  'done by somebody who left',
  moment('60d before 2027-04-14', '30d', '2027-03-14').replace(
    'owner: claims-build\n',
    `owner: claims-build\n             ${'^'.repeat(12)} revision-triggers\n`,
  ),
  'production',
  /leaves on 2027-03-14, before this is done by 2027-03-15/,
);
trigger.find('a model whose end is not known', moment('60d before fraud-score.retires', '30d', '2026-12-31'));
