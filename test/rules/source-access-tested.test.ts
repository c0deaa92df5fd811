import { requirement } from '../support/requirement.ts';

const id = 'source-access-tested';
const { find, states } = requirement(id);

const access = (lines: string, status = 'connected') =>
  `sources:\n  letters:\n    status: ${status}\n    access:\n${lines}`;
const missing = (by: string) => access(`    ^^^^^^ ${id}\n      varies_by: ${by}\n`);

find('by user', missing('user'));
find('by role', missing('role'), 'pre-production');
find('a pilot is not asked', access('      varies_by: role\n'), 'pilot');
find('the same for all', access('      varies_by: none\n'));
states('the same for all is no subject', access('      varies_by: none\n'), []);
for (const status of ['planned', 'dropped'])
  find(`nothing to test while ${status}`, access('      varies_by: role\n', status));
find('a folder', access('      varies_by: role\n      test: tests/access/\n'));
find(
  'a page on the web stays unchecked',
  access('      varies_by: role\n      test: https://ci.nordhafen.example/roles\n'),
);
for (const path of ['docs/roles.pdf', 'docs/Roles.DOCX', 'docs/matrix.xlsx'])
  find(
    path,
    access(`      varies_by: role\n      test: ${path}\n            ${'^'.repeat(path.length)} ${id}\n`),
    {},
    /refuses nobody/,
  );
