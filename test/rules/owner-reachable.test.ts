import { marked, requirement } from '../support/requirement.ts';

const id = 'owner-reachable';
const { find, states, fixes } = requirement(id);

/** An owner with this team, and these lines. */
function owner(team: string, ...lines: readonly string[]): string {
  return `system:\n  owner: claims-ops\nowners:\n  claims-ops:\n${[team, ...lines].join('\n')}\n`;
}
const team = '    team: Claims Platform Operations';
const contact = ['    contact:', '      - slack:claims-ops'];
const line = (text: string) => marked(text, text.slice(text.indexOf(': ') + 2), id);

find('a team with a channel', owner(team, ...contact));
for (const name of [
  'TBD',
  'team',
  'the team',
  'data science',
  'Data Science',
  'IT',
  'it',
  'IT department',
  'Engineering',
  'data scientists',
  'everyone',
]) {
  find(`"${name}" is no team`, owner(line(`    team: ${name}`), ...contact));
}
for (const name of ['Fraud Data Science', 'IT Service Desk', 'Claims IT', 'Data Protection Office', 'Core Platform']) {
  find(`"${name}" is one`, owner(`    team: ${name}`, ...contact));
}

find(
  'no team and no contact',
  `
system:
  owner: claims-ops
owners:
  claims-ops:
  ^^^^^^^^^^ owner-reachable
    person: Ines Duarte
`,
  {},
  /`team`, `contact` are missing/,
);
find('a contact that YAML takes for a comment is told there', owner(team, '    contact: #claims-ops'));
states('but is no contact', owner(team, '    contact: #claims-ops'), [
  '/system declared',
  '/owners/claims-ops missing',
]);
find('an empty list of contacts', owner(team, marked('    contact: []', 'contact', id)));
find('a contact that is a placeholder', owner(team, '    contact:', marked('      - TBD', 'TBD', id)));

const person = '    person: Jonas Weber';
for (const mail of [
  'jonas.weber@nordhafen.example',
  'j.weber@nordhafen.example',
  'weber@nordhafen.example',
  'claims.ops@gmail.com',
  'jonas.weber@outlook.com',
]) {
  const address = `mailto:${mail}`;
  find(
    `only ${mail}`,
    owner(team, person, '    contact:', marked(`      - ${address}`, address, id)),
    {},
    /the only way to reach/,
  );
  find(
    `${mail} beside a channel`,
    owner(team, person, '    contact:', `      - ${address}`, '      - slack:claims-ops'),
  );
}
find(
  'a mailbox of a person nobody named',
  owner(team, '    contact:', marked('      - mailto:ines.duarte@x.example', 'mailto:ines.duarte@x.example', id)),
);
for (const mail of [
  'claims@nordhafen.example',
  'claims.ops@nordhafen.example',
  'data.office@nordhafen.example',
  'claims-ai@nordhafen.example',
  'dpo@nordhafen.example',
]) {
  find(`only the shared ${mail}`, owner(team, person, '    contact:', `      - mailto:${mail}`));
}

find(
  'until yesterday',
  owner(team, ...contact, line('    until: 2026-11-21')),
  {},
  /Owner "claims-ops" was here until 2026-11-21, 1 day ago/,
);
find('until today', owner(team, ...contact, '    until: 2026-11-22'));
states('an owner who has left is stale', owner(team, ...contact, '    until: 2026-11-21'), [
  '/system declared',
  '/owners/claims-ops stale',
]);

find(
  'no owner of the system',
  `
system:
^^^^^^ owner-reachable
  name: claims-assistant
owners:
  claims-ops:
${team}
${contact.join('\n')}
`,
  {},
  /`owner` is missing/,
);
find(
  'an owner of the system that is a placeholder',
  owner(team, ...contact).replace('  owner: claims-ops', marked('  owner: tbd', 'tbd', id)),
);
states(
  'an owner that nobody defined: `undefined-id` says so, and it is not met',
  owner(team, ...contact).replace('owner: claims-ops', 'owner: claim-ops'),
  ['/system hollow', '/owners/claims-ops declared'],
);
find(
  'an owner that nobody defined is not told twice',
  owner(team, ...contact).replace('owner: claims-ops', 'owner: claim-ops'),
);

find(
  'no owners at all',
  `
system:
^^^^^^ owner-reachable
  owner: claims-ops
`,
  {},
  /`owners` does not define "claims-ops"/,
);
fixes(
  'the owner that the file names is the one to define',
  `
system:
  owner: claims-ops
`,
  `
system:
  owner: claims-ops
owners:
  claims-ops:
    team: TODO e.g. Claims Platform Operations
    contact:
      - TODO e.g. pagerduty:P4CLAIM
`,
);
states('each owner is judged', owner(team, ...contact, '  core-team:', '    team: IT'), [
  '/system declared',
  '/owners/claims-ops declared',
  '/owners/core-team missing',
  '/owners/core-team hollow',
]);
find('in a pilot too', owner(line('    team: IT'), ...contact), 'pilot');
find(
  'no waiver excuses it',
  `
${owner(line('    team: IT'), ...contact)}waivers:
  - rule: owner-reachable
    where: claims-ops
    reason: The team will be founded in December of this year
    owner: claims-ops
    expires: 2027-01-31
`.replace(/^\n/, ''),
);
