import { requirement } from '../support/requirement.ts';

const { find, states } = requirement('source-access-model');

const retrieval = 'indexes:\n  claims-index:\n    max_age: 28h\n';
const bare = (lines: string, status = 'connected') =>
  `${retrieval}sources:\n  letters:\n    status: ${status}\n${lines}`;
const marked = (lines: string) => bare(lines).replace('  letters:', '  letters:\n  ^^^^^^^ source-access-model');

for (const data of [
  '      class: confidential\n',
  '      class: restricted\n',
  '      class: internal\n      personal: personal\n',
  '      personal: special\n',
]) {
  find(
    `asked of ${data.trim().replaceAll(/\s+/g, ' ')}`,
    marked(`    data:\n${data}`),
    {},
    /`access.varies_by`, `access.enforced_at` are missing/,
  );
}
for (const data of [
  '      class: internal\n',
  '      class: public\n',
  '      class: internal\n      personal: none\n',
]) {
  find(`not asked of ${data.trim().replaceAll(/\s+/g, ' ')}`, bare(`    data:\n${data}`));
}
find('not asked of a dropped source', bare('    data:\n      class: confidential\n', 'dropped'));
find('not asked without retrieval or tools', 'sources:\n  letters:\n    data:\n      class: confidential\n');
find(
  'asked where there are tools',
  `tools:
  search:
    effect: read
sources:
  letters:
  ^^^^^^^ source-access-model
    data:
      class: confidential
`,
);

const access = (lines: string, more = '', data = 'confidential') =>
  bare(`    data:\n      class: ${data}\n${more}    access:\n${lines}`);
find('who and where', access('      varies_by: role\n      enforced_at: index-filter\n'));
find(
  'where is missing',
  access('      varies_by: role\n').replace('    access:', '    access:\n    ^^^^^^ source-access-model'),
  {},
  /has no `access.enforced_at`/,
);
find(
  'a placeholder',
  access('      varies_by: TODO\n                 ^^^^ source-access-model\n      enforced_at: app\n'),
);
find('enforced in the prompt is told by `invalid-value`', access('      varies_by: role\n      enforced_at: prompt\n'));

const users = (roles: number) => `system:\n  users:\n    roles: ${roles}\n`;
const none = '      varies_by: none\n                 ^^^^ source-access-model\n';
find('varies by none, with nine roles', users(9) + access(none), 'pilot', /confidential and the users have 9 roles/);
find('varies by none, with nine roles, restricted', users(9) + access(none, '', 'restricted'));
find('varies by none, with one role', users(1) + access('      varies_by: none\n'));
find('varies by none, and nobody says how many roles', access('      varies_by: none\n'));
find(
  'varies by none on an internal source',
  users(9) +
    access('      varies_by: none\n', '      personal: personal\n', 'internal').replace('    access:', '    access:'),
);

const auth = (method: string) => `    auth:\n      method: ${method}\n      identity: svc-claims-ai\n`;
const atSource = '      varies_by: user\n      enforced_at: source\n                   ^^^^^^ source-access-model\n';
for (const method of ['service-account', 'oauth2-client', 'api-key', 'workload-identity']) {
  find(
    `one service identity and no filter: ${method}`,
    access(atSource, auth(method)),
    {},
    /it sees `svc-claims-ai` \(.*\) for all of them/,
  );
  find(`${method} with a filter`, access('      varies_by: user\n      enforced_at: index-filter\n', auth(method)));
}
find(
  'on behalf of the user',
  access('      varies_by: user\n      enforced_at: source\n', auth('oauth2-on-behalf-of')),
);
find(
  'nobody says how it signs in, which `source-auth` asks',
  access('      varies_by: user\n      enforced_at: source\n'),
);
states(
  'every source that it applies to',
  `${access('      varies_by: role\n      enforced_at: app\n')}  notes:\n    data:\n      class: internal\n  mails:\n    data:\n      personal: personal\n`,
  ['/sources/letters declared', '/sources/mails missing'],
);
