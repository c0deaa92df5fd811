import { parsed } from '../../evidence/files.ts';
import { type ArtifactPath, mostBytes } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import { type Alias, aliasesOf, knownFields, plainName } from '../../evidence/telemetry/field-names.ts';
import { type CallRecord, type Held, readRecord } from '../../evidence/telemetry/record.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { find, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';

/** The sample record of the spec. */
export interface Sample {
  readonly named: Scalar<string>;
  readonly record: CallRecord;
  readonly file: ArtifactPath;
  readonly shown: string;
}

/** The sample that `logging.sample` names; `undefined` where there is none, or nobody may look. */
export function sampleRecord(context: Context): Sample | { readonly proof: Proof } | undefined {
  const named = context.spec.get('logging')?.get('sample');
  const found = find(context, named, (file) => parsed('record', file, readRecord, mostBytes.json));
  if (found === undefined || named === undefined) return undefined;
  if ('proof' in found) return found;
  const { file } = found.reference;
  return { named, record: found.facts, file, shown: shownPath(file) };
}

/** A field of the spec that a record holds. */
export interface Holding {
  readonly field: string;
  readonly alias: Alias;
  readonly held: Held;
}

/** Where a record holds a field; with a value where it has one under any of its names. */
export function holding(record: CallRecord, field: string, convention: string | undefined): Holding | undefined {
  let empty: Holding | undefined;
  for (const alias of aliasesOf(field, convention)) {
    const parts = alias.parts.map((part) => record.held.get(part));
    const [held] = parts;
    if (held === undefined || parts.some((part) => part === undefined)) continue;
    const found = { field, alias, held };
    if (parts.every((part) => part?.empty === false)) return found;
    empty ??= found;
  }
  return empty ?? nested(record, field, convention);
}

/** Deeper than where tools put their fields; only under a name that nothing else is likely to have. */
function nested(record: CallRecord, field: string, convention: string | undefined): Holding | undefined {
  const isKnown = knownFields.includes(plainName(field));
  for (const alias of aliasesOf(field, convention)) {
    const [part = ''] = alias.parts;
    const held = alias.parts.length === 1 && (!isKnown || part.includes('_')) ? record.deep.get(part) : undefined;
    if (held !== undefined) return { field, alias, held };
  }
  return undefined;
}

/** A call that went well has no error to tell, and its record says so by saying nothing. */
export function counts({ field, held }: Holding): boolean {
  return !held.empty || /^(?:error|errors|exception)$/.test(field);
}

/** Fields that a record holds by names everybody knows, beside those that are declared. */
export function undeclared(record: CallRecord, declared: readonly string[], convention: string | undefined): Holding[] {
  const taken = new Set(declared.flatMap((field) => holding(record, field, convention)?.held.path ?? []));
  return knownFields
    .filter((field) => !declared.includes(field))
    .flatMap((field) => holding(record, field, convention) ?? [])
    .filter((one) => !one.held.empty && !taken.has(one.held.path));
}
