import type { Operation } from '../../evidence/contracts/described.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Tool } from '../../spec/types.generated.ts';
import { insertItem } from '../../yaml/edit.ts';
import type { Scalar, Sequence } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { nodeAt, type Subject } from '../subject.ts';
import { adoptText } from './adopt.ts';
import { otherVersion } from './contract-version.ts';
import { counted, type Described, described, onItsWayOut, operationFact } from './interfaces.ts';

/** What the contract of a tool says of its effect and its scopes, against what the spec says. */
export function toolProofs(context: Context, tool: Subject<Tool>): readonly (Proof | undefined)[] {
  const contract = tool.value.get('contract');
  const found = described(context, contract);
  if (contract === undefined || found === undefined) return [];
  if ('proof' in found) return [found.proof];
  const { operation, shown, api, file } = found;
  if (operation === undefined) {
    const reason = `${shown} is there, with ${counted(api.operations.length, 'operation')}; which of them the tool calls, \`contract\` does not say.`;
    const facts = [{ file, line: api.versionLine, says: `${api.title ?? 'The interface'} is described here.` }];
    return [{ at: contract, state: 'linked', reach: 'linked', reason, facts }];
  }
  const wrong = [
    otherVersion(contract, found),
    onItsWayOut(contract, found),
    effect(tool, found, operation),
    ...scopes(context, tool, found, operation),
    openToAnybody(tool, found, operation),
  ];
  if (wrong.some((proof) => proof !== undefined)) return wrong;
  return [oddEffect(tool, found, operation) ?? agreeing(contract, found, operation)];
}

/** HTTP and the hints of MCP say what reads only; beyond that they say little, so a stricter answer in the spec stands. */
function effect({ value }: Subject<Tool>, { file, shown }: Described, operation: Operation): Proof | undefined {
  const declared = value.get('effect');
  const said = operation.effect;
  if (declared === undefined || said === undefined || said === 'read' || declared.value !== 'read') return undefined;
  const what = operation.id === undefined || operation.id === operation.name ? '' : ` (${operation.name})`;
  return {
    at: declared,
    state: 'contradicted',
    reason: `\`effect\` is read, but "${operation.id ?? operation.name}"${what} in ${shown}:${operation.line} changes something.`,
    facts: [operationFact(file, operation)],
    fix: adoptText(declared, 'write', shownPath(file)),
  };
}

/** An operation that is said to do more or less than its method and its name tell; which of both is wrong nobody knows. */
function oddEffect({ value }: Subject<Tool>, { file, shown, api }: Described, operation: Operation): Proof | undefined {
  const declared = value.get('effect');
  if (declared === undefined) return undefined;
  const { effect: said, changes, name, id, line } = operation;
  const what = `"${id ?? name}"${id === undefined || id === name ? '' : ` (${name})`} in ${shown}:${line}`;
  const odd =
    said === 'read' && declared.value !== 'read'
      ? `${what} only reads by ${api.kind === 'tools' ? 'its hint' : 'its method'}`
      : said === 'irreversible' && declared.value === 'write'
        ? `${what} deletes or destroys something`
        : changes && declared.value === 'read'
          ? `${what} makes or changes something by its name`
          : undefined;
  if (odd === undefined) return undefined;
  const reason = `\`effect\` is ${declared.value}, but ${odd}.`;
  return { at: declared, state: 'linked', reach: 'linked', reason, facts: [operationFact(file, operation)] };
}

/** Scopes mean nothing where nobody has to sign in. */
function openToAnybody({ value }: Subject<Tool>, { file, shown }: Described, operation: Operation): Proof | undefined {
  const [held] = (value.get('scopes')?.items ?? []).filter((item) => item !== undefined);
  if (held === undefined || operation.security.kind !== 'anonymous') return undefined;
  const reason = `The tool holds "${held.value}", but by ${shown}:${operation.line} anybody may call "${operation.id ?? operation.name}".`;
  return { at: held, state: 'contradicted', reason, facts: [operationFact(file, operation)] };
}

function scopes(context: Context, { path, value }: Subject<Tool>, found: Described, operation: Operation): Proof[] {
  const { file, shown, api } = found;
  const asked = scopesOf(operation);
  if (asked.length === 0) return [];
  const list = value.get('scopes');
  const held = (list?.items ?? []).filter((item) => item !== undefined);
  const names = held.map((item) => item.value);
  const facts = [operationFact(file, operation)];
  const place = `"${operation.id ?? operation.name}" in ${shown}:${operation.line}`;

  const enough = asked.some((one) => one.every((scope) => names.includes(scope)));
  const proofs: Proof[] = [];
  if (!enough && list !== undefined) {
    const lacking = (asked[0] ?? []).filter((scope) => !names.includes(scope));
    proofs.push({
      at: list,
      state: 'contradicted',
      reason: `${place} takes ${quotedList(lacking)}, which \`scopes\` does not hold.`,
      facts,
      fix: () => adopted(context, [...path, 'scopes'], lacking, shown),
    });
  }
  const known = new Set([...api.schemes.values()].flatMap((scheme) => scheme.scopes));
  const surplus = held.filter((item) => known.has(item.value) && !asked.some((one) => one.includes(item.value)));
  for (const item of enough ? surplus : []) {
    const reason = `The tool holds "${item.value}", but ${place} does not ask for it.`;
    proofs.push({ at: item, state: 'contradicted', reason, facts });
  }
  return proofs;
}

function adopted(context: Context, path: readonly (string | number)[], scopes: readonly string[], shown: string) {
  const list = nodeAt(context.doc.tree, path) as Sequence | undefined;
  const holder = nodeAt(context.doc.tree, path.slice(0, -1));
  const key = holder?.kind === 'mapping' ? holder.entry(String(path.at(-1)))?.key : undefined;
  if (key === undefined) return undefined;
  const edits = scopes
    .slice(0, 1)
    .flatMap((scope) => insertItem(context.doc.text, { sequence: list, holder: key }, scope) ?? []);
  return { title: `Add "${scopes[0]}" from ${shown}`, kind: 'adopt', safe: false, edits } as const;
}

/** The scopes of each alternative; empty where the document names none. */
function scopesOf({ security }: Operation): readonly (readonly string[])[] {
  if (security.kind !== 'named') return [];
  const sets = security.alternatives.map((one) => [...one.values()].flat());
  return sets.every((set) => set.length === 0) ? [] : sets;
}

function agreeing(contract: Scalar<string>, { file, shown, api }: Described, operation: Operation): Proof {
  const facts = [operationFact(file, operation)];
  const name = `"${operation.id ?? operation.name}"`;
  if (scopesOf(operation).length > 0) {
    const reason = `${name} in ${shown}:${operation.line} asks for the scopes that the tool holds, and no others.`;
    return { at: contract, state: 'proven', reason, facts };
  }
  const why =
    api.kind === 'openapi' || api.kind === 'asyncapi' ? 'names no scopes for it' : 'is of a kind that names no scopes';
  const reason = `${name} is in ${shown}:${operation.line}; the document ${why}.`;
  return { at: contract, state: 'linked', reach: 'linked', reason, facts };
}

function quotedList(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
