import type { Assessment } from './assessment.ts';
import type { Context, Requirement } from './rules/rule.ts';
import { type KeptEntry, movedSpan } from './spec/kept.ts';
import { type Reads, touching } from './spec/reads.ts';
import { type Heard, noted } from './spec/watched.ts';

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
 * Assesses the spec by each of `requirements`, or takes what was said of the version before where all fields that it
 * came from are as they were. `run` calls `assess`, and gives nothing where that fails.
 */
export function assessAll(
  requirements: readonly Requirement[],
  context: Context,
  previous: Assessments | undefined,
  run: (requirement: Requirement) => readonly Assessment[] | undefined,
): Assessments {
  const before = previous !== undefined && isAlike(previous.context, context) ? previous : undefined;
  const { entries, changes } = context.doc.kept;
  const isTouched = touching(changes);
  const known = new Map<Requirement, Known>();
  for (const requirement of requirements) {
    const old = before?.known.get(requirement);
    if (old?.reads !== undefined && !isTouched(old.reads) && isStillSo(old.heard, context.evidence)) {
      const assessments = moved(old.assessments, entries);
      if (assessments !== undefined) {
        known.set(requirement, { ...old, assessments });
        continue;
      }
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

function isStillSo(heard: Heard, evidence: Context['evidence']): boolean {
  for (const [key, answer] of heard) if (evidence?.stillSays(key, answer) !== true) return false;
  return true;
}

/** Their places move with what they stand in; nothing else in them is bound to the text. Undefined where one is gone. */
function moved(assessments: readonly Assessment[], kept: readonly KeptEntry[]): readonly Assessment[] | undefined {
  let result: Assessment[] | undefined;
  for (const [index, assessment] of assessments.entries()) {
    const span = movedSpan(kept, assessment.at.span);
    if (span === undefined) return undefined;
    if (span !== assessment.at.span) result ??= assessments.slice(0, index);
    result?.push(span === assessment.at.span ? assessment : { ...assessment, at: { span } });
  }
  return result ?? assessments;
}
