import { evidence } from '../support/evidence.ts';

/* Four requirements ask for a metric of some kind; what the source says of its name is judged alike. */

const kinds: Readonly<Record<string, string>> = {
  'quality-metric-online': 'kind: quality\n      by: people\n      sample: 40/week\n      window: 7d',
  'retrieval-metric-online': 'kind: retrieval\n      window: 7d',
  'usage-metrics': 'kind: usage\n      window: 7d',
  'drift-monitored': 'kind: drift\n      of: queries\n      method: js\n      reference: set\n      window: 7d',
};
const source = 'from prometheus_client import Gauge\nGauge("claims_other", "x")\nGauge("claims_value", "x")\n';
const subject = '/monitoring/metrics/value';

for (const [rule, lines] of Object.entries(kinds)) {
  const find = evidence(rule);
  const spec = (marked: 'emitted_as' | 'emitted_by' | undefined, by?: string, name = 'claims_value') => {
    const field = (key: string, value: string) =>
      `      ${key}: ${value}\n${key === marked ? `${' '.repeat(key.length + 8)}${'^'.repeat(value.length)} ${rule}\n` : ''}`;
    return `
system:
  type: rag
owners:
  people:
    team: Claims
evaluation:
  datasets:
    set:
      size: 420
indexes:
  a:
    max_age: 28h
monitoring:
  metrics:
    other:
      kind: usage
      emitted_as: claims_other
    value:
      ${lines}
${field('emitted_as', name)}${by === undefined ? '' : field('emitted_by', by)}  alerts:
    watched:
      metric: value
      above: 1
`;
  };
  const shows = (
    name: string,
    state: string,
    files: Readonly<Record<string, string>>,
    says: RegExp,
    by?: string,
    series?: string,
  ) => {
    const isFound = state === 'contradicted' || /elsewhere does/.test(says.source);
    const at = isFound ? (by === undefined ? 'emitted_as' : 'emitted_by') : undefined;
    find(`${rule}: ${name}`, { spec: spec(at, by, series), files, states: { [subject]: state }, says: [says] });
  };

  shows('emitted', 'proven', { 'src/m.py': source }, /claims_value is emitted in src\/m\.py:3/);
  shows(
    'recorded by a rule',
    'proven',
    { 'rules.yaml': 'groups:\n  - rules:\n      - record: claims:value\n        expr: x\n' },
    /claims:value is recorded in rules\.yaml:3/,
    undefined,
    'claims:value',
  );
  shows(
    'only named',
    'linked',
    { 'src/m.py': 'push("claims_value")\n' },
    /src\/m\.py:1 names claims_value; that it emits it does not show/,
  );
  shows(
    'emitted by nothing',
    'contradicted',
    { 'src/m.py': source.replace('value', 'valve') },
    /Nothing in this repository emits claims_value\. Did you mean claims_valve \(src\/m\.py:3\)\?$/,
  );
  shows(
    'emitted by nothing, and nothing is called like it',
    'contradicted',
    { 'src/m.py': source.replace('claims_value', 'claims_index_age') },
    /Nothing in this repository emits claims_value, where others of `claims_` are emitted\.$/,
  );
  shows(
    'emitted by nothing, and of another name than all others',
    'linked',
    { 'src/m.py': source },
    /Nothing in this repository emits billing_sum; if something elsewhere does, `emitted_by` says what\.$/,
    undefined,
    'billing_sum',
  );
  shows(
    'emitted under a longer name',
    'contradicted',
    { 'src/m.py': source.replace('claims_value', 'app_claims_value') },
    /It is called app_claims_value in src\/m\.py:3/,
  );
  shows('the source is elsewhere', 'unverifiable', { 'src/m.py': 'Gauge("x_y", "x")\n' }, /as far as can be seen/);
  shows(
    'from an exporter',
    'unverifiable',
    { 'src/m.py': source },
    /comes from an exporter/,
    undefined,
    'kube_pod_value',
  );
  shows(
    'from a library',
    'unverifiable',
    { 'src/m.py': `${source}FastAPIInstrumentor.instrument_app(app)\n` },
    /may come from a library/,
    undefined,
    'gen_ai_value',
  );
  shows('by the file that is named', 'proven', { 'src/m.py': source }, /is emitted in src\/m\.py:3/, 'src/m.py');
  shows(
    'not by the file that is named',
    'contradicted',
    { 'src/m.py': source.replace('value', 'valve') },
    /src\/m\.py declares metrics, but none that is called claims_value/,
    'src/m.py',
  );
  shows('by a file that is not there', 'contradicted', {}, /There is no "src\/m\.py"/, 'src/m.py');
  shows(
    'by a job that does not say it in one word',
    'linked',
    { 'job.sql': 'select 1' },
    /does not stand in it as one word/,
    'job.sql',
  );
  find(`${rule}: emitted in the repository of its rules`, {
    spec: spec(undefined).replace('above: 1\n', 'above: 1\n      rule: app//alerts.yaml#A\n'),
    files: { 'app//m.py': source },
    states: { [subject]: 'proven' },
    says: [/is emitted in app\/\/m\.py:3/],
  });
  shows('by a folder', 'linked', { 'src/m.py': source }, /"src" is there/, 'src/');
}
