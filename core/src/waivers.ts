import { addDays } from './dates.ts';
import type { Numbers } from './numbers.ts';
import type { Requirement } from './rules/rule.ts';
import type { Spec } from './spec/types.generated.ts';
import type { Span } from './text.ts';
import type { Mapping, Scalar } from './yaml/tree.ts';

/** The exceptions that are in force. */
export interface Waivers {
  /** The waiver that covers this subject. Remembers that it was needed. */
  excusing(requirement: Requirement, subject: string): Waiver | undefined;
  /** Waivers that excused nothing so far. */
  unused(): readonly Waiver[];
}

export interface Waiver {
  readonly at: Scalar<string>;
  /** All of it. */
  readonly span: Span;
  readonly rule: string;
  readonly where: string | undefined;
  readonly reason: string;
  readonly owner: string | undefined;
  /** ISO date. */
  readonly expires: string;
}

/** Reads the waivers of a spec; those that `waiver-valid` would refuse excuse nothing. */
export function readWaivers(spec: Mapping<Spec>, asOf: string, numbers: Numbers): Waivers {
  const valid: Waiver[] = [];
  for (const item of spec.get('waivers')?.items ?? []) {
    const at = item?.get('rule');
    const expires = item?.get('expires')?.value;
    const reason = item?.get('reason')?.value;
    if (
      at === undefined ||
      expires === undefined ||
      reason === undefined ||
      reason.trim().length < numbers.shortestReason
    )
      continue;
    if (expires < asOf || expires > addDays(asOf, numbers.longestWaiver)) continue;
    const owner = item?.get('owner')?.value;
    valid.push({
      at,
      rule: at.value,
      where: item?.get('where')?.value,
      reason: reason.trim(),
      owner,
      expires,
      span: item?.span ?? at.span,
    });
  }

  // By rule, and there by what they are for: a spec can have thousands of both.
  const byRule = new Map<string, Map<string | undefined, number>>();
  for (const [index, { rule, where }] of valid.entries()) {
    const places = byRule.get(rule) ?? new Map<string | undefined, number>();
    if (!places.has(where)) places.set(where, index);
    byRule.set(rule, places);
  }

  const used = new Set<Waiver>();
  return {
    excusing(requirement, subject) {
      if (requirement.neverWaivable) return undefined;
      const places = byRule.get(requirement.id);
      const fitting = [places?.get(undefined), places?.get(idOf(subject))].filter((index) => index !== undefined);
      const waiver = valid[Math.min(...fitting)];
      if (waiver !== undefined) used.add(waiver);
      return waiver;
    },
    unused: () => valid.filter((waiver) => !used.has(waiver)),
  };
}

/** `/sources/letters` is called `letters`. */
function idOf(subject: string): string | undefined {
  return subject.split('/').at(-1)?.replaceAll('~1', '/').replaceAll('~0', '~');
}
