import { evidence } from '../support/evidence.ts';

const find = evidence('source-access-model');

const spec = `
system:
  type: rag
sources:
  claims:
    via: api
    data:
      class: confidential
    auth:
      method: oauth2-on-behalf-of
    access:
      varies_by: user
      enforced_at: source
    contract: openapi/claims-v3.yaml
indexes:
  claims-index:
    from:
      - claims
`;

const document = (flow: string) => `openapi: 3.0.3
info: { title: Claims, version: 3.1.0 }
security: [{ login: [] }]
paths: { /claims: { get: {} } }
components:
  securitySchemes:
    login: { type: oauth2, flows: { ${flow}: {} } }
`;

find('users who sign in are linked', {
  spec,
  files: { 'openapi/claims-v3.yaml': document('authorizationCode') },
  states: { '/sources/claims': 'linked' },
});

find('where only systems sign in the source cannot tell users apart', {
  spec: spec.replace('enforced_at: source', 'enforced_at: source\n                   ^^^^^^ source-access-model'),
  files: { 'openapi/claims-v3.yaml': document('clientCredentials') },
  says: [/only systems sign in to it \(client credentials\)/],
});

find('a silent document says nothing', {
  spec,
  files: { 'openapi/claims-v3.yaml': 'openapi: 3.0.3\npaths: { /claims: { get: {} } }\n' },
  states: { '/sources/claims': 'declared' },
});

find('rights that the application enforces are not looked for', {
  spec: spec.replace('enforced_at: source', 'enforced_at: app'),
  files: { 'openapi/claims-v3.yaml': document('clientCredentials') },
  states: { '/sources/claims': 'declared' },
});
