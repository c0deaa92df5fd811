import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { folder, run } from './command.ts';
import { both, broken, clean, foreign, quoted, unquoted } from './specs.ts';

interface Case {
  readonly args: string;
  readonly code: 0 | 1 | 2;
  readonly stdout?: RegExp;
  readonly stderr?: RegExp;
  readonly input?: string;
}

const files = {
  'clean.ai-system.yaml': clean,
  'broken.ai-system.yaml': broken,
  'unquoted.ai-system.yaml': unquoted,
  'quoted.ai-system.yaml': quoted,
  'both.ai-system.yaml': both,
  'foreign.ai-system.yaml': foreign,
  'other-name.txt': broken,
  '-dash.ai-system.yaml': clean,
  '--format=json.ai-system.yaml': clean,
  '--unheard-of': clean,
  'empty/readme.txt': 'nothing here',
  'only-foreign/ai-system.yaml': foreign,
};

const cases: readonly Case[] = [
  { args: '', code: 2, stdout: /^$/, stderr: /Usage: ai-system/ },
  { args: '--help', code: 0, stdout: /Usage: ai-system[\s\S]+check[\s\S]+explain[\s\S]+rules[\s\S]+lsp/, stderr: /^$/ },
  { args: '-h', code: 0, stdout: /Usage: ai-system/ },
  { args: 'help', code: 0, stdout: /Usage: ai-system/ },
  { args: 'help check', code: 0, stdout: /Usage: ai-system check[\s\S]+--max-warnings N[\s\S]+Exit code/ },
  { args: 'help nothing', code: 2, stderr: /unknown command "nothing"/ },
  { args: 'check --help', code: 0, stdout: /Usage: ai-system check/ },
  { args: 'check -h', code: 0, stdout: /Usage: ai-system check/ },
  { args: 'rules --help', code: 0, stdout: /Usage: ai-system rules/ },
  { args: 'explain --help', code: 0, stdout: /Usage: ai-system explain/ },
  { args: 'lsp --help', code: 0, stdout: /Usage: ai-system lsp[\s\S]+--stdio/ },
  { args: '--version', code: 0, stdout: /^\d+\.\d+\.\d+\S*\n$/, stderr: /^$/ },

  { args: 'chekc', code: 2, stdout: /^$/, stderr: /^ai-system: unknown command "chekc"; did you mean check\? .+\n$/ },
  { args: 'toString', code: 2, stderr: /unknown command "toString"/ },
  { args: 'report --help', code: 0, stdout: /Usage: ai-system report/ },
  { args: 'report --format sarif', code: 2, stderr: /unknown format "sarif"/ },
  { args: 'report --stage prod', code: 2, stderr: /unknown stage "prod".+report --help/ },
  { args: 'report nowhere', code: 2, stderr: /nowhere/ },
  { args: 'inti', code: 2, stderr: /unknown command "inti"; did you mean init\?/ },
  { args: 'init --dry-run', code: 0, stdout: /^# A first spec/, stderr: /found in this repository, \d+ to fill in/ },
  { args: '--stage pilot check', code: 2, stderr: /--stage stands before the command/ },
  { args: 'clean.ai-system.yaml', code: 2, stderr: /ai-system check clean\.ai-system\.yaml/ },

  { args: 'check clean.ai-system.yaml', code: 0, stdout: /nothing found in 1 spec/, stderr: /^$/ },
  { args: 'check broken.ai-system.yaml', code: 1, stdout: /✖ error\[unknown-key\]/, stderr: /^$/ },
  {
    args: 'check unquoted.ai-system.yaml',
    code: 0,
    stdout: /⚠ warning\[unquoted-version\][\s\S]+1 can be fixed with --fix/,
  },
  { args: 'check other-name.txt', code: 1, stdout: /other-name\.txt:5:3/ },
  { args: 'check -- -dash.ai-system.yaml', code: 0, stdout: /-dash\.ai-system\.yaml: claims retired/ },
  { args: 'check -dash.ai-system.yaml', code: 0, stdout: /-dash\.ai-system\.yaml: claims retired/ },
  { args: 'check --unheard-of', code: 0, stdout: /--unheard-of: claims retired/ },
  { args: 'check --format=json.ai-system.yaml', code: 0, stdout: /--format=json\.ai-system\.yaml: claims retired/ },
  { args: 'check clean.ai-system.yaml ./clean.ai-system.yaml', code: 0, stdout: /in 1 spec\n/ },

  {
    args: 'check --fxi',
    code: 2,
    stdout: /^$/,
    stderr: /^ai-system: unknown option --fxi; did you mean --fix\? .+\n$/,
  },
  { args: 'check --formt=json', code: 2, stderr: /unknown option --formt; did you mean --format\?/ },
  { args: 'check --constructor', code: 2, stderr: /unknown option --constructor/ },
  { args: 'check -x', code: 2, stderr: /unknown option -x/ },
  { args: 'check --strictly', code: 2, stderr: /unknown option --strict/ },
  { args: 'check --fix=yes', code: 2, stderr: /--fix takes no value/ },
  { args: 'check --stage', code: 2, stderr: /--stage needs a value/ },
  { args: 'check --stage=', code: 2, stderr: /--stage needs a value/ },
  { args: 'check --stage prodution', code: 2, stderr: /unknown stage "prodution"; did you mean production\?/ },
  { args: 'check --stage production clean.ai-system.yaml', code: 0 },
  { args: 'check --format yaml', code: 2, stderr: /unknown format "yaml"/ },
  { args: 'check --format jsn', code: 2, stderr: /unknown format "jsn"; did you mean json\?/ },
  { args: 'check --format json=', code: 2, stderr: /--format json= needs a file/ },
  { args: 'check --format json=a --format sarif=a', code: 2, stderr: /two reports .+ same file/ },
  { args: 'check --format json=clean.ai-system.yaml', code: 2, stderr: /would overwrite the spec/ },
  { args: 'check --format json=other-name.txt other-name.txt', code: 2, stderr: /would overwrite the spec/ },
  { args: 'check --as-of yesterday', code: 2, stderr: /--as-of takes a date/ },
  { args: 'check --as-of 2026-02-30', code: 2, stderr: /--as-of takes a date/ },
  { args: 'check --as-of 2026-02-28 --format json clean.ai-system.yaml', code: 0, stdout: /"asOf": "2026-02-28"/ },
  { args: 'check --max-warnings many', code: 2, stderr: /--max-warnings takes a number/ },
  { args: 'check --max-warnings -1', code: 2, stderr: /--max-warnings takes a number/ },
  { args: 'check --max-warnings 1 unquoted.ai-system.yaml', code: 0 },
  {
    args: 'check --max-warnings 0 unquoted.ai-system.yaml',
    code: 1,
    stderr: /^ai-system: 1 warning, and --max-warnings allows 0\n$/,
  },
  { args: 'check --max-warnings=0 clean.ai-system.yaml', code: 0 },
  { args: 'check --quiet unquoted.ai-system.yaml', code: 0, stdout: /^(?![\s\S]*warning\[)/ },
  { args: 'check --quiet both.ai-system.yaml', code: 1, stdout: /^(?![\s\S]*warning\[)[\s\S]*error\[/ },
  { args: 'check --quiet --max-warnings 0 unquoted.ai-system.yaml', code: 1, stderr: /1 warning/ },
  {
    args: 'check --config missing.yaml clean.ai-system.yaml',
    code: 2,
    stdout: /^$/,
    stderr: /^ai-system: missing\.yaml: no such file or directory\n$/,
  },
  {
    args: 'check --config empty clean.ai-system.yaml',
    code: 2,
    stdout: /^$/,
    stderr: /^ai-system: empty: is a directory\n$/,
  },
  { args: 'check --config a.yaml --no-config', code: 2, stderr: /exclude each other/ },
  { args: 'check --no-config clean.ai-system.yaml', code: 0 },

  { args: 'check empty', code: 2, stdout: /^$/, stderr: /^ai-system: nothing to check: no spec found .+\n$/ },
  { args: 'check empty --allow-empty', code: 0, stderr: /^$/ },
  {
    args: 'check foreign.ai-system.yaml',
    code: 2,
    stdout: /skipped: .*example\.com/,
    stderr: /every file was skipped/,
  },
  { args: 'check foreign.ai-system.yaml --allow-empty', code: 0, stdout: /skipped: .*example\.com/ },
  { args: 'check foreign.ai-system.yaml clean.ai-system.yaml', code: 0, stdout: /skipped: [\s\S]*1 spec, 1 skipped/ },
  { args: 'check only-foreign --format json --allow-empty', code: 0, stdout: /"skipped": ".*example\.com/ },

  { args: 'check -', code: 1, input: broken, stdout: /^<stdin>:5:3 / },
  {
    args: 'check - --stdin-filename deep/er.ai-system.yaml',
    code: 1,
    input: broken,
    stdout: /^deep\/er\.ai-system\.yaml:5:3 /,
  },
  { args: 'check - broken.ai-system.yaml', code: 1, input: clean, stdout: /in 2 specs/ },
  { args: 'check --stdin-filename a.yaml', code: 2, stderr: /--stdin-filename goes with "-"/ },

  { args: 'explain unknown-key', code: 0, stdout: /unknown-key/, stderr: /^$/ },
  { args: 'explain unknwon-key', code: 2, stderr: /no rule is called "unknwon-key"; did you mean unknown-key\?/ },
  { args: 'explain', code: 2, stderr: /explain takes the id of one rule/ },
  { args: 'explain a b', code: 2, stderr: /explain takes the id of one rule/ },
  { args: 'rules', code: 0, stdout: /^unknown-key +error +error +error +\S/m },
  { args: 'rules --format xml', code: 2, stderr: /unknown format "xml"/ },
  { args: 'rules unknown-key', code: 2, stderr: /rules takes no "unknown-key"/ },
  { args: 'lsp', code: 2, stderr: /lsp needs to know how to speak: --stdio/ },
  { args: 'lsp --stdio more', code: 2, stderr: /lsp takes no "more"/ },
  { args: 'lsp --node-ipc', code: 2, stderr: /no parent process/ },
];

for (const { args, code, stdout, stderr, input } of cases) {
  test(`ai-system ${args}${input === undefined ? '' : ' < input'}`, (t) => {
    const outcome = run(args.split(' ').filter(Boolean), { cwd: folder(t, files), input });
    const shown = `${outcome.stdout}\n--- stderr\n${outcome.stderr}`;
    assert.equal(outcome.code, code, shown);
    if (stdout !== undefined) assert.match(outcome.stdout, stdout, shown);
    if (stderr !== undefined) assert.match(outcome.stderr, stderr, shown);
    assert.doesNotMatch(outcome.stderr, /internal error|^ {4}at /m);
    if (code === 2 && stderr !== undefined && args !== '')
      assert.equal(outcome.stderr.split('\n').length, 2, 'one line');
  });
}

test('the version is that of the package', () => {
  assert.equal(run(['--version']).stdout.trim(), JSON.parse(readFileSync('package.json', 'utf8')).version);
});

test('rules as JSON say what is on their pages', () => {
  const { schemaVersion, rules } = JSON.parse(run(['rules', '--format', 'json']).stdout);
  assert.equal(schemaVersion, 1);
  assert.ok(rules.length > 10);
  for (const rule of rules) {
    assert.match(rule.id, /^[a-z][a-z0-9-]+$/);
    assert.deepEqual(Object.keys(rule.severity), ['pilot', 'pre-production', 'production']);
    for (const severity of Object.values(rule.severity)) assert.match(String(severity), /^(error|warning|info|off)$/);
    assert.ok(rule.summary !== '' && rule.why !== '' && rule.url.startsWith('https://') && rule.kind && rule.area);
  }
  assert.deepEqual(
    rules.map(({ id }: { id: string }) => id),
    rules.map(({ id }: { id: string }) => id).toSorted(),
  );
});
