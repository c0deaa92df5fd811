import type { Finding, Fix, Span } from '../../../core/src/index.ts';
import type { FileResult } from '../result.ts';

/** The same text with secrets blacked out: reports end up in logs. */
export function masked(text: string, secrets: readonly Span[]): string {
  let result = text;
  for (const { start, end } of secrets) {
    result = result.slice(0, start) + result.slice(start, end).replaceAll(/[^\r\n]/g, '*') + result.slice(end);
  }
  return result;
}

/** Without those that write a secret anew, as one that puts quotes around a whole line does; no fix at all is better than stars. */
export function tellableFixes(finding: Finding, { text, analysis }: FileResult): readonly Fix[] {
  const fixes = finding.fixes();
  const secrets = (analysis?.secrets ?? []).map(({ start, end }) =>
    text.slice(start, end).replaceAll(/^["']|["']$/g, ''),
  );
  if (secrets.length === 0) return fixes;
  return fixes.filter(({ edits }) => !edits.some((edit) => secrets.some((secret) => edit.text.includes(secret))));
}
