import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialSpec } from '../../core/src/index.ts';
import { today } from '../support/carets.ts';
import { repository } from '../support/repository.ts';
import { faultsOf } from './traced.ts';

/** A file of every name that some finder opens. */
const names = [
  'pyproject.toml',
  'package.json',
  'requirements.txt',
  'CODEOWNERS',
  'catalog-info.yaml',
  'prompts/a.md',
  'src/model.py',
  'config/model.yaml',
  '.github/workflows/index-eval.yml',
  'airflow/ingest.py',
  'infra/index.tf',
  'eval/golden.jsonl',
  'eval/golden.csv',
  'eval/golden.parquet',
  'eval/results/eval.json',
  'load/load.json',
  'ops/alerts.yaml',
  'otel/collector.yaml',
  'slo.yaml',
  'openapi.yaml',
  'contracts/a.odcs.yaml',
  'docs/incident-process.md',
];

const texts: Readonly<Record<string, string>> = {
  nothing: '',
  'a NUL': 'a\0b',
  garbage: '\u0001\ufffd{]]:: - \t"\n%\n',
  'one character': 'x'.repeat(500_000),
  'one bracket': '['.repeat(200_000),
  'open quotes': `${`"'`.repeat(4_000)}\n`.repeat(60),
  'blanks in a header': `[ a${' '.repeat(9_000)}b\n`.repeat(60),
  'names without an end': `model: gpt-4${'-a'.repeat(4_000)}\nmodel = "claude-3${'.x'.repeat(900)}\n`.repeat(40),
  'keys of objects':
    '{"__proto__": {"name": "x"}, "constructor": 1, "name": "__proto__", "dependencies": {"__proto__": "1"}}',
  'deep nesting': `${'a: {'.repeat(5_000)}`,
  'an alias bomb': 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ngroups: [*c, *c, *c]\n',
  'a group without rules':
    'groups:\n  - null\n  - rules: 3\n  - rules: [null, {alert: 5, expr: []}, {alert: "", expr: ">"}]\n',
};

for (const [what, text] of Object.entries(texts)) {
  test(`files that hold ${what}`, async () => {
    const files = Object.fromEntries(names.map((name) => [name, text]));
    const spec = await initialSpec(repository({ files }).host, '', { asOf: today });
    assert.deepEqual(await faultsOf(spec.text, {}), []);
    assert.match(spec.text, /^apiVersion: ai-system\/v1$/m);
  });
}

test('as many files as nobody has', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 20_500 }, (_, index) => [`src/m${index}/prompts/p${index}.txt`, 'x']),
  );
  const spec = await initialSpec(repository({ files }).host, '', { asOf: today });
  assert.equal(spec.whole, false);
  assert.equal(spec.answers.length, 20);
});
