import type { Analysis } from '../check.ts';
import { addDays } from '../dates.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { rules } from '../rules/index.ts';
import { nodeAt } from '../rules/subject.ts';
import { type FieldNode, fieldAt } from '../spec/field-tree.ts';
import type { Field } from '../spec/fields.generated.ts';
import { saysOf } from '../spec/formats.ts';
import { printScalar } from '../yaml/print.ts';
import { artifactCandidates } from './artifacts.ts';
import type { Completion } from './completion.ts';
import { newItem } from './entries.ts';
import { moments } from './moments.ts';
import type { CompletionPlace } from './place.ts';
import { meaningOf } from './word-meanings.ts';

interface Known {
  readonly analysis: Analysis;
  /** ISO date of today. */
  readonly asOf: string;
  readonly evidence: Evidence | undefined;
}

/** What the value at the cursor can be; where a list is to stand, with what makes a list of it. */
export function values(place: CompletionPlace, known: Known): readonly Completion[] {
  const { field, item } = place.field;
  if (field?.kind === 'scalar') return scalars(place, field, known);
  if (field?.kind !== 'list' || item?.field === undefined || place.quote !== '') return [];
  if (item.field.kind === 'scalar') {
    const [open, close] = place.onItsOwnLine && !place.inFlow ? ['- ', ''] : ['[', ']'];
    const inside = { ...place, inFlow: open === '[' };
    return scalars(inside, item.field, known).flatMap((one) => {
      // Behind the bracket nobody goes on writing.
      if (close !== '' && one.kind === 'form') return [];
      return { ...one, text: place.lead + open + one.text.trimStart() + close };
    });
  }
  return place.onItsOwnLine && !place.inFlow ? [newItem(place, [...place.path, 0], '- ')] : [];
}

function scalars(place: CompletionPlace, field: Field, known: Known): readonly Completion[] {
  // A placeholder says nothing about what is wanted: whatever is left of it, all is offered.
  const anyway = place.written.startsWith('TODO') ? place.written : undefined;
  const item = ({
    text,
    kind,
    detail,
    rank = 0,
    filter,
    more,
    keeps = 0,
    about = field.description,
  }: Candidate): Completion => ({
    label: text,
    kind,
    text: more ? place.lead + text : written(place, text),
    span: { ...place.span, start: place.span.start + keeps },
    filter: anyway ?? filter,
    detail,
    documentation: about,
    rank,
    goesOn: false,
  });
  return candidates(place, field, known)
    .filter(({ text }) => !place.present.includes(text))
    .map(item);
}

interface Candidate {
  readonly text: string;
  readonly kind: Completion['kind'];
  readonly detail: string;
  readonly rank?: number;
  readonly filter?: string;
  readonly about?: string;
  /** It is only how the answer begins. */
  readonly more?: boolean;
  /** How much of what is typed stays. */
  readonly keeps?: number;
}

/** Whether something may be offered for a value of this field, or for an item of it. */
export function hasCandidates({ field, item }: FieldNode): boolean {
  if (field?.kind === 'list') return item !== undefined && hasCandidates(item);
  if (field?.kind !== 'scalar') return true;
  const { format, values, also, suggest, refers, artifact } = field;
  const isNamed = [values, also, suggest, refers, artifact].some((one) => one !== undefined);
  return isNamed || format === 'ruleId' || format === 'contact' || format === 'date' || hasForm(field);
}

function hasForm({ format, artifact, text }: Field): boolean {
  return format !== undefined && artifact === undefined && !text && isForm.has(format);
}

function candidates(place: CompletionPlace, field: Field, { analysis, asOf, evidence }: Known): readonly Candidate[] {
  if (field.format === 'ruleId') return waivable(analysis);
  const words = [...(field.values ?? []), ...(field.also ?? []), ...(field.suggest ?? [])];
  const ids = field.refersForm === 'before' ? [] : idsFor(place, field);
  const found = field.refersForm === 'before' ? moments(place) : [];
  return [
    ...words.map((text): Candidate => ({ text, kind: 'value', detail: meaningOf(field, text) ?? field.title })),
    ...ids.map(({ id, title }): Candidate => ({ text: id, kind: 'id', detail: title })),
    ...found,
    ...artifactCandidates(place, field, evidence),
    ...(words.length + ids.length + found.length === 0 ? forms(field, asOf, place) : []),
  ];
}

/** Requirements that an exception can be made of, those that the spec falls short of first. */
function waivable({ findings }: Analysis): readonly Candidate[] {
  const open = new Set(findings.map(({ rule }) => rule));
  return rules.flatMap((rule): Candidate[] => {
    if (rule.kind !== 'requirement' || rule.neverWaivable) return [];
    const isOpen = open.has(rule.id);
    return [
      { text: rule.id, kind: 'value', detail: isOpen ? 'open' : 'met', rank: isOpen ? 0 : 1, about: rule.summary },
    ];
  });
}

function idsFor({ doc }: CompletionPlace, field: Field): readonly { readonly id: string; readonly title: string }[] {
  if (field.refersForm === 'section')
    return (field.refers ?? []).map((section) => ({ id: section, title: 'of this spec' }));
  return (field.refers ?? []).flatMap((section) => {
    const steps = section.split('.');
    const map = nodeAt(doc.tree, steps);
    const title = fieldAt([...steps, '*'])?.field?.title.toLowerCase() ?? 'id';
    // While somebody types, an entry may have no name yet.
    return map?.kind === 'mapping'
      ? map.entries.flatMap(({ key }) => (key.value === '' ? [] : [{ id: key.value, title }]))
      : [];
  });
}

/** Days to choose from where a date is asked, in days from today. */
const days = [0, 30, 90];

function forms(field: Field, asOf: string, { written }: CompletionPlace): readonly Candidate[] {
  if (field.format === 'contact') {
    return contacts.map(([text, detail]) => ({ text, kind: 'form', detail, rank: 1, more: true }));
  }
  if (field.format === 'date') {
    return days.map((count) => {
      const detail = count === 0 ? 'today' : `in ${count} days`;
      return { text: addDays(asOf, count), kind: 'form', detail, rank: 1 };
    });
  }
  // An example is no help any more to somebody who writes an answer, and takes the Tab that leads to the next one.
  if (!hasForm(field) || (written !== '' && !written.startsWith('TODO'))) return [];
  return [{ text: field.example, kind: 'form', detail: saysOf(field), rank: 1 }];
}

/** How a contact begins, and what follows. */
const contacts: readonly (readonly [scheme: string, follows: string])[] = [
  ['mailto:', 'an address'],
  ['slack:', 'a channel, without its #'],
  ['teams:', 'a channel'],
  ['pagerduty:', 'the key of a service'],
  ['opsgenie:', 'a team'],
];

/** Forms of which an example shows how they are written; a name or a sentence of somebody else is no help. */
const isForm: ReadonlySet<string> = new Set([
  ...['convention', 'cron', 'duration', 'hours', 'limit', 'money', 'rate', 'sampleSize'],
  ...['share', 'threshold', 'timezone', 'moment'],
]);

function written({ quote, unclosed, lead, inFlow }: CompletionPlace, text: string): string {
  if (quote === '') return lead + printScalar(text, inFlow ? 'flow' : 'block');
  const inside = quote === '"' ? JSON.stringify(text).slice(1, -1) : text.replaceAll("'", "''");
  return unclosed ? inside + quote : inside;
}
