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
