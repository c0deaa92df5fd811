// Writes out/fixtures/<name>/ai-system.yaml with expected.json beside it: what the command finds in it as of one date. Every editor
// and every protocol is held against these files. They are the bad and the good examples of all rules, the specs of
// examples/, and test/fixtures/specs.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCore } from './generate/core.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'out/fixtures');

/** The day on which all of them are judged. */
export const fixturesAsOf = '2026-11-22';

export async function writeFixtures() {
  rmSync(out, { recursive: true, force: true });
  const { rules } = await loadCore(root);
  for (const rule of rules) {
    for (const [index, example] of rule.examples.entries()) {
      write(`${rule.id}-${index + 1}-bad`, withoutCarets(example.bad));
      write(`${rule.id}-${index + 1}-good`, withoutCarets(example.good));
    }
  }
  for (const folder of ['examples', 'examples/field', 'test/fixtures/specs']) {
    for (const file of readdirSync(join(root, folder), { recursive: true }).map(String)) {
      if (!/(?:^|\/)[^/]*ai-system\.yaml$/.test(file)) continue;
      const name = `${folder}/${file}`.replace(/\/?ai-system\.yaml$/, '').replaceAll('/', '-');
      mkdirSync(join(out, name), { recursive: true });
      cpSync(join(root, folder, file), join(out, name, 'ai-system.yaml'));
    }
  }
  for (const name of readdirSync(out))
    writeFileSync(join(out, name, 'expected.json'), JSON.stringify(expected(name), null, 2));
  return out;
}

function write(name, text) {
  mkdirSync(join(out, name), { recursive: true });
  writeFileSync(join(out, name, 'ai-system.yaml'), text);
}

function withoutCarets(source) {
  return source.replace(/^\n/, '').replaceAll(/^ *\^+ [a-z][a-z0-9-]*\n/gm, '');
}

/** What the command says of a fixture. */
function expected(name) {
  const command = [
    join(root, 'bin/ai-system.cjs'),
    'check',
    '--format',
    'json',
    '--no-config',
    '--allow-empty',
    '--as-of',
    fixturesAsOf,
    'ai-system.yaml',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: join(out, name), encoding: 'utf8' });
  if (stdout === '') throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout).specs.flatMap(({ findings = [] }) =>
    findings.map(({ rule, severity, message, range: { start, end } }) => ({
      rule,
      severity,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      message,
    })),
  );
}

/** What an editor reads from such a file is not what stands in it: it mends line ends, or shows NUL as something else. */
export function editorsChange(name) {
  return /[\0\x01-\x08\x0b\x0c\x0e-\x1f]|\r(?!\n)/.test(readFileSync(join(out, name, 'ai-system.yaml'), 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await writeFixtures());
