import type { Read } from '../check.ts';
import { overlaps } from '../conceal.ts';
import { idSections, isDefined, referredIds } from '../navigate/ids.ts';
import type { SpecDocument } from '../spec/document.ts';
import type { Field } from '../spec/fields.generated.ts';
import type { Place } from '../spec/place.ts';
import type { Span } from '../text.ts';
import type { Scalar } from '../yaml/tree.ts';

/** What a word of a spec is, for colours. */
export const tokenKinds = [
  'section',
  'key',
  'unknown-key',
  'id-definition',
  'id',
  'word',
  'number',
  'unit',
  'date',
  'path',
  'selector',
  'placeholder',
] as const;
export type TokenKind = (typeof tokenKinds)[number];

/** Part of one line. */
export interface ColouredToken extends Span {
  readonly kind: TokenKind;
}

/** The tokens that touch `range`, in the order of the text; none overlaps another, none goes over the end of a line. */
export function tokens({ doc, skipped }: Read, range: Span): readonly ColouredToken[] {
  if (skipped !== undefined) return [];
  const found: ColouredToken[] = [];
  for (const place of doc.places) {
    const { key, node } = place;
    if (key !== undefined && touches(key.span, range)) addLines(found, doc.text, key.span, keyKind(place));
    if (node?.kind !== 'scalar' || !touches(node.span, range) || overlaps(node.span, doc.secrets)) continue;
    if (place.placeholder) addLines(found, doc.text, contentSpan(doc.text, node), 'placeholder');
    else found.push(...valueTokens(doc, place, node));
  }
  return inOrder(found);
}

function touches(span: Span, range: Span): boolean {
  return span.start <= range.end && span.end >= range.start;
}

function keyKind({ field, path }: Place): TokenKind {
  if (field === undefined) return 'unknown-key';
  if (path.length === 1) return 'section';
  return field.path.endsWith('.*') && idSections.has(path.slice(0, -1).join('.')) ? 'id-definition' : 'key';
}

/** Without the header of a block of text, or the quotes. */
function contentSpan(text: string, { span, style }: Pick<Scalar<unknown>, 'span' | 'style'>): Span {
  if (style === 'plain') return span;
  if (style !== 'block') return { start: span.start + 1, end: Math.max(span.end - 1, span.start + 1) };
  const firstLine = /[\r\n]/.exec(text.slice(span.start, span.end));
  return firstLine === null ? span : { start: span.start + firstLine.index, end: span.end };
}

function addLines(found: ColouredToken[], text: string, { start, end }: Span, kind: TokenKind): void {
  for (const { index, 0: line } of text.slice(start, end).matchAll(/\S(?:[^\r\n]*\S)?/g)) {
    found.push({ start: start + index, end: start + index + line.length, kind });
  }
}

const withNumber: ReadonlySet<Field['format']> = new Set<Field['format']>([
  ...(['count', 'duration', 'limit', 'money', 'number', 'rate', 'sampleSize'] as const),
  ...(['score', 'share', 'threshold', 'unitScore'] as const),
]);

function valueTokens(doc: SpecDocument, place: Place, node: Scalar<string | number>): readonly ColouredToken[] {
  const { field } = place;
  const value = String(node.value);
  const { start, end } = contentSpan(doc.text, node);
  // Escapes, line breaks and aliases: what stands there is not what it says.
  if (field === undefined || doc.text.slice(start, end) !== value) return [];
  const whole = (kind: TokenKind): readonly ColouredToken[] => [{ start, end, kind }];

  if (field.values?.includes(value) || field.also?.includes(value)) return whole('word');
  if (field.format === 'date') return whole('date');
  if (field.format === 'moment') return momentTokens(start, value);
  if (field.refersForm === 'section' && field.refers?.includes(value)) return whole('id');
  if (field.refers !== undefined && field.refersForm !== 'section') {
    return referredIds({ doc, assessments: [] }, place).some((id) => isDefined(doc, id)) ? whole('id') : [];
  }
  if (field.artifact !== undefined) return referenceTokens(start, value);
  return withNumber.has(field.format) ? quantityTokens(start, value) : [];
}

function referenceTokens(start: number, value: string): readonly ColouredToken[] {
  const hash = value.indexOf('#');
  if (hash === -1) return [{ start, end: start + value.length, kind: 'path' }];
  return [...piece(start, hash, 'path'), ...piece(start + hash + 1, value.length - hash - 1, 'selector')];
}

/** `5%`, `40 EUR`, `600/min`, `500 EUR/day` */
function quantityTokens(start: number, value: string): readonly ColouredToken[] {
  const [, number = '', gap = '', unit = ''] = /^(-?[\d.]+)( ?)(.*)$/.exec(value) ?? [];
  const behind = start + number.length;
  return number === ''
    ? []
    : [...piece(start, number.length, 'number'), ...piece(behind + gap.length, unit.length, 'unit')];
}

/** `120d before answer-llm.retires`, or the id of an alert */
function momentTokens(start: number, value: string): readonly ColouredToken[] {
  const [, ahead = '', before = '', event = ''] = /^(\S+)( before )(\S+)$/.exec(value) ?? [];
  const last = event === '' ? value : event;
  const from = start + value.length - last.length;
  const what = /^\d{4}-\d\d-\d\d$/.test(last) ? 'date' : 'id';
  return before === ''
    ? piece(start, value.length, what)
    : [...quantityTokens(start, ahead), ...piece(from, last.length, what)];
}

function piece(start: number, length: number, kind: TokenKind): readonly ColouredToken[] {
  return length === 0 ? [] : [{ start, end: start + length, kind }];
}

/** An alias brings the values of its anchor a second time. */
function inOrder(found: readonly ColouredToken[]): readonly ColouredToken[] {
  let last = 0;
  return [...found]
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < last) return false;
      last = end;
      return true;
    });
}
