import type { ReadinessLine, Row } from '../readiness.ts';
import { rulePageUrl } from '../rule-page.ts';
import { ruleById } from '../rules/index.ts';
import { markdown as text } from './escape.ts';
import { systemMap } from './map.ts';
import { mermaid } from './mermaid.ts';
import { looks } from './states.ts';
import { type Reported, standing, summarize, told } from './summary.ts';

/** More than this nobody reads in a pull request; the rest is counted. */
const mostRows = 50;

/** The readiness of one spec for a pull request or a wiki. */
export function markdownReport(reported: Reported): string {
  const { name, stage, earned, answered, questions, blocked, isReady, readiness, faults, lowered } =
    summarize(reported);
  const { analysis } = reported;
  const place = (span: Row['span']) => `(line ${reported.line(span.start)})`;
  const item = (row: Row) => {
    const action = row.toFix === undefined ? '' : `<br>${text(row.toFix)}`;
    return `${text(told(row))} ${place(row.span)} ${ruleLink(row.rule)}${action}`;
  };
  const parts = [
    `## ${text(name)}`,
    `${isReady ? '✅' : '⛔'} **${text(blocked)}** ${text(`${earned} ${stage} ${answered}`)} As of ${analysis.options.asOf}. \`${reported.path.replaceAll('`', "'")}\``,
  ];
  if (analysis.skipped !== undefined) return `## ${text(reported.path)}\n\nSkipped: ${text(analysis.skipped)}.\n`;

  if (faults.length > 0) {
    parts.push(
      `### Errors in the file\n\n${list(faults.map(({ rule, message, span }) => `${text(message)} ${place(span)} ${ruleLink(rule)}`))}`,
    );
  }
  if (readiness.blocking.length > 0) {
    parts.push(
      `### What blocks ${analysis.stage.judged}, in the order to work on it\n\n${numbered(readiness.blocking.map(item))}`,
    );
  }
  if (readiness.lines.length > 0) parts.push(`### ${questions}\n\n${table(readiness.lines, place)}`);
  parts.push(`### The system\n\n\`\`\`mermaid\n${mermaid(systemMap(analysis))}\`\`\``);
  if (readiness.open.length > 0) {
    parts.push(
      `<details><summary>Open, without blocking: ${readiness.open.length}</summary>\n\n${list(readiness.open.map(item))}\n\n</details>`,
    );
  }
  if (readiness.waived.length > 0) parts.push(`### Waived\n\n${list(readiness.waived.map(waived))}`);
  if (lowered.length > 0) parts.push(`### Asked less of by the configuration\n\n${list(lowered.map(text))}`);
  return `${parts.join('\n\n')}\n`;
}

/** A requirement of a pack has no page. */
export function ruleLink(rule: string): string {
  if (ruleById(rule) === undefined) return `\`${rule}\``;
  return `[${rule}](${rulePageUrl(rule)})`;
}

function table(lines: readonly ReadinessLine[], place: (span: Row['span']) => string): string {
  const rows = lines.map((line) => {
    const { id, title, state, next } = line;
    const todo = next === undefined ? '' : `${text(told(next))} ${place(next.span).replaceAll('|', '\\|')}`;
    const label = /^Q/.test(id) ? `${id} ${title}` : title;
    const word = standing(line);
    return `| ${text(label)} | ${word === 'not asked' ? word : `${word}<br>${looks[state].sign} ${state}`} | ${todo} |`;
  });
  return `| question | state | next |\n| --- | --- | --- |\n${rows.join('\n')}`;
}

function waived({ rule, waiver }: Row): string {
  if (waiver === undefined) return ruleLink(rule);
  const where = waiver.where === undefined ? '' : ` for ${text(waiver.where)}`;
  const owner = waiver.owner === undefined ? '' : ` (${text(waiver.owner)})`;
  return `${ruleLink(rule)}${where} until ${waiver.expires}${owner}: ${text(waiver.reason)}`;
}

function list(items: readonly string[]): string {
  return few(
    items.map((item) => `- ${item}`),
    items.length,
  );
}

function numbered(items: readonly string[]): string {
  return few(
    items.map((item, index) => `${index + 1}. ${item}`),
    items.length,
  );
}

function few(lines: readonly string[], count: number): string {
  const more = count > mostRows ? [`- … and ${count - mostRows} more`] : [];
  return [...lines.slice(0, mostRows), ...more].join('\n');
}
