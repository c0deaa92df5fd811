import type { State } from './assessment.ts';
import { type Finding, severityOrder } from './finding.ts';
import { onePerArtifact } from './one-per-artifact.ts';
import type { SpecDocument } from './spec/document.ts';
import { soundness } from './spec/sound.ts';

/** Rules whose findings are about what keeps a text from being read. */
export const syntaxRules: ReadonlySet<string> = new Set([
  'syntax-error',
  'tab-indentation',
  'needs-quotes',
  'unquoted-star',
  'comparison-as-block',
  'unknown-tag',
  'lone-carriage-return',
]);

/** More than anybody reads; the rest is counted. */
const mostFindings = 1000;

/** Language findings that say less about a token than a requirement's finding on it, and of which states. */
const outranked: Readonly<Record<string, readonly State[]>> = {
  placeholder: ['hollow'],
  'empty-value': ['missing', 'hollow'],
  'missing-kind': ['missing', 'hollow'],
};
/** Language findings that say more about a token than that the requirement is not met by it. */
const outranking = new Set(['invalid-value', 'undefined-id', 'hash-starts-comment']);

/** What was needed may stand where the file cannot be read. */
const needless = new Set(['unused-waiver', 'unused-ignore']);

/** These are about what is written, whatever it may mean. */
const aboutTheText: ReadonlySet<string> = new Set([
  ...syntaxRules,
  'invalid-character',
  'no-secrets-inline',
  'several-documents',
  'internal-error',
]);

/** One finding for one lack, in the order of the text, and no guesses about sections that could not be read. */
export function tidy(doc: SpecDocument, findings: readonly Finding[]): readonly Finding[] {
  // Where there is no spec at all everything is missing, and one finding says so.
  const none = findings.some(({ rule }) => rule === 'empty-file' || rule === 'not-a-mapping');
  const said = none ? findings.filter(({ state }) => state === undefined) : findings;
  const sorted = onePerArtifact(onePerLack(readable(doc, said))).toSorted(
    (a, b) =>
      a.span.start - b.span.start ||
      severityOrder[a.severity] - severityOrder[b.severity] ||
      a.span.end - b.span.end ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  );
  if (sorted.length <= mostFindings) return sorted;
  const more = sorted.length - mostFindings;
  const message = `${more} more findings are not shown.`;
  return [
    ...sorted.slice(0, mostFindings),
    { rule: 'too-many-findings', severity: 'error', message, span: { start: 0, end: 0 }, fixes: () => [] },
  ];
}

function onePerLack(findings: readonly Finding[]): readonly Finding[] {
  const byStart = new Map<number, Finding[]>();
  for (const finding of findings) {
    const known = byStart.get(finding.span.start);
    if (known === undefined) byStart.set(finding.span.start, [finding]);
    else known.push(finding);
  }
  // Most stand alone.
  const repeated = new Set([...byStart.values()].flatMap((beside) => (beside.length > 1 ? toldByOthers(beside) : [])));
  return findings.filter((finding) => !repeated.has(finding));
}

/** Of findings that begin at the same place. */
function toldByOthers(findings: readonly Finding[]): Finding[] {
  const required = new Set<string>();
  const told = new Set<number>();
  for (const finding of findings) {
    if (finding.state !== undefined) required.add(`${finding.span.end} ${finding.state}`);
    else if (outranking.has(finding.rule)) told.add(finding.span.end);
  }
  const most = severest(findings);
  return findings.filter((finding) => {
    const { rule, state, span } = finding;
    if (state !== undefined && most.get(lackOf(finding)) !== finding) return true;
    const by = outranked[rule];
    if (by !== undefined) return told.has(span.end) || by.some((one) => required.has(`${span.end} ${one}`));
    return state === 'hollow' && told.has(span.end);
  });
}

/** Several requirements may ask for the same runbook; that it is not there is told once, by the first of the severest. */
function severest(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const most = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.state === undefined) continue;
    const lack = lackOf(finding);
    const known = most.get(lack);
    if (known === undefined || severityOrder[finding.severity] < severityOrder[known.severity]) most.set(lack, finding);
  }
  return most;
}

/** Of a section with a slip in it only the slip is told; what else seems wrong there, or is missing, may not be. */
function readable(doc: SpecDocument, findings: readonly Finding[]): readonly Finding[] {
  if (doc.yaml.problems.length === 0) return findings;
  const sound = soundness(doc);
  const merges = new Set(doc.yaml.problems.flatMap(({ kind, span }) => (kind === 'merge-key' ? [span.start] : [])));
  return findings.filter(({ rule, state, subject, span }) => {
    if (aboutTheText.has(rule) || (rule === 'unknown-key' && merges.has(span.start))) return true;
    if (needless.has(rule) || !sound.at(span.start)) return false;
    if (rule === 'missing-marker') return sound.section('apiVersion');
    return state === undefined || sound.section(subject?.split('/')[1] ?? '');
  });
}

function lackOf({ span, message }: Finding): string {
  return `${span.end} ${message}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
