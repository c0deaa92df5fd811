import type { Fact } from '../../assessment.ts';
import type { Operation, Scheme } from '../../evidence/contracts/described.ts';
import type { Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import { counted, type Described, operationFact, schemesIn } from './interfaces.ts';

/** What the description of an interface says about signing in, against what the spec says. */
export function signingIn(
  named: Scalar<string>,
  found: Described,
  method: Scalar<string> | undefined,
): readonly Proof[] {
  const { file, shown, operation, api } = found;
  // A configuration of clients or a list of tools says how one signs in somewhere else.
  if (api.operations.length === 0 || api.kind === 'tools') return [];
  const operations = operation === undefined ? api.operations : [operation];
  const what = operation === undefined ? 'the interface' : `"${operation.id ?? operation.name}"`;
  const place = operation === undefined ? shown : `${shown}:${operation.line}`;
  const of = (kind: Operation['security']['kind']) => operations.filter(({ security }) => security.kind === kind);
  const [guarded, open] = [of('named'), of('anonymous')];
  const facts = operation === undefined ? counts(found) : [operationFact(file, operation)];
  const linked = (reason: string): Proof => ({ at: named, state: 'linked', reach: 'linked', reason, facts });

  if (open.length === operations.length) {
    const reason = `The spec says how the system signs in, but by ${place} anybody may call ${operation === undefined ? 'every operation' : what}.`;
    return [{ at: method ?? named, state: 'contradicted', reason, facts }];
  }
  if (guarded.length === 0) {
    if (of('optional').length > 0) return [linked(`By ${place} ${what} may be called without signing in.`)];
    return [
      linked(
        operation === undefined
          ? `${shown} does not say who may call what it describes.`
          : `${what} is in ${place}, but the document does not say who may call it.`,
      ),
    ];
  }
  const lax = operation === undefined ? mostlyOpen(operations, method ?? named, found, facts) : undefined;
  if (lax !== undefined) return [lax];
  const schemes = schemesIn(found);
  if (schemes.length === 0) return [linked(`${shown} asks for a way of signing in that it does not define.`)];
  const odd = mismatch(method, schemes);
  if (odd !== undefined && method !== undefined) {
    const reason = `"${method.value}" is declared, but ${place} only takes ${odd}.`;
    return [{ at: method, state: 'contradicted', reason, facts }];
  }
  const exceptions = operations.length - guarded.length;
  const but = exceptions === 0 ? '' : `; ${exceptions} of ${counted(operations.length, 'operation')} do not say so`;
  const reason = `By ${place} ${what} takes ${words(schemes)}${but}.`;
  return [{ at: named, state: 'proven', reason, facts }];
}

/** Operations that nobody signs in for anywhere. */
const forAnybody =
  /\/(?:health|healthz|ready|readyz|live|livez|ping|status|metrics|version|login|token|oauth2?|auth|docs|openapi)\b/i;

/** The rule of the interface is another one than what a few of its operations ask for. */
function mostlyOpen(
  operations: readonly Operation[],
  at: Proof['at'],
  { shown }: Described,
  facts: readonly Fact[],
): Proof | undefined {
  const asked = operations.filter(({ name, security }) => security.kind === 'named' || !forAnybody.test(name));
  const open = asked.filter(({ security }) => security.kind === 'anonymous');
  const unguarded = asked.filter(({ security }) => security.kind !== 'named');
  const [first] = open;
  if (first !== undefined && open.length * 2 > asked.length) {
    const reason = `The spec says how the system signs in, but by ${shown} anybody may call ${open.length} of ${counted(asked.length, 'operation')}, such as ${first.name} in line ${first.line}.`;
    return { at, state: 'contradicted', reason, facts };
  }
  if (unguarded.length * 2 <= asked.length) return undefined;
  const reason = `${unguarded.length} of ${counted(asked.length, 'operation')} in ${shown} do not say that one has to sign in.`;
  return { at, state: 'linked', reach: 'linked', reason, facts };
}

function counts({ api, file }: Described) {
  const said = (['named', 'optional', 'anonymous', 'silent'] as const).flatMap((kind) => {
    const these = api.operations.filter(({ security }) => security.kind === kind);
    const [first] = these;
    if (first === undefined) return [];
    return [
      {
        file,
        line: first.line,
        says: `${counted(these.length, 'operation')} ${outcomes[kind]}, such as ${first.name}.`,
      },
    ];
  });
  return said;
}

const outcomes = {
  named: 'for which one signs in',
  optional: 'open to anybody, with more for those who sign in',
  anonymous: 'open to anybody',
  silent: 'on which nothing is said',
} as const;

/** Ways of signing in that cannot be meant by a method; a token of any origin travels as a bearer. */
function mismatch(method: Scalar<string> | undefined, schemes: readonly Scheme[]): string | undefined {
  const declared = method?.value.toLowerCase() ?? '';
  const never: readonly (readonly [RegExp, readonly Scheme['type'][]])[] = [
    [/oauth|openid|oidc/, ['api-key', 'basic', 'mutual-tls']],
    [/api[-_ ]?key/, ['oauth2', 'openid', 'mutual-tls']],
    [/mutual[-_ ]?tls|mtls/, ['oauth2', 'openid', 'api-key', 'basic', 'bearer']],
  ];
  const rule = never.find(([pattern]) => pattern.test(declared));
  if (rule === undefined || !schemes.every(({ type }) => rule[1].includes(type))) return undefined;
  return words(schemes);
}

export function words(schemes: readonly Scheme[]): string {
  return [...new Set(schemes.map(({ type }) => spelled[type]))].join(' or ');
}

const spelled: Readonly<Record<Scheme['type'], string>> = {
  oauth2: 'OAuth 2',
  openid: 'OpenID Connect',
  bearer: 'a bearer token',
  basic: 'a user name and a password',
  'api-key': 'an API key',
  'mutual-tls': 'a client certificate',
  other: 'a way of signing in of its own',
};
