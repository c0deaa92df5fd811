import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, leftovers, run, text } from './command.ts';

const files = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  'pyproject.toml': '[project]\nname = "claims"\ndependencies = ["openai"]\n',
  CODEOWNERS: '* @acme/claims-ops\n',
  'prompts/answer.md': 'Answer.\n',
};

test('writes a spec that the command reads, and tells where each answer stands', (t) => {
  const at = folder(t, files);
  const { code, stdout, stderr } = run(['init'], { cwd: at });
  assert.equal(code, 0, stderr);
  assert.equal(stderr, '');
  assert.match(stdout, /^ {2}system\.name +claims +← pyproject\.toml:2$/m);
  assert.match(stdout, /^ {2}prompts\.answer\.owner +claims-ops +← CODEOWNERS:1$/m);
  assert.match(
    stdout,
    /^ai-system\.yaml: 6 answers found in this repository, \d+ to fill in, of which \d+ block pilot; next: ai-system check ai-system\.yaml\n$/m,
  );
  const spec = text(at, 'ai-system.yaml');
  assert.match(spec, /^ {2}name: claims\n {2}type: llm\n {2}stage: pilot\n {2}owner: claims-ops$/m);
  assert.deepEqual(leftovers(at), []);

  const checked = run(['check', '--format', 'json'], { cwd: at });
  const [judged] = JSON.parse(checked.stdout).specs;
  assert.equal(judged.system, 'claims');
  assert.equal(judged.stage.claimed, 'pilot');
  assert.equal(judged.stage.earned, null, 'a placeholder answers nothing');
});

test('--dry-run prints the spec alone, and writes nothing', (t) => {
  const at = folder(t, files);
  const { code, stdout, stderr } = run(['init', '--dry-run'], { cwd: at });
  assert.equal(code, 0);
  assert.match(stdout, /^# A first spec/);
  assert.match(stderr, /system\.name +claims +← pyproject\.toml:2/);
  assert.match(
    stderr,
    /6 answers found in this repository, \d+ to fill in, of which \d+ block pilot; without --dry-run it goes to ai-system\.yaml/,
  );
  assert.ok(!existsSync(join(at, 'ai-system.yaml')));
  run(['init'], { cwd: at });
  assert.equal(text(at, 'ai-system.yaml'), stdout);
});

const spec = 'apiVersion: ai-system/v1\n';
const foreign = 'a file of this name is there and is no spec:';
const again = 'rename it, and run init again';
for (const name of ['ai-system.yaml', 'ai-system.yml']) {
  for (const [content, says] of [
    [spec, 'there is a spec already, and init writes over none'],
    ['apiVersion: somebody/else\n', `${foreign} it says apiVersion: somebody/else; ${again}`],
    ['name: x\n', `${foreign} it has no "apiVersion: ai-system/v1" and none of the sections of a spec; ${again}`],
  ] as const) {
    test(`never writes over ${name}: ${content.trim()}`, (t) => {
      const at = folder(t, { ...files, [name]: content });
      const { code, stdout, stderr } = run(['init'], { cwd: at });
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.equal(stderr, `ai-system: ${name}: ${says} (--dry-run prints what it would say)\n`);
      assert.equal(text(at, name), content);
      assert.equal(run(['init', '--dry-run'], { cwd: at }).code, 0);
    });
  }

  test(`fills an empty ${name}`, (t) => {
    const at = folder(t, { ...files, [name]: '' });
    const { code, stdout, stderr } = run(['init'], { cwd: at });
    assert.equal(code, 0, stderr);
    assert.match(stdout, new RegExp(`next: ai-system check ${name}\n$`));
    assert.match(text(at, name), /^ {2}name: claims$/m);
    assert.deepEqual(leftovers(at), []);
  });
}

test('a spec beside an empty file is in the way', (t) => {
  const at = folder(t, { ...files, 'ai-system.yaml': '', 'ai-system.yml': spec });
  assert.equal(run(['init'], { cwd: at }).code, 2);
  assert.equal(text(at, 'ai-system.yaml'), '');
});

test('a link that leads nowhere is not written through', { skip: process.platform === 'win32' && 'no links' }, (t) => {
  const at = folder(t, files);
  symlinkSync('elsewhere.yaml', join(at, 'ai-system.yaml'));
  const { code, stderr } = run(['init'], { cwd: at });
  assert.equal(code, 2);
  assert.match(stderr, /^ai-system: ai-system\.yaml: [^\n]+\n$/);
  assert.ok(!existsSync(join(at, 'elsewhere.yaml')));
  assert.deepEqual(leftovers(at), []);
});

test('an empty repository: placeholders and the stage', (t) => {
  const at = folder(t);
  const { code, stdout } = run(['init'], { cwd: at });
  assert.equal(code, 0);
  assert.match(
    stdout,
    /^ai-system\.yaml: 0 answers found in this repository, \d+ to fill in, of which \d+ block pilot; next: .*\n$/,
  );
  const spec = text(at, 'ai-system.yaml');
  const values = spec.split('\n').filter((line) => /^ *(?:- )?\w+: (?!"?TODO)/.test(line));
  assert.deepEqual(values, ['apiVersion: ai-system/v1', '  stage: pilot']);
});

test('a folder of a repository, named from outside', (t) => {
  const at = folder(t, { ...files, 'services/chat/prompts/a.txt': 'a' });
  const { code, stdout } = run(['init', 'services/chat', '--type', 'rag'], { cwd: at });
  assert.equal(code, 0);
  assert.match(stdout, /prompts\.a\.path +prompts\/a\.txt +← services\/chat\/prompts\/a\.txt:1/);
  assert.match(stdout, /system\.owner +claims-ops +← CODEOWNERS:1/);
  assert.match(stdout, /^services\/chat\/ai-system\.yaml: .* next: ai-system check services\/chat\/ai-system\.yaml$/m);
  assert.match(text(at, 'services/chat/ai-system.yaml'), /^ {2}type: rag$/m);
  assert.ok(!existsSync(join(at, 'ai-system.yaml')));
});

test('what cannot be done is told in one line', (t) => {
  const at = folder(t, files);
  for (const [args, says] of [
    [['init', 'nowhere'], /^ai-system: nowhere: /],
    [['init', 'CODEOWNERS'], /^ai-system: CODEOWNERS: no folder\n$/],
    [['init', '--type', 'rga'], /^ai-system: unknown type "rga"; did you mean rag\?/],
    [['init', 'a', 'b'], /^ai-system: init takes one folder/],
    [['init', '--force'], /^ai-system: unknown option --force/],
  ] as const) {
    const { code, stdout, stderr } = run(args, { cwd: at });
    assert.equal(code, 2, args.join(' '));
    assert.equal(stdout, '');
    assert.match(stderr, says);
    assert.equal(stderr.trimEnd().split('\n').length, 1);
  }
});

test('a folder in which nothing can be written', {
  skip: process.getuid?.() === 0 && 'root may write anywhere',
}, (t) => {
  const at = folder(t, files);
  mkdirSync(join(at, 'locked'));
  chmodSync(join(at, 'locked'), 0o555);
  const { code, stderr } = run(['init', 'locked'], { cwd: at });
  assert.equal(code, 2);
  assert.match(stderr, /^ai-system: locked\/ai-system\.yaml: [^\n]+\n$/);
  assert.deepEqual(readdirSync(join(at, 'locked')), []);
});

test('no secret, and nothing that commands a terminal or a CI runner, is printed', (t) => {
  const token = `ghp_${'0123456789abcdefghijABCDEFGHIJ456789'}`;
  const at = folder(t, {
    ...files,
    'prompts/b.md': `---\nversion: ${token}\n---\nx\n`,
    'ops/alerts.yaml': `groups:\n  - name: g\n    rules:\n      - alert: "::error::\\e[31mOh"\n        expr: a > 1\n`,
  });
  const { code, stdout } = run(['init'], { cwd: at });
  assert.equal(code, 0);
  for (const said of [stdout, text(at, 'ai-system.yaml')]) {
    assert.ok(!said.includes(token));
    assert.ok(!said.includes('\u001b'));
    assert.doesNotMatch(said, /^\s*::/m);
  }
});

test('type and stage as they are given', (t) => {
  const at = folder(t, files);
  const { code, stdout, stderr } = run(['init', '--dry-run', '--type', 'agent', '--stage', 'pre-production'], {
    cwd: at,
  });
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^ {2}type: agent\n {2}stage: pre-production$/m);
  assert.match(stdout, /^ {2}run_limits:$/m, 'what only agents are asked');
});

for (const [args, said] of [
  [['--type', 'chatbot'], 'unknown type "chatbot"'],
  [['--stage', 'prod'], 'unknown stage "prod"'],
  [['--stage', 'productoin'], 'unknown stage "productoin"; did you mean production?'],
  [['--stage', 'retired'], 'unknown stage "retired"'],
] as const) {
  test(`init ${args.join(' ')}`, (t) => {
    const at = folder(t, files);
    const { code, stdout, stderr } = run(['init', ...args], { cwd: at });
    assert.deepEqual([code, stdout], [2, '']);
    assert.ok(stderr.startsWith(`ai-system: ${said}`), stderr);
    assert.ok(!existsSync(join(at, 'ai-system.yaml')));
  });
}

test('help', () => {
  const { code, stdout } = run(['init', '--help']);
  assert.equal(code, 0);
  assert.match(stdout, /^Usage: ai-system init/);
  assert.match(stdout, /--dry-run/);
  assert.match(run(['--help']).stdout, /^ {2}init \[FOLDER\]/m);
});
