import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folder, run } from './command.ts';
import { clean } from './specs.ts';

const files = {
  'ai-system.yaml': clean,
  'pilots/ai-system.yaml': clean,
  'shared/base.yaml': '# shared\nrules:\n  unused-id: off\n',
  'ai-system.config.yaml': `extends: ./shared/base.yaml
numbers:
  longest-waiver: 45d
overrides:
  - files: pilots
    rules:
      unused-id: error
roots:
  platform: ../platform
`,
  'plain/.git/HEAD': '',
};

test('--print-config: each setting that is no default, its value and where it comes from', (t) => {
  const at = folder(t, files);
  const { code, stdout, stderr } = run(['check', '--print-config', '.', 'pilots/ai-system.yaml', 'plain'], { cwd: at });
  assert.equal(
    stdout,
    `ai-system.yaml: ai-system.config.yaml, which extends shared/base.yaml
  rules.unused-id         off          shared/base.yaml:3       warning by default, lowered
  numbers.longest-waiver  45d          ai-system.config.yaml:3  90d by default
  roots.platform          ../platform  ai-system.config.yaml:9

pilots/ai-system.yaml: ai-system.config.yaml, which extends shared/base.yaml
  rules.unused-id         error        ai-system.config.yaml:7  warning by default
  numbers.longest-waiver  45d          ai-system.config.yaml:3  90d by default
  roots.platform          ../platform  ai-system.config.yaml:9

plain/ai-system.yaml: no configuration holds here
`,
  );
  assert.deepEqual([code, stderr], [0, '']);
});

for (const [name, both, counts] of [
  ['`.yml` is read too', false, 'ai-system.config.yml'],
  ['`.yaml` counts before `.yml`', true, 'ai-system.config.yaml'],
] as const) {
  test(name, (t) => {
    const at = folder(t, {
      'ai-system.yaml': clean,
      'ai-system.config.yml': 'rules:\n  unused-id: off\n',
      ...(both ? { 'ai-system.config.yaml': 'rules:\n  unused-id: error\n' } : {}),
    });
    const { stdout } = run(['check', '--print-config'], { cwd: at });
    assert.equal(stdout.split('\n')[0], `ai-system.yaml: ${counts}`);
    assert.match(stdout, both ? /unused-id +error/ : /unused-id +off/);
  });
}

test('--print-config --format json: the same for programs', (t) => {
  const at = folder(t, files);
  const { code, stdout } = run(['check', '--print-config', '--format', 'json'], { cwd: at });
  const { configs } = JSON.parse(stdout);
  assert.equal(code, 0);
  assert.deepEqual(configs[0].files, ['ai-system.config.yaml', 'shared/base.yaml']);
  assert.deepEqual(configs[0].settings[0], {
    name: 'rules.unused-id',
    value: 'off',
    default: 'warning',
    lowers: true,
    source: 'shared/base.yaml',
    line: 3,
  });
});

test('--print-config tells what is wrong in the configuration, and checks nothing', (t) => {
  const at = folder(t, { 'ai-system.yaml': 'nonsense: 1\n', 'ai-system.config.yaml': 'rules:\n  unused-di: off\n' });
  const { code, stdout, stderr } = run(['check', '--print-config'], { cwd: at });
  assert.equal(stdout, 'ai-system.yaml: ai-system.config.yaml\n  everything is at its default\n');
  assert.match(
    stderr,
    /^ai-system: ai-system\.config\.yaml:2: "unused-di" is not a rule\. Did you mean `unused-id`\?\n$/,
  );
  assert.equal(code, 1);
  assert.equal(run(['check', '--print-config', '--config', 'none.yaml'], { cwd: at }).code, 2);
  assert.equal(run(['check', '--print-config', '--format', 'sarif'], { cwd: at }).code, 2);
});

test('an override holds for the specs that its globs mean', (t) => {
  const spec = `${clean}owners:\n  ops:\n    team: Operations\n`;
  const at = folder(t, {
    'ai-system.config.yaml': 'overrides:\n  - files: pilots\n    rules: { unused-id: error }\n',
    'pilots/ai-system.yaml': spec,
    'ai-system.yaml': spec,
  });
  const { specs } = JSON.parse(run(['check', '--format', 'json'], { cwd: at }).stdout);
  const severities = specs.map(({ path, findings }: { path: string; findings: { severity: string }[] }) => [
    path,
    findings.map(({ severity }) => severity),
  ]);
  assert.deepEqual(severities, [
    ['ai-system.yaml', ['warning']],
    ['pilots/ai-system.yaml', ['error']],
  ]);
});
