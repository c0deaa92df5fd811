import type { Assessment } from './assessment.ts';
import type { Context, LanguageRule, Report, Requirement } from './rules/rule.ts';
import type { SpecDocument } from './spec/document.ts';
import type { KeptSections } from './spec/kept.ts';
import type { Place } from './spec/place.ts';
import { everything, type Heard, noted, type Reads } from './spec/watched.ts';
import { shiftSpan } from './yaml/shift.ts';

/** What requirements said of one version of a spec, and what they looked at to say it. */
export interface Assessments {
  readonly context: Context;
  readonly known: ReadonlyMap<Requirement, Known>;
}

interface Known {
  readonly assessments: readonly Assessment[];
  /** `undefined` where it must be said anew each time. */
  readonly reads: Reads | undefined;
  readonly heard: Heard;
}

/**
 * Assesses the spec by each of `requirements`, or takes what was said of the version before where all sections that it
 * came from are as they were. `run` calls `assess`, and gives nothing where that fails.
 */
export function assessAll(
  requirements: readonly Requirement[],
  context: Context,
  previous: Assessments | undefined,
  run: (requirement: Requirement) => readonly Assessment[] | undefined,
): Assessments {
  const before = previous !== undefined && isAlike(previous.context, context) ? previous : undefined;
  const known = new Map<Requirement, Known>();
  for (const requirement of requirements) {
    const old = before?.known.get(requirement);
    if (
      before !== undefined &&
      old?.reads !== undefined &&
      isAsItWas(old.reads, before.context.doc, context.doc) &&
      isStillSo(old.heard, context.evidence)
    ) {
      known.set(requirement, { ...old, assessments: moved(old.assessments, context.doc.kept) });
      continue;
    }
    const { result, reads, heard } = noted(() => run(requirement));
    // A fix is made of the text it was offered for.
    const isBound = result === undefined || result.some(({ fix }) => fix !== undefined);
    known.set(requirement, { assessments: result ?? [], reads: isBound ? undefined : reads, heard });
  }
  return { context, known };
}

/** Everything but the document that an assessment may depend on. */
function isAlike(a: Context, b: Context): boolean {
  if ((a.evidence === undefined) !== (b.evidence === undefined) || a.evidence?.folder !== b.evidence?.folder)
    return false;
  if (a.asOf !== b.asOf || a.numbers !== b.numbers || a.claimed !== b.claimed) return false;
  // A key that nobody knows may be a section that is misspelt, and stand for the one that is missing.
  if (sectionNames(a) !== sectionNames(b)) return false;
  const traits = Object.keys(b.traits) as (keyof Context['traits'])[];
  return traits.every((trait) => a.traits[trait] === b.traits[trait]);
}

function sectionNames({ doc }: Context): string {
  return doc.tree.entries.map(({ key }) => key.value).join('\n');
}

function isAsItWas(reads: Reads, before: SpecDocument, now: SpecDocument): boolean {
  for (const section of reads) {
    if (section === everything) return false;
    if (now.kept.has(section)) continue;
    if (before.tree.entry(section) !== undefined || now.tree.entry(section) !== undefined) return false;
  }
  return true;
}

function isStillSo(heard: Heard, evidence: Context['evidence']): boolean {
  for (const [key, answer] of heard) if (evidence?.stillSays(key, answer) !== true) return false;
  return true;
}

/** Their places move with the sections they stand in; nothing else in them is bound to the text. */
function moved(assessments: readonly Assessment[], kept: KeptSections): readonly Assessment[] {
  const steps = [...kept.values()].filter(({ by }) => by !== 0);
  if (steps.length === 0) return assessments;
  return assessments.map((assessment) => {
    const { span } = assessment.at;
    const step = steps.find(({ start, end }) => span.start >= start && span.start < end);
    return step === undefined ? assessment : { ...assessment, at: { span: shiftSpan(span, step.by) } };
  });
}

/** What the rules about the file said of one version of it. */
export type Looks = ReadonlyMap<LanguageRule, Look>;

export interface Look {
  readonly reports: readonly Report[];
  /** The sections in which a rule that looks at places found nothing. */
  readonly silent: ReadonlySet<string>;
}

/** The version before, and what was said of it. */
interface Before {
  readonly doc: SpecDocument;
  readonly looks?: Looks;
}

/**
 * Runs a language rule, or takes what it said where the text is the same; a rule that looks at places only on those of
 * sections that it may have something to say of. Gives nothing where `run` fails.
 */
export function lookAt(
  doc: SpecDocument,
  rule: LanguageRule,
  before: Before | undefined,
  run: (places: readonly Place[]) => readonly Report[] | undefined,
): Look | undefined {
  const known = before?.looks?.get(rule);
  if (known !== undefined && before?.doc.text === doc.text) return known;

  const { entries } = doc.tree;
  const skipped = new Set([...(known?.silent ?? [])].filter((name) => doc.kept.has(name)));
  const unsure = doc.placesByEntry.filter((_, index) => !skipped.has(entries[index]?.key.value ?? ''));
  const reports = run(skipped.size === 0 ? doc.places : unsure.flat());
  if (reports === undefined) return undefined;
  if (rule.looksAt !== 'place') return { reports, silent: new Set() };

  const silent = new Set(entries.map(({ key }) => key.value));
  for (const { at } of reports) {
    const section = entries.findLast(({ key }) => key.span.start <= at.span.start);
    if (section !== undefined) silent.delete(section.key.value);
  }
  return { reports, silent };
}
