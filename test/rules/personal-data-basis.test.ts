import { requirement } from '../support/requirement.ts';

const id = 'personal-data-basis';
const { find } = requirement(id);

const spec = (kind: string, lines: string, more = '') =>
  `${more}sources:\n  letters:\n    system: FileNet archive\n    data:\n      personal: ${kind}\ngovernance:\n  privacy:\n${lines}`;
const basis = (text: string) => `    basis: ${text}\n    contact: privacy\n`;
const marked = (text: string) => text.replace('  privacy:\n', `  privacy:\n  ^^^^^^^ ${id}\n`);

find('no personal data', 'sources:\n  letters:\n    data:\n      personal: none\n');
find('a dropped source', 'sources:\n  letters:\n    status: dropped\n    data:\n      personal: special\n');
find('personal data needs no assessment by itself', spec('personal', basis('contract')));
find('special data does', marked(spec('special', basis('contract'))), 'pilot', /Data in "letters" is special/);
find(
  'and so do decisions about people',
  marked(spec('personal', basis('contract'), 'system:\n  decision_role: decides\n')),
  'production',
  /decisions about people/,
);
find('with an assessment', spec('special', `${basis('contract')}    dpia: docs/dpia.pdf\n`));
find(
  'nothing at all is one finding',
  `sources:\n^^^^^^^ ${id}\n  letters:\n    data:\n      personal: special\n`,
  'pilot',
  /`basis`, `dpia`, `contact`/,
);
find('consent of customers', spec('personal', basis('consent of the customer')));
find('a contract with employees', spec('personal', basis('employment contract of the employee')));
find('consent of staff', spec('personal', basis(`consent of our staff\n           ^^^^^^^^^^^^^^^^^^^^ ${id}`)));
find(
  'consent, for the system of the personnel department',
  spec('personal', basis(`consent\n           ^^^^^^^ ${id}`)).replace('FileNet archive', 'HR archive'),
  'production',
  /"consent" for "letters"/,
);
