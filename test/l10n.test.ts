import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { manifest, rawManifest, texts } from './support/manifest.ts';

/** Texts that a person reads, by the names that VS Code gives them. */
const read =
  /^(?:title|label|name|description|markdownDescription|contextualTitle|contents|altText|displayName|userDescription|enumDescriptions)$/;
/** Names stay what they are, and a language model is spoken to in English. */
const names: ReadonlySet<string> = new Set(['AI System Spec', 'ai-system_check', 'ai-system_explain']);

const english = texts('en');
const german = texts('de');

test('what package.json says stands in both languages, and nothing else does', () => {
  const used = [...JSON.stringify(rawManifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '');
  assert.ok(used.length > 50);
  assert.deepEqual(Object.keys(english).sort(), [...new Set(used)].sort());
  assert.deepEqual(Object.keys(german), Object.keys(english), 'the same keys, in the same order');
});

test('no text that a person reads is left in package.json itself', () => {
  const left: string[] = [];
  walk(rawManifest.contributes, []);
  walk(rawManifest.capabilities, []);
  assert.deepEqual(left, []);

  function walk(value: unknown, path: readonly string[]): void {
    if (path.includes('inputSchema')) return;
    if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) walk(one, [...path, key]);
    } else if (typeof value === 'string' && path.some((key, at) => at >= path.length - 2 && read.test(key))) {
      if (!/^%.+%$/.test(value) && !names.has(value)) left.push(`${path.join('.')}: ${value}`);
    }
  }
});

test('what the client says has a German text, and no text is left over', () => {
  const said = clientTexts();
  assert.ok(said.length > 50);
  assert.deepEqual(Object.keys(bundle()).sort(), [...new Set(said)].sort());
});

test('no text that a person reads is left in the client itself', () => {
  const shown = /\bshow(?:Error|Warning|Information)Message\(\s*['"`].*/g;
  const named =
    /\b(?:title|placeholder|placeHolder|prompt|tooltip|detail|description|label|text): ['"`][^'"`\n]*[a-z] [a-z].*/g;
  const left = clientSources().flatMap(({ source }) => [...source.matchAll(shown), ...source.matchAll(named)]);
  assert.deepEqual(
    left.map(([line]) => line),
    [],
  );
});

const pairs = [
  ...Object.entries(english).map(([key, text]) => [text, german[key] ?? ''] as const),
  ...Object.entries(bundle()),
];

for (const [what, pattern] of [
  ['placeholders', /\{\d+\}/g],
  ['commands and links', /\]\([^)]*\)/g],
  ['code', /`[^`]*`/g],
  ['buttons and paragraphs', /\n/g],
  ['an ellipsis at the end', /…$/g],
  ['a full stop at the end', /\.$/g],
] as const) {
  test(`both languages agree in ${what}`, () => {
    for (const [from, to] of pairs) {
      assert.deepEqual(to.match(pattern)?.toSorted() ?? [], from.match(pattern)?.toSorted() ?? [], `${from} → ${to}`);
    }
  });
}

test('German addresses nobody, and differs from English', () => {
  for (const [from, to] of pairs) {
    assert.doesNotMatch(to, /\b(?:Sie|Ihre?[nmrs]?|[Dd]u|[Dd]eine?[nmrs]?)\b/, to);
    assert.notEqual(to, from);
    assert.ok(to.trim() !== '');
  }
});

test('commands are in title case, and those that ask something first end with an ellipsis', () => {
  const small = /^(?:a|an|and|as|at|for|from|in|of|on|or|the|to)$/;
  const asking = ['init', 'openExample', 'exportReport', 'previewPromotion', 'fixOpen'];
  for (const { command, title } of manifest.contributes.commands) {
    const [, ...rest] = title.split(' ');
    for (const word of [title[0], ...rest.filter((word: string) => !small.test(word))]) {
      assert.match(word, /^[A-Z]/, title);
    }
    assert.equal(title.endsWith('…'), asking.includes(command.replace('aiSystem.', '')), title);
  }
});

test('each setting is explained and has a scope', () => {
  for (const [name, setting] of Object.entries<Record<string, unknown>>(
    manifest.contributes.configuration.properties,
  )) {
    assert.match(name, /^aiSystem\./);
    const text = String(setting.description ?? setting.markdownDescription);
    assert.match(text, /^[A-Z].{20,}[.)]$/s, name);
    assert.equal('description' in setting, !/[`*[]/.test(text), `${name}: Markdown where there is some`);
    assert.ok(['resource', 'window'].includes(String(setting.scope)), name);
    assert.ok('default' in setting, name);
    assert.equal(
      (setting.enumDescriptions as unknown[] | undefined)?.length,
      setting.enumDescriptions && (setting.enum as unknown[]).length,
    );
  }
});

test('both bundles ship', () => {
  const ignored = readFileSync('.vscodeignore', 'utf8').split('\n');
  for (const file of ['package.nls.json', 'package.nls.de.json', 'l10n/*.json'])
    assert.ok(ignored.includes(`!${file}`), file);
  assert.equal(rawManifest.l10n, './l10n');
  assert.deepEqual(readdirSync('l10n'), ['bundle.l10n.de.json']);
  assert.ok(statSync('l10n/bundle.l10n.de.json').size < 20_000);
});

function bundle(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8'));
}

/** The first argument of each call of `l10n.t`; what is no plain string there could not be looked up. */
function clientSources() {
  const files = readdirSync('client/src', { recursive: true }).map(String);
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, source: readFileSync(join('client/src', file), 'utf8') }));
}

function clientTexts(): string[] {
  return clientSources().flatMap(({ file, source }) => {
    return source
      .split(/\bl10n\b(?!\.bundle\b)/)
      .slice(1)
      .map((rest) => {
        const [, text] = /^\.t\(\s*'([^'\\]+)'\s*[,)]/.exec(rest) ?? [];
        assert.ok(text !== undefined, `${file}: l10n${rest.slice(0, 60)}`);
        return text;
      });
  });
}
