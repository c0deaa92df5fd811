import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterLineBreak, applyEdits, check, readSpec } from '../../core/src/index.ts';
import { examples } from '../support/examples.ts';
import { styles } from '../support/mutations.ts';

/** A text after Enter was pressed, `|` where the cursor stands; what comes of it, with the cursor behind what was put there. */
function typed(source: string): string {
  const offset = source.indexOf('|');
  const text = source.slice(0, offset) + source.slice(offset + 1);
  const edits = afterLineBreak(readSpec(text), offset, 2);
  const [edit] = edits;
  if (edit === undefined) return source;
  const made = applyEdits(text, edits);
  const cursor = edit.span.start + edit.text.length;
  return `${made.slice(0, cursor)}|${made.slice(cursor)}`;
}

const head = 'apiVersion: ai-system/v1\n';

const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  ['below a key that holds others', 'system:\n|', 'system:\n  |'],
  ['below it with a comment', 'system: # what it is\n|\n', 'system: # what it is\n  |\n'],
  ['where the editor has indented already', 'system:\n  |\n', 'system:\n  |\n'],
  ['below a key of a list', 'system:\n  languages:\n    |', 'system:\n  languages:\n    - |'],
  ['below a key of entries', 'owners:\n|', 'owners:\n  |'],
  ['below an entry', 'owners:\n  ops:\n  |', 'owners:\n  ops:\n    |'],
  ['below the key of a list in an item', 'waivers:\n  - rule: a\n    where:\n', 'waivers:\n  - rule: a\n    where:\n'],
  ['below a list item of a word', 'system:\n  languages:\n    - de\n    |', 'system:\n  languages:\n    - de\n    - |'],
  [
    'below such an item where the editor did it',
    'system:\n  languages:\n    - de\n    - |',
    'system:\n  languages:\n    - de\n    - |',
  ],
  [
    'below the first pair of an item',
    'system:\n  pilot_gaps:\n    - gap: x\n|',
    'system:\n  pilot_gaps:\n    - gap: x\n      |',
  ],
  ['below a value', 'system:\n  name: x\n|', 'system:\n  name: x\n  |'],
  [
    'as lists of the file are written',
    'system:\n  in_scope:\n  - a\n  languages:\n|\n',
    'system:\n  in_scope:\n  - a\n  languages:\n  - |\n',
  ],
  [
    'out of a list, behind an empty item',
    'system:\n  languages:\n    - de\n    - \n    |\n',
    'system:\n  languages:\n    - de\n  |\n',
  ],
  [
    'where the editor began another one',
    'system:\n  languages:\n    - de\n    -\n    - |\n',
    'system:\n  languages:\n    - de\n  |\n',
  ],
  ['out of a list of nothing', 'system:\n  languages:\n    - \n    |', 'system:\n  languages:\n  |'],
  [
    'out of a list right below its key',
    'system:\n  languages:\n  - de\n  - \n  |',
    'system:\n  languages:\n  - de\n  |',
  ],
  [
    'out of a list of items with several lines',
    'system:\n  pilot_gaps:\n    - gap: x\n      # why\n      due: y\n\n    - \n    |\n',
    'system:\n  pilot_gaps:\n    - gap: x\n      # why\n      due: y\n\n  |\n',
  ],
  [
    'not out of text that looks like a list',
    'system:\n  purpose: |-\n    x:\n    - \n    |\n'.replace('|-', '>-'),
    'system:\n  purpose: >-\n    x:\n    - \n    |\n',
  ],
  ['not below a key of one answer', 'system:\n  name:\n  |', 'system:\n  name:\n  |'],
  ['not below a key nobody knows', 'system:\n  colour:\n    |', 'system:\n  colour:\n    |'],
  ['not where something stands', 'system:\n|  name: x\n', 'system:\n|  name: x\n'],
  [
    'not in a block of text',
    'system:\n  purpose: |-\n    a\n      |\n'.replace('|-', '>-'),
    'system:\n  purpose: >-\n    a\n      |\n',
  ],
  ['not in quotes', 'system:\n  purpose: "a\n   |\n  b"\n', 'system:\n  purpose: "a\n   |\n  b"\n'],
  ['not in brackets', 'system:\n  languages: [de,\n  |]\n', 'system:\n  languages: [de,\n  |]\n'],
  ['not in braces that are open', 'system: { name: x,\n|', 'system: { name: x,\n|'],
  ['not below a comment', 'system:\n  # a: \n |\n', 'system:\n  # a: \n |\n'],
  ['not below an empty line', 'system:\n\n|', 'system:\n\n|'],
  ['not at the beginning', '|', '|'],
];

for (const [name, before, after] of cases) {
  test(name, () => {
    assert.equal(typed(head + before), head + after);
    const crlf = (text: string) => (head + text).replaceAll('\n', '\r\n');
    assert.equal(typed(crlf(before)), crlf(after));
  });
}

const syntax = new Set(['syntax-error', 'tab-indentation', 'needs-quotes', 'duplicate-key', 'not-a-mapping']);
const syntaxFindings = (text: string) =>
  check(text, { asOf: '2026-11-22' }).findings.filter(({ rule }) => syntax.has(rule)).length;

test('whatever line of an example Enter is pressed behind: nothing that cannot be read', () => {
  let edited = 0;
  for (const { text } of examples) {
    for (const style of [(one: string) => one, styles[3]!]) {
      const source = style(text);
      const before = syntaxFindings(source);
      for (const { index } of source.matchAll(/$/gm)) {
        const indent = /^ */.exec(source.slice(source.lastIndexOf('\n', index - 1) + 1))?.[0] ?? '';
        const broken = `${source.slice(0, index)}\n${indent}${source.slice(index)}`;
        const edits = afterLineBreak(readSpec(broken), index + 1 + indent.length, 2);
        const [edit] = edits;
        if (edit === undefined) continue;
        edited += 1;
        assert.ok(edit.span.start === index + 1 && /^ *(?:- )?$/.test(edit.text), JSON.stringify(edit));
        assert.ok(syntaxFindings(applyEdits(broken, edits)) <= before, source.slice(0, index).split('\n').at(-1));
        // And something can be written there.
        const cursor = edit.span.start + edit.text.length;
        const made = applyEdits(broken, edits);
        const word = edit.text.endsWith('- ') ? 'zz' : 'zz: 1';
        const written = made.slice(0, cursor) + word + made.slice(cursor);
        assert.ok(
          syntaxFindings(written) <= before,
          `${written
            .slice(0, cursor + word.length)
            .split('\n')
            .slice(-2)
            .join('\n')}`,
        );
      }
    }
  }
  assert.ok(edited > 50, `${edited} edits`);
});
