import type { Finding } from './finding.ts';
import type { Rule } from './rules/rule.ts';
import { clipped } from './shown.ts';

/** A rule that throws is our mistake: it becomes a finding, and the other rules go on. */
export function guarded<T>(rule: Pick<Rule, 'id'>, run: () => Iterable<T>, broken: Finding[]): T[] | undefined {
  try {
    return [...run()];
  } catch (error) {
    const cause = clipped(error instanceof Error ? error.message : String(error), 200);
    const message = `Rule \`${rule.id}\` failed (${cause}). Please report this.`;
    broken.push({ rule: 'internal-error', severity: 'error', message, span: { start: 0, end: 0 }, fixes: () => [] });
    return undefined;
  }
}
