import {
  type ClauseLine,
  clauseMark,
  type Pack,
  placeOf,
  type Reported,
  requirementState,
  summarize,
  summarizeCoverage,
  told,
} from '../../../core/src/index.ts';
import type { CreateReporter } from './format.ts';
import { printable } from './printable.ts';
import { reportedOf } from './readiness.ts';
import { type Style, type Styles, styles } from './style.ts';
import { wrapped } from './wrapped.ts';

/** For a terminal: how each spec stands to each pack, clause by clause. */
export const coverageReport: CreateReporter = (context) => {
  const style = styles(context);
  const width = Math.min(context.width, 100);
  return {
    file(result) {
      const reported = reportedOf(result);
      return reported === undefined ? '' : describe(reported, context.packs, style, width);
    },
    end: () => '',
  };
};

function describe(reported: Reported, packs: readonly Pack[], style: Styles, width: number): string {
  const { analysis, path } = reported;
  if (analysis.skipped !== undefined) return `${printable(path)}: skipped: ${printable(analysis.skipped)}\n\n`;

  const { name, stage, earned } = summarize(reported);
  const chapters = packs.map((pack) => {
    const { title, answered, clauses } = summarizeCoverage(pack, reported);
    const sources = pack.sources.map((source) => style.faint(wrapped('  ', printable(source), width)));
    const lines = clauses.map((line) => clause(line, reported, style, width));
    return `\n${style.strong(printable(title))}\n${sources.join('')}${wrapped('', printable(answered), width)}\n${lines.join('')}`;
  });
  const place = style.faint(printable(placeOf(reported, { start: 0, end: 0 })));
  return `${style.strong(printable(name))}  ${place}\n${earned} ${stage}\n${chapters.join('')}\n`;
}

function clause(line: ClauseLine, reported: Reported, style: Styles, width: number): string {
  const { look, word } = clauseMark(line);
  const moods: Readonly<Record<string, Style>> = {
    bad: style.severity.error,
    weak: style.severity.warning,
    good: style.good,
  };
  // Kept on one line.
  const mark = (moods[look.mood] ?? style.faint)(`${look.sign} ${word}`).replaceAll(' ', '\u00a0');
  const { id, title } = line.clause;
  const first = `  ${printable(id)}  `;
  return [
    wrapped(first, `${printable(title)}  ${mark}`, width)
      .replace(first, `  ${style.strong(printable(id))}  `)
      .replaceAll('\u00a0', ' '),
    ...byState(line, reported).map((words) => style.faint(wrapped('     ', printable(words), width))),
    ...line.open.map((row) => {
      const place = style.faint(`${printable(placeOf(reported, row.span))} ${row.rule}`);
      return wrapped('     - ', `${printable(told(row))} ${place}`, width);
    }),
  ].join('');
}

/** "declared: log-every-call, log-context" for each state that there is. */
function byState({ requirements }: ClauseLine, { analysis }: Reported): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const one of requirements) {
    const state = requirementState(one, analysis);
    groups.set(state, [...(groups.get(state) ?? []), one.id]);
  }
  return [...groups].map(([state, ids]) => `${state}: ${ids.join(', ')}`);
}
