import type { Assessment } from '../assessment.ts';
import type { Context, Requirement, Severities } from '../rules/rule.ts';
import { type Fault, lacking, nodeAt, part, type Subject, sentence, verdict } from '../rules/subject.ts';
import type { Traits } from '../rules/traits.ts';
import { pointer } from '../spec/document.ts';
import { fieldAt } from '../spec/field-tree.ts';
import type { Path } from '../spec/place.ts';
import { isPlaceholder } from '../spec/placeholder.ts';
import type { AnyNode, Mapping, Scalar } from '../yaml/tree.ts';
import { type Assertion, failure } from './assertion.ts';

/** A requirement as a pack words it. */
export interface Worded {
  readonly id: string;
  /** Keys from the top of a spec; `*` for each entry of a map and each item of a list. */
  readonly subject: readonly string[];
  readonly conditions: readonly Condition[];
  readonly assertions: readonly Assertion[];
  readonly message: string;
  readonly why: string;
  readonly severity: Severities;
  readonly gap: Requirement['gap'];
}

export type Condition =
  | { readonly kind: 'trait'; readonly trait: BooleanTrait }
  | {
      readonly kind: 'field';
      /** Below the subject, or else from the top of the spec. */
      readonly below: 'subject' | 'spec';
      readonly field: string;
      /** Any value where absent. */
      readonly values?: readonly string[];
    };

export type BooleanTrait = Exclude<keyof Traits, 'exposure'>;

/** The same as a requirement like those that are built in. */
export function requirementOf(worded: Worded, title: string): Requirement {
  const { id, message, why, severity, gap } = worded;
  return {
    kind: 'requirement',
    id,
    area: 'governance',
    rank: 'recommended',
    gap,
    severity,
    reach: 'declared',
    subjects: 'every',
    questions: [],
    references: title,
    summary: message,
    why,
    examples: [],
    assess: (context) => assess(worded, title, context),
  };
}

function* assess(worded: Worded, title: string, context: Context): Generator<Assessment> {
  const all = subjects(context, worded.subject);
  const concerned = all.filter((subject) => worded.conditions.every((condition) => holds(condition, subject, context)));
  for (const subject of concerned) yield* verdict(subject, faults(worded, title, subject, context));
  if (concerned.length > 0) return;
  const at = part(context, [worded.subject[0] ?? ''], undefined);
  const reason = 'Nothing in this spec is what it speaks of.';
  yield { at: at.at, subject: pointer(at.path), state: 'not-applicable', reason };
}

function* faults({ assertions, message }: Worded, title: string, subject: Subject, context: Context): Generator<Fault> {
  const fields = [...new Set(assertions.map(({ field }) => field))];
  for (const fault of lacking(context, subject, fields, `what "${title}" asks`)) {
    yield { ...fault, reason: `${fault.reason} ${message}` };
  }
  for (const { field, test } of assertions) {
    const path = [...subject.path, ...field.split('.')];
    for (const node of scalars(nodeAt(context.doc.tree, path))) {
      const value = String(node.value);
      if (isPlaceholder(value, fieldAt(path)?.field)) continue;
      const wrong = failure(test, value);
      if (wrong === undefined) continue;
      yield { at: node, state: 'hollow', reason: `${sentence(subject.name)}: \`${field}\` ${wrong}. ${message}` };
    }
  }
}

function scalars(node: AnyNode | undefined): readonly Scalar<string | number>[] {
  if (node?.kind === 'scalar') return [node];
  if (node?.kind !== 'sequence') return [];
  return node.items.flatMap((item) => (item?.kind === 'scalar' ? [item] : []));
}

function holds(condition: Condition, subject: Subject, context: Context): boolean {
  if (condition.kind === 'trait') return context.traits[condition.trait];
  const start = condition.below === 'subject' ? subject.path : [];
  const found = scalars(nodeAt(context.doc.tree, [...start, ...condition.field.split('.')]));
  const { values } = condition;
  return found.some(({ value }) => values === undefined || values.includes(String(value)));
}

function subjects(context: Context, pattern: readonly string[]): readonly Subject[] {
  return expand(context.doc.tree, pattern, []).map((path): Subject => {
    const whole = part(context, path.map(String), undefined);
    const node = nodeAt(context.doc.tree, path);
    const at = node?.kind === 'mapping' && typeof path.at(-1) === 'number' ? (node.entries[0]?.key ?? node) : whole.at;
    return {
      ...whole,
      path,
      at,
      name: nameOf(path),
      value: (node?.kind === 'mapping' ? node : whole.value) as Mapping,
    };
  });
}

/** The paths in `tree` that a pattern means; one without a star is there even where nothing is written yet. */
function expand(node: AnyNode | undefined, pattern: readonly string[], path: Path): readonly Path[] {
  const [step, ...rest] = pattern;
  if (step === undefined) return [path];
  if (step !== '*') return expand(nodeAt(node, [step]), rest, [...path, step]);
  if (node?.kind === 'mapping') {
    return node.entries.flatMap(({ key, value }) => expand(value, rest, [...path, key.value]));
  }
  if (node?.kind !== 'sequence') return [];
  return node.items.flatMap((item, index) => expand(item, rest, [...path, index]));
}

/** `source "letters"`, `waiver 2`, or the path. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  const field = fieldAt(path)?.field;
  if (typeof last === 'number') return `${field?.title.toLowerCase() ?? 'entry'} ${last + 1}`;
  return field?.path.endsWith('.*') ? `${field.title.toLowerCase()} "${last}"` : `\`${path.join('.')}\``;
}
