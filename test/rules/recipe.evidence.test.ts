import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../core/src/index.ts';
import { evidence, judged } from '../support/evidence.ts';

const recipe = `version: v7
sources:
  - wordings
  - letters
embedding:
  model: bge-m3@5617a9f
query:
  top_k: 8
  min_score: 0.42
`;
type At = 'from' | 'letters' | 'embedding' | 'version' | 'top_k' | 'min_score';
const spec = (file = 'recipe.yaml', carets: Partial<Record<At, string>> = {}) => `
sources:
  wordings:
    what: wordings
  letters:
    what: letters
models:
  embedder:
    role: embed
    version: bge-m3@5617a9f
  other:
    role: embed
    version: e5-large@2
indexes:
  claims:
    from:${carets.from ?? ''}
      - wordings
      - letters${carets.letters ?? ''}
    embedding: embedder${carets.embedding ?? ''}
    version: v7${carets.version ?? ''}
    recipe: ${file}
    top_k: 8${carets.top_k ?? ''}
    no_result:
      min_score: 0.42${carets.min_score ?? ''}
      then: say-unknown
    rebuild:
      switch: alias
`;
const rule = 'index-version-pinned';
const under = {
  letters: `\n        ^^^^^^^ ${rule}`,
  from: `\n    ^^^^ ${rule}`,
  embedding: `\n               ^^^^^^^^ ${rule}`,
  version: `\n             ^^ ${rule}`,
  top_k: `\n           ^ ${rule}`,
  min_score: '\n                 ^^^^ no-result-behavior',
};
const subject = '/indexes/claims';
const find = evidence(rule);

find('the same recipe', { spec: spec(), files: { 'recipe.yaml': recipe }, states: { [subject]: 'proven' } });

const others: readonly (readonly [at: At, from: string, to: string, says: RegExp])[] = [
  ['version', 'v7', 'v8', /v7 here, but recipe\.yaml:1 has `version` v8\./],
  ['top_k', 'top_k: 8', 'top_k: 5', /8 here, but recipe\.yaml:8 has `top_k` 5\./],
  [
    'embedding',
    'bge-m3@5617a9f',
    'bge-large',
    /"embedder" is bge-m3@5617a9f here, but recipe\.yaml:6 has `model` bge-large\./,
  ],
  ['embedding', 'bge-m3@5617a9f', 'bge-m3@aaaaaaa', /has `model` bge-m3@aaaaaaa\./],
  ['letters', '  - letters\n', '', /"letters" is in `from`, but recipe\.yaml:3 lists wordings only\./],
];
for (const [at, from, to, says] of others) {
  find(`another ${at}: ${to}`, {
    spec: spec('recipe.yaml', { [at]: under[at] }),
    files: { 'recipe.yaml': recipe.replace(from, to) },
    says: [says],
  });
}

const same: readonly (readonly [name: string, from: string, to: string, state?: string])[] = [
  ['a model by its id', 'bge-m3@5617a9f', 'embedder'],
  ['a model with its maker and without its revision', 'bge-m3@5617a9f', 'BAAI/bge-m3'],
  ['numbers written otherwise', 'top_k: 8\n  min_score: 0.42', 'top_k: 8.0\n  min_score: 4.2e-1'],
  ['the version of the format', 'version: v7', 'version: 1\nindex_version: v7'],
  ['a version without its letter', 'version: v7', 'version: 7'],
  ['a version of another form', 'version: v7', 'version: 8', 'linked'],
  ['values of another place', 'query:', 'staging:\n  top_k: 3\nquery:'],
  ['sources by other names', '- letters', '- s3://letters'],
  ['fewer hits after reranking', 'top_k: 8', 'top_k: 50\nrerank:\n  top_n: 8', 'linked'],
  ['several numbers of hits', 'top_k: 8', 'top_k: 50\nrerank:\n  top_n: 5', 'linked'],
];
for (const [name, from, to, state = 'proven'] of same) {
  find(name, { spec: spec(), files: { 'recipe.yaml': recipe.replace(from, to) }, states: { [subject]: state } });
}

find('a recipe that says nothing of it', {
  spec: spec(),
  files: { 'recipe.yaml': 'chunking:\n  tokens: 480\n' },
  states: { [subject]: 'linked' },
});
find('only the number of hits', {
  spec: spec(),
  files: { 'recipe.yaml': 'top_k: 8\n' },
  states: { [subject]: 'linked' },
});
find('a recipe of several indexes', {
  spec: spec(),
  files: { 'recipe.yaml': `handbook:\n  top_k: 3\nclaims:\n${recipe.replaceAll(/^/gm, '  ').trimEnd()}\n` },
  states: { [subject]: 'proven' },
});
find('a recipe of several indexes, whose ids are in capitals', {
  spec: spec().replace('  claims:', '  claimFiles:'),
  files: { 'recipe.yaml': `handbook:\n  top_k: 3\nclaimFiles:\n${recipe.replaceAll(/^/gm, '  ').trimEnd()}\n` },
  states: { '/indexes/claimFiles': 'proven' },
});
find('constants of Python', {
  spec: spec('recipe.py', { top_k: under.top_k }),
  files: { 'recipe.py': 'INDEX_VERSION = "v7"\nTOP_K = 5\n' },
  says: [/recipe\.py:2 has `top_k` 5/],
});
find('a value that the environment may change', {
  spec: spec('recipe.py'),
  files: { 'recipe.py': 'import os\nINDEX_VERSION = "v7"\nTOP_K = os.getenv("TOP_K", 5)\n' },
  says: [/has `top_k` 5, unless the environment says otherwise/],
  states: { [subject]: 'linked' },
});

const least = evidence('no-result-behavior');
least('the same score', { spec: spec(), files: { 'recipe.yaml': recipe }, states: { [subject]: 'proven' } });
least('another score', {
  spec: spec('recipe.yaml', { min_score: under.min_score }),
  files: { 'recipe.yaml': recipe.replace('0.42', '0.2') },
  says: [/0\.42 here, but recipe\.yaml:9 has `min_score` 0\.2\./],
});

const adopted: readonly (readonly [from: string, to: string, title: string, written: string])[] = [
  ['version: v7', 'version: v8', 'Use "v8" from recipe.yaml:1', 'version: v8\n    recipe'],
  ['bge-m3@5617a9f', 'e5-large@2', 'Use "other" from recipe.yaml:6', 'embedding: other'],
  ['bge-m3@5617a9f', 'bge-large', 'Use "bge-large" from recipe.yaml:6', 'version: bge-large'],
];
for (const [from, to, title, written] of adopted) {
  test(`${title} writes ${written}`, async () => {
    const text = spec();
    const { findings } = await judged(text, { files: { 'recipe.yaml': recipe.replace(from, to) } });
    const fix = findings
      .filter((one) => one.rule === rule)
      .flatMap((one) => one.fixes('help'))
      .find((one) => one.title === title);
    assert.ok(fix !== undefined);
    assert.ok(applyEdits(text, fix.edits).includes(written));
  });
}

test('what was found says its place once', async () => {
  for (const held of [recipe, recipe.replace('  - letters', '  - letters\n  - sketches')]) {
    const text = `apiVersion: ai-system/v1${spec()}`.replace(
      'sources:\n',
      'sources:\n  sketches:\n    what: sketches\n',
    );
    const { assessments } = await judged(text, { files: { 'recipe.yaml': held } });
    const says = assessments.filter((one) => one.rule === rule).flatMap(({ facts }) => facts.map((fact) => fact.says));
    assert.ok(says.includes(held === recipe ? 'Lists the same sources.' : 'Reads "sketches".'), says.join('\n'));
    assert.doesNotMatch(says.join('\n'), /recipe\.yaml/);
  }
});
