// The VSIX and the npm tarball, into out/.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

mkdirSync('out', { recursive: true });
for (const file of readdirSync('out')) if (/\.(?:vsix|tgz)$/.test(file)) rmSync(join('out', file));

run('node', ['esbuild.js']);
run('npx', ['vsce', 'package', '--no-dependencies', '--out', 'out/']);
run('npm', ['pack', '--silent', '--pack-destination', 'out']);
for (const file of readdirSync('out')) {
  if (/\.(?:vsix|tgz)$/.test(file))
    console.log(`out/${file}: ${Math.round(statSync(join('out', file)).size / 1000)} kB`);
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}
