import { dateIn } from '../../dates.ts';
import type { StatedVersion } from '../../evidence/results/report-stated.ts';
import type { ReadReport } from '../../evidence/results/reported.ts';
import type { Index, Model, Prompt } from '../../spec/types.generated.ts';
import { quoted } from '../../spec/words.ts';
import type { Mapping } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { each, type Subject } from '../subject.ts';
import { placed } from './opened-report.ts';

/** Versions that the report names and that are others now. */
export function otherVersions(context: Context, at: Proof['at'], { versions }: ReadReport, shown: string): Proof[] {
  return versions.flatMap((stated): Proof[] => {
    const now = meantBy(context, stated);
    if (now.length === 0 || now.some(({ version }) => isSame(stated, version))) return [];
    const [first, another] = now;
    if (first === undefined || another !== undefined || !differs(stated, first.version)) return [];
    const reason = `${placed(shown, stated.line)} was made with ${quoted(stated.version)}, but ${first.name} is ${first.version} now.`;
    return [{ at, state: 'stale', reason }];
  });
}

interface InUse {
  readonly name: string;
  readonly version: string;
}

/** What a report calls by the id of the spec, or by its kind. */
function meantBy(context: Context, { of }: StatedVersion): InUse[] {
  const { spec } = context;
  const models = each(context, ['models'], spec.get('models'));
  const prompts = each(context, ['prompts'], spec.get('prompts')).map(versioned);
  const indexes = each(context, ['indexes'], spec.get('indexes')).map(versioned);
  const kinds: Readonly<Record<string, readonly Versioned[]>> = {
    model: models.filter(({ value }) => /^(?:generate|predict)$/.test(value.get('role')?.value ?? '')).map(versioned),
    prompt: prompts,
    index: indexes,
  };
  const named = [...models.map(versioned), ...prompts, ...indexes].filter(({ id }) => id === of);
  const meant = named.length > 0 ? named : (kinds[of] ?? []);
  return meant.flatMap(({ name, version }) => (version === undefined ? [] : [{ name, version }]));
}

interface Versioned {
  readonly id: string;
  readonly name: string;
  readonly version: string | undefined;
}

function versioned({ id, name, value }: Subject<Model> | Subject<Prompt> | Subject<Index>): Versioned {
  const version = (value as Mapping<Model>).get('version')?.value;
  return { id, name, version: version === undefined ? undefined : String(version) };
}

function isSame({ version }: StatedVersion, now: string): boolean {
  const bare = (text: string) => text.trim().replace(/^v(?=\d)/, '');
  return bare(version) === bare(now) || version.endsWith(`/${now}`) || version.endsWith(`:${now}`);
}

/** A name may be an alias of the very model, and so may a beginning of its version; two days in the names cannot be one. */
function differs({ version, exact }: StatedVersion, now: string): boolean {
  if (exact) return !now.startsWith(version) && !version.startsWith(now);
  const [a, b] = [dateIn(version), dateIn(now)];
  return a !== undefined && b !== undefined && a !== b;
}
