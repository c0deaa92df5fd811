import { evidence } from '../support/evidence.ts';

const shows = evidence('index-freshness-target');
const at = '/indexes/a';
const index = (maxAge: string, cron = '30 4 * * *') =>
  `indexes:\n  a:\n    refresh:\n      mode: schedule\n      cron: "${cron}"\n      timezone: UTC\n      takes: 70m\n      job: refresh.yaml\n    max_age: ${maxAge}\n`;
const caret = (maxAge: string) => `${maxAge}\n             ${'^'.repeat(maxAge.length)} index-freshness-target`;
const job = (schedule: string, more = '') => ({
  'refresh.yaml': `kind: CronJob\nmetadata: {name: refresh}\nspec:\n  schedule: "${schedule}"\n  timeZone: UTC\n${more}`,
});

shows('kept by the job', { spec: index('26h'), files: job('30 4 * * *'), states: { [at]: 'proven' } });
shows('the job runs less often than the spec says', {
  spec: index(caret('26h')),
  files: job('30 4 * * 1'),
  says: [/26h is less than "30 4 \* \* 1" in refresh\.yaml:4 can keep: up to 7d between runs \+ 1h 10m for the run/],
});
shows('what the scheduler makes of both fields of days counts', {
  // On even days and on Mondays, not on those Mondays that are even days.
  spec: index('50h', '30 4 * * *'),
  files: job('30 4 */2 * 1'),
  states: { [at]: 'proven' },
});
shows('clocks that skip the hour of the job', {
  spec: index(caret('28h')).replace('timezone: UTC', 'timezone: Europe/Berlin').replace('30 4', '30 2'),
  files: { 'refresh.yaml': job('30 2 * * *')['refresh.yaml'].replace('timeZone: UTC', 'timeZone: Europe/Berlin') },
  says: [/up to 47h between runs when clocks skip an hour in Europe\/Berlin/],
});
shows('a job that is off is told at its name', {
  spec: index('26h'),
  files: job('30 4 * * *', '  suspend: true\n'),
  states: { [at]: 'declared' },
});
shows('what the spec says of itself is told once, at its cron', {
  spec: index('26h', '30 4 * * 1'),
  files: job('30 4 * * 1'),
  states: { [at]: 'declared' },
});
shows('no job, nothing to reckon', { spec: index('26h'), files: {}, states: { [at]: 'declared' } });
const days = (first: string, second: string) => ({
  'refresh.yaml': `on:\n  schedule:\n    - cron: "${first}"\n    - cron: "${second}"\njobs:\n  refresh:\n    steps: [{run: python -m go}]\n`,
});
shows('several crons of one job count together', {
  spec: index('26h'),
  files: days('30 4 * * 1-5', '30 4 * * 0,6'),
  states: { [at]: 'proven' },
  says: [/keeps 26h: up to 24h between runs/],
});
shows('the one of the spec, and more runs', {
  spec: index('26h', '30 4 * * *'),
  files: days('30 4 * * *', '0 16 * * *'),
  states: { [at]: 'proven' },
});
