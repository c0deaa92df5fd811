import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judged } from '../support/evidence.ts';
import { twins } from '../support/twins.ts';

const refresh = '.github/workflows/refresh-index.yml';
const gate = '.github/workflows/eval.yml';
const connectors = '.github/workflows/connectors.yml';

const refreshing = (inner: string) =>
  `on:\n  workflow_call:\njobs:\n  inner:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@v4\n${inner}`;

// By the clock another workflow of the repository is called.
const schedule = 'on:\n  schedule:\n    - cron: "30 4 * * *"\n      timezone: Europe/Berlin\njobs:\n  refresh:\n';
const calledBy: readonly (readonly [name: string, inner: string | undefined, finds: readonly string[]])[] = [
  ['which refreshes', refreshing('      - run: python -m claims_index.refresh\n'), []],
  [
    'which only prints',
    refreshing('      - run: echo python -m claims_index.refresh\n'),
    [
      'index-refresh-automated: ".github/workflows/refresh-index.yml" does not run: Job `refresh` calls "./.github/workflows/inner.yml": ',
    ],
  ],
  [
    'which is off',
    refreshing('      - run: python -m claims_index.refresh\n').replace('runs-on', 'if: false\n    runs-on'),
    ['does not run: Job `refresh` calls "./.github/workflows/inner.yml": Job `inner` never runs: `if: false` (line '],
  ],
  ['which is not there', undefined, ['calls "./.github/workflows/inner.yml", which is not there']],
  [
    'which nothing may call',
    refreshing('      - run: python -m claims_index.refresh\n').replace('workflow_call', 'workflow_dispatch'),
    ['which has no `workflow_call`'],
  ],
];
for (const [name, inner, finds] of calledBy) {
  test(`a schedule that calls a workflow ${name}`, async () => {
    const text = `sources:\n  a: {what: x}\nindexes:\n  i:\n    from: [a]\n    refresh:\n      mode: schedule\n      cron: "30 4 * * *"\n      timezone: Europe/Berlin\n      job: ${refresh}\n`;
    const files: Record<string, string> = { [refresh]: `${schedule}    uses: ./.github/workflows/inner.yml\n` };
    if (inner !== undefined) files['.github/workflows/inner.yml'] = inner;
    const { assessments, findings } = await judged(text, { files });
    const own = findings
      .filter(({ rule }) => rule === 'index-refresh-automated')
      .map((one) => `${one.rule}: ${one.message}`);
    const words = own.filter((one) => one.includes('refresh-index.yml'));
    assert.equal(words.length, finds.length, own.join('\n'));
    for (const one of finds) assert.ok(words[0]?.includes(one), words[0]);
    const isProven = assessments.some((one) => one.rule === 'index-refresh-automated' && one.state === 'proven');
    assert.equal(isProven, finds.length === 0);
  });
}

twins('rag-production', [
  {
    name: 'the job runs at another hour',
    change: { [refresh]: ['"30 4 * * *"', '"30 5 * * *"'] },
    finds: ['index-refresh-automated: "30 4 * * *" here, but "30 5 * * *" in .github/workflows/refresh-index.yml:6.'],
  },
  {
    name: 'the file is no YAML any more',
    change: { [refresh]: ['    timeout-minutes: 150', '\ttimeout-minutes: 150'] },
    finds: [
      'index-refresh-automated: ".github/workflows/refresh-index.yml" does not run: GitHub refuses the file, as line 15 is no YAML',
    ],
  },
  {
    name: 'the file of the gate says a thing twice',
    change: { [gate]: ['    timeout-minutes: 60', '    timeout-minutes: 60\n    timeout-minutes: 90'] },
    finds: [
      'eval-gate: GitHub refuses ".github/workflows/eval.yml": line 12 has `timeout-minutes` a second time (.github/workflows/eval.yml:12).',
    ],
  },
  {
    name: 'the job runs every week',
    change: { [refresh]: ['"30 4 * * *"', '"30 4 * * 1"'] },
    finds: [
      'index-refresh-automated: "30 4 * * *" here, but "30 4 * * 1" in',
      'index-freshness-target: 28h is less than "30 4 * * 1" in .github/workflows/refresh-index.yml:6 can keep: up to 7d 1h between runs',
    ],
  },
  {
    name: 'the cron is read in UTC',
    change: { [refresh]: ['      timezone: Europe/Berlin\n', ''] },
    finds: ['index-refresh-automated: "30 4 * * *" is read in UTC (.github/workflows/refresh-index.yml:6, as GitHub'],
  },
  {
    name: 'the schedule is commented out',
    change: {
      [refresh]: [
        '  schedule:\n    - cron: "30 4 * * *"\n      timezone: Europe/Berlin\n',
        '  # schedule:\n  #   - cron: "30 4 * * *"\n',
      ],
    },
    finds: ['index-refresh-automated: Nothing starts ".github/workflows/refresh-index.yml" by the clock. It starts on'],
  },
  {
    name: 'the job of the schedule is switched off',
    change: { [refresh]: ['  refresh:\n', '  refresh:\n    if: false\n'] },
    finds: [
      'index-refresh-automated: ".github/workflows/refresh-index.yml" does not run: Job `refresh` never runs: `if: false` (.github',
    ],
  },
  {
    name: 'the job is stopped before it is done',
    change: { [refresh]: ['timeout-minutes: 150', 'timeout-minutes: 60'] },
    finds: [
      'index-refresh-automated: ".github/workflows/refresh-index.yml" is stopped after 1h, before the 70m that it takes',
    ],
  },
  {
    name: 'the command is only printed',
    change: { [refresh]: ['run: python -m claims_index.refresh', 'run: echo python -m claims_index.refresh'] },
    finds: [
      'index-refresh-automated: ".github/workflows/refresh-index.yml" does not run: Step "Read what changed, embed it, take out w…" only prints the command',
    ],
  },
  {
    name: 'the minute is none',
    change: { [refresh]: ['"30 4 * * *"', '"61 4 * * *"'] },
    finds: [
      'index-refresh-automated: ".github/workflows/refresh-index.yml" does not run: GitHub refuses the file, as "61 4 * * *" is no cron',
    ],
  },
  {
    name: 'an expression of the gate is not closed',
    change: { [gate]: ['    timeout-minutes: 60\n', '    if: ${{ github.ref_name\n'] },
    finds: [
      'eval-gate: GitHub refuses ".github/workflows/eval.yml": `${{` is not closed (.github/workflows/eval.yml:11).',
    ],
  },
  {
    name: 'weekdays and weekends make every day',
    change: {
      [refresh]: [
        '    - cron: "30 4 * * *"\n',
        '    - cron: "30 4 * * 1-5"\n      timezone: Europe/Berlin\n    - cron: "30 4 * * 0,6"\n',
      ],
    },
    finds: [],
  },
  {
    name: 'there is no such workflow',
    change: { [refresh]: 'removed' },
    finds: ['index-refresh-automated: There is no ".github/workflows/refresh-index.yml".'],
  },
  {
    name: 'the spec names a job that the workflow does not have',
    change: { 'ai-system.yaml': ['refresh-index.yml', 'refresh-index.yml#reindex'] },
    finds: [
      'index-refresh-automated: ".github/workflows/refresh-index.yml" has no "reindex"; there is schedule, refresh.',
    ],
  },
  {
    name: 'the evaluation may fail',
    change: { [gate]: ['    timeout-minutes: 60\n', '    continue-on-error: true\n'] },
    finds: [
      'eval-gate: Nothing stops when this fails. The failure of `evaluate` is ignored: `continue-on-error: true`.',
    ],
  },
  {
    name: 'the evaluation is started by hand',
    change: { [gate]: ['  pull_request:\n    branches: [main]\n', '  workflow_dispatch:\n'] },
    finds: ['eval-gate: ".github/workflows/eval.yml" starts on workflow_dispatch.'],
  },
  {
    name: 'the evaluation comes after the merge',
    change: { [gate]: ['  pull_request:\n', '  push:\n'] },
    finds: ['eval-gate: ".github/workflows/eval.yml" starts on push. None of that comes before a merge.'],
  },
  {
    name: 'the tuning set is evaluated',
    change: { [gate]: ['--dataset eval/queries_2026-10.jsonl', '--dataset eval/tuning.jsonl'] },
    finds: [
      'eval-gate: Step "Evaluate retrieval and answers on the t…" evaluates "eval/tuning.jsonl", which is data set "tuning-set" and there to tune (.github/workflows/eval.yml:20).',
    ],
  },
  {
    name: 'a few cases are evaluated',
    change: { [gate]: ['--out eval/results/latest.json', '--out eval/results/latest.json --limit 20'] },
    finds: [
      'eval-gate: Step "Evaluate retrieval and answers on the t…" evaluates not all of the 420 cases: `--limit 20` (.github/workflows/eval.yml:20).',
    ],
  },
  {
    name: 'what was written is not compared',
    change: { [gate]: ['--results eval/results/latest.json', '--results eval/results/baseline.json'] },
    finds: [
      'eval-gate: Step "Evaluate retrieval and answers on the t…" writes "eval/results/latest.json" in line 20, and step "Compare with the thresholds of ai-syste…" compares "eval/results/baseline.json" (.github/workflows/eval.yml:22).',
    ],
  },
  {
    name: 'nothing compares any more',
    change: {
      [gate]: [
        '      - name: Compare with the thresholds of ai-system.yaml\n        run: python -m eval.gate --results eval/results/latest.json --spec ai-system.yaml\n',
        '',
      ],
    },
    finds: [
      'eval-gate: Step "Evaluate retrieval and answers on the t…" evaluates; that anything fails below a threshold is not said. (.github/workflows/eval.yml:20)',
    ],
  },
  {
    name: 'requests to another branch start the evaluation',
    change: { [gate]: ['branches: [main]', 'branches: [develop]'] },
    finds: [
      'eval-gate: Pull requests start it by their branch only: `branches: develop` (.github/workflows/eval.yml:6); one into main is merged without it.',
    ],
  },
  {
    name: 'a label starts the evaluation',
    change: { [gate]: ['    branches: [main]\n', '    types: [labeled]\n'] },
    finds: [
      'eval-gate: ".github/workflows/eval.yml" starts on pull_request. A pull request starts it only when it is labeled',
    ],
  },
  {
    name: 'the evaluation waits for a label',
    change: {
      [gate]: [
        '    timeout-minutes',
        "    if: contains(github.event.pull_request.labels.*.name, 'run-eval')\n    timeout-minutes",
      ],
    },
    finds: ['eval-gate: Nothing stops when this fails. `evaluate` runs only `if: contains('],
  },
  {
    name: 'prompts do not start the evaluation',
    change: { [gate]: ['    branches: [main]\n', '    paths: ["pipelines/**", "src/**"]\n'] },
    finds: ['eval-gate: A change of "prompts/answer.md" (`prompt`) does not start it: `paths` in'],
  },
  {
    name: 'what evaluates is told to pass',
    change: {
      [gate]: [
        'eval/results/latest.json\n      - name: Compare with the thresholds of ai-system.yaml\n        run: python -m eval.gate --results eval/results/latest.json --spec ai-system.yaml\n',
        'eval/results/latest.json || true\n',
      ],
    },
    finds: [
      'eval-gate: Nothing stops when this fails. Step "Evaluate retrieval and answers on the t…" cannot fail: `|| true`.',
    ],
  },
  {
    name: 'what compares is told to pass',
    change: { [gate]: ['--spec ai-system.yaml', '--spec ai-system.yaml || true'] },
    finds: [
      'eval-gate: Nothing stops when this fails. Step "Compare with the thresholds of ai-syste…" cannot fail: `|| true`.',
    ],
  },
  {
    name: 'the failure of what compares is ignored',
    change: {
      [gate]: ['        run: python -m eval.gate', '        continue-on-error: true\n        run: python -m eval.gate'],
    },
    finds: [
      'eval-gate: Nothing stops when this fails. The failure of step "Compare with the thresholds of ai-syste…" is ignored',
    ],
  },
  {
    name: 'what compares ends in a variable',
    change: {
      [gate]: [
        'python -m eval.gate --results eval/results/latest.json --spec ai-system.yaml',
        'export R=$(python -m eval.gate)',
      ],
    },
    finds: [
      'eval-gate: Nothing stops when this fails. Step "Compare with the thresholds of ai-syste…" cannot fail: `export …$(…)`.',
    ],
  },
  {
    name: 'a linter stands in its place',
    change: {
      [gate]: ['python -m eval.gate --results eval/results/latest.json --spec ai-system.yaml', 'ruff check .'],
    },
    finds: [
      'eval-gate: Nothing stops when this fails. Step "Compare with the thresholds of ai-syste…" compares nothing: `ruff check` looks at code',
    ],
  },
  {
    name: 'the connectors are tested by hand, for three sources and one kind of change',
    change: { [connectors]: ['  pull_request:\n  schedule:\n    - cron: "15 3 * * 1"\n', '  workflow_dispatch:\n'] },
    finds: [
      'source-tested: ".github/workflows/connectors.yml" starts on workflow_dispatch. Nothing but a person starts it.',
    ],
  },
  {
    name: 'the tests of the connectors are told to pass',
    change: { [connectors]: ['--source ${{ matrix.source }}', '--source ${{ matrix.source }} || true'] },
    finds: ['source-tested: Nothing stops when this fails. Step "Test the connector" cannot fail: `|| true`.'],
  },
  {
    name: 'other tests stand in their place',
    change: { [connectors]: ['pytest tests/connectors', 'pytest tests/unit'] },
    finds: ['source-tested: It tests "tests/unit", which is not there (.github/workflows/connectors.yml:24).'],
  },
  {
    name: 'a source is left out of their matrix',
    change: { [connectors]: ['policy-wordings, correspondence, claim-record', 'policy-wordings, claim-record'] },
    finds: [
      'source-tested: It runs for policy-wordings, claim-record, and not for correspondence (.github/workflows/connectors.yml:15).',
    ],
  },
  {
    name: 'another recipe is run',
    change: { [refresh]: ['pipelines/index/recipe.yaml', 'pipelines/index/recipe-v8.yaml'] },
    finds: [
      'index-refresh-automated: "pipelines/index/recipe.yaml" here, but the job runs "pipelines/index/recipe-v8.yaml" (.github/workflows/refresh-index.yml:24).',
    ],
  },
  {
    name: 'nobody hears when the refresh fails',
    change: { [refresh]: ['recipe.yaml\n', 'recipe.yaml || true\n'] },
    finds: ['index-refresh-automated: ".github/workflows/refresh-index.yml" runs at "30 4 * * *" in Europe/Berlin'],
  },
]);

const dag = 'pipelines/train/dag.py';
const promote = '.github/workflows/promote-model.yml';

twins('model-production', [
  {
    name: 'the DAG trains once a year',
    change: { [dag]: ['"0 5 1 */3 *"', '"0 5 1 1 *"'] },
    finds: [
      'training-refresh: "0 5 1 */3 *" here, but "0 5 1 1 *" in pipelines/train/dag.py:9.',
      'training-refresh: 240d is less than "0 5 1 1 *" in pipelines/train/dag.py:9 can keep: 120d until labels are known',
    ],
  },
  {
    name: 'nothing starts the DAG',
    change: { [dag]: ['"0 5 1 */3 *"', 'None'] },
    finds: ['training-refresh: `dag:train_fraud_score` does not run by the clock. Its schedule is `None`'],
  },
  {
    name: 'nobody calls the function of the DAG',
    change: { [dag]: ['\ntrain_fraud_score()\n', ''] },
    finds: [
      'training-refresh: `dag:train_fraud_score` does not run: nothing calls `train_fraud_score`, and so Airflow',
    ],
  },
  {
    name: 'the DAG has ended',
    change: { [dag]: ['    catchup=False,', '    end_date=pendulum.datetime(2026, 6, 30),\n    catchup=False,'] },
    finds: [
      'training-refresh: `dag:train_fraud_score` does not run: it ended on 2026-06-30 (pipelines/train/dag.py:11).',
    ],
  },
  {
    name: 'the DAG is read in another time zone',
    change: { [dag]: ['Europe/Berlin', 'UTC'] },
    finds: [
      'training-refresh: "0 5 1 */3 *" is read in UTC (pipelines/train/dag.py:9): that is 06:00 or 07:00 in Europe/Berlin.',
    ],
  },
  {
    name: 'a promotion comes before the evaluation in its own job',
    change: {
      [promote]: [
        '      - name: Compare with the thresholds',
        '      - run: python -m fraud.promote --all\n      - name: Compare with the thresholds',
      ],
    },
    finds: ['eval-gate: Step "python -m fraud.promote" comes before step "Compare with the thresholds of ai-syste…".'],
  },
  {
    name: 'the promotion does not wait',
    change: { [promote]: ['    needs: evaluate\n', ''] },
    finds: ['eval-gate: `promote` does not wait for `evaluate` (.github/workflows/promote-model.yml:23).'],
  },
]);
