// Programs the tests drive that npm cannot bring. Installed where that is possible without asking anybody: root, apt-get.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/**
 * Per tool: the commands that all must be there (of an inner list, any one), and what Debian calls it. `optional`
 * packages are done without where there are none.
 */
const tools = {
  chromium: {
    commands: [['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']],
    packages: ['chromium'],
  },
  emacs: {
    commands: ['emacs'],
    packages: ['emacs-nox'],
    // Built in from Emacs 29 on; where it is, there may be no such package.
    optional: ['elpa-eglot'],
  },
  compiler: { commands: ['g++', 'make', 'python3'], packages: ['g++', 'make', 'python3'] },
  git: { commands: ['git'], packages: ['git'] },
  neovim: { commands: ['nvim'], packages: ['neovim'] },
  'pre-commit': { commands: ['pre-commit'], packages: ['pre-commit'] },
  strace: { commands: ['strace'], packages: ['strace'] },
  xvfb: { commands: ['xvfb-run', 'xauth'], packages: ['xvfb', 'xauth'] },
};

/** Installs what is missing of `names` (keys of `tools`) if it may; returns the names of those that are still missing. */
export function ensure(names) {
  const missing = () => names.filter((name) => !tools[name].commands.every((command) => which(command)));
  const before = missing();
  if (before.length === 0) return [];

  const packages = before.flatMap((name) => tools[name].packages);
  if (process.getuid?.() !== 0 || !which('apt-get')) {
    console.log(`Not installed: ${before.join(', ')}. On Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}`);
    return before;
  }

  console.log(`Installing ${packages.join(', ')} with apt-get.`);
  aptGet('update');
  aptGet('install', '--yes', '--no-install-recommends', ...packages);
  const optional = before.flatMap((name) => tools[name].optional ?? []).filter(isKnown);
  if (optional.length > 0) aptGet('install', '--yes', '--no-install-recommends', ...optional);
  const after = missing();
  if (after.length > 0) console.log(`apt-get could not install: ${after.join(', ')}.`);
  return after;
}

function isKnown(name) {
  return spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0;
}

/** The path of a command, or of the first of several that is there. */
export function which(command) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return [command]
    .flat()
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync('apt-get', ['-q', ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status !== 0)
    console.log(`apt-get ${args[0]} failed:\n${`${stdout}${stderr}`.trim().split('\n').slice(-15).join('\n')}`);
}
