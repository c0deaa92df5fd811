import { evidence } from '../support/evidence.ts';

const find = evidence('eval-edge-cases');

/** So many cases, of which so many have each kind. */
function rows(count: number, kinds: Readonly<Record<string, number>>, field = 'tags'): string {
  const tagged = Object.entries(kinds).flatMap(([kind, times]) => Array.from({ length: times }, () => kind));
  return Array.from({ length: count }, (_, n) => {
    const own = tagged[n] === undefined ? {} : { [field]: [tagged[n], 'motor'] };
    return JSON.stringify({ id: n, question: `Which excess applies to claim number ${n}?`, ...own });
  }).join('\n');
}

const spec = (
  share: string,
  kinds: readonly string[],
  marked: { share?: true; kind?: string; field?: true } = {},
  field = 'tags',
) => `
evaluation:
  datasets:
    real-queries:
      path: eval/a.jsonl
      edge_cases:
        share: ${share}
${marked.share ? `               ${'^'.repeat(share.length)} eval-edge-cases\n` : ''}        kinds:
${kinds.map((kind) => `          - ${kind}\n${marked.kind === kind ? `            ${'^'.repeat(kind.length)} eval-edge-cases\n` : ''}`).join('')}${field === '' ? '' : `        field: ${field}\n`}${marked.field ? `               ${'^'.repeat(field.length)} eval-edge-cases\n` : ''}`;

const kinds = ['very-long', 'two-questions', 'wrong-line'];
const held = { 'very-long': 10, 'two-questions': 8, 'wrong-line': 6 };
const subject = '/evaluation/datasets/real-queries';

find('share and kinds as in the file', {
  spec: spec('12%', kinds),
  files: { 'eval/a.jsonl': rows(200, held) },
  states: { [subject]: 'proven' },
  says: [/24 of 200 cases/],
});
find('a share that rounds to it', {
  spec: spec('12%', kinds),
  files: { 'eval/a.jsonl': rows(205, held) },
  states: { [subject]: 'proven' },
});
find('another share', {
  spec: spec('24%', kinds, { share: true }),
  files: { 'eval/a.jsonl': rows(200, held) },
  says: [/^24% here, but 24 of 200 cases in eval\/a.jsonl are of these kinds: 12%\.$/],
});
find('a share that was rounded down', {
  spec: spec('12%', kinds),
  files: { 'eval/a.jsonl': rows(188, held) },
  states: { [subject]: 'proven' },
  says: [/24 of 188 cases/],
});
const sized = (share: string, size: number, mark: { share?: true } = {}) =>
  spec(share, kinds, mark).replace('      edge_cases:', `      size: ${size}\n      edge_cases:`);
find('of a set that was cut only the count is told', {
  spec: sized('12%', 300),
  files: { 'eval/a.jsonl': rows(150, held) },
  states: { [subject]: 'unverifiable' },
});
find('of one that grew, too', {
  spec: sized('24%', 100),
  files: { 'eval/a.jsonl': rows(150, held) },
  states: { [subject]: 'unverifiable' },
});
find('a share that the cases which are gone do not explain', {
  spec: sized('50%', 160, { share: true }),
  files: { 'eval/a.jsonl': rows(150, held) },
  says: [/^50% here, but 24 of 150 cases/],
});
find('copies of the difficult ones make them no more', {
  spec: spec('24%', kinds, { share: true }),
  files: { 'eval/a.jsonl': `${rows(200, held)}\n${`${rows(24, held)}\n`.repeat(2)}` },
  says: [/^24% here, but 24 of 200 distinct cases in eval\/a.jsonl are of these kinds: 12%\.$/],
});
find('nor do copies of the others make them fewer', {
  spec: spec('12%', kinds),
  files: { 'eval/a.jsonl': `${rows(200, held)}\n${rows(200, held).split('\n').slice(24, 110).join('\n')}` },
  states: { [subject]: 'proven' },
  says: [/24 of 200 distinct cases/],
});
find('a few copies may be counted or not', {
  spec: spec('11.5%', kinds),
  files: { 'eval/a.jsonl': `${rows(200, held)}\n${rows(200, held).split('\n').slice(24, 33).join('\n')}` },
  states: { [subject]: 'proven' },
});
find('a share of all that have any kind, not only one of these', {
  spec: spec('14%', kinds),
  files: { 'eval/a.jsonl': rows(200, { ...held, 'angry-customer': 4 }) },
  states: { [subject]: 'unverifiable' },
});
find('a kind that no case has', {
  spec: spec('12%', kinds, { kind: 'wrong-line' }),
  files: { 'eval/a.jsonl': rows(200, { 'very-long': 10, 'two-questions': 8 }) },
  says: [/No case of eval\/a.jsonl has "wrong-line" in "tags"/],
});
find('a field that no case has', {
  spec: spec('12%', kinds, { field: true }, 'kind'),
  files: { 'eval/a.jsonl': rows(200, held) },
  says: [/No case of eval\/a.jsonl has a field "kind"/],
});
find('the field need not be said where only one has these kinds', {
  spec: spec('12%', kinds, {}, ''),
  files: { 'eval/a.jsonl': rows(200, held, 'labels') },
  states: { [subject]: 'proven' },
});
find('without a field that tells kinds it is enough that the file is there', {
  spec: spec('12%', kinds, {}, ''),
  files: { 'eval/a.jsonl': rows(200, {}) },
  states: { [subject]: 'linked' },
});
find('a file that is not there is told by `eval-dataset`', {
  spec: spec('12%', kinds),
  files: { 'eval/b.jsonl': '' },
  states: { [subject]: 'unverifiable' },
});
