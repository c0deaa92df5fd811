import type { AnyNode } from '../../yaml/tree.ts';
import { inside, structured } from '../formats/structured.ts';
import { readAsyncapi } from './asyncapi.ts';
import { readGraphql } from './graphql.ts';
import { readMcp } from './mcp.ts';
import { readOpenapi } from './openapi.ts';

/** What a description of an interface says, of whichever kind it is. */
export interface Api {
  readonly kind: 'openapi' | 'asyncapi' | 'graphql' | 'mcp-server' | 'mcp-clients' | 'tools' | 'unknown';
  readonly title?: string;
  readonly version?: string;
  readonly versionLine?: number;
  /** Sorted as they stand in the file. */
  readonly operations: readonly Operation[];
  readonly schemes: ReadonlyMap<string, Scheme>;
  /** Parts of it stand in other files, which are not followed. */
  readonly partial?: boolean;
}

/** One thing that can be called: an operation, a field of a type, a channel, a tool, a server of a client. */
export interface Operation {
  /** How it can always be named: `POST /claims`, `Query.claim`, the name of a tool. */
  readonly name: string;
  /** Its name of its own, where it has one. */
  readonly id?: string;
  readonly line: number;
  readonly security: Security;
  readonly deprecated: boolean;
  /** What it does to the other side, where the document says so. */
  readonly effect?: 'read' | 'write' | 'irreversible';
}

export type Security =
  /** One of these has to be met; each is a set of schemes with the scopes it takes. */
  | { readonly kind: 'named'; readonly alternatives: readonly Alternative[] }
  /** Anybody may call, and signing in changes what they see. */
  | { readonly kind: 'optional'; readonly alternatives: readonly Alternative[] }
  /** The document says that anybody may call. */
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'silent' };

export type Alternative = ReadonlyMap<string, readonly string[]>;

/** A way of signing in. */
export interface Scheme {
  readonly type: 'oauth2' | 'openid' | 'bearer' | 'basic' | 'api-key' | 'mutual-tls' | 'other';
  readonly line: number;
  /** Flows of OAuth 2, such as `clientCredentials`; empty where none is named. */
  readonly flows: readonly string[];
  /** The scopes it knows; empty where none is named. */
  readonly scopes: readonly string[];
}

export const noApi: Api = { kind: 'unknown', operations: [], schemes: new Map() };

/** Tells by the content what describes an interface, and reads it. */
export function readApi(text: string): Api {
  if (
    /^[\s\uFEFF]*(?:#|"""|(?:extend\s+)?(?:type|schema|interface|input|scalar|directive|enum|union)\b(?!\s*:))/.test(
      text,
    )
  ) {
    const api = readGraphql(text);
    if (api.operations.length > 0) return api;
  }
  const document = structured(text);
  const { root } = document;
  const has = (key: string) => inside(root, key) !== undefined;
  if (has('openapi') || has('swagger')) return readOpenapi(document);
  if (has('asyncapi')) return readAsyncapi(document);
  return readMcp(document);
}

/** Follows `$ref`s that stay in the document; any other leads nowhere. */
export function followed(root: AnyNode | undefined, node: AnyNode | undefined): AnyNode | undefined {
  let found = node;
  for (let step = 0; step < 8; step += 1) {
    const reference = inside(found, '$ref');
    if (reference?.kind !== 'scalar') return found;
    const target = String(reference.value);
    if (!target.startsWith('#/')) return undefined;
    const path = target.slice(2).split('/');
    found = inside(root, ...path.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')));
  }
  return undefined;
}

/** Whether a `$ref` leads out of the document. */
export function leadsAway(node: AnyNode | undefined): boolean {
  const reference = inside(node, '$ref');
  return reference?.kind === 'scalar' && !String(reference.value).startsWith('#');
}

/** The operation that a selector names: by its id, as `METHOD /path`, or by its name. */
export function operationOf({ operations }: Api, selector: string): Operation | undefined {
  const wanted = plain(selector);
  return operations.find(({ id }) => id === selector) ?? operations.find(({ name }) => plain(name) === wanted);
}

/** `post  /claims/` is `POST /claims`. */
function plain(name: string): string {
  const [, method, path] = /^([a-z]+)\s+(\/\S*)$/i.exec(name.trim()) ?? [];
  if (method === undefined || path === undefined) return name.trim();
  return `${method.toUpperCase()} ${path.replace(/(?<=.)\/$/, '')}`;
}
