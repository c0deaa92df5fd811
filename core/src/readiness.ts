import { type Stage, type State, stageAtOrBelow, stages, weakest } from './assessment.ts';
import type { Severity } from './finding.ts';
import type { Judged } from './judge.ts';
import type { Area, Question, Requirement } from './rules/rule.ts';
import type { Traits } from './rules/traits.ts';
import type { Span } from './text.ts';
import type { Waiver } from './waivers.ts';

/** What stands between a system and the stage it is judged at, in the order of the checklist. */
export interface Readiness {
  /** The seven questions, and three lines beyond them: every requirement stands in one at least. */
  readonly lines: readonly ReadinessLine[];
  /** What blocks the stage, in the order in which a team would work on it. */
  readonly blocking: readonly Row[];
  /** Short of what is asked, without blocking. */
  readonly open: readonly Row[];
  readonly waived: readonly Row[];
}

export interface ReadinessLine {
  readonly id: LineId;
  readonly title: string;
  /** The weakest of its rows: strength in one does not pay for a hole in another. */
  readonly state: State;
  /** Every row meets what the stage asks; rows that only refine the line do not count. */
  readonly answered: boolean;
  readonly rows: readonly Row[];
  /** Where to begin. */
  readonly next?: Row;
}

export type LineId = Question | 'done' | 'governance' | 'rest';

/** One requirement and one of its subjects. */
export interface Row {
  readonly rule: string;
  readonly subject: string;
  readonly state: State;
  /** What the reason is about, where it does not say so: a finding stands at its place, a row does not. */
  readonly about?: string;
  readonly reason: string;
  /** Absent where it meets what is asked. */
  readonly severity?: Severity;
  readonly span: Span;
  /** Belongs to the line without lowering it. */
  readonly refines: boolean;
  /** What a person does about it. */
  readonly toFix?: string;
  readonly waiver?: Waiver;
}

/** The readiness of a spec whose requirements were judged. */
export function readiness(judged: readonly Judged[], traits: Traits): Readiness {
  const ordered = [...judged].sort(byWork);
  return {
    lines: lineIds.map((id) => line(id, ordered, traits)),
    ...fallingShort(ordered),
    waived: ordered.filter(({ state }) => state === 'waived').map((one) => row(one, false)),
  };
}

/** What falls short of the stage that was judged at, in the order of work. */
export function fallingShort(judged: readonly Judged[]): Pick<Readiness, 'blocking' | 'open'> {
  const short = judged.filter(({ severity }) => severity !== undefined).sort(byWork);
  return {
    blocking: short.filter(({ severity }) => severity === 'error').map((one) => row(one, false)),
    open: short.filter(({ severity }) => severity !== 'error').map((one) => row(one, false)),
  };
}

const lineIds: readonly LineId[] = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'done', 'governance', 'rest'];

function line(id: LineId, judged: readonly Judged[], traits: Traits): ReadinessLine {
  const rows = judged.flatMap((one) => {
    const part = partIn(id, one.requirement, traits);
    return part === undefined ? [] : [{ judged: one, row: row(one, part === 'refines') }];
  });
  const counting = rows.filter(({ row }) => !row.refines);
  const short = rows.filter(({ judged }) => judged.severity !== undefined);
  const next = short.find(({ row }) => row.severity === 'error') ?? short[0];
  return {
    id,
    title: titles[id](traits),
    state: weakest(counting.map(({ row }) => row.state)),
    answered: counting.length > 0 && !short.some(({ row }) => !row.refines),
    rows: rows.map(({ row }) => row),
    next: next?.row,
  };
}

function row({ requirement, assessment, state, reason, severity, waiver }: Judged, refines: boolean): Row {
  const { id, toFix } = requirement;
  return {
    rule: id,
    subject: assessment.subject,
    state,
    about: aboutIn(assessment.subject, reason),
    reason,
    severity,
    span: assessment.at.span,
    refines,
    toFix,
    waiver,
  };
}

/** `/evaluation/datasets/real-queries` as `evaluation.datasets.real-queries`. */
function aboutIn(subject: string, reason: string): string | undefined {
  const steps = subject.split('/').slice(1);
  while (/^\d+$/.test(steps.at(-1) ?? '')) steps.pop();
  const last = steps.at(-1)?.replaceAll('~1', '/').replaceAll('~0', '~');
  return last === undefined || steps.length < 2 || reason.includes(last) ? undefined : steps.join('.');
}

/** Whether a requirement decides a line, or only refines it. */
function partIn(id: LineId, requirement: Requirement, traits: Traits): 'decides' | 'refines' | undefined {
  if (id === 'done') return done.has(requirement.id) ? 'decides' : undefined;
  if (id === 'governance') return requirement.area === 'governance' ? 'decides' : undefined;
  if (id === 'rest') {
    return lineIds.some((other) => other !== 'rest' && partIn(other, requirement, traits) !== undefined)
      ? undefined
      : 'decides';
  }
  if (requirement.questions.includes(id)) return 'decides';
  if (instead(traits).some((one) => one.rule === requirement.id && one.question === id)) return 'decides';
  return requirement.questions.includes(`(${id})`) ? 'refines' : undefined;
}

/** What a system is done with only when it is there, questions or not. */
const done: ReadonlySet<string> = new Set([
  'sla-measurable',
  'change-process',
  'eval-gate',
  'observability-before-launch',
]);

/** The checklist was written for retrieval; what takes its place in a system that searches nothing. */
function instead({ retrieval, llm, model }: Traits): readonly { readonly rule: string; readonly question: Question }[] {
  if (retrieval) return [];
  return [
    ...(llm ? [{ rule: 'answer-metrics', question: 'Q2' } as const] : []),
    ...(model ? [{ rule: 'drift-monitored', question: 'Q4' } as const] : []),
  ];
}

const titles: Readonly<Record<LineId, (traits: Traits) => string>> = {
  Q1: () => 'Are all production sources connected and tested on real data?',
  Q2: ({ retrieval, model }) => {
    if (retrieval) return 'Is retrieval measured on questions like those of production?';
    return model
      ? 'Are predictions measured on cases later than the training?'
      : 'Are answers measured on requests like those of production?';
  },
  Q3: () => 'Is every call logged with enough context to investigate it?',
  Q4: ({ retrieval, model }) => {
    if (retrieval) return 'Do alerts fire on falling quality, failing retrieval and odd usage?';
    return model
      ? 'Do alerts fire on falling quality, drifting features or scores, and odd usage?'
      : 'Do alerts fire on falling quality and odd usage?';
  },
  Q5: ({ retrieval, model }) => {
    if (retrieval) return 'Is the refresh of indexes automated and documented?';
    return model ? 'Is retraining automated and documented?' : 'Is there anything to refresh?';
  },
  Q6: ({ llm }) => `Does somebody own ${llm ? 'prompts, models' : 'the models'} and the running system?`,
  Q7: () => 'Does incident response cover the ways in which AI fails?',
  done: () => 'Definition of done: objectives, changes, gate and observability before launch',
  governance: () => 'Governance and security',
  rest: () => 'Everything else',
};

/** What blocks the earlier stage comes first, then from the ground up: nobody evaluates what is not connected. */
function byWork(a: Judged, b: Judged): number {
  return (
    firstBlocked(a) - firstBlocked(b) ||
    areas.indexOf(a.requirement.area) - areas.indexOf(b.requirement.area) ||
    a.assessment.at.span.start - b.assessment.at.span.start
  );
}

function firstBlocked({ requirement, assessment }: Judged): number {
  const from = assessment.shortfalls?.map((shortfall) => stages.indexOf(shortfall.from)) ?? [];
  const since = Math.min(...from, stages.length);
  const blocks = requirement.severity.indexOf('error');
  const first = blocks === -1 ? stages.length : blocks;
  return from.length > 0 && assessment.state === 'declared' ? Math.max(first, since) : first;
}

const areas: readonly Area[] = [
  'system',
  'ownership',
  'sources',
  'tools',
  'indexes',
  'evaluation',
  'logging',
  'monitoring',
  'operations',
  'governance',
];

/** Whether what is asked at `stage` is asked of the stage claimed already. */
export function isPromotion(claimed: Stage | 'retired' | null, judged: Stage | 'retired'): boolean {
  if (claimed === null || claimed === 'retired' || judged === 'retired') return false;
  return claimed !== judged && stageAtOrBelow(claimed, judged);
}
