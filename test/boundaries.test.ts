import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

/** What readers of artifacts are built on; nothing of it touches a file. */
const readersUse = [
  'csv-parse',
  'saxes',
  'hyparquet',
  '@lezer/python',
  '@lezer/common',
  '@prometheus-io/lezer-promql',
  'github-slugger',
];

/** Who may import whom. A package is named with a part of it, `node:` stands for Node's own modules. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: ['core', 'yaml', '@dagrejs/dagre', 'ignore', ...readersUse],
  host: ['host', 'core', 'node:'],
  server: [
    'server',
    'core',
    'host',
    'node:',
    'vscode-languageserver',
    'vscode-languageserver-textdocument',
    'prettier',
  ],
  client: ['client', 'server/src/protocol.ts', 'node:', 'vscode', 'vscode-languageclient'],
  cli: ['cli', 'core', 'host', 'packs', 'server/src/main.node.ts', 'node:', '@modelcontextprotocol/sdk'],
};

for (const [part, targets] of Object.entries(allowed)) {
  test(`${part} imports only what it may`, () => {
    const strangers = sources(join(part, 'src')).flatMap((file) =>
      importsOf(file)
        .map((name) => (name.startsWith('.') ? normalize(join(dirname(file), name)) : name))
        .filter((name) => !targets.some((target) => isPartOf(name, target)))
        .map((name) => `${file} imports ${name}`),
    );
    assert.deepEqual(strangers, []);
  });
}

test('in the server, what runs in no browser is told by its name', () => {
  const strangers = sources('server/src')
    // The entry chooses between the two.
    .filter((file) => !file.endsWith('.node.ts') && file !== normalize('server/src/bin.ts'))
    .filter((file) => importsOf(file).some((name) => name.startsWith('node:') || /host\/src|\.node\.ts$/.test(name)));
  assert.deepEqual(strangers, []);
});

test('the YAML library is known in one folder only', () => {
  const files = sources('core/src').filter((file) => importsOf(file).includes('yaml'));
  assert.deepEqual([...new Set(files.map((file) => dirname(file)))], [normalize('core/src/yaml')]);
});

test('the libraries of readers are known to readers only', () => {
  const files = sources('core/src').filter((file) =>
    importsOf(file).some((name) => readersUse.some((one) => isPartOf(name, one))),
  );
  assert.deepEqual(
    files.filter((file) => !/^core\/src\/evidence\/[^/]+\//.test(file)),
    [],
  );
});

test('the layout library is known in one file only', () => {
  const files = sources('core/src').filter((file) => importsOf(file).includes('@dagrejs/dagre'));
  assert.deepEqual(files, [normalize('core/src/report/layout.ts')]);
});

test('rules know neither the configuration nor the engine', () => {
  const folder = normalize('core/src/rules/');
  const strangers = sources('core/src/rules').flatMap((file) =>
    importsOf(file)
      .map((name) => normalize(join(dirname(file), name)))
      .filter((name) => /core\/src\/(?:config\/|check|judge|readiness|tidy)/.test(name))
      .map((name) => `${file.slice(folder.length)} imports ${name}`),
  );
  assert.deepEqual(strangers, []);
});

test('offsets become lines at the edges only', () => {
  const users = ['core/src', 'host/src', 'server/src', 'cli/src']
    .flatMap(sources)
    .filter((file) => /\blineIndex\(/.test(readFileSync(file, 'utf8')));
  const places = users.filter(
    (file) => !/^(?:server\/src\/|cli\/src\/(?:report|commands)\/|core\/src\/evidence\/)/.test(file),
  );
  assert.deepEqual(places.sort(), [
    'core/src/assistant/answer.ts', // What a model reads is a report.
    'core/src/config/ignores.ts',
    'core/src/rule-page.ts',
    'core/src/text.ts',
  ]);
});

test('no file imports itself, through however many others', () => {
  let left = new Map(
    Object.keys(allowed).flatMap((part) => {
      return sources(join(part, 'src')).map((file) => {
        const named = importsOf(file, 'at once').filter((name) => name.startsWith('.'));
        return [file, named.map((name) => normalize(join(dirname(file), name)))] as const;
      });
    }),
  );
  // What imports nothing that is left, or is imported by nothing that is, is in no circle.
  for (let before = Number.POSITIVE_INFINITY; left.size < before; ) {
    before = left.size;
    const imported = new Set([...left.values()].flat());
    left = new Map([...left].filter(([file, imports]) => imported.has(file) && imports.some((one) => left.has(one))));
  }
  assert.deepEqual([...left.keys()], []);
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => /\.(?:ts|js)$/.test(file) && !file.endsWith('.d.ts'));
}

/** What follows `from` at the end of a statement, and imports at run time unless only those `at once` are asked for. */
function importsOf(file: string, when?: 'at once'): string[] {
  const code = readFileSync(file, 'utf8');
  const found = code.matchAll(
    /^(?:import |export |\} )(?:[^'`]* )?from '([^'\n]+)';$|^import '([^'\n]+)';$|\bimport\('([^'\n]+)'\)/gm,
  );
  return [...found].flatMap((match) => match[1] ?? match[2] ?? (when === undefined ? (match[3] ?? []) : []));
}

function isPartOf(name: string, target: string): boolean {
  return name === target || name.startsWith(target.endsWith(':') ? target : `${target}/`);
}
