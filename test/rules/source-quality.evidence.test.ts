import { evidence } from '../support/evidence.ts';

const find = evidence('source-quality');

const spec = (quality: string, carets = '') => `
system:
  type: model
sources:
  letters:
    status: connected
    quality: ${quality}
${carets}indexes:
  letters-index:
    from:
      - letters
    max_age: 28h
`;
const under = (text: string) => `             ${'^'.repeat(text.length)} source-quality\n`;
const path = 'contracts/letters.odcs.yaml';

const contract = (status: string, latency: string, checks = 'required: true') => `kind: DataContract
version: 1.2.0
status: ${status}
schema:
  - name: letter
    properties: [{ name: id, ${checks} }]
slaProperties:
  - { property: latency, value: ${latency}, unit: h }
`;

find('a contract in force with checks proves it', {
  spec: spec(path),
  files: { [path]: contract('active', '4') },
  states: { '/sources/letters': 'proven' },
  says: [/Open Data Contract 1\.2\.0, active, holds 1 check/],
});

for (const status of ['draft', 'proposed', 'deprecated', 'retired']) {
  find(`a contract that is ${status} is none in production`, {
    spec: spec(path, under(path)),
    files: { [path]: contract(status, '4') },
    says: [new RegExp(`The contract is ${status} in contracts/letters.odcs.yaml:3`)],
  });
}

find('and enough before', {
  spec: spec(path),
  files: { [path]: contract('draft', '4') },
  stage: 'pre-production',
});

find('data that arrives later than an index promises', {
  spec: spec(path, under(path)),
  files: { [path]: contract('active', '48') },
  says: [
    /index "letters-index" promises that a change is found after 28h, but by contracts\/letters\.odcs\.yaml:8 the data may be 48h old/i,
  ],
});

find('a contract without a check that runs', {
  spec: spec(path, under(path)),
  files: { [path]: contract('active', '4', 'quality: [{ type: text }]') },
  says: [/holds no check that a machine can run/],
});

find('a table that the contract does not have, and the nearest', {
  spec: spec(`${path}#leter`, under(`${path}#leter`)),
  files: { [path]: contract('active', '4') },
  says: [/has no "leter", but "letter"/],
});

find('a table of dbt', {
  spec: spec('models/sources.yml#core.letters'),
  files: {
    'models/sources.yml':
      'version: 2\nsources:\n  - name: core\n    tables:\n      - name: letters\n        freshness: { error_after: { count: 6, period: hour } }\n',
  },
  states: { '/sources/letters': 'proven' },
});

find('a file of another kind is linked', {
  spec: spec('checks/letters.py'),
  files: { 'checks/letters.py': 'schema = Schema()\n' },
  states: { '/sources/letters': 'linked' },
});

find('a folder is linked', {
  spec: spec('checks/'),
  files: { 'checks/letters.py': 'schema = Schema()\n' },
  states: { '/sources/letters': 'linked' },
});

find('no such file', {
  spec: spec(path, under(path)),
  files: {},
  says: [/There is no "contracts\/letters\.odcs\.yaml"/],
});
