import { closest, continued } from '../../closest.ts';
import type { SpecDocument } from '../../spec/document.ts';
import type { Field } from '../../spec/fields.generated.ts';
import { guessOf, meanings, saysOf } from '../../spec/formats.ts';
import type { ShapeFault } from '../../spec/shape.ts';
import { nameOf, oneOf, quoted } from '../../spec/words.ts';
import type { Fix } from '../../text.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import { defineRule } from '../rule.ts';
import { nodeAt } from '../subject.ts';

export const invalidValue = defineRule({
  id: 'invalid-value',
  severity: 'error',
  summary: 'A value does not have the form of its field.',
  why: 'What cannot be read cannot be checked: "15 minutes" is clear to a person, and to no comparison with an alert.',
  examples: [
    {
      bad: `
operations:
  support:
    respond_within: 15 minutes
                    ^^^^^^^^^^ invalid-value
`,
      good: `
operations:
  support:
    respond_within: 15m
`,
      fixed: `
operations:
  support:
    respond_within: 15m
`,
    },
    {
      bad: `
sources:
  letters:
    status: Connected
            ^^^^^^^^^ invalid-value
`,
      good: `
sources:
  letters:
    status: connected
`,
      fixed: `
sources:
  letters:
    status: connected
`,
    },
    {
      bad: `
operations:
  run_limits:
    max_cost: 12.345 EUR
              ^^^^^^^^^^ invalid-value
`,
      good: `
operations:
  run_limits:
    max_cost: 12345 EUR
`,
    },
  ],

  *check({ doc }) {
    for (const fault of doc.faults) {
      if (fault.kind !== 'invalid-value') continue;
      const field = fault.field?.field;
      if (field === undefined) continue;
      yield { at: placeOf(doc, fault), message: messageFor(fault, field), fix: () => fixFor(doc, fault, field) };
    }
  },
});

type InvalidValue = Extract<ShapeFault, { kind: 'invalid-value' }>;

/** A scalar itself; of a list or a mapping that stands in the wrong place, the key that holds it. */
function placeOf(doc: SpecDocument, { node, path }: InvalidValue) {
  if (node.kind === 'scalar') return node;
  const holder = nodeAt(doc.tree, path.slice(0, -1));
  return holder?.kind === 'mapping' ? (holder.entry(String(path.at(-1)))?.key ?? node) : node;
}

function messageFor({ node, path }: InvalidValue, field: Field): string {
  const name = `\`${nameOf(path)}\``;
  if (field.kind !== 'scalar') return `${name} is ${kinds[field.kind]}${exampleOf(field)}, not ${article(node.kind)}.`;
  if (node.kind !== 'scalar') return `${name} is one value${exampleOf(field)}, not ${article(node.kind)}.`;
  if (field.values !== undefined) {
    const choice = field.values.length === 1 ? `always ${field.values[0]}` : `one of ${oneOf(field.values)}`;
    const known = sameAs(node.value, field.values) ?? guessValue(node.value, field.values);
    return `${name} is ${choice}; ${quoted(node.value)} is ${field.values.length === 1 ? 'not' : 'none of them'}.${ask(known)}`;
  }
  const text = String(node.value);
  const meant = meanings(field, text);
  if (meant.length > 1) return `${quoted(text)} in ${name} may be ${oneOf(meant)}, depending on who reads it.`;
  const guess = meant.length === 0 ? guessOf(field, text) : undefined;
  return `${name} is ${saysOf(field)}; ${quoted(text)} is not.${ask(guess)}`;
}

/** A whole sentence would hide what the message says. */
const longestExample = 60;

const kinds = { mapping: 'a mapping', map: 'a map by id', list: 'a list' } as const;

function article(kind: 'scalar' | 'sequence' | 'mapping'): string {
  return kind === 'scalar' ? 'a single value' : kind === 'sequence' ? 'a list' : 'a mapping';
}

function exampleOf({ example }: Field): string {
  return example.includes('\n') || example.length > longestExample
    ? ''
    : ` such as ${example.replace(/^- /, '[').replace(/^\[(.*)$/, '[$1]')}`;
}

function fixFor(doc: SpecDocument, { node, path }: InvalidValue, field: Field): Fix | readonly Fix[] | undefined {
  if (node.kind !== 'scalar') return undefined;
  const written = String(node.value);
  const inFlow = doc.places.find((place) => place.node === node)?.inFlow === true;
  const replace = (value: string, safe: boolean): Fix => {
    return {
      title: `Change to ${quoted(value)}`,
      kind: 'normalise',
      safe,
      edits: [replaceScalar(node, value, inFlow ? 'flow' : 'block')],
    };
  };
  if (field.kind === 'list') {
    const source = doc.text.slice(node.span.start, node.span.end);
    // Several lines, or brackets in the text, mean that something else went wrong here.
    if (node.style === 'plain' ? /[\r\n[\]{}]/.test(source) : node.style === 'block') return undefined;
    const item = { span: node.span, text: `[${source}]` };
    return { title: `Make \`${nameOf(path)}\` a list`, kind: 'normalise', safe: false, edits: [item] };
  }
  if (field.values !== undefined) {
    const same = sameAs(written, field.values);
    if (same !== undefined) return replace(same, true);
    const guess = guessValue(written, field.values);
    return guess === undefined ? undefined : replace(guess, false);
  }
  const meant = meanings(field, written);
  const guess = guessOf(field, written);
  if (meant.length === 0) return guess === undefined ? undefined : replace(guess, false);
  return meant.map((value) => replace(value, meant.length === 1));
}

function ask(guess: string | undefined): string {
  return guess === undefined ? '' : ` Did you mean ${quoted(guess)}?`;
}

function sameAs(written: unknown, values: readonly string[]): string | undefined {
  return values.find((value) => plain(value) === plain(String(written)));
}

/** `prod` is production, which is seven letters away. */
function guessValue(written: unknown, values: readonly string[]): string | undefined {
  const begun = continued(plain(String(written)), values, plain);
  return begun ?? closest(String(written), values);
}

/** Letters only: `Pre Production` and `pre_production` mean `pre-production`. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9/.]+/g, '');
}
