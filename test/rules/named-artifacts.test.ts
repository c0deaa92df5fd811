import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../core/src/index.ts';
import { fields } from '../../core/src/spec/fields.generated.ts';
import { judged } from '../support/evidence.ts';

/** Fields whose artifacts are read for more than that they are there, each by the readers of its kind. */
const judgedByTheirOwnReaders: readonly string[] = [
  'sources.*.tested.proof',
  'sources.*.quality',
  'sources.*.contract',
  'models.*.training.refresh.job',
  'indexes.*.refresh.job',
  'tools.*.contract',
  'evaluation.datasets.*.path',
  'evaluation.retrieval.*.measured',
  'evaluation.answers.*.measured',
  'evaluation.predictions.*.measured',
  'evaluation.slices.measured',
  'evaluation.results.path',
  'evaluation.results.at',
  'evaluation.gate.job',
  'evaluation.judge.proof',
  'evaluation.load_test.proof',
  'evaluation.red_team.proof',
  'logging.sample',
  'logging.collector',
  'monitoring.alerts.*.rule',
  'operations.slo.definition',
  'operations.changes.*.tested_by',
];

const named = fields.filter(({ artifact }) => artifact !== undefined).map(({ path }) => path);

/** What else a spec has to say so that the field is one of its language. */
const kinds: Readonly<Record<string, string>> = {
  'indexes.*.refresh': 'mode: schedule',
  'models.*.training.refresh': 'mode: schedule',
  'monitoring.metrics.*': 'kind: quality',
};

for (const path of named) {
  test(`a file that ${path} names and that is not there is found once`, async () => {
    const spec = specWith(path);
    const { findings, doc } = await judged(spec, { files: { 'README.md': '# x\n' } });
    const start = doc.text.indexOf('no/such/file');
    const found = findings.filter(({ span }) => span.start === start).map(({ rule, message }) => `${rule}: ${message}`);
    if (judgedByTheirOwnReaders.includes(path)) {
      assert.ok(found.length <= 1, found.join('\n'));
      return;
    }
    assert.equal(found.length, 1, `${found.join('\n') || 'nothing'}\n${spec}`);
    assert.match(found[0] ?? '', /^[a-z-]+: There is no "no\/such\/file\.md"\.$/);
  });
}

test('each field that names an artifact is looked behind by one requirement', () => {
  const claimed = rules.flatMap((rule) => (rule.kind === 'requirement' ? (rule.artifacts ?? []) : []));
  assert.deepEqual([...claimed, ...judgedByTheirOwnReaders].sort(), [...named].sort());
});

function specWith(path: string): string {
  const head = ['apiVersion: ai-system/v1', 'system:', '  type: rag', '  stage: production'];
  const steps = path.replaceAll('[]', '.[]').split('.');
  const lines: string[] = [];
  let indent = '';
  let reached = '';
  for (const [index, step] of steps.entries()) {
    reached += index === 0 ? step : step === '[]' ? '[]' : `.${step}`;
    const last = index === steps.length - 1;
    const value = last ? ' no/such/file.md' : '';
    if (step === '[]') {
      lines.push(`${indent}-${value || ' gap: a gap'}`);
    } else {
      lines.push(`${indent}${step === '*' ? 'one' : step}:${value}`);
    }
    indent += '  ';
    const kind = kinds[reached];
    if (kind !== undefined) lines.push(`${indent}${kind}`);
  }
  if (steps[0] === 'system') return [...head, ...lines.slice(1), ''].join('\n');
  return [...head, ...lines, ''].join('\n');
}
