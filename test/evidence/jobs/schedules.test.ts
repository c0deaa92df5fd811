import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSchedules } from '../../../core/src/evidence/jobs/schedules.ts';
import type { Schedule } from '../../../core/src/evidence/jobs/timing.ts';

interface Case {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly pointer?: string;
  /** `id line timing zone`, with `?` behind a zone that is not sure, and `off` and the conditions behind it. */
  readonly says: readonly string[] | undefined;
}

function inWords({ id, line, timing, zone, off, conditions }: Schedule): string {
  const when =
    timing.kind === 'cron'
      ? `${timing.dialect} ${timing.text}`
      : timing.kind === 'every'
        ? `every ${timing.seconds}`
        : timing.kind;
  const rest = [...(off === undefined ? [] : [`off@${off.line}`]), ...conditions.map((one) => `if@${one.line}`)];
  return [id, line, when, `${zone.name}${zone.sure ? '' : '?'}`, ...rest].join(' | ');
}

const job = (spec: string) => `apiVersion: batch/v1
kind: CronJob
metadata:
  name: refresh
spec:
${spec}
  jobTemplate: {}
`;

const cases: readonly Case[] = [
  {
    name: 'a workflow',
    path: '.github/workflows/a.yml',
    text: 'on:\n  schedule:\n    - cron: "30 4 * * *"\n    - cron: "0 9 * * 1-5"\n      timezone: Europe/Berlin\njobs:\n  a: {steps: [{run: python -m go}]}\n',
    says: ['schedule | 3 | github 30 4 * * * | UTC', 'schedule | 4 | github 0 9 * * 1-5 | Europe/Berlin'],
  },
  { name: 'a workflow without a schedule', path: 'a.yaml', text: 'on: push\njobs:\n  a: {}\n', says: [] },
  {
    name: 'a workflow that lists its events',
    path: 'a.yaml',
    text: 'on: [push, pull_request]\njobs:\n  a: {}\n',
    says: [],
  },
  {
    name: 'a workflow whose schedule is a comment',
    path: 'a.yml',
    text: 'on:\n  workflow_dispatch:\n  # schedule:\n  #   - cron: "0 2 * * 0"\njobs:\n  a: {}\n',
    says: [],
  },
  {
    name: 'a job that is off, in quotes',
    path: 'a.yml',
    text: '"on":\n  schedule:\n    - cron: 0 4 * * *\njobs:\n  a:\n    if: ${{ false }}\n',
    says: ['schedule | 3 | github 0 4 * * * | UTC | off@6'],
  },
  {
    name: 'a job that runs for other events only',
    path: 'a.yml',
    text: "on:\n  schedule:\n    - cron: 0 4 * * *\njobs:\n  a:\n    if: github.event_name == 'push'\n",
    says: ['schedule | 3 | github 0 4 * * * | UTC | off@6'],
  },
  {
    name: 'a job on a condition',
    path: 'a.yml',
    text: "on:\n  schedule:\n    - cron: 0 4 * * *\njobs:\n  a:\n    if: vars.LIVE == 'yes'\n    steps: [{run: python -m go}]\n",
    says: ['schedule | 3 | github 0 4 * * * | UTC | if@6'],
  },
  {
    name: 'a job in its own repository only',
    path: 'a.yml',
    text: "on:\n  schedule:\n    - cron: 0 4 * * *\njobs:\n  a:\n    if: github.repository == 'a/b' && github.event_name != 'pull_request'\n    steps: [{run: python -m go}]\n",
    says: ['schedule | 3 | github 0 4 * * * | UTC'],
  },
  {
    name: 'a pipeline of GitLab',
    path: '.gitlab-ci.yml',
    text: 'a:\n  script: x\n',
    says: ['schedule | 1 | unclear | UTC?'],
  },
  {
    name: 'a CronJob with a time zone',
    path: 'k8s/cron.yaml',
    text: job('  schedule: "0 */6 * * *"\n  timeZone: Etc/UTC'),
    says: ['CronJob/refresh | 6 | kubernetes 0 */6 * * * | Etc/UTC'],
  },
  {
    name: 'one that is suspended, behind another document',
    path: 'k8s/cron.yaml',
    text: `kind: Service\n---\n${job('  schedule: "@daily"\n  suspend: true')}`,
    says: ['CronJob/refresh | 8 | kubernetes @daily | UTC? | off@9'],
  },
  {
    name: 'an interval, and a zone in front of the cron',
    path: 'k8s/cron.yaml',
    text: `${job('  schedule: "@every 1h30m"')}---\n${job('  schedule: CRON_TZ=Asia/Tokyo 0 6 * * *')}`,
    says: ['CronJob/refresh | 6 | every 5400 | UTC?', 'CronJob/refresh | 14 | kubernetes 0 6 * * * | Asia/Tokyo'],
  },
  {
    name: 'a list of manifests, in JSON',
    path: 'cron.json',
    text: '{"kind":"List","items":[{"kind":"CronJob","metadata":{"name":"a"},\n"spec":{"schedule":"0 1 * * *"}}]}',
    says: ['CronJob/a | 2 | kubernetes 0 1 * * * | UTC?'],
  },
  {
    name: 'a template of Helm',
    path: 'templates/cron.yaml',
    text: `{{- if .Values.cron }}\n${job('  schedule: {{ .Values.cron | quote }}\n  suspend: {{ .Values.off }}')}{{- end }}\n`,
    says: ['CronJob/refresh | 7 | unclear | UTC? | if@8'],
  },
  {
    name: 'a template that names it later',
    path: 'templates/cron.yaml',
    text: 'kind: CronJob\nmetadata:\n  name: {{ include "x.name" . }}-refresh\nspec:\n  schedule: "0 4 * * *"\n',
    says: ['CronJob/? | 5 | kubernetes 0 4 * * * | UTC?'],
  },
  {
    name: 'an Argo CronWorkflow before and after 3.6',
    path: 'argo.yaml',
    text: 'kind: CronWorkflow\nmetadata: {name: a}\nspec:\n  schedule: "0 4 * * *"\n  timezone: Europe/Paris\n---\nkind: CronWorkflow\nmetadata: {name: b}\nspec:\n  schedules:\n    - "0 4 * * *"\n    - "0 16 * * *"\n',
    says: [
      'CronWorkflow/a | 4 | kubernetes 0 4 * * * | Europe/Paris',
      'CronWorkflow/b | 11 | kubernetes 0 4 * * * | UTC?',
      'CronWorkflow/b | 12 | kubernetes 0 16 * * * | UTC?',
    ],
  },
  {
    name: 'values of a chart, by pointer to a task',
    path: 'values.yaml',
    pointer: '/apps/0/cronTasks/1',
    text: 'apps:\n  - cronTasks:\n      - {name: a, schedule: "1 1 * * *"}\n      - name: b\n        schedule: "20 3 * * *"\n        timeZone: Europe/London\n        suspend: true\n',
    says: ['/apps/0/cronTasks/1 | 5 | kubernetes 20 3 * * * | Europe/London | off@7'],
  },
  {
    name: 'values, by pointer to the cron itself',
    path: 'values.yaml',
    pointer: '/job~1s/cron',
    text: 'job/s:\n  cron: "20 3 * * *"\n  timezone: UTC\n',
    says: ['/job~1s/cron | 2 | kubernetes 20 3 * * * | UTC'],
  },
  { name: 'a pointer to nothing', path: 'values.yaml', pointer: '/a/b/9', text: 'a: {b: []}\n', says: [] },
  {
    name: 'CloudFormation and SAM',
    path: 'template.yaml',
    text: [
      'Resources:',
      '  Nightly:',
      '    Type: AWS::Events::Rule',
      '    Properties:',
      '      ScheduleExpression: cron(0 4 * * ? *)',
      '      State: DISABLED',
      '  Local:',
      '    Type: AWS::Scheduler::Schedule',
      '    Properties:',
      '      ScheduleExpression: rate(6 hours)',
      '      ScheduleExpressionTimezone: Europe/Berlin',
      '  Fn:',
      '    Type: AWS::Serverless::Function',
      '    Properties:',
      '      Events:',
      '        Tick: {Type: Schedule, Properties: {Schedule: !Sub "rate(${Days} days)"}}',
    ].join('\n'),
    says: [
      'Nightly | 5 | eventbridge 0 4 * * ? * | UTC | off@6',
      'Local | 10 | every 21600 | Europe/Berlin',
      'Fn/Tick | 16 | unclear | UTC',
    ],
  },
  {
    name: 'Terraform',
    path: 'main.tf',
    text: [
      'resource "aws_cloudwatch_event_rule" "nightly" {',
      '  schedule_expression = "cron(0 4 * * ? *)" # UTC',
      '  is_enabled = false',
      '}',
      'resource "aws_scheduler_schedule" "local" {',
      '  schedule_expression          = "rate(1 day)"',
      '  schedule_expression_timezone = "Europe/Berlin"',
      '}',
      'resource "aws_scheduler_schedule" "made" {',
      '  schedule_expression = var.when',
      '}',
      'resource "aws_s3_bucket" "x" {',
      '  schedule_expression = "rate(1 day)"',
      '}',
    ].join('\n'),
    says: [
      'aws_cloudwatch_event_rule.nightly | 2 | eventbridge 0 4 * * ? * | UTC | off@3',
      'aws_scheduler_schedule.local | 6 | every 86400 | Europe/Berlin',
      'aws_scheduler_schedule.made | 10 | unclear | UTC',
    ],
  },
  {
    name: 'a crontab with a user, a macro, a comment and a zone',
    path: 'etc/cron.d/refresh',
    text: 'SHELL=/bin/sh\n# 1 1 * * * root /opt/old.sh\n0 5 * * mon root /opt/refresh.sh --all\nCRON_TZ=Europe/Berlin\n@daily /usr/bin/python3 /opt/clean.py\n@reboot /opt/warm.sh\n',
    says: [
      'refresh.sh | 3 | crontab 0 5 * * mon | UTC?',
      'clean.py | 5 | crontab @daily | Europe/Berlin',
      'warm.sh | 6 | unscheduled | Europe/Berlin',
    ],
  },
  {
    name: 'a timer',
    path: 'refresh.timer',
    text: '[Timer]\nOnCalendar=Mon..Fri 04:30\nOnCalendar=*-*-01 00:00:00\nOnCalendar=daily UTC\nPersistent=true\n',
    says: [
      'timer | 2 | crontab 30 4 * * mon-fri | UTC?',
      'timer | 3 | unclear | UTC?',
      'timer | 4 | crontab 0 0 * * * | UTC',
    ],
  },
  { name: 'a script', path: 'pipelines/consumer.py', text: 'import sys\nprint(sys.argv)\n', says: undefined },
  { name: 'a Makefile', path: 'Makefile', text: 'refresh:\n\tpython refresh.py\n', says: undefined },
  { name: 'any YAML', path: 'config.yaml', text: 'schedule: "0 4 * * *"\n', says: undefined },
  {
    name: 'a decorated DAG, by a variable that only one environment sets',
    path: 'dags/a.py',
    text: [
      'env = os.environ.get("APP_ENV", "dev")',
      'every = os.environ.get("EVERY", "0 5 * * 2") if env == "prod" else None',
      '@dag(',
      '    schedule_interval=every,',
      '    start_date=datetime(2023, 9, 27),',
      '    is_paused_upon_creation=True,',
      ')',
      'def load_blogs():',
      '    pass',
      'load_blogs()',
    ].join('\n'),
    says: ['dag:load_blogs | 4 | airflow 0 5 * * 2 | UTC? | if@2 | if@2 | if@6'],
  },
  {
    name: 'DAGs in all their forms',
    path: 'dags/b.py',
    text: [
      'with DAG("one", schedule="@daily", start_date=pendulum.datetime(2024, 1, 1, tz="Europe/Berlin")) as dag: pass',
      'two = DAG(dag_id="two", schedule=timedelta(hours=6), start_date=pendulum.datetime(2024, 1, 1))',
      'three = models.DAG("three", schedule=[Dataset("s3://x")])',
      'four = DAG("four", schedule=None)',
      'five = DAG("five", timetable=CronTriggerTimetable("0 1 * * *", timezone="Asia/Tokyo"))',
      'six = DAG(f"{name}", schedule=Variable.get("when"))',
      'start = datetime(2024, 1, 1, tzinfo=ZoneInfo("Europe/Paris"))',
      'seven = DAG("seven", schedule="0 3 * * *", default_args={"start_date": start})',
      'eight = DAG("eight")',
      'nine = DAG("nine", schedule=MultipleCron("1", "2"))',
    ].join('\n'),
    says: [
      'dag:one | 1 | airflow @daily | Europe/Berlin',
      'dag:two | 2 | every 21600 | UTC',
      'dag:three | 3 | unscheduled | UTC?',
      'dag:four | 4 | unscheduled | UTC?',
      'dag:five | 5 | airflow 0 1 * * * | Asia/Tokyo',
      'dag:? | 6 | unclear | UTC?',
      'dag:seven | 8 | airflow 0 3 * * * | Europe/Paris',
      'dag:eight | 9 | unclear | UTC?',
      'dag:nine | 10 | unclear | UTC?',
    ],
  },
  {
    name: 'a name that is given twice is not followed',
    path: 'dags/c.py',
    text: 'every = "@daily"\nevery = "@weekly"\nx = DAG("x", schedule=every)\n',
    says: ['dag:x | 3 | unclear | UTC?'],
  },
  {
    name: 'the beat of Celery',
    path: 'settings.py',
    text: [
      'CELERY_TIMEZONE = "Europe/Berlin"',
      'CELERY_BEAT_SCHEDULE = {',
      '    "nightly": {"task": "a.b", "schedule": crontab(minute=0, hour=4)},',
      '    "often": {"task": "a.c", "schedule": 30.0},',
      '    "days": {"task": "a.d", "schedule": timedelta(days=2)},',
      '    "work": {"task": "a.e", "schedule": crontab(hour="9-17", minute=[0, 30], day_of_week="mon-fri")},',
      '    "late": {"task": "a.f", "schedule": crontab(hour=HOUR, minute=0)},',
      '    "sun": {"task": "a.g", "schedule": solar("sunset", 1, 2)},',
      '}',
      'app.conf.beat_schedule["one"] = {"task": "x", "schedule": 60 * 60}',
      'sender.add_periodic_task(crontab(hour=7, minute=30, day_of_week=1), ping.s("x"), name="ping")',
    ].join('\n'),
    says: [
      'beat:nightly | 3 | celery 0 4 * * * | Europe/Berlin',
      'beat:often | 4 | every 30 | Europe/Berlin',
      'beat:days | 5 | every 172800 | Europe/Berlin',
      'beat:work | 6 | celery 0,30 9-17 * * mon-fri | Europe/Berlin',
      'beat:late | 7 | unclear | Europe/Berlin',
      'beat:sun | 8 | unclear | Europe/Berlin',
      'beat:one | 10 | every 3600 | Europe/Berlin',
      'beat:ping | 11 | celery 30 7 * * 1 | Europe/Berlin',
    ],
  },
];

for (const { name, path, text, pointer, says } of cases) {
  test(name, async () => {
    const file = await readSchedules(path, text, pointer);
    assert.deepEqual(file.schedules?.map(inWords), says);
  });
}

test('a schedule in a comment is told', async () => {
  const { commented } = await readSchedules(
    'a.yml',
    'on: push\n#  schedule:\n#    - cron: "0 2 * * 0" # Sundays\njobs: {a: {}}\n',
  );
  assert.deepEqual(commented, { line: 3, says: '0 2 * * 0' });
});

test('conditions of a DAG name the environment', async () => {
  const text = 'env = os.getenv("APP_ENV")\nx = DAG("x", schedule="@daily" if env == "prod" else None)\n';
  const { schedules } = await readSchedules('a.py', text);
  assert.deepEqual(schedules?.[0]?.conditions, [
    { line: 2, says: 'Only where `env == "prod"` (`APP_ENV` of the environment).' },
  ]);
});

const megabyte = 2 ** 20;
/** So large that what tries again from each letter would not come to an end. */
const hostile: Readonly<Record<string, string>> = {
  empty: '',
  garbage: '\0\u0091\ufffd{{{{ : - "\'\n\r\n\t@dag(kind: jobs: on: [',
  'one letter': 'a'.repeat(megabyte),
  stars: `jobs: on: kind: dag ${'* '.repeat(200_000)}`,
  quotes: `dag = ${'"'.repeat(200_000)}`,
  brackets: `kind: ${'['.repeat(20_000)}`,
  parentheses: `x = DAG(${'('.repeat(5_000)}`,
  braces: `kind: ${'{{'.repeat(200_000)}`,
  'ever so many lines': 'on: dag\njobs:\n'.repeat(1000),
  prototype:
    'on:\n  schedule:\n    - cron: __proto__\n__proto__: {constructor: 1}\njobs:\n  __proto__: {if: constructor}\n',
  'a chain of names': `${Array.from({ length: 200 }, (_, index) => `a${index} = a${index + 1}`).join('\n')}\nx = DAG("x", schedule=a0)\n`,
  'a circle': 'a = b\nb = a\nx = DAG("x", schedule=a)\n',
};
for (const [name, text] of Object.entries(hostile)) {
  for (const path of ['a.yml', 'a.py', 'a.tf', 'crontab', 'a.timer', '.gitlab-ci.yml', 'a.json']) {
    test(`${path}: ${name}`, async () => {
      await readSchedules(path, text);
      if (path === 'a.yml') await readSchedules(path, text, '/__proto__/constructor/0');
    });
  }
}

describe('a DAG under an if', () => {
  const dag = 'DAG("a", schedule="0 4 * * *")\n';
  const cases: readonly (readonly [string, string | undefined, readonly string[]])[] = [
    [`if False:\n    ${dag}`, 'it stands under `if` of `False`', []],
    [`if __name__ == "__main__":\n    ${dag}`, "it stands under `if` of `__name__ == '…'`", []],
    [`if True:\n    x = 1\nelse:\n    ${dag}`, 'it stands under `else` of `True`', []],
    [
      `if os.environ["KEY"] == "hunter2":\n    ${dag}`,
      undefined,
      ["It stands under `if` of `os.environ['…'] == '…'`."],
    ],
    [`if True:\n    ${dag}`, undefined, []],
    [dag, undefined, []],
  ];
  for (const [text, off, conditions] of cases)
    test(text, async () => {
      const [schedule] = (await readSchedules('dags/a.py', text)).schedules ?? [];
      assert.equal(schedule?.off?.says, off);
      assert.deepEqual(
        schedule?.conditions.map(({ says }) => says),
        conditions,
      );
    });
});
