import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CountedCases, DataSet } from '../../../core/src/evidence/cases/case-reading.ts';
import { dataSet } from '../../../core/src/evidence/cases/dataset.ts';
import { type Answer, readReference } from '../../../core/src/index.ts';
import { casesWith, fieldCalled, kindsIn } from '../../../core/src/rules/proofs/counted-cases.ts';
import { type Held, repository } from '../../support/repository.ts';

type Files = Held['files'];

function read(path: string, files: Files): Promise<Answer<DataSet>> {
  const reference = readReference(path, '');
  assert.equal(reference.kind, 'file');
  return dataSet(reference as Extract<typeof reference, { kind: 'file' }>, []).answer(repository({ files }).host);
}

async function counted(path: string, files: Files): Promise<CountedCases> {
  const answer = await read(path, files);
  assert.ok(answer.kind === 'read' && answer.facts.kind === 'counted', JSON.stringify(answer));
  return answer.facts;
}

const json = (...values: unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');
const cases = (count: number, more: (n: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, n) => ({ question: `Which excess applies to claim number ${n}?`, ...more(n) }));

const table: readonly {
  readonly name: string;
  readonly path: string;
  readonly files: Files;
  readonly cases: number;
  readonly distinct?: number;
}[] = [
  { name: 'JSON lines', path: 'a.jsonl', files: { 'a.jsonl': `${json(...cases(3))}\n` }, cases: 3 },
  {
    name: 'a header, blank lines and a byte order mark are no cases',
    path: 'a.jsonl',
    files: { 'a.jsonl': `\uFEFF${json({ _meta: { version: '2' } }, ...cases(2))}\n\n  \n` },
    cases: 2,
  },
  {
    name: 'the same id twice is one case',
    path: 'a.jsonl',
    files: {
      'a.jsonl': json({ id: 1, question: 'a b c' }, { id: 1, question: 'a b d' }, { id: 2, question: 'a b c' }),
    },
    cases: 3,
    distinct: 2,
  },
  {
    name: 'without ids the same question twice, whatever its case and punctuation',
    path: 'a.jsonl',
    files: { 'a.jsonl': json({ question: 'Is hail covered?' }, { question: ' is HAIL   covered ' }) },
    cases: 2,
    distinct: 1,
  },
  {
    name: 'a filter by field and by item of a list',
    path: 'a.jsonl#tags=edge&difficulty=hard',
    files: {
      'a.jsonl': json(
        { question: 'one', tags: ['edge', 'long'], difficulty: 'hard' },
        { question: 'two', tags: ['edge'], difficulty: 'easy' },
        { question: 'three', tags: ['long'], difficulty: 'hard' },
      ),
    },
    cases: 1,
  },
  {
    name: 'a filter below metadata, with its path or without',
    path: 'a.jsonl#intent=refund',
    files: { 'a.jsonl': json({ question: 'one', metadata: { intent: 'refund' } }, { question: 'two', metadata: {} }) },
    cases: 1,
  },
  {
    name: 'a field that repeats its kind as a tag counts once',
    path: 'a.jsonl#attack_type=edge_case',
    files: {
      'a.jsonl': json(
        { question: 'one', attack_type: 'edge_case', tags: ['attack:edge_case'] },
        { question: 'two', attack_type: 'edge_case' },
        { question: 'three', tags: ['attack:edge_case'] },
      ),
    },
    cases: 2,
  },
  {
    name: 'a table with quotes, line breaks in cells and semicolons',
    path: 'a.csv',
    files: { 'a.csv': 'question;expected\n"one; or\ntwo ""or"" three";yes\nfour;no\n\n' },
    cases: 2,
  },
  { name: 'tabs', path: 'a.tsv', files: { 'a.tsv': 'question\tkind\none\ta\ntwo\tb' }, cases: 2 },
  { name: 'a list of JSON', path: 'a.json', files: { 'a.json': JSON.stringify(cases(4)) }, cases: 4 },
  {
    name: 'a list under a usual key, beside a version',
    path: 'a.json',
    files: { 'a.json': JSON.stringify({ version: 2, authors: ['x'], examples: cases(4) }) },
    cases: 4,
  },
  {
    name: 'the one list that there is',
    path: 'a.json',
    files: { 'a.json': JSON.stringify({ name: 'x', scenarios_2026: cases(5) }) },
    cases: 5,
  },
  {
    name: 'JSON lines that are called JSON',
    path: 'a.json',
    files: { 'a.json': json(...cases(2)) },
    cases: 2,
  },
  {
    name: 'several lists are counted together, or one by its pointer',
    path: 'a.json#/syllabus',
    files: { 'a.json': JSON.stringify({ syllabus: cases(2), tutor: cases(3) }) },
    cases: 2,
  },
  {
    name: 'a pointer with a slash in a key',
    path: 'a.json#/a~1b',
    files: { 'a.json': JSON.stringify({ 'a/b': cases(2) }) },
    cases: 2,
  },
  {
    name: 'cases by id',
    path: 'a.json',
    files: { 'a.json': JSON.stringify({ q1: { question: 'one' }, q2: { question: 'two' } }) },
    cases: 2,
  },
  {
    name: 'a list of YAML',
    path: 'a.yaml',
    files: {
      'a.yaml': '- conversation_group_id: a\n  turns:\n    - query: one\n- conversation_group_id: b\n  turns: []\n',
    },
    cases: 2,
  },
  {
    name: 'one case a file',
    path: 'tests/**/case.yaml',
    files: {
      'tests/a/case.yaml': 'user_prompt: one\ntags: [hard]\nbefore: [{run: x}]\n',
      'tests/b/c/case.yaml': 'expected: two\n',
      'tests/b/other.yaml': 'user_prompt: three\n',
    },
    cases: 2,
  },
  {
    name: 'several files in a folder',
    path: 'eval/',
    files: {
      'eval/a.jsonl': json(...cases(2)),
      'eval/b.jsonl': json({ question: 'another' }),
      'eval/readme.md': '# x',
    },
    cases: 3,
  },
  {
    name: 'BEIR: queries that were judged, as often as they have passages',
    path: 'beir/queries.jsonl',
    files: {
      'beir/queries.jsonl': json({ _id: '1', text: 'one' }, { _id: '2', text: 'two' }, { _id: '3', text: 'three' }),
      'beir/qrels/test.tsv': 'query-id\tcorpus-id\tscore\n1\ta\t1\n1\tb\t1\n3\tc\t1\n',
    },
    cases: 2,
  },
  {
    name: 'BEIR by its judgements',
    path: 'beir/qrels/test.tsv',
    files: { 'beir/qrels/test.tsv': 'query-id\tcorpus-id\tscore\n1\ta\t1\n1\tb\t1\n3\tc\t1\n' },
    cases: 2,
  },
  {
    name: 'BEIR as a folder',
    path: 'beir/',
    files: {
      'beir/queries.jsonl': json({ _id: '1', text: 'one' }, { _id: '2', text: 'two' }),
      'beir/corpus.jsonl': json({ _id: 'a', text: 'x' }),
      'beir/qrels/test.tsv': 'query-id\tcorpus-id\tscore\n1\ta\t1\n',
    },
    cases: 1,
  },
  {
    name: 'OpenAI evals',
    path: 'samples.jsonl',
    files: {
      'samples.jsonl': json(
        {
          input: [
            { role: 'system', content: 'Be brief.' },
            { role: 'user', content: 'Is hail covered at all?' },
          ],
          ideal: 'yes',
        },
        {
          input: [
            { role: 'system', content: 'Be brief.' },
            { role: 'user', content: 'Is theft covered at all?' },
          ],
          ideal: 'no',
        },
      ),
    },
    cases: 2,
    distinct: 2,
  },
  {
    name: 'goldens of DeepEval',
    path: 'a.json',
    files: { 'a.json': JSON.stringify({ goldens: [{ input: 'one', expected_output: 'x', context: ['y'] }] }) },
    cases: 1,
  },
  {
    name: 'a test set of Ragas',
    path: 'a.csv',
    files: { 'a.csv': `user_input,reference_contexts,reference\n"one, two","['a', 'b']",x\n` },
    cases: 1,
  },
  {
    name: 'items of Langfuse, of which archived ones do not count',
    path: 'a.json',
    files: {
      'a.json': JSON.stringify([
        { id: '1', status: 'ACTIVE', input: { question: 'one' } },
        { id: '2', status: 'ARCHIVED', input: 'two' },
      ]),
    },
    cases: 1,
  },
  {
    name: 'examples of LangSmith',
    path: 'a.jsonl',
    files: { 'a.jsonl': json({ inputs: { question: 'one' }, outputs: { answer: 'x' }, metadata: { split: 'test' } }) },
    cases: 1,
  },
  {
    name: 'keys that are names of prototypes',
    path: 'a.jsonl#__proto__=x',
    files: {
      'a.jsonl': '{"__proto__":"x","question":"one"}\n{"constructor":{"prototype":{"tags":1}},"question":"two"}',
    },
    cases: 1,
  },
  { name: 'an empty file', path: 'a.jsonl', files: { 'a.jsonl': '' }, cases: 0 },
  { name: 'a table without rows', path: 'a.csv', files: { 'a.csv': 'question,expected\n' }, cases: 0 },
];

for (const { name, path, files, cases: expected, distinct } of table) {
  test(`counts ${name}`, async () => {
    const facts = await counted(path, files);
    assert.equal(facts.cases, expected);
    if (distinct !== undefined) assert.equal(facts.distinct, distinct);
  });
}

const unclear: readonly (readonly [name: string, path: string, content: string | Uint8Array, why: RegExp])[] = [
  ['broken JSON', 'a.json', '{"examples": [', /no JSON/],
  ['JSON without a list', 'a.json', '{"version": 2}', /no list of cases/],
  ['a pointer that leads nowhere', 'a.json#/b', '{"a": []}', /nothing stands at \/b/],
  ['YAML with tabs', 'a.yaml', '- a: 1\n\t- b: {', /no YAML/],
  ['a workbook', 'a.xlsx', 'PK', /\.xlsx/],
  ['a packed file', 'a.gz', 'x', /\.gz/],
  ['a selector that is none', 'a.jsonl#edge', '{"question":"one"}', /neither field=value/],
  ['what is no Parquet file', 'a.parquet', 'x'.repeat(2000), /no Parquet/],
  [
    'a footer that is broken',
    'a.parquet',
    new TextEncoder().encode('xxxxxxxxxxxxxxxx\x08\0\0\0PAR1'),
    /no Parquet|broken/,
  ],
  ['a file without an ending', 'cases', 'x', /name does not say/],
];
for (const [name, path, content, why] of unclear) {
  test(`tells why nobody can count ${name}`, async () => {
    const answer = await read(path, { [path.split('#')[0] ?? '']: content });
    assert.ok(answer.kind === 'read' && answer.facts.kind === 'unclear', JSON.stringify(answer));
    assert.match(answer.facts.why, why);
  });
}

const unread: readonly (readonly [name: string, path: string, files: Files, why: string])[] = [
  ['no such file', 'b.jsonl', { 'a.jsonl': '' }, 'absent'],
  ['a glob that fits nothing', 'eval/*.jsonl', { 'a.jsonl': '' }, 'absent'],
  [
    'a pointer of Git LFS',
    'a.jsonl',
    { 'a.jsonl': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n' },
    'lfs-pointer',
  ],
  [
    'the same for Parquet',
    'a.parquet',
    { 'a.parquet': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n' },
    'lfs-pointer',
  ],
  [
    'a footer larger than any',
    'a.parquet',
    { 'a.parquet': new Uint8Array([...new Uint8Array(64), 0xff, 0xff, 0xff, 0x7f, 0x50, 0x41, 0x52, 0x31]) },
    'budget',
  ],
];
for (const [name, path, files, why] of unread) {
  test(`does not read ${name}`, async () => {
    assert.deepEqual(await read(path, files), { kind: 'unread', why });
  });
}

/** Three rows of `question` and `kind`, the values of the first packed as the name says. */
const parquet = {
  snappy:
    'UEFSMRUGFaoBFWZcFQYVABUGFQAVBBUAAAADB1NsFwAAAElzIGhhaWwgY292ZXJlZCBhdCBhbGw/GAkbEHRoZWZ0WhwADGZyb3NCHAAVBhU2FTpcFQYVABUGFQAVBBUAAAADBxlgBAAAAGVkZ2UFAAAAcGxhaW4EAAAAZWRnZRUEGTxIBHJvb3QVBAAVDCUCGAhxdWVzdGlvbiUAABUMJQIYBGtpbmQlAAAWBhkcGSwmCBwVDBkVABkYCHF1ZXN0aW9uFQIWBhbWARaSASYIAAAmmgEcFQwZFQAZGARraW5kFQIWBhZgFmQmmgEAABa2AhYGNvYBACgJaHlwYXJxdWV0GSwcAAAcAAAAjAAAAFBBUjE=',
  gzip: 'UEFSMRUGFaoBFYIBXBUGFQAVBhUAFQQVAAAAAwcfiwgAAAAAAAADE2dgYPAsVshIzMxRSM4vSy1KTVFILFFIzMmxl4BIlWSkppXgkEsryi/GkAMAoQ64iFMAAAAVBhU2FVRcFQYVABUGFQAVBBUAAAADBx+LCAAAAAAAAANjYWBgSE1JT2VlYGAoyEnMzGOBCgAAiYcRJBkAAAAVBBk8SARyb290FQQAFQwlAhgIcXVlc3Rpb24lAAAVDCUCGARraW5kJQAAFgYZHBksJggcFQwZFQAZGAhxdWVzdGlvbhUEFgYW2AEWsAEmCAAAJrgBHBUMGRUAGRgEa2luZBUEFgYWYBZ+JrgBAAAWuAIWBjauAgAoCWh5cGFycXVldBksHAAAHAAAAIwAAABQQVIx',
};
const bytes = (base64: string) => Buffer.from(base64, 'base64');

test('Parquet: rows, kinds and what is asked', async () => {
  const facts = await counted('a.parquet', { 'a.parquet': bytes(parquet.snappy) });
  assert.deepEqual([facts.cases, facts.distinct, facts.fingerprints?.size], [3, 3, 3]);
  const field = fieldCalled(facts, 'kind')?.field;
  assert.equal(field && casesWith(field, ['edge']).cases, 2);
  assert.equal((await counted('a.parquet#kind=edge', { 'a.parquet': bytes(parquet.snappy) })).cases, 2);
});

test('Parquet that is packed otherwise: only its rows are counted', async () => {
  const facts = await counted('a.parquet', { 'a.parquet': bytes(parquet.gzip) });
  assert.deepEqual([facts.cases, facts.unread, facts.fingerprints], [3, 'its columns are packed with GZIP', undefined]);
  const some = await read('a.parquet#kind=edge', { 'a.parquet': bytes(parquet.gzip) });
  assert.ok(some.kind === 'read' && some.facts.kind === 'unclear');
});

test('kinds are counted by case, and in a cell of a table by item', async () => {
  const facts = await counted('a.csv', {
    'a.csv': "question,tags\none,edge;long\ntwo,edge\nthree,\nfour,\"['long', 'other']\"\n",
  });
  const field = fieldCalled(facts, 'tags')?.field;
  assert.ok(field !== undefined);
  const kinds = kindsIn(field);
  assert.deepEqual([kinds.get('edge'), kinds.get('long'), kinds.get('other')], [2, 2, 1]);
  assert.equal(casesWith(field, ['edge', 'long']).cases, 3);
});

test('a field with another value in nearly every case tells no kinds', async () => {
  const facts = await counted('a.jsonl', { 'a.jsonl': json(...cases(1500, (n) => ({ note: `n${n}` }))) });
  assert.equal(fieldCalled(facts, 'note')?.field.counts, undefined);
  assert.equal(fieldCalled(facts, 'note')?.field.cases, 1500);
});

test('the days of a field are known where all its values are moments', async () => {
  const facts = await counted('a.jsonl', {
    'a.jsonl': json(
      { asked_at: '2026-10-07T08:00:00Z', day: '2026-10-07' },
      { asked_at: '2026-10-06', day: 'yesterday' },
    ),
  });
  assert.deepEqual(facts.fields.get('asked_at')?.days, { oldest: '2026-10-06', newest: '2026-10-07' });
  assert.equal(facts.fields.get('day')?.days, undefined);
});

test('lines that are no JSON are told by their number', async () => {
  const facts = await counted('a.jsonl', { 'a.jsonl': '{"question":"one"}\n{"question":\n{"question":"two"}' });
  assert.deepEqual([facts.cases, facts.broken], [2, [2]]);
});

test('a configuration of promptfoo names where its tests are', async () => {
  const config = (tests: string) => ({ 'p.yaml': `prompts: [x]\nproviders: [y]\ntests: ${tests}\n` });
  assert.deepEqual((await counted('p.yaml', config('evals/tests.jsonl'))).elsewhere, ['evals/tests.jsonl']);
  assert.deepEqual((await counted('p.yaml', config('file://tests/*.yaml'))).elsewhere, ['tests/*.yaml']);
  assert.deepEqual((await counted('p.yaml', config('$GOOGLE_SHEET_INPUT_URL'))).elsewhere, ['$GOOGLE_SHEET_INPUT_URL']);
  assert.deepEqual((await counted('p.yaml', config('https://docs.google.com/spreadsheets/d/1'))).elsewhere.length, 1);
  assert.deepEqual((await counted('p.yaml', config('[{path: "file://make.py", config: {n: 3}}]'))).elsewhere, [
    'make.py',
  ]);
  const own = await counted(
    'p.yaml',
    config('[{vars: {question: one}, metadata: {kind: edge}}, {vars: {question: two}}]'),
  );
  assert.deepEqual([own.cases, fieldCalled(own, 'kind')?.path], [2, 'metadata.kind']);
});

const hostile: readonly (readonly [string, string])[] = [
  ['one character a million times', 'x'.repeat(1_000_000)],
  ['brackets', '['.repeat(100_000)],
  ['braces', '{"a":'.repeat(50_000)],
  ['quotes', '"'.repeat(99_999)],
  ['NUL', '\0'.repeat(1000)],
  ['prototypes', '{"__proto__":{"polluted":1}}'],
];
for (const [name, text] of hostile) {
  for (const ending of ['jsonl', 'json', 'csv', 'yaml', 'parquet']) {
    test(`answers ${name} as ${ending}`, async () => {
      const answer = await read(`a.${ending}`, { [`a.${ending}`]: text });
      assert.ok(['read', 'unread'].includes(answer.kind));
      assert.equal(({} as Record<string, unknown>).polluted, undefined);
    });
  }
}
