import type { State } from '../assessment.ts';
import type { Analysis } from '../check.ts';
import type { Finding } from '../finding.ts';
import { headline, leftToDo } from '../outlook.ts';
import type { LineId, ReadinessLine, Row } from '../readiness.ts';
import type { Traits } from '../rules/traits.ts';
import type { Span } from '../text.ts';
import { type Look, looks } from './states.ts';
import { type Reported, standing, summarize, told } from './summary.ts';

/** The readiness of a spec as a tree: the questions, and below each what is open there. */
export interface Outline {
  readonly name: string;
  /** "Claims production, earned pilot: 4 open" */
  readonly headline: string;
  /** "4 open" */
  readonly left: string;
  /** "12 things block production." */
  readonly verdict: string;
  readonly isReady: boolean;
  readonly lines: readonly OutlineLine[];
}

export interface OutlineLine {
  /** `file` holds what is wrong with the file itself. */
  readonly id: LineId | 'file';
  /** In two or three words: "Alerts". */
  readonly label: string;
  /** The whole question. */
  readonly title: string;
  readonly standing: ReturnType<typeof standing>;
  readonly state: State;
  readonly mood: Look['mood'];
  /** What is open, in the order of work; what blocks is among it. */
  readonly rows: readonly OutlineRow[];
  /** How many rows more there are than anybody reads. */
  readonly more: number;
}

export interface OutlineRow {
  readonly rule: string;
  /** Absent where the file itself is wrong. */
  readonly state?: State;
  readonly message: string;
  readonly blocks: boolean;
  readonly span: Span;
  /** What a person does about it. */
  readonly toFix?: string;
  /** Whether a quick fix can help. */
  readonly isFixable: boolean;
}

const mostRows = 200;

/** The open lines of a judged spec, under the questions that they stand in. */
export function outline(reported: Reported): Outline {
  const { analysis } = reported;
  const { name, blocked, isReady, readiness, faults } = summarize(reported);
  const fixable = fixableAt(analysis);
  const lines = readiness.lines.map((line): OutlineLine => {
    const open = line.rows.filter(({ severity }) => severity !== undefined);
    const word = standing(line);
    return {
      id: line.id,
      label: labels[line.id](analysis.traits),
      title: line.title,
      standing: word,
      state: line.state,
      mood: moodOf(line, word),
      rows: open.slice(0, mostRows).map((row) => outlineRow(row, fixable)),
      more: Math.max(0, open.length - mostRows),
    };
  });
  const blocking = readiness.blocking.length + faults.length;
  const isRetired = analysis.stage.judged === 'retired';
  return {
    name,
    headline: isRetired ? 'Retired: it earns no stage any more' : headline(analysis, blocking, readiness.open.length),
    left: isRetired ? 'retired' : leftToDo(blocking, readiness.open.length),
    verdict: blocked,
    isReady,
    lines: [...(faults.length === 0 ? [] : [fileLine(faults)]), ...lines],
  };
}

function fileLine(faults: readonly Finding[]): OutlineLine {
  return {
    id: 'file',
    label: 'Errors in the file',
    title: 'What keeps the file from being read as it is meant',
    standing: 'open',
    state: 'contradicted',
    mood: 'bad',
    rows: faults.slice(0, mostRows).map(({ rule, message, span, fixes }) => {
      return { rule, message, blocks: true, span, isFixable: fixes('help').length > 0 };
    }),
    more: Math.max(0, faults.length - mostRows),
  };
}

function outlineRow(row: Row, fixable: (row: Row) => boolean): OutlineRow {
  const { rule, state, span, toFix, severity } = row;
  return { rule, state, message: told(row), blocks: severity === 'error', span, toFix, isFixable: fixable(row) };
}

/** The word for a line counts before its weakest state: a declared answer may be too little, or all that is asked. */
function moodOf({ state, rows }: ReadinessLine, word: OutlineLine['standing']): Look['mood'] {
  if (word === 'not asked') return 'neutral';
  if (word === 'answered') return looks[state].mood === 'neutral' ? 'neutral' : 'good';
  return rows.some(({ severity, refines }) => severity === 'error' && !refines) ? 'bad' : 'weak';
}

/** Of several rows about the same lack one has a finding, which stands for all. */
function fixableAt({ findings, doc }: Analysis): (row: Row) => boolean {
  const byPlace = new Map<string, Finding[]>();
  for (const finding of findings) {
    const place = placeOf(finding.span);
    byPlace.set(place, [...(byPlace.get(place) ?? []), finding]);
  }
  const known = new Map<Finding, boolean>();
  return ({ rule, reason, span }) => {
    const here = byPlace.get(placeOf(span)) ?? [];
    const own = here.find((one) => one.rule === rule) ?? here.find(({ message }) => message === reason);
    if (own === undefined) return false;
    // What is missing can be written, unless the file cannot be read; to make the edits only to count them takes long.
    if (doc.yaml.problems.length === 0 && own.wants !== undefined && own.wants.length > 0) return true;
    if (!known.has(own)) known.set(own, own.fixes('help').length > 0);
    return known.get(own) === true;
  };
}

function placeOf({ start, end }: Span): string {
  return `${start}:${end}`;
}

const labels: Readonly<Record<LineId, (traits: Traits) => string>> = {
  Q1: () => 'Sources',
  Q2: ({ retrieval, model }) => (retrieval ? 'Retrieval' : model ? 'Predictions' : 'Answers'),
  Q3: () => 'Logging',
  Q4: () => 'Alerts',
  Q5: ({ retrieval, model }) => (retrieval ? 'Refresh of indexes' : model ? 'Retraining' : 'Refresh'),
  Q6: () => 'Ownership',
  Q7: () => 'Incident response',
  done: () => 'Definition of done',
  governance: () => 'Governance',
  rest: () => 'Everything else',
};
