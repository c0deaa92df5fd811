import { evidence } from '../support/evidence.ts';

const find = evidence('answer-metrics');

const spec = (
  measured: string,
  options: { min?: string; scale?: string; mark?: 'min' | 'measured'; more?: string } = {},
) => {
  const { min = '0.92', scale, mark, more = '' } = options;
  return `
system:
  type: llm
models:
  answer-llm:
    role: generate
    version: gpt-4.1-2025-04-14
evaluation:
  answers:
    groundedness:
      min: ${min}
${mark === 'min' ? `           ${'^'.repeat(min.length)} answer-metrics\n` : ''}      measured: ${measured}
${mark === 'measured' ? `                ${'^'.repeat(measured.length)} answer-metrics\n` : ''}${scale === undefined ? '' : `      scale: ${scale}\n`}    refuses-when-unknown:
      min: 0.9
${more}`;
};
const subject = '/evaluation/answers/groundedness';
const proven = { states: { [subject]: 'proven' } };
const json = (value: object) => ({ 'r.json': JSON.stringify(value, null, 1) });

find('a value at a pointer', {
  spec: spec('r.json#/answers/groundedness'),
  files: json({ answers: { groundedness: 0.94 } }),
  ...proven,
});
find('a value below the threshold', {
  spec: spec('r.json#/answers/groundedness', { mark: 'min' }),
  files: json({ answers: { groundedness: 0.898 } }),
  says: [/^0.92 is the least here, but r.json:3 says 0.898\.$/],
});
find('exactly the threshold', { spec: spec('r.json#/g'), files: json({ g: 0.92 }), ...proven });
find('a key with a slash', {
  spec: spec('r.json#/m/openai~1gpt'),
  files: json({ m: { 'openai/gpt': 0.95 } }),
  ...proven,
});
find('a value in an object of its own', {
  spec: spec('r.json#/groundedness'),
  files: json({ groundedness: { score: 0.95, cases: 12 } }),
  ...proven,
});
find('a pointer that leads nowhere', {
  spec: spec('r.json#/answer/groundedness', { mark: 'measured' }),
  files: json({ answers: { groundedness: 0.94 } }),
  says: [/Nothing stands at \/answer\/groundedness in r.json/],
});
find('no number', {
  spec: spec('r.json#/g', { mark: 'measured' }),
  files: json({ g: 'good' }),
  says: [/No number stands at \/g/],
});
find('a name where only one value has it', {
  spec: spec('r.json#groundedness'),
  files: json({ a: { groundedness: 0.95 } }),
  ...proven,
});
find('a name that several values have', {
  spec: spec('r.json#groundedness', { mark: 'measured' }),
  files: json({ a: { groundedness: 0.95 }, b: { groundedness: 0.5 } }),
  says: [/Several values/],
});
find('no selector', {
  spec: spec('r.json', { mark: 'measured' }),
  files: json({ a: { groundedness: 0.95 } }),
  says: [/After # nothing says where "groundedness" stands/],
});
find('no file', {
  spec: spec('r.json#/g', { mark: 'measured' }),
  files: { 'other.json': '{}' },
  says: [/There is no "r.json"/],
});
find('a scale that is said here', { spec: spec('r.json#/g', { scale: '0..100' }), files: json({ g: 94 }), ...proven });
find('too little on a scale that is said here', {
  spec: spec('r.json#/g', { scale: '0..100', mark: 'min' }),
  files: json({ g: 91.9 }),
});
find('a scale from 1 to 5', { spec: spec('r.json#/g', { scale: '1..5', mark: 'min' }), files: json({ g: 4.6 }) });
find('a scale that the report says', {
  spec: spec('r.json#/g'),
  files: json({ score_unit: '0_to_100', g: 93 }),
  ...proven,
});
find('a percentage', { spec: spec('r.json#/g'), files: json({ g: '93.5%' }), ...proven });
find('a scale that nobody says', {
  spec: spec('r.json#/g'),
  files: json({ g: 93.5 }),
  states: { [subject]: 'unverifiable' },
  says: [/on another scale than 0.92/],
});
find('a report of prose', {
  spec: spec('r.md#groundedness'),
  files: { 'r.md': 'groundedness: 99%' },
  states: { [subject]: 'unverifiable' },
});
const promptfoo = (good: number, bad: number) =>
  json({
    results: {
      version: 3,
      prompts: [
        {
          provider: 'azure:gpt-4.1-2025-04-14',
          label: 'v31',
          metrics: {
            testPassCount: 10,
            testFailCount: 0,
            testErrorCount: 0,
            namedScores: { groundedness: good },
            namedScoresCount: { groundedness: 10 },
          },
        },
        {
          provider: 'azure:o4-mini',
          label: 'v31',
          metrics: {
            testPassCount: 10,
            testFailCount: 0,
            testErrorCount: 0,
            namedScores: { groundedness: bad },
            namedScoresCount: { groundedness: 10 },
          },
        },
      ],
    },
  });
find('promptfoo: of several models the one in use counts', {
  spec: spec('r.json#groundedness'),
  files: promptfoo(9.4, 3),
  ...proven,
});
find('promptfoo: sums are no means', {
  spec: spec('r.json#groundedness', { mark: 'min' }),
  files: promptfoo(9, 9.9),
  says: [/says 0.9 for azure:gpt-4.1-2025-04-14/],
});
find('Ragas: cases without a value could change it', {
  spec: spec('r.csv#groundedness'),
  files: { 'r.csv': 'user_input,groundedness\na,0.94\nb,nan\n' },
  states: { [subject]: 'unverifiable' },
  says: [/1 of 2 cases in r.csv have no value/],
});
find('another report that is too old', {
  spec: spec('r.json#/g', { mark: 'measured', more: '  results:\n    path: other.json\n    date: 2026-11-14\n' }),
  files: json({ timestamp: '2026-04-15', g: 0.95 }),
  says: [/was measured on 2026-04-15 \(r.json:2\), 221 days ago/],
  states: { [subject]: 'stale' },
});
for (const value of [0.95, 0.5]) {
  find(`${value} on a scale up to 100 that the report says is neither enough nor too little`, {
    spec: spec('r.json#/g'),
    files: json({ scale: 'percent', g: value }),
    states: { [subject]: 'unverifiable' },
  });
}
