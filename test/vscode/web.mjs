// A VS Code without a machine behind it: the extension and its server are workers, and what they read an extension lends.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { runWebSuite } from './host/web.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const built = path.join(root, 'out/vscode-web');

/** Runs the suite of web/ over the fixtures in a folder; resolves to its counts. */
export async function runInBrowser(fixtures, asOf) {
  // The good examples are the mended bad ones: each is checked once in the other editors, and half of them is enough here.
  const names = readdirSync(fixtures).filter((name) => !name.endsWith('-good') && isText(path.join(fixtures, name)));
  const expected = Object.fromEntries(
    names.map((name) => [name, JSON.parse(read(path.join(fixtures, name, 'expected.json')))]),
  );
  const content = {
    ...Object.fromEntries(
      names.map((name) => [`out/fixtures/${name}/ai-system.yaml`, read(path.join(fixtures, name, 'ai-system.yaml'))]),
    ),
    ...example('rag-production', 'rag-production'),
    ...example('rag-production', 'no-history'),
    'closed/ai-system.yaml': 'apiVersion: ai-system/v1\nsystem: {}\n',
  };
  await bundle('web/files.ts', 'files/files.js', { CONTENT: content, AS_OF: asOf });
  writeManifest();
  await bundle('web/suite.ts', 'suite.js', { EXPECTED: expected, GREP: process.env.TEST_GREP ?? '' });
  await bundle('web/broken.ts', 'broken/suite.js', {});
  const counts = [await runSuite(root, 'suite.js'), await runSuite(brokenExtension(), 'broken/suite.js')];
  return {
    passed: counts[0].passed + counts[1].passed,
    failed: counts[0].failed + counts[1].failed,
    failures: counts.flatMap(({ failures }) => failures),
    retried: counts.flatMap(({ retried }) => retried),
  };
}

async function runSuite(extension, suite) {
  const counts = await runWebSuite(
    {
      extensions: [extension, path.join(built, 'files')],
      tests: path.join(built, suite),
      folder: 'mem:/',
      verbose: process.env.VSCODE_HOST_VERBOSE === '1',
      artifacts: process.env.VSCODE_HOST_ARTIFACTS,
    },
    { timeout: Number(process.env.VSCODE_HOST_TIMEOUT ?? 600) * 1000 },
  );
  return counts ?? { passed: 0, failed: 1, failures: [`in a browser, ${suite} did not come to its end`], retried: [] };
}

/** The extension with a server that cannot be loaded. */
function brokenExtension() {
  const folder = path.join(built, 'broken');
  for (const part of [
    'package.json',
    'package.nls.json',
    'dist',
    'icons',
    'syntaxes',
    'schemas',
    'language-configuration.json',
  ]) {
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  }
  writeFileSync(path.join(folder, 'dist/server.bundle.js'), 'throw new Error("broken for a test");\n');
  return folder;
}

async function bundle(from, to, constants) {
  await build({
    entryPoints: [path.join(here, from)],
    outfile: path.join(built, to),
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    define: {
      global: 'globalThis',
      ...Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
    },
    logLevel: 'warning',
  });
}

function writeManifest() {
  const manifest = {
    name: 'files',
    publisher: 'ai-system-spec',
    version: '0.0.1',
    engines: { vscode: '^1.95.0' },
    browser: './files.js',
    activationEvents: ['onFileSystem:mem'],
  };
  mkdirSync(path.join(built, 'files'), { recursive: true });
  writeFileSync(path.join(built, 'files/package.json'), JSON.stringify(manifest));
}

/** Bytes that are no text are the business of other tests: the files here are kept as text. */
function isText(folder) {
  const bytes = readFileSync(path.join(folder, 'ai-system.yaml'));
  return Buffer.from(bytes.toString('utf8')).equals(bytes) && !bytes.includes(0);
}

/** The files of an example, below a folder of that name. */
function example(name, to) {
  const from = path.join(root, 'examples', name);
  const files = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const file = path.join(entry.parentPath ?? entry.path, entry.name);
      return [`${to}/${path.relative(from, file).split(path.sep).join('/')}`, read(file)];
    }),
  );
}

function read(file) {
  return readFileSync(file, 'utf8');
}
