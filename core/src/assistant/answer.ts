import type { Analysis } from '../check.ts';
import { closest } from '../closest.ts';
import type { Finding } from '../finding.ts';
import { unproven } from '../report/summary.ts';
import { rulePage } from '../rule-page.ts';
import type { Rule } from '../rules/rule.ts';
import { lineIndex } from '../text.ts';

/** A spec that was checked, and what an assistant is told of it. */
export interface Checked {
  /** As the assistant may name it. */
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Absent for what could not be read as text. */
  readonly analysis?: Analysis;
}

/** More than anybody mends before checking again. */
const mostFindings = 50;

/**
 * What an assistant reads after a check: the stage, then the findings in the order of the file, then what it may not do to
 * make them go away. Models fill gaps with what is likely; here only what is true helps.
 */
export function checkAnswer(checked: readonly Checked[]): string {
  const told = checked.map(spec).join('\n');
  const findings = checked.flatMap((one) => one.findings);
  if (findings.length === 0) return told;
  const placeholders = findings.filter(({ rule, state }) => state === 'hollow' || rule === 'placeholder').length;
  const count =
    placeholders === 0
      ? ''
      : placeholders === 1
        ? 'One finding stands at an answer that says nothing, such as a placeholder. '
        : `${placeholders} findings stand at answers that say nothing, such as placeholders. `;
  return `${told}
${count}A placeholder is not an answer, and an invented one is worse: names, numbers, dates and paths have to come from the repository or from the people who own the system. Where neither says it, leave the finding and ask. Do not add a waiver, and do not lower the stage, unless you are told to.
`;
}

function spec({ path, text, findings, analysis }: Checked): string {
  if (analysis?.skipped !== undefined) return `${path}: not checked: ${analysis.skipped}\n`;
  const head = `${path}: ${[stage(analysis), counted(findings)].filter((part) => part !== '').join('; ')}.\n`;
  const index = lineIndex(text);
  const lines = findings.slice(0, mostFindings).map((finding) => {
    const { line, character } = index.position(finding.span.start);
    const titles = finding.fixes('help').map(({ title }) => title);
    const fixes = titles.length === 0 ? '' : ` (fix: ${titles.join('; or: ')})`;
    const state = finding.state === undefined ? '' : `, ${finding.state}`;
    return `${line + 1}:${character + 1} ${finding.severity} [${finding.rule}${state}] ${finding.message}${fixes}\n`;
  });
  const more = findings.length - lines.length;
  return `${head}${lines.join('')}${more > 0 ? `And ${more} more: mend these and check again.\n` : ''}`;
}

function stage(analysis: Analysis | undefined): string {
  if (analysis === undefined) return '';
  const { claimed, judged, earned } = analysis.stage;
  const as = judged === claimed || judged === 'retired' ? '' : `, judged at ${judged}`;
  const open = unproven(analysis.assessments);
  const aside = open.length === 0 ? '' : ` (${open.join(', ')})`;
  const reached = judged === 'retired' ? '' : `, has earned ${earned ?? 'no stage yet'}${aside}`;
  return `claims ${claimed ?? 'no stage'}${as}${reached}`;
}

function counted(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'nothing found';
  const count = (severity: Finding['severity'], noun: string) => {
    const all = findings.filter((finding) => finding.severity === severity).length;
    return all === 0 ? [] : [`${all} ${noun}${all === 1 ? '' : 's'}`];
  };
  return [...count('error', 'error'), ...count('warning', 'warning'), ...count('info', 'note')].join(', ');
}

/** The page of a rule, or the rules it may have meant. */
export function explainAnswer(id: string, known: readonly Rule[]): { readonly text: string; readonly known: boolean } {
  const rule = known.find((one) => one.id === id);
  if (rule !== undefined) return { text: rulePage(rule), known: true };
  const ids = known.map((one) => one.id);
  const guess = closest(id, ids);
  const hint = guess === undefined ? `There are: ${ids.toSorted().join(', ')}.` : `Did you mean ${guess}?`;
  return { text: `No rule is called "${id}". ${hint}`, known: false };
}
