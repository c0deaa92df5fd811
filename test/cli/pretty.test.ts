import assert from 'node:assert/strict';
import { test } from 'node:test';
import { untold } from '../../cli/src/report/facts.ts';
import { frame } from '../../cli/src/report/frame.ts';
import { folder, has, run, shell } from './command.ts';
import { both, broken, clean, unquoted } from './specs.ts';

interface Case {
  readonly name: string;
  readonly line: string;
  /** What is to be underlined. */
  readonly mark: string;
  /** The line and its underline as they look in a terminal of 40 columns. */
  readonly shown: readonly [string, string];
}

/** Full-width characters take two columns: the underlines are drawn for a terminal, and look shifted here. */
const cases: readonly Case[] = [
  { name: 'plain', line: 'name: x', mark: 'x', shown: ['name: x', '      ^'] },
  { name: 'behind tabs', line: '\ta:\tx', mark: 'x', shown: ['    a:    x', '          ^'] },
  { name: 'behind a character beyond the first plane', line: 'a: 𝒳 b', mark: 'b', shown: ['a: 𝒳 b', '     ^'] },
  { name: 'behind an emoji', line: 'a: 😀 b', mark: 'b', shown: ['a: 😀 b', '      ^'] },
  { name: 'behind a family of emoji', line: 'a: 👩‍👩‍👧 b', mark: 'b', shown: ['a: 👩‍👩‍👧 b', '      ^'] },
  { name: 'behind a flag', line: 'a: 🇩🇪 b', mark: 'b', shown: ['a: 🇩🇪 b', '      ^'] },
  { name: 'behind a symbol made an emoji', line: 'a: ❤️ b', mark: 'b', shown: ['a: ❤️ b', '      ^'] },
  { name: 'behind Chinese', line: 'a: 漢字 b', mark: 'b', shown: ['a: 漢字 b', '        ^'] },
  { name: 'wide characters themselves', line: 'a: 漢字', mark: '字', shown: ['a: 漢字', '     ^^'] },
  { name: 'full-width letters', line: 'a: ＡＢ b', mark: 'b', shown: ['a: ＡＢ b', '        ^'] },
  { name: 'Hangul in letters', line: 'a: 한 b', mark: 'b', shown: ['a: 한 b', '      ^'] },
  { name: 'behind combining marks', line: 'a: e\u0301o\u0308 b', mark: 'b', shown: ['a: e\u0301o\u0308 b', '      ^'] },
  { name: 'a letter with its mark', line: 'a: e\u0301', mark: 'e', shown: ['a: e\u0301', '   ^'] },
  {
    name: 'behind what was made visible',
    line: 'a: \x1b\u202e b',
    mark: 'b',
    shown: ['a: ␛<U+202E> b', '             ^'],
  },
  { name: 'a command that was broken', line: 'a: ##[x] b', mark: 'b', shown: ['a: # #[x] b', '          ^'] },
  { name: 'nothing, at the end', line: 'name:', mark: '', shown: ['name:', '     ^'] },
  {
    name: 'a line that just fits',
    line: `${'x'.repeat(36)} end`,
    mark: 'end',
    shown: [`${'x'.repeat(36)} end`, `${' '.repeat(37)}^^^`],
  },
  {
    name: 'a long line, near its start',
    line: `ab ${'x'.repeat(100)}`,
    mark: 'ab',
    shown: [`ab ${'x'.repeat(36)}…`, '^^'],
  },
  {
    name: 'a long line, near its end',
    line: `${'x'.repeat(100)} end`,
    mark: 'end',
    shown: [`…${'x'.repeat(35)} end`, `${' '.repeat(37)}^^^`],
  },
  {
    name: 'a long line, in the middle',
    line: `${'x'.repeat(100)} mid ${'y'.repeat(100)}`,
    mark: 'mid',
    shown: [`…${'x'.repeat(12)} mid ${'y'.repeat(21)}…`, `${' '.repeat(14)}^^^`],
  },
  {
    name: 'a long mark',
    line: `a ${'m'.repeat(100)} b`,
    mark: 'm'.repeat(100),
    shown: [`a ${'m'.repeat(37)}…`, `  ${'^'.repeat(37)}`],
  },
  {
    name: 'a very long line',
    line: `${'x'.repeat(1_000_000)} mid ${'y'.repeat(1_000_000)}`,
    mark: 'mid',
    shown: [`…${'x'.repeat(12)} mid ${'y'.repeat(21)}…`, `${' '.repeat(14)}^^^`],
  },
  {
    name: 'a long line of wide characters',
    line: `${'漢'.repeat(100)} mid ${'字'.repeat(100)}`,
    mark: 'mid',
    shown: [`…${'漢'.repeat(6)} mid ${'字'.repeat(10)}…`, `${' '.repeat(14)}^^^`],
  },
];

for (const { name, line, mark, shown } of cases) {
  test(`underlines: ${name}`, () => {
    const start = mark === '' ? line.length : line.indexOf(mark);
    const began = Date.now();
    const { source, indent, length } = frame(line, start, start + mark.length, 40);
    assert.deepEqual([source, ' '.repeat(indent) + '^'.repeat(length)], shown);
    assert.ok(Date.now() - began < 200);
  });
}

test('nothing shown is wider than the terminal, wherever the mark stands', () => {
  const line = 'ab 漢字 😀 e\u0301 \t## x 𝒳 '.repeat(12);
  for (let start = 0; start < line.length; start++) {
    for (const length of [0, 1, 3, 200]) {
      const { source, indent, length: underline } = frame(line, start, Math.min(line.length, start + length), 40);
      const columns = [...new Intl.Segmenter().segment(source)].reduce(
        (sum, { segment }) => sum + (/[漢字😀]/u.test(segment) ? 2 : 1),
        0,
      );
      assert.ok(columns <= 40, `${start}: ${columns} columns`);
      assert.ok(indent + underline <= 41 && underline >= 1, `${start}: underline from ${indent} for ${underline}`);
    }
  }
});

test('a finding as people see it', (t) => {
  const at = folder(t, { 'ai-system.yaml': broken });
  const lines = run(['check'], { cwd: at }).stdout.split('\n');
  assert.match(lines[0] ?? '', /^ai-system\.yaml:5:3 ✖ error\[unknown-key\] .*ownr/);
  assert.deepEqual(lines.slice(1, 3), ['  5 |   ownr: nobody', '    |   ^^^^']);
  const help = lines.filter((line) => line.startsWith('    = help: '));
  assert.ok(help.length >= 1 && help.length <= 2);
  assert.ok(lines.includes('    = more: ai-system explain unknown-key'));
  assert.equal(lines.at(-3), 'ai-system.yaml: claims retired, earns nothing any more; 1 error');
  assert.equal(lines.at(-2), '✖ 1 error in 1 spec');
});

test('how to silence a finding is no help with it', (t) => {
  const at = folder(t, { 'ai-system.yaml': unquoted });
  assert.match(run(['check', '--format', 'json'], { cwd: at }).stdout, /"kind": "ignore"/);
  const help = run(['check'], { cwd: at }).stdout.match(/= help: .*/g);
  assert.deepEqual(help, ['= help: Put quotes around it (--fix does it)']);
});

test('how to learn more is said once for each rule', (t) => {
  const at = folder(t, { 'ai-system.yaml': `${broken}  ownre: x\n`, 'b.ai-system.yaml': broken });
  const { stdout } = run(['check'], { cwd: at });
  assert.equal(stdout.match(/error\[unknown-key\]/g)?.length, 3);
  assert.equal(stdout.match(/= more: ai-system explain unknown-key/g)?.length, 1);
});

test('of many specs only those with findings are listed', (t) => {
  const files = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`s${at}.ai-system.yaml`, clean]));
  const { stdout } = run(['check'], { cwd: folder(t, { ...files, 'x.ai-system.yaml': broken }) });
  assert.match(
    stdout,
    /\nx\.ai-system\.yaml: claims retired.*; 1 error\n40 more specs without errors or warnings\n✖ 1 error in 41 specs\n$/,
  );
});

test('the stage that was claimed, judged and earned is said', () => {
  const { stdout } = run(['check', '--stage', 'production', '--as-of', '2026-11-22', 'examples/rag-pilot']);
  assert.match(
    stdout,
    /^examples\/rag-pilot\/ai-system\.yaml: claims pilot, judged as production, earned (?:none yet|pilot)/m,
  );
});

const ansi = /\x1b/;
const colored: readonly {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly color: boolean;
}[] = [
  { args: [], color: false },
  { args: ['--color'], color: true },
  { args: ['--no-color'], color: false },
  { args: [], env: { FORCE_COLOR: '1' }, color: true },
  { args: [], env: { FORCE_COLOR: '0' }, color: false },
  { args: [], env: { FORCE_COLOR: 'false' }, color: false },
  { args: [], env: { FORCE_COLOR: '1', NO_COLOR: '1' }, color: false },
  { args: [], env: { FORCE_COLOR: '1', NO_COLOR: '' }, color: true },
  { args: ['--color'], env: { NO_COLOR: '1' }, color: true },
  { args: ['--no-color'], env: { FORCE_COLOR: '1' }, color: false },
];

for (const { args, env = {}, color } of colored) {
  const how = [...Object.entries(env).map(([name, value]) => `${name}=${value}`), ...args].join(' ');
  test(`colours into a pipe: ${how || 'by default'}`, (t) => {
    const { stdout } = run(['check', ...args], { cwd: folder(t, { 'ai-system.yaml': both }), env });
    assert.equal(ansi.test(stdout), color);
    assert.doesNotMatch(stdout, /\x1b\]8/, 'links are for terminals');
  });
}

test('only what people read has colours', (t) => {
  const at = folder(t, { 'ai-system.yaml': both });
  for (const format of ['concise', 'json', 'sarif', 'github']) {
    assert.doesNotMatch(run(['check', '--color', '--format', format], { cwd: at }).stdout, ansi, format);
  }
});

const noTerminal = !has('script', '-qec', 'true', '/dev/null') && 'script(1) is not installed, so there is no terminal';

test('colours and links in a terminal', { skip: noTerminal }, (t) => {
  const at = folder(t, { 'ai-system.yaml': unquoted });
  const inTerminal = (env: Readonly<Record<string, string>>) =>
    shell(`script -qec "stty cols 60; '$node' '$ai' check" /dev/null`, {
      cwd: at,
      env: { TERM: 'xterm-256color', ...env },
    }).stdout;
  assert.match(
    inTerminal({}),
    /\x1b\[33m⚠ warning\[\x1b\]8;;https:\S+unquoted-version\S*\x1b\\unquoted-version\x1b\]8;;\x1b\\\]\x1b\[0m/,
  );
  assert.doesNotMatch(inTerminal({ NO_COLOR: '1' }), ansi);
  assert.doesNotMatch(inTerminal({ TERM: 'dumb' }), ansi);
});

test('without colours it says the same', (t) => {
  const at = folder(t, { 'ai-system.yaml': both });
  const plain = run(['check', '--no-color'], { cwd: at }).stdout;
  assert.equal(run(['check', '--color'], { cwd: at }).stdout.replace(/\x1b\[\d+m/g, ''), plain);
  assert.match(plain, /✖ error\[/);
  assert.match(plain, /⚠ warning\[/);
});

test('what was seen in an artifact stands below a message that does not say it already', () => {
  const file = { root: '', path: 'ops/alerts.yaml' };
  const message = 'It fires below 0.87 here, but below 0.80 in ops/alerts.yaml:12.';
  const facts = [
    { file, line: 12, says: 'It fires below 0.80.' },
    { file, line: 12, says: 'It fires below 0.87 here, but below 0.80 in ops/alerts.yaml:12.' },
    { file, line: 13, says: 'below 0.80' },
  ];
  assert.deepEqual(untold(facts, message), [facts[0], facts[2]]);
});
