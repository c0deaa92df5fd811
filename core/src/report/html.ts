import type { ReadinessLine, Row } from '../readiness.ts';
import { rulePageUrl } from '../rule-page.ts';
import { ruleById } from '../rules/index.ts';
import { html as text } from './escape.ts';
import { systemMap } from './map.ts';
import { pageStyle } from './page-style.ts';
import { looks } from './states.ts';
import { type Reported, standing, summarize, told } from './summary.ts';
import { svg } from './svg.ts';

/** One self-contained page about these specs: nothing is fetched, nothing runs. */
export function htmlReport(all: readonly Reported[], asOf: string): string {
  const names = all.map((reported) => summarize(reported).name);
  const title = all.length === 1 ? `Readiness of ${names[0]}` : `Readiness of ${all.length} AI systems`;
  return page(
    title,
    asOf,
    `${all.length > 1 ? contents(all) : ''}
${all.map((reported, index) => section(reported, index, all.length > 1, saidLine)).join('\n')}`,
  );
}

/** What a view in an editor shows of one spec. */
export interface ReportView {
  readonly title: string;
  /** To stand in `<main>`. Each link with `data-line` leads to that line of the spec, counted from 1. */
  readonly body: string;
  /** The style of the page, whose colours the editor may set otherwise. */
  readonly style: string;
}

/** The same report, where whoever shows it can lead to a line. */
export function reportView(reported: Reported, asOf: string): ReportView {
  const title = `Readiness of ${summarize(reported).name}`;
  return { title, body: `${head(title, asOf)}\n${section(reported, 0, false, linkedLine)}`, style: pageStyle };
}

/** How a line of the spec is written. */
type WriteLine = (line: number) => string;

const saidLine: WriteLine = (line) => `<span class="place">line ${line}</span>`;
const linkedLine: WriteLine = (line) => `<a class="place" href="#line-${line}" data-line="${line}">line ${line}</a>`;

/** `body` in a page of its own: nothing is fetched, nothing runs. */
export function page(title: string, asOf: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${text(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
${head(title, asOf)}
${body}
</main>
</body>
</html>
`;
}

function head(title: string, asOf: string): string {
  return `<h1>${text(title)}</h1>
<p class="faint">As of <time datetime="${text(asOf)}">${text(asOf)}</time>.</p>`;
}

function contents(all: readonly Reported[]): string {
  const items = all.map((reported, index) => {
    const { name, blocked } = summarize(reported);
    return `<li><a href="#s${index}">${text(name)}</a> <code class="place">${text(reported.path)}</code> ${text(blocked)}</li>`;
  });
  return `<nav aria-label="Systems"><ul>${items.join('')}</ul></nav>`;
}

function section(reported: Reported, index: number, isOneOfMany: boolean, writeLine: WriteLine): string {
  const { analysis } = reported;
  const id = `s${index}`;
  const { name, stage, earned, answered, questions, blocked, isReady, readiness, faults, lowered } =
    summarize(reported);
  const heading = isOneOfMany ? `<h2 id="${id}">${text(name)}</h2>` : '';
  if (analysis.skipped !== undefined) return `<section>${heading}<p>Skipped: ${text(analysis.skipped)}.</p></section>`;

  const place = (span: Row['span']) => writeLine(reported.line(span.start));
  const h = isOneOfMany ? 'h3' : 'h2';
  /** Told apart from the same parts of the other systems. */
  const where = isOneOfMany ? `, ${reported.path}` : '';
  const parts = [
    heading,
    `<p class="verdict ${isReady ? 'good' : 'bad'}"><strong>${isReady ? '✔' : '✖'} ${text(blocked)}</strong> ${text(earned)}</p>`,
    `<p>${text(`${stage} ${answered}`)} <code class="place">${text(reported.path)}</code></p>`,
  ];
  if (faults.length > 0) {
    const items = faults.map(
      ({ rule, message, span }) => `<li>${ruleLink(rule)} ${words(message)} ${place(span)}</li>`,
    );
    parts.push(`<${h}>Errors in the file</${h}><ul>${items.join('')}</ul>`);
  }
  if (readiness.blocking.length > 0) {
    parts.push(
      `<${h}>What blocks ${text(analysis.stage.judged)}</${h}><p class="faint">In the order in which a team would work on it.</p><ol class="work">${readiness.blocking.map((row) => todo(row, place)).join('')}</ol>`,
    );
  }
  if (readiness.lines.length > 0) {
    parts.push(
      `<${h}>${text(questions)}</${h}>${readiness.lines.map((line) => question(line, place, where, id)).join('\n')}`,
    );
  }
  parts.push(`<${h}>The system</${h}>${map(reported, id, where, writeLine === linkedLine ? writeLine : undefined)}`);
  if (readiness.waived.length > 0) {
    parts.push(`<${h}>Waived</${h}><ul>${readiness.waived.map(waived).join('')}</ul>`);
  }
  if (lowered.length > 0) {
    const items = lowered.map((one) => `<li>${words(one)}</li>`);
    parts.push(
      `<${h}>Asked less of by the configuration</${h}><p class="faint">It does not count for the stage that is earned.</p><ul>${items.join('')}</ul>`,
    );
  }
  return `<section>${parts.join('\n')}</section>`;
}

/** A requirement of a pack has no page. */
export function ruleLink(rule: string): string {
  if (ruleById(rule) === undefined) return `<code>${text(rule)}</code>`;
  return `<a href="${text(rulePageUrl(rule))}">${text(rule)}</a>`;
}

/** A message: what it has in backticks is code. */
export function words(message: string): string {
  return message
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? `<code>${text(part)}</code>` : text(part)))
    .join('');
}

function todo(row: Row, place: (span: Row['span']) => string): string {
  const action = row.toFix === undefined ? '' : `<br><span class="do">${words(row.toFix)}</span>`;
  return `<li>${words(told(row))} ${place(row.span)} <span class="faint">${ruleLink(row.rule)}</span>${action}</li>`;
}

function question(line: ReadinessLine, place: (span: Row['span']) => string, where: string, section: string): string {
  const { id, title, state, rows, next } = line;
  const word = standing(line);
  const look = word === 'not asked' ? looks['not-applicable'] : looks[state];
  const mark = `<span class="state ${look.mood}"><span aria-hidden="true">${look.sign}</span> ${word === 'not asked' ? word : `${word}, ${state}`}</span>`;
  const label = /^Q/.test(id) ? `<span class="number">${id}</span> ${text(title)}` : text(title);
  if (rows.length === 0) return `<div class="line"><p class="head">${label} ${mark}</p></div>`;

  const first = next === undefined ? '' : `<p class="next">Next: ${words(told(next))} ${place(next.span)}</p>`;
  const body = rows.map((row) => {
    const { sign, mood } = looks[row.state];
    return `<tr><td class="state ${mood}"><span aria-hidden="true">${sign}</span> ${row.state}</td><td>${ruleLink(row.rule)}</td><td>${words(told(row))} ${place(row.span)}</td></tr>`;
  });
  const table = `<div class="wide" tabindex="0" role="region" aria-label="${text(`What stands behind ${title}${where}`)}"><table><thead><tr><th scope="col">state</th><th scope="col">requirement</th><th scope="col">here</th></tr></thead><tbody>${body.join('')}</tbody></table></div>`;
  return `<details class="line" id="${section}-${id}"><summary><span class="head">${label} ${mark}</span></summary>${first}${table}</details>${word === 'open' ? first : ''}`;
}

function map(reported: Reported, id: string, where: string, link: WriteLine | undefined): string {
  const drawn = systemMap(reported.analysis);
  const names = new Map(drawn.nodes.map(({ id, name }) => [id, name]));
  const items = drawn.nodes.map(({ id, kind, name, detail, owner, state, span }) => {
    const to = drawn.links.filter(({ from }) => from === id).map(({ says, to }) => `${says} ${names.get(to) ?? to}`);
    const more = [detail, owner === undefined ? undefined : `owner ${owner}`, ...to].filter((one) => one);
    return `<li><strong>${kind} ${text(name)}</strong>${state === undefined ? '' : `, ${state}`}${more.length === 0 ? '' : `: ${text(more.join('; '))}`}${link === undefined || span === undefined ? '' : ` ${link(reported.line(span.start))}`}</li>`;
  });
  const name = `Map of ${summarize(reported).name}`;
  return `<div class="wide whole" tabindex="0" role="region" aria-label="${text(`${name}${where}`)}">${svg(drawn, name, `${id}-map`, link && reported.line)}</div>
<details id="${id}-words"><summary>The map in words</summary><ul>${items.join('')}</ul></details>`;
}

function waived({ rule, waiver }: Row): string {
  if (waiver === undefined) return `<li>${ruleLink(rule)}</li>`;
  const where = waiver.where === undefined ? '' : ` for ${text(waiver.where)}`;
  const owner = waiver.owner === undefined ? '' : ` (${text(waiver.owner)})`;
  return `<li>${ruleLink(rule)}${where} until ${text(waiver.expires)}${owner}: ${text(waiver.reason)}</li>`;
}
