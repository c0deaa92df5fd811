import { anyCase } from '../../spec/words.ts';
import { sourcesInUse } from '../dependencies.ts';
import { contractProofs } from '../proofs/data-contract.ts';
import { defineRequirement } from '../rule.ts';
import { hollow, lacking, verdict } from '../subject.ts';

/** Files of prose: their checks happen when somebody thinks of them. */
const prose = anyCase(/\.(?:md|markdown|txt|rst|adoc|html?|pdf|docx?|xlsx?|pptx?|odt)(?:#.*)?$/);

export const sourceQuality = defineRequirement({
  id: 'source-quality',
  area: 'sources',
  rank: 'advanced',
  gap: 'integration',
  appliesTo: 'connected sources',
  severity: ['off', 'warning', 'warning'],
  raised: {
    systems: 'models that predict',
    applies: (traits) => traits.model,
    severity: ['off', 'error', 'error'],
  },
  reach: 'proven',
  subjects: 'every',
  questions: [],
  hollow: ['checks that are only described in prose', 'a contract with no check that a machine can run'],
  toFix:
    'Write down what must hold of the data as an Open Data Contract, a Great Expectations suite or dbt tests, run it with each load, and name the file. Its status, its checks and the freshness it promises are looked at.',
  references: 'ML Test Score, Data 1; Open Data Contract Standard: data quality',
  summary: 'Every source has a data contract or a suite of checks that a machine runs.',
  why: 'An empty column or a changed unit raises no error. The model takes it in, and its output stays fluent and becomes wrong.',
  examples: [
    {
      bad: `
sources:
  claim-features:
    status: connected
    quality: docs/data-quality.md
             ^^^^^^^^^^^^^^^^^^^^ source-quality
`,
      good: `
sources:
  claim-features:
    status: connected
    quality: contracts/claim-features.odcs.yaml
`,
    },
    {
      bad: `
sources:
  claim-features:
  ^^^^^^^^^^^^^^ source-quality
    status: connected
`,
      good: `
sources:
  claim-features:
    status: planned
`,
      fixed: `
sources:
  claim-features:
    status: connected
    quality: TODO e.g. contracts/correspondence.odcs.yaml
`,
    },
  ],

  *assess(context) {
    for (const source of sourcesInUse(context)) {
      const faults = [
        ...lacking(context, source, ['quality'], 'which checks run on its data'),
        hollow(source.value.get('quality'), prose, (path) => `\`${path}\` is prose: nothing runs the checks in it.`),
      ];
      yield* verdict(source, faults, contractProofs(context, source));
    }
  },
});
