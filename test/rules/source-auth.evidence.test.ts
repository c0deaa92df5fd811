import { evidence } from '../support/evidence.ts';

const find = evidence('source-auth');

const spec = `
sources:
  claims:
    via: api
    auth:
      method: oauth2-client
      identity: svc-claims-ai
      secret: vault:claims-ai/core
      rotate: 90d
    contract: openapi/claims-v3.yaml#getClaim
`;

const document = (security: string, scheme = 'type: oauth2') => `openapi: 3.0.3
info: { title: Claims, version: 3.1.0 }
paths:
  /claims/{id}:
    get:
      operationId: getClaim
${security}
components:
  securitySchemes:
    login: { ${scheme} }
`;
const guarded = '      security: [{ login: [] }]';

find('an operation that asks for a way of signing in proves it', {
  spec,
  files: { 'openapi/claims-v3.yaml': document(guarded) },
  states: { '/sources/claims': 'proven' },
  says: [/By openapi\/claims-v3\.yaml:5 "getClaim" takes OAuth 2\./],
});

find('an operation open to anybody contradicts it', {
  spec: spec.replace('oauth2-client', 'oauth2-client\n              ^^^^^^^^^^^^^ source-auth'),
  files: { 'openapi/claims-v3.yaml': document('      security: [{}]') },
  says: [/by openapi\/claims-v3\.yaml:5 anybody may call "getClaim"/],
});

find('a document that is silent is linked, and that is all it can be', {
  spec,
  files: { 'openapi/claims-v3.yaml': document('') },
  states: { '/sources/claims': 'linked' },
  says: [/does not say who may call it/],
});

find('signing in that is optional is linked', {
  spec,
  files: { 'openapi/claims-v3.yaml': document('      security: [{}, { login: [] }]') },
  states: { '/sources/claims': 'linked' },
  says: [/may be called without signing in/],
});

find('a scheme that is not defined is linked', {
  spec,
  files: { 'openapi/claims-v3.yaml': document('      security: [{ other: [] }]') },
  states: { '/sources/claims': 'linked' },
  says: [/does not define/],
});

find('a method that the document does not take contradicts it', {
  spec: spec.replace('oauth2-client', 'oauth2-client\n              ^^^^^^^^^^^^^ source-auth'),
  files: { 'openapi/claims-v3.yaml': document(guarded, 'type: apiKey') },
  says: [/"oauth2-client" is declared, but openapi\/claims-v3\.yaml:5 only takes an API key\./],
});

find('a bearer token may be of any origin', {
  spec,
  files: { 'openapi/claims-v3.yaml': document(guarded, 'type: http, scheme: bearer') },
  states: { '/sources/claims': 'proven' },
});

find('of a whole document the operations are counted', {
  spec: spec.replace('#getClaim', ''),
  files: {
    'openapi/claims-v3.yaml': document(guarded).replace(
      'components:',
      '  /health:\n    get: { operationId: health, security: [] }\ncomponents:',
    ),
  },
  states: { '/sources/claims': 'proven' },
  says: [/the interface takes OAuth 2; 1 of 2 operations do not say so/],
});

const whole = spec.replace('#getClaim', '');
const several = (rest: string) => ({
  'openapi/claims-v3.yaml': document(guarded).replace('components:', `${rest}components:`),
});
find('most operations of a whole document open to anybody', {
  spec: whole.replace('oauth2-client', 'oauth2-client\n              ^^^^^^^^^^^^^ source-auth'),
  files: several('  /a:\n    get: { security: [] }\n  /b:\n    get: { security: [] }\n'),
  says: [/by openapi\/claims-v3\.yaml anybody may call 2 of 3 operations, such as GET \/a in line 9\.$/],
});
find('most operations of a whole document silent', {
  spec: whole,
  files: several('  /a:\n    get: {}\n  /b:\n    get: {}\n'),
  states: { '/sources/claims': 'linked' },
  says: [/2 of 3 operations in openapi\/claims-v3\.yaml do not say that one has to sign in/],
});
find('what everybody calls is open to everybody', {
  spec: whole,
  files: several('  /v1/health:\n    get: { security: [] }\n  /token:\n    post: { security: [] }\n'),
  states: { '/sources/claims': 'proven' },
});
find('of a missing file another requirement speaks, where there is one', {
  spec,
  files: {},
  states: { '/sources/claims': 'declared' },
});

find('of a source that is not called at run time nobody else does', {
  spec: spec
    .replace('via: api', 'via: index')
    .replace(
      'openapi/claims-v3.yaml#getClaim',
      'openapi/claims-v3.yaml#getClaim\n              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source-auth',
    ),
  files: {},
  says: [/There is no "openapi\/claims-v3\.yaml"\./],
});

find('a list of tools says nothing of signing in', {
  spec: spec.replace('claims-v3.yaml#getClaim', 'tools.json#getClaim'),
  files: { 'openapi/tools.json': '[{"name":"getClaim","input_schema":{}}]' },
  states: { '/sources/claims': 'declared' },
});
