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
  'evaluation.results.covers[]',
  'evaluation.gate.job',
  'evaluation.judge.proof',
  'evaluation.load_test.proof',
  'evaluation.red_team.proof',
  'logging.emitted_by',
  'logging.sample',
  'logging.collector',
  'monitoring.metrics.*.emitted_by',
  'monitoring.alerts.*.rule',
  'monitoring.alerts.*.test',
  'operations.slo.definition',
  'operations.changes.*.tested_by',
];

const withArtifact = fields.filter(({ artifact }) => artifact !== undefined);
const named = withArtifact.map(({ path }) => path);

/** What a part of a spec has to say besides so that somebody asks for the artifact. */
const besides: Readonly<Record<string, string>> = {
  'sources.*': 'status: connected',
  'models.*': 'role: predict',
  'models.*.training.refresh': 'mode: schedule',
  'indexes.*.refresh': 'mode: schedule',
  'monitoring.metrics.*': 'kind: quality',
};
/** Other sections that have to be there. */
const sections: Readonly<Record<string, string>> = {
  'evaluation.retrieval.*.measured': 'indexes:\n  one:\n    top_k: 8\n',
  'evaluation.predictions.*.measured': 'models:\n  one:\n    role: predict\n',
  'evaluation.judge.proof':
    '  answers:\n    groundedness:\n      min: 0.9\n      judge: one\nmodels:\n  one:\n    role: judge\n',
  'evaluation.results.covers[]': '    path: there.json\n    date: 2026-11-01\n',
  'monitoring.alerts.*.test': '      rule: there.yaml#A\n',
};
const ofModels = /^(?:models|evaluation\.predictions)/;

/** A name that the readers of its kind do not turn down. */
const endings: Readonly<Record<string, string>> = {
  alert: '.yaml#A',
  contract: '.yaml',
  workflow: '.yml',
  schedule: '.yml',
  result: '.json',
};

const files = { 'there.json': '{}', 'there.yaml': 'groups:\n- rules:\n  - alert: A\n    expr: a > 1\n' };

for (const { path, artifact = '' } of withArtifact) {
  if (path === 'evaluation.results.at') continue; // A place in the report, which `path` names.
  test(`a file that ${path} names and that is not there is found once`, async () => {
    const ending = endings[artifact] ?? '.md';
    const spec = specWith(path, `no/such/file${ending}`);
    const { findings, doc } = await judged(spec, { files });
    const start = doc.text.indexOf('no/such/file');
    const found = findings.filter(({ span }) => span.start === start).map(({ rule, message }) => `${rule}: ${message}`);
    assert.equal(found.length, 1, `${found.join('\n') || 'nothing'}\n${spec}`);
    assert.match(found[0] ?? '', /^[a-z-]+: There is no "no\/such\/file\.[a-z]+"\.$/);
  });
}

test('each field that names an artifact is looked behind by one requirement', () => {
  const claimed = rules.flatMap((rule) => (rule.kind === 'requirement' ? (rule.artifacts ?? []) : []));
  assert.deepEqual([...claimed, ...judgedByTheirOwnReaders].sort(), [...named].sort());
});

function specWith(path: string, file: string): string {
  const type = ofModels.test(path) ? 'model' : 'rag';
  const head = ['apiVersion: ai-system/v1', 'system:', `  type: ${type}`, '  stage: production'];
  const steps = path.replaceAll('[]', '.[]').split('.');
  const lines: string[] = [];
  let indent = '';
  let reached = '';
  for (const [index, step] of steps.entries()) {
    reached += index === 0 ? step : step === '[]' ? '[]' : `.${step}`;
    const last = index === steps.length - 1;
    const value = last ? ` ${file}` : '';
    if (step === '[]') {
      lines.push(`${indent}-${value || ' gap: a gap'}`);
    } else {
      lines.push(`${indent}${step === '*' ? 'one' : step}:${value}`);
    }
    indent += '  ';
    const more = besides[reached];
    if (more) lines.push(`${indent}${more}`);
  }
  if (steps[0] === 'system') return [...head, ...lines.slice(1), ''].join('\n');
  return `${[...head, ...lines].join('\n')}\n${sections[path] ?? ''}`;
}
