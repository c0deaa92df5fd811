import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Copies the examples, each with a file of what the command finds in it: the editor has to find the same. */
export function writeFixtures(root, folder, asOf) {
  rmSync(folder, { recursive: true, force: true });
  const examples = path.join(root, 'examples');
  for (const file of readdirSync(examples, { recursive: true }).map(String)) {
    if (path.basename(file) !== 'ai-system.yaml') continue;
    const example = path.dirname(file);
    const fixture = path.join(folder, example.replaceAll(path.sep, '-'));
    cpSync(path.join(examples, example), fixture, { recursive: true });
    writeFileSync(path.join(fixture, 'expected.json'), JSON.stringify(command(root, fixture, asOf), undefined, 2));
  }
}

function command(root, cwd, asOf) {
  const args = [path.join(root, 'bin/ai-system.cjs'), 'check', '--format', 'json', '--as-of', asOf, 'ai-system.yaml'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1e8 });
  if (stdout === '') throw new Error(`The command said nothing about ${cwd}: ${stderr}`);
  return JSON.parse(stdout).specs[0].findings.map(({ rule, severity, message, range: { start, end } }) => ({
    rule,
    severity,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    message,
  }));
}
