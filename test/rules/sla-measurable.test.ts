import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, type Stage } from '../../core/src/index.ts';
import { assertFindings, today } from '../support/carets.ts';

const slo = (availability: string, rest = '', more = '') => `
${more}operations:
  slo:
    availability: ${availability}
    p95_latency: 8s
    quality:
      metric: groundedness-live
      min: 0.90
    window: 28d
${rest}`;
const marked = (value: string) => `${value}\n                  ${'^'.repeat(value.length)} sla-measurable`;

find('three numbers and a window', slo('99.0%'));

for (const stage of ['pilot', 'production'] as const) {
  find(`no objective (${stage})`, 'operations:\n^^^^^^^^^^ sla-measurable\n  run_owner: claims-ops\n', stage);
}

for (const line of ['availability: 99.0%', 'p95_latency: 8s', 'window: 28d']) {
  find(`no ${line}`, slo('99.0%').replace(`    ${line}\n`, '').replace('  slo:\n', '  slo:\n  ^^^ sla-measurable\n'));
}
find(
  'no quality objective',
  slo('99.0%')
    .replace(/ {4}quality:\n.*\n.*\n/, '')
    .replace('  slo:\n', '  slo:\n  ^^^ sla-measurable\n'),
);
find(
  'a quality without a number',
  slo('99.0%').replace('      min: 0.90\n', '').replace('quality:\n', 'quality:\n    ^^^^^^^ sla-measurable\n'),
);
find('a quality with a maximum', slo('99.0%').replace('min: 0.90', 'max: 0.05'));

find('"best effort" has no form, which `invalid-value` says', slo('best effort'));
test('and it is no objective', () => {
  const { assessments } = check(slo('best effort'), { asOf: today });
  assert.equal(assessments.find(({ rule }) => rule === 'sla-measurable')?.state, 'hollow');
});
find('a placeholder', slo(marked('TODO e.g. 99.0%')));
find('100%', slo(marked('100%')));
find('100.0%', slo(marked('100.0%')));

const usage = 'monitoring:\n  metrics:\n    groundedness-live:\n      kind: usage\n';
find(
  'calls are no quality',
  slo('99.0%', '', usage).replace(
    'metric: groundedness-live\n',
    'metric: groundedness-live\n              ^^^^^^^^^^^^^^^^^ sla-measurable\n',
  ),
);
find('a quality metric is', slo('99.0%', '', usage.replace('usage', 'quality')));

const model = (availability: string, role = 'generate') =>
  `models:\n  answer-llm:\n    role: ${role}\n    limits:\n      availability: ${availability}\n`;
const source = (via: string, status = 'connected') =>
  `sources:\n  claim-record:\n    status: ${status}\n    via: ${via}\n    limits:\n      availability: 99.9%\n`;

find('as much as the one dependency allows', slo('99.5%', '', model('99.5%')));
find('more than the one dependency allows', slo(marked('99.6%'), '', model('99.5%')));
find('99.5% × 99.9% is 99.4%', slo('99.4%', '', model('99.5%') + source('api')));
find('and not 99.5%', slo(marked('99.5%'), '', model('99.5%') + source('api')));
find('features are read at run time too', slo(marked('99.5%'), '', model('99.5%') + source('features')));
find('an index stands by itself', slo('99.5%', '', model('99.5%') + source('index')));
find('a planned source does not count yet', slo('99.5%', '', model('99.5%') + source('api', 'planned')));
find('a judge is not waited for', slo('99.9%', '', model('90%', 'judge')));

test('the message shows the sum', () => {
  const [finding] = assertFindings(
    slo(marked('99.5%'), '', model('99.5%') + source('api')),
    { asOf: today, stage: 'production' },
    ['sla-measurable'],
  );
  assert.match(finding?.message ?? '', /99\.9% \(claim-record\) × 99\.5% \(answer-llm\) = 99\.4%/);
});

function find(name: string, source: string, stage: Stage = 'production'): void {
  test(name, () => {
    assertFindings(source, { asOf: today, stage }, ['sla-measurable']);
  });
}
