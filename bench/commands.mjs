// The command against an empty run of Node and against peers, on one, a hundred and a thousand files.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openApi } from './fixtures.mjs';
import { cpuOfChildren, environment, mean, median, number, table } from './measure.mjs';
import { peer } from './peers.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const pilot = readFileSync(path('../examples/rag-pilot/ai-system.yaml'), 'utf8');
const production = readFileSync(path('../examples/rag-production/ai-system.yaml'), 'utf8');

const floor = 'node -e 0';
const counts = [1, 100, 1_000];
/** Runs per round: a short one needs more of them. */
const runs = { 1: 7, 100: 2, 1000: 1 };

export async function measureCommands(rounds, report) {
  const folder = mkdtempSync(join(tmpdir(), 'ai-system-bench-'));
  try {
    const cases = prepare(folder);
    for (let round = 1; round <= rounds; round++) {
      for (const count of counts) {
        report(`round ${round} of ${rounds}: commands on ${count} files`);
        const wanted = cases.filter((one) => one.count === count);
        for (let i = 0; i < runs[count]; i++) for (const one of wanted) run(one);
      }
    }
    return commandTable(cases);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function prepare(folder) {
  const cases = [];
  const add = (count, name, ...args) => cases.push({ count, name, args, wall: [], cpu: [] });
  const command = path('../bin/ai-system.cjs');

  for (const count of counts) {
    const files = { specs: join(folder, `specs-${count}`), descriptions: join(folder, `openapi-${count}`) };
    for (const place of Object.values(files)) mkdirSync(place);
    for (let i = 0; i < count; i++) {
      writeFileSync(join(files.specs, `system-${i}.ai-system.yaml`), pilot.replace(/^ {2}name: .*/m, `$&-${i}`));
      writeFileSync(join(files.descriptions, `${i}.yaml`), openApi(pilot.split('\n').length));
    }
    add(count, floor, '-e', '0');
    add(count, 'ai-system check', command, 'check', '--as-of', '2026-11-22', files.specs);
    if (count === 1) {
      // In a folder of its own: what it names is looked for around it, and the rest of this is 2,000 files.
      const long = join(folder, 'long', 'ai-system.yaml');
      mkdirSync(join(folder, 'long', '.git'), { recursive: true });
      writeFileSync(long, production);
      add(
        count,
        `ai-system check, ${production.split('\n').length} lines`,
        command,
        'check',
        '--as-of',
        '2026-11-22',
        long,
      );
      add(count, 'ai-system --version', command, '--version');
    }
    const redocly = peer('@redocly/cli/bin/cli.js');
    const described = Array.from({ length: count }, (_, i) => join(files.descriptions, `${i}.yaml`));
    if (existsSync(redocly)) add(count, 'redocly lint (OpenAPI)', redocly, 'lint', '--extends=minimal', ...described);
    const ajv = peer('ajv-cli/dist/index.js');
    const schema = path('../schemas/ai-system.schema.json');
    const options = ['validate', '--spec=draft2020', '--strict=false', '-s', schema, '-d', join(files.specs, '*.yaml')];
    if (existsSync(ajv)) add(count, 'ajv validate (schema only)', ajv, ...options);
  }
  return cases;
}

function run(one) {
  const before = cpuOfChildren();
  const start = performance.now();
  const { status, error } = spawnSync(process.execPath, one.args, {
    env: environment,
    stdio: 'pipe',
    maxBuffer: 1 << 28,
  });
  one.wall.push(performance.now() - start);
  if (before !== undefined) one.cpu.push(cpuOfChildren() - before);
  if (error !== undefined || status === null || status > 1) throw new Error(`${one.name} failed (${error ?? status})`);
}

function commandTable(cases) {
  const rows = cases.map(({ count, name, wall, cpu }) => {
    const empty = cases.find((one) => one.count === count && one.name === floor);
    const wallRatio = median(wall) / median(empty.wall);
    const cpuRatio = (mean(cpu) ?? Number.NaN) / mean(empty.cpu);
    return [name, count, number(median(wall)), number(wallRatio), number(mean(cpu)), number(cpuRatio)];
  });
  const header = ['command', 'files', 'wall ms', `x ${floor}`, 'CPU ms', `x ${floor}`];
  return `**Command** (files of ${pilot.split('\n').length} lines)\n\n${table(header, rows)}`;
}
