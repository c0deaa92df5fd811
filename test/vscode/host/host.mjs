// The two halves of the host: VS Code's server, and a Chromium that shows its workbench.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { ensure, which } from '../../../scripts/ensure-tools.mjs';
import { runtime } from './install.mjs';

const node = path.join(runtime, 'node/bin/node');

/** What keeps the workbench quiet, offline and the same on every run. */
export const settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off', // On in a browser, off on the desktop.
  'files.simpleDialog.enable': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Nobody trusts a workspace, and nobody is asked. */
const doubt = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };

function serverArgs({ userData, extensions }) {
  return [
    path.join(runtime, 'vscode/out/server-main.js'),
    ...[
      '--server-data-dir',
      path.join(userData, 'server'),
      '--user-data-dir',
      userData,
      '--extensions-dir',
      extensions,
    ],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
  ];
}

/** Commands that need no window, such as --install-extension; resolves to the exit code. */
export function runServerCommand(folders, args) {
  const child = spawn(node, [...serverArgs(folders), ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => child.on('error', reject).on('exit', (code) => resolve(code ?? 1)));
}

/** Starts the server on a free port; `folders` are `{ userData, extensions }`. */
export async function startServer(folders, { extraSettings = {}, untrusted = false, onOutput = () => {} } = {}) {
  writeSettings(folders.userData, untrusted ? { ...extraSettings, ...doubt } : extraSettings);
  const token = randomUUID();
  const args = [
    ...serverArgs(folders),
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
    // Without the driver, a built VS Code ignores extensions under development and their tests in the page's address.
    '--enable-smoke-test-driver',
    ...(untrusted ? [] : ['--disable-workspace-trust']),
    ...['--disable-experiments', '--force-disable-user-env'],
    ...['--enable-remote-auto-shutdown', '--disable-update-check', '--disable-getting-started-override'],
  ];
  // Detached, the server leads a process group: one signal reaches its extension host and watchers too.
  const child = spawn(node, args, {
    env: { EXTENSIONS_GALLERY: '{}', ...process.env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const signal = (name) => {
    try {
      return process.kill(-child.pid, name);
    } catch {
      return false; // Gone already.
    }
  };
  const kill = () => signal('SIGKILL');
  process.once('exit', kill);
  const exited = new Promise((resolve) => child.once('exit', resolve));

  const port = await listening(child, onOutput);
  return {
    address: `http://127.0.0.1:${port}/?tkn=${token}`,
    /** The name under which the workbench knows a file of this machine. */
    uri: (file) =>
      `vscode-remote://127.0.0.1:${port}${path.resolve(file).split('/').map(encodeURIComponent).join('/')}`,
    async stop() {
      if (signal('SIGTERM')) await Promise.race([exited, sleep(3000, undefined, { ref: false })]);
      kill();
      process.removeListener('exit', kill);
    },
  };
}

function writeSettings(userData, extraSettings) {
  const file = path.join(userData, 'User/settings.json');
  let own = {};
  try {
    own = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    mkdirSync(path.dirname(file), { recursive: true });
  }
  writeFileSync(file, JSON.stringify({ ...settings, ...own, ...extraSettings }));
}

function listening(child, onOutput) {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why) => reject(new Error(`The VS Code server ${why}:\n${output.slice(-4000)}`));
    const timer = setTimeout(fail, 60_000, 'did not start within 60 s');
    const read = (data) => {
      output += data;
      onOutput(String(data));
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(port);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => fail(`ended with code ${code}`));
  });
}

/** A Chromium with an empty profile. */
export function launchBrowser() {
  const missing = process.env.CHROMIUM ? [] : ensure(['chromium']);
  if (missing.length > 0) throw new Error('Chromium is needed to show VS Code; CHROMIUM may name its executable.');
  return chromium.launch({
    executablePath:
      process.env.CHROMIUM ?? which(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-quic',
    ],
  });
}

/**
 * A page for the workbench; `open` it with the address of `workbenchAddress`. In a `language` extensions speak it, if
 * they can; the workbench has no other than English.
 */
export async function newPage(browser, viewport, language) {
  const context = await browser.newContext({ viewport, permissions: ['clipboard-read', 'clipboard-write'] });
  if (language !== undefined)
    await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
  // Where `context.secrets` is kept, the workbench asks its server for a key. This server has none.
  await context.route('**/mint-key', (route) =>
    route.fulfill({ contentType: 'application/octet-stream', body: Buffer.alloc(32, 7) }),
  );
  return context.newPage();
}

/** `workspace` is a file that names several folders. `payload` is a list of [name, value]; the workbench keeps the last of those with the same name. */
export function workbenchAddress(server, { folder, workspace, payload = [] }) {
  const address = new URL(server.address);
  if (workspace) address.searchParams.set('workspace', path.resolve(workspace));
  else if (folder) address.searchParams.set('folder', path.resolve(folder));
  else address.searchParams.set('ew', 'true');
  address.searchParams.set(
    'payload',
    JSON.stringify([['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload]),
  );
  return address.href;
}
