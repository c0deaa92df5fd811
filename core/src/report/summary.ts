import type { Analysis } from '../check.ts';
import { hiding } from '../conceal.ts';
import type { Finding } from '../finding.ts';
import { unopened } from '../outlook.ts';
import type { Readiness, ReadinessLine, Row } from '../readiness.ts';
import type { Span } from '../text.ts';

/** A spec that was judged, ready to be reported. */
export interface Reported {
  /** As a reader knows it, relative to where the command runs. */
  readonly path: string;
  readonly analysis: Analysis;
  /** The line of an offset, from 1. */
  readonly line: (offset: number) => number;
}

/** What every report says, in sentences without markup. */
export interface Summary {
  readonly name: string;
  /** "Claims pilot, judged as production." */
  readonly stage: string;
  /** "Earned pilot (3 unverified)." */
  readonly earned: string;
  /** "5 of 7 questions answered." */
  readonly answered: string;
  /** "The questions", and how far they are asked: a pilot without alerts is not asked for alerts. */
  readonly questions: string;
  /** "12 things block production." */
  readonly blocked: string;
  readonly isReady: boolean;
  readonly readiness: Readiness;
  /** Errors of the file itself: they block every stage. */
  readonly faults: readonly Finding[];
  /** What the configuration asks less of, each in a line; it makes no system readier. */
  readonly lowered: readonly string[];
}

export function summarize({ path, analysis }: Reported): Summary {
  const { stage, findings } = analysis;
  const readiness = analysis.readiness();
  const faults = findings.filter(({ severity, state }) => severity === 'error' && state === undefined);
  const blocks = readiness.blocking.length + faults.length;
  // A system that is no more answers no questions.
  const isRetired = stage.judged === 'retired';
  const questions = readiness.lines.filter(({ id, state }) => /^Q/.test(id) && state !== 'not-applicable');
  const answered = questions.filter((line) => line.answered).length;
  return {
    name: hiding(analysis.doc.text, analysis.secrets)(analysis.system ?? path),
    stage: [
      stage.claimed === null ? 'Claims no stage' : `Claims ${stage.claimed}`,
      ...(stage.judged === stage.claimed ? [] : [`judged as ${stage.judged}`]),
    ]
      .join(', ')
      .concat('.'),
    earned: earned(analysis),
    answered: isRetired ? '' : `${answered} of ${questions.length} questions answered.`,
    questions: `The questions${stage.judged === 'production' ? '' : `, as far as they are asked at ${stage.judged}`}`,
    blocked: blocked(blocks, stage.judged),
    isReady: blocks === 0,
    readiness: isRetired ? { ...readiness, lines: [] } : readiness,
    faults,
    lowered: analysis.lowered.map(({ name, from, to, source }) => `\`${name}\`: ${to} instead of ${from} (${source})`),
  };
}

/** "2 unverified", "1 waived": what stands behind an earned stage without proof. */
export function unproven(assessments: Analysis['assessments']): readonly string[] {
  const count = (wanted: string) => assessments.filter(({ state }) => state === wanted).length;
  const unverified = count('unverifiable');
  const waived = count('waived');
  return [...(unverified > 0 ? [`${unverified} unverified`] : []), ...(waived > 0 ? [`${waived} waived`] : [])];
}

function earned({ stage, assessments, options }: Analysis): string {
  if (stage.judged === 'retired') return 'Retired: it earns no stage any more.';
  const asides = [
    // In a workspace that nobody trusts, or in a text that is in no folder.
    ...(options.evidence === undefined ? [unopened] : []),
    ...unproven(assessments),
  ];
  return `Earned ${stage.earned ?? 'no stage yet'}${asides.length === 0 ? '' : ` (${asides.join(', ')})`}.`;
}

function blocked(count: number, stage: string): string {
  if (stage === 'retired') return count === 0 ? 'Nothing is wrong.' : `${count} ${count === 1 ? 'error' : 'errors'}.`;
  if (count === 0) return `Nothing blocks ${stage}.`;
  return count === 1 ? `1 thing blocks ${stage}.` : `${count} things block ${stage}.`;
}

/** "ai-system.yaml:12", where a person goes to work on it. */
export function placeOf({ path, line }: Pick<Reported, 'path' | 'line'>, span: Span): string {
  return `${path}:${line(span.start)}`;
}

/** The reason, with what it is about: names in backticks. */
export function told({ about, reason }: Row): string {
  return about === undefined ? reason : `\`${about}\`: ${reason}`;
}

/** A word for how a line stands. */
export function standing({ answered, state, rows }: ReadinessLine): 'answered' | 'open' | 'not asked' {
  if (rows.every(({ refines }) => refines) && state === 'not-applicable') return 'not asked';
  return answered ? 'answered' : 'open';
}
