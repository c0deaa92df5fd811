import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJson, slipInJson } from '../../../core/src/evidence/formats/json.ts';
import { momentInName, readMoment } from '../../../core/src/evidence/formats/moments.ts';
import { reportOf } from '../../../core/src/evidence/results/report.ts';
import type { ReadReport, Report } from '../../../core/src/evidence/results/reported.ts';

function read(text: string, path = 'eval/report.json'): Promise<Report> {
  return reportOf(text, path, /\.([a-z]+)$/.exec(path)?.[1] ?? '');
}

async function report(text: string | object, path?: string): Promise<ReadReport> {
  const said = await read(typeof text === 'string' ? text : JSON.stringify(text, null, 2), path);
  assert.ok(said.kind === 'report', JSON.stringify(said));
  return said;
}

/** Without what adding up leaves behind. */
const round = (value: number | undefined) => value && Number(value.toFixed(9));

const metric = (said: ReadReport, name: string, of?: string) =>
  said.metrics.find((one) => one.name === name && (of === undefined || one.of?.includes(of)));

test('values stand at JSON pointers, with their lines', async () => {
  const said = await report('{\n  "a/b": {\n    "x~y": 0.5,\n    "list": [1, {"z": "88%"}]\n  }\n}');
  assert.deepEqual(said.leaves.get('/a~1b/x~0y'), { pointer: '/a~1b/x~0y', text: '0.5', isText: false, line: 3 });
  assert.equal(said.leaves.get('/a~1b/list/1/z')?.text, '88%');
});

test('a report of YAML is read the same way', async () => {
  const said = await report('created_at: 2026-11-14\nanswers:\n  groundedness: 0.94\n', 'eval/report.yaml');
  assert.deepEqual(
    [said.leaves.get('/answers/groundedness')?.text, said.leaves.get('/answers/groundedness')?.line],
    ['0.94', 3],
  );
  assert.equal(said.made?.moment, '2026-11-14');
});

const slips: readonly (readonly [name: string, text: string, slip: string | undefined])[] = [
  ['JSON', '{"a": [1, NaN]}\n', undefined],
  ['with a byte order mark', '\uFEFF{}', undefined],
  ['one value a line', '{"a": 1}\n{"a": 2}\n', undefined],
  ['one value a line, the last cut off', '{"a": 1}\n{"a": ', undefined],
  ['too deep to tell', '['.repeat(1000), undefined],
  ['cut off between values', '{\n  "a": 1,\n  "b": {\n    "c": 2,\n', '4 ends'],
  ['cut off in a text', '{\n  "a": "on', '2 ends'],
  ['cut off behind a key', '{"a"', '1 ends'],
  ['a key that was cut', '{\n  "sl: {\n    "x": 1\n  }\n}', '3'],
  ['a comma too many', '{\n  "a": 1,\n}', '3'],
  ['marks of a merge', '{\n<<<<<<< HEAD\n  "a": 1\n}', '2'],
  ['words', 'moved to the wiki\n', '1'],
  ['nothing', '', '1 ends'],
  ['something behind it', '{\n}\n}\n', '3'],
];
for (const [name, text, slip] of slips) {
  test(`where a text stops being JSON: ${name}`, () => {
    const found = slipInJson(text);
    assert.equal(found && `${found.line}${found.ends ? ' ends' : ''}`, slip);
  });
}

test('of XML that is cut off the line is told, of words without an ending nothing', async () => {
  const xml = await read('<testsuites>\n<testsuite>\n<testcase>\n', 'eval/report.xml');
  assert.deepEqual(xml.kind === 'unclear' && xml.slip, { format: 'XML', line: 3, ends: true });
  const broken = await read('a: b\n c: d\n', 'eval/report.yaml');
  assert.deepEqual(broken.kind === 'unclear' && broken.slip, { format: 'YAML', line: 2 });
  for (const [text, path] of [
    ['a: {{ b }}: c\n', 'eval/report.yaml'],
    ['words', 'eval/report'],
  ] as const) {
    const said = await reportOf(text, path, /\.([a-z]+)$/.exec(path)?.[1] ?? '');
    assert.ok(said.kind === 'unclear' && said.slip === undefined);
  }
});

test('what Python writes for no number is read, and is none', async () => {
  const said = await report('{"a": NaN, "b": -Infinity, "c": 1e-3}');
  assert.deepEqual(
    ['/a', '/b', '/c'].map((pointer) => said.leaves.get(pointer)?.text),
    ['NaN', '-Infinity', '1e-3'],
  );
});

const told: readonly (readonly [name: string, text: object, made: string | undefined, line: number | undefined])[] = [
  ['a timestamp on top', { timestamp: '2026-04-15T23:56:06+02:00' }, '2026-04-15T21:56:06.000Z', 2],
  ['one in metadata', { metadata: { created_at: '2026-04-15 10:00:00' } }, '2026-04-15T10:00:00.000Z', 3],
  ['seconds', { evaluation_timestamp: 1729724614 }, '2024-10-23T23:03:34.000Z', 2],
  ['milliseconds', { created: 1729724614000 }, '2024-10-23T23:03:34.000Z', 2],
  ['only a day', { date: '2026-04-15' }, '2026-04-15', 2],
  ['a number that is none', { time: 12 }, undefined, undefined],
  [
    'the evaluation before the export',
    { exportedAt: '2026-05-01T00:00:00Z', evaluationCreatedAt: '2026-04-01T00:00:00Z' },
    '2026-04-01T00:00:00.000Z',
    3,
  ],
];
for (const [name, text, made, line] of told) {
  test(`tells when it was made: ${name}`, async () => {
    const said = await report(text);
    assert.deepEqual([said.made?.moment, said.made?.line], [made, line]);
  });
}

test('what is said inside counts before the name of the file', async () => {
  const said = await report({ timestamp: '2026-04-15' }, 'eval/2026-08-03.json');
  assert.deepEqual([said.made?.moment, said.made?.from], ['2026-04-15', 'inside']);
  assert.deepEqual((await report({}, 'eval/2026-08-03.json')).made, { moment: '2026-08-03', from: 'name' });
});

const named: readonly (readonly [string, string | undefined])[] = [
  ['.deepeval/test_run_20260314_061205.json', '2026-03-14T06:12:05.000Z'],
  ['load/2026-09-22.json', '2026-09-22'],
  ['results/2026-09-22/summary.json', '2026-09-22'],
  ['results/experiment1729724614/summary.json', undefined],
  ['results/2026.10.1.json', undefined],
  ['results/20269999.json', undefined],
  ['claims_12345678901234.json', undefined],
];
for (const [path, moment] of named) test(`the stamp in ${path}`, () => assert.equal(momentInName(path), moment));

test('what is no moment', () => {
  for (const text of ['', 'yesterday', '2026-13-01', '2026-02-30T00:00:00Z?', '12', '99999999999999']) {
    assert.equal(readMoment(text), undefined, text);
  }
});

test('a report names its cases, its data set, its versions and its scale', async () => {
  const said = await report({
    case_count: 28,
    dataset: { path: 'evals/golden.jsonl' },
    versions: { 'answer-llm': 'gpt-4.1-2025-04-14', prompt: 'v31' },
    model_version: '2026.10.1',
    model: 'gpt-4',
    score_unit: '0_to_100',
  });
  assert.equal(said.cases?.count, 28);
  assert.equal(said.dataSet?.name, 'evals/golden.jsonl');
  assert.deepEqual([said.scale?.lowest, said.scale?.highest], [0, 100]);
  assert.deepEqual(
    said.versions.map(({ of, version, exact }) => `${of} ${version}${exact ? '' : ' (a name)'}`),
    ['answer-llm gpt-4.1-2025-04-14', 'prompt v31', 'model 2026.10.1', 'model gpt-4 (a name)'],
  );
});

test('counts of slices are not the count of the report', async () => {
  assert.equal((await report({ per_type: { invoice: { cases: 13 } }, by: { count: 4 } })).cases, undefined);
});

const prompts = [
  {
    provider: 'openai:gpt-4.1',
    label: 'v31',
    metrics: {
      score: 9,
      testPassCount: 9,
      testFailCount: 1,
      testErrorCount: 0,
      namedScores: { groundedness: 9.4 },
      namedScoresCount: { groundedness: 10 },
    },
  },
  {
    provider: 'openai:gpt-4o-mini',
    label: 'v31',
    metrics: {
      score: 5,
      testPassCount: 4,
      testFailCount: 5,
      testErrorCount: 1,
      namedScores: { groundedness: 6 },
      namedScoresCount: { groundedness: 10 },
    },
  },
];

test('promptfoo, version 3: by prompt and provider, and sums become means', async () => {
  const said = await report({
    evalId: 'x',
    results: { version: 3, timestamp: '2026-11-14T05:00:00Z', prompts, results: [] },
    config: { tests: 'file://evals/tests.jsonl' },
  });
  assert.equal(said.format, 'promptfoo');
  assert.deepEqual(
    [round(metric(said, 'pass-rate', 'gpt-4.1')?.value), round(metric(said, 'pass-rate', 'mini')?.value)],
    [0.9, 0.4],
  );
  assert.deepEqual(
    [round(metric(said, 'groundedness', 'gpt-4.1')?.value), round(metric(said, 'groundedness', 'mini')?.value)],
    [0.94, 0.6],
  );
  assert.deepEqual(
    [said.made?.moment, said.cases?.count, said.dataSet?.name],
    ['2026-11-14T05:00:00.000Z', 10, 'evals/tests.jsonl'],
  );
});

test('promptfoo, version 2: the same below its table', async () => {
  const said = await report({
    version: 2,
    createdAt: '2026-11-14T05:00:00Z',
    results: { version: 2, table: { head: { prompts } } },
  });
  assert.deepEqual([said.format, round(metric(said, 'pass-rate', 'mini')?.value)], ['promptfoo', 0.4]);
});

test('promptfoo: without counts of scored cases they are counted', async () => {
  const results = [0, 1, 2, 3].map((testIdx) => ({
    testIdx,
    promptIdx: 0,
    namedScores: testIdx < 2 ? { tone: 0.5 } : {},
  }));
  const [first] = prompts;
  const metrics = { testPassCount: 4, testFailCount: 0, testErrorCount: 0, namedScores: { tone: 1 } };
  const said = await report({ results: { version: 3, prompts: [{ ...first, metrics }], results } });
  assert.deepEqual([round(metric(said, 'tone')?.value), said.cases?.count], [0.5, 4]);
});

test('DeepEval: dated by its name, with cases that have no score', async () => {
  const run = {
    testCases: [{}, {}, {}],
    metricsScores: [{ metric: 'Answer Relevancy', scores: [0.8, 1, null], passes: 2, fails: 0, errors: 1 }],
    testPassed: 2,
    testFailed: 1,
  };
  const said = await report(run, '.deepeval/test_run_20260314_061205.json');
  assert.deepEqual([said.format, said.made?.from, said.cases?.count], ['DeepEval', 'name', 3]);
  assert.deepEqual(
    [round(metric(said, 'Answer Relevancy')?.value), metric(said, 'Answer Relevancy')?.missing],
    [0.9, 1],
  );
});

test('Ragas: a column for each measure, cells without a number counted', async () => {
  const said = await report(
    'user_input,response,faithfulness,context_recall\n"a, b",x,0.9,1\nc,y,nan,0.5\nd,"1",,0.6\n',
    'eval/ragas.csv',
  );
  assert.deepEqual(
    said.metrics.map(({ name, value, missing }) => [name, round(value), missing]),
    [
      ['faithfulness', 0.9, 2],
      ['context_recall', 0.7, 0],
    ],
  );
  assert.equal(said.cases?.count, 3);
});

test('MLflow: the last step counts, and the line has the time', async () => {
  const said = await report(
    '1793000000000 0.81 0\n1793000100000 0.9 2\n1793000050000 0.85 1\n',
    'mlruns/1/abc/metrics/recall',
  );
  assert.deepEqual(said.metrics[0], { name: 'recall', value: 0.9, line: 2 });
  assert.equal(said.made?.moment, new Date(1793000100000).toISOString());
});

test('JUnit: cases are counted again, also those of suites in suites', async () => {
  const said = await report(
    `<?xml version="1.0"?>
<testsuites>
  <testsuite name="retrieval" tests="9" failures="0" errors="0" timestamp="2026-11-14T05:00:00">
    <testcase name="a" classname="x" time="1"/>
    <testcase name="b"><failure message="m">text <![CDATA[<failure>]]></failure></testcase>
    <testsuite name="inner" tests="2" failures="0" errors="0">
      <testcase name="c"><skipped/></testcase>
      <testcase name="d"><error type="t"/><failure/></testcase>
    </testsuite>
  </testsuite>
</testsuites>`,
    'eval/junit.xml',
  );
  assert.equal(said.made?.moment, '2026-11-14T05:00:00.000Z');
  assert.equal(metric(said, 'tests')?.value, 4);
  assert.equal(said.cases, undefined, 'tests are not the cases of a data set');
  const whole = said.metrics.find(({ name, of }) => name === 'pass-rate' && of === undefined);
  assert.equal(whole?.value, 1 / 3);
  assert.deepEqual(
    [round(metric(said, 'tests', 'retrieval')?.value), round(metric(said, 'failures', 'inner')?.value)],
    [4, 1],
  );
});

const refused: readonly (readonly [name: string, path: string, text: string, why: RegExp])[] = [
  ['a DOCTYPE', 'a.xml', '<!DOCTYPE x [<!ENTITY a "b">]><testsuites>&a;</testsuites>', /DOCTYPE/],
  ['an entity that nobody defined', 'a.xml', '<testsuites>&bomb;</testsuites>', /no XML/],
  ['XML of something else', 'a.xml', '<coverage/>', /no JUnit/],
  ['half an XML', 'a.xml', '<testsuites><testsuite name="a">', /no XML/],
  ['broken JSON', 'a.json', '{"a": 1', /no JSON/],
  ['broken YAML', 'a.yaml', 'a: [', /no YAML/],
  ['an empty table', 'a.csv', '', /no table/],
  ['a metric that is none', 'mlruns/1/a/metrics/x', 'hello', /no metric/],
];
for (const [name, path, text, why] of refused) {
  test(`tells why there is no value in ${name}`, async () => {
    const said = await read(text, path);
    assert.ok(said.kind === 'unclear', JSON.stringify(said));
    assert.match(said.why, why);
  });
}

for (const text of [
  '',
  '\0',
  'x'.repeat(1_000_000),
  '['.repeat(100_000),
  '{"a":'.repeat(100_000),
  `"${'\\'.repeat(99_999)}`,
  '<a>'.repeat(50_000),
]) {
  for (const path of ['a.json', 'a.yaml', 'a.xml', 'a.csv']) {
    test(`answers ${text.length} characters of ${JSON.stringify(text.slice(0, 5))} as ${path}`, async () => {
      assert.ok(['report', 'unclear'].includes((await read(text, path)).kind));
    });
  }
}

test('JSON is read as JSON.parse reads it', () => {
  const texts = [
    '{}',
    '[]',
    '"a\\u00e9\\n"',
    '-0.5e+3',
    ' [1, {"a": [true, null]}, "x"] ',
    '{"a":1,}',
    '[1 2]',
    '01',
    '"a',
    '{"a" 1}',
    'nul',
    '\uFEFF{}',
  ];
  for (const text of texts) {
    let expected: unknown;
    try {
      expected = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch {
      expected = undefined;
    }
    assert.equal(readJson(text) !== undefined, expected !== undefined, text);
  }
  const root = readJson('{"a\\"b": {"c": "d"}}');
  assert.ok(root?.kind === 'mapping');
  assert.deepEqual(root.entries[0]?.key.value, 'a"b');
});
