import type { Answers } from './answers.ts';
import { found } from './marks.ts';

/** A test set that is beyond doubt, but for the lines that replace its own. */
function dataSet(changed: Readonly<Record<string, string>> = {}, models = ''): string {
  const is = (name: string, value: string) => `${name}: ${changed[name] ?? value}`;
  return `${models}evaluation:
  datasets:
    real-queries:
      path: eval/queries_2026-10.jsonl
      ${is('origin', 'production')}
      sampled:
        ${is('from', '2026-10-06')}
        ${is('to', '2026-11-05')}
        ${is('how', 'stratified by line and role')}
      ${is('size', '420')}
      edge_cases:
        ${is('share', '24%')}
        kinds:
          - ${(changed.kinds ?? 'no-answer-exists, superseded, very-long, ambiguous').split(', ').join('\n          - ')}
      ${is('use', 'test')}
      refresh_every: 90d
      owner: claims-ops
`;
}

const launched = 'system:\n  launch: 2026-10-05\n';
const documents = `sources:
  letters:
    status: connected
    via: index
    access:
      varies_by: role
    formats:
      expected:
        - pdf
indexes:
  claims-index:
    top_k: 8
`;
const search = (...lines: readonly string[]) =>
  `indexes:\n  claims-index:\n    top_k: 8\nevaluation:\n${lines.map((line) => `  ${line}\n`).join('')}`;
const writes = (...lines: readonly string[]) =>
  `system:\n  type: llm\nevaluation:\n  answers:\n${lines.map((line) => `    ${line}\n`).join('')}`;
const predicts = (...lines: readonly string[]) => `system:
  decision_role: recommends
models:
  fraud-score:
    role: predict
evaluation:
  predictions:
${lines.map((line) => `    ${line}\n`).join('')}`;
const calibrated = ['calibration-error:', '  max: 0.03', '  baseline: 0.09'];

const trained = (from: string, to: string, how: string, period = '2026-05-31', results = '2026-10-30') => `models:
  fraud-score:
    role: predict
    training:
      period:
        from: 2023-01-01
        to: ${period}
      label_delay: 120d
evaluation:
  datasets:
    recent-claims:
      sampled:
        from: ${from}
        to: ${to}
        how: ${how}
  results:
    date: ${results}
`;

const results = (date: string, before = '', version = 'v31') => `${before}prompts:
  answer-prompt:
    path: prompts/answer.md
    version: ${version}
evaluation:
  results:
    path: eval/results/latest.json
    date: ${date}
`;

const gate = (job: string, ...kinds: readonly string[]) => `models:
  answer-llm:
    role: generate
prompts:
  answer-prompt:
    path: prompts/answer.md
indexes:
  claims-index:
    top_k: 8
evaluation:
  gate:
    job: ${job}
    runs_when:
${kinds.map((kind) => `      - ${kind}\n`).join('')}    blocks: merge
`;

const judge = (changed: Readonly<Record<string, string>> = {}) => `models:
  answer-llm:
    role: generate
    version: gpt-4.1-2025-04-14
  judge-llm:
    role: judge
    version: ${changed.current ?? 'claude-sonnet-4-5-20250929'}
evaluation:
  answers:
    groundedness:
      min: 0.92
      judge: ${changed.used ?? 'judge-llm'}
  judge:
    model: ${changed.model ?? 'judge-llm'}
    version: ${changed.version ?? 'claude-sonnet-4-5-20250929'}
    cases: ${changed.cases ?? '200'}
    kappa: ${changed.kappa ?? '0.74'}
    date: 2026-10-28
`;

const slices = (by: string, worst = '0.80') => `evaluation:
  slices:
    by:
      - ${by}
    worst_min: ${worst}
`;

const attacked = (date: string, ...kinds: readonly string[]) => `system:
  type: rag
sources:
  letters:
    what: Letters and e-mails received for a claim
    status: connected
    via: index
    access:
      varies_by: role
evaluation:
  red_team:
    date: ${date}
    covers:
${kinds.map((kind) => `      - ${kind}\n`).join('')}    proof: security/redteam.md
`;

export const evaluation: Answers = {
  'eval-dataset': {
    missing: found('eval-dataset', 'evaluation: <<\n  answers:\n    groundedness:\n      min: 0.92\n'),
    hollow: {
      '0 rows': { stage: 'pilot', text: found('eval-dataset', dataSet({ size: '0 <<' })) },
      'fewer than 30 in a pilot': { stage: 'pilot', text: found('eval-dataset', dataSet({ size: '29 <<' })) },
      'fewer than 100 in pre-production': {
        stage: 'pre-production',
        text: found('eval-dataset', dataSet({ size: '99 <<' })),
      },
      'fewer than 200 in production': found('eval-dataset', dataSet({ size: '199 <<' })),
      'margin of error wider than the distance from target to alert threshold': found(
        'eval-dataset',
        `${dataSet({ size: '220 <<' })}  retrieval:
    recall@8:
      min: 0.88
monitoring:
  metrics:
    recall-weekly:
      kind: retrieval
      by: real-queries
  alerts:
    recall-low:
      metric: recall-weekly
      below: 0.84
`,
      ),
    },
    declared: dataSet(),
  },

  'eval-representative': {
    missing: found('eval-representative', 'evaluation:\n  datasets:\n    real-queries: <<\n      size: 420\n'),
    hollow: {
      'only expert': found('eval-representative', dataSet({ origin: 'expert <<' })),
      'only synthetic': found('eval-representative', dataSet({ origin: 'synthetic <<' })),
      selected: found('eval-representative', dataSet({ how: 'selected <<' })),
      'hand-picked': found('eval-representative', dataSet({ how: 'hand-picked <<' })),
      'window ended over 180d ago': found('eval-representative', dataSet({ from: '2026-04-01', to: '2026-05-25 <<' })),
      'origin production before any traffic existed': found(
        'eval-representative',
        `${launched}${dataSet({ origin: 'production <<', from: '2026-08-01', to: '2026-09-30' })}`,
      ),
    },
    declared: `${launched}${dataSet()}`,
  },

  'eval-edge-cases': {
    missing: found('eval-edge-cases', 'evaluation:\n  datasets:\n    real-queries: <<\n      size: 420\n'),
    hollow: {
      '0, which blocks a pilot': { stage: 'pilot', text: found('eval-edge-cases', dataSet({ share: '0% <<' })) },
      'under 10% from pre-production': {
        stage: 'pre-production',
        text: found('eval-edge-cases', dataSet({ share: '9% <<' })),
      },
      'one kind': found('eval-edge-cases', dataSet({ kinds: 'very-long' }).replace('kinds:', 'kinds: <<')),
      'no-answer-exists is absent, for retrieval': found(
        'eval-edge-cases',
        `${documents}${dataSet({ kinds: 'superseded, very-long, no-permission, new-format' }).replace('kinds:', 'kinds: <<')}`,
      ),
      'no-permission is absent, when access varies': found(
        'eval-edge-cases',
        `${documents}${dataSet({ kinds: 'superseded, very-long, no-answer-exists, new-format' }).replace('kinds:', 'kinds: <<')}`,
      ),
      'new-format is absent, for documents': found(
        'eval-edge-cases',
        `${documents}${dataSet({ kinds: 'superseded, very-long, no-answer-exists, no-permission' }).replace('kinds:', 'kinds: <<')}`,
      ),
    },
    declared: `${documents}${dataSet({ kinds: 'superseded, very-long, no-answer-exists, no-permission, new-format' })}`,
  },

  'eval-held-out': {
    missing: found('eval-held-out', 'evaluation:\n  datasets:\n    real-queries: <<\n      path: eval/queries.jsonl\n'),
    hollow: {
      'same file for both': found(
        'eval-held-out',
        dataSet().replace(/(path: .*)/, '$1 <<') +
          '    prompt-queries:\n      path: ./eval/queries_2026-10.jsonl\n      use: tune\n',
      ),
      'overlapping rows: one is part of the other': found(
        'eval-held-out',
        dataSet().replace(/(path: .*)/, '$1 <<') +
          '    prompt-queries:\n      path: eval/queries_2026-10.jsonl#split=dev\n      use: tune\n',
      ),
      'only a tune set': found('eval-held-out', dataSet({ use: 'tune <<' })),
    },
    declared: `${dataSet()}    prompt-queries:\n      path: eval/tuning.jsonl\n      use: tune\n`,
  },

  'retrieval-metrics': {
    missing: [
      // The row's "only answer metrics" and "no min".
      found(
        'retrieval-metrics',
        search('answers:', '  groundedness:', '    min: 0.92').replace('evaluation:', '$& <<'),
      ),
      found('retrieval-metrics', search('retrieval:', '  recall@8: <<', '    measured: eval/latest.json#/recall')),
    ],
    hollow: {
      'no k': found('retrieval-metrics', search('retrieval:', '  recall: <<', '    min: 0.88')),
      'another k than in production': found(
        'retrieval-metrics',
        search('retrieval:', '  recall@20: <<', '    min: 0.88'),
      ),
      'min 0.5 or lower (a tool default)': found(
        'retrieval-metrics',
        search('retrieval:', '  recall@8:', '    min: 0.5 <<'),
      ),
    },
    declared: search('retrieval:', '  recall@8:', '    min: 0.88', '  context-precision:', '    min: 0.7'),
  },

  'answer-metrics': {
    missing: [
      found('answer-metrics', 'system:\n  type: llm\nevaluation: <<\n  gate:\n    blocks: merge\n'),
      // The row's "no min" and "no refusal metric".
      found('answer-metrics', writes('groundedness: <<', '  judge: judge-llm', 'abstention:', '  min: 0.9')),
      found('answer-metrics', writes('groundedness:', '  min: 0.92').replace('answers:', '$& <<')),
    ],
    hollow: {
      'one vague "accuracy"': found(
        'answer-metrics',
        writes('accuracy: <<', '  min: 0.9', 'abstention:', '  min: 0.9'),
      ),
      'only BLEU/ROUGE': found(
        'answer-metrics',
        writes('bleu: <<', '  min: 0.4', 'rouge-l:', '  min: 0.5', 'abstention:', '  min: 0.9'),
      ),
    },
    declared: writes('groundedness:', '  min: 0.92', 'refuses-when-unknown:', '  min: 0.90'),
  },

  'prediction-metrics': {
    missing: [
      found(
        'prediction-metrics',
        predicts().replace('predictions:\n', '').replace('evaluation:', '$& <<\n  gate:\n    blocks: merge'),
      ),
      // The row's "no baseline" and "no calibration when a score drives action".
      found('prediction-metrics', predicts('pr-auc: <<', '  min: 0.41', ...calibrated)),
      found(
        'prediction-metrics',
        predicts('pr-auc:', '  min: 0.41', '  baseline: 0.29').replace('predictions:', '$& <<'),
      ),
    ],
    hollow: {
      'accuracy on imbalanced data': found(
        'prediction-metrics',
        predicts('accuracy: <<', '  min: 0.98', '  baseline: 0.97', ...calibrated),
      ),
      'a threshold no better than the baseline': found(
        'prediction-metrics',
        predicts('pr-auc:', '  min: 0.29 <<', '  baseline: 0.29', ...calibrated),
      ),
    },
    declared: predicts('pr-auc:', '  min: 0.41', '  baseline: 0.29', ...calibrated),
  },

  'out-of-time-test': {
    missing: found('out-of-time-test', 'models:\n  fraud-score: <<\n    role: predict\n'),
    hollow: {
      'random split': found('out-of-time-test', trained('2023-01-01', '2026-05-31', 'random 80/20 split <<')),
      'test window inside the training window': found(
        'out-of-time-test',
        trained('2026-05-31 <<', '2026-06-30', 'every referral'),
      ),
      'label delay ignored: the outcomes of the test were not known': found(
        'out-of-time-test',
        trained('2026-06-01', '2026-07-03 <<', 'every referral'),
      ),
      'label delay ignored: the outcomes of the training were not known': found(
        'out-of-time-test',
        trained('2026-06-01', '2026-06-30', 'every referral')
          .replace('to: 2026-05-31', 'to: 2026-07-26 <<')
          .replace('from: 2026-06-01', 'from: 2026-07-27')
          .replace('to: 2026-06-30', 'to: 2026-07-02'),
      ),
    },
    declared: trained('2026-06-01', '2026-07-02', 'every referral and 5% of the rest, at random'),
  },

  'eval-results-fresh': {
    missing: found('eval-results-fresh', 'evaluation: <<\n  gate:\n    blocks: merge\n'),
    hollow: {
      'older than the newest prompt': found('eval-results-fresh', results('2026-11-14 <<', '', '2026-11-17')),
      'older than the newest model': found(
        'eval-results-fresh',
        results('2026-11-14 <<', 'models:\n  answer-llm:\n    role: generate\n    version: gpt-4.1-20261118\n'),
      ),
      'older than the newest index version': found(
        'eval-results-fresh',
        results('2026-11-14 <<', 'indexes:\n  claims-index:\n    version: v7_2026-11-20\n'),
      ),
      'over 90d': found('eval-results-fresh', results('2026-08-23 <<')),
    },
    declared: results('2026-08-24'),
  },

  'eval-gate': {
    missing: found('eval-gate', 'evaluation: <<\n  results:\n    date: 2026-11-14\n'),
    hollow: {
      'run by hand': found('eval-gate', gate('run by hand <<', 'prompt', 'model', 'index')),
      'run by hand, from a runbook': found('eval-gate', gate('runbooks/evaluate.md <<', 'prompt', 'model', 'index')),
      'does not fire on prompt files': found(
        'eval-gate',
        gate('.github/workflows/eval.yml', 'model', 'index').replace('runs_when:', '$& <<'),
      ),
      'a kind of change that exists is missing': found(
        'eval-gate',
        gate('.github/workflows/eval.yml', 'prompt', 'model').replace('runs_when:', '$& <<'),
      ),
    },
    declared: gate('.github/workflows/eval.yml', 'prompt', 'model', 'index'),
  },

  'judge-calibrated': {
    missing: found(
      'judge-calibrated',
      'models:\n  judge-llm:\n    role: judge\nevaluation: <<\n  answers:\n    groundedness:\n      judge: judge-llm\n',
    ),
    hollow: {
      'judge = the model it judges': found(
        'judge-calibrated',
        judge({ used: 'answer-llm', model: 'answer-llm <<', version: 'gpt-4.1-2025-04-14' }),
      ),
      'the same model under another name': found(
        'judge-calibrated',
        judge({ current: 'gpt-4.1-2025-04-14', model: 'judge-llm <<', version: 'gpt-4.1-2025-04-14' }),
      ),
      'fewer than 50 cases': found('judge-calibrated', judge({ cases: '49 <<' })),
      'kappa under 0.6': found('judge-calibrated', judge({ kappa: '0.59 <<' })),
      'judge version changed since': found('judge-calibrated', judge({ version: 'claude-sonnet-4-20250514 <<' })),
    },
    declared: judge({ cases: '50', kappa: '0.6' }),
  },

  'eval-slices': {
    missing: found('eval-slices', 'evaluation: <<\n  results:\n    date: 2026-11-14\n'),
    hollow: {
      'overall score only': found('eval-slices', slices('overall <<')),
      'a value that every slice reaches': found('eval-slices', slices('line', '0 <<')),
    },
    declared: slices('line'),
  },

  'adversarial-tested': {
    missing: found('adversarial-tested', 'system:\n  type: llm\nevaluation: <<\n  results:\n    date: 2026-11-14\n'),
    hollow: {
      'direct jailbreaks only, while outsiders write the documents': found(
        'adversarial-tested',
        attacked('2026-09-25', 'jailbreak', 'cross-role-leak').replace('covers:', '$& <<'),
      ),
      'over 180d': found(
        'adversarial-tested',
        attacked('2026-05-25 <<', 'jailbreak', 'indirect-prompt-injection', 'rbac'),
      ),
      'no cross-role attempt when access varies': found(
        'adversarial-tested',
        attacked('2026-09-25', 'jailbreak', 'injection-in-documents').replace('covers:', '$& <<'),
      ),
    },
    declared: attacked('2026-05-26', 'jailbreak', 'injection-in-documents', 'cross-role-leak'),
  },
};
