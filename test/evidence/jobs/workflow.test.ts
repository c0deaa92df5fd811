import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { holdsOn } from '../../../core/src/evidence/jobs/condition.ts';
import { readGitlabCi } from '../../../core/src/evidence/jobs/gitlab-ci.ts';
import { commandsOf } from '../../../core/src/evidence/jobs/job-commands.ts';
import { strengthOf } from '../../../core/src/evidence/jobs/job-strength.ts';
import { matchesPattern, passes } from '../../../core/src/evidence/jobs/path-filter.ts';
import { isRunByName, readPipeline, rootOfWorkflow } from '../../../core/src/evidence/jobs/pipeline.ts';
import { readWorkflow } from '../../../core/src/evidence/jobs/workflow.ts';
import { workflowSchedules } from '../../../core/src/evidence/jobs/workflow-schedules.ts';

test('a workflow, with what each event is narrowed to', () => {
  const workflow = readWorkflow(
    [
      'on:',
      '  pull_request:',
      '    branches: [main]',
      '    paths:',
      '      - "prompts/**"',
      '      - "!**.md"',
      '    types: [opened, synchronize]',
      '  push:',
      '    paths-ignore: docs/**',
      '  workflow_dispatch:',
      'defaults: {run: {shell: bash}}',
      'jobs:',
      '  a:',
      '    name: Evaluate',
      '    needs: b',
      '    environment: {name: production}',
      '    continue-on-error: ${{ matrix.new }}',
      '    steps:',
      '      - uses: actions/checkout@v4',
      '      - run: pytest | tee log',
      '        if: always()',
      '  b:',
      '    uses: ./.github/workflows/c.yml',
    ].join('\n'),
  );
  assert.deepEqual(workflow?.triggers, [
    {
      event: 'pull_request',
      line: 2,
      paths: { line: 4, patterns: ['prompts/**', '!**.md'] },
      pathsIgnore: undefined,
      branches: { line: 3, patterns: ['main'] },
      branchesIgnore: undefined,
      tags: undefined,
      types: { line: 7, patterns: ['opened', 'synchronize'] },
    },
    {
      event: 'push',
      line: 8,
      paths: undefined,
      pathsIgnore: { line: 9, patterns: ['docs/**'] },
      branches: undefined,
      branchesIgnore: undefined,
      tags: undefined,
      types: undefined,
    },
    {
      event: 'workflow_dispatch',
      line: 10,
      paths: undefined,
      pathsIgnore: undefined,
      branches: undefined,
      branchesIgnore: undefined,
      tags: undefined,
      types: undefined,
    },
  ]);
  const [a, b] = workflow?.jobs ?? [];
  assert.deepEqual([a?.id, a?.name, a?.needs, a?.environment], ['a', 'Evaluate', ['b'], 'production']);
  assert.deepEqual(a?.tolerated, { line: 17, says: '${{ matrix.new }}' });
  assert.deepEqual(
    a?.steps.map(({ line, uses, run, shell }) => [line, uses ?? run, shell?.pipefail]),
    [
      [19, 'actions/checkout@v4', true],
      [20, 'pytest | tee log', true],
    ],
  );
  assert.equal(b?.calls, './.github/workflows/c.yml');
});

for (const text of ['', 'a: b', '- a', 'on: push', 'jobs: {}', '{', 'on: push\njobs: 3'])
  test(`no workflow: ${JSON.stringify(text)}`, () => assert.equal(readWorkflow(text), undefined));

describe('conditions, as far as the event decides them', () => {
  const cases: readonly (readonly [string, boolean | 'depends'])[] = [
    ['false', false],
    ['${{ false }}', false],
    ["github.event_name == 'schedule'", true],
    ["github.event_name != 'schedule'", false],
    ["github.event_name == 'push' || github.event_name == 'schedule'", true],
    ["github.event_name == 'schedule' && secrets.KEY != ''", 'depends'],
    ["github.event_name == 'push' && secrets.KEY != ''", false],
    ["github.repository == 'a/b'", true],
    ['!github.event.repository.fork', true],
    ['always()', true],
    ["github.ref == 'refs/heads/main'", true],
    ["github.ref_name != 'main'", false],
    ["github.ref == 'refs/heads/develop'", 'depends'],
    ["needs.pre.outputs.key == 'true'", 'depends'],
    ["(github.event_name == 'push')", false],
    ["(github.event_name == 'schedule')", true],
    ["vars.X == 'y' && (vars.A || always() || vars.B)", 'depends'],
    ["github.event_name == 'push' && (vars.A || always())", false],
    ['!(vars.A || true || vars.B)', false],
    ["!(github.event_name == 'push')", true],
    ["contains(github.event.pull_request.labels.*.name, 'a || true || b')", 'depends'],
    ["github.actor != 'dependabot[bot]'", 'depends'],
    ['${{ true }} && false', 'depends'],
    ['failure()', 'depends'],
    ['', 'depends'],
    ['&&||'.repeat(10_000), 'depends'],
  ];
  for (const [condition, expected] of cases)
    test(condition.slice(0, 60), () => assert.equal(holdsOn(condition, 'schedule'), expected));
});

describe('filters of paths', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['prompts/**', 'prompts/a/b.md', true],
    ['prompts/*', 'prompts/a/b.md', false],
    ['prompts/*', 'prompts/b.md', true],
    ['**', 'a/b', true],
    ['*', 'a/b', false],
    ['**.md', 'a/b.md', true],
    ['**/answer.md', 'answer.md', true],
    ['**/answer.md', 'x/answer.md', true],
    ['docs/**/*.md', 'docs/a.md', true],
    ['docs/**/*.md', 'docs/a/b/c.md', true],
    ['*.jsx?', 'page.js', true],
    ['*.jsx?', 'page.jsx', true],
    ['v[0-9]+.txt', 'v12.txt', true],
    ['v[0-9]+.txt', 'vx.txt', false],
    ['prompts', 'prompts/a', false],
    ['\\*', '*', true],
    ['**a'.repeat(300), 'a'.repeat(900), true],
    ['*'.repeat(2000), 'a', false],
  ];
  for (const [pattern, path, expected] of cases)
    test(`${pattern.slice(0, 30)} on ${path.slice(0, 30)}`, () =>
      assert.equal(matchesPattern(pattern, path), expected));

  test('what is taken out, and let in again', () => {
    const patterns = ['prompts/**', '!prompts/old/**', 'prompts/old/keep.md'];
    assert.deepEqual(
      ['prompts/a.md', 'prompts/old/a.md', 'prompts/old/keep.md', 'src/a.py'].map((path) => passes(patterns, path)),
      [true, false, true, false],
    );
  });
});

describe('whether a job stops anything', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['it fails with its test', 'steps:\n      - run: pytest', 'sound'],
    ['it is tolerated', 'continue-on-error: true\n    steps:\n      - run: pytest', 'toothless'],
    ['it is off', 'if: false\n    steps:\n      - run: pytest', 'off'],
    ['it runs for pushes', "if: github.event_name == 'push'\n    steps:\n      - run: pytest", 'off'],
    ['it waits for a secret', "if: needs.a.outputs.key == 'true'\n    steps:\n      - run: pytest", 'conditional'],
    ['a step waits for a secret', "steps:\n      - run: pytest\n        if: env.KEY != ''", 'conditional'],
    ['its result is dropped', 'steps:\n      - run: pytest || true', 'toothless'],
    [
      'its result is dropped over two lines',
      'steps:\n      - run: |\n          pytest \\\n            -q || true # for now',
      'toothless',
    ],
    ['its result is only said', 'steps:\n      - run: pytest || echo "failed"', 'toothless'],
    ['the step is tolerated', 'steps:\n      - run: pytest\n        continue-on-error: true', 'toothless'],
    ['a pipe hides it', 'steps:\n      - run: pytest | tee log', 'toothless'],
    ['a pipe in bash does not', 'steps:\n      - run: pytest | tee log\n        shell: bash', 'sound'],
    ['nor with pipefail', 'steps:\n      - run: |\n          set -o pipefail\n          pytest | tee log', 'sound'],
    [
      'errors are let pass',
      'steps:\n      - run: |\n          set +e\n          pytest\n          exit 0',
      'toothless',
    ],
    ['errors are passed on', 'steps:\n      - run: |\n          set +e\n          pytest\n          exit $?', 'sound'],
    ['it only makes ready', 'steps:\n      - uses: actions/checkout@v4\n      - run: pip install x', 'toothless'],
    [
      'an evaluation is dropped and a gate behind it is not',
      'steps:\n      - run: promptfoo eval || true\n      - run: python eval_gate.py',
      'sound',
    ],
    [
      'an evaluation is dropped and something else is not',
      'steps:\n      - run: promptfoo eval || true\n      - run: npm run report',
      'unsure',
    ],
    ['an action evaluates', 'steps:\n      - uses: promptfoo/promptfoo-action@v1', 'sound'],
    ['it calls another workflow', 'uses: ./.github/workflows/eval.yml', 'conditional'],
    [
      'it looks at the jobs that it needs',
      'if: always()\n    steps:\n      - run: |\n          failures="$(jq -r .x <<< "$RESULTS")"\n          if [ -n "$failures" ]; then\n            exit 1\n          fi',
      'unsure',
    ],
    ['eval of the shell evaluates nothing', 'steps:\n      - run: eval "ls"', 'unsure'],
    ['it looks at code', 'steps:\n      - run: ruff check\n      - run: mypy src', 'toothless'],
    ['what a session of nox does stands elsewhere', 'steps:\n      - run: nox -s gate', 'conditional'],
    ['it looks at code, and tests', 'steps:\n      - run: ruff check\n      - run: pytest', 'sound'],
    [
      'it counts by itself',
      'steps:\n      - run: |\n          if ! grep -q ok eval.json; then\n            exit 1\n          fi',
      'sound',
    ],
  ];
  for (const [name, job, expected] of cases) {
    test(name, () => {
      const found = readWorkflow(`on: pull_request\njobs:\n  evaluate:\n    ${job}\n`)?.jobs[0];
      assert.ok(found !== undefined);
      const { kind, remark } = strengthOf(found, 'pull_request');
      assert.equal(kind, expected, remark.says);
    });
  }
});

test('variables that grow', () => {
  const grows = [`X=${'a'.repeat(500)}`, ...Array.from({ length: 50 }, () => `X="${'$X'.repeat(400)}"`)];
  const script = [...grows, ...Array.from({ length: 50 }, () => `run ${'$X '.repeat(300)} \${{ matrix.v }}`)];
  const text = `on: push\njobs:\n  a:\n    strategy: {matrix: {v: [${'b'.repeat(20_000)}, c]}}\n    steps:\n      - run: |\n${script.map((line) => `          ${line}\n`).join('')}`;
  const commands = (readWorkflow(text)?.jobs ?? []).flatMap((job) => commandsOf(job, 'push'));
  assert.equal(commands.length, script.length);
  for (const { alternatives } of commands) for (const words of alternatives) assert.ok(words.join('').length <= 10_000);
});

test('jobs of GitLab', () => {
  const jobs = readGitlabCi(
    [
      'stages: [test]',
      '.base:',
      '  script: x',
      'evaluate:',
      '  script: pytest',
      'soft:',
      '  script: x',
      '  allow_failure: true',
      'exit:',
      '  script: x',
      '  allow_failure: {exit_codes: 3}',
      'hand:',
      '  when: manual',
      'rules:',
      '  rules: [{if: $X, when: manual}]',
      'strict:',
      '  allow_failure: false',
    ].join('\n'),
  );
  assert.deepEqual(
    jobs?.map(({ id, tolerated, byHand }) => [id, tolerated?.line, byHand?.line]),
    [
      ['evaluate', undefined, undefined],
      ['soft', 8, undefined],
      ['exit', undefined, undefined],
      ['hand', undefined, 13],
      ['rules', undefined, 15],
      ['strict', undefined, undefined],
    ],
  );
});

test('files that GitHub runs', () => {
  assert.deepEqual(
    ['.github/workflows/a.yml', '.github/workflows/a.yml.disabled', '.github/workflows/b/a.yml', 'ci/a.yml'].map(
      isRunByName,
    ),
    [true, false, false, true],
  );
  assert.equal(rootOfWorkflow('examples/a/.github/workflows/a.yml'), 'examples/a/');
  assert.equal(rootOfWorkflow('.github/workflows/a.yml'), '');
});

for (const text of [
  '',
  '\0',
  'a'.repeat(2 ** 20),
  `on: jobs: ${'{'.repeat(5_000)}`,
  'jobs:\n  __proto__: {steps: [{run: x}]}\non: [__proto__]\n',
])
  test(`any text is answered: ${JSON.stringify(text.slice(0, 20))}`, () => {
    readPipeline('.github/workflows/a.yml', text);
    readPipeline('.gitlab-ci.yml', text);
  });

/** So long that what begins anew at each command would not come to an end. */
const long: Readonly<Record<string, string>> = {
  'ever so many commands': 'python -m eval.gate\n'.repeat(50_000),
  'ever so many that are never reached': `exit 0\n${'python -m eval.gate\n'.repeat(50_000)}`,
  'ever so many in each other': `${'echo $('.repeat(20_000)}`,
  'ever so many quotes': '"$('.repeat(30_000),
  'ever so many choices': 'a || '.repeat(50_000),
  'ever so many expressions': '${{ a }}'.repeat(100_000),
  'one expression of ever so many signs': `\${{ ${"(a == 'b') && ".repeat(50_000)} }}`,
};
for (const [name, script] of Object.entries(long))
  test(`a script is answered: ${name}`, () => {
    const lines = script.replaceAll(/^/gm, '          ');
    const found = readWorkflow(
      `on: {schedule: [{cron: '0 4 * * *'}]}\njobs:\n  evaluate:\n    steps:\n      - run: |\n${lines}\n`,
    );
    assert.ok(found !== undefined);
    const [job] = found.jobs;
    assert.ok(job !== undefined);
    assert.notEqual(strengthOf(job, 'schedule').kind, 'sound');
    assert.equal(workflowSchedules(found).length, 1);
  });
