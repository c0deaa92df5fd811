import { evidence } from '../support/evidence.ts';

const find = evidence('load-tested');

type Mark = 'rate' | 'p95' | 'date' | 'proof';
const spec = (proof: string, mark?: Mark, rate = '60/min', p95 = '5.1s') => {
  const carets = (what: Mark, column: number, length: number) =>
    mark === what ? `${' '.repeat(column)}${'^'.repeat(length)} load-tested\n` : '';
  return `
system:
  users:
    count: 180
  load:
    per_day: 4000
    peak_per_minute: 25
evaluation:
  load_test:
    rate: ${rate}
${carets('rate', 10, rate.length)}    p95: ${p95}
${carets('p95', 9, p95.length)}    date: 2026-09-22
${carets('date', 10, 10)}    against: staging
    proof: ${proof}
${carets('proof', 11, proof.length)}`;
};
const k6 = (perSecond: number, milliseconds: number, more: object = {}, failed = 0) =>
  JSON.stringify({
    ...more,
    metrics: {
      http_reqs: { values: { rate: perSecond } },
      http_req_duration: { values: { 'p(95)': milliseconds } },
      http_req_failed: { values: { rate: failed } },
    },
  });
const promised = (availability: string) => `operations:\n  slo:\n    availability: ${availability}\n`;
const subject = '/evaluation/load_test';

find('as in the report', {
  spec: spec('load/2026-09-22.json'),
  files: { 'load/2026-09-22.json': k6(1.01, 5083) },
  states: { [subject]: 'proven' },
});
find('a rate that was not held', {
  spec: spec('load/2026-09-22.json', 'rate'),
  files: { 'load/2026-09-22.json': k6(0.7, 5083) },
  says: [/^60\/min here, but load\/2026-09-22.json:1 shows 42 a minute\.$/],
});
find('another latency', {
  spec: spec('load/2026-09-22.json', 'p95'),
  files: { 'load/2026-09-22.json': k6(1.01, 7900) },
  says: [/5.1s here, but .* shows 7.9s/],
});
find('another day in the name', {
  spec: spec('load/2026-06-01.json', 'date'),
  files: { 'load/2026-06-01.json': k6(1.01, 5083) },
  says: [/the name of load\/2026-06-01.json says 2026-06-01/],
});
find('what is said inside counts before the name', {
  spec: spec('load/2026-06-01.json'),
  files: { 'load/2026-06-01.json': k6(1.01, 5083, { timestamp: '2026-09-22T11:00:00Z' }) },
  states: { [subject]: 'proven' },
});
const failing: readonly (readonly [name: string, slo: string, failed: number, says: RegExp | undefined])[] = [
  [
    'more fail than is held',
    '',
    0.3,
    /^By load\/2026-09-22.json:1 30% of the requests failed: a load at which more than 1%/,
  ],
  ['few fail', '', 0.01, undefined],
  [
    'more fail than the availability leaves',
    promised('99.5%'),
    0.007,
    /0.7% .* an availability of 99.5% leaves 0.5%\.$/,
  ],
  ['as many fail as the availability leaves', promised('97%'), 0.03, undefined],
];
for (const [name, slo, failed, says] of failing) {
  const report = { 'load/2026-09-22.json': k6(1.01, 5083, {}, failed) };
  find(
    name,
    says === undefined
      ? { spec: spec('load/2026-09-22.json') + slo, files: report, states: { [subject]: 'proven' } }
      : { spec: spec('load/2026-09-22.json', 'proof') + slo, files: report, says: [says] },
  );
}
const own = (rate: number) => JSON.stringify({ rate_per_minute: 61, p95_ms: 5100, error_rate: rate });
find('a rate that may be a share or per cent', {
  spec: spec('load/2026-09-22.json'),
  files: { 'load/2026-09-22.json': own(0.5) },
  states: { [subject]: 'linked' },
});
find('a rate that is too much in either way', {
  spec: spec('load/2026-09-22.json', 'proof') + promised('99.9%'),
  files: { 'load/2026-09-22.json': own(0.5) },
  says: [/50% of the requests failed: an availability/],
});
find('a rate that is little in either way', {
  spec: spec('load/2026-09-22.json'),
  files: { 'load/2026-09-22.json': own(0.004) },
  states: { [subject]: 'proven' },
});
const counting = (count: number) => k6(1.01, 5083).replace('"rate":1.01', `"count":${count},"rate":1.01`);
find('a load that was held for seconds', {
  spec: spec('load/2026-09-22.json', 'proof'),
  files: { 'load/2026-09-22.json': counting(20) },
  stage: 'production',
  says: [/^load\/2026-09-22\.json:1 counts 20 requests, of which hardly any are slower/],
});
find('a load that was held', {
  spec: spec('load/2026-09-22.json'),
  files: { 'load/2026-09-22.json': counting(1818) },
  states: { [subject]: 'proven' },
});
find('a report that only people can read', {
  spec: spec('load/report.html'),
  files: { 'load/report.html': '<html>' },
  states: { [subject]: 'linked' },
});
find('no report', { spec: spec('load/2026-09-22.json', 'proof'), files: {}, says: [/There is no/] });
find('in a pilot nobody asks for it', { spec: spec('load/2026-09-22.json'), stage: 'pilot', files: {} });
