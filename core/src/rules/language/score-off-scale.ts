import type { SpecDocument } from '../../spec/document.ts';
import { hundredth } from '../../spec/formats.ts';
import { isPlainNumber } from '../../spec/numerals.ts';
import type { Place } from '../../spec/place.ts';
import { nameOf, quoted } from '../../spec/words.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import { defineRule } from '../rule.ts';
import { nodeAt } from '../subject.ts';

/** Measures that are shares of something, whoever computes them: none of them exceeds 1. */
const shares =
  /^(?:recall|precision|accuracy|f1|auc|auroc|ndcg|mrr|map|hit|hitrate|groundedness|grounded|faithfulness|faithful|relevance|relevancy|relevant|correctness|completeness|coherence)$/;
/** A name that counts, or speaks of a difference, holds such a word for another reason. */
const otherwise = /^(?:per|count|number|minutes|hours|days|errors?|cost|rank|rating)$/;

export const scoreOffScale = defineRule({
  id: 'score-off-scale',
  severity: 'error',
  summary: 'A bound lies outside the scale of its metric: 88 where the scores go from 0 to 1.',
  why: 'No score ever reaches such a minimum, and none passes such a maximum: the gate is always shut, or always open.',
  examples: [
    {
      bad: `
evaluation:
  answers:
    groundedness:
      min: 88
           ^^ score-off-scale
`,
      good: `
evaluation:
  answers:
    groundedness:
      min: 0.88
`,
      fixed: `
evaluation:
  answers:
    groundedness:
      min: 0.88
`,
    },
    {
      bad: `
evaluation:
  answers:
    helpfulness:
      min: 40
           ^^ score-off-scale
      scale: 1..5
`,
      good: `
evaluation:
  answers:
    helpfulness:
      min: 4
      scale: 1..5
`,
    },
  ],

  looksAt: 'place',

  *check({ doc, places }) {
    for (const { node, field, path, inFlow, placeholder } of places) {
      if ((field?.format !== 'score' && field?.format !== 'threshold') || node?.kind !== 'scalar' || placeholder)
        continue;
      const written = String(node.value);
      const metric = isPlainNumber(written) ? metricOf(doc, path) : undefined;
      const highest = metric && highestOf(metric);
      if (metric === undefined || highest === undefined || Number(written) <= highest) continue;

      const guess = highest === 1 ? hundredth(written) : undefined;
      const ends = `\`${nameOf(path)}\` is ${written}, but ${quoted(metric.name)} ends at ${highest}`;
      yield {
        at: node,
        message: guess === undefined ? `${ends}.` : `${ends}: ${guess}?`,
        fix: () => {
          if (guess === undefined) return undefined;
          const edits = [replaceScalar(node, guess, inFlow ? 'flow' : 'block')];
          return { title: `Change to ${quoted(guess)}`, kind: 'normalise', safe: false, edits };
        },
      };
    }
  },
});

interface Metric {
  readonly name: string;
  /** As it was written, such as `0..100`. */
  readonly scale: string | undefined;
}

/** The metric that a bound is for: the key above it, or the one named beside it. */
function metricOf({ tree }: SpecDocument, path: Place['path']): Metric | undefined {
  const holder = path.slice(0, -1);
  const given = (key: string) => {
    const node = nodeAt(tree, [...holder, key]);
    return node?.kind === 'scalar' ? String(node.value) : undefined;
  };
  const above = path[0] === 'evaluation' && path.length === 4 ? String(path[2]) : undefined;
  const name = above ?? given('metric');
  return name === undefined ? undefined : { name, scale: given('scale') };
}

function highestOf({ name, scale }: Metric): number | undefined {
  const stated = scale === undefined ? undefined : /\.\.(\d+)$/.exec(scale)?.[1];
  if (stated !== undefined) return Number(stated);
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  return words.some((word) => shares.test(word)) && !words.some((word) => otherwise.test(word)) ? 1 : undefined;
}
