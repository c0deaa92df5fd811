import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { hex, letters, shaped, tellsSecret } from '../support/secrets.ts';
import { filesOf } from '../support/twins.ts';
import { folder, run } from './command.ts';

const example = filesOf('examples/rag-production');
const decoder = new TextDecoder();
const shape = (what: string) => shaped.find(([name]) => name === what)?.[1] ?? '';

const secrets: Readonly<Record<string, string>> = {
  'a key of AWS': shape('an AWS access key'),
  'a token of GitHub': shape('a GitHub token'),
  'a password in an address': `postgres://claims:${letters(16)}@db.nordhafen.example/calls`,
  'a private key': shape('a private key'),
};

/** Where words of a file stand: behind a colon or in quotes, so that a value, a name or a label is the secret. */
const values = /(?<=[:=] ["']?|- ["']?|["'(# ])[A-Za-z][\w./-]{2,}/g;

/** A file in which one of its values is the secret, and a line at its end says it as well. */
function planted(path: string, text: string, secret: string, turn: number): string {
  const found = [...text.matchAll(values)];
  const match = found[(turn * 7) % Math.max(found.length, 1)];
  const written = /\.md$/.test(path) ? secret : secret.replaceAll('\n', '\\n');
  const changed =
    match === undefined ? text : text.slice(0, match.index) + written + text.slice(match.index + match[0].length);
  if (/\.jsonl?$/.test(path)) return changed;
  return `${changed}${/\.(?:md|pdf)$/.test(path) ? '' : '# '}token: ${written}\n`;
}

const formats = ['pretty', 'concise', 'json', 'sarif', 'github'];
const reports = ['pretty', 'markdown', 'html', 'json'];

/** All that the command prints and writes about a folder, by how it was asked. */
function told(at: string): ReadonlyMap<string, string> {
  const asOf = ['--as-of', '2026-11-22'];
  const to = (name: string, all: readonly string[]) => all.flatMap((one) => ['--format', `${one}=${name}.${one}`]);
  const check = run(['check', ...asOf, ...to('check', formats)], { cwd: at });
  const diff = run(['check', ...asOf, '--diff'], { cwd: at });
  const report = run(['report', ...asOf, ...to('report', reports)], { cwd: at });
  const said = new Map([
    ['check', check.stdout + check.stderr],
    ['check --diff', diff.stdout + diff.stderr],
    ['report', report.stdout + report.stderr],
  ]);
  const files = [...formats.map((one) => `check.${one}`), ...reports.map((one) => `report.${one}`)];
  for (const file of files) said.set(file, readFileSync(join(at, file), 'utf8'));
  assert.match(said.get('check.json') ?? '', /"assessments": ?\[\s*\{/);
  // The others say next to nothing where nothing is found.
  const whole = ['check.json', 'check.sarif', ...reports.map((one) => `report.${one}`)];
  for (const file of whole) assert.ok((said.get(file) ?? '').length > 200, file);
  return said;
}

function keepsSilent(t: TestContext, files: Readonly<Record<string, string>>): void {
  const rest = Object.entries(example).map(([path, bytes]) => [path, Buffer.from(bytes)] as const);
  const at = folder(t, { '.git/HEAD': 'ref: refs/heads/main\n', ...Object.fromEntries(rest), ...files });
  for (const [how, text] of told(at)) {
    const line = text.split('\n').find(tellsSecret);
    assert.ok(!tellsSecret(text), `${how}: ${line?.slice(0, 500)}`);
  }
}

for (const [index, [name, secret]] of Object.entries(secrets).entries()) {
  for (const round of [0, 1, 2]) {
    test(`${name} in every artifact is in no output, places ${round + 1}`, (t) => {
      const changed = Object.entries(example).flatMap(([path, bytes], turn) => {
        if (path === 'ai-system.yaml' || path === 'findings.txt') return [];
        const text = planted(path, decoder.decode(bytes), secret, turn + round * 5 + index);
        assert.ok(tellsSecret(text) || /BEGIN/.test(text), path);
        return [[path, text] as const];
      });
      assert.ok(changed.length > 40);
      keepsSilent(t, Object.fromEntries(changed));
    });
  }

  test(`${name} in the spec is in no output`, (t) => {
    const spec = decoder.decode(example['ai-system.yaml']);
    const written = secret.replaceAll('\n', '\\n');
    const places: readonly (readonly [string, string])[] = [
      ['how: thumbs and free text on every answer', `how: "${written}"`],
      ['median minutes per claim', `"${written}"`],
      ['secret: vault:claims-ai/core', `secret: "${written}"`],
      ['handle: nordhafen/claims-ai', `handle: "${written}"`],
      ['rule: observability/alerts.yaml#RecallLow', `rule: "observability/alerts.yaml#${written}"`],
      ['emitted_as: claims_ai_query_psi', `emitted_as: "${written}"`],
      ['version: gpt-4.1-2025-04-14', `version: 1.10 # ${written}`],
      ['- mailto:dpo@nordhafen.example', `- "${written}"`],
    ];
    for (const [from] of places) assert.ok(spec.includes(from), from);
    for (const part of [places, places.slice(0, 1), places.slice(6)]) {
      const text = part.reduce((left, [from, to]) => left.replace(from, () => to), spec);
      keepsSilent(t, { 'ai-system.yaml': text });
    }
  });
}

test('what is planted would be seen', () => {
  for (const secret of Object.values(secrets)) assert.ok(tellsSecret(`x ${secret} y`), secret.slice(0, 12));
  assert.ok(tellsSecret(hex(12)));
});
