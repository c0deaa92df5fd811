// Bundles what ships: the extension's client and server into dist/, the command into bin/ (committed, see .gitattributes).
// `--test` bundles the tests into out/test/, `--all` both; `--bin FOLDER` writes the command there and nothing else.
const { createHash } = require('node:crypto');
const { mkdirSync, readdirSync, writeFileSync } = require('node:fs');
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
  // The packs that ship are in the command itself.
  loader: { '.yaml': 'text' },
  // The build for browsers: ES modules, which can be left out where they are not used.
  alias: { yaml: path.join(__dirname, 'node_modules/yaml/browser/index.js') },
};

const bin = process.argv.includes('--bin') ? process.argv[process.argv.indexOf('--bin') + 1] : 'bin';

/** What few runs need, and what would be read in all of them: bundles beside the others, loaded when they are wanted. */
const mcp = 'ai-system.mcp.cjs';
/** In the extension a worker loads it too, and browsers want a script to be called one. */
const printers = { bin: 'ai-system.format.cjs', dist: 'format.js' };
const apart = (printer) => ({
  name: 'apart',
  setup(build) {
    build.onResolve({ filter: /\/mcp\/serve\.ts$/ }, () => ({ path: `./${mcp}`, external: true }));
    build.onResolve({ filter: /\/prettier\.ts$/ }, () => ({ path: `./${printer}`, external: true }));
  },
});
const by = (entryPoint, outfile) => ({ ...common, entryPoints: [entryPoint], outfile, sourcemap: false });

/** For an editor without a machine behind it: the extension in a worker, the server in another, which loads its bundle. */
const browser = {
  platform: 'browser',
  target: 'es2022',
  sourcemap: false,
  define: { ...common.define, 'process.env.AI_SYSTEM_AS_OF': 'globalThis.AI_SYSTEM_AS_OF' },
};

const bundles = [
  { ...common, entryPoints: { client: 'client/src/extension.ts' }, outdir: 'dist', external: ['vscode'] },
  {
    ...common,
    entryPoints: { server: 'server/src/bin.ts' },
    outdir: 'dist',
    // A worker runs it too, and the library has a part for each.
    conditions: ['browser'],
    ...launched({ command: false }),
  },
  {
    ...common,
    ...browser,
    entryPoints: { client: 'client/src/extension.browser.ts' },
    outdir: 'dist/browser',
    external: ['vscode'],
  },
  {
    ...common,
    ...browser,
    entryPoints: { server: 'server/src/worker.ts' },
    outdir: 'dist/browser',
    format: 'iife',
  },
  {
    ...common,
    entryPoints: ['cli/src/bin.ts'],
    outfile: path.join(bin, 'ai-system.cjs'),
    sourcemap: false,
    ...launched({ command: true }),
  },
  by('cli/src/mcp/serve.ts', path.join(bin, mcp)),
  by('server/src/prettier.ts', path.join(bin, printers.bin)),
  by('server/src/prettier.ts', path.join('dist', printers.dist)),
];

/** The bundle in a file of its own, beside the launcher, which says why. */
function launched({ command }) {
  const plugin = {
    name: 'launched',
    setup(build) {
      build.onEnd(async ({ outputFiles = [] }) => {
        for (const { path: file, text } of outputFiles) {
          mkdirSync(path.dirname(file), { recursive: true });
          if (file.endsWith('.map')) {
            writeFileSync(file, text);
            continue;
          }
          const bundle = file.replace(/(?=\.c?js$)/, '.bundle');
          const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
          writeFileSync(bundle, asFunction(text, hash));
          writeFileSync(file, await launcher(path.basename(bundle), hash, command));
        }
      });
    },
  };
  // What it loads of Node it loads by `require`, as a script has no `import()`.
  return {
    write: false,
    supported: { 'dynamic-import': false },
    plugins: [apart(command ? printers.bin : printers.dist), plugin],
  };
}

async function launcher(bundle, hash, command) {
  const { outputFiles } = await esbuild.build({
    ...common,
    entryPoints: ['cli/src/launcher.ts'],
    write: false,
    sourcemap: false,
    define: {
      BUNDLE_FILE: JSON.stringify(bundle),
      BUNDLE_HASH: JSON.stringify(hash),
      IS_COMMAND: String(command),
    },
  });
  return (command ? '#!/usr/bin/env node\n' : '') + outputFiles[0].text;
}

/**
 * A launcher takes the function as what the script comes to, a worker from where it is put. In ASCII, as the launcher
 * reads it: esbuild escapes strings, but not regular expressions.
 */
function asFunction(bundle, hash) {
  const ascii = bundle.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const [, code, map] = /^(.*?)\n?(\/\/# sourceMappingURL=.*\n)?$/s.exec(ascii);
  return `/*${hash}*/globalThis.runAiSystem=(function(exports,require,module,__filename,__dirname){${code}})\n${map ?? ''}`;
}

/** Modules that share what they share: bundles for themselves would be a thousand megabytes. */
const tests = {
  ...common,
  entryPoints: testFiles('test'),
  outdir: 'out/test',
  outbase: 'test',
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  splitting: true,
  // What was written for CommonJS asks for Node's modules by `require`.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  minify: false,
  external: ['vscode', 'mocha', 'esbuild', 'ajv', 'ajv/*', 'playwright-core', '@vscode/*'],
};

function testFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .map((file) => path.join(folder, String(file)))
    .filter((file) => file.endsWith('.test.ts') && !file.includes(path.join('test', 'vscode')));
}

const wanted = process.argv.includes('--bin')
  ? bundles.slice(-4, -1)
  : process.argv.includes('--test')
    ? [tests]
    : process.argv.includes('--all')
      ? [...bundles, tests]
      : bundles;
Promise.all(wanted.map((options) => esbuild.build(options))).catch(() => {
  process.exitCode = 1;
});
