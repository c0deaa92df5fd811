import type { AnyNode } from '../../yaml/tree.ts';
import { entriesAt, inside, itemsAt, type Structured, textAt } from '../formats/structured.ts';

/** What a processor of the collector drops. */
export interface Drop {
  readonly signal: 'traces' | 'logs';
  /** As it is written: a condition, or what the names and attributes of a record are matched with. */
  readonly condition: string;
  /** It drops all that does not match. */
  readonly others: boolean;
  readonly line: number;
}

/** By the documentation of the filter processor: conditions of today, and the matching of before 0.70. */
export function dropsOf(node: AnyNode | undefined, line: Structured['line']): readonly Drop[] {
  const conditions = (signal: Drop['signal'], list: readonly AnyNode[]): readonly Drop[] =>
    list.flatMap((item) => {
      // With a context of its own a group has its conditions below it.
      const inner = itemsAt(item, 'conditions');
      if (inner.length > 0) return conditions(signal, inner);
      const condition = textAt(item);
      return condition === undefined ? [] : [{ signal, condition, others: false, line: line(item) }];
    });
  const matching = (signal: Drop['signal'], part: AnyNode | undefined): readonly Drop[] =>
    (['include', 'exclude'] as const).flatMap((how) => {
      const match = inside(part, how);
      if (match === undefined) return [];
      return [{ signal, condition: written(match), others: how === 'include', line: line(match) }];
    });
  return [
    ...conditions('traces', itemsAt(node, 'traces', 'span')),
    ...conditions('traces', itemsAt(node, 'trace_conditions')),
    ...conditions('logs', itemsAt(node, 'logs', 'log_record')),
    ...conditions('logs', itemsAt(node, 'log_conditions')),
    ...matching('traces', inside(node, 'spans')),
    ...matching('logs', inside(node, 'logs')),
  ];
}

/** Names of spans and services, and the keys and values of attributes, each in quotes as in a condition. */
function written(node: AnyNode | undefined): string {
  const found: string[] = [];
  const visit = (one: AnyNode | undefined, depth: number): void => {
    if (one === undefined || depth > 6 || found.length > 200) return;
    if (one.kind === 'scalar') found.push(JSON.stringify(String(one.value)));
    else if (one.kind === 'sequence') for (const item of one.items) visit(item, depth + 1);
    else for (const { key, value } of entriesAt(one)) if (key.value !== 'match_type') visit(value, depth + 1);
  };
  visit(node, 0);
  return found.join(' ');
}

/** The share of records that a sampler lets through, from 0 to 100; `rules` where that hangs on each record. */
export function sampledBy(type: string, node: AnyNode | undefined): number | 'rules' | undefined {
  if (type === 'tail_sampling') return tailSampled(itemsAt(node, 'policies'));
  return type === 'probabilistic_sampler' ? percentIn(textAt(node, 'sampling_percentage')) : undefined;
}

/** A trace is kept that any policy wants to keep. */
function tailSampled(policies: readonly AnyNode[]): number | 'rules' {
  const shares = policies.map((policy) => {
    const type = textAt(policy, 'type');
    if (type === 'always_sample') return 100;
    return type === 'probabilistic' ? percentIn(textAt(policy, 'probabilistic', 'sampling_percentage')) : 'rules';
  });
  if (shares.includes(100)) return 100;
  const [only, another] = shares;
  return only === undefined || another !== undefined ? 'rules' : only;
}

function percentIn(text: string | undefined): number | 'rules' {
  const percentage = Number(text ?? Number.NaN);
  return Number.isFinite(percentage) ? Math.min(100, percentage) : 'rules';
}
