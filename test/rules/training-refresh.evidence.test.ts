import { evidence } from '../support/evidence.ts';

const shows = evidence('training-refresh');
const at = '/models/m';
const model = (maxAge: string, job = 'dag.py') => `models:
  m:
    role: predict
    training:
      from:
        - rows
      label_delay: 30d
      reproduce: train/README.md
      refresh:
        mode: schedule
        cron: "0 5 1 * *"
        timezone: Europe/Berlin
        takes: 6h
        job: ${job}
        runbook: runbooks/train.md
      max_age: ${maxAge}
sources:
  rows:
    via: features
`;
const dag = (schedule: string) => ({
  'train/README.md': '# Training\n\nRun `make train`.\n',
  'runbooks/train.md': '# Training stands still\n\nStart it by hand.\n',
  'dag.py': `with DAG("train", schedule=${schedule}, start_date=pendulum.datetime(2025, 1, 1, tz="Europe/Berlin")): ...\n`,
});

shows('a DAG that keeps the age', { spec: model('62d'), files: dag('"0 5 1 * *"'), states: { [at]: 'proven' } });
shows('a DAG that runs each quarter', {
  spec: model('62d\n               ^^^ training-refresh').replace(
    '"0 5 1 * *"',
    '"0 5 1 * *"\n              ^^^^^^^^^^^ training-refresh',
  ),
  files: dag('"0 5 1 */3 *"'),
  says: [
    /"0 5 1 \* \*" here, but "0 5 1 \*\/3 \*" in dag\.py:1/,
    /30d until labels are known \+ up to 92d 1h between runs/,
  ],
});
shows('no such DAG', {
  spec: model('62d', 'dag.py#dag:fit\n             ^^^^^^^^^^^^^^ training-refresh'),
  files: dag('"0 5 1 * *"'),
  says: [/"dag\.py" has no "dag:fit"; there is dag:train/],
});
