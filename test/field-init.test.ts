import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSpec, rules } from '../core/src/index.ts';
import { command } from './cli/command.ts';
import { flat, skeletonKind, untraced } from './init/traced.ts';

/** Public repositories, checked out at the commits that `examples/field` names. */
const repositories = [
  {
    name: 'docextract',
    root: 'AI_SYSTEM_ROOT_DOCEXTRACT',
    says: {
      'system.type': 'rag',
      'owners.chunky-tortoise.handle': 'ChunkyTortoise',
      'evaluation.datasets.golden-set.size': '150',
      'evaluation.datasets.adversarial-set.size': '50',
      'evaluation.results.date': '2026-04-15',
      'monitoring.alerts.circuit-breaker-open.rule': 'deploy/prometheus/alerts.yml#CircuitBreakerOpen',
      'monitoring.alerts.circuit-breaker-open.runbook': 'docs/runbooks/common-failures.md',
      'evaluation.gate.job': '.github/workflows/eval-gate.yml',
    },
  },
  {
    name: 'ask-astro',
    root: 'AI_SYSTEM_ROOT_ASK_ASTRO',
    says: {
      'system.name': 'ask-astro',
      'system.type': 'rag',
      'models.gpt-4o.version': 'gpt-4o',
      'indexes.index.refresh.cron': '0 5 * * 2',
    },
  },
  {
    name: 'opentelemetry-demo',
    root: 'AI_SYSTEM_ROOT_OPENTELEMETRY_DEMO',
    says: {
      'system.type': 'agent',
      'owners.demo-approvers.handle': 'open-telemetry/demo-approvers',
      'monitoring.alerts.cart-add-item-high-latency.rule':
        'src/grafana/provisioning/alerting/cart-service-alerting.yml#CartAddItemHighLatency',
    },
  },
] as const;

for (const { name, root, says } of repositories) {
  const folder = process.env[root];
  const skip = folder === undefined || !existsSync(folder) ? `set ${root} to a checkout of ${name}` : false;
  test(`init on ${name}: each answer can be traced, and the language takes all of it`, { skip }, async () => {
    const at = folder ?? '';
    const { stdout, table } = dryRun(at);
    const spec = flat(stdout);
    for (const [path, value] of Object.entries(says)) assert.equal(spec.get(path), value, path);

    const answers = table.flatMap((row) => {
      const [, path = '', value = '', file = '', line] = /^ {2}(\S+) +(.*?) +← (.+):(\d+)$/.exec(row) ?? [];
      return path === '' ? [] : [{ path: keysOf(path, stdout), value, file, line: Number(line) }];
    });
    assert.ok(answers.length > 10, `${answers.length} answers`);
    const read = (file: string) => (existsSync(join(at, file)) ? readFileSync(join(at, file), 'utf8') : undefined);
    assert.deepEqual(await untraced({ text: stdout, answers }, read), []);
    const traced = new Set(answers.map(({ path }) => path.join('.')));
    const invented = [...spec].filter(
      ([path, value]) => !value.startsWith('TODO') && !isGiven(path) && !traced.has(path),
    );
    assert.deepEqual(invented, []);
    assert.deepEqual(faults(stdout, at), []);
  });
}

function isGiven(path: string): boolean {
  return path === 'apiVersion' || path === 'system.stage' || path === skeletonKind;
}

function dryRun(cwd: string): { readonly stdout: string; readonly table: readonly string[] } {
  const shell = '"$0" "$1" init --dry-run 2>&1 >/dev/null';
  const table = execFileSync('sh', ['-c', shell, process.execPath, command], { cwd, encoding: 'utf8' }).split('\n');
  const stdout = execFileSync(process.execPath, [command, 'init', '--dry-run'], {
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
  });
  return { stdout, table };
}

/** Ids may hold dots; the spec itself tells where they end. */
function keysOf(path: string, text: string): readonly string[] {
  const place = readSpec(text).places.find((one) => one.path.join('.') === path);
  return place?.path.map(String) ?? path.split('.');
}

/** By the command, with all that it sees there. That nothing refers to an id yet is a gap like the others. */
function faults(text: string, cwd: string): readonly string[] {
  const language = new Set(rules.flatMap(({ id, kind }) => (kind === 'language' ? [id] : [])));
  const args = [command, 'check', '--format', 'json', '--stdin-filename', 'ai-system.yaml', '-'];
  const shell = '"$@" || true';
  const json = execFileSync('sh', ['-c', shell, 'sh', process.execPath, ...args], {
    cwd,
    input: text,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const findings: readonly { rule: string; message: string }[] = JSON.parse(json).specs[0].findings;
  return findings
    .filter(({ rule }) => language.has(rule) && rule !== 'placeholder' && rule !== 'unused-id')
    .map(({ rule, message }) => `${rule}: ${message}`);
}
