import type { Fact } from '../../assessment.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import { type Emitter, readEmitter } from '../../evidence/telemetry/emitter.ts';
import { aliasesOf } from '../../evidence/telemetry/field-names.ts';
import { type Switch, switchesIn } from '../../evidence/telemetry/switches.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { findParsed, isThere, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { counted } from './interfaces.ts';

/** The code that writes the records. */
export interface Emitting {
  readonly named: Scalar<string>;
  readonly emitter: Emitter;
  readonly file: ArtifactPath;
  readonly shown: string;
}

/** What `logging.emitted_by` names; `undefined` where there is nothing, or nobody may look. */
export function emitting(context: Context): Emitting | { readonly proof: Proof } | undefined {
  const named = context.spec.get('logging')?.get('emitted_by');
  if (named === undefined || context.evidence === undefined) return undefined;
  const reference = context.evidence.reference(named.value);
  // Of a folder, or of several files, no more is looked at than that it is there.
  if (reference.kind === 'file' && (reference.folder || reference.glob)) {
    const there = reference.folder ? isThere(context, named) : undefined;
    return there === undefined ? undefined : { proof: there };
  }
  const found = findParsed(context, named, 'emitter', readEmitter);
  if (found === undefined) return undefined;
  if ('proof' in found) return found;
  const { file } = found.reference;
  return { named, file, shown: shownPath(file), emitter: found.facts };
}

interface NamedField {
  readonly field: string;
  readonly line: number;
  /** By a name that a convention has, and that is there for no other reason. */
  readonly certain: boolean;
}

/** Which of the declared fields the code names. */
function namedFields(context: Context, { emitter }: Emitting): readonly NamedField[] {
  const logging = context.spec.get('logging');
  const convention = logging?.get('convention')?.value;
  return declaredFields(context).flatMap((field): readonly NamedField[] => {
    for (const { parts, written, convention: its } of aliasesOf(field, convention)) {
      const lines = parts.map((part) => emitter.names.get(part));
      const [line] = lines;
      if (line === undefined || lines.some((one) => one === undefined)) continue;
      return [{ field, line, certain: its.convention !== 'own' && written.includes('.') }];
    }
    return [];
  });
}

function declaredFields(context: Context): readonly string[] {
  return (context.spec.get('logging')?.get('fields')?.items ?? []).flatMap((field) => field?.value ?? []);
}

/** Two names that only records have, or most of all names: `time` and `error` stand in any code. */
const enoughNames = 2;

/** That the code writes records: by the names it writes, or by something that records each call of a model. */
export function emitted(context: Context, found: Emitting): Proof {
  const { named, file, shown, emitter } = found;
  const off = switchedOff(context, found);
  if (off !== undefined) return off;
  const names = namedFields(context, found);
  const [instrumentor] = emitter.instrumentors;
  const facts: Fact[] = emitter.instrumentors
    .slice(0, 3)
    .map(({ called, line }) => ({ file, line, says: `\`${called}\` records calls.` }));
  const [first] = names;
  if (first !== undefined) {
    const list = names.map(({ field }) => field).join(', ');
    facts.push({ file, line: first.line, says: `Names ${counted(names.length, 'declared field')}: ${list}.` });
  }
  const certain = names.filter((one) => one.certain).length;
  const most = names.length * 2 > declaredFields(context).length;
  if (instrumentor === undefined && certain < enoughNames && !most) {
    const which = names.length === 0 ? 'none of the declared fields' : counted(names.length, 'declared field');
    const reason = `"${shown}" is there; it names ${which}, and sets up nothing known to record calls.`;
    return { at: named, state: 'linked', reach: 'linked', reason, facts: [{ file, says: reason }] };
  }
  const how =
    instrumentor === undefined
      ? `names ${counted(names.length, 'declared field')}`
      : `sets up \`${instrumentor.called}\` in line ${instrumentor.line}`;
  return { at: named, state: 'proven', reason: `${shown} ${how}.`, facts };
}

/**
 * A switch that the code asks for, and that a deployment has turned off. It only stands against the spec where the file
 * says that it is production.
 */
function switchedOff(context: Context, { named, shown, emitter }: Emitting): Proof | undefined {
  const { evidence } = context;
  const reference = evidence?.reference(named.value);
  if (evidence === undefined || reference?.kind !== 'file') return undefined;
  const asks = [...emitter.words].some((word) => /enable|disable|tracing/.test(word));
  if (!emitter.usesOpenTelemetry && !asks) return undefined;
  const answer = evidence.ask(switchesIn(reference.file.root));
  if (answer?.kind !== 'read') return undefined;
  const asked = answer.facts.filter((one) => isAskedFor(one, emitter));
  const off = asked.find((one) => one.off && one.production);
  if (off === undefined) return undefined;
  const on = asked.filter((one) => !one.off && one.name === off.name && one.production);
  const place = `${shownPath(off.file)}:${off.line}`;
  return {
    at: named,
    state: 'contradicted',
    reason: `${shown} records calls where ${off.name} says so, and ${place} turns it off in production.`,
    facts: [
      { file: off.file, line: off.line, says: `${off.name} turns recording off.` },
      ...on.map(({ file, line, name }) => ({
        file,
        line,
        says: `${name} is on here, which also says that it is production.`,
      })),
    ],
  };
}

function isAskedFor({ name }: Switch, { words, usesOpenTelemetry }: Emitter): boolean {
  if (/^OTEL_SDK_DISABLED$|^OTEL_TRACES_EXPORTER$/.test(name)) return usesOpenTelemetry;
  return words.has(name.toLowerCase());
}
