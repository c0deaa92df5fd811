import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, run, text } from './command.ts';

interface Block {
  readonly kind: string;
  readonly content: string;
}

/** The fenced blocks of a page, in order. */
function blocksOf(page: string): readonly Block[] {
  return [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, kind = '', content = '']) => ({ kind, content }));
}

/** Applies hunks of which each stands at exactly one place. */
function patched(before: string, diff: string): string {
  let after = before;
  for (const hunk of diff.split(/^@@\n/m).slice(1)) {
    const side = (sign: string) =>
      hunk
        .split(/(?<=\n)/)
        .filter((line) => line.startsWith(' ') || line.startsWith(sign))
        .map((line) => line.slice(1))
        .join('');
    assert.equal(after.split(side('-')).length, 2, `this stands at one place: ${hunk}`);
    after = after.replace(side('-'), () => side('+'));
  }
  return after;
}

test('docs/first-spec.md leads to a pilot that nothing blocks, and says what the command says', (t) => {
  const at = folder(t);
  cpSync('test/fixtures/first-spec', at, { recursive: true });
  mkdirSync(join(at, '.git'));
  writeFileSync(join(at, '.git/HEAD'), 'ref: refs/heads/main\n');
  const seen = new Set<string>();
  for (const { kind, content } of blocksOf(readFileSync('docs/first-spec.md', 'utf8'))) {
    if (kind === 'diff') writeFileSync(join(at, 'ai-system.yaml'), patched(text(at, 'ai-system.yaml'), content));
    else if (kind === 'jsonl') appendFileSync(join(at, 'eval/questions.jsonl'), content);
    else {
      const [, args = '', expected = ''] = /^\$ ai-system (.*)\n([\s\S]*)$/.exec(content) ?? [];
      const { stdout } = run(args.split(' '), { cwd: at });
      const shown = args.startsWith('check') ? stdout.split('\n').filter((line) => / error: /.test(line)) : [stdout];
      assert.ok(shown.join('\n').startsWith(expected.trimEnd()), `${args}:\n${stdout}`);
      if (args.startsWith('check')) assert.equal(shown.join('\n'), expected.trimEnd(), 'no other error');
      seen.add(args);
    }
  }
  assert.deepEqual([...seen], ['init --type rag --stage pilot', 'report', 'check --format concise']);
  const { specs } = JSON.parse(run(['check', '--format', 'json'], { cwd: at }).stdout);
  assert.equal(specs[0].stage.earned, 'pilot');
});

test('the counts that docs/first-spec.md names are those of its command', () => {
  const page = readFileSync('docs/first-spec.md', 'utf8');
  const [, answers, open, blocking] =
    /(\d+) answers found .* (\d+) to fill in, of which (\d+) block pilot/.exec(page) ?? [];
  assert.match(page, new RegExp(`\\| ${answers} \\| the repository \\|`));
  assert.equal(open, blocking, 'all that is left to fill in blocks the stage');
  assert.match(page, new RegExp(`\\| ${blocking} \\| the team, and`));
});
