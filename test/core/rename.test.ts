import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, check, renamableAt, renameAt } from '../../core/src/index.ts';
import { definedId, everyUse, type Id } from '../../core/src/navigate/ids.ts';
import { fieldAt } from '../../core/src/spec/field-tree.ts';
import { today } from '../support/carets.ts';
import { examples } from '../support/examples.ts';

/** `|` is the cursor. The text afterwards, or the reason why not. */
function renamed(source: string, name: string): string {
  const offset = source.indexOf('|');
  const text = source.slice(0, offset) + source.slice(offset + 1);
  const result = renameAt(check(text, { asOf: today }), offset, name);
  return result.kind === 'refused' ? `! ${result.reason}` : applyEdits(text, result.edits);
}

const table: readonly (readonly [what: string, source: string, name: string, expected: string])[] = [
  [
    'keeps quotes and comments',
    'system: { owner: "ops" } # ops\nowners:\n  \'|ops\': {} # ops\nmodels:\n  m:\n    owner: ops # ops\n',
    'build',
    'system: { owner: "build" } # ops\nowners:\n  \'build\': {} # ops\nmodels:\n  m:\n    owner: build # ops\n',
  ],
  [
    'writes quotes where the new name needs them',
    'system:\n  owner: |ops\nowners:\n  ops: {}\n',
    'null',
    'system:\n  owner: "null"\nowners:\n  "null": {}\n',
  ],
  [
    'in lists of both styles',
    'sources:\n  |letters: {}\nindexes:\n  a: { from: [letters, mails] }\n  b:\n    from:\n      - letters\n',
    'post',
    'sources:\n  post: {}\nindexes:\n  a: { from: [post, mails] }\n  b:\n    from:\n      - post\n',
  ],
  [
    'inside a moment',
    'models:\n  |e: {}\noperations:\n  triggers:\n    x:\n      when:\n        - 30d before e.retires\n        - "30d before e.retires"\n',
    'llm',
    'models:\n  llm: {}\noperations:\n  triggers:\n    x:\n      when:\n        - 30d before llm.retires\n        - "30d before llm.retires"\n',
  ],
  [
    'of its kind only',
    'owners: { a: {} }\nmodels:\n  |a:\n    owner: a\n',
    'b',
    'owners: { a: {} }\nmodels:\n  b:\n    owner: a\n',
  ],
  [
    'the first that a value may mean',
    'owners: { |a: {} }\nmodels: { a: {} }\nmonitoring: { metrics: { m: { kind: quality, by: a } } }\n',
    'b',
    'owners: { b: {} }\nmodels: { a: {} }\nmonitoring: { metrics: { m: { kind: quality, by: a } } }\n',
  ],
  [
    'all of what is defined twice',
    'owners:\n  ops: {}\n  |ops: {}\nsystem: { owner: ops }\n',
    'b',
    'owners:\n  b: {}\n  b: {}\nsystem: { owner: b }\n',
  ],
  [
    'once for an anchor and its aliases',
    'system:\n  owner: &o |ops\nowners:\n  ops: {}\nmodels:\n  m:\n    owner: *o\n',
    'b',
    'system:\n  owner: &o b\nowners:\n  b: {}\nmodels:\n  m:\n    owner: *o\n',
  ],
  [
    'from an alias',
    'system:\n  owner: &o ops\nowners:\n  ops: {}\nmodels:\n  m:\n    owner: *|o\n',
    'b',
    'system:\n  owner: &o b\nowners:\n  b: {}\nmodels:\n  m:\n    owner: *o\n',
  ],
  ['to itself', 'owners:\n  |ops: {}\n', 'ops', 'owners:\n  ops: {}\n'],
  [
    'written over several lines',
    'system:\n  owner: >-\n    |ops\nowners:\n  ops: {}\n',
    'b',
    'system:\n  owner: b\nowners:\n  b: {}\n',
  ],
  ['refused: taken', 'owners:\n  |ops: {}\n  b: {}\n', 'b', '! There is already an owner "b".'],
  [
    'refused: its form',
    'owners:\n  |ops: {}\n',
    'b c',
    '! "b c" is not an id of letters, digits, dots, hyphens and underscores such as claims-ops.',
  ],
  [
    'refused: the form of a metric',
    'evaluation:\n  retrieval:\n    |recall@8: { target: 0.9 }\n',
    'recall@',
    '! "recall@" is not the name of a metric such as recall@8.',
  ],
  ['refused: a placeholder', 'owners:\n  |ops: {}\n', 'TODO', '! "TODO" is a placeholder, not a name.'],
  [
    'refused: nothing',
    'owners:\n  |ops: {}\n',
    '',
    '! "" is not an id of letters, digits, dots, hyphens and underscores such as claims-ops.',
  ],
  [
    'refused: a key',
    'sys|tem:\n  owner: ops\n',
    'b',
    '! "system" is a word of the language, not an id: it cannot be renamed.',
  ],
  ['refused: a value', 'system:\n  name: o|ps\n', 'b', '! The value of "name" is not an id: only ids can be renamed.'],
  ['refused: a comment', '# o|ps\nsystem: {}\n', 'b', '! Only an id can be renamed: there is none here.'],
  [
    'refused: a key that is a word of the language',
    'operations:\n  changes:\n    |prompt: {}\n',
    'b',
    '! "prompt" is a word of the language, not an id: it cannot be renamed.',
  ],
  [
    'refused: what nothing defines',
    'system:\n  owner: |ops\n',
    'b',
    '! No owner is called "ops": there is nothing to rename.',
  ],
  [
    'refused: a name that something means which leads nowhere',
    'system:\n  owner: b\nowners:\n  |ops: {}\n',
    'b',
    '! `system.owner` would then mean owner "b".',
  ],
  [
    'refused: a value that would mean another thing',
    'owners: { b: {} }\nmodels:\n  |a: {}\nmonitoring: { metrics: { m: { kind: quality, by: b } } }\n',
    'b',
    '! `monitoring.metrics.m.by` would then mean model "b".',
  ],
  [
    'refused: a date',
    'monitoring:\n  alerts:\n    |low: {}\noperations:\n  triggers:\n    x: { when: [low] }\n',
    '2026-01-01',
    '! `operations.triggers.x.when[0]` would then mean something else.',
  ],
  [
    'refused: a word with a meaning of its own',
    'sources:\n  |letters: {}\ngovernance:\n  untrusted:\n    sources: [letters]\n',
    'uploads',
    '! `governance.untrusted.sources[0]` has a meaning of its own for "uploads".',
  ],
  [
    'refused: text that an alias repeats',
    'owners:\n  |ops:\n    person: &o ops\nsystem:\n  owner: *o\n',
    'b',
    '! `owners.ops.person` is no id and repeats "ops" by an alias: write it out there.',
  ],
  [
    'refused: a name in what cannot be read',
    'owners:\n  |ops: {}\nmodels:\n  m: { owner: ops\nsources: {}\n',
    'b',
    '! "ops" also stands in a part of the file that cannot be read as YAML: mend that part first.',
  ],
];

for (const [what, source, name, expected] of table) {
  test(`rename: ${what}`, () => {
    assert.equal(renamed(source, name), expected);
    if (expected.startsWith('!')) return;
    assert.equal(renamed(source.replaceAll('\n', '\r\n'), name), expected.replaceAll('\n', '\r\n'));
  });
}

for (const { name, text, asOf } of examples) {
  test(`${name}: each id has another name and back, and nothing else changes`, () => {
    const before = check(text, { asOf });
    const defined = before.doc.places.flatMap((place) => {
      const id = definedId(place);
      return id === undefined || id.fixed || place.key === undefined ? [] : [{ id, key: place.key }];
    });
    assert.ok(defined.length > 0);
    for (const { id, key } of defined) {
      const other = renamedLike(id);
      const result = renameAt(before, key.span.end, other);
      assert.equal(result.kind, 'renamed', JSON.stringify(result));
      if (result.kind !== 'renamed') continue;
      const changed = applyEdits(text, result.edits);
      assert.equal(result.edits.length, new Set(everyUse(before, [id]).map(({ span }) => span.start)).size);
      assert.equal(elsewhere(text, result.edits), elsewhere(changed, shifted(result.edits)), 'texts elsewhere');

      const after = check(changed, { asOf, previous: before });
      // Some names have a meaning, and a requirement asks for what is called so.
      const asks = fieldAt(id.section.split('.'))?.field?.suggest?.includes(id.name) ? [`\`${id.name}\``] : [];
      const told = ({ findings }: typeof after) =>
        findings
          .filter(({ message }) => !asks.some((word) => message.includes(word)))
          .map(({ rule, severity, state, subject, message }) =>
            JSON.stringify([rule, severity, state, subject, message]).replaceAll(other, id.name),
          )
          .sort();
      assert.deepEqual(told(after), told(before), `${id.section}: ${id.name}`);
      if (asks.length === 0) assert.deepEqual(after.stage, before.stage);

      const found = renamableAt(after, result.edits[0]!.span.start);
      assert.equal(found.kind === 'renamable' && found.id.name, other);
      const back = renameAt(after, result.edits[0]!.span.start, id.name);
      assert.equal(back.kind === 'renamed' && applyEdits(changed, back.edits), text);
    }
  });
}

/** Rules read the words of some names: those stay. */
function renamedLike({ name }: Id): string {
  return `zz-${name}`;
}

interface Edit {
  readonly span: { readonly start: number; readonly end: number };
  readonly text: string;
}

/** Where the edits are in the text that they made. */
function shifted(edits: readonly Edit[]): Edit[] {
  let by = 0;
  return edits.map(({ span, text }) => {
    const start = span.start + by;
    by += text.length - (span.end - span.start);
    return { span: { start, end: start + text.length }, text };
  });
}

function elsewhere(text: string, edits: readonly Edit[]): string {
  return applyEdits(
    text,
    edits.map(({ span }) => ({ span, text: '\0' })),
  );
}
