import { evidence } from '../support/evidence.ts';

const find = evidence('eval-results-fresh');

const spec = (options: { mark?: 'date' | 'path' | 'covers' | 'at'; at?: string; date?: string } = {}) => {
  const { mark, at, date = '2026-11-14' } = options;
  const carets = (what: string, column: number, length: number) =>
    mark === what ? `${' '.repeat(column)}${'^'.repeat(length)} eval-results-fresh\n` : '';
  return `
models:
  answer-llm:
    role: generate
    version: gpt-4.1-2025-04-14
prompts:
  answer-prompt:
    path: prompts/answer.md
    version: v31
evaluation:
  datasets:
    real-queries:
      path: eval/a.jsonl
      use: test
    tuning:
      path: eval/t.jsonl
      use: tune
  results:
    path: eval/r.json
${carets('path', 10, 11)}    date: ${date}
${carets('date', 10, 10)}${at === undefined ? '' : `    at: "${at}"\n${carets('at', 8, at.length + 2)}`}    covers:
      - index/
${carets('covers', 8, 6)}`;
};
const rows = '{"question":"one"}\n{"question":"two"}';
const files = (report: object, more: Readonly<Record<string, string>> = {}) => ({
  'eval/a.jsonl': rows,
  'eval/t.jsonl': '{"question":"three"}',
  'prompts/answer.md': 'Answer.',
  'index/recipe.yaml': 'chunk: 512',
  'eval/r.json': JSON.stringify(report, null, 1),
  ...more,
});
const fresh = { created_at: '2026-11-14T05:52:31Z' };
const subject = '/evaluation/results';
const proven = { states: { [subject]: 'proven' } };

find('a report of the day that is said', { spec: spec(), files: files(fresh), ...proven });
find('the day after in another time zone', { spec: spec({ date: '2026-11-15' }), files: files(fresh), ...proven });
find('another day', {
  spec: spec({ mark: 'date' }),
  files: files({ created_at: '2026-10-02' }),
  says: [/^2026-11-14 here, but eval\/r.json:2 says 2026-10-02\.$/],
});
find('the time where the spec says that it stands', {
  spec: spec({ at: 'eval/r.json#/run/when' }),
  files: files({ created_at: '2020-01-01', run: { when: '2026-11-14T01:00:00Z' } }),
  ...proven,
});
find('no time where the spec says that it stands', {
  spec: spec({ at: 'eval/r.json#/when', mark: 'at' }),
  files: files(fresh),
  says: [/No time stands at \/when/],
});
find('a report without a time', { spec: spec(), files: files({ a: 1 }), states: { [subject]: 'linked' } });
find('a report of prose', {
  spec: spec().replace('eval/r.json', 'eval/r.md'),
  files: { ...files(fresh), 'eval/r.md': '# Results' },
  states: { [subject]: 'linked' },
});
find('no report', {
  spec: spec({ mark: 'path' }),
  files: { 'index/recipe.yaml': '' },
  says: [/There is no "eval\/r.json"/],
});
find('what it covers is not there', {
  spec: spec({ mark: 'covers' }),
  files: { 'eval/r.json': JSON.stringify(fresh), 'prompts/answer.md': '' },
  says: [/There is no "index"/],
});
find('a prompt that was changed later', {
  spec: spec({ mark: 'date' }),
  files: files(fresh),
  history: { 'prompts/answer.md': '2026-11-18T10:00:00Z', 'index/recipe.yaml': '2026-11-17T10:00:00Z' },
  says: [/The report is of 2026-11-14, but prompts\/answer.md was changed on 2026-11-18/],
  states: { [subject]: 'stale' },
});
find('a recipe that was changed later', {
  spec: spec({ mark: 'date' }),
  files: files(fresh),
  history: { 'index/recipe.yaml': '2026-11-17T10:00:00Z' },
  says: [/index was changed on 2026-11-17/],
});
find('changed on the same day', {
  spec: spec(),
  files: files(fresh),
  history: { 'prompts/answer.md': '2026-11-14T23:00:00Z' },
  ...proven,
});
find('prompt and report that arrived in one commit', {
  spec: spec(),
  files: files(fresh),
  history: { 'prompts/answer.md': '2026-11-17T10:00:00Z', 'eval/r.json': '2026-11-17T10:00:00Z' },
  ...proven,
});
find('a commit of today to a report of long ago makes it no younger', {
  spec: spec({ mark: 'date', date: '2026-10-14' }),
  files: files({ created_at: '2026-10-14' }),
  history: { 'prompts/answer.md': '2026-11-17T10:00:00Z', 'eval/r.json': '2026-11-17T10:00:00Z' },
});
find('a commit of tomorrow is not known today', {
  spec: spec(),
  files: files(fresh),
  history: { 'prompts/answer.md': '2026-11-23T10:00:00Z' },
  ...proven,
});
find('a test set that was changed later', {
  spec: spec({ mark: 'date' }),
  files: files(fresh),
  history: { 'eval/a.jsonl': '2026-11-17T10:00:00Z' },
  says: [/The report is of 2026-11-14, but eval\/a.jsonl was changed on 2026-11-17: it was made without that/],
});
find('a set that is tuned on is none of what was measured', {
  spec: spec(),
  files: files(fresh),
  history: { 'eval/t.jsonl': '2026-11-17T10:00:00Z' },
  ...proven,
});
find('measured on as many as `size` says, where the file has other than those', {
  spec: spec().replace('path: eval/a.jsonl', 'path: eval/a.jsonl\n      size: 28'),
  files: files({ ...fresh, case_count: 28 }),
  states: { [subject]: 'linked' },
  says: [/was measured on 28 cases, as `size` says; eval\/a.jsonl holds 2/],
});
find('measured on as many cases as there are', { spec: spec(), files: files({ ...fresh, case_count: 2 }), ...proven });
find('measured on a part of a file of which others are parts too', {
  spec: spec().replace('path: eval/a.jsonl', 'path: eval/a.jsonl#question=one'),
  files: files({ ...fresh, case_count: 7, dataset: 'eval/a.jsonl' }),
  ...proven,
});
find('made with a model of which only the beginning is named', {
  spec: spec(),
  files: files({ ...fresh, versions: { 'answer-llm': 'gpt-4.1' } }),
  ...proven,
});
find('names of deployments', {
  spec: spec(),
  files: files({ ...fresh, models: { 'answer-llm': 'claims-prod-2' } }),
  ...proven,
});
find('measured on other cases', {
  spec: spec({ mark: 'path' }),
  files: files({ ...fresh, case_count: 28 }),
  says: [/eval\/r.json:3 was measured on 28 cases, but eval\/a.jsonl holds 2/],
});
find('measured on the set that is tuned on', {
  spec: spec({ mark: 'path' }),
  files: files({ ...fresh, dataset: '/build/eval/t.jsonl' }),
  says: [/"tuning" is what the system is tuned on/],
});
find('measured on a file that is none of these', {
  spec: spec({ mark: 'path' }),
  files: files({ ...fresh, dataset: 'old.jsonl' }),
  says: [/none of the data sets here/],
});
find('a name of a data set that may be anything', {
  spec: spec(),
  files: files({ ...fresh, dataset: 'golden v2' }),
  ...proven,
});
find('made with the versions in use', {
  spec: spec(),
  files: files({ ...fresh, versions: { 'answer-llm': 'gpt-4.1-2025-04-14', prompt: '31' } }),
  ...proven,
});
find('made with another prompt', {
  spec: spec({ mark: 'path' }),
  files: files({ ...fresh, versions: { prompt: 'v30' } }),
  says: [/was made with "v30", but prompt "answer-prompt" is v31 now/],
  states: { [subject]: 'stale' },
});
find('made with another model', {
  spec: spec({ mark: 'path' }),
  files: files({ ...fresh, model: 'gpt-4.1-2025-01-10' }),
});
find('the name of a deployment is no version', {
  spec: spec(),
  files: files({ ...fresh, model: 'claims-prod' }),
  ...proven,
});
find('the time in the file beside a summary', {
  spec: spec({ mark: 'date' }).replace('eval/r.json', 'eval/summary.json'),
  files: files(
    {},
    {
      'eval/summary.json': '{"gpt_groundedness": {"pass_rate": 1.0}, "num_questions": {"total": 2}}',
      'eval/evaluate_parameters.json': '{"evaluation_timestamp": 1729724614}',
    },
  ),
  says: [/2026-11-14 here, but eval\/evaluate_parameters.json:1 says 2024-10-23/],
});
