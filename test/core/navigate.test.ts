import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folds, lineIndex, readSpec, type SpecSymbol, selectionsAt, specSymbols } from '../../core/src/index.ts';
import { examples } from '../support/examples.ts';
import { random } from '../support/random.ts';

function shown(items: readonly SpecSymbol[], indent = ''): string[] {
  return items.flatMap(({ kind, name, detail, children }) => [
    `${indent}${kind} ${name} (${detail})`,
    ...shown(children, `${indent}  `),
  ]);
}

const outlines: readonly (readonly [name: string, source: string, expected: readonly string[]])[] = [
  [
    'sections, entries and what they say first',
    'apiVersion: ai-system/v1\nsystem:\n  name: x\nowners:\n  ops:\n    person: Ines\n    team: Claims\n    contact: [slack:a]\n',
    ['section system (System)', 'section owners (Owners)', '  entry ops (Owner: Ines)', '    list contact (Contact)'],
  ],
  [
    'items of lists, in braces',
    'system: { pilot_gaps: [{ gap: no scans, due: 2026-01-01 }, {}, x] }\n',
    [
      'section system (System)',
      '  list pilot_gaps (Gaps between pilot and production)',
      '    item no scans (Gap between pilot and production)',
    ],
  ],
  [
    'what an alias stands for only where it is written',
    'owners:\n  a: &a\n    contact: [slack:a]\n  b: *a\n',
    ['section owners (Owners)', '  entry a (Owner)', '    list contact (Contact)', '  entry b (Owner)'],
  ],
  ['no secrets', 'sources:\n  a:\n    password: hunter2hunter2\n', ['section sources (Sources)', '  entry a (Source)']],
  ['half typed', 'owners:\n  ops:\nsys', ['section owners (Owners)', '  entry ops (Owner)']],
  ['nothing', '', []],
];

for (const [name, source, expected] of outlines) {
  test(`outline: ${name}`, () => assert.deepEqual(shown(specSymbols(readSpec(source))), expected));
}

/** As lines from 1, first to last. */
function folded(text: string): string[] {
  const lines = lineIndex(text);
  return folds(readSpec(text)).map(({ kind, span, closed }) => {
    const [from, to] = [span.start, span.end].map((offset) => lines.position(offset).line + 1);
    return `${from}-${to}${kind === 'comment' ? ' comment' : ''}${closed ? ' closed' : ''}`;
  });
}

const folding: readonly (readonly [name: string, source: string, expected: readonly string[]])[] = [
  ['sections and entries', 'owners:\n  ops:\n    team: x\n  b: {}\n\n# end\n', ['1-4', '2-3']],
  ['text', 'system:\n  purpose: >-\n    one\n    two\n  name: x\n', ['1-5', '2-4']],
  ['items', 'a:\n  - b: 1\n    c: 2\n  - d\n', ['1-4', '2-3']],
  ['brackets', 'a: [\n  1,\n  2\n]\nb: [1]\n', ['1-4 closed']],
  ['an item of one line', 'a:\n  - b: 1\n', ['1-2']],
  ['comments', '# a\n# b\n\n# c\nx: 1 # d\n# e\n# f\n', ['1-2 comment', '6-7 comment']],
  ['aliases', 'a: &a\n  b: 1\nc: *a\n', ['1-2']],
  ['nothing', '', []],
];

for (const [name, source, expected] of folding) {
  test(`folds: ${name}`, () => {
    assert.deepEqual(folded(source), expected);
    assert.deepEqual(folded(source.replaceAll('\n', '\r\n')), expected);
  });
}

const selecting: readonly (readonly [name: string, source: string, expected: readonly string[]])[] = [
  [
    'word, value, pair, entry, section',
    'a: 1\nowners:\n  ops:\n    team: Claims O|ps\n',
    ['Ops', 'Claims Ops', 'team: Claims Ops', 'ops:\n    team: Claims Ops', 'owners:\n  ops:\n    team: Claims Ops'],
  ],
  ['inside quotes', 'a: "x y|"\n', ['y', 'x y', '"x y"', 'a: "x y"']],
  ['a key', 'a:\n  b|c: 1\n  d: 2\n', ['bc', 'bc: 1', 'bc: 1\n  d: 2', 'a:\n  bc: 1\n  d: 2']],
  ['brackets', 'a: [x, y|z]\n', ['yz', '[x, yz]', 'a: [x, yz]']],
  ['braces', 'a: { b: 1|, c: 2 }\n', ['1', 'b: 1', '{ b: 1, c: 2 }', 'a: { b: 1, c: 2 }']],
  ['a comment', 'a: 1 # one t|wo\n', ['two', '# one two']],
  ['between', 'a: 1\n\n|\nb: 2\n', []],
];

for (const [name, source, expected] of selecting) {
  test(`selection: ${name}`, () => {
    const offset = source.indexOf('|');
    const text = source.replace('|', '');
    const spans = selectionsAt(readSpec(text), offset).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(spans, [...expected, text]);
  });
}

for (const { name, text } of examples) {
  test(`${name}: outlines, folds and selections nest, half typed too`, () => {
    const { below } = random(7);
    for (let round = 0; round < 12; round += 1) {
      const cut = below(text.length);
      const written = round === 0 ? text : text.slice(0, cut) + text.slice(cut + below(40));
      const doc = readSpec(written);
      nests(specSymbols(doc), { start: 0, end: written.length });
      for (const { span } of folds(doc)) assert.ok(span.start < span.end && span.end <= written.length);
      for (let offset = below(7); offset <= written.length; offset += 97) {
        const spans = selectionsAt(doc, offset);
        assert.deepEqual(spans.at(-1), { start: 0, end: written.length });
        for (const [index, { start, end }] of spans.entries()) {
          const outer = spans[index + 1];
          assert.ok(start <= offset && offset <= end);
          assert.ok(
            outer === undefined || (outer.start <= start && end <= outer.end && outer.end - outer.start > end - start),
          );
        }
      }
    }
  });
}

function nests(items: readonly SpecSymbol[], around: { readonly start: number; readonly end: number }): void {
  for (const { span, at, name, children } of items) {
    assert.notEqual(name, '');
    assert.ok(around.start <= span.start && span.end <= around.end, name);
    assert.ok(span.start <= at.start && at.end <= span.end, name);
    nests(children, span);
  }
}
