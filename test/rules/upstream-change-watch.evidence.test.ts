import { evidence } from '../support/evidence.ts';

const find = evidence('upstream-change-watch');

const spec = (contract: string, carets = '') => `
sources:
  claims:
    status: connected
    via: api
    contract: ${contract}
${carets}    change_notice: slack:claims-core-api
`;
const under = (text: string) => `              ${'^'.repeat(text.length)} upstream-change-watch\n`;

const document = `openapi: 3.0.3
info: { title: Claims, version: 3.1.0 }
paths:
  /claims/{id}:
    get: { operationId: getClaim }
    delete: { operationId: dropClaim, deprecated: true }
`;
const files = { 'openapi/claims-v3.yaml': document };

find('a versioned document proves it', {
  spec: spec('openapi/claims-v3.yaml'),
  files,
  states: { '/sources/claims': 'proven' },
  says: [/describes Claims in version 3\.1\.0/],
});

for (const selector of ['getClaim', 'GET /claims/{id}']) {
  find(`the operation is found as ${selector}`, {
    spec: spec(`openapi/claims-v3.yaml#${selector}`),
    files,
    states: { '/sources/claims': 'proven' },
  });
}

find('an operation that is not there contradicts it, and the nearest is offered', {
  spec: spec('openapi/claims-v3.yaml#getClaims', under('openapi/claims-v3.yaml#getClaims')),
  files,
  says: [/There is no operation "getClaims" in openapi\/claims-v3\.yaml, but "getClaim"\./],
});

find('a file that is not there contradicts it', {
  spec: spec('openapi/claims-v3.yaml', under('openapi/claims-v3.yaml')),
  files: {},
  says: [/There is no "openapi\/claims-v3\.yaml"\./],
});

const versions: readonly (readonly [path: string, version: string, other: boolean])[] = [
  ['openapi/claims-v3.yaml', '4.0.0', true],
  ['openapi/claims-v3.yaml', 'v3', false],
  ['openapi/claims-v3.yaml', '0.9.0', false],
  ['openapi/claims-v3.yaml', '2026-04-01', false],
  ['openapi/claims-3.4.yaml', '3.4.1', false],
  ['openapi/claims-3.4.yaml', '3.5.0', true],
  ['core/v3/claims.yaml', '4.1', true],
  ['openapi/v3/claims_v5.yaml', '5.0.1', false],
  ['claims-openapi-v3.yaml', '1.2.0', false],
  ['claims-2026-04-01.yaml', '2026-07-01', true],
];
for (const [path, version, other] of versions) {
  find(`${version} under ${path}`, {
    files: { [path]: document.replace('3.1.0', version) },
    ...(other
      ? {
          spec: spec(path, under(path)),
          says: [new RegExp(`By its path "${path}" is of .*, but ${path}:2 says ${version}`)],
        }
      : { spec: spec(path), says: [/describes Claims in version/] }),
  });
}

find('an address with the version of the path', {
  spec: spec('openapi/claims-v3.yaml'),
  files: {
    'openapi/claims-v3.yaml': `${document.replace('3.1.0', '4.0.0')}servers:\n  - url: https://claims.example/api/v3\n`,
  },
  says: [/describes Claims in version/],
});

find('an operation on its way out is stale in production', {
  spec: spec('openapi/claims-v3.yaml#dropClaim', under('openapi/claims-v3.yaml#dropClaim')),
  files,
  says: [/"dropClaim" is marked as deprecated in openapi\/claims-v3\.yaml:6\./],
});

find('all operations on their way out', {
  spec: spec('openapi/claims-v3.yaml', under('openapi/claims-v3.yaml')),
  files: { 'openapi/claims-v3.yaml': document.replace('getClaim }', 'getClaim, deprecated: true }') },
  says: [/^All that openapi\/claims-v3\.yaml describes is marked as deprecated, the first in line 5\.$/],
});

find('and passes before', {
  spec: spec('openapi/claims-v3.yaml#dropClaim'),
  files,
  stage: 'pre-production',
});

find('a document without a version is not enough in production', {
  spec: spec('openapi/claims-v3.yaml', under('openapi/claims-v3.yaml')),
  files: { 'openapi/claims-v3.yaml': document.replace(', version: 3.1.0', '') },
  says: [/does not say in which version it is/],
});

find('an operation may stand in another file, which is not followed', {
  spec: spec('openapi/claims-v3.yaml#getNotes'),
  files: { 'openapi/claims-v3.yaml': `${document}  /notes: { $ref: notes.yaml }\n` },
  states: { '/sources/claims': 'unverifiable' },
});

find('GraphQL has no version', {
  spec: spec('api/v1/schema.graphql#Query.claim'),
  files: { 'api/v1/schema.graphql': 'type Query { claim(id: ID!): Claim }' },
  states: { '/sources/claims': 'linked' },
});

find('what describes no interface is linked', {
  spec: spec('docs/v1/api.md'),
  files: { 'docs/v1/api.md': 'The API has three operations.' },
  states: { '/sources/claims': 'linked' },
  says: [/no description of an interface that is understood here/],
});

find('a document on the net is not opened', {
  spec: spec('https://core.nordhafen.example/v3/openapi.yaml'),
  files,
  states: { '/sources/claims': 'unverifiable' },
});

find('a repository that is not here stops nobody', {
  spec: spec('core//openapi/claims-v3.yaml'),
  files: {},
  absentRoots: ['core'],
  states: { '/sources/claims': 'unverifiable' },
});
