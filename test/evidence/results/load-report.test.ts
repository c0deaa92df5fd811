import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadOf } from '../../../core/src/evidence/results/load-report.ts';

const table: readonly (readonly [
  name: string,
  path: string,
  text: string | object,
  rate: number | undefined,
  p95: number | undefined,
])[] = [
  [
    'k6',
    'a.json',
    { metrics: { http_reqs: { values: { rate: 1.5 } }, http_req_duration: { values: { 'p(95)': 4200 } } } },
    90,
    4.2,
  ],
  [
    'k6 in its older form',
    'a.json',
    { metrics: { http_reqs: { rate: 1.5 }, http_req_duration: { 'p(95)': 4200 } } },
    90,
    4.2,
  ],
  [
    'Artillery',
    'a.json',
    { aggregate: { rates: { 'http.request_rate': 2 }, summaries: { 'http.response_time': { p95: 500 } } } },
    120,
    0.5,
  ],
  ['Vegeta', 'a.json', { latencies: { '95th': 300_000_000 }, rate: 3, throughput: 2 }, 120, 0.3],
  ['JMeter', 'a.json', { Total: { throughput: 2, pct2ResTime: 700 } }, 120, 0.7],
  [
    'Locust',
    'a.csv',
    'Type,Name,Request Count,Failure Count,Requests/s,95%\nGET,/a,10,0,1,100\n,Aggregated,100,5,2,900\n',
    120,
    0.9,
  ],
  ['one of its own', 'a.json', { rate_per_minute: 75, p95_ms: 5100 }, 75, 5.1],
];
for (const [name, path, text, rate, p95] of table) {
  test(`reads ${name}`, async () => {
    const said = await loadOf(typeof text === 'string' ? text : JSON.stringify(text), path);
    assert.ok(!('unclear' in said), JSON.stringify(said));
    const round = (one: { readonly value: number } | undefined) => one && Number(one.value.toFixed(9));
    assert.deepEqual([round(said.perMinute), round(said.p95)], [rate, p95]);
  });
}

const k6 = (more: object) => ({ metrics: { http_req_duration: { values: { 'p(95)': 1 } }, ...more } });
const artillery = (counters: object) => ({ aggregate: { counters, summaries: { 'http.response_time': { p95: 1 } } } });
const failures: readonly (readonly [name: string, path: string, text: string | object, failed: string | undefined])[] =
  [
    ['k6', 'a.json', k6({ http_req_failed: { values: { rate: 0.3, passes: 3, fails: 7 } } }), '0.3 requests'],
    ['k6 in its older form', 'a.json', k6({ http_req_failed: { value: 0.3, passes: 3, fails: 7 } }), '0.3 requests'],
    [
      'k6 with checks',
      'a.json',
      k6({ http_req_failed: { values: { rate: 0 } }, checks: { values: { rate: 0.75 } } }),
      '0.25 checks',
    ],
    [
      'k6 with checks that hold',
      'a.json',
      k6({ http_req_failed: { values: { rate: 0 } }, checks: { values: { rate: 1 } } }),
      '0 requests',
    ],
    ['k6 without', 'a.json', k6({}), undefined],
    [
      'Artillery',
      'a.json',
      artillery({ 'http.requests': 100, 'http.codes.200': 90, 'http.codes.429': 8, 'errors.ETIMEDOUT': 2 }),
      '0.1 requests',
    ],
    ['Artillery without failures', 'a.json', artillery({ 'http.requests': 100, 'http.codes.200': 100 }), '0 requests'],
    ['Vegeta', 'a.json', { latencies: { '95th': 1 }, success: 0.75 }, '0.25 requests'],
    [
      'JMeter',
      'a.json',
      { Total: { pct2ResTime: 1, sampleCount: 200, errorCount: 50, errorPct: 25 } },
      '0.25 requests',
    ],
    ['JMeter by its percentage', 'a.json', { Total: { pct2ResTime: 1, errorPct: 25 } }, '0.25 requests'],
    [
      'JMeter as a table',
      'a.csv',
      'Label,# Samples,95% Line,Error %,Throughput\nask,4,1,25.00%,1\nTOTAL,4,1,25.00%,1.0\n',
      '0.25 requests',
    ],
    ['Locust', 'a.csv', 'Name,Request Count,Failure Count,Requests/s,95%\nAggregated,100,5,2,900\n', '0.05 requests'],
    ['a share', 'a.json', { p95_ms: 1, error_rate: '5%' }, '0.05 requests'],
    ['a share above 1', 'a.json', { p95_ms: 1, error_rate: 5 }, '0.05 requests'],
    ['a share that did well', 'a.json', { p95_ms: 1, success_rate: 0.875 }, '0.125 requests'],
    ['a rate that may be per cent', 'a.json', { p95_ms: 1, error_rate: 0.5 }, '0.5 requests?'],
    ['a rate beside per cent', 'a.json', { p95_ms: 1, error_rate: 0.5, success_rate: 99.5 }, '0.005 requests'],
    ['a rate beside a share', 'a.json', { p95_ms: 1, error_rate: 0.25, success_rate: 0.75 }, '0.25 requests'],
    ['a rate beside counts', 'a.json', { p95_ms: 1, error_rate: 0.5, requests: 200, failed: 1 }, '0.005 requests'],
    ['no failures', 'a.json', { p95_ms: 1, error_rate: 0 }, '0 requests'],
    ['a name that tells', 'a.json', { p95_ms: 1, error_pct: 0.5 }, '0.005 requests'],
    ['JMeter without the sign', 'a.csv', 'Label,95% Line,Error %,Throughput\nTOTAL,1,0.5,1.0\n', '0.005 requests'],
    ['counts', 'a.json', { p95_ms: 1, requests: 200, failed: 50 }, '0.25 requests'],
  ];
for (const [name, path, text, failed] of failures) {
  test(`what failed by ${name}`, async () => {
    const said = await loadOf(typeof text === 'string' ? text : JSON.stringify(text), path);
    assert.ok(!('unclear' in said), JSON.stringify(said));
    const { value = 0, what, orPercent } = said.failed ?? {};
    assert.equal(what && `${Number(value.toFixed(9))} ${what}${orPercent ? '?' : ''}`, failed);
  });
}

const counts: readonly (readonly [path: string, text: string | object])[] = [
  ['a.json', k6({ http_reqs: { values: { count: 7 } } })],
  ['a.json', artillery({ 'http.requests': 7 })],
  ['a.json', { latencies: { '95th': 1 }, requests: 7 }],
  ['a.json', { Total: { pct2ResTime: 1, sampleCount: 7 } }],
  ['a.json', { p95_ms: 1, total_requests: 7 }],
  ['a.csv', 'Name,Request Count,Failure Count,Requests/s,95%\nAggregated,7,5,2,900\n'],
  ['a.csv', 'Label,# Samples,95% Line,Error %,Throughput\nTOTAL,7,1,25.00%,1.0\n'],
];
for (const [path, text] of counts) {
  test(`how many requests: ${JSON.stringify(text)}`, async () => {
    const said = await loadOf(typeof text === 'string' ? text : JSON.stringify(text), path);
    assert.ok(!('unclear' in said) && said.count?.value === 7);
  });
}

test('the day is in the report, or in its name', async () => {
  const said = await loadOf('{"p95_ms": 1, "rps": 1, "finished_at": "2026-09-20T10:00:00Z"}', 'load/2026-09-22.json');
  assert.ok(!('unclear' in said) && said.made?.moment === '2026-09-20T10:00:00.000Z');
  const named = await loadOf('{"p95_ms": 1}', 'load/2026-09-22.json');
  assert.ok(!('unclear' in named) && named.made?.moment === '2026-09-22');
});

for (const text of ['', '{}', '[]', '{"throughput": 3}', '{"p95_ms": "fast"}', 'a,b\n1,2\n', '{'.repeat(100_000)]) {
  test(`tells that ${JSON.stringify(text.slice(0, 20))} is no report of a load tool`, async () => {
    assert.ok('unclear' in (await loadOf(text, 'a.json')));
    assert.ok('unclear' in (await loadOf(text, 'a.csv')));
  });
}
