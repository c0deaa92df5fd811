import type { AnyNode } from '../../yaml/tree.ts';
import { mappingsIn, scalarsIn, textAt } from '../formats/yaml-documents.ts';
import { type Pattern, patternOf, takes, wordsOf } from './patterns.ts';

/** What Alertmanager asks of a label. */
export interface Matcher {
  readonly label: string;
  readonly not: boolean;
  /** What the value has to be; `undefined` for a pattern that is not read. */
  readonly pattern: Pattern | undefined;
}

export type Match = 'yes' | 'no' | 'maybe';

/** Whether labels fit all matchers, and if that is not known, the first matcher for which it is not. */
export interface Matched {
  readonly match: Match;
  readonly doubt?: Matcher;
}

/** `labels` are those of the rule. Its series may have any others, and a template may make any value. */
export function matched(matchers: readonly Matcher[], labels: ReadonlyMap<string, string>): Matched {
  let doubt: Matcher | undefined;
  for (const one of matchers) {
    const value = labels.get(one.label);
    if (value === undefined || one.pattern === undefined || value.includes('{{')) {
      doubt ??= one;
      continue;
    }
    if (takes(one.pattern, value) === one.not) return { match: 'no' };
  }
  return doubt === undefined ? { match: 'yes' } : { match: 'maybe', doubt };
}

/** The values by which matchers tell alerts apart in a label, as they are written. */
export function wordsFor(matchers: readonly Matcher[], label: string): readonly string[] {
  return matchers.flatMap((one) =>
    one.label === label && !one.not && one.pattern !== undefined ? wordsOf(one.pattern) : [],
  );
}

/** The mapping of an older configuration: `match`, or `match_re` with patterns. */
export function equal(node: AnyNode | undefined, isPattern: boolean): readonly Matcher[] {
  if (node?.kind !== 'mapping') return [];
  return node.entries.flatMap(({ key, value }) => {
    if (value?.kind !== 'scalar') return [];
    return [matcher(key.value, isPattern ? '=~' : '=', String(value.value))];
  });
}

/** Lines such as `severity="page"` or `team=~"a|b"`, or mappings of the custom resource. */
export function listed(node: AnyNode | undefined): readonly Matcher[] {
  const written = scalarsIn(node).flatMap(({ value }) => parts(String(value)));
  const mapped = mappingsIn(node).map((one): Matcher => {
    const type = textAt(one, 'matchType') ?? (textAt(one, 'regex') === 'true' ? '=~' : '=');
    return matcher(textAt(one, 'name') ?? '', type, textAt(one, 'value') ?? '');
  });
  return [...written, ...mapped];
}

function parts(text: string): readonly Matcher[] {
  const inner = text
    .slice(0, 5000)
    .trim()
    .replace(/^\{|\}$/g, '');
  return [...inner.matchAll(/([A-Za-z_][\w.]*)\s*(=~|!~|!=|=)\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^,"'\s]+))/g)].map(
    ([, label = '', operator = '=', double, single, plain]) =>
      matcher(label, operator, double?.replaceAll(/\\(["\\])/g, '$1') ?? single ?? plain ?? ''),
  );
}

function matcher(label: string, operator: string, value: string): Matcher {
  const pattern = operator.endsWith('~') ? patternOf(value) : [[value]];
  return { label, not: operator.startsWith('!'), pattern };
}
