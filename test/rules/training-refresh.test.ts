import { requirement } from '../support/requirement.ts';

const id = 'training-refresh';
const { find, states } = requirement(id);

/** A model with all that is asked; `lines` take the place of those with the same key. */
function model(...lines: readonly string[]): string {
  const all = [
    '      reproduce: pipelines/train/README.md',
    '        mode: schedule',
    '        cron: "0 5 1 */3 *"',
    '        timezone: Europe/Berlin',
    '        takes: 6h',
    '        job: pipelines/train/dag.py',
    '        runbook: runbooks/retraining.md',
    '      max_age: 240d',
  ].flatMap((line) => {
    const key = line.split(':')[0] ?? '';
    return lines.find((other) => other.startsWith(`${key}:`)) ?? (lines.includes(`-${key.trim()}`) ? [] : line);
  });
  const [first = '', ...rest] = all;
  const last = rest.pop() ?? '';
  const more = lines.filter((line) => line.startsWith('+')).map((line) => line.slice(1));
  return [
    'sources:\n  claim-features:\n    via: features\nmodels:\n  fraud-score:\n    role: predict\n    training:\n      from:\n        - claim-features',
    ...more,
    first,
    '      refresh:',
    ...rest,
    last,
    '',
  ].join('\n');
}
const delay = '+      label_delay: 120d';
const period = (to: string) => `+      period:\n        from: 2023-01-01\n        to: ${to}`;

find('a schedule that keeps the age', model(delay));
find(
  'labels, the gap and the run',
  model(delay, `      max_age: 212d\n               ^^^^ ${id}`),
  'production',
  /120d until labels are known \+ up to 92d 1h between runs when clocks go back in Europe\/Berlin \+ 6h for the run = 212d 7h/,
);
find('and an hour more than that', model(delay, '      max_age: 213d'));
find('without labels to wait for', model('      max_age: 93d'));
find(
  'shorter than the gap',
  model(`      max_age: 60d\n               ^^^ ${id}`),
  'pilot',
  /up to 92d 1h between runs/,
);
find('no age at all', model(`      max_age: 0d\n               ^^ ${id}`), 'pilot', /No model is 0d old/);
find(
  'training data older than that',
  model(period(`2026-03-26\n            ^^^^^^^^^^ ${id}`)),
  'production',
  /ends on 2026-03-26, 241 days ago; its `max_age` is 240d/,
);
find('training data as old as that', model(period('2026-03-27')));
find(
  'an age that cannot be kept is one finding, however old the data is',
  model(period('2020-01-01'), `      max_age: 60d\n               ^^^ ${id}`),
);
find(
  'a cron nobody can read',
  model(`        cron: "0 5 1/3 * *"\n              ^^^^^^^^^^^^^ ${id}`),
  'pilot',
  /POSIX cron/,
);
find(
  'a day that never comes',
  model(`        cron: "0 5 30 2 *"\n              ^^^^^^^^^^^^ ${id}`),
  'pilot',
  /never runs/,
);
find(
  'a home folder',
  model(`        job: /home/tomas/train.py\n             ^^^^^^^^^^^^^^^^^^^^ ${id}`),
  'pilot',
  /one person/,
);
find(
  'by event',
  model('        mode: event', '-cron', '-timezone').replace(
    'mode: event\n',
    'mode: event\n        event: kafka:outcomes\n',
  ),
);
const byHand = model('        mode: manual', '-cron', '-timezone', '-job');
find(
  'by hand',
  byHand.replace('mode: manual\n', `mode: manual\n              ^^^^^^ ${id}\n`),
  'pilot',
  /by hand, and no trigger says when/,
);
find(
  'by hand when a trigger says so',
  `${byHand}operations:\n  triggers:\n    retrain:\n      then: retrain on the last two years\n`,
);
find('models that write are not trained here', 'models:\n  answer-llm:\n    role: generate\n');
states('no training', 'models:\n  fraud-score:\n    role: predict\n', ['/models/fraud-score missing']);
