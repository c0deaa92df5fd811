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
  '.github/workflows/refresh.yml': `on:\n  schedule:\n    - cron: "${cron}"\n${more}jobs:\n  refresh:\n${job}    steps:\n      - run: make\n`,
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
  says: [/Job `refresh` runs only `if: vars\.LIVE == 'yes'`/],
});
const twoJobs = {
  '.github/workflows/refresh.yml':
    "on:\n  schedule:\n    - cron: '30 4 * * *'\njobs:\n  check:\n    steps: [{run: make}]\n  live:\n    if: secrets.KEY != ''\n    steps: [{run: make}]\n  old:\n    if: false\n    steps: []\n",
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
  says: [/None of the 2 schedules in/],
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
  files: step('      - uses: actions/checkout@v4\n      - run: make refresh\n        if: false\n'),
  says: [/does not run: Step "make refresh" runs only `if: false`/],
});
shows('its step runs by hand', {
  spec: index({ job }),
  files: step("      - run: make refresh\n        if: github.event_name == 'workflow_dispatch'\n"),
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
  spec: index(),
  files: step('      - name: Refresh\n        run: python -m x\n        if: false\n      - run: python -m report\n'),
  states: { [at]: 'linked' },
  says: [/Step "Refresh" runs only `if: false`/],
});
shows('a step that tells of a failure', {
  spec: index(),
  files: step('      - run: make refresh\n      - run: ./tell.sh\n        if: failure()\n'),
  states: { [at]: 'proven' },
});
shows('by hand only', {
  spec: index({ job }),
  files: {
    '.github/workflows/refresh.yml': 'on: workflow_dispatch\njobs:\n  refresh:\n    steps:\n      - run: make\n',
  },
  says: [/Nothing starts/],
});
shows('what refreshes is off, beside another job', {
  spec: index(),
  files: {
    '.github/workflows/refresh.yml':
      'on:\n  schedule:\n    - cron: "30 4 * * *"\njobs:\n  lint:\n    steps: [{run: make}]\n  refresh:\n    if: false\n    steps: [{run: make}]\n',
  },
  states: { [at]: 'linked' },
});
shows('it needs a job that is off', {
  spec: index({ job: '.github/workflows/refresh.yml#refresh!' }),
  files: {
    '.github/workflows/refresh.yml':
      'on:\n  schedule:\n    - cron: "30 4 * * *"\njobs:\n  pre:\n    if: false\n    steps: [{run: make}]\n  refresh:\n    needs: pre\n    steps: [{run: make}]\n',
  },
});
shows('it calls another workflow', {
  spec: index(),
  files: {
    '.github/workflows/refresh.yml':
      'on:\n  schedule:\n    - cron: "30 4 * * *"\njobs:\n  refresh:\n    uses: ./.github/workflows/x.yml\n',
  },
  states: { [at]: 'linked' },
  says: [/calls "\.\/\.github\/workflows\/x\.yml", which is not looked into/],
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
  'dag.py': `import os\nenv = os.environ.get("APP_ENV", "dev")\n@dag(schedule=${schedule}, start_date=pendulum.datetime(2025, 1, 1, tz="UTC")${more})\ndef refresh(): ...\n`,
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
