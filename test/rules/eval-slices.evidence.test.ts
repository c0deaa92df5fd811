import { evidence } from '../support/evidence.ts';

const find = evidence('eval-slices');

type Mark = 'by' | 'worst_min' | 'largest_gap' | 'measured';
const spec = (measured: string | undefined, mark?: Mark, by = 'region') => {
  const carets = (what: Mark, column: number, length: number) =>
    mark === what ? `${' '.repeat(column)}${'^'.repeat(length)} eval-slices\n` : '';
  return `
evaluation:
  datasets:
    real-queries:
      path: a.jsonl
  answers:
    groundedness:
      min: 0.9
  slices:
    by:
      - ${by}
${carets('by', 8, by.length)}    metric: groundedness
    worst_min: 0.80
${carets('worst_min', 15, 4)}    largest_gap: 0.1
${carets('largest_gap', 17, 3)}${measured === undefined ? '' : `    measured: ${measured}\n${carets('measured', 14, measured.length)}`}`;
};
const files = (report: object) => ({
  'a.jsonl': '{"question":"one","region":"north","metadata":{"language":"de"}}',
  'r.json': JSON.stringify(report, null, 1),
});
const subject = '/evaluation/slices';

find('each slice is good enough', {
  spec: spec('r.json#/slices'),
  files: files({ slices: { region: { north: 0.9, south: 0.85 } } }),
  states: { [subject]: 'proven' },
});
find('the worst is not', {
  spec: spec('r.json#/slices', 'worst_min'),
  files: files({ slices: { region: { north: 0.85, south: 0.79 } } }),
  says: [/0.8 is the least here, but r.json:5 says 0.79 for region south/],
});
find('too far apart', {
  spec: spec('r.json#/slices', 'largest_gap'),
  files: files({ slices: { region: { north: 0.95, south: 0.81 } } }),
  says: [/0.14 between region north and region south/],
});
find('far apart in two ways of splitting is no gap', {
  spec: spec('r.json#/slices'),
  files: files({ slices: { region: { north: 0.95, south: 0.9 }, age: { old: 0.81, young: 0.82 } } }),
  states: { [subject]: 'proven' },
});
find('counts beside the scores', {
  spec: spec('r.json#/by_region', 'worst_min'),
  files: files({ by_region: { north: { score: 0.84, count: 40 }, south: { score: 0.75, count: 12 } } }),
  says: [/0.75 for south/],
});
find('several metrics of each slice', {
  spec: spec('r.json#/s'),
  files: files({ s: { north: { groundedness: 0.9, latency: 0.2 }, south: { groundedness: 0.88, latency: 0.3 } } }),
  states: { [subject]: 'proven' },
});
find('slices by something else', {
  spec: spec('r.json#/slices', 'by'),
  files: files({ slices: { region2: { north: 0.9 }, age: { old: 0.9 } } }),
  says: [/^No slices by "region" stand at \/slices in r.json, but by "region2", "age"\.$/],
});
const shapes: readonly (readonly [name: string, measured: string, report: object])[] = [
  ['by the name of the pointer', 'r.json#/by_region', { by_region: { north: 0.9 } }],
  ['by a word of the group', 'r.json#/s', { s: { 'by-region': { north: 0.9 } } }],
  ['by a name that is the group and the value', 'r.json#/s', { s: { 'region=north': { groundedness: 0.9 } } }],
  ['by a text beside the value', 'r.json#/s', { s: [{ by: 'region', slice: 'north', groundedness: 0.9 }] }],
  ['side by side, by whatever', 'r.json#/s', { s: { north: 0.9, south: 0.9 } }],
];
for (const [name, measured, report] of shapes) {
  find(`slices ${name}`, { spec: spec(measured), files: files(report), states: { [subject]: 'proven' } });
}
const regions = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .flatMap(([region, count]) => Array.from({ length: count }, (_, n) => ({ question: `${region} ${n}?`, region })))
    .map((row) => JSON.stringify(row))
    .join('\n');
find('a value that many cases have, and no slice for it', {
  spec: spec('r.json#/slices', 'by'),
  files: {
    ...files({ slices: { region: { north: 0.9, south: 0.85 } } }),
    'a.jsonl': regions({ north: 9, south: 4, west: 6 }),
  },
  says: [/^6 cases of a.jsonl have "west" in "region", but no value for it stands at \/slices in r.json\.$/],
});
find('a value that few cases have', {
  spec: spec('r.json#/slices'),
  files: {
    ...files({ slices: { region: { North: 0.9, south: 0.85 } } }),
    'a.jsonl': regions({ north: 9, south: 4, west: 3 }),
  },
  states: { [subject]: 'linked' },
  says: [/3 cases of a.jsonl have "west"/],
});
find('nothing there', {
  spec: spec('r.json#/slices', 'measured'),
  files: files({ groups: {} }),
  says: [/No values by slice stand at \/slices/],
});
find('a field that no case has', {
  spec: spec(undefined, 'by', 'regoin'),
  files: files({}),
  says: [/No case of a.jsonl has a field "regoin"/],
});
find('a field below metadata, and no report to look at', {
  spec: spec(undefined, undefined, 'language'),
  files: files({}),
  states: { [subject]: 'linked' },
});
