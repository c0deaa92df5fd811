import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../core/src/index.ts';
import { drawn } from '../support/carets.ts';
import { evidence, judged } from '../support/evidence.ts';

const find = evidence('sla-measurable');
const rule = 'sla-measurable';

function spec(definition: string, marked?: string): string {
  const fields: readonly (readonly [string, string])[] = [
    ['availability', '99.5%'],
    ['p95_latency', '8s'],
    ['window', '28d'],
    ['definition', definition],
  ];
  const lines = fields.flatMap(([name, value]) => {
    const caret = `${' '.repeat(name.length + 6)}${'^'.repeat(value.length)} ${rule}`;
    return [`    ${name}: ${value}`, ...(name === marked ? [caret] : [])];
  });
  return `
monitoring:
  metrics:
    good:
      kind: quality
      emitted_as: good_ratio
operations:
  slo:
    quality:
      metric: good
      min: 0.9
${lines.join('\n')}
`;
}
const sloth = (...slos: readonly string[]) =>
  `version: prometheus/v1\nslos:\n${slos.map((one) => `  - ${one}\n`).join('')}`;
const openSlo = (target: string, window: string) =>
  `apiVersion: openslo/v1\nkind: SLO\nmetadata: { name: a }\nspec:\n  timeWindow: [{ duration: ${window} }]\n  objectives: [{ target: ${target} }]\n`;

/** A file, which field gets the finding, the state, and what is said. */
const table: Readonly<
  Record<string, readonly [text: string, marked: string | undefined, state: string, says: RegExp, selector?: string]>
> = {
  'the same target': [sloth('{ name: a, objective: 99.5 }'), undefined, 'proven', /"a" in slo\.yaml:3 has 99\.5%/],
  'another target': [
    sloth('{ name: a, objective: 99.9 }'),
    'availability',
    'contradicted',
    /The availability is 99\.5% here, but 99\.9% in slo\.yaml:3/,
  ],
  'one of several': [
    sloth('{ name: latency, objective: 95 }', '{ name: availability, objective: 99.5 }'),
    undefined,
    'proven',
    /"availability" in slo\.yaml:4/,
  ],
  'several, none of which says what it is': [
    sloth('{ name: a, objective: 95 }', '{ name: b, objective: 98 }'),
    undefined,
    'linked',
    /which of them is the availability/,
  ],
  'by name': [sloth('{ name: a, objective: 95 }', '{ name: b, objective: 99.5 }'), undefined, 'proven', /"b" in/, '#b'],
  'by a name that is not there': [
    sloth('{ name: answers, objective: 99.5 }'),
    'definition',
    'contradicted',
    /no objective "answer" in slo\.yaml\. Did you mean "answers"/,
    '#answer',
  ],
  'OpenSLO with its window': [openSlo('0.995', '4w'), undefined, 'proven', /"a" in/],
  'another window': [
    openSlo('0.995', '30d'),
    'window',
    'contradicted',
    /The window is 28d here, but 30d in slo\.yaml:5/,
  ],
  'the quality as well': [
    sloth('{ name: availability, objective: 99.5 }', '{ name: good, objective: 90 }'),
    undefined,
    'proven',
    /99\.5%/,
  ],
  'a file of another kind': ['objectives: high\n', undefined, 'linked', /"slo\.yaml" is there/],
};

for (const [name, [text, marked, state, says, selector = '']] of Object.entries(table)) {
  find(name, {
    spec: spec(`slo.yaml${selector}`, marked),
    files: { 'slo.yaml': text },
    states: { '/operations/slo': state },
    says: [says],
  });
}

find('no such file', { spec: spec('slo.yaml', 'definition'), files: {}, says: [/There is no "slo\.yaml"/] });

test('adopts the target of the file', async () => {
  const { text } = drawn(spec('slo.yaml'));
  const { findings } = await judged(text, { files: { 'slo.yaml': sloth('{ name: a, objective: 99.9 }') } });
  const fix = findings.flatMap((one) => (one.rule === rule ? one.fixes() : [])).find(({ kind }) => kind === 'adopt');
  assert.equal(fix?.title, 'Use "99.9%" from slo.yaml:3');
  assert.match(applyEdits(text, fix?.edits ?? []), /availability: 99\.9%/);
});
