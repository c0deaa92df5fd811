import { type Stage, stages, weakest } from './assessment.ts';
import { type Analysis, judgedAt } from './check.ts';
import { fallingShort, type Row } from './readiness.ts';
import { looks } from './report/states.ts';
import type { Span } from './text.ts';

/** How a spec stands, in a line for the whole and one for each section, from what was assessed already. */
export interface Outlook {
  /** "Claims production, earned pilot: 4 open" */
  readonly headline: string;
  /** Where to go on: the first of what is open, in the order of work. */
  readonly next?: Span;
  /** What the stage after the judged one asks beyond it; absent where there is none. */
  readonly promotion?: { readonly stage: Stage; readonly asks: number };
  readonly sections: readonly SectionOutlook[];
}

export interface SectionOutlook {
  readonly name: string;
  /** Of its key. */
  readonly span: Span;
  /** "○ missing · 2 open · production asks 3 more" */
  readonly says: string;
  /** The first that is open here, or that the next stage asks. */
  readonly next?: Span;
}

/** Undefined for a file that is not ours, or that could not be read at all. */
export function outlook(analysis: Analysis): Outlook | undefined {
  const { doc, stage, skipped } = analysis;
  if (skipped !== undefined || doc.tree.entries.length === 0) return undefined;
  const { judged } = stage;
  if (judged === 'retired') return { headline: 'Retired: it earns no stage any more', sections: [] };

  const all = judgedAt(analysis, judged);
  const { blocking, open: others } = fallingShort(all);
  const after = stages[stages.indexOf(judged) + 1];
  const known = new Set(blocking.map(identity));
  const later = after === undefined ? [] : fallingShort(judgedAt(analysis, after)).blocking;
  const more = later.filter((row) => !known.has(identity(row)));
  const open = [...blocking, ...others];
  const faults = analysis.findings.filter(({ severity, state }) => severity === 'error' && state === undefined);

  const states = bySection(all, ({ assessment }) => assessment.subject);
  const openIn = bySection(open, ({ subject }) => subject);
  const moreIn = bySection(more, ({ subject }) => subject);

  return {
    headline: headline(analysis, blocking.length + faults.length, others.length),
    next: faults[0]?.span ?? open[0]?.span,
    promotion: after && { stage: after, asks: more.length },
    sections: doc.tree.entries.flatMap(({ key }) => {
      const name = key.value;
      const [ownOpen, ownMore] = [openIn.get(name) ?? [], moreIn.get(name) ?? []];
      const state = weakest((states.get(name) ?? []).map((one) => one.state));
      if (state === 'not-applicable' && ownMore.length === 0) return [];
      const says = [
        state === 'not-applicable' ? `not asked at ${judged}` : `${looks[state].sign} ${state}`,
        ...(ownOpen.length > 0 ? [`${ownOpen.length} open`] : []),
        ...(after === undefined ? [] : asks(after, ownMore.length, ownOpen.length)),
      ];
      return [{ name, span: key.span, says: says.join(' · '), next: (ownOpen[0] ?? ownMore[0])?.span }];
    }),
  };
}

function asks(stage: Stage, more: number, open: number): string[] {
  if (more > 0) return [`${stage} asks ${more}${open > 0 ? ' more' : ''}`];
  return open > 0 ? [] : [`enough for ${stage}`];
}

/** No file was opened: nothing is found in it, and nothing is proven. */
export const unopened = 'files not opened';

export function headline(
  { stage, options }: Pick<Analysis, 'stage' | 'options'>,
  blocking: number,
  open: number,
): string {
  const { claimed, judged, earned } = stage;
  const parts = [
    claimed === null ? 'Claims no stage' : `Claims ${claimed}`,
    ...(judged === claimed ? [] : [`judged as ${judged}`]),
    `earned ${earned ?? 'no stage yet'}${options.evidence === undefined ? ` (${unopened})` : ''}`,
  ];
  return `${parts.join(', ')}: ${leftToDo(blocking, open)}`;
}

/** "4 open", "19 open, 1 blocks": of what falls short, not all stops a stage. */
export function leftToDo(blocking: number, open: number): string {
  const all = blocking + open;
  if (all === 0) return 'nothing open';
  if (open === 0) return `${all} open`;
  return `${all} open, ${blocking === 0 ? 'none blocks' : blocking === 1 ? '1 blocks' : `${blocking} block`}`;
}

/** By the first step of a pointer. */
function bySection<T>(all: readonly T[], subjectOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const subject = subjectOf(one);
    const end = subject.indexOf('/', 1);
    const section = subject.slice(1, end === -1 ? undefined : end);
    const known = found.get(section);
    if (known === undefined) found.set(section, [one]);
    else known.push(one);
  }
  return found;
}

/** The same lack at another stage. */
function identity({ rule, subject }: Row): string {
  return `${rule} ${subject}`;
}
