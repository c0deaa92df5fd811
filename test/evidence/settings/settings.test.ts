import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Conditional, PythonFile } from '../../../core/src/evidence/jobs/python-tree.ts';
import { readSettings } from '../../../core/src/evidence/settings/settings.ts';
import { hostile } from '../hostile.ts';

/** Each setting as `path=value:line`, with `?` where it hangs on something. */
async function told(text: string, ending: string): Promise<string> {
  const all = await readSettings(text, ending);
  return all.map((one) => `${one.path.join('.')}=${one.text}:${one.line}${one.conditional ? '?' : ''}`).join(' ');
}

const inFunction = 'export const top_k = 8;\nfunction f() {\n  let limit = 0;\n  return limit;\n}\n';

const rows: readonly (readonly [name: string, ending: string, text: string, told: string])[] = [
  [
    'YAML',
    'yaml',
    '# x\nversion: v7\nquery:\n  topK: 8\nsources:\n  - a\n  - b\n',
    'version=v7:2 query.top_k=8:4 sources.0=a:6 sources.1=b:7',
  ],
  ['a template of YAML', 'yaml', 'top_k: {{ .Values.k }}\n', ''],
  ['what is filled in', 'yaml', 'top_k: ${TOP_K:-8}\nmin_score: ~\nk: 3\n', 'k=3:3'],
  ['JSON', 'json', '{\n "query": {"top-k": 8},\n "model": null\n}', 'query.top_k=8:2'],
  [
    'TOML',
    'toml',
    'version = "v7"\n[query]\ntop_k = 8 # hits\nmin_score = 0.42\n[tool.embed]\nmodel = \'bge\'\n',
    'version=v7:1 query.top_k=8:3 query.min_score=0.42:4 tool.embed.model=bge:6',
  ],
  ['what a function holds', 'ts', inFunction, 'top_k=8:1 limit=0:3?'],
  ['an environment', 'env', '# x\nTOP_K=8\nexport EMBEDDING_MODEL=bge-m3\n', 'top_k=8:2 embedding_model=bge-m3:3'],
  [
    'HCL',
    'tf',
    'resource "x" "y" {\n  limit = 5\n  inner {\n    top_k = 8\n  }\n}\n',
    'resource.limit=5:2 resource.inner.top_k=8:4',
  ],
  [
    'a text of several lines in TOML',
    'toml',
    'top_k = 8\n[prompt]\ntext = """\n[query]\ntop_k = 3\n{\n"""\nmodel = \'\'\'x\'\'\'\nversion = 7\n',
    'top_k=8:1 prompt.version=7:9',
  ],
  [
    'a table with a comment, and a list of lists',
    'toml',
    '[query] # top_k = 3\ntop_k = 8\npairs = [\n  [1, 2],\n  [3, 4]\n]\nmin_score = 0.4\n[[hop]] ; x\nk = 2\n',
    'query.top_k=8:2 query.min_score=0.4:7 hop.k=2:9',
  ],
  [
    'texts and comments of HCL',
    'tf',
    'resource "x" "y" { # {\n  policy = <<-EOT\n    limit = 3\n    inner {\n  EOT\n  body = jsonencode({\n    top_k = 5\n  })\n  /* limit = 4\n  { */\n  limit = 5\n}\nlast = 1\n',
    'resource.body.top_k=5:7 resource.limit=5:11 last=1:13',
  ],
  [
    'Python',
    'py',
    'import os\nTOP_K = 8\nRECIPE = {"query": {"top_k": 5}, "sources": ["a"]}\nMIN = float(os.getenv("MIN", 0.4))\nK = os.getenv("K", 3)\nsplitter = Splitter(chunk_size=480)\n# TOP_K = 9\n',
    'top_k=8:2 recipe.query.top_k=5:3 recipe.sources.0=a:3 min=0.4:4? k=3:5? splitter.splitter.chunk_size=480:6',
  ],
  [
    'classes of Python',
    'py',
    '@dataclass\nclass Limits:\n    max_steps: int = 20\n    cost = 0.6\n',
    'limits.max_steps=20:3 limits.cost=0.6:4',
  ],
  [
    'JavaScript',
    'ts',
    '// const TOP_K = 9;\nexport const TOP_K: number = 8;\nconst query = {\n  minScore: 0.42, // low\n  /* topK: 9, */\n  model: "bge",\n};\nconst x = f(1);\n',
    'top_k=8:2 min_score=0.42:4 model=bge:6',
  ],
];
for (const [name, ending, text, expected] of rows) {
  test(`settings of ${name}`, async () => assert.equal(await told(text, ending), expected));
}

const doubled = (first: string, by: (name: string) => string): string =>
  [first, ...Array.from({ length: 8 }, (_, at) => `n${at + 1} = ${by(`n${at}`)}`)].join('\n');

test('names of Python that stand for lists of names', async () => {
  const lists = doubled('n0 = ["x", "y"]', (name) => `[${`${name}, `.repeat(20)}]`);
  assert.ok((await readSettings(lists, 'py')).length < 200_000);
});

test('a product of products is reckoned once for each name', () => {
  let asked = 0;
  class Counting extends PythonFile {
    override value(...given: Parameters<PythonFile['value']>): Conditional {
      asked += 1;
      return super.value(...given);
    }
  }
  const file = new Counting(doubled('n0 = 2 if X else None', (name) => `${name} * ${name}`));
  const { value, conditions } = file.value(file.tree.topNode.lastChild?.lastChild);
  assert.equal(value.kind, 'number');
  assert.ok(asked < 60, `${asked} times`);
  assert.ok(conditions.length <= 20);
});

test('a name that is made of itself', async () => {
  assert.equal(await told('a = b * 2\nb = a * 2\nc = 3\n', 'py'), 'c=3:3');
});

for (const [name, text] of Object.entries(hostile)) {
  test(`settings of ${name}`, async () => {
    for (const ending of ['yaml', 'json', 'toml', 'py', 'ts']) await readSettings(text, ending);
  });
}
