import type { LineIndex } from '../../text.ts';
import type { AnyNode } from '../../yaml/tree.ts';
import { numberIn } from '../formats/leaves.ts';
import { valueAt } from '../formats/walk.ts';

export interface Measured {
  readonly value: number;
  readonly line?: number;
  /** It was written with a sign for per cent. */
  readonly percent?: true;
}

/** Measured values of one run, as they stand in a report. */
export interface Numbers {
  readonly tool: string;
  /** Requests a minute that were answered. */
  readonly perMinute?: Measured;
  /** Seconds within which 95% of the requests were answered. */
  readonly p95?: Measured;
  /** How many requests there were. */
  readonly count?: Measured;
  /** The share of requests that failed, or of the checks on their answers where more of those did; from 0 to 1. */
  readonly failed?: Failed & { readonly what: 'requests' | 'checks' };
}

/** `orPercent`: nothing says whether the number is a share, for which it is taken, or per cent. */
interface Failed extends Measured {
  readonly orPercent?: true;
}

/** The number at a path of keys, times `factor`. */
type At = (path: readonly string[], factor?: number) => Measured | undefined;
/** The numbers below a path, by the last key. */
type Below = (path: readonly string[]) => readonly (readonly [key: string, measured: Measured])[];

interface Format {
  readonly tool: string;
  /** Where the rate stands, and by what it becomes requests a minute. */
  readonly rates: readonly (readonly [path: readonly string[], factor: number])[];
  /** Where the percentile stands, and by what it becomes seconds. */
  readonly p95s: readonly (readonly [path: readonly string[], factor: number])[];
  readonly counts: readonly (readonly string[])[];
  failed?(at: At, below: Below): Failed | undefined;
  /** The share of checks that failed. */
  unchecked?(at: At): Measured | undefined;
}

const totals = ['requests', 'total_requests', 'num_requests', 'request_count', 'requests_total', 'total'];

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
    counts: [
      ['metrics', 'http_reqs', 'values', 'count'],
      ['metrics', 'http_reqs', 'count'],
    ],
    failed: (at) =>
      at(['metrics', 'http_req_failed', 'values', 'rate']) ??
      at(['metrics', 'http_req_failed', 'value']) ??
      at(['metrics', 'http_req_failed', 'rate']),
    unchecked: (at) =>
      without(
        at(['metrics', 'checks', 'values', 'rate']) ??
          at(['metrics', 'checks', 'value']) ??
          at(['metrics', 'checks', 'rate']),
      ),
  },
  {
    tool: 'Artillery',
    rates: [[['aggregate', 'rates', 'http.request_rate'], 60]],
    p95s: [[['aggregate', 'summaries', 'http.response_time', 'p95'], 0.001]],
    counts: [['aggregate', 'counters', 'http.requests']],
    failed: (at, below) => {
      const bad = below(['aggregate', 'counters']).filter(([key]) => /^(?:errors\.|http\.codes\.[45]\d\d$)/.test(key));
      const sum = bad.reduce((total, [, { value }]) => total + value, 0);
      const line = bad.reduce<Measured | undefined>(
        (a, [, b]) => (a !== undefined && a.value >= b.value ? a : b),
        undefined,
      );
      const all = at(['aggregate', 'counters', 'http.requests']);
      return share({ value: sum, line: line?.line ?? all?.line }, all);
    },
  },
  {
    tool: 'Vegeta',
    rates: [[['throughput'], 60]],
    p95s: [[['latencies', '95th'], 1e-9]],
    counts: [['requests']],
    failed: (at) => without(at(['success'])),
  },
  {
    tool: 'JMeter',
    rates: [[['Total', 'throughput'], 60]],
    p95s: [[['Total', 'pct2ResTime'], 0.001]],
    counts: [['Total', 'sampleCount']],
    failed: (at) => share(at(['Total', 'errorCount']), at(['Total', 'sampleCount'])) ?? at(['Total', 'errorPct'], 0.01),
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
    counts: totals.map((name) => [name]),
    failed: (at) => {
      const first = (names: readonly string[], factor?: number) =>
        names.map((name) => at([name], factor)).find((one) => one !== undefined);
      const done = first(['success_rate', 'success_share']);
      const counted = share(
        first(['failed', 'failures', 'errors', 'failed_requests', 'num_failures', 'error_count', 'failure_count']),
        first(totals),
      );
      const rate = first(['error_rate', 'failure_rate', 'failed_rate']);
      return (
        asShare(first(['failed_share', 'error_share', 'errors_share'])) ??
        first(['error_percent', 'error_pct', 'errors_percent', 'failed_percent', 'failure_percent'], 0.01) ??
        (rate && rateOf(rate, done, counted)) ??
        without(asShare(done)) ??
        counted
      );
    },
  },
];

/** The values of the first format that has them where its tool writes them. */
export function numbersIn(root: AnyNode, lines: LineIndex): Numbers | undefined {
  return formats
    .map((format) => numbers(root, lines, format))
    .find(({ tool, perMinute, p95 }) => p95 !== undefined || (tool === 'JSON' && perMinute !== undefined));
}

function numbers(root: AnyNode, lines: LineIndex, { tool, rates, p95s, counts, failed, unchecked }: Format): Numbers {
  const measured = (node: AnyNode | undefined, factor = 1): Measured | undefined => {
    const number = node?.kind === 'scalar' ? numberIn(String(node.value)) : undefined;
    if (node === undefined || number === undefined) return undefined;
    const line = lines.position(node.span.start).line + 1;
    return { value: number.value * factor, line, ...(number.percent ? { percent: true } : {}) };
  };
  const at: At = (path, factor) => measured(valueAt(root, path), factor);
  const below: Below = (path) => {
    const node = valueAt(root, path);
    if (node?.kind !== 'mapping') return [];
    return node.entries.flatMap(({ key, value }) => {
      const one = measured(value);
      return one === undefined ? [] : [[key.value, one] as const];
    });
  };
  const first = (paths: Format['rates']) =>
    paths.map(([path, factor]) => at(path, factor)).find((one) => one !== undefined);
  const [requests, checks] = [failed?.(at, below), unchecked?.(at)];
  const worse =
    checks !== undefined && checks.value > (requests?.value ?? 0)
      ? ({ ...checks, what: 'checks' } as const)
      : requests && ({ ...requests, what: 'requests' } as const);
  const count = counts.map((path) => at(path)).find((one) => one !== undefined);
  return { tool, perMinute: first(rates), p95: first(p95s), count, failed: worse };
}

function share(part: Measured | undefined, all: Measured | undefined): Measured | undefined {
  if (part === undefined || all === undefined || all.value <= 0) return undefined;
  return { value: part.value / all.value, line: part.line };
}

function without(share: Measured | undefined): Measured | undefined {
  return share && { value: Math.max(0, 1 - share.value), line: share.line };
}

/** Nobody has failures above 1 in a share: it is in percent. */
function asShare(measured: Measured | undefined): Measured | undefined {
  return measured === undefined || measured.value <= 1 ? measured : hundredth(measured);
}

function hundredth(measured: Measured): Measured {
  return { ...measured, value: measured.value / 100 };
}

/** `error_rate: 0.5` is half of them, or one of two hundred: what stands beside it tells. */
function rateOf(rate: Measured, done: Measured | undefined, counted: Measured | undefined): Failed {
  if (rate.percent || rate.value <= 0 || rate.value > 1) return asShare(rate) ?? rate;
  if (done !== undefined && done.value > 1) return hundredth(rate);
  if (done !== undefined && Math.abs(rate.value + done.value - 1) < 0.02) return rate;
  if (counted !== undefined) return { ...rate, value: counted.value };
  return { ...rate, orPercent: true };
}
