// Bundles what ships: the extension's client and server into dist/, the command into bin/ (committed, see .gitattributes).
// `--test` bundles the tests into out/test/, `--all` both; `--bin FOLDER` writes the command there and nothing else.
const { readdirSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  define: { AI_SYSTEM_VERSION: JSON.stringify(require('./package.json').version) },
  // The build for browsers: ES modules, which can be left out where they are not used.
  alias: { yaml: path.join(__dirname, 'node_modules/yaml/browser/index.js') },
};

const bin = process.argv.includes('--bin') ? process.argv[process.argv.indexOf('--bin') + 1] : 'bin';

const bundles = [
  { ...common, entryPoints: { client: 'client/src/extension.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...common, entryPoints: { server: 'server/src/bin.node.ts' }, outdir: 'dist' },
  { ...common, entryPoints: ['cli/src/bin.ts'], outfile: path.join(bin, 'ai-system.cjs'), sourcemap: false, banner: { js: '#!/usr/bin/env node' } },
];

const tests = {
  ...common,
  entryPoints: testFiles('test'),
  outdir: 'out/test',
  outbase: 'test',
  minify: false,
  sourcemap: 'inline',
  external: ['vscode', 'mocha', 'esbuild', 'ajv', 'ajv/*', 'playwright-core', '@vscode/*'],
};

function testFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .map((file) => path.join(folder, String(file)))
    .filter((file) => file.endsWith('.test.ts') && !file.includes(path.join('test', 'vscode')));
}

const wanted = process.argv.includes('--bin') ? [bundles[2]] : process.argv.includes('--test') ? [tests] : process.argv.includes('--all') ? [...bundles, tests] : bundles;
Promise.all(wanted.map((options) => esbuild.build(options))).catch(() => {
  process.exitCode = 1;
});
