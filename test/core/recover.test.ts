import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check } from '../../core/src/index.ts';
import { syntaxRules } from '../../core/src/tidy.ts';
import { parseYaml } from '../../core/src/yaml/parse.ts';
import { today } from '../support/carets.ts';
import { examples } from '../support/examples.ts';

const base = `apiVersion: ai-system/v1
system:
  name: claims
  owner: ops
  stage: pilot
  users:
    who: agents
    count: 12
  out_of_scope:
    - prices
    - "quoted
      over two lines: with a colon"
  purpose: |
    owners:
    [ no bracket, "no quote
owners:
  ops:
    team: Operations
    contact: mailto:ops@acme.example
sources:
  letters:
    owner: ops
`;

/** What is written instead of a piece of `base`, and the one token that is then at fault. */
const slips: readonly (readonly [name: string, piece: string, slip: string, token: string])[] = [
  ['an open bracket', 'owner: ops\n  stage', 'owner: [\n  stage', '['],
  ['an open brace', 'owner: ops\n  stage', 'owner: { a: b\n  stage', '{'],
  ['an open quote', 'owner: ops\n  stage', 'owner: "ops\n  stage', '"ops'],
  ['an open single quote', 'owner: ops\n  stage', "owner: 'ops\n  stage", "'ops"],
  ['an open bracket in a list', '    - prices\n', '    - [prices\n', '['],
  ['an open bracket before deeper lines', '\nowners:\n', '\nowners: [\n', '['],
  ['an open quote before deeper lines', '\nowners:\n  ops', '\nowners: "\n  ops', '"'],
  ['an open bracket at the end of the file', 'letters:\n    owner: ops', 'letters:\n    owner: [ops', '['],
  ['a bracket that nothing opens', 'team: Operations', 'team: ]', ']'],
  ['half a key', '  owner: ops\n  stage', '  own\n  stage', 'own'],
  ['half a key above its values', '  users:\n', '  use\n', 'use'],
  ['half a key before the first', '  name: claims', '  na\n  name: claims', 'na'],
  ['half a key at the end', '    owner: ops\n', '    owner: ops\n    sta\n', 'sta'],
  ['half an id above its values', '  ops:\n', '  op\n', 'op'],
  ['half a section above its values', '\nowners:\n', '\nown\n', 'own'],
  ['half a section between two others', '\nowners:\n', '\neva\nowners:\n', 'eva'],
  ['half a section at the end', '    owner: ops\n', '    owner: ops\neva\n', 'eva'],
  ['a quote in the first column', '\nowners:\n', '\n"owners\n', '"owners'],
  ['a bracket in the first column', '\nowners:\n', '\n[owners:\n', '[owners:'],
  ['a dash without a space', '    - prices\n', '    - prices\n    -x\n', '-x'],
  ['a line that is indented too far', '  stage: pilot', '      stage: pilot', 'stage: pilot'],
  ['a line that is not indented enough', '  stage: pilot', ' stage: pilot', 'stage: pilot'],
  ['a tab', '    team: Operations', '\tteam: Operations', '\t'],
  ['a colon in text', 'team: Operations', 'team: Operations: and more', 'Operations: and more'],
  ['a star', 'team: Operations', 'team: * 2 * * *', '* 2 * * *'],
  ['a comparison', 'team: Operations', 'team: > 0.8', '> 0.8'],
  ['an escape that is none', 'team: Operations', 'team: "a \\q"', '\\'],
];

describe('one slip is one problem, where it is mended, and the other sections are read as ever', () => {
  for (const [name, piece, slip, token] of slips) {
    for (const [ends, text] of [
      ['', base.replace(piece, slip)],
      [' (CRLF)', base.replace(piece, slip).replaceAll('\n', '\r\n')],
    ] as const) {
      test(name + ends, () => {
        const { problems, root } = parseYaml(text);
        assert.deepEqual(
          problems.map(({ span }) => text.slice(span.start, span.end)),
          [token],
          problems.map(({ message }) => message).join('\n'),
        );
        assert.ok(root?.kind === 'mapping');
        const read = root.entries.map(({ key }) => key.value);
        assert.ok(
          ['apiVersion', 'sources'].every((section) => read.includes(section)),
          read.join(' '),
        );
        for (const { key } of root.entries) assert.equal(text.slice(key.span.start, key.span.end), key.value);
      });
    }
  }
});

test('several slips are several problems, each section by itself', () => {
  const text = base
    .replace('owner: ops\n  stage', 'owner: [\n  stage')
    .replace('count: 12', 'cou')
    .replace('team: Operations', 'team: "Operations');
  assert.deepEqual(
    parseYaml(text).problems.map(({ span }) => text.slice(span.start, span.end)),
    ['[', 'cou', '"Operations'],
  );
});

test('a section with a slip in it says nothing else, and no other section says more', () => {
  const text = base.replace('team: Operations', 'team: [').replace('name: claims', 'nam: claims');
  const rules = (of: string) => new Set(check(of, { asOf: today }).findings.map(({ rule }) => rule));
  const before = rules(base.replace('name: claims', 'nam: claims'));
  const now = rules(text);
  assert.ok(now.has('unknown-key') && now.has('syntax-error'));
  assert.deepEqual(
    [...now].filter((rule) => !before.has(rule)),
    ['syntax-error'],
  );
});

test('an id in what could not be read is neither undefined nor unused', () => {
  const half = base.replace('  ops:\n', '  ops\n');
  const unused = `${base.replace('owner: ops\n  stage', 'owner: [ops\n  stage').replace('letters:\n    owner: ops', 'letters:')}`;
  for (const text of [half, unused]) {
    const rules = check(text, { asOf: today }).findings.map(({ rule }) => rule);
    assert.ok(rules.includes('syntax-error'));
    assert.ok(!rules.includes('undefined-id') && !rules.includes('unused-id'), rules.join(' '));
  }
  const elsewhere = base.replace('owner: ops\n  stage', 'owner: opps\n  stage').replace('team: Operations', 'team: [');
  assert.ok(check(elsewhere, { asOf: today }).findings.some(({ rule }) => rule === 'undefined-id'));
});

test('comments stay comments where lines are left out', () => {
  const text = 'a: [ # one\nb: 1 # two\n# three\n';
  assert.deepEqual(
    parseYaml(text).comments.map((comment) => comment.text),
    ['# one', '# two', '# three'],
  );
});

describe('typing a line leaves the findings of other sections alone, and tells one slip at a time', () => {
  for (const { name, text } of examples) {
    test(name, () => {
      const lines = text.split('\n');
      let broken = 0;
      for (let at = 3; at < lines.length; at += 23) {
        const line = lines[at] ?? '';
        const indent = line.length - line.trimStart().length;
        const section = lines.slice(0, at + 1).findLast((one) => /^\w/.test(one));
        const without = [...lines.slice(0, at), ...lines.slice(behindWhatHangs(lines, at))].join('\n');
        const [absent, there] = [elsewhere(without, section), elsewhere(text, section)];
        for (let typed = indent + 1; typed < line.length; typed += 1) {
          const now = lines.with(at, line.slice(0, typed)).join('\n');
          const { problems } = check(now, { asOf: today }).doc.yaml;
          if (problems.length === 0) continue; // It can be read, and may mean something else.
          broken += 1;
          const said = elsewhere(now, section);
          const shown = `${at + 1}: ${line.slice(0, typed)}`;
          assert.equal(problems.length, 1, shown);
          for (const one of said) assert.ok(absent.has(one) || there.has(one), `${shown}\nappears: ${one}`);
          for (const one of absent) assert.ok(!there.has(one) || said.has(one), `${shown}\nvanishes: ${one}`);
        }
      }
      assert.ok(broken > 20, `${broken} of the texts were broken`);
    });
  }
});

test('typing a file from its top tells one slip at a time', () => {
  for (const { name, text } of examples) {
    for (let end = 1; end < text.length; end += 41) {
      const problems = parseYaml(text.slice(0, end)).problems;
      assert.ok(problems.length <= 1, `${name} up to ${end}: ${problems.map(({ message }) => message).join(' ')}`);
    }
  }
});

/** What is found outside a section, but for what is said of the slip itself. */
function elsewhere(text: string, section: string | undefined): Set<string> {
  const { findings } = check(text, { asOf: today });
  const said = findings.flatMap(({ rule, severity, message, span, subject }) => {
    const holder = text
      .slice(0, span.start + 1)
      .match(/^\w+:/gm)
      ?.at(-1);
    const own = section?.startsWith(holder ?? '?') || section?.startsWith(`${subject?.split('/')[1]}:`);
    return own || syntaxRules.has(rule) ? [] : [`${rule} ${severity} ${holder} ${message}`];
  });
  return new Set(said);
}

function behindWhatHangs(lines: readonly string[], at: number): number {
  const indentOf = (line = '') => line.length - line.trimStart().length;
  let next = at + 1;
  while (next < lines.length && (lines[next]?.trim() === '' || indentOf(lines[next]) > indentOf(lines[at]))) next += 1;
  return next;
}
