// The programs we compare with; installed when somebody measures for the first time.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('peers/', import.meta.url));

export function peer(path) {
  return `${folder}node_modules/${path}`;
}

export function installPeers() {
  if (existsSync(peer('yaml-language-server'))) return;
  console.error('Installing the peers into bench/peers/node_modules.');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(npm, options, {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The peers could not be installed.');
}
