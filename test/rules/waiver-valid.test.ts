import { rules } from '../../core/src/index.ts';
import { marked, requirement } from '../support/requirement.ts';

const id = 'waiver-valid';
const { find, states } = requirement(id);

/** A waiver that is in order, but for one line. */
function waiver(line = '', token = ''): string {
  const name = /^ *(?:- )?(\w+):/.exec(line)?.[1];
  const lines = [
    '  - rule: alert-tested',
    '    reason: The drill of the new region is planned for December',
    '    owner: claims-ops',
    '    expires: 2027-01-31',
  ].map((own) =>
    name !== undefined && own.includes(` ${name}:`) ? (token === '' ? line : marked(line, token, id)) : own,
  );
  return `waivers:\n${lines.join('\n')}\n`;
}

find('a waiver in order', waiver());
find('no waivers', 'system:\n  name: claims-assistant\n');
states('nothing to judge without waivers', 'system:\n  name: claims-assistant\n', []);

find(
  'no expiry',
  `
waivers:
  - rule: alert-tested
          ^^^^^^^^^^^^ waiver-valid
    reason: The drill of the new region is planned for December
    owner: claims-ops
`,
  {},
  /has no `expires`/,
);
find(
  'nothing but an owner',
  `
waivers:
  - owner: claims-ops
    ^^^^^ waiver-valid
`,
  {},
  /Waiver 1 has no `rule`, `reason`, `expires`/,
);
find('an expiry that is a placeholder', waiver('    expires: TODO e.g. 2027-01-31', 'TODO e.g. 2027-01-31'));
find('90 days are allowed', waiver('    expires: 2027-02-20'));
find(
  '91 are not',
  waiver('    expires: 2027-02-21', '2027-02-21'),
  {},
  /in 91 days; a waiver lasts 90 days at most, until 2027-02-20/,
);
find('more than 180 days away', waiver('    expires: 2027-06-01', '2027-06-01'));
find('ends today', waiver('    expires: 2026-11-22'));
find('ended yesterday', waiver('    expires: 2026-11-21', '2026-11-21'), {}, /1 day ago, and excuses nothing/);
states('a waiver that has ended is stale', waiver('    expires: 2026-11-21'), ['/waivers/0 stale']);

find('a reason of 19 characters', waiver('    reason: we have no time yet', 'we have no time yet'), {}, /is too short/);
find('a reason of 20', waiver('    reason: we have no time now.'));

for (const rule of rules) {
  if (rule.kind !== 'requirement' || rule.neverWaivable !== true) continue;
  find(`waives ${rule.id}, which nothing excuses`, waiver(`  - rule: ${rule.id}`, rule.id), {}, /Nothing excuses/);
}
for (const rule of ['no-secrets-inline', 'owner-reachable', 'log-every-call']) {
  find(`never-waivable: ${rule}`, waiver(`  - rule: ${rule}`, rule));
}

find('in a pilot too', waiver('    expires: 2027-06-01', '2027-06-01'), 'pilot');
find('in a retired system too', `system:\n  stage: retired\n${waiver('    expires: 2027-06-01', '2027-06-01')}`);
find(
  'each waiver for itself, empty items between them',
  `
waivers:
  -
${waiver().slice('waivers:\n'.length)}${waiver('    expires: 2027-06-01', '2027-06-01').slice('waivers:\n'.length)}`,
);
states(
  'subjects are counted as they are written',
  `
waivers:
  -
  - rule: alert-tested
`,
  ['/waivers/1 missing'],
);
