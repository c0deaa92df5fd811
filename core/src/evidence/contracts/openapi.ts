import type { AnyNode } from '../../yaml/tree.ts';
import { entriesAt, inside, itemsAt, type Structured, textAt, textsAt } from '../formats/structured.ts';
import {
  type Alternative,
  type Api,
  changing,
  followed,
  leadsAway,
  type Operation,
  type Scheme,
  type Security,
} from './described.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** RFC 9110, 9.2.1. A POST may be a search, so it says nothing. */
const effects: Readonly<Record<string, Operation['effect']>> = {
  get: 'read',
  head: 'read',
  options: 'read',
  query: 'read',
  put: 'write',
  patch: 'write',
  delete: 'irreversible',
};

/** OpenAPI 3 and Swagger 2. */
export function readOpenapi({ root, line }: Structured): Api {
  const everywhere = inside(root, 'security');
  const operations = entriesAt(root, 'paths').flatMap(({ key: path, value }) => {
    const item = followed(root, value);
    return entriesAt(item).flatMap(({ key: method, value: operation }): Operation[] => {
      if (!methods.includes(method.value)) return [];
      const own = inside(operation, 'security');
      return [
        {
          name: `${method.value.toUpperCase()} ${path.value}`,
          id: textAt(operation, 'operationId'),
          line: line(method),
          security: securityOf(own ?? everywhere),
          deprecated: ['deprecated', 'x-deprecated'].some((key) => textAt(operation, key) === 'true'),
          effect: effects[method.value],
          changes: method.value === 'post' && changing.test(textAt(operation, 'operationId') ?? ''),
        },
      ];
    });
  });
  const schemes = [...entriesAt(root, 'components', 'securitySchemes'), ...entriesAt(root, 'securityDefinitions')];
  return {
    kind: 'openapi',
    title: textAt(root, 'info', 'title'),
    version: textAt(root, 'info', 'version'),
    versionLine: line(inside(root, 'info', 'version') ?? inside(root, 'info')),
    served: [
      ...itemsAt(inside(root, 'servers')).map((server) => textAt(server, 'url') ?? ''),
      textAt(root, 'basePath') ?? '',
      ...entriesAt(root, 'paths').map(({ key }) => key.value),
    ],
    operations,
    partial: leadsAway(inside(root, 'paths')) || entriesAt(root, 'paths').some(({ value }) => leadsAway(value)),
    schemes: new Map(schemes.map(({ key, value }) => [key.value, schemeOf(followed(root, value), line(key))])),
  };
}

/** `[]` and `[{}]` say that nobody needs to sign in; without a list nothing is said. */
function securityOf(node: AnyNode | undefined): Security {
  if (node?.kind !== 'sequence') return { kind: 'silent' };
  const alternatives = itemsAt(node).map(
    (item): Alternative => new Map(entriesAt(item).map(({ key, value }) => [key.value, textsAt(value)])),
  );
  const named = alternatives.filter(({ size }) => size > 0);
  if (named.length === 0) return { kind: 'anonymous' };
  return { kind: named.length < alternatives.length ? 'optional' : 'named', alternatives: named };
}

/** A security scheme of OpenAPI, Swagger or AsyncAPI. */
export function schemeOf(node: AnyNode | undefined, line: number): Scheme {
  const type = textAt(node, 'type')?.toLowerCase() ?? '';
  const scheme = textAt(node, 'scheme')?.toLowerCase() ?? '';
  // Swagger 2 has one flow, and its scopes beside it.
  const flow = textAt(node, 'flow');
  const flows = entriesAt(node, 'flows');
  const scopes = [
    ...entriesAt(node, 'scopes').map(({ key }) => key.value),
    ...flows.flatMap(({ value }) =>
      [...entriesAt(value, 'scopes'), ...entriesAt(value, 'availableScopes')].map(({ key }) => key.value),
    ),
  ];
  return {
    type: types[type] ?? httpSchemes[type.startsWith('http') ? scheme : ''] ?? 'other',
    line,
    flows: flow === undefined ? flows.map(({ key }) => key.value) : [swaggerFlows[flow] ?? flow],
    scopes: [...new Set(scopes)],
  };
}

const types: Readonly<Record<string, Scheme['type']>> = {
  oauth2: 'oauth2',
  openidconnect: 'openid',
  apikey: 'api-key',
  httpapikey: 'api-key',
  mutualtls: 'mutual-tls',
  x509: 'mutual-tls',
  basic: 'basic',
  userpassword: 'basic',
};

const httpSchemes: Readonly<Record<string, Scheme['type']>> = { bearer: 'bearer', basic: 'basic' };

const swaggerFlows: Readonly<Record<string, string>> = {
  application: 'clientCredentials',
  accessCode: 'authorizationCode',
};
