import { evidence } from '../support/evidence.ts';

const shows = evidence('eval-gate');
const at = '/evaluation/gate';

function gate(job: string, kinds: readonly string[] = ['prompt'], blocks = 'merge'): string {
  const list = kinds.map((kind) => `      - ${kind}\n`).join('');
  return `prompts:\n  p:\n    path: prompts/answer.md\nindexes:\n  i:\n    recipe: pipelines/index/\nevaluation:\n  gate:\n    job: ${job}\n    runs_when:\n${list}    blocks: ${blocks}\n`;
}
const path = '.github/workflows/eval.yml';
const caret = `${path}\n         ${'^'.repeat(path.length)} eval-gate`;
const workflow = (on: string, job = '    steps:\n      - run: promptfoo eval\n') => ({
  [path]: `on:\n${on}jobs:\n  evaluate:\n${job}`,
});
const request = '  pull_request:\n';
const steps = '    steps:\n      - run: promptfoo eval\n';
const both = ['prompt', 'index'];

shows('before each merge', { spec: gate(path, both), files: workflow(request), states: { [at]: 'proven' } });
shows('before each merge that matters', {
  spec: gate(path, both),
  files: workflow(`${request}    paths: ["prompts/**", "pipelines/**"]\n`),
  states: { [at]: 'proven' },
});
shows('a filter that lets all in', {
  spec: gate(path, ['prompt', 'index', 'connector']),
  files: workflow(`${request}    paths: ["**"]\n`),
  states: { [at]: 'proven' },
});
shows('a filter that leaves prompts out', {
  spec: gate(path, ['prompt\n        ^^^^^^ eval-gate', 'index']),
  files: workflow(`${request}    paths: ["src/**", "pipelines/**"]\n`),
  says: [
    /A change of "prompts\/answer\.md" \(`prompt`\) does not start it: `paths` in \.github\/workflows\/eval\.yml:3/,
  ],
});
shows('a filter that takes prompts out', {
  spec: gate(path, ['prompt\n        ^^^^^^ eval-gate', 'index']),
  files: workflow(`${request}    paths-ignore: ["**.md"]\n`),
  says: [/`paths-ignore` in/],
});
shows('a filter, and a kind whose paths the spec does not say', {
  spec: gate(path, ['prompt', 'index', 'connector']),
  files: workflow(`${request}    paths: ["prompts/**", "pipelines/**"]\n`),
  states: { [at]: 'linked' },
  says: [/where a change of `connector` is made is not said here/],
});
shows('by hand', {
  spec: gate(caret, both),
  files: workflow('  workflow_dispatch:\n'),
  says: [/starts on workflow_dispatch/],
});
shows('by the clock', {
  spec: gate(caret, both),
  files: workflow('  schedule:\n    - cron: "0 4 * * *"\n'),
  says: [/None of that comes before a merge/],
});
shows('after the merge', { spec: gate(caret, both), files: workflow('  push:\n    branches: [main]\n') });
shows('on each push', { spec: gate(path, both), files: workflow('  push:\n'), states: { [at]: 'proven' } });
shows('only when it is closed', {
  spec: gate(caret, both),
  files: workflow(`${request}    types: [closed]\n`),
  says: [/only when it is closed/],
});
shows('called by others', {
  spec: gate(path, both),
  files: workflow('  workflow_call:\n'),
  states: { [at]: 'linked' },
});
shows('it may fail', {
  spec: gate(caret, both),
  files: workflow(request, '    continue-on-error: true\n    steps:\n      - run: promptfoo eval\n'),
  says: [
    /Nothing stops when this fails\. The failure of `evaluate` is ignored: `continue-on-error: true`\. \(\.github\/workflows\/eval\.yml:5\)/,
  ],
});
shows('its result is dropped', {
  spec: gate(caret, both),
  files: workflow(request, '    steps:\n      - run: promptfoo eval || true\n'),
  says: [/cannot fail: `\|\| true`/],
});
shows('it is off', {
  spec: gate(caret, both),
  files: workflow(request, '    if: false\n    steps:\n      - run: promptfoo eval\n'),
});
shows('it waits for a secret', {
  spec: gate(path, both),
  files: workflow(request, "    if: needs.pre.outputs.key == 'true'\n    steps:\n      - run: promptfoo eval\n"),
  states: { [at]: 'linked' },
  says: [/`evaluate` runs only `if: needs\.pre\.outputs\.key == 'true'`/],
});
shows('a job by its name', {
  spec: gate(`${path}#evaluate`, both),
  files: workflow(request),
  states: { [at]: 'proven' },
});
shows('a job that is not there', {
  spec: gate(`${path}#evaluat\n         ${'^'.repeat(path.length + 8)} eval-gate`, both),
  files: workflow(request),
  says: [/has no job "evaluat"; there is evaluate/],
});
shows('no such file', { spec: gate(caret, both), files: {}, says: [/There is no/] });
shows('a file that GitHub does not run', {
  spec: gate(`${path}.disabled\n         ${'^'.repeat(path.length + 9)} eval-gate`, both),
  files: { [`${path}.disabled`]: workflow(request)[path] ?? '' },
  says: [/GitHub does not run/],
});
shows('another CI', {
  spec: gate('Jenkinsfile', both),
  files: { Jenkinsfile: 'node { }' },
  states: { [at]: 'linked' },
});
shows('GitLab', {
  spec: gate('.gitlab-ci.yml#eval', both),
  files: { '.gitlab-ci.yml': 'eval:\n  script: promptfoo eval\n' },
  states: { [at]: 'linked' },
});
shows('GitLab lets it fail', {
  spec: gate(`.gitlab-ci.yml#eval\n         ${'^'.repeat(19)} eval-gate`, both),
  files: { '.gitlab-ci.yml': 'eval:\n  script: promptfoo eval\n  allow_failure: true\n' },
  says: [/The failure of `eval` is ignored: `allow_failure`/],
});

const push = '  push:\n    branches: [main]\n';
shows('a deployment that waits', {
  spec: gate(path, both, 'deploy'),
  files: workflow(push, `${steps}  build:\n    needs: evaluate\n  deploy:\n    needs: [build]\n`),
  states: { [at]: 'proven' },
});
shows('a deployment that does not', {
  spec: gate(path, both, 'deploy\n            ^^^^^^ eval-gate'),
  files: workflow(push, `${steps}  deploy:\n    steps: []\n`),
  says: [/`deploy` does not wait for `evaluate` \(\.github\/workflows\/eval\.yml:8\)/],
});
shows('a deployment that comes always', {
  spec: gate(path, both, 'deploy\n            ^^^^^^ eval-gate'),
  files: workflow(push, `${steps}  deploy:\n    needs: evaluate\n    if: always()\n`),
});
shows('a deployment behind it in the same job', {
  spec: gate(path, both, 'deploy'),
  files: workflow(push, `${steps}      - run: ./deploy.sh\n`),
  states: { [at]: 'proven' },
});
shows('a deployment elsewhere', {
  spec: gate(path, both, 'deploy'),
  files: workflow(push, steps),
  states: { [at]: 'linked' },
});

const run = (script: string, more = '') =>
  workflow(request, `    steps:\n      - run: |\n${script.replaceAll(/^/gm, '          ')}\n${more}`);
const disarmed: readonly (readonly [string, RegExp?])[] = [
  ['promptfoo eval || true'],
  ['promptfoo eval || echo failed'],
  ['promptfoo eval || exit 0'],
  ['promptfoo eval || :'],
  ['promptfoo eval &', /`&`/],
  ['set +e\npromptfoo eval\ntrue'],
  ['set +e\npromptfoo eval\nexit 0'],
  ['if ! promptfoo eval; then\n  echo "::warning::failed"\nfi'],
  ['promptfoo eval | tee log', /without pipefail/],
  ['promptfoo eval && echo fine\necho done'],
  ['echo "python -m eval.gate"'],
  ['# promptfoo eval'],
  ['python -m eval.gate --soft-fail'],
  ['python -m eval.run --out r.json\npython -m eval.gate r.json || true', /`\|\| true`/],
  ['python -m eval.run\nexport R=$(python -m eval.gate)', /`export …\$\(…\)`/],
  ['python -m eval.run\nR=$(python -m eval.gate | tail -1)', /`\| tail` without pipefail/],
  ['npm run report\npython -m eval.gate &', /`&`/],
  ['python -m eval.gate --fail-under 0', /cannot fail: `--fail-under 0`/],
  ['python -m eval.gate --threshold 0', /cannot fail: `--threshold 0`/],
  ['python -m eval.gate --min-score=0.0', /cannot fail: `--min-score=0\.0`/],
  ['R=$(python -m eval.gate; date)', /`\$\(…\)`/],
  ['ruff check .', /runs nothing but checks of code: `ruff check`/],
  ['uv run ruff format --check\nmypy src', /runs nothing but checks of code: `uv run ruff format`/],
];
for (const [script, says] of disarmed)
  shows(`disarmed: ${script.replaceAll('\n', ' ⏎ ')}`, {
    spec: gate(caret, both),
    files: run(script),
    says: says && [says],
  });

const doubtful: readonly (readonly [string, RegExp])[] = [
  ['promptfoo eval || true\nnpm run report', /`\|\| true`/],
  ['python -m eval.run', /evaluates; that anything fails below a threshold is not said/],
  ['python -m eval.run --out results.json\nnpm run report', /is not said/],
  ['pytest tests/unit\npython -m eval.run', /evaluates; that anything/],
  ['pytest tests/unit\npromptfoo eval || true', /`\|\| true`/],
  ['python -m eval.gate --a 1\npython -m eval.gate --b 2 || true', /`\|\| true`/],
  [
    'if [ -z "$KEY" ]; then echo skipped; exit 0; fi\npromptfoo eval',
    /may pass all the same: the script may end before the command/,
  ],
  ['make eval-gate', /stands in a file that is not looked into/],
  ['npm run eval', /not looked into/],
  ['./scripts/gate.sh', /not looked into/],
  ['pytest tests/unit', /fails with what it runs; that it evaluates anything is not said/],
  ['pytest tests/unit --cov --cov-fail-under=80', /that it evaluates anything is not said/],
  ['python -m eval.run --dataset data/test_set.jsonl', /evaluates; that anything/],
  ['python -m eval.run --split test', /evaluates; that anything/],
  ['promptfoo eval\npython -m eval.gate || true', /`\|\| true`/],
  ['python -m something', /Whether step "python -m something" judges anything is not said/],
];
for (const [script, says] of doubtful)
  shows(`doubtful: ${script.replaceAll('\n', ' ⏎ ')}`, {
    spec: gate(path, both),
    files: run(script),
    states: { [at]: 'linked' },
    says: [says],
  });
for (const script of [
  'cd eval && promptfoo eval',
  'python -m eval.run\npython -m eval.gate',
  'python -m eval.run --workers $(nproc)\npython -m eval.gate --sha "$(git rev-parse HEAD)"',
  'RESULT=$(python -m eval.gate)\necho "$RESULT"',
  "python -m eval.run\nawk '$1 < 0.85 {exit 1}' r.txt",
  "python -m eval.run\njq -e '.groundedness >= 0.85' r.json",
  'ruff check\npython -m eval.gate',
  'promptfoo eval --out r.json || true\npython -m eval.gate r.json',
  'set +e\npromptfoo eval\nrc=$?\ncat log\nexit $rc',
  'poetry run pytest evals',
  'python - <<EOF\nassert score > 0.8\nEOF',
])
  shows(`armed: ${script.replaceAll('\n', ' ⏎ ')}`, {
    spec: gate(path, both),
    files: run(script),
    states: { [at]: 'proven' },
  });

for (const script of ['python -m eval.run --out results.json', 'python -m eval.run > gate/r.json'])
  shows(`nothing compares what it writes: ${script}`, {
    spec: gate(caret, both),
    files: run(script),
    states: { [at]: 'linked' },
    says: [/evaluates; that anything fails below a threshold is not said/],
  });

const twoSteps = (first: string, second: string, more = '') =>
  workflow(request, `    steps:\n      - name: Evaluate on the test set\n        run: ${first}\n${second}${more}`);
const evaluate = 'python -m eval.run --out eval/latest.json';
const compare = '      - name: Compare with the thresholds\n        id: gate\n        run: python -m eval.gate\n';
const ignored = `${compare}        continue-on-error: true\n`;
const beside: readonly (readonly [string, string, string, RegExp])[] = [
  ['it can fail', compare, 'proven', /fails with what it runs/],
  ['its failure is ignored', ignored, 'contradicted', /The failure of step "Compare with the thresholds" is ignored/],
  [
    'it runs after a failure',
    `${compare}        if: failure()\n`,
    'contradicted',
    /runs only after a failure: `if: failure\(\)`/,
  ],
  ['it is asked for help', `${compare.trimEnd()} --help\n`, 'contradicted', /compares nothing: it runs with `--help`/],
  ['it never runs', `${compare}        if: false\n`, 'contradicted', /never runs: `if: false`/],
  ['a condition that says nothing', `${compare}        if: ''\n`, 'proven', /fails with/],
  ['it only prints', compare.replace('python', 'echo python'), 'contradicted', /only prints/],
  ['it is commented out', compare.replace('python', '|\n          # python'), 'contradicted', /commented out/],
  [
    'a linter in its place',
    compare.replace('python -m eval.gate', 'ruff check .'),
    'contradicted',
    /compares nothing: `ruff check` looks at code/,
  ],
  [
    'tests in its place',
    compare.replace('python -m eval.gate', 'pytest tests/unit'),
    'linked',
    /Whether `pytest` compares anything is said by the name/,
  ],
  ['what reads its results', compare.replace('-m eval.gate', 'check.py eval/latest.json'), 'proven', /fails with/],
  [
    'a later step fails for it',
    `${ignored}      - run: python -m comment\n      - if: steps.gate.outcome == 'failure'\n        run: exit 1\n`,
    'proven',
    /fails with/,
  ],
  [
    'a later step may fail for it',
    `${ignored}      - run: ./verdict.sh\n        env:\n          OUTCOME: \${{ steps.gate.outcome }}\n`,
    'linked',
    /Whether the job fails is left to step "\.\/verdict\.sh"/,
  ],
  [
    'what it found is judged later',
    `${compare.trimEnd()} || echo "failed=1" >> "$GITHUB_OUTPUT"\n      - run: test -z "$FAILED" || exit 1\n`,
    'linked',
    /left to step/,
  ],
];
for (const [name, second, state, says] of beside)
  shows(`a step that compares, beside one that evaluates: ${name}`, {
    spec: gate(state === 'contradicted' ? caret : path, both),
    files: twoSteps(evaluate, second),
    ...(state === 'contradicted' ? {} : { states: { [at]: state } }),
    says: [says],
  });
shows('a step that compares, beside one that says it would evaluate', {
  spec: gate(path, both),
  files: twoSteps('echo python -m eval.run', `${compare.trimEnd()} --results eval/latest.json\n`),
  states: { [at]: 'linked' },
  says: [/No step of `evaluate` makes the results/],
});
shows('the step that compares was replaced', {
  spec: gate(path, both),
  files: workflow(
    request,
    '    steps:\n      - run: promptfoo eval\n      - name: Compare with the thresholds\n        run: echo fine\n',
  ),
  states: { [at]: 'linked' },
  says: [/Step "Compare with the thresholds" only prints/],
});
const alone: readonly (readonly [string, string, string, RegExp])[] = [
  ['it makes its results itself', 'python -m eval.gate --dataset eval/d.jsonl', 'proven', /fails with/],
  [
    'nothing makes them',
    'python -m eval.gate --results eval/latest.json',
    'linked',
    /No step of `evaluate` makes the results that `python -m eval\.gate` compares/,
  ],
  [
    'what makes them is only printed',
    'echo python -m eval.run\n          python -m eval.gate --results r.json',
    'linked',
    /No step of/,
  ],
  ['another step makes them', './make.sh\n          python -m eval.gate --results r.json', 'proven', /fails with/],
];
for (const [name, script, state, says] of alone)
  shows(`a step that compares, alone: ${name}`, {
    spec: gate(path, both),
    files: workflow(request, `    steps:\n      - run: |\n          ${script}\n`),
    states: { [at]: state },
    says: [says],
  });
const lines: readonly (readonly [string, string, number])[] = [
  ['beside its name', '      - name: Gate\n        run: promptfoo eval || true\n', 7],
  ['in a block', '      - name: Gate\n        run: |\n          echo a\n          promptfoo eval || true\n', 9],
  [
    'behind a line that goes on',
    '      - run: |\n          echo a \\\n            b\n          if true; then\n            promptfoo eval || true\n          fi\n',
    10,
  ],
  [
    'behind a here-document',
    '      - run: |\n          cat <<A\n          b\n          A\n          promptfoo eval || true\n',
    10,
  ],
  ['in what is substituted', '      - run: |\n          echo a\n          X=$(promptfoo eval | tail)\n', 8],
  ['what lets it fail', '      - run: promptfoo eval\n        continue-on-error: true\n', 7],
  ['what keeps it from running', '      - run: promptfoo eval\n        if: false\n', 7],
];
for (const [name, step, line] of lines)
  shows(`the line of a command: ${name}`, {
    spec: gate(caret, both),
    files: workflow(request, `    steps:\n${step}`),
    says: [new RegExp(`eval\\.yml:${line}\\)$`)],
  });
const refusals: readonly (readonly [string, string, RegExp])[] = [
  ['it needs no job', '    needs: pre\n', /GitHub refuses ".*": `evaluate` needs "pre", which is no job/],
  ['a matrix of nothing', '    strategy: {matrix: {a: []}}\n', /`a` of the matrix has no value/],
  ['an expression that is not closed', '    name: ${{ github.ref\n', /`\$\{\{` is not closed/],
  ['a text in double quotes', '    if: github.ref == "x"\n', /a text in double quotes/],
];
for (const [name, more, says] of refusals)
  shows(`GitHub refuses: ${name}`, {
    spec: gate(caret, both),
    files: workflow(request, `${more}${steps}`),
    says: [says],
  });
shows('GitHub refuses: a step that is none', {
  spec: gate(caret, both),
  files: workflow(request, `${steps}      - name: Compare\n        rum: python -m eval.gate\n`),
  says: [/a step of `evaluate` has neither `run` nor `uses`/],
});
const conditions: readonly (readonly [string, string, RegExp?])[] = [
  ["github.repository == 'x/y'", 'proven'],
  ["github.actor != 'dependabot[bot]'", 'linked', /runs only `if: github\.actor/],
  [
    "contains(github.event.pull_request.labels.*.name, 'eval')",
    'contradicted',
    /runs only `if: contains.*`, and any other pull request passes without it/,
  ],
  ["contains(join(github.event.pull_request.labels.*.name, ','), 'eval')", 'contradicted'],
  ["${{ !contains(github.event.pull_request.labels.*.name, 'skip') }}", 'linked'],
  ["contains(github.event.pull_request.labels.*.name, 'eval') || vars.X", 'linked'],
  ["github.event.label.name == 'eval'", 'contradicted'],
  ["startsWith(github.head_ref, 'release/')", 'contradicted'],
  ["contains(github.event.pull_request.title, '[eval]')", 'contradicted'],
  ["github.event.action == 'opened'", 'contradicted'],
  ["github.event.action == 'opened' || github.event.action == 'synchronize'", 'linked'],
  ["github.event.action != 'closed'", 'linked'],
  ["github.actor == 'somebody'", 'contradicted'],
  ['github.event.pull_request.merged == true', 'contradicted'],
  ["github.event.inputs.full == 'true'", 'contradicted'],
  ["github.ref == 'refs/heads/main'", 'contradicted', /does not run on pull_request/],
  ["github.base_ref == 'develop'", 'linked'],
  ['github.event.pull_request.draft == false', 'linked'],
  ["vars.ON == 'yes' && (vars.A || true || vars.B)", 'linked'],
];
for (const [condition, state, says] of conditions)
  shows(`only if ${condition}`, {
    spec: gate(state === 'contradicted' ? caret : path, both),
    files: workflow(request, `    if: ${condition}\n    steps:\n      - run: promptfoo eval\n`),
    ...(state === 'contradicted' ? {} : { states: { [at]: state } }),
    says: says && [says],
  });
shows('only after the merge', {
  spec: gate(caret, both),
  files: workflow(request, "    if: github.event_name == 'push'\n    steps:\n      - run: promptfoo eval\n"),
  says: [/`evaluate` does not run on pull_request: `if: github\.event_name == 'push'`/],
});

const jobs: readonly (readonly [string, string, string])[] = [
  ['a step that is off', '    steps:\n      - run: promptfoo eval\n        if: false\n', 'contradicted'],
  ['a composite action', '    steps:\n      - uses: ./.github/actions/eval\n', 'linked'],
  ['a matrix', '    strategy: {matrix: {a: [1, 2]}}\n    steps:\n      - run: promptfoo eval\n', 'proven'],
  [
    'a matrix that may be empty',
    '    strategy: {matrix: "${{ fromJSON(x) }}"}\n    steps:\n      - run: promptfoo eval\n',
    'linked',
  ],
  [
    'a matrix that is tolerated',
    '    continue-on-error: ${{ matrix.x }}\n    steps:\n      - run: promptfoo eval\n',
    'linked',
  ],
  ...[
    ["github.event_name == 'pull_request'", 'contradicted'] as const,
    ["github.event_name == 'push'", 'proven'] as const,
    ['vars.SOFT', 'linked'] as const,
  ].flatMap(([says, state]) => [
    [
      `tolerated if ${says}`,
      `    continue-on-error: \${{ ${says} }}\n    steps:\n      - run: promptfoo eval\n`,
      state,
    ] as const,
    [
      `a step that is tolerated if ${says}`,
      `    steps:\n      - run: promptfoo eval\n        continue-on-error: \${{ ${says} }}\n`,
      state,
    ] as const,
  ]),
  [
    'tolerated in an expression',
    '    continue-on-error: ${{ true }}\n    steps:\n      - run: promptfoo eval\n',
    'contradicted',
  ],
  ['Windows', '    runs-on: windows-latest\n    steps:\n      - run: promptfoo eval\n', 'linked'],
  [
    'a shell of its own',
    '    steps:\n      - run: |\n          promptfoo eval\n          echo x\n        shell: bash -l {0}\n',
    'contradicted',
  ],
  [
    'it needs what is off',
    '    needs: pre\n    steps:\n      - run: promptfoo eval\n  pre:\n    if: false\n',
    'contradicted',
  ],
  [
    'it needs what may not run',
    '    needs: pre\n    steps:\n      - run: promptfoo eval\n  pre:\n    if: vars.X\n',
    'linked',
  ],
  [
    'one job evaluates, another compares behind it',
    '    steps:\n      - run: python -m eval.run\n  gate:\n    needs: evaluate\n    steps:\n      - uses: actions/download-artifact@v4\n      - run: python -m eval.gate --results r.json\n',
    'proven',
  ],
  [
    'one job evaluates, another compares beside it',
    '    steps:\n      - run: python -m eval.run\n  gate:\n    steps:\n      - run: python -m eval.gate --results r.json\n',
    'linked',
  ],
  [
    'one job is disarmed, another not',
    '    continue-on-error: true\n    steps:\n      - run: promptfoo eval\n  score:\n    steps:\n      - run: pytest\n',
    'linked',
  ],
];
for (const [name, job, state] of jobs)
  shows(`jobs: ${name}`, {
    spec: gate(state === 'contradicted' ? caret : path, both),
    files: workflow(request, job),
    ...(state === 'contradicted' ? {} : { states: { [at]: state } }),
  });

/** `short`: it is there, and what would prove it is not. */
const starts: readonly (readonly [string, string])[] = [
  ['  pull_request:\n    branches: [main]\n', 'proven'],
  ['  pull_request:\n    branches: [master, release]\n', 'proven'],
  ['  pull_request:\n    branches: ["**"]\n', 'proven'],
  ['  pull_request:\n    types: [opened, synchronize, reopened]\n', 'proven'],
  ['  merge_group:\n    types: [checks_requested]\n', 'proven'],
  ['  push:\n    branches-ignore: [main]\n', 'proven'],
  ['  pull_request:\n    branches: [release]\n', 'short'],
  ['  pull_request:\n    branches: ["**", "!main", "!master"]\n', 'short'],
  ['  pull_request:\n    branches-ignore: [main, master]\n', 'short'],
  ['  pull_request:\n    branches-ignore: [main]\n', 'short'],
  ["  pull_request:\n    branches: ['**', '!main']\n", 'short'],
  ['  pull_request:\n    branches-ignore: [docs/**]\n', 'proven'],
  ['  pull_request:\n   branches: [main]\n\tpaths: []\n', 'contradicted'],
  ['  pull_request:\n    types: [labeled]\n', 'contradicted'],
  ['  pull_request:\n    types: [opened]\n', 'contradicted'],
  ['  pull_request:\n    types: [closed]\n', 'contradicted'],
  ['  pull_request:\n    types: [opened, ready_for_review]\n', 'contradicted'],
  ['  pull_request:\n    types: [synchronize, ready_for_review]\n', 'short'],
  ['  pull_request:\n    types: [enqueued]\n', 'short'],
  ['  pull_request:\n    types: [labeled]\n  merge_group:\n', 'proven'],
  ['  pull_request:\n    branches: [develop]\n', 'short'],
  ['  pull_request_review:\n    types: [submitted]\n', 'linked'],
  ['  pull_request_target:\n', 'linked'],
  ['  push:\n    tags: ["v*"]\n', 'contradicted'],
  ['  push:\n    branches: ["feature/**"]\n', 'short'],
  ['  pull_request:\n    branches: [release]\n  merge_group:\n', 'proven'],
];
for (const [on, state] of starts)
  shows(`starts on ${on.replaceAll(/\s+/g, ' ')}`, {
    spec: gate(state === 'contradicted' || state === 'short' ? caret : path, both),
    files: workflow(on),
    ...(state === 'contradicted' ? {} : { states: { [at]: state === 'short' ? 'linked' : state } }),
  });

const deploys: readonly (readonly [string, string, string])[] = [
  ['one of two does not wait', '  deploy:\n    needs: evaluate\n  deploy-eu:\n    steps: []\n', 'contradicted'],
  [
    'one that promotes by its command alone',
    '  deploy:\n    needs: evaluate\n  other:\n    steps:\n      - run: python -m fraud.promote --all\n',
    'contradicted',
  ],
  [
    'one that puts a candidate somewhere',
    '  deploy:\n    needs: evaluate\n  other:\n    steps:\n      - run: ./deploy.sh staging\n',
    'proven',
  ],
  ['both wait', '  deploy:\n    needs: evaluate\n  deploy-eu:\n    needs: deploy\n', 'proven'],
  [
    'it asks for the result',
    "  deploy:\n    needs: evaluate\n    if: always() && needs.evaluate.result == 'success'\n",
    'proven',
  ],
  [
    'it asks for the result, or not',
    "  deploy:\n    needs: evaluate\n    if: always() && (needs.evaluate.result == 'success' || vars.X)\n",
    'linked',
  ],
  ['it runs unless cancelled', '  deploy:\n    needs: evaluate\n    if: "!cancelled()"\n', 'contradicted'],
  [
    'one in between runs always',
    '  deploy:\n    needs: build\n  build:\n    needs: evaluate\n    if: always()\n',
    'linked',
  ],
  ['one that may deploy by its name', '  deploy:\n    needs: evaluate\n  npm-publish:\n    steps: []\n', 'linked'],
  ['one that is off', '  deploy:\n    needs: evaluate\n  release:\n    if: false\n', 'proven'],
  ['in the same job, always', '      - run: ./deploy.sh\n        if: always()\n', 'linked'],
  ['in the same job, and before it', '      - run: ./deploy.sh\n      - run: promptfoo eval\n', 'contradicted'],
  [
    'elsewhere, and in its own job before it',
    '      - run: ./deploy.sh\n      - run: promptfoo eval\n  release:\n    needs: evaluate\n',
    'contradicted',
  ],
  [
    'to staging, which is then evaluated, before it',
    '      - run: ./deploy.sh staging\n      - run: promptfoo eval\n      - run: ./promote.sh\n',
    'proven',
  ],
  [
    'a report is published, before it',
    '      - name: Publish the report\n        run: python -m report\n      - run: promptfoo eval\n',
    'linked',
  ],
];
for (const [name, more, state] of deploys)
  shows(`deployments: ${name}`, {
    spec: gate(path, both, state === 'contradicted' ? 'deploy\n            ^^^^^^ eval-gate' : 'deploy'),
    files: workflow(push, `${name.endsWith('before it') ? '    steps:\n' : steps}${more}`),
    ...(state === 'contradicted' ? {} : { states: { [at]: state } }),
  });

const gitlab: readonly (readonly [string, string])[] = [
  ['allow_failure: {exit_codes: 3}', 'linked'],
  ['rules: [{changes: [src/**]}]', 'linked'],
  ['rules: [{if: $A, when: never}, {when: on_success}]', 'linked'],
  ['rules: [{when: never}]', 'contradicted'],
  ['when: manual', 'contradicted'],
  ['{when: manual, allow_failure: false}', 'linked'],
];
for (const [says, state] of gitlab)
  shows(`GitLab: ${says}`, {
    spec: gate(
      state === 'contradicted' ? `.gitlab-ci.yml#eval\n         ${'^'.repeat(19)} eval-gate` : '.gitlab-ci.yml#eval',
      both,
    ),
    files: {
      '.gitlab-ci.yml': says.startsWith('{') ? `eval: ${says}\n` : `eval:\n  script: promptfoo eval\n  ${says}\n`,
    },
    ...(state === 'contradicted' ? {} : { states: { [at]: state } }),
  });

const calledBy: readonly (readonly [string, string, Readonly<Record<string, string>>, string, RegExp?])[] = [
  ['make', 'make eval', { Makefile: 'eval: run\n\t@$(PYTHON) -m eval.gate\nrun:\n\tpython -m eval.run\n' }, 'proven'],
  [
    'make that goes on',
    'make eval',
    { Makefile: 'eval:\n\tpython -m eval.run\n\t-python -m eval.gate\n' },
    'contradicted',
    /Step "make eval" cannot fail: `\|\| true` \(Makefile:3\)/,
  ],
  [
    'make with another target',
    'make eval',
    { Makefile: 'other:\n\tpython -m eval.gate\n' },
    'linked',
    /not looked into/,
  ],
  ['make in another folder', 'cd x && make eval', { Makefile: 'eval:\n\tpython -m eval.gate\n' }, 'linked'],
  ['make of something', 'make eval', { Makefile: 'eval:\n\tpython -m something\n' }, 'linked', /not looked into/],
  ['npm', 'npm run eval', { 'package.json': '{"scripts": {"eval": "promptfoo eval"}}' }, 'proven'],
  [
    'npm that goes on',
    'npm run eval -- --all',
    { 'package.json': '{\n"scripts": {\n"eval": "promptfoo eval || exit 0"}}' },
    'contradicted',
    /cannot fail: `\|\| exit 0` \(package\.json:3\)/,
  ],
  [
    'npm, whose result is dropped',
    'npm run eval || true',
    { 'package.json': '{"scripts": {"eval": "promptfoo eval"}}' },
    'contradicted',
  ],
  ['npm without that script', 'npm run eval', { 'package.json': '{"scripts": {"__proto__": "x"}}' }, 'linked'],
  ['npm whose file is none', 'npm run eval', { 'package.json': '{"scripts": ' }, 'linked'],
  [
    'a script that stops',
    './eval.sh',
    { 'eval.sh': '#!/bin/bash\nset -e\npython -m eval.gate\necho done\n' },
    'proven',
  ],
  [
    'a script that goes on',
    'bash ./eval.sh',
    { 'eval.sh': 'python -m eval.gate\necho done\n' },
    'contradicted',
    /its shell goes on after an error \(eval\.sh:1\)/,
  ],
  ['a script of another language', './eval.sh', { 'eval.sh': '#!/usr/bin/env python\nimport gate\n' }, 'linked'],
];
for (const [name, script, files, state, says] of calledBy)
  shows(`called: ${name}`, {
    spec: gate(state === 'contradicted' ? caret : path, both),
    files: { ...run(script), ...files },
    ...(state === 'contradicted' ? {} : { states: { [at]: state } }),
    says: says && [says],
  });

const other = '.github/workflows/x.yml';
const called = (job: string, on = 'on: workflow_call\n') => ({ [other]: `${on}jobs:\n  score:\n${job}` });
const callings: readonly (readonly [string, Readonly<Record<string, string>>, string, RegExp?])[] = [
  [
    'that fails',
    called(steps),
    'proven',
    /`evaluate` calls "\.\/\.github\/workflows\/x\.yml": `score` fails with what it runs/,
  ],
  [
    'that goes on',
    called('    steps:\n      - run: promptfoo eval || true\n'),
    'contradicted',
    /calls ".*": Step "promptfoo eval" cannot fail: `\|\| true`/,
  ],
  ['that never runs', called(`    if: false\n${steps}`), 'contradicted', /`score` never runs/],
  ['that runs for another event', called(`    if: github.event_name == 'push'\n${steps}`), 'contradicted'],
  ['that nobody may call', called(steps, 'on: push\n'), 'contradicted', /has no `workflow_call`/],
  [
    'that GitHub refuses',
    called(`    needs: none\n${steps}`),
    'contradicted',
    /which GitHub refuses: `score` needs "none"/,
  ],
  ['that is not there', {}, 'contradicted', /which is not there/],
  ['that calls others', called('    uses: ./.github/workflows/y.yml\n'), 'linked', /which calls others/],
];
for (const [name, files, state, says] of callings)
  shows(`a workflow ${name}`, {
    spec: gate(state === 'contradicted' ? caret : path, both),
    files: { ...workflow(request, `    uses: ./${other}\n`), ...files },
    ...(state === 'contradicted' ? {} : { states: { [at]: state } }),
    says: says && [says],
  });
shows('a workflow of another repository', {
  spec: gate(path, both),
  files: workflow(request, '    uses: acme/ci/.github/workflows/eval.yml@v1\n'),
  states: { [at]: 'linked' },
  says: [/which is not looked into/],
});
