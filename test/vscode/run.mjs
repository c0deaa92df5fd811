// Runs the suite in a real VS Code: against the working tree, against the packed extension (the VSIX in out/, if it is not
// older than dist/, or the one named with --vsix FILE); and suites of their own in German, where nobody trusts the
// workspace, and in a browser without a machine behind it.
//
// VSCODE_EXECUTABLE names a VS Code to use. Without it, one is downloaded where update.code.visualstudio.com answers,
// and elsewhere the stand-in of host/ is installed. AI_SYSTEM_VSCODE=desktop or =stand-in decides instead.
// VSCODE_VERSION (a desktop's, default stable) and TEST_GREP (only tests with this in their name) do as they say.
// In all fixtures (scripts/fixtures.mjs) the editor has to find what the command finds.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { ensure } from '../../scripts/ensure-tools.mjs';
import { editorsChange, fixturesAsOf, writeFixtures } from '../../scripts/fixtures.mjs';
import { runInBrowser } from './web.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const built = path.join(root, 'out/vscode');
const standIn = path.join(here, 'host/code.mjs');
const { values } = parseArgs({ options: { vsix: { type: 'string' } } });

const shipped = [
  ...['dist/client.js', 'dist/server.js', 'dist/server.bundle.js', 'dist/format.js'],
  ...['dist/browser/client.js', 'dist/browser/server.js'],
].map((file) => path.join(root, file));
if (!shipped.every((file) => existsSync(file))) exit('There is nothing in dist/ to test: run "npm run compile" first.');
const vsix = values.vsix === undefined ? freshVsix() : path.resolve(values.vsix);
const executable = process.env.VSCODE_EXECUTABLE ?? (await findExecutable());
await buildSuite();
const fixtures = await writeFixtures();
for (const name of readdirSync(fixtures))
  if (editorsChange(name)) rmSync(path.join(fixtures, name), { recursive: true });

const none = { passed: 0, failed: 0, failures: [], retried: [] };
const total = { passed: 0, failed: 0, failures: [], retried: [] };
await run('the working tree', root);
if (vsix === undefined)
  console.log('The packed extension was not tested: "npm run package" makes one that is up to date.');
else await run('the packed extension', built, { vsixes: [vsix] });
if (executable === standIn) {
  const launchArgs = ['--locale=de', '--untrusted'];
  await run('the working tree, in German, with two folders, and where nobody trusts the workspace', root, {
    suite: 'elsewhere',
    launchArgs,
    others: ['second'],
  });
} else console.log('German and Restricted Mode were not tested: that needs the stand-in.');
if (process.platform === 'linux') {
  console.log('\nVS Code tests in a browser, without a machine behind it');
  count(
    await runInBrowser(fixtures, fixturesAsOf).catch((error) => ({ ...none, failed: 1, failures: [String(error)] })),
  );
} else console.log('The extension was not tested in a browser: that needs the stand-in, which runs on Linux.');
for (const retry of total.retried) console.log(`\nneeded a second try: ${retry}`);
for (const failure of total.failures) console.log(`\nfailed: ${failure}`);
exit(`${total.passed} passed, ${total.failed} failed`, total.failed > 0 || total.passed === 0 ? 1 : 0);

async function run(name, extensionDevelopmentPath, { vsixes = [], suite = '', launchArgs = [], others = [] } = {}) {
  console.log(`\nVS Code tests of ${name}`);
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'ai-system-'));
  const result = path.join(scratch, 'result.json');
  const workspace = path.join(scratch, 'workspace');
  const folders = [
    `--user-data-dir=${path.join(scratch, 'user')}`,
    `--extensions-dir=${path.join(scratch, 'extensions')}`,
  ];
  mkdirSync(workspace);
  try {
    const opened = others.length === 0 ? workspace : withFolders(scratch, [workspace, ...others]);
    for (const vsix of vsixes) installExtension(vsix, folders);
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath,
      extensionTestsPath: path.join(built, 'suite.js'),
      extensionTestsEnv: {
        AI_SYSTEM_RESULT: result,
        AI_SYSTEM_FIXTURES: fixtures,
        AI_SYSTEM_AS_OF: fixturesAsOf,
        AI_SYSTEM_SUITE: suite,
      },
      launchArgs: [opened, ...folders, ...launchArgs, ...(vsixes.length === 0 ? ['--disable-extensions'] : [])],
    });
    count(JSON.parse(readFileSync(result, 'utf8')));
  } catch (error) {
    console.error(String(error));
    const counted = existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')) : none;
    count({ ...counted, failed: Math.max(counted.failed, 1) });
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A workspace of several folders, those of which only the name is given beside it. */
function withFolders(scratch, names) {
  const paths = names.map((name) => path.resolve(scratch, name));
  for (const folder of paths) mkdirSync(folder, { recursive: true });
  const file = path.join(scratch, 'several.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: paths.map((folder) => ({ path: folder })) }));
  return file;
}

/** A run in which nothing passed tested nothing, unless only some tests were wanted. */
function count({ passed, failed, failures, retried }) {
  total.passed += passed;
  total.failed += passed + failed === 0 && process.env.TEST_GREP === undefined ? 1 : failed;
  total.failures.push(...failures);
  total.retried.push(...retried);
}

function installExtension(vsix, folders) {
  const desktop = resolveCliPathFromVSCodeExecutablePath(executable);
  const cli = existsSync(desktop) ? desktop : executable;
  const args = ['--install-extension', vsix, ...folders];
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync(shell ? `"${cli}"` : cli, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell,
  });
  if (status !== 0) throw new Error(`${vsix} could not be installed: ${error ?? `exit ${status}`}`);
}

function freshVsix() {
  const out = path.join(root, 'out');
  const changed = (file) => statSync(file).mtimeMs;
  return (existsSync(out) ? readdirSync(out) : [])
    .filter((name) => name.endsWith('.vsix'))
    .map((name) => path.join(out, name))
    .find((file) => shipped.every((part) => changed(part) <= changed(file)));
}

async function findExecutable() {
  const wanted = process.env.AI_SYSTEM_VSCODE ?? ((await updatesAnswer()) ? 'desktop' : 'stand-in');
  if (wanted === 'desktop') {
    needDisplay();
    return downloadAndUnzipVSCode({
      version: process.env.VSCODE_VERSION ?? 'stable',
      cachePath: path.join(root, '.vscode-test'),
    });
  }
  console.log('VS Code: the stand-in of test/vscode/host, because no desktop VS Code can be downloaded here.');
  return standIn;
}

async function updatesAnswer() {
  try {
    const signal = AbortSignal.timeout(3000);
    return (await fetch('https://update.code.visualstudio.com/api/releases/stable', { signal })).ok;
  } catch {
    return false;
  }
}

/** A desktop VS Code on Linux wants a display; where there is none, this runner starts itself again inside a virtual one. */
function needDisplay() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return;
  // The libraries that Electron leaves to the system are those that Chromium brings.
  if (ensure(['xvfb', 'chromium']).includes('xvfb')) exit('A desktop VS Code needs a display, or xvfb-run.');
  const args = ['--auto-servernum', process.execPath, ...process.argv.slice(1)];
  const { status } = spawnSync('xvfb-run', args, {
    stdio: 'inherit',
    env: { ...process.env, AI_SYSTEM_VSCODE: 'desktop' },
  });
  process.exit(status ?? 1);
}

/** A suite has to lie inside the extension under development: the working tree, or an extension that is nothing else. */
async function buildSuite() {
  mkdirSync(built, { recursive: true });
  const { version, publisher, engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  writeFileSync(
    path.join(built, 'package.json'),
    JSON.stringify({ name: 'suite', publisher, version, engines: { vscode: engines.vscode } }),
  );
  await build({
    entryPoints: [path.join(here, 'suite/index.ts')],
    outfile: path.join(built, 'suite.js'),
    bundle: true,
    platform: 'node',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

function exit(line, code = 1) {
  console.log(line);
  process.exit(code);
}
