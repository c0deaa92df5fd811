import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, check, type FormatOptions, format, prettierOptions, type Span } from '../../core/src/index.ts';
import { print } from '../../server/src/prettier.ts';
import { examples } from '../support/examples.ts';
import { mutate, styles } from '../support/mutations.ts';
import { random } from '../support/random.ts';

const asOf = '2026-11-22';
const usual: FormatOptions = { tabWidth: 2 };

async function formatted(text: string, options = usual, range?: Span): Promise<string> {
  return applyEdits(text, await format(check(text, { asOf }), options, print, range));
}

const head = 'apiVersion: ai-system/v1\n';

const texts: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    'indentation, spaces, quotes and braces, with every comment where it was',
    "system:   # first\n     name:    x\n     # between\n     owner: 'ops' # last\n     users: {who: a,count: 3}\n",
    'system: # first\n  name: x\n  # between\n  owner: "ops" # last\n  users: { who: a, count: 3 }\n',
  ],
  ['lists below their key', 'system:\n  languages:\n  - de\n  -   en\n', 'system:\n  languages:\n    - de\n    - en\n'],
  ['too many empty lines', 'system:\n  name: x\n\n\n\n  owner: y\n\n\n', 'system:\n  name: x\n\n  owner: y\n'],
  ['no line break at the end', 'system:\n  name: x', 'system:\n  name: x\n'],
  [
    'no word in a block of text',
    'system:\n  purpose: |\n     a   b\n       c\n',
    'system:\n  purpose: |\n    a   b\n      c\n',
  ],
];

for (const [name, before, after] of texts) {
  test(name, async () => {
    assert.equal(await formatted(head + before), head + after);
    assert.equal(await formatted(`\ufeff${head}${before}`), `\ufeff${head}${after}`);
    const crlf = (text: string) => (head + text).replaceAll('\n', '\r\n');
    assert.equal(await formatted(crlf(before)), crlf(after));
  });
}

test('as the options say', async () => {
  const text = `${head}system:\n  name: "x"\n  users: { who: a }\n`;
  const options = { tabWidth: 4, singleQuote: true, bracketSpacing: false };
  assert.equal(await formatted(text, options), `${head}system:\n    name: 'x'\n    users: {who: a}\n`);
});

const left: readonly (readonly [name: string, text: string])[] = [
  ['a file that cannot be read', `${head}system:\n   name: [x\nowners:    {}\n`],
  ['several documents', `${head}system:\n     name: x\n---\na:    1\n`],
  ['a file of somebody else', 'apiVersion:   v1\nkind:     Pod\n'],
  ['an empty file', ''],
  ['a file of comments', '#    a\n'],
];
for (const [name, text] of left) {
  test(`${name} is left as it is`, async () => assert.equal(await formatted(text), text));
}

test('only what differs is replaced', async () => {
  const text = `${head}system:\n  name:   x\n  owner: y\n  purpose:  "z"\n`;
  const edits = await format(check(text, { asOf }), usual, print);
  const lengths = edits.map(({ span, text: made }) => [span.end - span.start, made.length]);
  assert.deepEqual(lengths, [
    [2, 0],
    [1, 0],
  ]);
});

test('a range is formatted by its lines, or by its sections where that would change what it says', async () => {
  const text = `${head}system:\n  name:   x\n  owner:   y\nowners:\n      a:\n        team:   A\nprompts:\n      b: {}\n`;
  const span = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + 1 });
  assert.equal(await formatted(text, usual, span('name:')), text.replace('name:   x', 'name: x'));
  const owners = 'owners:\n  a:\n    team: A\n';
  assert.equal(await formatted(text, usual, span('team:')), text.replace(/owners:.*A\n/s, owners));
});

for (const [index, option] of [usual, { tabWidth: 4, singleQuote: true }].entries()) {
  test(`all examples: the same findings, and formatted twice as once, ${index + 1}`, async () => {
    for (const { name, text, asOf: day } of examples) {
      for (const style of [(one: string) => one, ...styles]) {
        const before = style(text);
        const once = await formatted(before, option);
        const found = (one: string) =>
          check(one, { asOf: day }).findings.map(({ rule, message, subject }) => `${rule} ${subject}: ${message}`);
        assert.deepEqual(found(once), found(before), name);
        assert.equal(await formatted(once, option), once, name);
        if (before.includes('\r\n')) assert.doesNotMatch(once, /[^\r]\n/);
      }
    }
  });
}

test('mutated specs say the same, keep their comments, and are formatted once', async () => {
  const rng = random(17);
  let changed = 0;
  for (let round = 0; round < 60; round += 1) {
    const text = rng.pick(styles)(mutate(rng.pick(examples).text, rng));
    const made = await formatted(text);
    if (made === text) continue;
    changed += 1;
    const [before, after] = [check(text, { asOf }), check(made, { asOf })];
    assert.deepEqual(
      after.doc.places.map(({ path, node }) => [path, node?.kind === 'scalar' ? node.value : node?.kind]),
      before.doc.places.map(({ path, node }) => [path, node?.kind === 'scalar' ? node.value : node?.kind]),
    );
    const comments = (analysis: typeof before) => analysis.doc.yaml.comments.map((one) => one.text.trim());
    assert.deepEqual(comments(after), comments(before));
    assert.equal(await formatted(made), made);
  }
  assert.ok(changed > 15, `${changed} texts`);
});

const wrong: readonly (readonly [name: string, made: string])[] = [
  ['changes an answer', `${head}system:\n  name: z # why\n`],
  ['drops a comment', `${head}system:\n  name: x\n`],
  ['drops a key', `${head}system: # why\n`],
  ['writes what cannot be read', `${head}system:\n  name: [x # why\n`],
];
for (const [name, made] of wrong) {
  test(`a printer that ${name} is not believed`, async () => {
    const analysis = check(`${head}system:\n  name:   x # why\n`, { asOf });
    assert.deepEqual(await format(analysis, usual, async () => made), []);
  });
}

test('a printer that fails changes nothing', async () => {
  const fails = () => Promise.reject(new Error('no'));
  assert.deepEqual(await format(check(`${head}system:   {}\n`, { asOf }), usual, fails), []);
});

test("a repository's Prettier configuration, where it is data", () => {
  const json =
    '{ "tabWidth": 4, "semi": false, "overrides": [{ "files": "*.yaml", "options": { "singleQuote": true } }] }';
  assert.deepEqual(prettierOptions('.prettierrc', json, 'a/ai-system.yaml'), { tabWidth: 4, singleQuote: true });
  assert.deepEqual(prettierOptions('.prettierrc', json, 'a/ai-system.yml'), { tabWidth: 4 });
  const yaml = 'printWidth: 100\nproseWrap: always\noverrides:\n  - files: [deploy/**]\n    options: { tabWidth: 8 }\n';
  assert.deepEqual(prettierOptions('.prettierrc', yaml, 'ai-system.yaml'), { printWidth: 100, proseWrap: 'always' });
  assert.deepEqual(prettierOptions('.prettierrc', yaml, 'deploy/x/ai-system.yaml')?.tabWidth, 8);
  for (const odd of ['', '[', 'tabWidth: many', '{"tabWidth": -4, "proseWrap": "x"}', '"@acme/prettier"'])
    assert.deepEqual(prettierOptions('.prettierrc', odd, 'ai-system.yaml'), {});
  const packaged = (own: unknown) =>
    prettierOptions('package.json', JSON.stringify({ name: 'x', tabWidth: 3, prettier: own }), 'a');
  assert.deepEqual(packaged({ tabWidth: 4 }), { tabWidth: 4 });
  assert.deepEqual(packaged('@acme/prettier'), {});
  assert.equal(packaged(undefined), undefined);
});
