import {
  type Finding,
  htmlReport,
  markdownReport,
  type OutlineLine,
  outline,
  type Reported,
  reportView,
  ruleById,
  rulePageUrl,
  summarize,
} from '../../../core/src/index.ts';
import type { Snapshot } from '../analysis.ts';
import { toRange } from '../convert.ts';
import type { PromotionResult, ReadinessLine, ReportParams, ReportResult, SpecReadiness } from '../protocol.ts';

/** Undefined for what is no spec, or somebody else's. */
export function specReadiness(snapshot: Snapshot, path: string): SpecReadiness | undefined {
  const { uri, analysis, lines } = snapshot;
  const reported = toReported(snapshot, path);
  if (analysis === undefined) return unreadable(snapshot, path);
  if (reported === undefined) return undefined;
  const { stage } = analysis;
  const shown = outline(reported);
  const line = ({ id, label, title, standing, state, mood, rows, more }: OutlineLine): ReadinessLine => ({
    ...{ id, label, title, standing, state, mood, more },
    rows: rows.map(({ rule, state, message, blocks, span, toFix, isFixable }) => ({
      ...{ rule, state, blocks, isFixable },
      message: plain(message),
      toFix: toFix && plain(toFix),
      range: toRange(lines, span),
      page: pageOf(rule),
    })),
  });
  return {
    ...{
      uri,
      name: shown.name,
      headline: shown.headline,
      left: shown.left,
      verdict: shown.verdict,
      isReady: shown.isReady,
    },
    claimed: stage.claimed,
    judged: stage.judged,
    earned: stage.earned,
    lines: shown.lines.map(line),
  };
}

/** A file that holds no text is told of all the same. */
function unreadable({ uri, findings, lines }: Snapshot, path: string): SpecReadiness | undefined {
  const [first] = findings;
  if (first === undefined) return undefined;
  const { rule, message, span } = first;
  const row = { rule, message, blocks: true, range: toRange(lines, span), isFixable: false, page: pageOf(rule) };
  return {
    ...{ uri, name: path, headline: 'Cannot be read', left: 'cannot be read', verdict: message, isReady: false },
    ...{ claimed: null, judged: 'pilot', earned: null },
    lines: [
      {
        ...{ id: 'file', label: 'Errors in the file', title: message, standing: 'open', state: 'contradicted' },
        ...{ mood: 'bad', more: 0, rows: [row] },
      },
    ],
  };
}

/** Null for what is no spec, or somebody else's. */
export function report(snapshot: Snapshot, path: string, format: ReportParams['format']): ReportResult | null {
  const reported = toReported(snapshot, path);
  if (reported === undefined) return null;
  const { asOf } = reported.analysis.options;
  const { title, body, style } = reportView(reported, asOf);
  switch (format) {
    case 'view':
      return { title, text: body, style };
    case 'html':
      return { title, text: htmlReport([reported], asOf) };
    case 'markdown':
      return { title, text: markdownReport(reported) };
    default:
      return format satisfies never;
  }
}

/** `ahead` is `now` at the stage that is wanted. */
export function promotion(now: Snapshot, ahead: Snapshot): PromotionResult | null {
  const reported = toReported(ahead, now.uri);
  if (reported === undefined) return null;
  const errors = new Set(now.findings.filter(({ severity }) => severity === 'error').map(identity));
  const blocking = ahead.findings.filter((one) => one.severity === 'error' && !errors.has(identity(one)));
  return {
    version: now.version,
    verdict: summarize(reported).blocked,
    claimed: reported.analysis.stage.claimed,
    findings: blocking.map(({ rule, message, span }) => {
      return { rule, message, range: toRange(now.lines, span), page: pageOf(rule) };
    }),
  };
}

function identity({ rule, span, message }: Finding): string {
  return `${rule} ${span.start} ${span.end} ${message}`;
}

/** Text in a tree has no markup. */
function plain(text: string): string {
  return text.replaceAll('`', '').replaceAll(/\s+/g, ' ').trim();
}

/** A requirement of a pack has no page. */
function pageOf(rule: string): string | undefined {
  return ruleById(rule) === undefined ? undefined : rulePageUrl(rule);
}

function toReported({ analysis, lines }: Snapshot, path: string): Reported | undefined {
  if (analysis === undefined || analysis.skipped !== undefined) return undefined;
  return { path, analysis, line: (offset) => lines.position(offset).line + 1 };
}
