import { readFileSync } from 'node:fs';
import { twins } from '../support/twins.ts';

const queries = readFileSync('examples/rag-production/eval/queries_2026-10.jsonl', 'utf8');
const lastQueries = queries.slice(queries.split('\n').slice(0, 300).join('\n').length);

twins('rag-production', [
  {
    name: 'the report is split by another field',
    change: { 'eval/results/latest.json': ['"language": {', '"channel": {'] },
    finds: ['eval-slices: No slices by "language" stand at /slices in eval/results/latest.json, but by "channel".'],
  },
  {
    name: 'a slice is left out',
    change: { 'eval/results/latest.json': ['      "de": 0.882,\n', ''] },
    finds: ['eval-slices: 391 cases of eval/queries_2026-10.jsonl have "de" in "language"'],
  },
  {
    name: 'the data set is cut, which is one finding',
    change: { 'eval/queries_2026-10.jsonl': [lastQueries, '\n'] },
    finds: ['eval-dataset: 420 cases here, but eval/queries_2026-10.jsonl holds 300 cases.'],
  },
  {
    name: 'a report that is cut off is told once, whoever reads it',
    change: { 'eval/results/latest.json': ['"slices": {', '"slices": {}'] },
    finds: ['retrieval-metrics: Nothing can load eval/results/latest.json: line 25 is no JSON.'],
  },
  {
    name: 'the report of a load test is no JSON',
    change: { 'load/2026-09-22.json': ['{\n', '<<<<<<< HEAD\n{\n'] },
    finds: ['load-tested: Nothing can load load/2026-09-22.json: line 1 is no JSON.'],
  },
  {
    name: 'a load test in which a third of the requests failed',
    change: { 'load/2026-09-22.json': ['"rate": 0,\n        "passes": 0', '"rate": 0.3,\n        "passes": 545'] },
    finds: ['load-tested: By load/2026-09-22.json:50 30% of the requests failed'],
  },
  {
    name: 'the data set is not there',
    change: { 'eval/queries_2026-10.jsonl': 'removed' },
    finds: ['eval-dataset: There is no "eval/queries_2026-10.jsonl"'],
  },
  {
    name: 'the data set is not there, nor is it the one that was measured on',
    change: { 'ai-system.yaml': ['path: eval/queries_2026-10.jsonl', 'path: eval/queries_2026-11.jsonl'] },
    finds: [
      'eval-dataset: There is no "eval/queries_2026-11.jsonl"',
      'eval-results-fresh: eval/results/latest.json:5 was measured on "eval/queries_2026-10.jsonl", which is none of the data sets here.',
    ],
  },
  {
    name: 'labels that are not there',
    change: { 'eval/judge-labels.jsonl': 'removed' },
    finds: ['judge-calibrated: There is no "eval/judge-labels.jsonl"'],
  },
  {
    name: 'a report of a load test that is not there',
    change: { 'load/2026-09-22.json': 'removed' },
    finds: ['load-tested: There is no "load/2026-09-22.json"'],
  },
  {
    name: 'the data set holds fewer cases than is said',
    change: { 'ai-system.yaml': ['size: 420', 'size: 480'] },
    finds: ['eval-dataset: 480 cases here, but eval/queries_2026-10.jsonl holds 420 cases.'],
  },
  {
    name: 'the set for tuning is another one',
    change: { 'ai-system.yaml': ['size: 150', 'size: 200'] },
    finds: ['eval-held-out: 200 cases here, but eval/tuning.jsonl holds 150 cases.'],
  },
  {
    name: 'difficult cases make up another share',
    change: { 'ai-system.yaml': ['share: 24%', 'share: 40%'] },
    finds: ['eval-edge-cases: 40% here, but 101 of 420 cases'],
  },
  {
    name: 'a kind that no case has',
    change: { 'ai-system.yaml': ['          - ambiguous\n', '          - ambiguous\n          - handwriting\n'] },
    finds: ['eval-edge-cases: No case of eval/queries_2026-10.jsonl has "handwriting" in "tags".'],
  },
  {
    name: 'a field that tells no kinds',
    change: { 'ai-system.yaml': ['field: tags', 'field: kind'] },
    finds: ['eval-edge-cases: No case of eval/queries_2026-10.jsonl has a field "kind".'],
  },
  {
    name: 'cases from before the window',
    change: { 'eval/queries_2026-10.jsonl': ['"asked_at":"2026-10-06T08:15', '"asked_at":"2026-09-01T08:15'] },
    finds: [
      'eval-representative: From 2026-10-06 here, but "asked_at" in eval/queries_2026-10.jsonl begins on 2026-09-01.',
    ],
  },
  {
    name: 'a test case that is tuned on as well',
    change: {
      'eval/tuning.jsonl': [
        'What excess applies to a stolen bicycle in a 2017 policy?',
        'is a STOLEN bicycle covered under the 2015 terms',
      ],
    },
    finds: ['eval-held-out: 1 of its cases is in eval/tuning.jsonl too'],
  },
  {
    name: 'a measured value below its threshold',
    change: { 'eval/results/latest.json': ['"groundedness": 0.941', '"groundedness": 0.898'] },
    finds: ['answer-metrics: 0.92 is the least here, but eval/results/latest.json:20 says 0.898.'],
  },
  {
    name: 'a search that finds less than is asked',
    change: { 'eval/results/latest.json': ['"recall@8": 0.913', '"recall@8": 0.842'] },
    finds: ['retrieval-metrics: 0.88 is the least here, but eval/results/latest.json:16 says 0.842.'],
  },
  {
    name: 'a measured value that is not in the report',
    change: { 'ai-system.yaml': ['#/answers/groundedness', '#/answer/groundedness'] },
    finds: ['answer-metrics: Nothing stands at /answer/groundedness in eval/results/latest.json.'],
  },
  {
    name: 'a slice below what the worst must reach',
    change: { 'eval/results/latest.json': ['"mixed": 0.826', '"mixed": 0.741'] },
    finds: ['eval-slices: 0.8 is the least here, but eval/results/latest.json:43 says 0.741 for language mixed.'],
  },
  {
    name: 'a slice by a field that no case has',
    change: { 'ai-system.yaml': ['      - scanned\n', '      - scan\n'] },
    finds: ['eval-slices: No case of eval/queries_2026-10.jsonl has a field "scan".'],
  },
  {
    name: 'a report of another day',
    change: { 'eval/results/latest.json': ['2026-11-14T05:52:31Z', '2026-10-02T05:52:31Z'] },
    finds: ['eval-results-fresh: 2026-11-14 here, but eval/results/latest.json:2 says 2026-10-02.'],
  },
  {
    name: 'a report on other cases',
    change: { 'eval/results/latest.json': ['"cases": 420', '"cases": 118'] },
    finds: [
      'eval-results-fresh: eval/results/latest.json:6 was measured on 118 cases, but eval/queries_2026-10.jsonl holds 420.',
    ],
  },
  {
    name: 'a report on the cases that are tuned on',
    change: {
      'eval/results/latest.json': [
        '"path": "eval/queries_2026-10.jsonl",\n    "cases": 420',
        '"path": "eval/tuning.jsonl"',
      ],
    },
    finds: ['eval-results-fresh: eval/results/latest.json:5 was measured on "eval/tuning.jsonl"'],
  },
  {
    name: 'a report of an earlier prompt',
    change: { 'eval/results/latest.json': ['"answer-prompt": "v31"', '"answer-prompt": "v30"'] },
    finds: [
      'eval-results-fresh: eval/results/latest.json:12 was made with "v30", but prompt "answer-prompt" is v31 now.',
    ],
  },
  {
    name: 'a prompt that was changed after the report',
    change: {
      'ai-system.yaml': ['date: 2026-11-14', 'date: 2026-11-12'],
      'eval/results/latest.json': ['2026-11-14T05:52:31Z', '2026-11-12T05:52:31Z'],
    },
    history: { 'prompts/answer.md': '2026-11-13T09:12:00Z' },
    finds: ['eval-results-fresh: The report is of 2026-11-12, but prompts was changed on 2026-11-13'],
  },
  {
    name: 'labels that agree less than is said',
    change: { 'ai-system.yaml': ['kappa: 0.74', 'kappa: 0.81'] },
    finds: ['judge-calibrated: A kappa of 0.81 here, but the labels in eval/judge-labels.jsonl give 0.74.'],
  },
  {
    name: 'fewer labels than is said',
    change: { 'ai-system.yaml': ['cases: 200', 'cases: 250'] },
    finds: ['judge-calibrated: 250 cases here, but eval/judge-labels.jsonl holds 200 cases.'],
  },
  {
    name: 'a load that was not held',
    change: { 'load/2026-09-22.json': ['"rate": 1.009769', '"rate": 0.6834'] },
    finds: ['load-tested: 60/min here, but load/2026-09-22.json:31 shows 41 a minute.'],
  },
  {
    name: 'a latency that was not reached',
    change: { 'load/2026-09-22.json': ['"p(95)": 5083.4', '"p(95)": 7420.1'] },
    finds: ['load-tested: 5.1s here, but load/2026-09-22.json:43 shows 7.42s for 95% of the requests.'],
  },
]);

twins('model-production', [
  {
    name: 'a card of another training run',
    change: { 'docs/model-card.md': ['2026-05-31', '2026-02-28'] },
    finds: ['model-pinned: Trained on data to 2026-05-31 here, but to 2026-02-28 in docs/model-card.md:6.'],
  },
  {
    name: 'the simple method does better in the report',
    change: { 'eval/results/2026.10.1.json': ['"pr_auc": 0.29', '"pr_auc": 0.40'] },
    finds: ['prediction-metrics: The baseline is 0.29 here, but 0.4 in eval/results/2026.10.1.json:12.'],
  },
  {
    name: 'a card of another version, though a path in it has that of the model',
    change: { 'docs/model-card.md': ['2026.10.1+3f9c2ad', '2026.7.1+aaaa111'] },
    finds: ['model-pinned: 2026.10.1+3f9c2ad is in use, but docs/model-card.md:5 describes version 2026.7.1+aaaa111.'],
  },
  {
    name: 'a table with another number of rows',
    change: { 'ai-system.yaml': ['size: 6120', 'size: 6000'] },
    finds: ['eval-dataset: 6000 cases here, but eval/2026-06.parquet holds 6120 cases.'],
  },
  {
    name: 'a column that is not in the table',
    change: { 'ai-system.yaml': ['field: case_kind', 'field: kind'] },
    finds: ['eval-edge-cases: No case of eval/2026-06.parquet has a field "kind".'],
  },
  {
    name: 'cases from the training period',
    change: {
      'ai-system.yaml': [
        'path: eval/2026-06.parquet\n      origin',
        'path: eval/2026-03_2026-05.parquet\n      origin',
      ],
    },
    finds: [
      'eval-dataset: 6120 cases here, but eval/2026-03_2026-05.parquet holds 9120 cases.',
      'eval-edge-cases: 12% here, but 600 of 9120 cases',
      'eval-representative: From 2026-06-01 here, but "notified_on" in eval/2026-03_2026-05.parquet begins on 2026-03-01.',
      'eval-held-out: "tuning" is tuned on the same cases',
      'eval-gate: Step "Evaluate the candidate on data from aft…" evaluates',
      'out-of-time-test: "notified_on" in eval/2026-03_2026-05.parquet begins on 2026-03-01',
      'eval-results-fresh: eval/results/2026.10.1.json:',
    ],
  },
  {
    name: 'a prediction that is worse than is asked',
    change: { 'eval/results/2026.10.1.json': ['"pr_auc": 0.437', '"pr_auc": 0.372'] },
    finds: ['prediction-metrics: 0.41 is the least here, but eval/results/2026.10.1.json:8 says 0.372.'],
  },
  {
    name: 'slices too far apart',
    change: { 'eval/results/2026.10.1.json': ['"car": 0.447', '"car": 0.489'] },
    finds: [
      'eval-slices: A gap of 0.08 is the most here, but eval/results/2026.10.1.json has 0.093 between vehicle_type car and vehicle_type motorcycle.',
    ],
  },
]);
