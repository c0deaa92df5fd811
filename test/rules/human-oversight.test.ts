import { requirement } from '../support/requirement.ts';

const id = 'human-oversight';
const { find } = requirement(id);

const spec = (lines: string, role = 'recommends', load = '') =>
  `system:\n  decision_role: ${role}\n${load}governance:\n  oversight:\n    who: an investigator\n    override: closes the referral with a reason\n${lines}`;
const how = '    how: opens every referral, with the three strongest reasons shown\n';
const load = '  load:\n    per_day: 400\n';
const marked = (text: string) => text.replace('  oversight:\n', `  oversight:\n  ^^^^^^^^^ ${id}\n`);
const sum = (cases: string, minutes: number, reviewers: number) =>
  `${how}    cases_per_day: ${cases}\n    minutes_per_case: ${minutes}\n    reviewers: ${reviewers}\n`;

find('a system that informs', 'system:\n  decision_role: informs\n');
find('not asked of a pilot', 'system:\n  decision_role: decides\n', 'pilot');
find('a system that informs and promises it', marked(spec('', 'informs')), 'production', /has no `how`/);

// Two people have 2 × 360 = 720 minutes.
find('as much as there is time for', spec(sum('72', 10, 2)));
find(
  'a case more',
  spec(sum(`73\n                   ^^ ${id}`, 10, 2)),
  'pre-production',
  /73 cases a day × 10 minutes = 730 minutes, but 2 reviewers × 360 minutes = 720: 9\.9 minutes are left/,
);
find(
  'seconds are said as seconds',
  spec(sum(`7200\n                   ^^^^ ${id}`, 5, 2)),
  'production',
  /6 seconds are left for a case/,
);
find(
  'the load, where no number of cases is given',
  spec(`${how}    minutes_per_case: 25\n    reviewers: 26\n               ^^ ${id}\n`, 'decides', load),
  'production',
  /400 cases a day × 25/,
);
find('a load, and no minutes, before production', spec(how, 'recommends', load), 'pre-production');
find(
  'a load, and no minutes, in production',
  marked(spec(how, 'recommends', load)),
  'production',
  /`minutes_per_case`, `reviewers` are missing/,
);
find('no load', spec(how));
find('a load, for a system that informs', spec(how, 'informs', load));

for (const slogan of [
  'human in the loop',
  'Human-in-the-loop',
  'a person reviews it',
  'manual review',
  'people check the results',
])
  find(`"${slogan}"`, spec(`    how: ${slogan}\n         ${'^'.repeat(slogan.length)} ${id}\n`));
for (const answer of ['a person reads the cited clause before using it', 'people see the three reasons and decide'])
  find(`"${answer}"`, spec(`    how: ${answer}\n`));
for (const way of [
  'Nothing is sent without the handler',
  'No payment leaves without a click',
  'cannot go on before a person agrees',
])
  find(`override: "${way}"`, spec(how).replace('closes the referral with a reason', way));
for (const way of ['not possible', 'no', 'cannot be changed', 'none', 'there is no way to do that'])
  find(
    `override: "${way}"`,
    spec(how).replace('closes the referral with a reason', `${way}\n              ${'^'.repeat(way.length)} ${id}`),
  );
find(
  '"a human"',
  spec(how).replace('an investigator', `a human\n         ^^^^^^^ ${id}`),
  'production',
  /nobody in particular/,
);
