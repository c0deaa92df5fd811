// Runs the suite of web/ in a VS Code without a machine behind it: the extension and its server are workers, and what they
// read an extension lends. TEST_GREP does as it does in run.mjs.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { editorsChange, fixturesAsOf, writeFixtures } from '../../scripts/fixtures.mjs';
import { runWebSuite } from './host/web.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const built = path.join(root, 'out/vscode-web');

if (!existsSync(path.join(root, 'dist/browser/server.js'))) {
  console.log('There is nothing in dist/browser/ to test: run "npm run compile" first.');
  process.exit(1);
}
const fixtures = await writeFixtures();
const names = readdirSync(fixtures).filter((name) => !editorsChange(name) && isText(path.join(fixtures, name)));
const expected = Object.fromEntries(
  names.map((name) => [name, JSON.parse(readFileSync(path.join(fixtures, name, 'expected.json'), 'utf8'))]),
);
const content = {
  ...Object.fromEntries(
    names.map((name) => [`out/fixtures/${name}/ai-system.yaml`, read(path.join(fixtures, name, 'ai-system.yaml'))]),
  ),
  ...folder('examples/rag-production', 'rag-production'),
  'closed/ai-system.yaml': 'apiVersion: ai-system/v1\nsystem: {}\n',
  ...noHistory(),
};

const common = { bundle: true, platform: 'browser', format: 'cjs', external: ['vscode'], logLevel: 'warning' };
const global = 'globalThis';
mkdirSync(path.join(built, 'files'), { recursive: true });
await build({
  ...common,
  entryPoints: [path.join(here, 'web/files.ts')],
  outfile: path.join(built, 'files/files.js'),
  define: { CONTENT: JSON.stringify(content), AS_OF: JSON.stringify(fixturesAsOf) },
});
writeFileSync(
  path.join(built, 'files/package.json'),
  JSON.stringify({
    name: 'files',
    publisher: 'ai-system-spec',
    version: '0.0.1',
    engines: { vscode: '^1.95.0' },
    browser: './files.js',
    activationEvents: ['onFileSystem:mem'],
  }),
);
await build({
  ...common,
  entryPoints: [path.join(here, 'web/suite.ts')],
  outfile: path.join(built, 'suite.js'),
  define: { EXPECTED: JSON.stringify(expected), GREP: JSON.stringify(process.env.TEST_GREP ?? ''), global },
});

process.exitCode = await runWebSuite(
  {
    extensions: [root, path.join(built, 'files')],
    tests: path.join(built, 'suite.js'),
    folder: 'mem:/',
    verbose: process.env.VSCODE_HOST_VERBOSE === '1',
    artifacts: process.env.VSCODE_HOST_ARTIFACTS,
  },
  { timeout: Number(process.env.VSCODE_HOST_TIMEOUT ?? 300) * 1000 },
);

/** Bytes that are no text are the business of other tests: the files here are kept as text. */
function isText(at) {
  const bytes = readFileSync(path.join(at, 'ai-system.yaml'));
  return Buffer.from(bytes.toString('utf8')).equals(bytes) && !bytes.includes(0);
}

function read(file) {
  return readFileSync(file, 'utf8');
}

function folder(from, to) {
  const files = readdirSync(path.join(root, from), { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
      .map((file) => [`${to}/${path.relative(path.join(root, from), file).split(path.sep).join('/')}`, read(file)]),
  );
}

/** An example whose proofs hang on when files were last changed. */
function noHistory() {
  return folder('examples/rag-production', 'no-history');
}
