import { marked, requirement } from '../support/requirement.ts';

const id = 'tool-least-privilege';
const { find, states } = requirement(id);

interface Tool {
  readonly name?: string;
  readonly what?: string;
  readonly effect?: string;
  readonly scopes?: string;
  readonly allows?: string;
  /** Whether a finding stands at its name. */
  readonly found?: boolean;
}
function tool({ name = 'book-callback', what = 'Books a call-back', effect = 'read', ...more }: Tool): string {
  const { scopes = '    scopes:\n      - calendar:write\n', allows = '', found = false } = more;
  return `tools:
${found ? marked(`  ${name}:`, name, id) : `  ${name}:`}
    what: ${what}
    effect: ${effect}
    runs_as: user
${scopes}${allows}    contract: openapi/calendar.yaml
    owner: core-team
`;
}
const scope = (text: string) => `    scopes:\n      - ${text}\n`;
const wide = (text: string) => `    scopes:\n${marked(`      - ${text}`, text, id)}\n`;

for (const text of [
  'admin',
  'org:admin',
  'admin:org',
  'calendar:*',
  '"*"',
  'Sites.FullControl.All',
  'full access',
  'AdministratorAccess',
  'root',
  'all',
]) {
  find(`too wide: ${text}`, tool({ scopes: wide(text) }), {}, /allows more than any one task takes/);
}
for (const text of [
  'calendar:write',
  'read:admin-audit-log',
  'administration-calendar:read',
  'Mail.Read.All',
  'arn:aws:s3:::claims/letters/*',
  'callbacks:create',
]) {
  find(`narrow: ${text}`, tool({ scopes: scope(text) }));
}
find(
  'no scopes',
  `tools:\n  book-callback:\n  ^^^^^^^^^^^^^ ${id}\n    effect: read\n    runs_as: user\n    contract: a.yaml\n    owner: core-team\n`,
  {},
  /has no `scopes`/,
);
find('a tool that reads may need none', tool({ scopes: '    scopes: []\n' }));
find('one that writes needs some', tool({ effect: 'write', scopes: `    scopes: []\n    ^^^^^^ ${id}\n` }));

for (const name of ['shell', 'run-bash', 'web-browser', 'run_sql', 'execute-python-code', 'http-get']) {
  find(`open-ended by its name: ${name}`, tool({ name, found: true }), {}, /may touch/);
}
for (const what of [
  'Runs Python code in a sandbox',
  'Fetches any URL',
  'Sends raw SQL to the warehouse',
  'Executes shell commands on the build host',
  'Searches the web',
]) {
  find(`open-ended by what it does: ${what}`, tool({ what, found: true }));
}
for (const what of [
  'Books the payment terminal of the branch',
  'Orders a fuel card of Shell',
  'Reads the URL of the claim',
  'Finds the query of the customer',
]) {
  find(`not open-ended: ${what}`, tool({ what }));
}
find('a list of what it may touch', tool({ name: 'shell', allows: '    allows:\n      - git log\n' }));
find(
  'a list that allows all',
  tool({ name: 'shell', allows: `    allows:\n${marked('      - anything', 'anything', id)}\n` }),
  {},
  /as open as without a list/,
);
find(
  'a list of a placeholder',
  tool({ name: 'shell', allows: '    allows:\n      - TODO e.g. git log\n', found: true }),
);

find(
  'in a pilot too',
  `tools:\n  book-callback:\n  ^^^^^^^^^^^^^ ${id}\n    effect: read\n`,
  'pilot',
  /`runs_as`, `scopes`, `contract`, `owner`/,
);
states('each tool for itself', `${tool({})}  shell:\n    effect: read\n`, [
  '/tools/book-callback declared',
  '/tools/shell missing',
  '/tools/shell hollow',
]);
states('no tools', 'system:\n  type: rag\n', []);
