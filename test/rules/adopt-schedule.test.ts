import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../core/src/index.ts';
import { judged } from '../support/evidence.ts';

interface Case {
  readonly name: string;
  readonly refresh: string;
  readonly files: Readonly<Record<string, string>>;
  readonly title: string;
  readonly becomes: string;
}

const job = '.github/workflows/refresh.yml';
const workflow = (cron: string, zone = '') => ({
  [job]: `on:\n  schedule:\n    - cron: "${cron}"\n${zone}jobs:\n  refresh:\n    steps:\n      - run: python -m go\n`,
});
const index = (refresh: string) => `indexes:\n  a:\n    refresh:\n      mode: schedule\n${refresh}`;
const rest = (file = job) => `      takes: 10m\n      job: ${file}\n`;

const cases: readonly Case[] = [
  {
    name: 'the cron of the job',
    refresh: `      cron: "30 4 * * *"\n      timezone: UTC\n${rest()}`,
    files: workflow('30 5 * * *'),
    title: `Use "30 5 * * *" from ${job}`,
    becomes: `      cron: "30 5 * * *"\n      timezone: UTC\n${rest()}`,
  },
  {
    name: 'the time zone of the job',
    refresh: `      cron: "30 4 * * *"\n      timezone: Europe/Berlin\n${rest()}`,
    files: workflow('30 4 * * *'),
    title: `Use UTC from ${job}`,
    becomes: `      cron: "30 4 * * *"\n      timezone: UTC\n${rest()}`,
  },
  {
    name: 'both',
    refresh: `      cron: '30 4 * * *'\n      timezone: UTC\n${rest()}`,
    files: workflow('30 5 * * *', '      timezone: Asia/Tokyo\n'),
    title: `Use "30 5 * * *" in Asia/Tokyo from ${job}`,
    becomes: `      cron: "30 5 * * *"\n      timezone: Asia/Tokyo\n${rest()}`,
  },
  {
    name: 'both, where nothing is said',
    refresh: rest(),
    files: workflow('30 5 * * *'),
    title: `Use "30 5 * * *" in "UTC" from ${job}`,
    becomes: `      cron: 30 5 * * *\n      timezone: UTC\n${rest()}`,
  },
  {
    name: 'in place of a placeholder',
    refresh: `      cron: TODO\n      timezone: UTC\n${rest()}`,
    files: workflow('30 5 * * *'),
    title: `Use "30 5 * * *" from ${job}`,
    becomes: `      cron: 30 5 * * *\n      timezone: UTC\n${rest()}`,
  },
  {
    name: 'six fields of EventBridge as five',
    refresh: `      cron: "30 4 * * *"\n      timezone: UTC\n${rest('main.tf')}`,
    files: {
      'main.tf': 'resource "aws_cloudwatch_event_rule" "a" {\n  schedule_expression = "cron(0 5 ? * 2-6 *)"\n}\n',
    },
    title: 'Use "0 5 * * 1-5" from main.tf',
    becomes: `      cron: "0 5 * * 1-5"\n      timezone: UTC\n${rest('main.tf')}`,
  },
  {
    name: 'a name that is meant',
    refresh: `      cron: "30 4 * * *"\n      timezone: UTC\n${rest('k8s.yaml#CronJob/refesh')}`,
    files: { 'k8s.yaml': 'kind: CronJob\nmetadata: {name: refresh}\nspec: {schedule: "30 4 * * *"}\n' },
    title: 'Use "CronJob/refresh" from k8s.yaml',
    becomes: `      cron: "30 4 * * *"\n      timezone: UTC\n${rest('k8s.yaml#CronJob/refresh')}`,
  },
];

for (const { name, refresh, files, title, becomes } of cases) {
  test(name, async () => {
    const text = index(refresh);
    const { findings } = await judged(text, { files });
    const fixes = findings
      .filter((one) => one.rule === 'index-refresh-automated')
      .flatMap((one) => one.fixes())
      .filter(({ kind }) => kind === 'adopt');
    assert.deepEqual(
      fixes.map((fix) => [fix.title, fix.safe]),
      [[title, false]],
    );
    assert.equal(applyEdits(text, fixes[0]?.edits ?? []), index(becomes));
  });
}
