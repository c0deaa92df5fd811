import type { Fact, State } from '../assessment.ts';
import type { Analysis, JudgedAssessment } from '../check.ts';
import { meaningOf } from '../complete/word-meanings.ts';
import { hiding, overlaps } from '../conceal.ts';
import { shownPath } from '../evidence/reference.ts';
import { tokenHere } from '../navigate/alias.ts';
import { definitionsOf, idsOf } from '../navigate/ids.ts';
import { looks } from '../report/states.ts';
import { ruleById } from '../rules/index.ts';
import { isAbout, type Token } from '../spec/at.ts';
import { pointer } from '../spec/document.ts';
import { fieldAt } from '../spec/field-tree.ts';
import type { Field } from '../spec/fields.generated.ts';
import { saysOf } from '../spec/formats.ts';
import type { Path } from '../spec/place.ts';
import type { Span } from '../text.ts';
import { definitionParts, useParts } from './definition.ts';
import { meaning } from './meaning.ts';
import type { HoverInfo, HoverPart } from './parts.ts';
import { type ReadHere, readHere } from './requirements.ts';

const mostOpen = 4;
const mostNames = 5;
const mostFacts = 6;

/** Looks at nothing that the check has not looked at. `undefined` where there is nothing to say. */
export function hoverAt(analysis: Analysis, offset: number): HoverInfo | undefined {
  if (analysis.skipped !== undefined) return undefined;
  const here = tokenHere(analysis.doc, offset);
  if (here === undefined) return undefined;
  const { token, span } = here;
  const parts = token.kind === 'key' ? ofKey(analysis, token) : ofValue(analysis, token);
  return parts.length === 0 ? undefined : { span, parts: withoutSecrets(analysis, parts) };
}

/** Keys and paths of a spec may hold them too. */
function withoutSecrets({ doc }: Analysis, parts: readonly HoverPart[]): readonly HoverPart[] {
  if (doc.secrets.length === 0) return parts;
  const hide = hiding(doc.text, doc.secrets);
  return parts.map((part) =>
    part.kind === 'list'
      ? { ...part, items: part.items.map(hide) }
      : { ...part, strong: part.strong && hide(part.strong), text: hide(part.text) },
  );
}

function ofKey(analysis: Analysis, { place, node }: Token): HoverPart[] {
  const { field, path } = place;
  if (field === undefined) return [];
  const here = readHere(analysis, path, field.path);
  return [...aboutField(field), ...useParts(analysis, path), ...because(here), ...standing(analysis, here, node.span)];
}

function ofValue(analysis: Analysis, token: Token): HoverPart[] {
  const { place, node } = token;
  const { field, path, placeholder } = place;
  if (field === undefined) return [];
  if (overlaps(node.span, analysis.doc.secrets)) return [{ kind: 'text', text: 'A secret. It is not shown here.' }];
  if (placeholder)
    return [...aboutField(field), { kind: 'text', text: 'Still a placeholder: it counts as no answer.' }];

  const said = [
    ...meaning(analysis, token),
    ...asWord(field, String(node.value)),
    ...asRule(field, String(node.value)),
  ];
  const definitions = definitionsOf(analysis, idsOf(analysis, token));
  if (definitions.length > 0) return [...said, ...definitionParts(analysis, definitions)];
  const here = concerning(field, readHere(analysis, path, field.path));
  const stands = standing(analysis, here, node.span);
  const facts = [...factsOf(analysis, token, here), ...unopened(analysis, field)];
  if (field.text === true && said.length + stands.length + facts.length === 0) return [];
  const about: HoverPart[] =
    field.values !== undefined
      ? aboutField(field)
      : said.length === 0 && field.text !== true
        ? [{ kind: 'text', strong: field.title, text: field.description }]
        : [];
  return field.values === undefined
    ? [...about, ...said, ...stands, ...facts]
    : [...said, ...about, ...stands, ...facts];
}

/** What a word of the language says here, unless its field has no other. */
function asWord(field: Field, word: string): HoverPart[] {
  const means = field.values?.length === 1 ? undefined : meaningOf(field, word);
  return means === undefined ? [] : [{ kind: 'text', strong: word, text: means }];
}

/** What a requirement that is named asks. */
function asRule({ format }: Field, id: string): HoverPart[] {
  const rule = format === 'ruleId' ? ruleById(id) : undefined;
  return rule === undefined ? [] : [{ kind: 'text', strong: id, text: rule.summary }];
}

/** In a workspace that nobody trusts, or in a text that is in no folder. */
function unopened({ options }: Analysis, { artifact }: Field): HoverPart[] {
  if (options.evidence !== undefined || artifact === undefined) return [];
  return [{ kind: 'text', text: 'The file is not opened here: only what the spec declares is checked.' }];
}

/** What is missing stands beside a single answer, and is told of the key that holds both. */
function concerning({ kind }: Field, here: readonly ReadHere[]): readonly ReadHere[] {
  return kind === 'scalar' ? here.filter(({ state }) => state !== 'missing') : here;
}

/** What it is, and its form. */
function aboutField(field: Field): HoverPart[] {
  return [{ kind: 'text', strong: field.title, text: field.description }, ...formOf(field)];
}

function formOf(field: Field): HoverPart[] {
  const { kind, values, suggest, example, format } = field;
  if (values?.length === 1) return []; // The description says so.
  if (values !== undefined) return [{ kind: 'text', text: `One of ${values.map((one) => `\`${one}\``).join(', ')}.` }];
  if (example.includes('\n') || kind !== 'scalar') return [];
  const such =
    format === 'text' || format === 'label' || format === undefined ? `For example \`${example}\`` : form(field);
  const common = suggest === undefined ? '' : ` Common: ${suggest.map((one) => `\`${one}\``).join(', ')}.`;
  return [{ kind: 'text', text: `${such}.${common}` }];
}

function form(field: Field): string {
  const said = saysOf(field);
  return `${said.charAt(0).toUpperCase()}${said.slice(1).replace(` such as ${field.example}`, ` such as \`${field.example}\``)}`;
}

/** Of the requirement that weighs most what happens in production without it. */
function because([first]: readonly ReadHere[]): HoverPart[] {
  return first === undefined ? [] : [{ kind: 'text', strong: 'Why', text: first.requirement.why }];
}

/** The open ones one by one, the others by their states. */
function standing(analysis: Analysis, here: readonly ReadHere[], at: Span): HoverPart[] {
  if (here.length === 0) return [];
  // An editor shows the finding itself right beside.
  const open = here.filter((one) => one.open);
  const findings = open.length === 0 ? [] : analysis.findings;
  const told = new Set(findings.filter(({ span }) => span.start === at.start).map(({ rule }) => rule));
  const lines = open.slice(0, mostOpen).map(({ requirement: { id }, severity, state, reason }) => {
    const why = told.has(id) ? '' : `: ${reason}`;
    return `${looks[state].sign} ${state} \`${id}\`, ${severity} at ${analysis.at}${why}`;
  });
  const more = open.length > mostOpen ? [`and ${open.length - mostOpen} more that are open`] : [];
  return [{ kind: 'list', items: [...lines, ...more, ...byState(here.filter((one) => !one.open))] }];
}

/** `● proven` and the names of those that are. */
function byState(here: readonly ReadHere[]): readonly string[] {
  const byState = new Map<State, string[]>();
  for (const { state, requirement } of here)
    byState.set(state, [...(byState.get(state) ?? []), `\`${requirement.id}\``]);
  return [...byState].map(([state, ids]) => {
    const rest = ids.length - mostNames;
    const names = rest > 1 ? `${ids.slice(0, mostNames).join(', ')} and ${rest} more` : ids.join(', ');
    return `${looks[state].sign} ${state} ${names}`;
  });
}

/** What artifacts say: for a reference what was found where it leads, else what was looked at for the value. */
function factsOf({ options, assessments }: Analysis, { place, node }: Token, here: readonly ReadHere[]): HoverPart[] {
  if (place.field?.artifact === undefined) return factList(here.flatMap((one) => one.assessments));
  const reference = options.evidence?.reference(String(node.value));
  if (reference?.kind === 'remote') return [{ kind: 'text', text: 'It is on the net, where nobody looks.' }];
  if (reference?.kind !== 'file') return [];
  const named = shownPath(reference.file);
  const own = reference.selector === undefined ? '' : pointer(entryOf(place.path));
  return factList(
    assessments.filter(({ subject }) => isAbout(subject, place.path) && subject.length >= own.length),
    (file) => file === named || file.startsWith(`${named}/`),
  );
}

/**
 * The entry of a map that holds what is at `path`, the whole spec where none does. Where references select from a file,
 * those of other entries lead to other parts of it, and what is said of all entries says nothing of this one.
 */
function entryOf(path: Path): Path {
  const map = path.findLastIndex((_, index) => fieldAt(path.slice(0, index))?.field?.kind === 'map');
  return map === -1 ? [] : path.slice(0, map + 1);
}

function factList(assessments: readonly JudgedAssessment[], isOf = (_file: string) => true): HoverPart[] {
  const facts = assessments.flatMap((one) => one.facts).filter(({ file }) => isOf(shownPath(file)));
  const lines = [...new Set(facts.map(factLine))];
  const more = lines.length > mostFacts ? [`and ${lines.length - mostFacts} more`] : [];
  return lines.length === 0 ? [] : [{ kind: 'list', items: [...lines.slice(0, mostFacts), ...more] }];
}

function factLine({ file, line, says }: Fact): string {
  return `${shownPath(file)}${line === undefined ? '' : `:${line}`}: ${says}`;
}
