import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import type { ExpectedAlert, TriedAlert } from '../../evidence/alerts/promtool-tests.ts';
import type { Placed } from '../../evidence/formats/yaml-documents.ts';
import { clipped } from '../../shown.ts';
import { quoted } from '../../spec/words.ts';

/**
 * Why a unit test fails although the rule fires: it expects other labels or annotations than the rule gives. A clause;
 * `undefined` where that is not sure.
 */
export function whyFails({ expected, inputs }: TriedAlert, rule: AlertRule): string | undefined {
  const ofSeries = new Set(inputs.flatMap(({ labels }) => [...labels.keys()]));
  // What the expression itself makes of labels nobody knows.
  const isMade = /\b(?:label_replace|label_join|count_values|info)\b|:/.test(rule.expression?.value ?? ':');
  for (const { labels, annotations } of expected) {
    const why =
      differs('label', labels, rule.labels) ??
      (isMade
        ? undefined
        : foreign('label', labels, rule.labels, (name) => name === 'alertname' || ofSeries.has(name))) ??
      differs('annotation', annotations, rule.annotations) ??
      foreign('annotation', annotations, rule.annotations, () => false);
    if (why !== undefined) return why;
  }
  return undefined;
}

type Pairs = ExpectedAlert['labels'];

/** What the rule gives, and the test does not expect. */
function differs(what: string, expected: Pairs, given: Pairs): string | undefined {
  for (const [name, { value }] of given) {
    const own = expected.get(name);
    if (value === '') continue;
    const gives = `the rule gives ${shown(value)} (line ${given.get(name)?.line})`;
    if (own === undefined) return `it expects no ${what} \`${clipped(name, 40)}\`, and ${gives}`;
    if (!isMade(value) && own.value.trim() !== value.trim())
      return `it expects ${shown(own.value)} as ${what} \`${clipped(name, 40)}\`, and ${gives}`;
  }
  return undefined;
}

/** What the test expects, and nothing gives. */
function foreign(what: string, expected: Pairs, given: Pairs, isKnown: (name: string) => boolean): string | undefined {
  for (const [name, { value }] of expected as ReadonlyMap<string, Placed>)
    if (value !== '' && !given.has(name) && !isKnown(name))
      return `it expects the ${what} \`${clipped(name, 40)}\`, which the rule does not give`;
  return undefined;
}

function isMade(value: string): boolean {
  return value.includes('{{') || value.includes('$');
}

function shown(value: string): string {
  return quoted(clipped(value.trim(), 60));
}
