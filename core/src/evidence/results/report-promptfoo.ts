import type { LineIndex } from '../../text.ts';
import type { AnyNode, Mapping } from '../../yaml/tree.ts';
import { readMoment } from '../formats/moments.ts';
import { textAt, valueAt } from '../formats/walk.ts';
import type { Metric, Special } from './reported.ts';

/**
 * The output of `promptfoo eval` in version 2 (with a table) or 3 (with prompts), by its types. Each prompt and provider has
 * measures of its own; `namedScores` are sums over the cases.
 */
export function promptfoo(root: AnyNode, lines: LineIndex): Special | undefined {
  const results = valueAt(root, ['results']);
  const prompts = valueAt(results, ['prompts']) ?? valueAt(results, ['table', 'head', 'prompts']);
  if (results?.kind !== 'mapping' || prompts?.kind !== 'sequence') return undefined;
  if (!prompts.items.some((prompt) => valueAt(prompt, ['metrics']) !== undefined)) return undefined;
  const own = casesOf(results);
  const metrics = prompts.items.flatMap((prompt, index) => ofPrompt(prompt, index, own, lines));
  const created = [
    valueAt(root, ['metadata', 'evaluationCreatedAt']),
    valueAt(results, ['timestamp']),
    valueAt(root, ['createdAt']),
    valueAt(root, ['metadata', 'exportedAt']),
  ];
  const at = created.find((node) => node?.kind === 'scalar' && readMoment(String(node.value)) !== undefined);
  const moment = at?.kind === 'scalar' ? readMoment(String(at.value)) : undefined;
  const tests = valueAt(root, ['config', 'tests']);
  const counts = metrics.flatMap(({ cases }) => cases ?? []);
  return {
    format: 'promptfoo',
    metrics,
    made: at === undefined || moment === undefined ? undefined : { moment, from: 'inside', line: lineOf(at, lines) },
    cases: own.size > 0 ? { count: own.size } : counts.length > 0 ? { count: Math.max(...counts) } : undefined,
    dataSet:
      tests?.kind === 'scalar'
        ? { name: String(tests.value).replace(/^file:\/\//, ''), line: lineOf(tests, lines) }
        : undefined,
    versions: [],
  };
}

function ofPrompt(prompt: AnyNode | undefined, index: number, cases: Cases, lines: LineIndex): Metric[] {
  const metrics = valueAt(prompt, ['metrics']);
  if (metrics?.kind !== 'mapping') return [];
  const of = [textAt(prompt, ['provider']), textAt(prompt, ['label'])]
    .filter((part) => part !== undefined)
    .map((part) => part.slice(0, 60))
    .join(', ');
  const count = (name: string) => Number(textAt(metrics, [name]) ?? 0) || 0;
  const total = count('testPassCount') + count('testFailCount') + count('testErrorCount');
  const line = lineOf(metrics, lines);
  const found: Metric[] = [];
  if (total > 0) {
    found.push({ name: 'pass-rate', value: count('testPassCount') / total, of, cases: total, line });
    const score = Number(textAt(metrics, ['score']) ?? Number.NaN);
    if (Number.isFinite(score)) found.push({ name: 'score', value: score / total, of, cases: total, line });
  }
  const sums = valueAt(metrics, ['namedScores']);
  for (const { key, value } of sums?.kind === 'mapping' ? sums.entries : []) {
    const sum = value?.kind === 'scalar' ? Number(value.value) : Number.NaN;
    const scored = Number(textAt(metrics, ['namedScoresCount', key.value]) ?? scoredIn(cases, index, key.value));
    if (Number.isFinite(sum) && scored > 0)
      found.push({ name: key.value, value: sum / scored, of, cases: scored, line: lineOf(key, lines) });
  }
  return found;
}

/** By the number of the case: what was scored under which name, by prompt. */
type Cases = ReadonlyMap<string, readonly { readonly prompt: number; readonly names: readonly string[] }[]>;

function casesOf(results: Mapping): Cases {
  const cases = new Map<string, { prompt: number; names: string[] }[]>();
  const list = valueAt(results, ['results']);
  for (const result of list?.kind === 'sequence' ? list.items : []) {
    const test = textAt(result, ['testIdx']) ?? textAt(result, ['testCase', 'description']);
    if (test === undefined) continue;
    const scores = valueAt(result, ['namedScores']);
    const names = scores?.kind === 'mapping' ? scores.entries.map(({ key }) => key.value) : [];
    cases.set(test, [...(cases.get(test) ?? []), { prompt: Number(textAt(result, ['promptIdx']) ?? 0), names }]);
  }
  return cases;
}

function scoredIn(cases: Cases, prompt: number, name: string): number {
  return [...cases.values()].flat().filter((one) => one.prompt === prompt && one.names.includes(name)).length;
}

function lineOf(node: { readonly span: { readonly start: number } }, lines: LineIndex): number {
  return lines.position(node.span.start).line + 1;
}
