import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check, ruleById } from '../core/src/index.ts';
import { folder, put, run } from './cli/command.ts';
import { clean } from './cli/specs.ts';

/** A heading of a page and the blocks of code below it. */
const sections = readFileSync('docs/configuration.md', 'utf8').split(/^## /m).slice(1);

for (const section of sections) {
  const blocks = [...section.matchAll(/^```(yaml|console)\n([\s\S]*?)^```$/gm)].map((match) => ({
    kind: match[1],
    text: match[2] ?? '',
  }));
  const title = section.slice(0, section.indexOf('\n'));
  if (blocks.length === 0) continue;

  test(`docs/configuration.md: ${title}`, (t) => {
    const at = folder(t, { 'ai-system.yaml': clean });
    for (const { kind, text } of blocks) {
      const [first = '', ...rest] = text.split('\n');
      if (kind === 'console') {
        const [command = '', word] = first.replace('$ ai-system ', '').split(' | grep ');
        const { stdout, stderr } = run(command.split(' '), { cwd: at });
        assert.equal(stderr, '');
        const lines = stdout.split('\n').filter((line) => word === undefined || line === '' || line.includes(word));
        assert.equal(lines.join('\n'), rest.join('\n'));
        continue;
      }
      const name = /^# (\S+\.yaml)$/.exec(first)?.[1];
      assert.ok(name !== undefined, `a first line that names the file, not "${first}"`);
      if (name === 'ai-system.yaml') checkSpec(text);
      else put(at, name, text);
    }
  });
}

test('without its comment, the ignored line would be a finding', () => {
  const [text = ''] = /models:[\s\S]*?(?=```)/.exec(sections[0] ?? '') ?? [];
  assert.ok(languageFindings(text.replace(/ #.*/, '')).includes('unquoted-version'));
});

/** A part of a spec: what it names may be missing, but all that it says must be right. */
function checkSpec(text: string): void {
  const found = languageFindings(text).filter(
    (rule) => !['missing-marker', 'undefined-id', 'unused-id'].includes(rule),
  );
  assert.deepEqual(found, []);
}

function languageFindings(text: string): readonly string[] {
  const { findings } = check(text, { asOf: '2026-11-22' });
  return findings.map(({ rule }) => rule).filter((rule) => ruleById(rule)?.kind === 'language' || /ignore/.test(rule));
}
