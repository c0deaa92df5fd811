import {
  lineIndex,
  looks,
  placeOf,
  type Readiness,
  type Reported,
  standing,
  summarize,
  told,
} from '../../../core/src/index.ts';
import type { FileResult } from '../result.ts';
import type { CreateReporter } from './format.ts';
import { printable } from './printable.ts';
import { type Style, type Styles, styles } from './style.ts';
import { wrapped } from './wrapped.ts';

/** For a terminal: what blocks, the questions, and the next action of each line. */
export const readinessReport: CreateReporter = (context) => {
  const style = styles(context);
  const width = Math.min(context.width, 100);
  return {
    file(result) {
      const reported = reportedOf(result);
      return reported === undefined ? '' : describe(reported, style, width);
    },
    end: () => '',
  };
};

export function reportedOf({ kind, path, text, analysis }: FileResult): Reported | undefined {
  if (kind !== 'spec' || analysis === undefined) return undefined;
  const index = lineIndex(text);
  return { path, analysis, line: (offset) => index.position(offset).line + 1 };
}

function describe(reported: Reported, style: Styles, width: number): string {
  const { analysis, path } = reported;
  if (analysis.skipped !== undefined) return `${printable(path)}: skipped: ${printable(analysis.skipped)}\n\n`;

  const { name, stage, earned, answered, questions, blocked, isReady, readiness, faults, lowered } =
    summarize(reported);
  const place = (span: Parameters<typeof placeOf>[1]) => style.faint(printable(placeOf(reported, span)));
  const heading = (words: string) => `\n${style.strong(words)}\n`;
  const item = (first: string, body: string, end: string) => wrapped(first, `${printable(body)} ${end}`, width);
  const verdict = isReady ? style.good(`✔ ${blocked}`) : style.severity.error(`✖ ${blocked}`);

  const parts = [
    `${style.strong(printable(name))}  ${place({ start: 0, end: 0 })}\n`,
    `${verdict} ${earned}\n${stage} ${answered}\n`,
  ];
  if (faults.length > 0) {
    parts.push(heading('Errors in the file'));
    for (const { rule, message, span } of faults)
      parts.push(item('  - ', message, `${place(span)} ${style.faint(rule)}`));
  }
  if (readiness.blocking.length > 0) {
    parts.push(heading(`What blocks ${analysis.stage.judged}, in the order to work on it`));
    for (const [index, row] of readiness.blocking.entries()) {
      const first = `${String(index + 1).padStart(3)}. `;
      parts.push(item(first, told(row), `${place(row.span)} ${style.faint(row.rule)}`));
      if (row.toFix !== undefined) parts.push(style.faint(wrapped('     ', printable(row.toFix), width)));
    }
  }
  if (readiness.lines.length > 0) parts.push(heading(questions));
  for (const line of readiness.lines) {
    const word = standing(line);
    const { sign, mood } = word === 'not asked' ? looks['not-applicable'] : looks[line.state];
    const moods: Readonly<Record<string, Style>> = {
      bad: style.severity.error,
      weak: style.severity.warning,
      good: style.good,
    };
    const mark = (moods[mood] ?? style.faint)(`${sign} ${word === 'not asked' ? word : `${word}, ${line.state}`}`);
    const label = /^Q/.test(line.id) ? `${line.id} ${line.title}` : `   ${line.title}`;
    parts.push(`  ${label}  ${mark}\n`);
    if (word === 'open' && line.next !== undefined) {
      parts.push(item('     next: ', told(line.next), place(line.next.span)));
    }
  }
  const meanings = statesIn(readiness).map((state) => {
    const { sign, meaning } = looks[state];
    return style.faint(wrapped(`  ${sign} ${state}: `, meaning, width));
  });
  if (meanings.length > 0) parts.push(`\n${meanings.join('')}`);
  if (readiness.open.length > 0) {
    parts.push(heading('Open, without blocking'));
    for (const row of readiness.open)
      parts.push(item('  - ', told(row), `${place(row.span)} ${style.faint(row.rule)}`));
  }
  if (readiness.waived.length > 0) {
    parts.push(heading('Waived'));
    for (const { rule, waiver } of readiness.waived) {
      if (waiver === undefined) continue;
      const who = [waiver.where, waiver.owner].filter((word) => word !== undefined).join(', ');
      parts.push(
        item(
          '  - ',
          `${rule}${who === '' ? '' : ` (${who})`} until ${waiver.expires}: ${waiver.reason}`,
          place(waiver.span),
        ),
      );
    }
  }
  if (lowered.length > 0) {
    parts.push(heading('Asked less of by the configuration, which does not count for the stage earned'));
    for (const one of lowered) parts.push(wrapped('  - ', printable(one), width));
  }
  return `${parts.join('')}\n`;
}

/** The states of the questions that somebody is asked, each once: what the words beside them mean. */
function statesIn({ lines }: Readiness): readonly Readiness['lines'][number]['state'][] {
  return [...new Set(lines.filter((line) => standing(line) !== 'not asked').map(({ state }) => state))];
}
