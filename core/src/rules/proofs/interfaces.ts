import type { Fact } from '../../assessment.ts';
import { closest } from '../../closest.ts';
import { operationOf, readApi } from '../../evidence/contracts/api.ts';
import type { Api, Operation, Scheme } from '../../evidence/contracts/described.ts';
import { parsed } from '../../evidence/files.ts';
import { type ArtifactPath, mostBytes } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Fix } from '../../text.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { find, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { broken } from './broken-file.ts';

/** A description of an interface that could be read, and what of it is meant. */
export interface Described {
  readonly api: Api;
  readonly file: ArtifactPath;
  /** How messages call the file. */
  readonly shown: string;
  /** The operation that the reference selects; absent where it means the whole. */
  readonly operation?: Operation;
}

/** What a reference to an interface leads to; `undefined` where there is none, or nobody may look. */
export function described(
  context: Pick<Context, 'evidence'>,
  named: Scalar<string> | undefined,
): Described | { readonly proof: Proof } | undefined {
  const found = find(context, named, (file) => {
    return parsed('api', file, readApi, file.path.endsWith('.json') ? mostBytes.json : mostBytes.text);
  });
  if (found === undefined || named === undefined) return undefined;
  if ('proof' in found) return found;
  const { facts: api, reference } = found;
  const { file, selector } = reference;
  const shown = shownPath(file);
  const there = (reason: string): { readonly proof: Proof } => {
    return { proof: { at: named, state: 'linked', reach: 'linked', reason, facts: [{ file, says: reason }] } };
  };
  if (api.slip !== undefined) return { proof: broken(named, file, api.slip) };
  if (api.kind === 'unknown') {
    return there(`"${shown}" is there; it is no description of an interface that is understood here.`);
  }
  if (selector === undefined) return { api, file, shown };
  const operation = operationOf(api, selector);
  if (operation !== undefined) return { api, file, shown, operation };
  if (api.kind === 'mcp-server') {
    return there(`"${shown}" describes ${api.title ?? 'a server'}, and such a file does not list its tools.`);
  }
  return { proof: absent(named, selector, { api, file, shown }) };
}

function absent(named: Scalar<string>, selector: string, { api, file, shown }: Described): Proof {
  if (api.partial) {
    const reason = `"${selector}" is not in ${shown} itself; parts of it stand in other files, which are not followed.`;
    return { at: named, state: 'unverifiable', reason, facts: [{ file, says: 'Refers to other files.' }] };
  }
  const names = api.operations.flatMap(({ id, name }) => (id === undefined ? [name] : [id, name]));
  const guess = closest(selector, names) ?? continuedBy(selector, names);
  const noun = nouns[api.kind];
  const meant = guess === undefined ? undefined : operationOf(api, guess);
  return {
    at: named,
    state: 'contradicted',
    reason: `There is no ${noun} "${selector}" in ${shown}${guess === undefined ? '' : `, but "${guess}"`}.`,
    facts: [
      { file, says: `It has ${counted(api.operations.length, noun)}.` },
      ...(meant === undefined ? [] : [{ file, line: meant.line, says: `"${guess}" is here.` }]),
    ],
    fix: guess === undefined ? undefined : () => selected(named, guess, shown),
  };
}

/** `closest` gives up on long names of which only the end differs. */
function continuedBy(selector: string, names: readonly string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const same = names.filter((name) => plain(name) === plain(selector));
  return same.length === 1 ? same[0] : undefined;
}

function selected(named: Scalar<string>, selector: string, shown: string): Fix {
  const path = named.value.slice(0, named.value.indexOf('#'));
  const edit = replaceScalar(named, `${path}#${selector}`, 'flow');
  return { title: `Use "${selector}" from ${shown}`, kind: 'adopt', safe: false, edits: [edit] };
}

const nouns: Readonly<Record<Api['kind'], string>> = {
  openapi: 'operation',
  asyncapi: 'operation',
  graphql: 'field',
  'mcp-server': 'server',
  'mcp-clients': 'server',
  tools: 'tool',
  unknown: 'operation',
};

/** That the interface is described, in which version, and that what is called is not on its way out. */
export function describedProofs(named: Scalar<string>, found: Described): Proof[] {
  const { api, file, shown, operation } = found;
  const facts = [titleFact(found), ...(operation === undefined ? [] : [operationFact(file, operation)])];
  const proofs: Proof[] = [];
  const what = operation === undefined ? undefined : `${operation.id ?? operation.name}`;
  const leaving = onItsWayOut(named, found);
  if (leaving !== undefined) proofs.push({ ...leaving, facts });
  if (api.version !== undefined) {
    const reason = `${shown} describes ${what === undefined ? (api.title ?? 'the interface') : `"${what}"`} in version ${api.version}.`;
    return [...proofs, { at: named, state: 'proven', reason, facts }];
  }
  // Only OpenAPI and AsyncAPI ask for a version; the others have no place for it.
  const versioned = api.kind === 'openapi' || api.kind === 'asyncapi';
  const reason = versioned
    ? `${shown} does not say in which version it is: \`info.version\` is missing.`
    : `${shown} describes ${what === undefined ? counted(api.operations.length, nouns[api.kind]) : `"${what}"`}; a file of this kind has no version.`;
  return [...proofs, { at: named, state: 'linked', reach: versioned ? 'proven' : 'linked', reason, facts }];
}

/** What is called is deprecated, or all that could be. */
export function onItsWayOut(named: Scalar<string>, { api, file, shown, operation }: Described): Proof | undefined {
  const operations = operation === undefined ? api.operations : [operation];
  const [first] = operations;
  if (first === undefined || !operations.every(({ deprecated }) => deprecated)) return undefined;
  const what =
    operation === undefined
      ? `All that ${shown} describes is marked as deprecated, the first in line ${first.line}.`
      : `"${operation.id ?? operation.name}" is marked as deprecated in ${shown}:${operation.line}.`;
  return { at: named, state: 'stale', reason: what, facts: [operationFact(file, first)], from: 'production' };
}

function titleFact({ api, file }: Described): Fact {
  const version = api.version === undefined ? '' : ` ${api.version}`;
  const count = counted(api.operations.length, nouns[api.kind]);
  return { file, line: api.versionLine, says: `${api.title ?? 'The interface'}${version}, ${count}.` };
}

export function operationFact(file: ArtifactPath, operation: Operation): Fact {
  const { id, name, line, security } = operation;
  const asked = {
    named: () => `asks for ${schemesOf(operation).join(' or ')}`,
    optional: () => 'may be called without signing in',
    anonymous: () => 'may be called by anybody',
    silent: () => 'does not say who may call',
  }[security.kind]();
  return { file, line, says: `${id === undefined || id === name ? name : `${id} (${name})`} ${asked}.` };
}

/** The names of the schemes that an operation takes. */
export function schemesOf({ security }: Operation): readonly string[] {
  if (security.kind !== 'named' && security.kind !== 'optional') return [];
  return [...new Set(security.alternatives.flatMap((one) => [...one.keys()]))];
}

/** The schemes that what is meant takes, as far as the document defines them. */
export function schemesIn({ api, operation }: Described): readonly Scheme[] {
  const operations = operation === undefined ? api.operations : [operation];
  const names = new Set(operations.flatMap(schemesOf));
  return [...api.schemes].filter(([name]) => names.has(name)).map(([, scheme]) => scheme);
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
