import { leastScoreProof } from '../proofs/recipe-settings.ts';
import { defineRequirement } from '../rule.ts';
import { each, hollow, lacking, verdict } from '../subject.ts';

export const noResultBehavior = defineRequirement({
  id: 'no-result-behavior',
  area: 'indexes',
  rank: 'recommended',
  gap: 'evaluation',
  appliesTo: 'systems with an index',
  severity: ['warning', 'warning', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: [],
  hollow: ['an answer all the same', 'a score of 0, above which everything lies, or of 1, above which nothing does'],
  toFix:
    'Look at the scores of questions that the index cannot answer, take the least score that keeps them out, and decide what people get then.',
  references: 'TruLens and Ragas: relevance of the retrieved context',
  summary: 'Every index says below which score nothing was found, and what people get then.',
  why: 'A search always returns its nearest hits, however far. The model answers from them in the same tone as ever.',
  examples: [
    {
      bad: `
indexes:
  claims-index:
    no_result:
      min_score: 0
                 ^ no-result-behavior
      then: say-unknown
`,
      good: `
indexes:
  claims-index:
    no_result:
      min_score: 0.42
      then: say-unknown
`,
    },
    {
      bad: `
indexes:
  claims-index:
  ^^^^^^^^^^^^ no-result-behavior
    max_age: 28h
`,
      good: `
indexes:
  claims-index:
    max_age: 28h
    no_result:
      min_score: 0.42
      then: hand-off
`,
      fixed: `
indexes:
  claims-index:
    max_age: 28h
    no_result:
      min_score: TODO e.g. 0.42
      then: TODO say-unknown | hand-off | answer-with-warning
`,
    },
  ],

  *assess(context) {
    // That the test set holds such questions is asked by `eval-edge-cases`.
    for (const index of each(context, ['indexes'], context.spec.get('indexes'))) {
      const score = index.value.get('no_result')?.get('min_score');
      yield* verdict(
        index,
        [
          ...lacking(context, index, ['no_result.min_score', 'no_result.then'], 'what happens when nothing fits'),
          hollow(
            score,
            (least) => least === 0,
            () => 'Every hit scores 0 or more: something is always found, and always answered from.',
          ) ??
            hollow(
              score,
              (least) => least >= 1,
              (least) => `Hardly any hit reaches ${least}: nothing is ever found.`,
            ),
        ],
        [leastScoreProof(context, index)],
      );
    }
  },
});
