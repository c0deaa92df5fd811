import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { folder, run } from './command.ts';

const when = ['--as-of', '2026-11-22'];
const shipped = readdirSync('packs').map((file) => {
  const { name, title, date, sources, clauses } = parse(readFileSync(join('packs', file), 'utf8'));
  return { name, title, date, sources, clauses } as {
    name: string;
    title: string;
    date: string;
    sources: string[];
    clauses: Record<string, { requirements: string[] }>;
  };
});

interface Told {
  readonly pack: string;
  readonly clauses: readonly { readonly standing: string }[];
}

const pack = `apiVersion: ai-system-pack/v1
name: acme
title: Acme house rules
date: 2026-11-01
sources: [https://intra.acme.example/ai]
requirements:
  kept-logs:
    subject: logging
    assert:
      at_least: { retention: 900d }
    message: Logs are kept for a year.
    why: Complaints come late.
    severity: error
clauses:
  H1:
    title: Logs
    requirements: [kept-logs]
`;
const files = {
  'ai-system.yaml': readFileSync('examples/rag-production/ai-system.yaml', 'utf8'),
  'house/acme.yaml': pack,
};
const configured = { ...files, 'ai-system.config.yaml': 'packs: ./house/acme.yaml\n' };

describe('report --pack', () => {
  for (const { name, title, date, sources, clauses } of shipped) {
    test(`${name} ships in the command, and is told clause by clause`, () => {
      const { code, stdout, stderr } = run(['report', '--pack', name, ...when, 'examples/rag-pilot']);
      assert.equal(stderr, '');
      assert.equal(code, 0);
      assert.ok(stdout.includes(`\n${title}, as of ${date} (pack ${name})\n  ${sources[0]}`), stdout);
      const told = stdout.split('\n').flatMap((line) => /^ {2}(\S+) {2}\S/.exec(line)?.[1] ?? []);
      assert.deepEqual(told, Object.keys(clauses));
      const unserved = Object.values(clauses).filter(({ requirements }) => requirements.length === 0);
      assert.equal(stdout.split('no requirement serves it').length - 1, unserved.length);
    });
  }

  test('lines stay within the width', () => {
    const { stdout } = run(['report', ...when, '--pack=owasp', '--pack=eu-ai-act', 'examples/rag-pilot']);
    const long = stdout.split('\n').filter((line) => line.length > 100);
    assert.deepEqual(long, []);
  });

  test('what is open has its place, and what is not judged says why', () => {
    const args = ['report', ...when, '--pack', 'eu-ai-act', 'examples/rag-pilot', '--stage', 'production'];
    const { stdout } = run(args);
    assert.match(stdout, /art-12 {2}Record-keeping {2}○ open, missing\n {5}declared: log-every-call\n {5}missing: log/);
    assert.match(stdout, /\n {5}- .+`sample` is missing\.\n {7}examples\/rag-pilot\/ai-system\.yaml:\d+ log-context\n/);
    assert.match(stdout, /– not asked here\n {5}of no concern to this system: high-risk-records\n/);
    assert.match(run(args.slice(0, -2)).stdout, /\n {5}not asked at pilot: change-process, eval-gate\n/);
  });

  test('Markdown, HTML and JSON at once', (t) => {
    const out = folder(t, {});
    const [md, html, json] = ['a.md', 'b.html', 'c.json'].map((name) => join(out, name)) as [string, string, string];
    const formats = [`--format=markdown=${md}`, `--format=html=${html}`, `--format=json=${json}`];
    const { code } = run(['report', '--pack', 'iso-42001', ...when, 'examples/rag-pilot', ...formats]);
    assert.equal(code, 0);
    assert.match(
      readFileSync(md, 'utf8'),
      /\n### ISO\/IEC 42001 Annex A, as of 2026-11-22 \(pack iso-42001\)\n\n- ISO\/IEC 42001:2023.+\n\| A\.2 \| .+ \| – no requirement serves it \| {2}\|/s,
    );
    assert.match(
      readFileSync(html, 'utf8'),
      /^<!doctype html>.+<span class="number">A\.5<\/span> Assessing impacts <span class="state \w+">.+<\/html>\n$/s,
    );
    const written: { specs: readonly [{ coverage: readonly [Told] }] } = JSON.parse(readFileSync(json, 'utf8'));
    const validate = new Ajv2020({ allErrors: true }).compile(
      JSON.parse(readFileSync('schemas/check-output.schema.json', 'utf8')),
    );
    assert.ok(validate(written), JSON.stringify(validate.errors));
    const [{ pack: name, clauses }] = written.specs[0].coverage;
    assert.equal(name, 'iso-42001');
    assert.equal(clauses[0]?.standing, 'unserved');
    assert.ok(clauses.some(({ standing }) => standing === 'answered'));
  });

  test('a pack by its path is judged, in a configuration or not', (t) => {
    const asked = (given: typeof files, named: string) =>
      run(['report', '--pack', named, ...when], { cwd: folder(t, given) }).stdout;
    for (const [given, named] of [
      [files, 'house/acme.yaml'],
      [configured, './house/acme.yaml'],
      [configured, 'acme'],
    ] as const) {
      assert.match(asked(given, named), /H1 {2}Logs {2}◌ open, hollow\n {5}hollow: acme-kept-logs\n {5}- .+900d/);
    }
  });

  test('what the configuration switches off is open, and says so', (t) => {
    const off = {
      ...configured,
      'ai-system.config.yaml': `${configured['ai-system.config.yaml']}rules: { acme-kept-logs: off }\n`,
    };
    const { stdout } = run(['report', '--pack', 'acme', ...when], { cwd: folder(t, off) });
    assert.match(stdout, /H1 {2}Logs {2}○ open\n {5}switched off by the configuration: acme-kept-logs\n/);
  });

  const refused: readonly (readonly [name: string, pack: string, says: RegExp])[] = [
    [
      'a slip',
      'eu-aiact',
      /^ai-system: no pack is called "eu-aiact": there are eu-ai-act, .+did you mean eu-ai-act\? /,
    ],
    ['a longer name', 'owasp-llm', /did you mean owasp\?/],
    ['no file', './nowhere.yaml', /^ai-system: nowhere\.yaml: no such file or directory\n$/],
    ['a pack with a mistake', 'broken.yaml', /^ai-system: broken\.yaml:\d+: .*Did you mean `log-retention`\?\n$/],
  ];
  for (const [name, wanted, says] of refused) {
    test(`${name} is refused in one line`, (t) => {
      const broken = pack.replace('[kept-logs]', '[log-retentoin]');
      const { code, stdout, stderr } = run(['report', '--pack', wanted], {
        cwd: folder(t, { ...files, 'broken.yaml': broken }),
      });
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, says);
      assert.equal(stderr.split('\n').length, 2);
    });
  }
});

describe('requirements of a pack', () => {
  const ways: readonly (readonly [name: string, given: typeof files, ...args: readonly string[]])[] = [
    ['of the nearest configuration', configured],
    ['of --config', { ...files, 'other.yaml': 'packs: ./house/acme.yaml\n' } as typeof files, '--config', 'other.yaml'],
    ['of --pack', files, '--pack', 'house/acme.yaml'],
  ];
  for (const [name, given, ...args] of ways) {
    test(`${name} are explained and listed`, (t) => {
      const cwd = folder(t, given);
      const page = run(['explain', 'acme-kept-logs', ...args], { cwd });
      assert.equal(page.stderr, '');
      assert.match(
        page.stdout,
        /^# acme-kept-logs\n\nLogs are kept for a year\.[\s\S]+Complaints come late\.[\s\S]+Acme house rules/,
      );
      assert.match(run(['rules', ...args], { cwd }).stdout, /\nacme-kept-logs +error +error +error +Logs are kept/);
      const listed = JSON.parse(run(['rules', '--format=json', ...args], { cwd }).stdout).rules;
      assert.equal(listed.find(({ id }: { id: string }) => id === 'acme-kept-logs').url, undefined, 'it has no page');
      assert.match(run(['explain', 'acme-kept-log', ...args], { cwd }).stderr, /did you mean acme-kept-logs\?/);
    });
  }

  test('are unknown with --no-config', (t) => {
    const { code, stderr } = run(['explain', 'acme-kept-logs', '--no-config'], { cwd: folder(t, configured) });
    assert.equal(code, 2);
    assert.match(stderr, /no rule is called "acme-kept-logs"/);
  });

  test('have no link in a report, for they have no page', (t) => {
    const cwd = folder(t, configured);
    for (const format of ['markdown', 'html']) {
      const { stdout } = run(['report', ...when, '--format', format], { cwd });
      assert.match(stdout, /acme-kept-logs/);
      assert.doesNotMatch(stdout, /docs\/rules\/acme-kept-logs/);
    }
  });
});
