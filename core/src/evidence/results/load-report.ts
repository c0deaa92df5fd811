import { type LineIndex, lineIndex } from '../../text.ts';
import type { AnyNode } from '../../yaml/tree.ts';
import type { Row } from '../cases/question.ts';
import type { Inquiry } from '../evidence.ts';
import { csvReader } from '../formats/csv.ts';
import { readJson } from '../formats/json.ts';
import { leavesOf, numberIn } from '../formats/leaves.ts';
import { momentInName } from '../formats/moments.ts';
import { valueAt } from '../formats/walk.ts';
import { type ArtifactPath, mostBytes } from '../host.ts';
import { shownPath } from '../reference.ts';
import { type Made, stated } from './report-stated.ts';

/** What the report of a load tool says. */
export interface LoadReport {
  readonly tool: string;
  /** Requests a minute that were answered. */
  readonly perMinute?: Measured;
  /** Seconds within which 95% of the requests were answered. */
  readonly p95?: Measured;
  /** The share of requests that failed. */
  readonly failed?: Measured;
  readonly made?: Made;
}

export interface Measured {
  readonly value: number;
  readonly line?: number;
}

export function loadReport(file: ArtifactPath): Inquiry<LoadReport | { readonly unclear: string }> {
  return {
    key: `load ${shownPath(file)}`,
    about: [file],
    async answer(host) {
      if (!/\.(?:json|csv)$/i.test(file.path)) {
        const there = await host.look(file);
        return there.kind === 'unread' ? there : { kind: 'read', facts: { unclear: 'nobody reads values out of it' } };
      }
      const text = await host.text(file, mostBytes.text);
      if (text.kind === 'unread') return text;
      return { kind: 'read', facts: await loadOf(text.facts, file.path) };
    },
  };
}

export async function loadOf(text: string, path: string): Promise<LoadReport | { readonly unclear: string }> {
  const moment = momentInName(path);
  const made: Made | undefined = moment === undefined ? undefined : { moment, from: 'name' };
  if (/\.csv$/i.test(path)) return (await locust(text, made)) ?? { unclear: 'it is no table of a load tool' };
  const root = readJson(text);
  if (root === undefined) return { unclear: 'it is no JSON' };
  const lines = lineIndex(text);
  const found = formats
    .map((format) => numbers(root, lines, format))
    .find(({ tool, perMinute, p95 }) => p95 !== undefined || (tool === 'JSON' && perMinute !== undefined));
  if (found === undefined) return { unclear: 'it has no rate and no percentile that is known' };
  return { ...found, made: stated(leavesOf(root, lines)).made ?? made };
}

interface Format {
  readonly tool: string;
  /** Where the rate stands, and by what it becomes requests a minute. */
  readonly rates: readonly (readonly [path: readonly string[], factor: number])[];
  /** Where the percentile stands, and by what it becomes seconds. */
  readonly p95s: readonly (readonly [path: readonly string[], factor: number])[];
  readonly failed?: readonly (readonly string[])[];
}

/** By the documentation of each tool; the last is for reports somebody made himself, whose names tell the unit. */
const formats: readonly Format[] = [
  {
    tool: 'k6',
    rates: [
      [['metrics', 'http_reqs', 'values', 'rate'], 60],
      [['metrics', 'http_reqs', 'rate'], 60],
    ],
    p95s: [
      [['metrics', 'http_req_duration', 'values', 'p(95)'], 0.001],
      [['metrics', 'http_req_duration', 'p(95)'], 0.001],
    ],
    failed: [
      ['metrics', 'http_req_failed', 'values', 'rate'],
      ['metrics', 'http_req_failed', 'value'],
    ],
  },
  {
    tool: 'Artillery',
    rates: [[['aggregate', 'rates', 'http.request_rate'], 60]],
    p95s: [[['aggregate', 'summaries', 'http.response_time', 'p95'], 0.001]],
  },
  { tool: 'Vegeta', rates: [[['throughput'], 60]], p95s: [[['latencies', '95th'], 1e-9]] },
  {
    tool: 'JMeter',
    rates: [[['Total', 'throughput'], 60]],
    p95s: [[['Total', 'pct2ResTime'], 0.001]],
  },
  {
    tool: 'JSON',
    rates: [
      [['rate_per_minute'], 1],
      [['requests_per_minute'], 1],
      [['rpm'], 1],
      [['requests_per_second'], 60],
      [['rps'], 60],
    ],
    p95s: [
      [['p95_ms'], 0.001],
      [['p95_seconds'], 1],
      [['p95_s'], 1],
      [['latency_ms', 'p95'], 0.001],
      [['latency_seconds', 'p95'], 1],
    ],
    failed: [['error_rate'], ['failed_share']],
  },
];

function numbers(root: AnyNode, lines: LineIndex, { tool, rates, p95s, failed = [] }: Format): LoadReport {
  const measured = ([path, factor]: readonly [readonly string[], number]): Measured | undefined => {
    const node = valueAt(root, path);
    const number = node?.kind === 'scalar' ? numberIn(String(node.value)) : undefined;
    if (node === undefined || number === undefined) return undefined;
    return { value: number.value * factor, line: lines.position(node.span.start).line + 1 };
  };
  const first = (paths: Format['rates']) => paths.map(measured).find((one) => one !== undefined);
  return { tool, perMinute: first(rates), p95: first(p95s), failed: first(failed.map((path) => [path, 1] as const)) };
}

/** The line for all requests in the statistics of Locust. */
async function locust(text: string, made: Made | undefined): Promise<LoadReport | undefined> {
  let total: Row | undefined;
  let line = 0;
  let count = 1;
  const reader = await csvReader((row) => {
    count += 1;
    if (row.Name !== 'Aggregated') return;
    total = row;
    line = count;
  });
  for (const one of text.split(/\r?\n/)) if (!reader.line(one)) break;
  reader.end();
  const rate = numberIn(String(total?.['Requests/s'] ?? ''));
  const p95 = numberIn(String(total?.['95%'] ?? ''));
  if (rate === undefined && p95 === undefined) return undefined;
  const all = Number(total?.['Request Count'] ?? 0);
  return {
    tool: 'Locust',
    perMinute: rate && { value: rate.value * 60, line },
    p95: p95 && { value: p95.value / 1000, line },
    failed: all > 0 ? { value: Number(total?.['Failure Count'] ?? 0) / all, line } : undefined,
    made,
  };
}
