import { evidence } from '../support/evidence.ts';

const find = evidence('prediction-metrics');

const spec = (id: string, bound: 'min' | 'max', limit: string, baseline: string, measured: string, marked = false) => `
system:
  type: model
models:
  fraud-score:
    role: predict
evaluation:
  predictions:
    ${id}:
      ${bound}: ${limit}
${marked ? `           ${'^'.repeat(limit.length)} prediction-metrics\n` : ''}      baseline: ${baseline}
      measured: ${measured}
`;
const files = { 'r.json': '{\n  "pr_auc": 0.437,\n  "mae": 3.2,\n  "ece": 0.05\n}' };

find('above the least', {
  spec: spec('pr-auc', 'min', '0.41', '0.29', 'r.json#/pr_auc'),
  files,
  states: { '/evaluation/predictions/pr-auc': 'proven' },
});
find('an error above the most', {
  spec: spec('calibration-error', 'max', '0.03', '0.09', 'r.json#/ece', true),
  files,
  says: [/0.03 is the most here, but r.json:4 says 0.05/],
});
find('an error on its own scale', {
  spec: spec('mae', 'max', '4', '6', 'r.json#/mae'),
  files,
  states: { '/evaluation/predictions/mae': 'proven' },
});
find('the name of the metric, however it is written', {
  spec: spec('pr-auc', 'min', '0.41', '0.29', 'r.json#pr-auc'),
  files,
  states: { '/evaluation/predictions/pr-auc': 'proven' },
});
find('a run of MLflow', {
  spec: spec('pr-auc', 'min', '0.41', '0.29', 'mlruns/4/ab12/#pr_auc'),
  files: { 'mlruns/4/ab12/metrics/pr_auc': '1793000000000 0.42 0\n' },
  states: { '/evaluation/predictions/pr-auc': 'proven' },
});

const baselines: readonly (readonly [name: string, report: object, other: string | undefined])[] = [
  ['as the spec says', { pr_auc: 0.437, baseline: { pr_auc: 0.29 } }, undefined],
  ['with more digits', { pr_auc: 0.437, baseline: { pr_auc: 0.2934 } }, undefined],
  ['of another metric', { pr_auc: 0.437, baseline: { recall: 0.4 } }, undefined],
  ['in percent', { pr_auc: 0.437, baseline: { pr_auc: 29 } }, undefined],
  [
    'of several methods one',
    { pr_auc: 0.437, baselines: { rules: { pr_auc: 0.29 }, random: { pr_auc: 0.1 } } },
    undefined,
  ],
  ['that is another', { pr_auc: 0.437, baseline: { pr_auc: 0.4 } }, 'but 0.4 in r.json:4'],
  ['below the metric', { 'pr-auc': { value: 0.437, baseline: 0.4 }, pr_auc: 0.437 }, 'but 0.4 in r.json:4'],
  ['in one name', { pr_auc: 0.437, baseline_pr_auc: 0.4 }, 'but 0.4 in r.json:3'],
  ['by its own name', { pr_auc: 0.437, baseline_checklist: { PR_AUC: { mean: 0.4 } } }, 'but 0.4 in r.json:5'],
];
for (const [name, report, other] of baselines) {
  const sound = spec('pr-auc', 'min', '0.41', '0.29', 'r.json#/pr_auc');
  find(`a baseline ${name}`, {
    files: { 'r.json': JSON.stringify(report, null, 1) },
    ...(other === undefined
      ? { spec: sound, states: { '/evaluation/predictions/pr-auc': 'proven' } }
      : {
          spec: sound.replace('baseline: 0.29\n', 'baseline: 0.29\n                ^^^^ prediction-metrics\n'),
          says: [new RegExp(`^The baseline is 0\\.29 here, ${other}\\.$`)],
        }),
  });
}
find('several baselines, and none of them', {
  spec: spec('pr-auc', 'min', '0.41', '0.29', 'r.json#/pr_auc'),
  files: { 'r.json': '{"pr_auc": 0.437, "baselines": {"rules": {"pr_auc": 0.4}, "random": {"pr_auc": 0.1}}}' },
  states: { '/evaluation/predictions/pr-auc': 'linked' },
});
find('a value of a model that is not in use', {
  spec: spec('pr-auc', 'min', '0.41', '0.29', 'r.json#/pr_auc')
    .replace('role: predict', 'role: predict\n    version: 2026.10.1+3f9c2ad')
    .replace(
      'measured: r.json#/pr_auc\n',
      'measured: r.json#/pr_auc\n                ^^^^^^^^^^^^^^ prediction-metrics\n',
    ),
  files: { 'r.json': '{"model_version": "2026.7.1+aaaa111", "pr_auc": 0.437}' },
  says: [/r.json:1 was made with "2026.7.1\+aaaa111", but model "fraud-score" is 2026.10.1\+3f9c2ad now/],
});
