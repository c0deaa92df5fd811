import { evidence } from '../support/evidence.ts';

const shows = evidence('eval-gate');
const at = '/evaluation/gate';
const path = '.github/workflows/eval.yml';
const caret = `${path}\n         ${'^'.repeat(path.length)} eval-gate`;
const spec = (job: string, test = 'eval/test.jsonl') =>
  `evaluation:\n  datasets:\n    real:\n      path: ${test}\n      size: 420\n      use: test\n    tuning:\n      path: eval/tuning.jsonl\n      use: tune\n  gate:\n    job: ${job}\n    runs_when:\n      - prompt\n    blocks: merge\n`;
const run = 'python -m eval.run --dataset eval/test.jsonl --out out/r.json';
const compare = 'python -m eval.gate --results out/r.json --spec ai-system.yaml';
const workflow = (scripts: readonly string[], job = '') => ({
  [path]: `on:\n  pull_request:\njobs:\n  evaluate:\n${job}    steps:\n${scripts.map((script) => `      - run: ${script}\n`).join('')}`,
  'eval/test.jsonl': '{}\n',
  'eval/tuning.jsonl': '{}\n',
  'eval/other.jsonl': '{}\n',
});

/** `short`: it is there, and what would prove it is not. */
type State = 'proven' | 'linked' | 'short' | 'contradicted';

const cases: readonly (readonly [string, readonly string[], State, RegExp?, string?])[] = [
  ['the test set, and what was written', [run, compare], 'proven'],
  ['no data named', ['python -m eval.run --out out/r.json', compare], 'proven'],
  ['a path from elsewhere', [run.replace('eval/test', './eval/test'), compare], 'proven'],
  ['in the workspace', [run.replace('eval/test', '$GITHUB_WORKSPACE/eval/test'), compare], 'proven'],
  ['by its folder', [run.replace('eval/test.jsonl', 'eval/'), compare], 'proven'],
  [
    'the set to tune',
    [run.replace('test.jsonl', 'tuning.jsonl'), compare],
    'contradicted',
    /Step "python -m eval\.run" evaluates "eval\/tuning\.jsonl", which is data set "tuning" and there to tune \(\.github\/workflows\/eval\.yml:6\)/,
  ],
  [
    'another file',
    [run.replace('test.jsonl', 'other.jsonl'), compare],
    'contradicted',
    /evaluates "eval\/other\.jsonl", and not "eval\/test\.jsonl" of data set "real"/,
  ],
  [
    'another file in place of what was written',
    [run, 'cp -f eval/other.jsonl out/r.json', compare],
    'contradicted',
    /Step "cp" puts another file in place of "out\/r\.json" before it is compared: `cp -f eval\/other\.jsonl out\/r\.json` \(\.github\/workflows\/eval\.yml:7\)/,
  ],
  ['the file of a commit in its place', [run, 'git checkout -- out/r.json', compare], 'contradicted', /git checkout/],
  [
    'a baseline of a commit',
    [
      `${run} --baseline eval/baseline.json`,
      'git checkout origin/main -- eval/baseline.json',
      `${compare} --baseline eval/baseline.json`,
    ],
    'proven',
  ],
  [
    'a baseline that was written before',
    [
      'python -m eval.run --dataset eval/test.jsonl --out out/baseline.json',
      run,
      'git checkout -- out/baseline.json',
      `${compare} --baseline out/baseline.json`,
    ],
    'proven',
  ],
  [
    'limits of a commit, which the evaluation reads',
    [`${run} --limits eval/limits.json`, 'git checkout main -- eval/limits.json', `${compare} eval/limits.json`],
    'proven',
  ],
  ['a copy of what was written', [run, 'cp out/r.json build/r.json', compare], 'proven'],
  [
    'what was written, by another way',
    [run, 'cp out/r.json build/r.json', 'mv build/r.json out/r.json', compare],
    'proven',
  ],
  [
    'what something else may have made',
    [run, 'python sort.py out/r.json --to eval/other.jsonl', 'cp eval/other.jsonl out/r.json', compare],
    'proven',
  ],
  ['a copy before it is evaluated', ['cp eval/other.jsonl out/r.json', run, compare], 'proven'],
  ['another file besides', [run, run.replace('test.jsonl', 'other.jsonl'), compare], 'proven'],
  ['with an equals sign', [run.replace('--dataset eval/test', '--data-path=eval/other'), compare], 'contradicted'],
  ['that nothing makes', [run.replace('test.jsonl', 'none.jsonl'), compare], 'contradicted', /nothing before it makes/],
  [
    'that something may make',
    ['python -m prepare', run.replace('eval/test', 'build/test_'), compare],
    'linked',
    /that it comes from a data set of the spec is not said/,
  ],
  ['on the net', [run.replace('eval/test.jsonl', 's3://bucket/test.jsonl'), compare], 'linked'],
  ['in a container', [run.replace('eval/test', '/app/eval/test'), compare], 'proven'],
  ['a variable that nobody says', [run.replace('eval/test.jsonl', '$DATA'), compare], 'proven'],
  [
    'a variable that the job says',
    [run.replace('eval/test.jsonl', '$DATA'), compare],
    'contradicted',
    /"eval\/tuning\.jsonl"/,
    '    env: {DATA: eval/tuning.jsonl}\n',
  ],
  [
    'a variable that the script says',
    [
      `|\n          DATA=eval/tuning.jsonl\n          ${run.replace('eval/test.jsonl', '"${DATA}"')}\n          ${compare}`,
    ],
    'contradicted',
  ],
  [
    'a matrix with both',
    [run.replace('eval/test.jsonl', '${{ matrix.set }}'), compare],
    'proven',
    undefined,
    '    strategy: {matrix: {set: [eval/tuning.jsonl, eval/test.jsonl]}}\n',
  ],
  [
    'a matrix with others only',
    [run.replace('eval/test.jsonl', 'eval/${{ matrix.set }}.jsonl'), compare],
    'contradicted',
    undefined,
    '    strategy: {matrix: {set: [tuning, other]}}\n',
  ],
  [
    'in its folder',
    [run.replace('eval/test', 'test'), compare],
    'proven',
    undefined,
    '    defaults: {run: {working-directory: eval}}\n',
  ],
  [
    'behind a change of folder',
    [`cd eval && ${run.replace('eval/test', 'test')}`, compare.replace('out/', 'eval/out/')],
    'proven',
  ],
  [
    'some cases',
    [`${run} --limit 20`, compare],
    'short',
    /evaluates not all of the 420 cases: `--limit 20` \(\.github\/workflows\/eval\.yml:6\)/,
  ],
  ['some cases, with an equals sign', [`${run} --max-samples=20`, compare], 'short'],
  ['a share of them', [`${run} --sample-rate 0.1`, compare], 'short'],
  ['a handful', [`${run} --smoke`, compare], 'short'],
  ['more than there are', [`${run} --limit 500`, compare], 'proven'],
  ['no limit', [`${run} --limit 0`, compare], 'proven'],
  ['some first, then all', [`${run} --limit 20`, run, compare], 'proven'],
  [
    'written elsewhere',
    [run.replace('out/r', '/tmp/r'), compare],
    'contradicted',
    /Step "python -m eval\.run" writes "\/tmp\/r\.json" in line 6, and step "python -m eval\.gate" compares "out\/r\.json" \(\.github\/workflows\/eval\.yml:7\)/,
  ],
  ['another file is compared', [run, compare.replace('out/r', 'out/baseline')], 'contradicted'],
  ['another file is compared, by jq', [run, "jq -e '.groundedness >= 0.9' out/old.json"], 'contradicted'],
  ['by jq', [run, "jq -e '.groundedness >= 0.9' out/r.json"], 'proven'],
  ['beside a baseline', [run, `${compare} --baseline out/baseline.json`], 'proven'],
  ['by an option of another name', [run, 'python -m eval.gate --ragas out/r.json --report out/page.html'], 'proven'],
  ['beside a report that it writes', [run, 'python -m eval.gate --ragas out/r.json --report out/all.json'], 'proven'],
  ['of the folder that is written', [run.replace('out/r.json', 'out'), compare], 'proven'],
  ['by where its output goes', [run.replace('--out', '>'), compare], 'proven'],
  ['something in between', [run, 'python -m summarize', compare.replace('out/r', 'out/summary')], 'linked'],
  ['behind a variable', [run.replace('out/r', '$RUNNER_TEMP/r'), compare], 'proven'],
];
for (const [name, scripts, state, says, job] of cases)
  shows(name, {
    spec: spec(state === 'contradicted' || state === 'short' ? caret : path),
    files: workflow(scripts, job),
    ...(state === 'contradicted' ? {} : { states: { [at]: state === 'short' ? 'linked' : state } }),
    says: says && [says],
  });
shows('a test set that is not there, which is told of there', {
  spec: spec(path, 'eval/none.jsonl'),
  files: workflow([run, compare]),
  states: { [at]: 'proven' },
});
shows('in a script behind make', {
  spec: spec(caret),
  files: {
    ...workflow(['make eval']),
    Makefile: `eval:\n\t${run.replace('test.jsonl', 'tuning.jsonl')}\n\t${compare}\n`,
  },
  says: [/evaluates "eval\/tuning\.jsonl"/],
});

/** The steps of an action of the repository, which the job uses. */
const action = (scripts: readonly string[], shell = 'bash', using = 'composite') => ({
  ...workflow([]),
  [path]:
    'on:\n  pull_request:\njobs:\n  evaluate:\n    steps:\n      - uses: ./.github/actions/gate\n        with:\n          data: eval/test.jsonl\n',
  '.github/actions/gate/action.yml': `name: Gate\ninputs:\n  data: {default: eval/tuning.jsonl}\n  out: {default: out/r.json}\nruns:\n  using: ${using}\n  steps:\n${scripts.map((script) => `    - shell: ${shell}\n      run: ${script}\n`).join('')}`,
});
const handed = run.replace('eval/test.jsonl', '${{ inputs.data }}').replace('out/r.json', '${{ inputs.out }}');
const actions: readonly (readonly [string, Readonly<Record<string, string>>, State, RegExp?])[] = [
  ['what is handed to it', action([handed, compare]), 'proven'],
  ['a script of several lines', action([`|\n          ${handed}\n          ${compare}`]), 'proven'],
  [
    'a gate that cannot fail',
    action([handed, `${compare} || true`]),
    'contradicted',
    /Step "python -m eval\.gate" of "\.github\/actions\/gate" cannot fail: `\|\| true`\. \(\.github\/workflows\/eval\.yml:6\)/,
  ],
  [
    'the set to tune',
    action([run.replace('test.jsonl', 'tuning.jsonl'), compare]),
    'contradicted',
    /evaluates "eval\/tuning\.jsonl", which is data set "tuning"/,
  ],
  [
    'a script beside it',
    {
      ...action(['${{ github.action_path }}/gate.sh']),
      '.github/actions/gate/gate.sh': `set -e\n${run.replace('test.jsonl', 'tuning.jsonl')}\n${compare}\n`,
    },
    'contradicted',
    /evaluates "eval\/tuning\.jsonl"/,
  ],
  ['a script beside it that is not there', action(['$GITHUB_ACTION_PATH/gate.sh']), 'linked', /not looked into/],
  ['no steps', action([compare], 'bash', 'node20'), 'linked', /which is not looked into/],
  ['a shell whose errors are not followed', action([handed, compare], 'pwsh'), 'linked'],
];
for (const [name, files, state, says] of actions)
  shows(`an action of the repository: ${name}`, {
    spec: spec(state === 'contradicted' ? caret : path),
    files,
    ...(state === 'contradicted' ? {} : { states: { [at]: state } }),
    says: says && [says],
  });
const watched = (id: string, asked: string) => ({
  ...action([handed, `${compare}\n      id: inner`]),
  [path]: `on:\n  pull_request:\njobs:\n  evaluate:\n    steps:\n      - uses: ./.github/actions/gate\n        id: ${id}\n        continue-on-error: true\n        with:\n          data: eval/test.jsonl\n      - if: steps.${asked}.outcome == 'failure'\n        run: exit 1\n`,
});
shows('an action whose failure a later step looks at', {
  spec: spec(path),
  files: watched('gate', 'gate'),
  states: { [at]: 'proven' },
});
shows('an action of whose steps a later step knows nothing', {
  spec: spec(caret),
  files: watched('gate', 'inner'),
  says: [/is ignored/],
});
const ignored = [handed, `${compare}\n      id: inner\n      continue-on-error: true`];
shows('an action that looks at a failure of its own', {
  spec: spec(path),
  files: action([...ignored, `exit 1\n      if: steps.inner.outcome == 'failure'`]),
  states: { [at]: 'proven' },
});
shows('an action that looks at another failure', {
  spec: spec(caret),
  files: action([...ignored, `exit 1\n      if: steps.other.outcome == 'failure'`]),
  says: [/is ignored/],
});
shows('an action with an empty list of steps', {
  spec: spec(path),
  files: action([]),
  states: { [at]: 'linked' },
  says: [/which is not looked into/],
});
shows('an action that is not there', {
  spec: spec(path),
  files: { ...action([]), '.github/actions/gate/action.yml': '' },
  states: { [at]: 'linked' },
});
