import { marked, requirement } from '../support/requirement.ts';

const id = 'source-auth';
const { find, states, fixes } = requirement(id);

const whole = {
  method: 'service-account',
  identity: 'svc-claims-ai',
  secret: 'vault:claims-ai/letters',
  rotate: '90d',
};

function source(changes: Readonly<Record<string, string | undefined>> = {}, more = ''): string {
  const lines = Object.entries({ ...whole, ...changes }).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const text = value.replace(/!$/, '');
    return value.endsWith('!') ? [marked(`      ${key}: ${text}`, text, id)] : [`      ${key}: ${text}`];
  });
  return `sources:\n  letters:\n    status: connected\n    auth:\n${lines.join('\n')}\n${more}`;
}
const atAuth = (text: string) => text.replace('    auth:', `    auth:\n    ^^^^ ${id}`);

find('a whole sign-in', source());
for (const who of [
  'shared',
  'admin',
  'root',
  'me',
  'my account',
  'a shared account',
  'personal token',
  'jonas.weber@nordhafen.example',
]) {
  find(`identity: ${who}`, source({ identity: `${who}!` }), 'pilot', /personal or shared account/);
}
const owners = 'owners:\n  claims-build:\n    person: Jonas Weber\n';
for (const who of ['jonas.weber', 'jweber', 'Weber_Jonas', 'jweber@nordhafen.example']) {
  find(`${who} is a person in this file`, source({ identity: `${who}!` }, owners));
  if (!who.includes('@')) find(`${who} may be anything where nobody is called so`, source({ identity: who }));
}
for (const who of [
  'svc-claims-ai',
  'claims-admin-api',
  'claims.ai@acme.iam.gserviceaccount.com',
  'the signed-in handler',
  'contest-svc',
]) {
  find(`identity: ${who} is one of its own`, source({ identity: who }, owners));
}
for (const none of ['none', 'tbd']) {
  find(`method: ${none}`, source({ method: `${none}!` }));
  find(`identity: ${none}`, source({ identity: `${none}!` }));
}

find('a key without rotation', atAuth(source({ rotate: undefined })), {}, /has no `auth.rotate`/);
find('a key that is rotated never', source({ rotate: '0d!' }), {}, /valid for whoever has copied it/);
find('a key that is kept nowhere', atAuth(source({ secret: undefined })));
find('what a fix leaves where a secret stood is no place', source({ secret: 'env:TODO_SECRET!' }));
for (const method of ['workload-identity', 'managed identity', 'oauth2-on-behalf-of']) {
  find(`${method} needs no key`, source({ method, secret: undefined, rotate: undefined }));
}
find('mutual TLS does', atAuth(source({ method: 'mutual-tls', secret: undefined })));

for (const who of ['svc-claims-pilot', 'poc-reader', 'demo', 'svc-test-claims']) {
  find(`${who} from pre-production on`, source({ identity: `${who}!` }), 'pre-production', /identity of the pilot/);
  find(`${who} in a pilot`, source({ identity: who }), 'pilot');
}

find(
  'nothing at all',
  `
sources:
  letters:
  ^^^^^^^ source-auth
    status: planned
`,
  'pilot',
);
find('a public source needs none', 'sources:\n  law:\n    data:\n      class: public\n');
find('a dropped source needs none', 'sources:\n  law:\n    status: dropped\n');
states(
  'the pilot’s identity will do for the pilot',
  source({ identity: 'svc-claims-pilot' }),
  ['/sources/letters declared'],
  'pilot',
);
fixes(
  'a skeleton by method: without a key',
  'sources:\n  letters:\n    auth:\n      method: workload-identity\n',
  `
sources:
  letters:
    auth:
      method: workload-identity
      identity: TODO e.g. svc-claims-ai
`,
);
fixes(
  'a skeleton by method: with a key',
  'sources:\n  letters:\n    auth:\n      method: api-key\n',
  `
sources:
  letters:
    auth:
      method: api-key
      identity: TODO e.g. svc-claims-ai
      secret: TODO e.g. vault:claims-ai/dms
      rotate: TODO e.g. 90d
`,
);
