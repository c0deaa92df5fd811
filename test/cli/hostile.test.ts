import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folder, type Outcome, run } from './command.ts';
import { clean } from './specs.ts';

/** Values that mean something to a terminal, a log scanner or a page. */
const values: Readonly<Record<string, string>> = {
  'a workflow command': '::error file=x,line=1::injected',
  'an old workflow command': '##[error]injected',
  'a command of Azure': '##vso[task.setvariable variable=x]injected',
  'a line break in disguise': 'x%0A::error::injected',
  'colours and a window title': '\x1b[31mred\x1b]0;title\x07',
  'one-byte controls': 'a\x9b31m\x85b\x7f',
  'text that runs backwards': 'a\u202egpj.exe\u2066b\u2069',
  'invisible text': 'a\u200b\u00ad\u2060\u{e0041}\u{e0042}b',
  'other line breaks': 'a\u2028b\u2029c',
  'the end of a script': '</script><script>alert(1)</script><!--',
  'a link': '[click](https://example.com)',
  'half a pair': 'a\ud83d b',
};

/** What no report may hold, whatever the values were. */
const forbidden =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]|##\w*\[/u;

for (const [name, value] of Object.entries(values)) {
  const key = JSON.stringify(value);
  // As an unknown key, as an undefined id, plainly in a comment beside a finding, and as the start of a line.
  const spec = `${clean}  ${key}: x\nmodels:\n  chat:\n    owner: ${key}   # ${value.replace(/[\n\r\x85\u2028\u2029]/g, ' ')}\n`;
  const at = { 'ai-system.yaml': spec };

  test(`${name}: pretty and concise`, (t) => {
    for (const format of ['pretty', 'concise']) {
      const { stdout, stderr } = checked(run(['check', '--format', format], { cwd: folder(t, at) }));
      assert.doesNotMatch(stdout + stderr, forbidden, format);
      assert.doesNotMatch(stdout, /^\s*::/m, format);
    }
  });

  test(`${name}: annotations`, (t) => {
    const { stdout } = checked(run(['check', '--format', 'github'], { cwd: folder(t, at) }));
    assert.doesNotMatch(stdout, forbidden);
    for (const line of stdout.trimEnd().split('\n')) {
      assert.match(
        line,
        /^::(?:error|warning|notice) file=ai-system\.yaml,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[a-z-]+::/,
      );
      assert.doesNotMatch(line.replace(/^::.*?::/, ''), /%(?!25|0D|0A)/);
    }
  });

  test(`${name}: JSON and SARIF`, (t) => {
    for (const format of ['json', 'sarif']) {
      const { stdout } = checked(run(['check', '--format', format], { cwd: folder(t, at) }));
      assert.doesNotMatch(stdout, forbidden, format);
      assert.doesNotMatch(stdout, /<\/script|<!--/i);
      assert.doesNotMatch(stdout, /^\s*::/m);
      const strings = collect(JSON.parse(stdout));
      if (format === 'json') assert.ok(strings.length > 10);
      else
        assert.ok(
          strings.every((string) => !/\]\(https:\/\/example\.com\)/.test(string)),
          'no link of its own',
        );
    }
  });
}

test('a file name is as hostile as a value', (t) => {
  const names = [
    '::error::x.ai-system.yaml',
    ' ::error::x.ai-system.yaml',
    'a\nb,c:d%.ai-system.yaml',
    '\x1b[31m\u202e.ai-system.yaml',
    '##[error].ai-system.yaml',
  ];
  const at = folder(t, Object.fromEntries(names.map((name) => [name, `${clean}  ownr: x\n`])));
  const reports = Object.fromEntries(
    ['pretty', 'concise', 'github', 'json', 'sarif'].map((format) => [
      format,
      run(['check', '--format', format, '--', ...names], { cwd: at }),
    ]),
  );
  for (const [format, { code, stdout, stderr }] of Object.entries(reports)) {
    assert.equal(code, 1, stderr);
    assert.doesNotMatch(stdout, forbidden, format);
    if (format !== 'github') assert.doesNotMatch(stdout, /^\s*::/m, format);
  }
  assert.equal(reports.github?.stdout.trimEnd().split('\n').length, names.length);
  assert.match(reports.github?.stdout ?? '', /file=a␊b%2Cc%3Ad%25\.ai-system\.yaml,/);
  assert.deepEqual(
    JSON.parse(reports.json?.stdout ?? '').specs.map(({ path }: { path: string }) => path),
    names.toSorted(),
    'programs get the real name',
  );
  const { stderr } = run(['check', '\x1b[31m\n::error::gone'], { cwd: at });
  assert.equal(stderr, 'ai-system: ␛[31m␊::error::gone: no such file or directory\n');
  assert.doesNotMatch(run(['check', '--\x1b[31m']).stderr, forbidden);
  assert.doesNotMatch(run(['\x1b[31m']).stderr, forbidden);
});

test('a diff is exact for programs and harmless where it is only looked at', (t) => {
  const spec = `${clean}models:\n  # \x1b[31m red\n  ::error::x:\n    version: 1.10 # ##[error]\n`;
  const at = folder(t, { 'ai-system.yaml': spec });
  assert.ok(run(['check', '--diff'], { cwd: at }).stdout.includes('\n   # \x1b[31m red\n   ::error::x:\n'));
  const { stdout } = run(['check', '--diff'], { cwd: at, env: { GITHUB_ACTIONS: 'true' } });
  assert.match(stdout, /^\+ {4}version: "1\.10"/m);
  assert.doesNotMatch(stdout, forbidden);
  assert.doesNotMatch(stdout, /^\s*::/m);
});

/** Findings there must be, or nothing was tested. */
function checked(outcome: Outcome): Outcome {
  assert.equal(outcome.code, 1, outcome.stdout + outcome.stderr);
  assert.equal(outcome.stderr, '');
  return outcome;
}

function collect(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(collect) : [];
}
