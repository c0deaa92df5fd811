import type { LineIndex } from '../../text.ts';
import type { AnyNode } from '../../yaml/tree.ts';
import { textAt, valueAt } from '../formats/walk.ts';
import type { Metric, Special } from './reported.ts';

/** The test run that DeepEval keeps; when it was made is in the name of its file only. */
export function deepEval(root: AnyNode, lines: LineIndex): Special | undefined {
  const cases = valueAt(root, ['testCases']) ?? valueAt(root, ['test_cases']);
  const scores = valueAt(root, ['metricsScores']) ?? valueAt(root, ['metrics_scores']);
  if (cases?.kind !== 'sequence' || scores?.kind !== 'sequence') return undefined;
  const metrics = scores.items.flatMap((one): Metric[] => {
    const name = textAt(one, ['metric']);
    const list = valueAt(one, ['scores']);
    if (name === undefined || list?.kind !== 'sequence') return [];
    const values = list.items.map((item) => (item?.kind === 'scalar' ? Number(item.value) : Number.NaN));
    const known = values.filter(Number.isFinite);
    if (known.length === 0) return [];
    const line = one === undefined ? undefined : lines.position(one.span.start).line + 1;
    const errors = Number(textAt(one, ['errors']) ?? 0) || 0;
    return [
      { name, value: mean(known), cases: known.length, missing: Math.max(values.length - known.length, errors), line },
    ];
  });
  const passed = Number(textAt(root, ['testPassed']) ?? Number.NaN);
  const failed = Number(textAt(root, ['testFailed']) ?? Number.NaN);
  if (passed + failed > 0)
    metrics.push({ name: 'pass-rate', value: passed / (passed + failed), cases: passed + failed });
  return { format: 'DeepEval', metrics, cases: { count: cases.items.length }, versions: [] };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
