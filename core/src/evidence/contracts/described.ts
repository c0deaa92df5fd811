import type { AnyNode } from '../../yaml/tree.ts';
import type { Slip } from '../formats/slip.ts';
import { inside } from '../formats/structured.ts';

/** What a description of an interface says, of whichever kind it is. */
export interface Api {
  readonly kind: 'openapi' | 'asyncapi' | 'graphql' | 'mcp-server' | 'mcp-clients' | 'tools' | 'unknown';
  readonly title?: string;
  readonly version?: string;
  readonly versionLine?: number;
  /** Where it is served, as the document has it: URLs, or paths. */
  readonly served?: readonly string[];
  /** Sorted as they stand in the file. */
  readonly operations: readonly Operation[];
  readonly schemes: ReadonlyMap<string, Scheme>;
  /** Parts of it stand in other files, which are not followed. */
  readonly partial?: boolean;
  /** Nothing loads the file. */
  readonly slip?: Slip;
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
  /** By its name it changes something, where nothing else says so. */
  readonly changes?: boolean;
}

/** Names of operations that change something. What is created may be a search or an answer, so that verb alone says nothing. */
export const changing =
  /^(?:add|approve|book|cancel|change|close|delete|order|pay|place|publish|refund|release|remove|reserve|send|submit|transfer|update|write)(?![a-z])|^create_?(?:[Oo]rder|[Bb]ooking|[Pp]ayment|[Tt]ransfer|[Rr]efund|[Tt]icket|[Uu]ser|[Aa]ccount)(?![a-z])/;

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
