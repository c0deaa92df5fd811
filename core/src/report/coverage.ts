import { type ClauseLine, coverage } from '../packs/coverage.ts';
import type { Pack } from '../packs/pack.ts';
import type { Row } from '../readiness.ts';
import { markdown as md, html as text } from './escape.ts';
import { ruleLink as htmlRule, page, words } from './html.ts';
import { ruleLink as markdownRule } from './markdown.ts';
import { type Look, looks } from './states.ts';
import { type Reported, summarize, told } from './summary.ts';

/** What every report says of a pack and of how a spec stands to it, in sentences without markup. */
export interface CoverageSummary {
  /** "EU AI Act, as of 2026-11-22 (pack eu-ai-act)". */
  readonly title: string;
  /** "9 of 12 clauses answered; 1 not asked; no requirement serves A.2, A.3." */
  readonly answered: string;
  readonly clauses: readonly ClauseLine[];
}

export function summarizeCoverage(pack: Pack, { analysis }: Reported): CoverageSummary {
  const clauses = coverage(pack, analysis);
  const ids = (standing: ClauseLine['standing']) =>
    clauses.filter((line) => line.standing === standing).map(({ clause }) => clause.id);
  const asked = ids('answered').length + ids('open').length;
  const unserved = ids('unserved');
  const parts = [
    clauses.length === 0
      ? 'It has no clauses'
      : `${ids('answered').length} of ${asked} ${asked === 1 ? 'clause' : 'clauses'} answered`,
    ...(ids('not asked').length > 0 ? [`${ids('not asked').length} not asked here`] : []),
    ...(unserved.length > 0 ? [`no requirement serves ${unserved.join(', ')}`] : []),
  ];
  return { title: packTitle(pack), answered: `${parts.join('; ')}.`, clauses };
}

export function packTitle({ title, date, name }: Pack): string {
  return `${title}${date === '' ? '' : `, as of ${date}`} (pack ${name})`;
}

/** A word for how a clause stands, and its sign. */
export function clauseMark({ standing, state }: ClauseLine): { readonly look: Look; readonly word: string } {
  if (standing === 'unserved') return { look: looks['not-applicable'], word: 'no requirement serves it' };
  if (standing === 'not asked') return { look: looks['not-applicable'], word: 'not asked here' };
  return { look: looks[state ?? 'missing'], word: state === undefined ? standing : `${standing}, ${state}` };
}

/** What a requirement of a clause stands at: its state, or why it has none. */
export function requirementState(one: ClauseLine['requirements'][number], { stage }: Reported['analysis']): string {
  const { state, unjudged, waived, unverified } = one;
  if (unjudged === 'switched off') return 'switched off by the configuration';
  if (unjudged === 'no concern' || state === 'not-applicable') return 'of no concern to this system';
  if (state === undefined) return stage.judged === 'retired' ? 'not asked any more' : `not asked at ${stage.judged}`;
  const asides = [
    ...(waived > 0 && state !== 'waived' ? [`${waived} waived`] : []),
    ...(unverified > 0 && state !== 'unverifiable' ? [`${unverified} unverified`] : []),
  ];
  return `${state}${asides.length === 0 ? '' : ` (${asides.join(', ')})`}`;
}

/** How one spec stands to each pack, for a pull request or a wiki. */
export function coverageMarkdown(reported: Reported, packs: readonly Pack[]): string {
  const { analysis, path } = reported;
  if (analysis.skipped !== undefined) return `## ${md(path)}\n\nSkipped: ${md(analysis.skipped)}.\n`;
  const { name, stage, earned } = summarize(reported);
  const place = ({ span }: Row) => `(line ${reported.line(span.start)})`;
  const chapters = packs.map((pack) => {
    const { title, answered, clauses } = summarizeCoverage(pack, reported);
    const rows = clauses.map((line) => {
      const { clause, requirements, open } = line;
      const { look, word } = clauseMark(line);
      const asked = requirements.map((one) => {
        return `${markdownRule(one.id)} ${requirementState(one, analysis)}`;
      });
      const todo = open.map((row) => `${md(told(row))} ${place(row)}`);
      return `| ${md(clause.id)} | ${md(clause.title)} | ${look.sign} ${word} | ${asked.join('<br>')} | ${todo.join('<br>')} |`;
    });
    const table = `| clause | | state | requirements | open |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}`;
    const sources = pack.sources.map((source) => `- ${md(source)}`).join('\n');
    return [`### ${md(title)}`, sources, `**${md(answered)}**`, ...(clauses.length === 0 ? [] : [table])].join('\n\n');
  });
  const head = `${md(`${earned} ${stage}`)} As of ${analysis.options.asOf}. \`${path.replaceAll('`', "'")}\``;
  return `${[`## ${md(name)}`, head, ...chapters].join('\n\n')}\n`;
}

/** How these specs stand to each pack, as one self-contained page. */
export function coverageHtml(all: readonly Reported[], packs: readonly Pack[], asOf: string): string {
  const of = packs.map(({ title }) => title).join(', ');
  const names = all.map((reported) => summarize(reported).name);
  const title = `${of}: ${all.length === 1 ? names[0] : `${all.length} AI systems`}`;
  return page(title, asOf, all.map((reported) => section(reported, packs)).join('\n'));
}

function section(reported: Reported, packs: readonly Pack[]): string {
  const { analysis, path } = reported;
  const { name, stage, earned } = summarize(reported);
  const heading = `<h2>${text(name)}</h2>`;
  if (analysis.skipped !== undefined) return `<section>${heading}<p>Skipped: ${text(analysis.skipped)}.</p></section>`;
  const chapters = packs.map((pack) => {
    const { title, answered, clauses } = summarizeCoverage(pack, reported);
    const sources = pack.sources.map((source) => `<li>${text(source)}</li>`).join('');
    const lines = clauses.map((line) => clause(line, reported)).join('\n');
    return `<h3>${text(title)}</h3><ul class="faint">${sources}</ul><p><strong>${text(answered)}</strong></p>${lines}`;
  });
  return `<section>${heading}<p>${text(`${earned} ${stage}`)} <code class="place">${text(path)}</code></p>${chapters.join('\n')}</section>`;
}

function clause(line: ClauseLine, { analysis, line: lineOf }: Reported): string {
  const { id, title } = line.clause;
  const { look, word } = clauseMark(line);
  const mark = `<span class="state ${look.mood}"><span aria-hidden="true">${look.sign}</span> ${word}</span>`;
  const asked = line.requirements.map((one) => `${htmlRule(one.id)} ${text(requirementState(one, analysis))}`);
  const open = line.open.map(
    (row) => `<li>${words(told(row))} <span class="place">line ${lineOf(row.span.start)}</span></li>`,
  );
  return `<div class="line"><p class="head"><span class="number">${text(id)}</span> ${text(title)} ${mark}</p>${asked.length === 0 ? '' : `<p class="next faint">${asked.join('<br>')}</p>`}${open.length === 0 ? '' : `<ul>${open.join('')}</ul>`}</div>`;
}
