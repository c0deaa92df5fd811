import assert from 'node:assert/strict';
import { type CheckOptions, check, type Finding, lineIndex } from '../../core/src/index.ts';

/**
 * A text with its expected findings drawn in: a line that holds only carets and a rule's id marks a finding in the line
 * above it, and is taken out before the text is read.
 */
export interface Drawn {
  readonly text: string;
  /** `line:from-to rule`, as `placed` writes findings. */
  readonly expected: readonly string[];
}

const caretLine = /^( *)(\^+) ([a-z][a-z0-9-]*)$/;

export function drawn(source: string): Drawn {
  const kept: string[] = [];
  const expected: string[] = [];
  for (const line of source.replace(/^\n/, '').split('\n')) {
    const marker = caretLine.exec(line);
    if (marker === null) {
      kept.push(line);
      continue;
    }
    const from = marker[1]?.length ?? 0;
    expected.push(`${kept.length}:${from + 1}-${from + 1 + (marker[2]?.length ?? 0)} ${marker[3]}`);
  }
  return { text: kept.join('\n'), expected: expected.sort() };
}

/** Findings as `line:from-to rule`, columns from 1; the end is cut to the line of the start, as carets can only show that. */
export function placed(text: string, findings: readonly Finding[]): string[] {
  const lines = lineIndex(text);
  return findings
    .map(({ span, rule }) => {
      const start = lines.position(span.start);
      const end = lines.position(span.end);
      const lineEnd = end.line === start.line ? end.character : (text.split(/\r\n|\n|\r/)[start.line]?.length ?? 0);
      return `${start.line + 1}:${start.character + 1}-${Math.max(lineEnd, start.character + 1) + 1} ${rule}`;
    })
    .sort();
}

/** Checks that `source` reports exactly what its carets say, looking at the rules in `only`, or at all. */
export function assertFindings(source: string, options: CheckOptions, only?: readonly string[]): readonly Finding[] {
  const { text, expected } = drawn(source);
  const { findings } = check(text, options);
  const seen = findings.filter(({ rule }) => only === undefined || only.includes(rule) || rule === 'internal-error');
  assert.deepEqual(placed(text, seen), expected, seen.map(({ rule, message }) => `${rule}: ${message}`).join('\n'));
  return seen;
}

export const today = '2026-11-22';
