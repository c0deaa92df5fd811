import type { SpecDocument } from '../../spec/document.ts';
import { child, type FieldNode, fieldAt } from '../../spec/field-tree.ts';
import type { Field } from '../../spec/fields.generated.ts';
import type { Path, Place } from '../../spec/place.ts';
import { quoted } from '../../spec/words.ts';
import type { Fix, Span } from '../../text.ts';
import type { Mapping, Scalar } from '../../yaml/tree.ts';
import { defineRule } from '../rule.ts';
import { nodeAt } from '../subject.ts';

export const commaSplitsText = defineRule({
  id: 'comma-splits-text',
  severity: 'error',
  summary: 'A comma in unquoted text inside { } cuts the text in two.',
  why: 'The second half becomes a key without a value, and half of the answer is gone without a sound.',
  examples: [
    {
      bad: `
operations:
  off_switch: { how: flip the flag, check the source, takes: 2m }
                                    ^^^^^^^^^^^^^^^^ comma-splits-text
`,
      good: `
operations:
  off_switch: { how: "flip the flag, check the source", takes: 2m }
`,
      fixed: `
operations:
  off_switch: { how: "flip the flag, check the source", takes: 2m }
`,
    },
  ],

  looksAt: 'place',

  *check({ doc, places }) {
    for (const { mapping, path } of bracesOf(doc.tree, places)) {
      for (const { before, pieces } of cutTexts(doc.text, mapping, fieldAt(path))) {
        const first = pieces[0] as Scalar;
        const span = { start: first.span.start, end: (pieces.at(-1) as Scalar).span.end };
        const [are, them] = pieces.length === 1 ? ['is not a field', 'it'] : ['are not fields', 'them'];
        const names = pieces.map(({ value }) => quoted(value)).join(' and ');
        const message = `${names} ${are}: a comma ended the text before ${them}. Put quotes around the whole text.`;
        yield { at: { span }, message, fix: () => join(doc.text, before, span) };
      }
    }
  },
});

interface CutText {
  readonly before: Scalar<string | number>;
  readonly pieces: readonly Scalar[];
}

/** Tells of a key by its path whether it is none, but a piece of the text before it. */
export function cutPieces(doc: SpecDocument): (key: Scalar, path: Path) => boolean {
  const known = new Map<Mapping, ReadonlySet<Scalar>>();
  return (key, path) => {
    const above = path.slice(0, -1);
    const holder = nodeAt(doc.tree, above);
    if (holder?.kind !== 'mapping' || !holder.flow) return false;
    const pieces =
      known.get(holder) ?? new Set(cutTexts(doc.text, holder, fieldAt(above)).flatMap((cut) => cut.pieces));
    known.set(holder, pieces);
    return pieces.has(key);
  };
}

function bracesOf(tree: Mapping, places: readonly Place[]): { readonly mapping: Mapping; readonly path: Path }[] {
  const found: { readonly mapping: Mapping; readonly path: Path }[] = tree.flow ? [{ mapping: tree, path: [] }] : [];
  for (const { node, path } of places) if (node?.kind === 'mapping' && node.flow) found.push({ mapping: node, path });
  return found;
}

/** Texts and numbers in braces, each with the keys without a colon that follow it. */
function cutTexts(text: string, { entries }: Mapping, fields: FieldNode | undefined): CutText[] {
  const found: { before: Scalar<string | number>; pieces: Scalar[] }[] = [];
  for (const [index, { key, value }] of entries.entries()) {
    if (value !== undefined || key.style !== 'plain' || hasColon(text, key)) continue;
    const previous = entries[index - 1];
    const last = found.at(-1);
    if (previous !== undefined && last?.pieces.at(-1) === previous.key) last.pieces.push(key);
    else if (
      previous?.value?.kind === 'scalar' &&
      goesOn(previous.value, key, child(fields, previous.key.value)?.field)
    )
      found.push({ before: previous.value, pieces: [key] });
  }
  return found;
}

function hasColon(text: string, { span }: Scalar): boolean {
  return /^\s*:/.test(text.slice(span.end, span.end + 100));
}

/** Free text may hold a comma, and so may a number: 0,9. What is chosen from a list or refers to an id does not. */
function goesOn({ value, style }: Scalar<string | number>, piece: Scalar, field: Field | undefined): boolean {
  if (style !== 'plain' || field === undefined) return false;
  return (
    field.text === true || (field.values === undefined && /^[-+]?\d/.test(String(value)) && /^\d/.test(piece.value))
  );
}

function join(text: string, { span }: CutText['before'], { end }: Span): Fix {
  const whole = { start: span.start, end };
  const written = text.slice(whole.start, whole.end).replaceAll(/\s+/g, ' ');
  const edits = [{ span: whole, text: JSON.stringify(written) }];
  return { title: 'Put quotes around the whole text', kind: 'normalise', safe: true, edits };
}
