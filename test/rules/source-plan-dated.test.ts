import { requirement } from '../support/requirement.ts';

const id = 'source-plan-dated';
const { find, states, fixes } = requirement(id);

const plan = (due: string, launch = '2027-02-01', until = '') =>
  `system:\n  launch: ${launch}\nowners:\n  archive-team:\n    team: Document Services\n${until === '' ? '' : `    until: ${until}\n`}sources:\n  letters:\n    owner: archive-team\n    status: planned\n    due: ${due}\n`;
const caret = (due: string) => `${due}\n         ${'^'.repeat(due.length)} ${id}`;

find('due on the day of launch', plan('2027-02-01'));
find('due the day after', plan(caret('2027-02-02')), 'pilot', /Due on 2027-02-02, 1 day after launch on 2027-02-01/);
find('due today', plan('2026-11-22'));
find('due yesterday', plan(caret('2026-11-21')), {}, /Was due on 2026-11-21, 1 day ago, and is still planned/);
find('overdue and after launch is one finding', plan(caret('2026-11-21'), '2026-11-01'));
find('after launch a system plans for more', plan('2027-06-01', '2026-10-05'));
find('the owner is here on the day', plan('2027-01-15', '2027-02-01', '2027-01-15'));
find(
  'the owner leaves the day before',
  plan('2027-01-15', '2027-02-01', '2027-01-14').replace(
    '    owner: archive-team\n',
    `    owner: archive-team\n           ^^^^^^^^^^^^ ${id}\n`,
  ),
  {},
  /`archive-team` leaves on 2027-01-14, before this is due on 2027-01-15/,
);
find('neither day nor owner is one lack', `sources:\n  letters:\n  ^^^^^^^ ${id}\n    status: planned\n`);
find('not asked of a connected source', 'sources:\n  letters:\n    status: connected\n');
states('a connected source is none of its subjects', 'sources:\n  letters:\n    status: connected\n', []);
find(
  'an owner that leads nowhere is told by `undefined-id`',
  plan('2027-01-15').replace('owner: archive', 'owner: arhive'),
);

const dropped = (gap: string, mark = '') =>
  `system:\n  pilot_gaps:\n    - gap: ${gap}\n      closed: 2026-09-04\nsources:\n  broker-letters:\n    what: E-mails of brokers\n    system: FileNet archive\n    status: dropped\n${mark}`;
for (const gap of [
  'letters are opened by hand',
  'the mails of a broker are skipped',
  'FileNet stays out',
  'no Archive before 2027',
])
  find(`dropped, and told: ${gap}`, dropped(gap));
find(
  'dropped, and not told',
  dropped('9 roles instead of one', `            ^^^^^^^ ${id}\n`),
  'pilot',
  /`broker-letters` was dropped, and no item of `pilot_gaps` says/,
);
find('without any gaps `pilot-gaps-listed` speaks', 'sources:\n  letters:\n    status: dropped\n');
fixes(
  'a gap to be written',
  dropped('9 roles instead of one', `            ^^^^^^^ ${id}\n`),
  dropped('9 roles instead of one').replace(
    'sources:',
    '    - gap: TODO what production does without broker-letters\n      due: TODO e.g. 2027-01-29\n      owner: TODO owner id\nsources:',
  ),
);
