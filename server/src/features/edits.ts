import {
  completed,
  completeStage,
  type Edit,
  type Finding,
  type FixKind,
  fixAll,
  minimalEdits,
  type Stage,
} from '../../../core/src/index.ts';
import type { Snapshot } from '../analysis.ts';
import { atStage } from '../at-stage.ts';

/** What a code action is to do, in words that still mean something when the text has changed. */
export type Wanted =
  /** `stage` where the finding is one of a later stage than the judged one. */
  | { readonly do: 'fix'; readonly finding: FindingName; readonly title: string; readonly stage?: Stage }
  | { readonly do: 'rule'; readonly rule: string; readonly kind: FixKind }
  | { readonly do: 'complete'; readonly stage: Stage }
  /** What these findings miss. */
  | { readonly do: 'add'; readonly findings: readonly Pick<FindingName, 'rule' | 'subject'>[] }
  | { readonly do: 'safe' };

/** Offsets change with each key; this only with edits that touch the finding or others like it. */
interface FindingName {
  readonly rule: string;
  readonly subject?: string;
  readonly message: string;
  /** Which one of those that are the same in all this. */
  readonly nth: number;
}

export function nameOf(finding: Finding, { findings }: Snapshot): FindingName {
  const { rule, subject, message } = finding;
  return { rule, subject, message, nth: alike(findings, finding).indexOf(finding) };
}

function alike(
  findings: readonly Finding[],
  { rule, subject, message }: Pick<Finding, 'rule' | 'subject' | 'message'>,
): readonly Finding[] {
  return findings.filter((one) => one.rule === rule && one.subject === subject && one.message === message);
}

/** For the text as it is now. Undefined where nothing is left to do. */
export function editsOf(snapshot: Snapshot, wanted: Wanted): readonly Edit[] | undefined {
  const { findings, analysis, text } = snapshot;
  switch (wanted.do) {
    case 'fix': {
      const finding = alike(atStage(snapshot, wanted.stage).findings, wanted.finding)[wanted.finding.nth];
      return finding?.fixes().find(({ title }) => title === wanted.title)?.edits;
    }
    case 'rule':
      return fixesOfRule(findings, wanted.rule, wanted.kind);
    case 'complete':
      return analysis && completeStage(analysis, wanted.stage)?.edits;
    case 'add': {
      const isMeant = ({ rule, subject }: Finding) =>
        wanted.findings.some((one) => one.rule === rule && one.subject === subject);
      return analysis && completed(analysis, isMeant);
    }
    case 'safe':
      return analysis && minimalEdits(text, fixAll(text, analysis.options).text);
    default:
      return wanted satisfies never;
  }
}

function fixesOfRule(findings: readonly Finding[], rule: string, kind: FixKind): readonly Edit[] {
  return fixesTogether(findings, rule, kind)
    .flat()
    .sort((a, b) => a.span.start - b.span.start);
}

/** The edits of each fix of a rule; those that get in each other's way wait for the next time. */
export function fixesTogether(findings: readonly Finding[], rule: string, kind: FixKind): readonly (readonly Edit[])[] {
  const taken: (readonly Edit[])[] = [];
  for (const finding of findings) {
    if (finding.rule !== rule) continue;
    const edits = finding.fixes().find((fix) => fix.kind === kind)?.edits ?? [];
    if (edits.every((edit) => taken.flat().every((other) => apart(edit, other)))) taken.push(edits);
  }
  return taken.filter((edits) => edits.length > 0);
}

/** Two insertions at one place are not: each may bring the key that both need. */
function apart({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.end < b.start || b.end < a.start;
}
