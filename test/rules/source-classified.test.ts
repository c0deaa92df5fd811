import { marked, requirement } from '../support/requirement.ts';

const id = 'source-classified';
const { find, fixes } = requirement(id);

const source = (system: string, personal: string, data = 'confidential') =>
  `sources:\n  records:\n    system: ${system}\n    data:\n      class: ${data}\n${personal.endsWith('!') ? marked(`      personal: ${personal.slice(0, -1)}`, personal.slice(0, -1), id) : `      personal: ${personal}`}\n`;

for (const system of [
  'CRM',
  'Siebel CRM',
  'HR portal',
  'Claims Core',
  'patient administration',
  'Employee directory',
  'Salesforce',
  'Payroll',
  'Human Resources suite',
]) {
  find(`nothing personal in "${system}"`, source(system, 'none!'), 'pilot', /keeps records of people/);
  find(`personal data in "${system}"`, source(system, 'personal'));
}
for (const system of ['SharePoint DMS', 'Disclaimers', 'Chrome', 'Threads'])
  find(`nothing personal in "${system}"`, source(system, 'none'));

find(
  'neither class nor personal',
  `
sources:
  records:
  ^^^^^^^ source-classified
    system: DMS
`,
  'pilot',
  /`data.class`, `data.personal` are missing/,
);
find(
  'no class',
  `
sources:
  records:
    data:
    ^^^^ source-classified
      from: production
      personal: none
`,
);
find('a placeholder', source('DMS', 'TODO none | personal | special!'));
find(
  'planned sources are asked as well',
  `
sources:
  records:
  ^^^^^^^ source-classified
    status: planned
`,
  'pilot',
);
find('dropped ones are not', 'sources:\n  records:\n    status: dropped\n');
find('another class of `invalid-value`', source('DMS', 'none', 'secret'));
fixes(
  'a skeleton',
  'sources:\n  records:\n    data:\n      from: production\n',
  `
sources:
  records:
    data:
      from: production
      class: TODO public | internal | confidential | restricted
      personal: TODO none | personal | special
`,
);
