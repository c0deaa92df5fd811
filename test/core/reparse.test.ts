import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check, type Finding } from '../../core/src/index.ts';
import type { YamlDocument } from '../../core/src/yaml/document.ts';
import { parseYaml } from '../../core/src/yaml/parse.ts';
import { reparse } from '../../core/src/yaml/reparse.ts';
import type { AnyNode } from '../../core/src/yaml/tree.ts';
import { today } from '../support/carets.ts';
import { example, examples } from '../support/examples.ts';
import { type Random, random } from '../support/random.ts';

const whole = examples.map((example) => ({ ...example, rounds: 200 }));

const pages = examples.map(({ name, text }) => {
  const page = text.slice(text.indexOf('\nmodels:') + 1).slice(0, 2500);
  return { name: `a page of ${name}`, text: page, rounds: 1000 };
});

/** Short texts are all borders: what is rare in an example is frequent in them. */
const small = [
  { name: 'short entries', text: 'a: 1\nb: [2, 3]\nc:\n- x\n- y: 1\nd: "q"\n' },
  { name: 'blocks of text', text: 'a: |\n  one\n\n  two\n# c\nb: >-\n  x\n  # no comment\n\nc: 1\n' },
  { name: 'gaps', text: '# top\n\na:\n\n  # in\n  b:\n\nc:\n-\n\n# end\nd:\n' },
  { name: 'carriage returns', text: 'a: 1\r\nb:\r\n  c: 2\r\n\r\nd: [\r\n  3 ]\r\n' },
].map((one) => ({ ...one, rounds: 3000 }));

const pieces = [
  ...[
    '\n',
    '\r\n',
    '\r',
    ' ',
    '  ',
    '\t',
    ':',
    ': ',
    '- ',
    '-',
    '#',
    ' #',
    '# x',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '|',
    '>',
    '&a ',
    '*a',
  ],
  ...[
    '!t ',
    '?',
    '? ',
    '---\n',
    '...\n',
    '%YAML 1.2\n',
    '\ufeff',
    '\0',
    'x',
    'é',
    '𝒳',
    '<<: *a\n',
    '|+\n',
    '>-\n',
    '~',
    'null',
  ],
  ...[
    'system:\n',
    'owners:\n  a:\n',
    'waivers: []\n',
    '- x\n',
    '\nkey: value\n',
    '\n# a comment\n',
    '\n\n',
    '  deeper: 1\n',
  ],
];

describe('reading again after an edit gives what reading anew gives', () => {
  for (const { name, text, rounds } of [...whole, ...pages, ...small]) {
    test(name, () => {
      const rng = random(name.length);
      let previous = parseYaml(text);
      for (let round = 0; round < rounds; round += 1) {
        // Broken texts are mended again, as by undo: most edits happen in a text that can be read.
        const edited = edit(previous.problems.length > 0 && rng.chance(0.6) ? text : previous.text, rng);
        const again = reparse(previous, edited);
        const anew = parseYaml(edited);
        // Comparing strings is much faster; the trees are only taken apart where they differ.
        if (json(again) !== json(anew)) assert.deepEqual(plain(again), plain(anew), shown(previous.text, edited));
        previous = again;
      }
    });
  }
});

describe('checking again after an edit finds what checking anew finds', () => {
  for (const { name, text } of examples) {
    test(name, () => {
      const rng = random(name.length);
      let previous = check(text, { asOf: today });
      for (let round = 0; round < 100; round += 1) {
        const edited = edit(previous.doc.yaml.problems.length > 0 ? text : previous.doc.text, rng);
        const again = check(edited, { asOf: today, previous });
        const anew = check(edited, { asOf: today });
        assert.deepEqual(again.findings.map(said), anew.findings.map(said), shown(previous.doc.text, edited));
        assert.deepEqual([again.stage, again.assessments], [anew.stage, anew.assessments]);
        previous = again;
      }
    });
  }
});

describe('cases in which one entry reaches into another', () => {
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    ['a key without a name', 'a: 1\n: 2\nb: 3\n', 'a: 1\n: 25\nb: 3\n'],
    ['an item without a value, and blank lines behind it', 'a:\n-\n\nb: 2\n', 'a:\n-\n\n\nb: 2\n'],
    ['an item without a value becomes the last thing', 'a:\n- x\nb: 2\n', 'a:\n- x\n-\n'],
    ['a key moves under the one before', 'a: 1\nb: 2\nc: 3\n', 'a: 1\n b: 2\nc: 3\n'],
    ['a value is continued by the next line', 'a: one\nb: 2\n', 'a: one\n two\nb: 2\n'],
    ['a bracket is opened', 'a: 1\nb: 2\nc: 3\n', 'a: [1\nb: 2\nc: 3\n'],
    ['a bracket is opened that a later one closes', 'a: 1\nb: [2]\nc: ]\n', 'a: [1\nb: [2]\nc: ]\n'],
    ['a quote is opened that a later one closes', 'a: 1\nb: "2"\n', 'a: "1\nb: "2"\n'],
    ['a block of text swallows what is deeper', 'a: 1\n  # c\nb: 2\n', 'a: |\n  # c\nb: 2\n'],
    ['a block of text keeps its last lines', 'a: |\n  x\n\n\nb: 2\n', 'a: |+\n  x\n\n\nb: 2\n'],
    ['a document ends', 'a: 1\nb: 2\n', 'a: 1\n...\nb: 2\n'],
    ['a document begins', 'a: 1\nb: 2\n', '---\na: 1\nb: 2\n'],
    ['an anchor appears', 'a: 1\nb: 2\nc: 3\n', 'a: 1\nb: &x 2\nc: 3\n'],
    ['an alias to nothing', 'a: 1\nb: 2\nc: 3\n', 'a: 1\nb: *x\nc: 3\n'],
    ['a line feed behind a carriage return', 'a: 1\rb: 2\rc: 3\r', 'a: 1\rb: 2\r\nc: 3\r'],
    ['a carriage return before a line feed', 'a: 1\nb: 2\nc: 3\n', 'a: 1\nb: 2\r\nc: 3\n'],
    ['a byte order mark before a key', 'a: 1\nb: 2\nc: 3\n', 'a: 1\n\ufeffb: 2\nc: 3\n'],
    ['a byte order mark on top', '\ufeffa: 1\nb: 2\n', '\ufeffa: 1\nb: 22\n'],
    ['a directive', 'a: 1\nb: 2\n', 'a: 1\n%YAML 1.2\nb: 2\n'],
    ['an explicit key', 'a: 1\nb: 2\n', 'a: 1\n? b\n: 2\n'],
    ['a tag', 'a: 1\nb: 2\nc: 3\n', 'a: 1\nb: !x 2\nc: 3\n'],
    ['a list in the column of its key', 'a:\n- 1\nb: 2\n', 'a:\n- 1\n- 2\nb: 2\n'],
    ['the first entry becomes a list', 'a: 1\nb: 2\n', '- a: 1\nb: 2\n'],
    ['everything is gone', 'a: 1\nb: 2\n', ''],
    ['the last line loses its end', 'a: 1\nb: 2\n', 'a: 1\nb: 2'],
    ['a comment swallows an entry', 'a: 1\nb: 2\nc: 3\n', 'a: 1\n#b: 2\nc: 3\n'],
    ['indented sections', '  a: 1\n  b: 2\n', '  a: 1\n  b: 23\n'],
    ['two keys become one', 'a: 1\nb: 2\nc: 3\n', 'a: 1b: 2\nc: 3\n'],
    ['a key is written twice', 'a: 1\nb: 2\n', 'a: 1\na: 1\nb: 2\n'],
  ];
  for (const [name, before, after] of cases) {
    test(name, () => {
      assert.deepEqual(plain(reparse(parseYaml(before), after)), plain(parseYaml(after)));
      assert.deepEqual(plain(reparse(parseYaml(after), before)), plain(parseYaml(before)), 'and back');
    });
  }
});

test('an edit inside one section leaves the nodes of the sections before it as they are', () => {
  const { text } = example('rag-production');
  const before = parseYaml(text);
  const after = reparse(before, text.replace('top_k: 8', 'top_k: 12'));
  const of = ({ root }: YamlDocument, key: string) => (root?.kind === 'mapping' ? root.get(key) : undefined);
  assert.equal(of(after, 'sources'), of(before, 'sources'), 'the very same node: not read again');
  assert.notEqual(of(after, 'indexes'), of(before, 'indexes'));
});

function edit(text: string, rng: Random): string {
  const at = rng.below(text.length + 1);
  const lines = text.split('\n');
  const line = rng.below(lines.length);
  switch (rng.below(8)) {
    case 0: {
      const to = Math.min(text.length, at + 1 + rng.below(rng.chance(0.2) ? 400 : 4));
      return text.slice(0, at) + text.slice(to);
    }
    case 1:
      return lines.toSpliced(line, 1 + rng.below(3)).join('\n');
    case 2:
      return lines.toSpliced(line, 0, ...lines.slice(rng.below(lines.length)).slice(0, 1 + rng.below(4))).join('\n');
    case 3:
      return lines.with(line, `  ${lines[line]}`).join('\n');
    case 4:
      return lines.with(line, (lines[line] ?? '').replace(/^ {1,2}/, '')).join('\n');
    case 5:
      return lines.toSpliced(line, 0, rng.pick(pieces).trimEnd()).join('\n');
    default:
      return text.slice(0, at) + rng.pick(pieces) + text.slice(at);
  }
}

function json(yaml: YamlDocument): string {
  return JSON.stringify(plain(yaml));
}

/** Only what a tree says, without the index it keeps for itself. */
function plain({ text, root, problems, comments, separable }: YamlDocument) {
  return { text, root: root && bare(root), problems, comments, separable };
}

function bare(node: AnyNode): unknown {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'sequence') return { ...node, items: node.items.map((item) => item && bare(item)) };
  const { kind, span, flow, entries } = node;
  return { kind, span, flow, entries: entries.map(({ key, value }) => ({ key, value: value && bare(value) })) };
}

function said({ rule, severity, message, span, subject, related }: Finding) {
  return { rule, severity, message, span, subject, related };
}

function shown(before: string, after: string): string {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, same - 60), same + 80));
  return `${around(before)}\nbecame\n${around(after)}`;
}
