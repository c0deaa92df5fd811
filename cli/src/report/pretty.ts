import { type Finding, type LineIndex, lineIndex, ruleById, rulePageUrl } from '../../../core/src/index.ts';
import type { FileResult } from '../result.ts';
import { factLine, untold } from './facts.ts';
import type { CreateReporter, ReportContext } from './format.ts';
import { frame } from './frame.ts';
import { masked } from './masked.ts';
import { lineText, rangeOf } from './places.ts';
import { printable, printablePath } from './printable.ts';
import { type Style, type Styles, styles, symbols } from './style.ts';
import { createSummary } from './summary.ts';

/** For people: each finding with its line of source, what is wrong under it, and what to do. */
export const pretty: CreateReporter = (context) => {
  const style = styles(context);
  const summary = createSummary(style);
  const explained = new Set<string>();

  return {
    file(given) {
      const result = { ...given, text: masked(given.text, given.analysis?.secrets ?? []) };
      const index = lineIndex(result.text);
      const blocks = result.findings.map((finding) => {
        const isNew = !explained.has(finding.rule) && ruleById(finding.rule) !== undefined;
        explained.add(finding.rule);
        const fixes = finding.fixes('help');
        summary.fixes(fixes);
        return `${block(finding, fixes, result, index, isNew, context, style)}\n`;
      });
      summary.file(result);
      return blocks.join('');
    },
    end: (total) => summary.print(total),
  };
};

const mostFixes = 2;
const mostRelated = 5;
const mostFacts = 3;

function block(
  finding: Finding,
  fixes: ReturnType<Finding['fixes']>,
  result: FileResult,
  index: LineIndex,
  explain: boolean,
  context: ReportContext,
  style: Styles,
): string {
  const { rule, severity, message, related = [], facts = [] } = finding;
  const { line, column } = rangeOf(finding.span, index).start;
  const color = style.severity[severity];
  const url = explain ? rulePageUrl(rule) : undefined;
  const places = [finding, ...related.slice(0, mostRelated)];
  const gutter = Math.max(...places.map(({ span }) => String(rangeOf(span, index).start.line).length)) + 2;
  const draw = (span: Finding['span'], mark: string, label: string, markStyle: Style) =>
    source(span, mark, label, { text: result.text, index, gutter, width: context.width, style, markStyle });
  const note = (word: string, text: string) =>
    `${' '.repeat(gutter)} ${style.faint('=')} ${style.strong(word)} ${text}`;

  return [
    `${style.strong(`${printablePath(result.path)}:${line}:${column}`)} ${color(`${symbols[severity]} ${severity}[${style.link(rule, url)}]`)} ${style.strong(printable(message))}`,
    ...draw(finding.span, '^', '', color),
    ...related.slice(0, mostRelated).flatMap((other) => draw(other.span, '-', printable(other.message), style.faint)),
    ...untold(facts, message)
      .slice(0, mostFacts)
      .map((fact) => note('seen:', printable(factLine(fact)))),
    ...fixes
      .slice(0, mostFixes)
      .map(({ title, safe }) => note('help:', printable(title) + (safe ? ' (--fix does it)' : ''))),
    ...(explain ? [note('more:', `ai-system explain ${rule}`)] : []),
    '',
  ].join('\n');
}

interface Drawing {
  readonly text: string;
  readonly index: LineIndex;
  readonly gutter: number;
  readonly width: number;
  readonly style: Styles;
  readonly markStyle: Style;
}

function source(span: Finding['span'], mark: string, label: string, drawing: Drawing): readonly string[] {
  const { text, index, gutter, width, style, markStyle } = drawing;
  const { start, end } = rangeOf(span, index);
  const line = lineText(text, index, start.line);
  // What goes on over several lines is marked as far as the end of the first one.
  const last = end.line === start.line ? end.column - 1 : line.length;
  const { source, indent, length } = frame(line, start.column - 1, last, Math.max(20, width - gutter - 3));
  const bar = style.faint('|');
  const underline = markStyle(`${mark.repeat(length)}${label === '' ? '' : ` ${label}`}`);
  return [
    `${style.faint(String(start.line).padStart(gutter))} ${bar} ${source}`.trimEnd(),
    `${' '.repeat(gutter)} ${bar} ${' '.repeat(indent)}${underline}`,
  ];
}
