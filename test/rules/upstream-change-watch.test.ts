import { requirement } from '../support/requirement.ts';

const id = 'upstream-change-watch';
const { find, states } = requirement(id);

const source = (contract: string, notice = 'slack:claims-core-api') =>
  `sources:\n  claim-record:\n    via: api\n    contract: ${contract}\n    change_notice: ${notice}\n`;
const at = (column: number, value: string) => `${value}\n${' '.repeat(column)}${'^'.repeat(value.length)} ${id}`;

for (const path of ['openapi/claims-core-v3.yaml', 'openapi/claims-core.yaml', 'https://core.example/v3/openapi.json'])
  find(path, source(path));
for (const path of [
  'https://core.example/openapi.json',
  'https://core2.example/openapi.json',
  'https://core.example/latest/v3.json',
  'openapi/latest.yaml',
])
  find(path, source(at(14, path)));
find('a word that only begins so', source('openapi/mainframe.yaml'));

const owners = 'owners:\n  claims-ops:\n    team: Claims Platform Operations\n    person: Ines Duarte\n';
for (const contact of ['mailto:ines.duarte@nordhafen.example', 'mailto:duarte@nordhafen.example', 'mailto:x@gmail.com'])
  find(contact, `${owners}${source('openapi/v3.yaml', at(19, contact))}`, {}, /is one person’s mailbox/);
for (const contact of ['mailto:claims.ops@nordhafen.example', 'mailto:siu-tools@nordhafen.example', 'teams:vendors'])
  find(contact, `${owners}${source('openapi/v3.yaml', contact)}`);

find(
  'an API, without both',
  `sources:\n  claim-record:\n  ^^^^^^^^^^^^ ${id}\n    via: api\n`,
  'pre-production',
  /`contract`, `change_notice`/,
);
find('a pilot is not asked', 'sources:\n  claim-record:\n    via: api\n', 'pilot');
for (const via of ['index', 'features', 'training'])
  find(`a source via ${via}`, `sources:\n  letters:\n    via: ${via}\n`);
find('a planned one', 'sources:\n  claim-record:\n    via: api\n    status: planned\n');
find(
  'a hosted judge, even one in CI',
  `models:\n  judge-llm:\n  ^^^^^^^^^ ${id}\n    role: judge\n    provider: aws-bedrock\n`,
);
find('a model of one’s own', 'models:\n  embedder:\n    provider: own\n');

const tool = (owner: string, mark = '') => `tools:\n  calendar:\n${mark}    effect: write\n${owner}`;
const run = 'operations:\n  run_owner: claims-ops\n';
find(
  'a tool of another team',
  tool('    owner: core-team\n', `  ^^^^^^^^ ${id}\n`) + run,
  {},
  /`change_notice` is missing/,
);
find('a tool of the own team', tool('    owner: claims-ops\n') + run);
find('a tool whose owner is not known', tool('') + run);
states('none of these is a subject', tool('    owner: claims-ops\n') + run, []);
