import { marked, requirement } from '../support/requirement.ts';

const id = 'index-refresh-automated';
const { find, states } = requirement(id);

const schedule = {
  mode: 'schedule',
  cron: '"30 4 * * *"',
  timezone: 'Europe/Berlin',
  takes: '70m',
  job: '.github/workflows/refresh-index.yml',
};
const event = { mode: 'event', event: 'kafka:dms.document-changed', takes: '5m', job: 'pipelines/consumer.py' };

function index(fields: Readonly<Record<string, string | undefined>>, maxAge = '28h', mark = false): string {
  const lines = Object.entries(fields).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const text = value.replace(/!$/, '');
    return value.endsWith('!') ? [marked(`      ${key}: ${text}`, text, id)] : [`      ${key}: ${text}`];
  });
  return `indexes:\n  claims-index:\n    refresh:\n${mark ? `    ^^^^^^^ ${id}\n` : ''}${lines.join('\n')}\n    max_age: ${maxAge}\n`;
}

find('by a schedule', index(schedule));
find('by an event', index(event));
find('by hand', index({ mode: 'manual!' }), 'pilot', /Index "claims-index" is refreshed by hand/);
find(
  'nothing',
  'indexes:\n  claims-index:\n  ^^^^^^^^^^^^ index-refresh-automated\n    max_age: 28h\n',
  {},
  /`refresh.mode`, `refresh.job` are missing/,
);
for (const field of ['cron', 'timezone', 'takes', 'job'])
  find(
    `a schedule without ${field}`,
    index({ ...schedule, [field]: undefined }, '28h', true),
    {},
    new RegExp(`has no \`refresh.${field}\``),
  );
for (const field of ['event', 'takes', 'job'])
  find(`an event without ${field}`, index({ ...event, [field]: undefined }, '28h', true));
find('a placeholder', index({ ...schedule, job: 'TODO!' }));
find('no indexes', 'system:\n  type: llm\n');

const cron = (text: string, maxAge = '400d') => index({ ...schedule, cron: text }, maxAge);
find(
  'every weekend, promised daily',
  cron('"0 3 * * 0"!', '28h'),
  {},
  /leaves up to 7d 1h between runs when clocks go back in Europe\/Berlin, longer than the `max_age` of 28h/,
);
find(
  'working days',
  cron('"30 14 * * 1-5"!', '72h'),
  {},
  /up to 73h between runs when clocks go back in Europe\/Berlin/,
);
find('working days, promised so', cron('"30 14 * * 1-5"', '73h'));
find('a gap that only the run time makes too long is told by `index-freshness-target`', cron('"30 4 * * *"', '25h'));
find('nothing promised, nothing to compare', cron('"0 3 * * 0"', 'real-time'));
find('a day that does not exist', cron('"0 0 31 2 *"!'), {}, /never runs/);
for (const text of ['"61 * * * *"', '"5/15 * * * *"', '"0 0 ? * MON"', '"0 0 L * *"'])
  find(`${text} is no POSIX cron`, cron(`${text}!`), 'pilot', /cannot be read/);
states('a schedule that breaks the promise is contradicted', cron('"0 3 * * 0"', '28h'), [
  '/indexes/claims-index contradicted',
]);
states('by hand is hollow', index({ mode: 'manual' }), ['/indexes/claims-index hollow'], 'pilot');
