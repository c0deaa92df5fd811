import { evidence } from '../support/evidence.ts';
import { marked } from '../support/requirement.ts';

const id = 'index-refresh-automated';
const shows = evidence(id);
const at = '/indexes/a';

/** A value with `!` behind it is marked. */
function index({
  cron = '30 4 * * *',
  timezone = 'UTC',
  job = '.github/workflows/refresh.yml',
  mode = 'schedule',
} = {}): string {
  const line = (key: string, value: string) => {
    const written = value.replace(/!$/, '');
    const text = key === 'cron' ? `"${written}"` : written;
    return value.endsWith('!') ? marked(`      ${key}: ${text}`, text, id) : `      ${key}: ${text}`;
  };
  const when =
    mode === 'schedule' ? `${line('cron', cron)}\n${line('timezone', timezone)}` : '      event: kafka:changes';
  return `indexes:\n  a:\n    refresh:\n      mode: ${mode}\n${when}\n      takes: 10m\n${line('job', job)}\n`;
}
const workflow = (cron: string, more = '', job = '') => ({
  '.github/workflows/refresh.yml': `on:\n  schedule:\n    - cron: "${cron}"\n${more}jobs:\n  refresh:\n${job}    steps:\n      - run: python -m go\n`,
});

shows('the same cron, in UTC', { spec: index(), files: workflow('30 4 * * *'), states: { [at]: 'proven' } });
shows('the same times in other words', {
  spec: index({ cron: '0 5 * * 2' }),
  files: workflow('0 5 * * TUE'),
  states: { [at]: 'proven' },
});
shows('another cron', {
  spec: index({ cron: '30 4 * * *!' }),
  files: workflow('30 5 * * *'),
  says: [/^"30 4 \* \* \*" here, but "30 5 \* \* \*" in \.github\/workflows\/refresh\.yml:3\.$/],
});
shows('another time zone', {
  spec: index({ timezone: 'Europe/Berlin!' }),
  files: workflow('30 4 * * *'),
  says: [/is read in UTC .*: that is 05:30 or 06:30 in Europe\/Berlin\./],
});
shows('a zone with the same clocks', {
  spec: index({ timezone: 'Europe/Paris' }),
  files: workflow('30 4 * * *', '      timezone: Europe/Berlin\n'),
  states: { [at]: 'proven' },
});
shows('no such file', { spec: index({ job: '.github/workflows/refresh.yml!' }), files: {}, says: [/There is no/] });
shows('no schedule', {
  spec: index({ job: '.github/workflows/refresh.yml!' }),
  files: { '.github/workflows/refresh.yml': 'on: push\njobs:\n  refresh: {}\n' },
  says: [/Nothing starts ".*" by the clock\. It starts on push\./],
});
shows('a schedule in a comment', {
  spec: index({ job: '.github/workflows/refresh.yml!' }),
  files: {
    '.github/workflows/refresh.yml':
      'on:\n  workflow_dispatch:\n#  schedule:\n#    - cron: "0 2 * * 0"\njobs:\n  refresh: {}\n',
  },
  says: [/The schedule in line 4 \("0 2 \* \* 0"\) is commented out/],
});
shows('only on a condition', {
  spec: index(),
  files: workflow('30 4 * * *', '', "    if: vars.LIVE == 'yes'\n"),
  states: { [at]: 'linked' },
  says: [/Job `refresh` runs only `if: vars\.LIVE == '…'`/],
});
const twoJobs = {
  '.github/workflows/refresh.yml':
    "on:\n  schedule:\n    - cron: '30 4 * * *'\njobs:\n  check:\n    steps: [{run: python -m go}]\n  live:\n    if: secrets.KEY != ''\n    steps: [{run: python -m go}]\n  old:\n    if: false\n    steps: []\n",
};
shows('one job of several, on a condition', {
  spec: index({ job: '.github/workflows/refresh.yml#live' }),
  files: twoJobs,
  states: { [at]: 'linked' },
  says: [/Job `live` runs only/],
});
shows('another one, on none', {
  spec: index({ job: '.github/workflows/refresh.yml#check' }),
  files: twoJobs,
  states: { [at]: 'proven' },
});
shows('a third one, that is off', { spec: index({ job: '.github/workflows/refresh.yml#old!' }), files: twoJobs });
shows('switched off', {
  spec: index({ job: '.github/workflows/refresh.yml!' }),
  files: workflow('30 4 * * *', '', '    if: false\n'),
  says: [/does not run/],
});
shows('several, one of which is it', {
  spec: index(),
  files: workflow('0 1 * * *', '    - cron: "30 4 * * *"\n'),
  states: { [at]: 'proven' },
});
shows('several, none of which is it', {
  spec: index({ job: '.github/workflows/refresh.yml!' }),
  files: workflow('0 1 * * *', '    - cron: "0 2 * * *"\n'),
  says: [/None of the 2 schedules in .* is "30 4 \* \* \*", nor do they make it together\./],
});
shows('a pipeline of GitLab, whose schedules nobody sees', {
  spec: index({ job: '.gitlab-ci.yml' }),
  files: { '.gitlab-ci.yml': 'refresh:\n  script: make\n' },
  states: { [at]: 'linked' },
});
shows('a script that something elsewhere starts', {
  spec: index({ job: 'pipelines/refresh.py' }),
  files: { 'pipelines/refresh.py': 'print(1)\n' },
  states: { [at]: 'linked' },
  says: [/when it runs is not said in it/],
});
shows('a consumer of events', {
  spec: index({ mode: 'event', job: 'pipelines/consumer.py' }),
  files: { 'pipelines/consumer.py': 'print(1)\n' },
  states: { [at]: 'linked' },
});
shows('a consumer that is not there', { spec: index({ mode: 'event', job: 'consumer.py!' }), files: {} });
shows('on the net', {
  spec: index({ job: 'https://ci.example/refresh' }),
  files: {},
  states: { [at]: 'unverifiable' },
});
shows('in a repository that is not here', {
  spec: index({ job: 'ops//cron.yaml' }),
  files: {},
  absentRoots: ['ops'],
  states: { [at]: 'unverifiable' },
});

const step = (lines: string) => ({
  '.github/workflows/refresh.yml': `on:\n  schedule:\n    - cron: "30 4 * * *"\njobs:\n  refresh:\n    steps:\n${lines}`,
});
const job = '.github/workflows/refresh.yml!';
shows('its only step is off', {
  spec: index({ job }),
  files: step('      - uses: actions/checkout@v4\n      - run: python -m refresh\n        if: false\n'),
  says: [/does not run: Step "python -m refresh" never runs: `if: false`/],
});
shows('its step runs by hand', {
  spec: index({ job }),
  files: step("      - run: python -m refresh\n        if: github.event_name == 'workflow_dispatch'\n"),
});
shows('its steps only print', {
  spec: index({ job }),
  files: step('      - uses: actions/checkout@v4\n      - run: echo "refresh the index"\n'),
  says: [/has no step that does anything/],
});
shows('its steps print to a file', {
  spec: index(),
  files: step('      - run: echo x > out\n'),
  states: { [at]: 'proven' },
});
shows('the step that refreshes is off, and one that reports is not', {
  spec: index({ job }),
  files: step('      - name: Refresh\n        run: python -m x\n        if: false\n      - run: python -m report\n'),
  says: [/Step "Refresh" never runs: `if: false`/],
});
shows('a step that tells of a failure', {
  spec: index(),
  files: step('      - run: python -m refresh\n      - run: ./tell.sh\n        if: failure()\n'),
  states: { [at]: 'proven' },
});
shows('by hand only', {
  spec: index({ job }),
  files: {
    '.github/workflows/refresh.yml':
      'on: workflow_dispatch\njobs:\n  refresh:\n    steps:\n      - run: python -m go\n',
  },
  says: [/Nothing starts/],
});
shows('what refreshes is off, beside another job', {
  spec: index(),
  files: {
    '.github/workflows/refresh.yml':
      'on:\n  schedule:\n    - cron: "30 4 * * *"\njobs:\n  lint:\n    steps: [{run: python -m go}]\n  refresh:\n    if: false\n    steps: [{run: python -m go}]\n',
  },
  states: { [at]: 'linked' },
});
shows('it needs a job that is off', {
  spec: index({ job: '.github/workflows/refresh.yml#refresh!' }),
  files: {
    '.github/workflows/refresh.yml':
      'on:\n  schedule:\n    - cron: "30 4 * * *"\njobs:\n  pre:\n    if: false\n    steps: [{run: python -m go}]\n  refresh:\n    needs: pre\n    steps: [{run: python -m go}]\n',
  },
});
shows('it calls a workflow of another repository', {
  spec: index(),
  files: {
    '.github/workflows/refresh.yml':
      'on:\n  schedule:\n    - cron: "30 4 * * *"\njobs:\n  refresh:\n    uses: nordhafen/shared/.github/workflows/x.yml@v1\n',
  },
  states: { [at]: 'linked' },
  says: [/calls "nordhafen\/shared\/\.github\/workflows\/x\.yml@v1", which is not looked into/],
});

const cronJob = (spec: string, name = 'refresh') => ({
  'k8s.yaml': `kind: CronJob\nmetadata:\n  name: ${name}\nspec:\n${spec}`,
});
shows('a CronJob by its name', {
  spec: index({ job: 'k8s.yaml#CronJob/refresh' }),
  files: cronJob('  schedule: "30 4 * * *"\n  timeZone: Etc/UTC\n'),
  states: { [at]: 'proven' },
});
shows('a CronJob without a time zone', {
  spec: index({ job: 'k8s.yaml#CronJob/refresh' }),
  files: cronJob('  schedule: "30 4 * * *"\n'),
  states: { [at]: 'linked' },
  says: [/a time zone that the file does not fix/],
});
shows('a CronJob that is suspended', {
  spec: index({ job: 'k8s.yaml#CronJob/refresh!' }),
  files: cronJob('  schedule: "30 4 * * *"\n  suspend: true\n'),
  says: [/`CronJob\/refresh` does not run: `suspend: true` \(k8s\.yaml:6\)/],
});
shows('a CronJob of another name', {
  spec: index({ job: 'k8s.yaml#CronJob/refesh!' }),
  files: cronJob('  schedule: "30 4 * * *"\n'),
  says: [/"k8s\.yaml" has no "CronJob\/refesh"; there is CronJob\/refresh\./],
});
shows('a name that a template fills in', {
  spec: index({ job: 'k8s.yaml#CronJob/refresh' }),
  files: cronJob('  schedule: "30 4 * * *"\n', '{{ .Release.Name }}-refresh'),
  states: { [at]: 'unverifiable' },
});
shows('values of a chart', {
  spec: index({ job: 'values.yaml#/tasks/0' }),
  files: { 'values.yaml': 'tasks:\n  - name: refresh\n    schedule: "30 4 * * *"\n    timeZone: UTC\n' },
  states: { [at]: 'proven' },
});
shows('EventBridge writes it in six fields', {
  spec: index({ job: 'main.tf#aws_cloudwatch_event_rule.refresh' }),
  files: {
    'main.tf': 'resource "aws_cloudwatch_event_rule" "refresh" {\n  schedule_expression = "cron(30 4 * * ? *)"\n}\n',
  },
  states: { [at]: 'proven' },
});
shows('an interval has no hour', {
  spec: index({ job: 'main.tf' }),
  files: { 'main.tf': 'resource "aws_cloudwatch_event_rule" "refresh" {\n  schedule_expression = "rate(1 day)"\n}\n' },
  states: { [at]: 'linked' },
  says: [/at no fixed time/],
});
shows('an interval that is longer', {
  spec: index({ cron: '30 4 * * *!', job: 'main.tf' }),
  files: { 'main.tf': 'resource "aws_cloudwatch_event_rule" "refresh" {\n  schedule_expression = "rate(7 days)"\n}\n' },
  says: [/here, but rate\(7 days\) in main\.tf:2: every 7d/],
});
const dag = (schedule: string, more = '') => ({
  'dag.py': `import os\nenv = os.environ.get("APP_ENV", "dev")\n@dag(schedule=${schedule}, start_date=pendulum.datetime(2025, 1, 1, tz="UTC")${more})\ndef refresh(): ...\n\nrefresh()\n`,
});
shows('a DAG', { spec: index({ job: 'dag.py#dag:refresh' }), files: dag('"30 4 * * *"'), states: { [at]: 'proven' } });
shows('a DAG of one environment', {
  spec: index({ job: 'dag.py' }),
  files: dag('"30 4 * * *" if env == "prod" else None'),
  states: { [at]: 'linked' },
  says: [/Only where `env == "prod"` \(`APP_ENV` of the environment\)/],
});
shows('a DAG that is paused at first', {
  spec: index({ job: 'dag.py' }),
  files: dag('"30 4 * * *"', ', is_paused_upon_creation=True'),
  states: { [at]: 'linked' },
});
shows('a DAG that nothing starts', {
  spec: index({ job: 'dag.py!' }),
  files: dag('None'),
  says: [/Its schedule is `None`/],
});
shows('a DAG whose function nobody calls', {
  spec: index({ job: 'dag.py!' }),
  files: { 'dag.py': dag('"30 4 * * *"')['dag.py'].replace('\nrefresh()', '') },
  says: [/`dag:refresh` does not run: nothing calls `refresh`, and so Airflow finds no DAG \(dag\.py:4\)/],
});
const days: readonly (readonly [string, string, RegExp?])[] = [
  [', end_date=datetime(2026, 3, 1)', 'contradicted', /does not run: it ended on 2026-03-01 \(dag\.py:3\)/],
  [', end_date="2026-03-01"', 'contradicted'],
  [', default_args={"end_date": pendulum.datetime(2026, 3, 1)}', 'contradicted'],
  [', end_date=datetime(2030, 3, 1)', 'proven'],
  [', end_date=END', 'proven'],
];
for (const [more, state, says] of days)
  shows(`a DAG${more}`, {
    spec: index({ job: state === 'contradicted' ? 'dag.py!' : 'dag.py' }),
    files: dag('"30 4 * * *"', more),
    ...(state === 'contradicted' ? { says: says && [says] } : { states: { [at]: state } }),
  });
shows('a DAG that begins next year', {
  spec: index({ job: 'dag.py!' }),
  files: { 'dag.py': dag('"30 4 * * *"')['dag.py'].replace('2025', '2027') },
  says: [/it begins on 2027-01-01/],
});
shows('EventBridge until spring', {
  spec: index({ job: 'main.tf!' }),
  files: {
    'main.tf':
      'resource "aws_scheduler_schedule" "a" {\n  schedule_expression = "cron(30 4 * * ? *)"\n  end_date = "2026-03-01T00:00:00Z"\n}\n',
  },
  says: [/it ended on 2026-03-01 \(main\.tf:3\)/],
});

const two = (first: string, second: string) => workflow(first, `    - cron: "${second}"\n`);
shows('two crons that make one', {
  spec: index(),
  files: two('30 4 * * 1-5', '30 4 * * 0,6'),
  states: { [at]: 'proven' },
  says: [/runs at "30 4 \* \* 1-5" with "30 4 \* \* 0,6" in UTC/],
});
shows('two crons that make another one', { spec: index({ job }), files: two('30 4 * * 1-5', '30 9 * * 0,6') });
shows('two crons that leave a day out', { spec: index({ job }), files: two('30 4 * * 1-5', '30 4 * * 6') });
shows('two crons that make one, in another zone', {
  spec: index({ timezone: 'Europe/Berlin!' }),
  files: two('30 4 * * 1-5', '30 4 * * 0,6'),
  says: [/is read in UTC/],
});
shows('days of Argo that make one schedule', {
  spec: index({ job: 'argo.yaml' }),
  files: {
    'argo.yaml':
      'kind: CronWorkflow\nmetadata: {name: a}\nspec:\n  timezone: UTC\n  schedules: ["30 4 1-15 * *", "30 4 16-31 * *"]\n',
  },
  states: { [at]: 'proven' },
});

const takes = (spec: string, length: string) =>
  spec.replace('takes: 10m', `takes: ${length}\n             ${'^'.repeat(length.length)} ${id}`);
shows('a job that is stopped before it is done', {
  spec: takes(index(), '90m'),
  files: workflow('30 4 * * *', '', '    timeout-minutes: 60\n'),
  says: [
    /is stopped after 1h, before the 90m that it takes: `timeout-minutes: 60` \(\.github\/workflows\/refresh\.yml:6\)/,
  ],
});
shows('a step that is stopped before it is done', {
  spec: takes(index(), '90m'),
  files: step(
    `      - run: python -m refresh\n        timeout-minutes: 60\n${'      - name: Report\n        run: make report\n'}`,
  ),
  says: [/is stopped after 1h, before the 90m that it takes/],
});
const refreshed = (script: string) => `      - run: |\n${script.replaceAll(/^/gm, '          ')}\n`;
const unheard: readonly (readonly [string, string, 'proven' | 'short', RegExp?])[] = [
  [
    '|| true',
    '      - run: python -m refresh || true\n',
    'short',
    /Nobody hears when step "python -m refresh" fails: `\|\| true`\. \(\.github\/workflows\/refresh\.yml:7\)/,
  ],
  ['&', '      - run: python -m refresh &\n', 'short', /`&`/],
  ['continue-on-error', '      - run: python -m refresh\n        continue-on-error: true\n', 'short', /yml:8\)/],
  [
    'a loop that ends well',
    refreshed('for i in 1 2 3; do\n  python -m refresh && break\n  sleep 60\ndone'),
    'short',
    /`&& break` with more behind it/,
  ],
  [
    'a loop that ends badly',
    refreshed('for i in 1 2 3; do\n  python -m refresh && exit 0\n  sleep 60\ndone\nexit 1'),
    'proven',
  ],
  ['somebody is told', '      - run: python -m refresh || curl -d failed https://hooks.example\n', 'proven'],
  [
    'somebody asks',
    '      - id: r\n        run: python -m refresh\n        continue-on-error: true\n      - run: "[ ${{ steps.r.outcome }} = success ]"\n',
    'proven',
  ],
  ['of something beside it', refreshed('python -m refresh\npython -m age || true'), 'proven'],
];
for (const [name, lines, state, says] of unheard)
  shows(`a failure that nobody hears of: ${name}`, {
    spec: index(state === 'short' ? { job } : {}),
    files: step(lines),
    states: { [at]: state === 'short' ? 'linked' : state },
    says: says && [says],
  });
const behind: readonly (readonly [
  string,
  string,
  Readonly<Record<string, string>>,
  'proven' | 'short' | 'contradicted',
  RegExp?,
])[] = [
  ['make', 'make refresh', { Makefile: 'refresh:\n\tpython -m refresh\n' }, 'proven'],
  [
    'make without a file',
    'make refresh',
    {},
    'contradicted',
    /does not run: Step "make refresh" runs `make refresh`, but there is no Makefile \(\.github\/workflows\/refresh\.yml:7\)/,
  ],
  [
    'make without that target',
    'make refresh',
    { Makefile: 'other:\n\tpython -m refresh\n' },
    'contradicted',
    /the Makefile has no `refresh`/,
  ],
  ['make that includes others', 'make refresh', { Makefile: 'include x.mk\nother:\n\ttrue\n' }, 'proven'],
  ['make by its other name', 'make refresh', { GNUmakefile: 'refresh:\n\tpython -m refresh\n' }, 'proven'],
  [
    'make that only prints',
    'make refresh',
    { Makefile: 'refresh:\n\t@echo moved\n' },
    'contradicted',
    /which runs nothing \(Makefile:2\)/,
  ],
  [
    'make that goes on',
    'make refresh',
    { Makefile: 'refresh:\n\techo begin\n\t-python -m refresh\n' },
    'short',
    /Nobody hears .*`\|\| true` \(Makefile:3\)/,
  ],
  ['npm', 'npm run refresh', { 'package.json': '{"scripts": {"refresh": "node refresh.js"}}' }, 'proven'],
  ['npm without a file', 'npm run refresh', {}, 'contradicted', /there is no package\.json/],
  [
    'npm without that script',
    'npm run refresh',
    { 'package.json': '{"scripts": {}}' },
    'contradicted',
    /no script `refresh`/,
  ],
  ['a script', './refresh.sh', { 'refresh.sh': 'python -m refresh\n' }, 'proven'],
  ['no script', 'bash scripts/refresh.sh', {}, 'contradicted', /there is no "scripts\/refresh\.sh"/],
  ['a script that is fetched', 'curl -O https://x.example/refresh.sh\nbash refresh.sh', {}, 'proven'],
  ['in another folder', 'cd x\nmake refresh', {}, 'proven'],
];
for (const [name, script, files, state, says] of behind)
  shows(`behind a command: ${name}`, {
    spec: index(state === 'proven' ? {} : { job }),
    files: {
      ...step(refreshed(script).replace('|\n          ', script.includes('\n') ? '|\n          ' : '')),
      ...files,
    },
    ...(state === 'contradicted' ? {} : { states: { [at]: state === 'short' ? 'linked' : state } }),
    says: says && [says],
  });
shows('behind a command: what is fetched from another repository', {
  spec: index(),
  files: step('      - uses: actions/checkout@v4\n        with: {repository: a/b}\n      - run: make refresh\n'),
  states: { [at]: 'proven' },
});
shows('a time zone that is none', {
  spec: index({ job }),
  files: workflow('30 4 * * *', '      timezone: Europe/Berlinn\n'),
  says: [/is to be read in "Europe\/Berlinn" \(.*:3\), which is no time zone/],
});
shows('a schedule without a cron', {
  spec: index({ job }),
  files: {
    '.github/workflows/refresh.yml':
      'on:\n  schedule:\n    - crontab: x\njobs:\n  refresh:\n    steps: [{run: python -m go}]\n',
  },
  says: [/Nothing starts ".*" by the clock\. `schedule` in it has no `cron`\./],
});
shows('a job that GitHub stops by itself', {
  spec: takes(index(), '7h'),
  files: workflow('30 4 * * *'),
  says: [/is stopped after 6h, before the 7h that it takes: no `timeout-minutes`/],
});
for (const [name, more] of [
  ['time enough', '    timeout-minutes: 60\n'],
  ['a time that is an expression', '    timeout-minutes: ${{ inputs.minutes }}\n'],
] as const)
  shows(name, { spec: index(), files: workflow('30 4 * * *', '', more), states: { [at]: 'proven' } });
shows('a run of a DAG that is stopped', {
  spec: takes(index({ job: 'dag.py' }), '2h'),
  files: dag('"30 4 * * *"', ', dagrun_timeout=timedelta(hours=1)'),
  says: [/is stopped after 1h, .*`dagrun_timeout=timedelta\(hours=1\)` \(dag\.py:3\)/],
});
shows('a CronJob that is stopped', {
  spec: takes(index({ job: 'k8s.yaml' }), '20m'),
  files: cronJob('  schedule: "30 4 * * *"\n  timeZone: UTC\n  jobTemplate: {spec: {activeDeadlineSeconds: 600}}\n'),
  says: [/is stopped after 10m, before the 20m that it takes: `activeDeadlineSeconds: 600`/],
});

const refused: readonly (readonly [string, string, RegExp])[] = [
  ['61 4 * * *', '', /GitHub refuses the file, as "61 4 \* \* \*" is no cron/],
  ['30 4 * *', '', /"30 4 \* \*" is no cron/],
  ['@daily', '', /"@daily" is no cron/],
  [
    '30 4 * * *',
    '    env: {A: "${{ github.ref"}\n',
    /as `\$\{\{` is not closed \(\.github\/workflows\/refresh\.yml:6\)/,
  ],
  ['30 4 * * *', '    if: github.ref == "refs/heads/main"\n', /a text in double quotes/],
  ['30 4 * * *', "    if: github.ref = 'x'\n", /a single `=`/],
  ['30 4 * * *', '    if: (always()\n', /`\(` in an expression is not closed/],
];
for (const [cron, more, says] of refused)
  shows(`GitHub refuses ${cron} ${more.trim()}`, {
    spec: index({ job }),
    files: workflow(cron, '', more),
    says: [says],
  });
shows('a CronJob whose cron is none', {
  spec: index({ job: 'k8s.yaml!' }),
  files: cronJob('  schedule: "30 25 * * *"\n  timeZone: UTC\n'),
  says: [/`CronJob\/refresh` does not run: Kubernetes refuses "30 25 \* \* \*" \(k8s\.yaml:5\)/],
});

const report = '      - name: Report the age\n        run: python -m index.age --push\n';
const install = '      - name: Install\n        run: pip install -r requirements.txt\n';
const emptied: readonly (readonly [string, string, string, RegExp?])[] = [
  [
    'the command is only printed',
    `${install}      - name: Refresh\n        run: echo python -m index.refresh\n${report}`,
    'contradicted',
    /does not run: Step "Refresh" only prints the command `python -m index\.refresh`/,
  ],
  [
    'the command is only printed, with nothing said by a name',
    `      - run: printf '%s' x && echo "python -m refresh"\n${report}`,
    'contradicted',
  ],
  [
    'the command is commented out',
    `      - name: Refresh\n        run: |\n          # python -m index.refresh\n${report}`,
    'contradicted',
    /runs nothing: its command is commented out/,
  ],
  [
    'it is only tried',
    `      - name: Refresh\n        run: python -m index.refresh --dry-run\n${report}`,
    'contradicted',
    /Step "Refresh" runs its command with `--dry-run`/,
  ],
  [
    'the script ends before it',
    `      - name: Refresh\n        run: |\n          exit 0\n          python -m index.refresh\n${report}`,
    'contradicted',
    /Step "Refresh" never comes to `python -m index\.refresh`/,
  ],
  [
    'it stands behind what is false',
    `      - name: Refresh\n        run: |\n          if false; then\n            python -m index.refresh\n          fi\n${report}`,
    'contradicted',
  ],
  [
    'it runs by hand, and what reports does not',
    `      - name: Refresh\n        if: github.event_name == 'workflow_dispatch'\n        run: python -m index.refresh\n${report}`,
    'contradicted',
    /Step "Refresh" does not run by the clock: `if: github\.event_name == 'workflow_dispatch'`/,
  ],
  ['it reports, and nothing more', `${install}${report}`, 'short', /Step "Report the age" is all that `refresh` does/],
  ['it is installed, and nothing more', install, 'contradicted', /has no step that does anything/],
  [
    'the command is only printed, beside something unknown',
    '      - run: echo python -m index.refresh\n      - run: ./run\n',
    'linked',
    /only prints the command/,
  ],
  [
    'its name alone is left',
    `      - name: Refresh\n        run: echo later\n${report}`,
    'short',
    /Step "Refresh" only prints/,
  ],
  [
    'the command is printed, and run',
    '      - run: |\n          echo python -m refresh\n          python -m refresh\n',
    'proven',
  ],
  [
    'what begins is told',
    '      - name: Refresh begins\n        run: echo now\n      - run: python -m refresh\n',
    'proven',
  ],
  [
    'set-up with its name',
    '      - name: Sync the code\n        uses: actions/checkout@v4\n      - run: ./run\n',
    'proven',
  ],
];
for (const [name, lines, state, says] of emptied)
  shows(`steps: ${name}`, {
    spec: index(state === 'contradicted' || state === 'short' ? { job } : {}),
    files: step(lines),
    ...(state === 'contradicted' ? {} : { states: { [at]: state === 'short' ? 'linked' : state } }),
    says: says && [says],
  });
