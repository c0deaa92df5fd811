import { type Analysis, type CheckOptions, check } from '../check.ts';
import { applyEdits, type Edit } from '../text.ts';

/** Our own rules settle in three rounds (a test); this is for what nobody has thought of. */
const mostRounds = 10;

export interface FixedText {
  readonly text: string;
  readonly analysis: Analysis;
  /** How many times something was changed. */
  readonly rounds: number;
}

/** Applies every safe fix, and again where that brought out another, until nothing changes. */
export function fixAll(text: string, options: CheckOptions): FixedText {
  let analysis = check(text, options);
  for (let round = 0; round < mostRounds; round += 1) {
    const edits = safeEdits(analysis);
    if (edits.length === 0) return { text: analysis.doc.text, analysis, rounds: round };
    analysis = check(applyEdits(analysis.doc.text, edits), { ...options, previous: analysis });
  }
  return { text: analysis.doc.text, analysis, rounds: mostRounds };
}

/** The edits of all safe fixes that do not touch one another; what is left out is found again in the next round. */
export function safeEdits(analysis: Analysis): Edit[] {
  if (analysis.skipped !== undefined) return [];
  const chosen: Edit[] = [];
  for (const finding of analysis.findings) {
    for (const fix of finding.fixes()) {
      if (!fix.safe || fix.edits.some((edit) => chosen.some((other) => touch(edit, other)))) continue;
      chosen.push(...fix.edits);
      break;
    }
  }
  return chosen;
}

export function touch(a: Edit, b: Edit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
