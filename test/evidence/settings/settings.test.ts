import assert from 'node:assert/strict';
import { test } from 'node:test';
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

for (const [name, text] of Object.entries(hostile)) {
  test(`settings of ${name}`, async () => {
    for (const ending of ['yaml', 'json', 'toml', 'py', 'ts']) await readSettings(text, ending);
  });
}
