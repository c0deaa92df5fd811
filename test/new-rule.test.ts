import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

/*
 * `npm run new-rule` in a copy of the sources: one file, its line in the list, tests that say what is missing, and green
 * once it is there.
 */
test('a new rule: from the template to green', (t) => {
  const at = mkdtempSync(join(tmpdir(), 'ai-system-new-rule-'));
  t.after(() => rmSync(at, { recursive: true, force: true }));
  for (const part of ['core', 'scripts', 'test', 'examples', 'packs', 'package.json', 'biome.json', '.gitignore'])
    cpSync(part, join(at, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(at, 'node_modules'));
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const run = (command: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: at, env, encoding: 'utf8', timeout: 120_000 });
    return { status, text: stdout + stderr };
  };
  const list = 'core/src/rules/index.ts';
  const file = 'core/src/rules/sources/source-cost.ts';

  const made = run('node', 'scripts/new-rule.mjs', 'sources/source-cost');
  assert.equal(made.status, 0, made.text);
  assert.match(made.text, /^core\/src\/rules\/sources\/source-cost\.ts\n.+test\/answers\/sources\.ts/);
  const before = readFileSync(list, 'utf8').split('\n');
  const added = readFileSync(join(at, list), 'utf8')
    .split('\n')
    .filter((line) => !before.includes(line));
  assert.deepEqual(added, ["import { sourceCost } from './sources/source-cost.ts';", '  sourceCost,']);
  const linted = run('npx', 'biome', 'check', '--error-on-warnings', file, list);
  assert.equal(linted.status, 0, linted.text);

  const unfilled = tests(at, run);
  assert.match(unfilled, /bad example reports something/);
  assert.match(unfilled, /Write the answers to source-cost into the table of its area in test\/answers\//);
  for (const part of ['a summary', 'a why', 'what to do', 'answers that say nothing', 'sources'])
    assert.match(unfilled, new RegExp(`source-cost: give it ${part}`));

  writeFileSync(join(at, file), rule);
  const table = join(at, 'test/answers/sources.ts');
  writeFileSync(table, readFileSync(table, 'utf8').replace(/(?<=export const sources: Answers = \{\n)/, answers));
  assert.match(tests(at, run), /# fail 0\n/);
});

test('what cannot be made says why', () => {
  const says = (...args: readonly string[]) => {
    const { status, stderr } = spawnSync('node', ['scripts/new-rule.mjs', ...args], { encoding: 'utf8' });
    assert.equal(status, 2);
    return stderr;
  };
  assert.match(says(), /^usage: npm run new-rule <area>\/<rule-id>/);
  assert.match(says('sorces/x-y'), /There is no area "sorces"/);
  assert.match(says('governance/source-owner'), /core\/src\/rules\/sources\/source-owner\.ts is there already/);
});

/** What the tests that the script names print, those of the new rule. */
function tests(
  at: string,
  run: (command: string, ...args: readonly string[]) => { readonly status: number | null; readonly text: string },
): string {
  const files = ['rules', 'answers', 'metadata'].map((name) => `test/${name}.test.ts`);
  const yaml = `--alias:yaml=${join(at, 'node_modules/yaml/browser/index.js')}`;
  const options = ['--bundle', '--platform=node', '--format=cjs', yaml, '--outdir=out', '--log-level=error'];
  const bundled = run('npx', 'esbuild', ...files, ...options);
  assert.equal(bundled.status, 0, bundled.text);
  const built = ['rules', 'answers', 'metadata'].map((name) => `out/${name}.test.js`);
  const pattern = '--test-name-pattern=source-cost|every requirement|list of rules|every system';
  return run('node', '--test', '--test-reporter=tap', pattern, ...built).text;
}

const rule = `import { defineRequirement } from '../rule.ts';
import { each, hollow, lacking, verdict } from '../subject.ts';

export const sourceCost = defineRequirement({
  id: 'source-cost',
  area: 'sources',
  rank: 'advanced',
  gap: 'operations',
  appliesTo: 'sources',
  severity: ['off', 'warning', 'warning'],
  reach: 'declared',
  subjects: 'every',
  questions: [],
  hollow: ['the name of the system where its content belongs'],
  toFix: 'Say what is in the source.',
  references: 'a test of this repository',
  summary: 'It is said what is in each source.',
  why: 'Nobody pays for what nobody can name, and then it is switched off.',
  examples: [
    {
      bad: \`
sources:
  letters:
  ^^^^^^^ source-cost
    system: FileNet
\`,
      good: \`
sources:
  letters:
    what: Letters of customers
\`,
    },
  ],

  *assess(context) {
    for (const source of each(context, ['sources'], context.spec.get('sources'))) {
      const short = hollow(source.value.get('what'), /^FileNet$/, (what) => \`"\${what}" is the name of a system.\`);
      yield* verdict(source, [...lacking(context, source, ['what'], 'what is in it'), ...(short ? [short] : [])]);
    }
  },
});
`;

const answers = `  'source-cost': {
    missing: 'sources:\\n  letters:\\n  ^^^^^^^ source-cost\\n    system: FileNet\\n',
    hollow: { 'a name': 'sources:\\n  letters:\\n    what: FileNet\\n          ^^^^^^^ source-cost\\n' },
    declared: 'sources:\\n  letters:\\n    what: Letters of customers\\n',
  },
`;
