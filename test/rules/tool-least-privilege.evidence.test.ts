import { evidence } from '../support/evidence.ts';

const find = evidence('tool-least-privilege');

const spec = (contract: string, scopes: readonly string[] = ['calendar:write'], effect = 'write', more = '') => `
tools:
  book-callback:
    what: Books a call-back in the calendar of the branch
    effect: ${effect}
${more}    runs_as: user
    scopes:
${scopes.map((scope) => (scope.startsWith('^') ? `        ${scope}` : `      - ${scope}`)).join('\n')}
    contract: ${contract}
    owner: core-team
owners:
  core-team:
    team: Claims Core
`;

const document = `openapi: 3.0.3
info: { title: Calendar, version: 2.3.0 }
paths:
  /callbacks:
    post: { operationId: bookCallback, security: [{ login: [calendar:write] }] }
    delete: { operationId: dropCallback, security: [{ login: [calendar:write] }] }
    get: { operationId: listCallbacks }
components:
  securitySchemes:
    login: { type: oauth2, flows: { authorizationCode: { scopes: { calendar:write: w, calendar:read: r } } } }
`;
const files = { 'openapi/calendar-v2.yaml': document };

find('scopes as the operation asks for them prove it', {
  spec: spec('openapi/calendar-v2.yaml#bookCallback'),
  files,
  states: { '/tools/book-callback': 'proven' },
  says: [/asks for the scopes that the tool holds, and no others/],
});

find('a scope that is not held contradicts it', {
  spec: spec('openapi/calendar-v2.yaml#bookCallback', ['calendar:read']).replace(
    '      - calendar:read',
    '      - calendar:read\n      ^^^^^^^^^^^^^^^ tool-least-privilege',
  ),
  files,
  says: [/"bookCallback" in openapi\/calendar-v2\.yaml:5 takes "calendar:write", which `scopes` does not hold/],
});

find('a scope that is not asked for contradicts it', {
  spec: spec('openapi/calendar-v2.yaml#bookCallback', [
    'calendar:write',
    'calendar:read',
    '^^^^^^^^^^^^^ tool-least-privilege',
  ]),
  files,
  says: [/The tool holds "calendar:read", but "bookCallback" in openapi\/calendar-v2\.yaml:5 does not ask for it/],
});

find('a scope in the words of somebody else is let pass', {
  spec: spec('openapi/calendar-v2.yaml#bookCallback', ['calendar:write', 'Calendars.ReadWrite']),
  files,
  states: { '/tools/book-callback': 'proven' },
});

find('an operation that changes something is no reading', {
  spec: spec(
    'openapi/calendar-v2.yaml#dropCallback',
    ['calendar:write'],
    'read',
    '            ^^^^ tool-least-privilege\n',
  ),
  files,
  says: [
    /`effect` is read, but "dropCallback" \(DELETE \/callbacks\) in openapi\/calendar-v2\.yaml:6 changes something/,
  ],
});

find('a hint of MCP counts as well', {
  spec: spec('mcp/tools.json#book', ['calendar:write'], 'read', '            ^^^^ tool-least-privilege\n'),
  files: {
    'mcp/tools.json': '{"tools":[{"name":"book","inputSchema":{},"annotations":{"destructiveHint":true}}]}',
  },
  says: [/changes something/],
});

find('an operation without scopes is linked', {
  spec: spec('openapi/calendar-v2.yaml#listCallbacks'),
  files,
  states: { '/tools/book-callback': 'linked' },
});

find('a document without a selector is linked', {
  spec: spec('openapi/calendar-v2.yaml'),
  files,
  states: { '/tools/book-callback': 'linked' },
});

find('a tool that is not there', {
  spec: spec('openapi/calendar-v2.yaml#bookCalback').replace(
    '#bookCalback',
    '#bookCalback\n              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tool-least-privilege',
  ),
  files,
  says: [/There is no operation "bookCalback" in openapi\/calendar-v2\.yaml, but "bookCallback"/],
});

find('a server of the MCP registry does not list its tools', {
  spec: spec('mcp/server.json#book'),
  files: { 'mcp/server.json': '{"name":"example.nordhafen/calendar","version":"1.0.0","packages":[]}' },
  states: { '/tools/book-callback': 'linked' },
  says: [/such a file does not list its tools/],
});

const contract = 'openapi/calendar-v2.yaml#bookCallback';
const changed = (from: string, to: string) => ({ 'openapi/calendar-v2.yaml': document.replace(from, to) });
const underContract = (text: string) =>
  text.replace(contract, `${contract}\n              ${'^'.repeat(contract.length)} tool-least-privilege`);
find('an operation on its way out', {
  spec: underContract(spec(contract)),
  files: changed('operationId: bookCallback,', 'operationId: bookCallback, deprecated: true,'),
  says: [/^"bookCallback" is marked as deprecated in openapi\/calendar-v2\.yaml:5\.$/],
});
find('a document of another version', {
  spec: underContract(spec(contract)),
  files: changed('version: 2.3.0', 'version: 3.0.0'),
  says: [/^By its path "openapi\/calendar-v2.yaml" is of version 2, but openapi\/calendar-v2.yaml:2 says 3\.0\.0\.$/],
});
find('an operation that anybody may call', {
  spec: spec(contract, ['calendar:write', '^^^^^^^^^^^^^^ tool-least-privilege']),
  files: changed('security: [{ login: [calendar:write] }]', 'security: []'),
  says: [/^The tool holds "calendar:write", but by openapi\/calendar-v2\.yaml:5 anybody may call "bookCallback"\.$/],
});

const odd: readonly (readonly [effect: string, change: readonly [string, string], says: RegExp | undefined])[] = [
  [
    'irreversible',
    ['post:', 'get:'],
    /"bookCallback" \(GET \/callbacks\) in openapi\/calendar-v2\.yaml:5 only reads by its method/,
  ],
  ['write', ['post:', 'delete:'], /deletes or destroys something/],
  ['read', ['post:', 'post:'], /makes or changes something by its name/],
  ['irreversible', ['post:', 'post:'], undefined],
  ['irreversible', ['post:', 'delete:'], undefined],
];
for (const [effect, [from, to], says] of odd) {
  const text = changed('    delete: { operationId: dropCallback, security: [{ login: [calendar:write] }] }\n', '');
  find(`${effect} over ${to} is ${says === undefined ? 'proven' : 'in doubt'}`, {
    spec: spec(contract, ['calendar:write'], effect, effect === 'read' ? '' : '    approval: human\n'),
    files: {
      'openapi/calendar-v2.yaml': text['openapi/calendar-v2.yaml']
        .replace(from, to)
        .replace(/\n {4}get: \{ operationId: list.*/, ''),
    },
    states: { '/tools/book-callback': says === undefined ? 'proven' : 'linked' },
    says: says === undefined ? [] : [says],
  });
}
find('a tool whose name says that it changes something', {
  spec: spec('mcp/tools.json#send_mail', ['calendar:write'], 'read'),
  files: { 'mcp/tools.json': '{"tools":[{"name":"send_mail","inputSchema":{}}]}' },
  states: { '/tools/book-callback': 'linked' },
  says: [/makes or changes something by its name/],
});
