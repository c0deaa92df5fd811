import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operationOf, readApi } from '../../../core/src/evidence/contracts/api.ts';
import type { Operation } from '../../../core/src/evidence/contracts/described.ts';

/** Operations as `line name id security effect`, with the scopes that one of them takes. */
const documents: Readonly<Record<string, readonly [text: string, kind: string, ...operations: string[]]>> = {
  'OpenAPI 3 with security for all, for one, and for none': [
    `openapi: 3.1.0
info: { title: Claims, version: 2.0.0 }
security:
  - login: [claims.read]
paths:
  /claims:
    get:
      operationId: listClaims
    post:
      operationId: addClaim
      security:
        - login: [claims.write]
        - key: []
    parameters: []
  /health:
    get:
      security: []
    head:
      security: [{}]
  /search:
    post:
      operationId: search
      deprecated: true
      security: [{}, { key: [] }]
components:
  securitySchemes:
    login: { type: oauth2, flows: { authorizationCode: { scopes: { claims.read: r, claims.write: w } } } }
    key: { type: apiKey, in: header, name: x }
`,
    'openapi',
    '7 GET /claims listClaims named(login claims.read) read',
    '9 POST /claims addClaim named(login claims.write|key)',
    '16 GET /health - anonymous read',
    '18 HEAD /health - anonymous read',
    '21 POST /search search optional(key) deprecated',
  ],
  'OpenAPI that is silent on who may call': [
    '{"openapi":"3.0.2","info":{"title":"T","version":"1"},"paths":{\n"/a/{b}":{"delete":{"operationId":"drop_a"}}}}',
    'openapi',
    '2 DELETE /a/{b} drop_a silent irreversible',
  ],
  'Swagger 2': [
    `swagger: "2.0"
info: { title: Old, version: "1.1" }
securityDefinitions:
  basic: { type: basic }
paths:
  /x:
    put: { operationId: putX, security: [{ basic: [] }] }
`,
    'openapi',
    '7 PUT /x putX named(basic) write',
  ],
  'references inside the document are followed, others not': [
    `openapi: 3.1.0
paths:
  /x: { $ref: "#/components/pathItems/x" }
  /y: { $ref: "../outside.yaml#/y" }
  /z: { $ref: "#/paths/~1z" }
components:
  pathItems:
    x: { get: { operationId: getX } }
`,
    'openapi',
    '8 GET /x getX silent read',
  ],
  'AsyncAPI 2': [
    `asyncapi: 2.6.0
info: { title: Events, version: 1.0.0 }
servers:
  main: { url: x, security: [{ cert: [] }] }
channels:
  claims/opened:
    subscribe: { operationId: onOpened }
components:
  securitySchemes:
    cert: { type: X509 }
`,
    'asyncapi',
    '6 claims/opened - named(cert)',
    '7 subscribe claims/opened onOpened named(cert)',
  ],
  'AsyncAPI 3': [
    `asyncapi: 3.0.0
info: { title: Events, version: 1.0.0 }
channels:
  opened: { address: claims.opened }
operations:
  sendOpened:
    action: send
    security:
      - $ref: "#/components/securitySchemes/user"
components:
  securitySchemes:
    user: { type: userPassword }
`,
    'asyncapi',
    '4 opened claims.opened silent',
    '6 sendOpened sendOpened named(user)',
  ],
  'GraphQL with descriptions, arguments, directives and extensions': [
    `# The schema
"""
type Fake { field: Int }
"""
type Query @auth {
  "one # claim"
  claim(id: ID!, with: [Part!] = [ALL]): Claim @deprecated(reason: "use { claims }")
  claims: [Claim!]!
}
enum Part { ALL SOME }
extend type Mutation {
  close(id: ID!): Claim @aws_cognito_user_pools
  reopen: Claim
}
input Filter { line: String = "x" after: Int }
`,
    'graphql',
    '7 Query.claim - named(auth) read deprecated',
    '8 Query.claims - named(auth) read',
    '12 Mutation.close - named(aws_cognito_user_pools)',
    '13 Mutation.reopen - silent',
    '15 Filter.line - silent',
    '15 Filter.after - silent',
  ],
  'a server of the MCP registry, in camel case': [
    `{"$schema":"https://static.modelcontextprotocol.io/schemas/2025-10-17/server.schema.json",
"name":"io.github.acme/claims","version":"1.2.0",
"remotes":[{"type":"sse","url":"https://x","headers":[{"name":"Authorization","isSecret":true}]}]}`,
    'mcp-server',
    '2 io.github.acme/claims claims named(Authorization)',
  ],
  'a server of the MCP registry, with underscores': [
    `{"name":"io.github.acme/claims","version_detail":{"version":"0.9.0"},
"packages":[{"registry_name":"npm","environment_variables":[{"name":"KEY","is_secret":true}]}]}`,
    'mcp-server',
    '1 io.github.acme/claims claims named(KEY)',
  ],
  'a client of MCP': [
    '{"mcpServers":{"claims":{"command":"npx","env":{"CLAIMS_TOKEN":"${TOKEN}"}},"docs":{"url":"https://x"}}}',
    'mcp-clients',
    '1 claims claims named(CLAIMS_TOKEN)',
    '1 docs docs silent',
  ],
  'tools as MCP lists them': [
    `{"tools":[
{"name":"find","inputSchema":{},"annotations":{"readOnlyHint":true}},
{"name":"drop","inputSchema":{},"annotations":{"destructiveHint":true}},
{"name":"save","inputSchema":{},"annotations":{"readOnlyHint":false}}]}`,
    'tools',
    '2 find find silent read',
    '3 drop drop silent irreversible',
    '4 save save silent write',
  ],
  'functions as a model API takes them': [
    '[{"type":"function","function":{"name":"look_up","parameters":{}}}]',
    'tools',
    '1 look_up look_up silent',
  ],
  'what describes nothing': ['name: x\ntools: 3\npaths: []\n', 'unknown'],
  'names of every object': [
    'openapi: 3.0.0\npaths:\n  __proto__:\n    get: { operationId: constructor }\n',
    'openapi',
    '4 GET __proto__ constructor silent read',
  ],
};

for (const [name, [text, kind, ...expected]] of Object.entries(documents)) {
  test(name, () => {
    const api = readApi(text);
    assert.equal(api.kind, kind);
    assert.deepEqual(api.operations.map(shown), expected);
  });
}

function shown({ line, name, id, security, effect, deprecated }: Operation): string {
  const taken =
    security.kind === 'named' || security.kind === 'optional'
      ? `(${security.alternatives.map((one) => [...one].map(([scheme, scopes]) => [scheme, ...scopes].join(' ')).join('+')).join('|')})`
      : '';
  return [line, name, id ?? '-', security.kind + taken, effect, deprecated ? 'deprecated' : undefined]
    .filter((part) => part !== undefined)
    .join(' ');
}

test('schemes tell their kind, flows and scopes', () => {
  const { schemes } = readApi(`swagger: "2.0"
securityDefinitions:
  app: { type: oauth2, flow: application, scopes: { a: x } }
  token: { type: http, scheme: Bearer }
  odd: { type: somethingNew }
`);
  assert.deepEqual(
    [...schemes].map(([name, { type, flows, scopes, line }]) => [name, type, flows, scopes, line]),
    [
      ['app', 'oauth2', ['clientCredentials'], ['a'], 3],
      ['token', 'bearer', [], [], 4],
      ['odd', 'other', [], [], 5],
    ],
  );
});

test('an operation is found by its id, and by method and path however they are spelled', () => {
  const api = readApi('openapi: 3.0.0\npaths:\n  /claims/{id}/:\n    post: { operationId: close }\n');
  for (const selector of ['close', 'POST /claims/{id}/', 'post /claims/{id}', 'POST  /claims/{id}']) {
    assert.equal(operationOf(api, selector)?.line, 4, selector);
  }
  for (const selector of ['Close', 'GET /claims/{id}', '/claims/{id}', '']) {
    assert.equal(operationOf(api, selector), undefined, selector);
  }
});
