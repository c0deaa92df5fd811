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
