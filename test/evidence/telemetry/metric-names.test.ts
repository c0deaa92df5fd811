import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  emission,
  isFromExporter,
  isOfInstrumentation,
  isSameMetric,
  metricNames,
  prefixed,
} from '../../../core/src/evidence/telemetry/metric-names.ts';
import { repository } from '../../support/repository.ts';
import { hostile } from '../hostile.ts';

async function namesIn(files: Readonly<Record<string, string>>) {
  const answer = await metricNames('').answer(repository({ files }).host);
  assert.ok(answer.kind === 'read');
  return answer.facts;
}

/** A file, what it says, a metric, and how that is emitted; with `@` and the line where it is. */
const table: readonly (readonly [path: string, text: string, metric: string, how: string])[] = [
  ['m.py', 'from prometheus_client import Gauge\ng = Gauge("claims_recall", "x")', 'claims_recall', 'declared@2'],
  ['m.py', "c = Counter(\n    'claims_calls_total',\n    'Calls',\n)", 'claims_calls_total', 'declared@2'],
  ['m.py', 'Counter("claims_calls", "x")', 'claims_calls_total', 'declared@1'],
  ['m.py', 'Histogram("claims_latency_seconds", "x")', 'claims_latency_seconds_bucket', 'declared@1'],
  ['m.py', 'meter.create_gauge("claims_ai.groundedness.ratio")', 'claims_ai_groundedness_ratio', 'declared@1'],
  ['m.py', 'meter.create_histogram("claims.latency", unit="ms")', 'claims_latency_milliseconds', 'with-unit@1'],
  ['m.ts', "meter.createCounter('claims.calls');", 'claims_calls_total', 'declared@1'],
  ['m.js', 'new client.Gauge({\n  name: "claims_recall",\n})', 'claims_recall', 'declared@2'],
  ['m.go', 'promauto.NewGauge(prometheus.GaugeOpts{\n\tName: "claims_recall",\n})', 'claims_recall', 'declared@2'],
  ['m.go', 'm.Float64Histogram("claims.recall")', 'claims_recall', 'declared@1'],
  ['m.go', 'prometheus.CounterOpts{Namespace: "claims", Name: "calls_total"}', 'claims_calls_total', 'assembled@1'],
  ['M.java', 'Gauge.builder("claims.recall", this, M::recall)', 'claims_recall', 'declared@1'],
  ['m.rs', 'let c = counter!("claims_calls_total");', 'claims_calls_total', 'declared@1'],
  ['m.rb', 'Prometheus::Client::Counter.new(:claims_calls, docstring: "x")', 'claims_calls_total', 'declared@1'],
  ['m.sh', 'echo "# TYPE claims_recall gauge"\necho "claims_recall 1"', 'claims_recall', 'declared@1'],
  ['m.py', 'Gauge(f"{prefix}_recall_ratio", "x")', 'claims_recall_ratio', 'assembled@1'],
  ['m.py', 'Gauge(PREFIX + "_recall", "x")', 'claims_recall', 'assembled@1'],
  ['m.py', 'push("claims_recall", 1)', 'claims_recall', 'mentioned@1'],
  // Only in a declaration: elsewhere the name is text like any other.
  ['m.py', 'Gauge("claims_other", "x")\nlog.info("claims_recall")', 'claims_recall', 'mentioned@2'],
  ['m.py', 'Gauge("claims_other", "x", ["claims_recall"])', 'claims_recall', 'mentioned@1'],
  ['m.py', 'Gauge("claims_other", "x")\n"""\nclaims:\n"claims_recall"\n"""', 'claims_recall', 'nowhere'],
  ['m.py', 'Gauge("claims_other", "x")  # was "claims_recall"', 'claims_recall', 'nowhere'],
  ['m.ts', 'new Gauge({ name: "claims_other" }); // not "claims_recall"', 'claims_recall', 'nowhere'],
  ['m.ts', 'new Gauge({\n  help: "claims_help",\n  name: "claims_recall",\n});', 'claims_recall', 'declared@3'],
  ['M.java', 'Gauge.build()\n  .name("claims_recall")\n  .help("x").register();', 'claims_recall', 'declared@2'],
  ['m.py', 'RECALL = "claims_recall"\nGauge(RECALL, "x")', 'claims_recall', 'mentioned@1'],
  ['m.py', 'Gauge(PREFIX + "recall", "x")', 'claims_recall', 'assembled@1'],
  ['m.py', 'Gauge(f"{PREFIX}{name}", "x")', 'claims_recall', 'nowhere'],
  ['m.py', 'log.info("docs.%s", x)\nrecall = "claims_recall_other"', 'claims_recall', 'nowhere'],
  ['m.py', 'Gauge("claims_recall_at_8", "x")', 'claims_recall', 'nowhere'],
  ['m.py', 'Gauge("claims_ai_recall", "x")', 'ai_recall', 'nowhere'],
  ['m.py', '# Gauge("claims_recall", "x")', 'claims_recall', 'nowhere'],
  ['test_m.py', 'Gauge("claims_recall", "x")', 'claims_recall', 'nowhere'],
  ['tests/m.py', 'Gauge("claims_recall", "x")', 'claims_recall', 'nowhere'],
  ['docs/m.py', 'Gauge("claims_recall", "x")', 'claims_recall', 'nowhere'],
  ['README.md', 'Gauge("claims_recall", "x")', 'claims_recall', 'nowhere'],
  ['exporter.yaml', 'metrics:\n  - metric_name: claims_recall', 'claims_recall', 'mentioned@2'],
  ['rules.yaml', 'rules:\n  - alert: A\n    expr: claims_recall > 1', 'claims_recall', 'nowhere'],
  ['rules.yaml', 'rules:\n  - record: claims:recall\n    expr: claims_recall', 'claims:recall', 'recorded@2'],
  ['ai-system.yaml', 'emitted_as: claims_recall', 'claims_recall', 'nowhere'],
];

for (const [path, text, metric, how] of table) {
  test(`${metric} in ${path}: ${text.replaceAll(/\s+/g, ' ')}`, async () => {
    const found = emission(await namesIn({ [path]: text }), metric);
    assert.equal(found === undefined ? 'nowhere' : `${found.how}@${found.at.line}`, how);
  });
}

test('what declares beats what only names', async () => {
  const names = await namesIn({ 'a.py': 'send("claims_recall")', 'b.py': 'Gauge("claims_recall", "x")' });
  assert.equal(emission(names, 'claims_recall')?.at.path, 'b.py');
});

test('a name behind a prefix that only the source has', async () => {
  const names = await namesIn({ 'a.py': 'Counter("llm_gateway_requests_total", "x")' });
  assert.equal(prefixed(names, 'requests_total')?.written, 'llm_gateway_requests_total');
  assert.equal(prefixed(names, 'gateway_requests')?.written, 'llm_gateway_requests_total');
  assert.equal(prefixed(names, 'other_total'), undefined);
});

test('libraries that instrument the code are seen', async () => {
  assert.equal((await namesIn({ 'a.py': 'FastAPIInstrumentor().instrument_app(app)' })).instrumented, true);
  assert.equal((await namesIn({ 'a.py': 'Gauge("a_b", "x")' })).instrumented, false);
});

test('series that nobody here emits', () => {
  for (const name of ['up', 'node_cpu_seconds_total', 'container_memory_working_set_bytes', 'kube_pod_info', 'ALERTS'])
    assert.ok(isFromExporter(name), name);
  for (const name of ['claims_up', 'upstream_errors_total', 'nodes_total', 'pgvector_rows', 'goal_ratio'])
    assert.ok(!isFromExporter(name), name);
  assert.ok(isOfInstrumentation('http.server.request.duration'));
  assert.ok(!isOfInstrumentation('claims_http_requests_total'));
});

test('names of one metric', () => {
  assert.equal(isSameMetric('a_seconds_bucket', 'a_seconds'), 'same');
  assert.equal(isSameMetric('a.b', 'a_b_total'), 'same');
  assert.equal(isSameMetric('a_b_seconds', 'a.b'), 'unit');
  assert.equal(isSameMetric('a_b', 'a_c'), undefined);
  assert.equal(isSameMetric('', 'a'), undefined);
});

for (const [name, text] of Object.entries(hostile)) {
  test(`survives ${name}`, async () => {
    const names = await namesIn({ 'a.py': text, 'b.yaml': text, 'c.rb': `${text} :a_b "` });
    assert.equal(emission(names, 'claims_recall'), undefined);
  });
}

test('a declaration whose name is not written there', async () => {
  const of = async (line: string) =>
    (await namesIn({ 'm.py': `from prometheus_client import Gauge\n${line}\n` })).unnamed?.line;
  for (const line of [
    'Gauge(name("recall"), "x")',
    'Gauge(PREFIX + name, "x")',
    'Gauge(NAME, "x")',
    'Gauge(f"{PREFIX}{name}", "x")',
    'meter.create_gauge(name=NAMES["recall"])',
  ])
    assert.equal(await of(line), 2, line);
  for (const line of [
    'Gauge("claims_recall", NAME)',
    'Gauge(name="claims_recall")',
    'def gauge(name): ...',
    'x = Gauge',
  ])
    assert.equal(await of(line), undefined, line);
});
