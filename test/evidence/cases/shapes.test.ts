import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataSet } from '../../../core/src/evidence/cases/dataset.ts';
import { readReference } from '../../../core/src/index.ts';
import { type Held, repository } from '../../support/repository.ts';

/** What is counted, or why not. */
async function said(path: string, files: Held['files']): Promise<string> {
  const reference = readReference(path, '');
  assert.equal(reference.kind, 'file');
  const inquiry = dataSet(reference as Extract<typeof reference, { kind: 'file' }>, []);
  const answer = await inquiry.answer(repository({ files }).host);
  if (answer.kind === 'unread') return `unread: ${answer.why}`;
  const { facts } = answer;
  if (facts.kind === 'unclear') return `unclear: ${facts.why}`;
  const elsewhere = facts.elsewhere.length > 0 ? ` and ${facts.elsewhere.join(', ')}` : '';
  return `${facts.cases}${facts.broken.length > 0 ? `, ${facts.broken.length} broken` : ''}${elsewhere}`;
}

const lines = (...rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');
const one = { question: 'Is hail covered?' };
const two = { question: 'Is theft covered?' };

const table: readonly (readonly [name: string, path: string, content: string, expected: string])[] = [
  [
    'cells with line breaks, quotes and Windows line ends',
    'a.csv',
    'q,a\r\n"one\r\ntwo","say ""x"""\r\nthree,b\r\n',
    '2',
  ],
  ['a quoted line break at the very end', 'a.csv', 'question,expected\none,"a\nb"', '1'],
  ['semicolons, commas inside', 'a.csv', 'question;expected\nIs it, so;yes, it is\nAnd, that;no', '2'],
  ['a line that tells Excel its separator', 'a.csv', 'sep=;\nquestion;expected\none;a\ntwo;b', '2'],
  ['a byte order mark', 'a.csv', '\uFEFFquestion,expected\none,a', '1'],
  ['lines of commas only, as spreadsheets leave them', 'a.csv', 'question,expected\none,a\n,\n,\n', '1'],
  ['a table without a last line end', 'a.tsv', 'question\texpected\none\ta\ntwo\tb', '2'],
  [
    'a quote that nobody closes',
    'a.csv',
    `question,expected\none,"a\n${'two,b\n'.repeat(300_000)}`,
    'unclear: it is no table that can be read',
  ],
  ['inches in a cell', 'a.csv', 'question,expected\n5" pipe,a\n6" pipe,b\n7 inch,c', '3'],
  ['one column', 'a.csv', 'question\none\ntwo, and more\nthree', '3'],
  ['an empty table', 'a.csv', '', '0'],
  [
    'an object that holds the list below another one',
    'a.json',
    JSON.stringify({ dataset: { items: [one, two] } }),
    'unclear: it holds no list of cases',
  ],
  ['a list of texts', 'a.json', JSON.stringify(['Is hail covered?', 'Is theft covered?']), '2'],
  [
    'a list of lists',
    'a.json',
    JSON.stringify([
      ['Is hail covered?', 'yes'],
      ['Is theft covered?', 'no'],
    ]),
    '2',
  ],
  [
    'columns, as pandas writes them',
    'a.json',
    JSON.stringify({ question: { 0: 'one', 1: 'two' }, expected: { 0: 'a', 1: 'b' } }),
    'unclear: it holds no list of cases',
  ],
  [
    'columns and data, as pandas splits them',
    'a.json',
    JSON.stringify({ columns: ['question'], index: [0, 1], data: [['one'], ['two']] }),
    '2',
  ],
  [
    'articles with questions, as SQuAD keeps them',
    'a.json',
    JSON.stringify({ version: '2', data: [{ title: 'x', paragraphs: [{ context: 'y', qas: [one, two] }] }] }),
    'unclear: its cases are in lists below others',
  ],
  ['cases beside a list of people', 'a.json', JSON.stringify({ authors: [{ name: 'x' }], cases: [one, two] }), '2'],
  ['an empty list', 'a.json', '[]', '0'],
  ['an empty list under its key', 'a.json', '{"cases": []}', '0'],
  ['an empty file of JSON', 'a.json', '', '0'],
  ['an empty file of YAML', 'a.yaml', '# later\n', '0'],
  [
    'one line of five megabytes',
    'a.json',
    JSON.stringify(
      Array.from({ length: 50_000 }, (_, n) => ({
        question: `Which excess applies to claim number ${n} of those of this year, by its policy?`,
      })),
    ),
    '50000',
  ],
  [
    'a list of JSON that is called JSON lines',
    'a.jsonl',
    JSON.stringify([one, two]),
    'unclear: its only line, line 1, is no JSON object',
  ],
  [
    'a list of JSON over lines that is called JSON lines',
    'a.jsonl',
    JSON.stringify([one, two], null, 2),
    'unclear: none of its 8 lines is a JSON object by itself, the first is line 1',
  ],
  [
    'a number as text',
    'a.jsonl#level=3',
    lines({ ...one, level: 3 }, { ...two, level: '3' }, { ...two, level: 30 }),
    '2',
  ],
  [
    'true and false',
    'a.jsonl#hard=true',
    lines({ ...one, hard: true }, { ...two, hard: 'true' }, { ...two, hard: false }, two),
    '2',
  ],
  ['null is no value', 'a.jsonl#kind=null', lines({ ...one, kind: null }, { ...two, kind: 'x' }, one), '0'],
  ['an empty value', 'a.jsonl#kind=', lines({ ...one, kind: '' }, { ...two, kind: 'x' }), '0'],
  ['a value with an equals sign', 'a.jsonl#kind=a=b', lines({ ...one, kind: 'a=b' }, { ...two, kind: 'a' }), '1'],
  [
    'a part of a text is not the text',
    'a.jsonl#kind=edge',
    lines({ ...one, kind: 'edgeless' }, { ...two, kind: 'not edge' }),
    '0',
  ],
  [
    'a text with a comma is no list',
    'a.jsonl#kind=long',
    lines({ ...one, kind: 'short, not long' }, { ...two, kind: 'long' }),
    '1',
  ],
  [
    'tags two levels down',
    'a.jsonl#meta.labels.kind=edge',
    lines({ ...one, meta: { labels: { kind: ['edge', 'x'] } } }, two),
    '1',
  ],
  [
    'tags as objects with names',
    'a.jsonl#tags=edge',
    lines({ ...one, tags: [{ name: 'edge' }] }, { ...two, tags: [] }),
    '1',
  ],
  [
    'tags as a map of true and false',
    'a.jsonl#tags.edge=true',
    lines({ ...one, tags: { edge: true } }, { ...two, tags: { edge: false } }),
    '1',
  ],
  [
    'tests of promptfoo that refer to files',
    'p.yaml',
    'prompts: [a]\nproviders: [b]\ntests:\n  - file://one.yaml\n  - vars: {question: two}\n  - file://more/*.yaml\n',
    '1 and one.yaml, more/*.yaml',
  ],
  [
    'scenarios of promptfoo',
    'p.yaml',
    'prompts: [a]\nproviders: [b]\nscenarios:\n  - config:\n      - vars: {a: 1}\n      - vars: {a: 2}\n    tests:\n      - vars: {question: one}\n      - vars: {question: two}\n',
    'unclear: its cases are in lists below others',
  ],
];

for (const [name, path, content, expected] of table) {
  test(`counts ${name}`, async () => {
    assert.equal(await said(path, { [path.split('#')[0] ?? '']: content }), expected);
  });
}

const several: readonly (readonly [name: string, path: string, files: Held['files'], expected: string])[] = [
  [
    'BEIR with a qrels header that is not there',
    'b/',
    {
      'b/queries.jsonl': lines({ _id: '1', text: 'one' }, { _id: '2', text: 'two' }),
      'b/qrels/test.tsv': '1\ta\t1\n2\tb\t1\n',
    },
    '2',
  ],
  [
    'BEIR with judgements of zero',
    'b/qrels/test.tsv',
    { 'b/qrels/test.tsv': 'query-id\tcorpus-id\tscore\n1\ta\t1\n1\tb\t0\n2\tc\t0\n' },
    '2',
  ],
  [
    'BEIR with numbers as ids',
    'b/',
    {
      'b/queries.jsonl': lines({ _id: 1, text: 'one' }, { _id: 2, text: 'two' }),
      'b/qrels/test.tsv': 'query-id\tcorpus-id\tscore\n1\ta\t1\n',
    },
    '1',
  ],
  [
    'a pattern over tables and lines',
    'eval/{a,b}.*',
    { 'eval/a.csv': 'question\none', 'eval/b.jsonl': lines(one, two), 'eval/c.jsonl': lines(one) },
    '3',
  ],
  [
    'a pattern that takes a text along',
    'eval/*',
    { 'eval/a.jsonl': lines(one), 'eval/README.md': '# x' },
    'unclear: eval/README.md: nobody reads .md files here',
  ],
  ['a file among several that is empty', 'eval/*.jsonl', { 'eval/a.jsonl': lines(one), 'eval/b.jsonl': '' }, '1'],
  [
    'a file among several with a broken line',
    'eval/*.jsonl',
    { 'eval/a.jsonl': lines(one), 'eval/b.jsonl': `${lines(one, two, one)}\n{` },
    'unclear: line 4 of eval/b.jsonl is no JSON',
  ],
];
for (const [name, path, files, expected] of several) {
  test(`counts ${name}`, async () => {
    assert.equal(await said(path, files), expected);
  });
}
