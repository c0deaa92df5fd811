// Writes the generated files; with --check, says which ones are stale instead.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes('--check');

const stale = [];
for (const [path, text] of await generateAll()) {
  const file = join(root, path);
  const current = await readFile(file, 'utf8').catch(() => undefined);
  // Git may check out \r\n on Windows; that alone makes no file stale.
  if (current?.replaceAll('\r\n', '\n') === text) continue;
  stale.push(path);
  if (check) continue;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

for (const path of stale) console.log(check ? `${path} is stale.` : `${path} written.`);
if (check && stale.length > 0) {
  console.log('Run `npm run generate` and commit the result.');
  process.exitCode = 1;
}

/** The files of every generator in scripts/generate/, by path. A generator is an exported function named generate…. */
async function generateAll() {
  const folder = join(root, 'scripts/generate');
  const files = new Map();
  for (const name of (await readdir(folder)).filter((entry) => entry.endsWith('.mjs')).sort()) {
    const module = await import(new URL(`generate/${name}`, import.meta.url).href);
    for (const [exported, generate] of Object.entries(module)) {
      if (!/^generate[A-Z]/.test(exported)) continue;
      for (const [path, text] of await generate(root)) files.set(path, text);
    }
  }
  return files;
}
