import {
  completeStage,
  type Edit,
  type Finding,
  type FixKind,
  fixAll,
  minimalEdits,
  type Stage,
} from '../../../core/src/index.ts';
import type { Snapshot } from '../analysis.ts';

/** What a code action is to do, in words that still mean something when the text has changed. */
export type Wanted =
  | {
      readonly do: 'fix';
      readonly rule: string;
      readonly subject?: string;
      readonly start: number;
      readonly title: string;
    }
  | { readonly do: 'rule'; readonly rule: string; readonly kind: FixKind }
  | { readonly do: 'complete'; readonly stage: Stage }
  | { readonly do: 'safe' };

/** `unchanged`: the text is still the one for which the action was offered. Undefined where nothing is left of it. */
export function editsOf({ analysis, text }: Snapshot, wanted: Wanted, unchanged: boolean): readonly Edit[] | undefined {
  switch (wanted.do) {
    case 'fix':
      return sameFix(analysis.findings, wanted, unchanged);
    case 'rule':
      return fixesOfRule(analysis.findings, wanted.rule, wanted.kind);
    case 'complete':
      return completeStage(analysis, wanted.stage)?.edits;
    case 'safe':
      return minimalEdits(text, fixAll(text, analysis.options).text);
    default:
      return wanted satisfies never;
  }
}

function sameFix(
  findings: readonly Finding[],
  { rule, subject, start, title }: Wanted & { do: 'fix' },
  unchanged: boolean,
): readonly Edit[] | undefined {
  const distance = (finding: Finding) => Math.abs(finding.span.start - start);
  return findings
    .filter(
      (finding) => finding.rule === rule && finding.subject === subject && (!unchanged || distance(finding) === 0),
    )
    .sort((a, b) => distance(a) - distance(b))
    .flatMap((finding) => finding.fixes().filter((fix) => fix.title === title))[0]?.edits;
}

/** Fixes that get in each other's way wait for the next time. */
function fixesOfRule(findings: readonly Finding[], rule: string, kind: FixKind): readonly Edit[] {
  const taken: Edit[] = [];
  for (const finding of findings) {
    if (finding.rule !== rule) continue;
    const edits = finding.fixes().find((fix) => fix.kind === kind)?.edits ?? [];
    if (edits.every((edit) => taken.every((other) => apart(edit, other)))) taken.push(...edits);
  }
  return taken.sort((a, b) => a.span.start - b.span.start);
}

/** Two insertions at one place are not: each may bring the key that both need. */
function apart({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.end < b.start || b.end < a.start;
}
