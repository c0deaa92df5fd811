import { evidence } from '../support/evidence.ts';

const find = evidence('judge-calibrated');

const spec = (cases: number, kappa: string, mark?: 'cases' | 'kappa' | 'proof') => `
models:
  judge-llm:
    role: judge
evaluation:
  answers:
    groundedness:
      judge: judge-llm
  judge:
    model: judge-llm
    cases: ${cases}
${mark === 'cases' ? `           ${'^'.repeat(String(cases).length)} judge-calibrated\n` : ''}    kappa: ${kappa}
${mark === 'kappa' ? `           ${'^'.repeat(kappa.length)} judge-calibrated\n` : ''}    date: 2026-10-28
    proof: labels.jsonl
${mark === 'proof' ? `           ${'^'.repeat(12)} judge-calibrated\n` : ''}`;

/** 100 cases: both good, only the person, only the judge, both bad. */
const labels = (counts: readonly number[], names = ['human', 'judge'], values = ['good', 'bad']) =>
  [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]
    .flatMap(([person, judge], kind) =>
      Array.from({ length: counts[kind] ?? 0 }, () => ({
        [names[0] ?? '']: values[person ?? 0],
        [names[1] ?? '']: values[judge ?? 0],
      })),
    )
    .map((row, id) => JSON.stringify({ id, ...row }))
    .join('\n');
const subject = '/evaluation/judge';

// By hand: 85 of 100 agree; by chance 0.65 x 0.60 + 0.35 x 0.40 = 0.53; (0.85 - 0.53) / 0.47 = 0.681
find('the kappa that the labels give', {
  spec: spec(100, '0.68'),
  files: { 'labels.jsonl': labels([55, 10, 5, 30]) },
  states: { [subject]: 'proven' },
});
find('another one', {
  spec: spec(100, '0.74', 'kappa'),
  files: { 'labels.jsonl': labels([55, 10, 5, 30]) },
  says: [/^A kappa of 0.74 here, but the labels in labels.jsonl give 0.68\.$/],
});
find('fewer cases', {
  spec: spec(200, '0.68', 'cases'),
  files: { 'labels.jsonl': labels([55, 10, 5, 30]) },
  says: [/200 cases here, but labels.jsonl holds 100/],
});
find('the same case many times', {
  spec: spec(100, '0.68', 'cases'),
  files: { 'labels.jsonl': labels([55, 10, 5, 30]).replaceAll(/"id":\d*(\d)\b/g, '"id":$1') },
  says: [/^100 cases here, but the ids in labels.jsonl are of only 10 cases\.$/],
});
find('labels without ids, which are alike', {
  spec: spec(100, '0.68'),
  files: { 'labels.jsonl': labels([55, 10, 5, 30]).replaceAll(/"id":\d+,/g, '') },
  states: { [subject]: 'proven' },
});
find('other names of the fields', {
  spec: spec(100, '0.68'),
  files: { 'labels.jsonl': labels([55, 10, 5, 30], ['expert_label', 'llm_label']) },
  states: { [subject]: 'proven' },
});
find('fields that nobody can tell apart', {
  spec: spec(100, '0.68'),
  files: { 'labels.jsonl': labels([55, 10, 5, 30], ['a', 'b']) },
  states: { [subject]: 'linked' },
});
find('scores, where near is nearly right', {
  spec: spec(100, '0.68'),
  files: { 'labels.jsonl': labels([55, 10, 5, 30], ['human_score', 'judge_score'], ['5', '1']) },
  states: { [subject]: 'proven' },
});
find('all labels alike give no kappa', {
  spec: spec(60, '0.9'),
  files: { 'labels.jsonl': labels([60, 0, 0, 0]) },
  states: { [subject]: 'unverifiable' },
});
find('no file', { spec: spec(100, '0.68', 'proof'), files: {}, says: [/There is no "labels.jsonl"/] });
