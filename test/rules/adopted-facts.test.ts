import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../core/src/index.ts';
import { judged } from '../support/evidence.ts';
import { filesOf } from '../support/twins.ts';

interface Case {
  readonly name: string;
  readonly example?: string;
  /** What is wrong in the spec of the example. */
  readonly change: readonly [from: string, to: string];
  readonly rule: string;
  readonly title: string;
  /** What the spec says after the fix; as it was in the example unless said. */
  readonly makes?: string;
}

const rag = 'rag-production';
const table: readonly Case[] = [
  {
    name: 'a size',
    change: ['size: 420', 'size: 400'],
    rule: 'eval-dataset',
    title: 'Use 420 from eval/queries_2026-10.jsonl',
  },
  {
    name: 'a size that is missing',
    change: ['      size: 420\n', ''],
    rule: 'eval-dataset',
    title: 'Use 420 from eval/queries_2026-10.jsonl',
  },
  {
    name: 'a size for tuning',
    change: ['size: 150', 'size: 151'],
    rule: 'eval-held-out',
    title: 'Use 150 from eval/tuning.jsonl',
  },
  {
    name: 'a share',
    change: ['share: 24%', 'share: 30%'],
    rule: 'eval-edge-cases',
    title: 'Use 24% from eval/queries_2026-10.jsonl',
  },
  {
    name: 'the word of a kind',
    change: ['- superseded\n', '- superceded\n'],
    rule: 'eval-edge-cases',
    title: 'Use superseded from eval/queries_2026-10.jsonl',
  },
  {
    name: 'the field of the kinds',
    change: ['field: tags', 'field: kind'],
    rule: 'eval-edge-cases',
    title: 'Use tags from eval/queries_2026-10.jsonl',
  },
  {
    name: 'kinds that are in the file',
    change: ['          - ambiguous\n        field', '        field'],
    rule: 'eval-edge-cases',
    title: 'Add ambiguous from eval/queries_2026-10.jsonl',
  },
  {
    name: 'the first day',
    change: ['from: 2026-10-06', 'from: 2026-10-20'],
    rule: 'eval-representative',
    title: 'Use 2026-10-06 from eval/queries_2026-10.jsonl',
  },
  {
    name: 'a pointer',
    change: ['#/answers/groundedness', '#/answer/groundedness'],
    rule: 'answer-metrics',
    title: 'Use "#/answers/groundedness" from eval/results/latest.json',
  },
  {
    name: 'a pointer that was left out',
    change: ['latest.json#/retrieval/ndcg@8', 'latest.json'],
    rule: 'retrieval-metrics',
    title: 'Use "#/retrieval/ndcg@8" from eval/results/latest.json',
  },
  {
    name: 'the day of the report',
    change: ['date: 2026-11-14', 'date: 2026-11-20'],
    rule: 'eval-results-fresh',
    title: 'Use 2026-11-14 from eval/results/latest.json',
  },
  {
    name: 'a slice',
    change: ['- scanned\n', '- scaned\n'],
    rule: 'eval-slices',
    title: 'Use scanned from eval/queries_2026-10.jsonl',
  },
  {
    name: 'a kappa',
    change: ['kappa: 0.74', 'kappa: 0.8'],
    rule: 'judge-calibrated',
    title: 'Use 0.74 from eval/judge-labels.jsonl',
  },
  {
    name: 'a latency',
    change: ['p95: 5.1s', 'p95: 3.1s'],
    rule: 'load-tested',
    title: 'Use 5.08s from load/2026-09-22.json',
    makes: 'p95: 5.08s',
  },
  {
    name: 'the day of the load test',
    change: ['date: 2026-09-22', 'date: 2026-09-12'],
    rule: 'load-tested',
    title: 'Use 2026-09-22 from load/2026-09-22.json',
  },
  {
    name: 'the rows of a table',
    example: 'model-production',
    change: ['size: 6120', 'size: 6000'],
    rule: 'eval-dataset',
    title: 'Use 6120 from eval/2026-06.parquet',
  },
];

for (const { name, example = rag, change, rule, title, makes } of table) {
  test(`a fix takes ${name} from the file`, async () => {
    const files = filesOf(`examples/${example}`);
    const whole = new TextDecoder().decode(files['ai-system.yaml']);
    const text = whole.replace(change[0], () => change[1]);
    assert.notEqual(text, whole);
    const { findings } = await judged(text, { files });
    const found = findings.filter((one) => one.rule === rule).flatMap((one) => one.fixes());
    const fix = found.find((one) => one.title === title);
    assert.ok(fix !== undefined, `${found.map((one) => one.title).join('\n') || 'no fix'}`);
    assert.deepEqual([fix.kind, fix.safe], ['adopt', false]);
    const fixed = applyEdits(text, fix.edits);
    if (makes === undefined) assert.equal(fixed, whole);
    else assert.ok(fixed.includes(makes));
  });
}
