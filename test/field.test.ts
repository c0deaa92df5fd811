import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from './cli/command.ts';

const root = 'examples/field';

/** Where the repositories may be checked out, at the commits that the READMEs name. */
const variables: Readonly<Record<string, string>> = {
  'ask-astro': 'AI_SYSTEM_ROOT_ASK_ASTRO',
  docextract: 'AI_SYSTEM_ROOT_DOCEXTRACT',
  'opentelemetry-demo-agent': 'AI_SYSTEM_ROOT_OPENTELEMETRY_DEMO',
};

for (const { name } of readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const spec = `${root}/${name}/ai-system.yaml`;
  const args = ['check', '--as-of', '2026-11-22', '--format', 'concise', spec];
  const variable = variables[name] ?? '';
  const checkout = process.env[variable];
  /** The first line of a recorded output is the command, the rest what it prints. */
  const printed = (environment: Readonly<Record<string, string>>) => {
    const { code, stdout, stderr } = run(args, { env: environment });
    assert.equal(stderr, '');
    assert.ok(code === 0 || code === 1, `exit code ${code}`);
    return `$ ai-system ${args.join(' ')}\n${stdout}`;
  };
  const recorded = (file: string) => readFileSync(join(root, name, file), 'utf8');

  test(`${name}: findings.txt is what the command prints without the repository`, () => {
    assert.equal(printed({ [variable]: '' }), recorded('findings.txt'));
  });

  test(`${name}: the README speaks of each rule that reports something`, () => {
    assert.ok(existsSync(spec));
    const readme = recorded('README.md');
    const without = readme.slice(readme.indexOf('## Findings today'), readme.indexOf('## What the artifacts say'));
    const silent = rulesIn(recorded('findings.txt')).filter((rule) => !without.includes(`\`${rule}\``));
    assert.deepEqual(silent, []);
    const more = recorded('with-repository.txt')
      .split('\n')
      .filter((line) => !recorded('findings.txt').includes(line))
      .join('\n');
    const section = readme.slice(readme.indexOf('## What the artifacts say'));
    assert.deepEqual(
      rulesIn(more).filter((rule) => !section.includes(`\`${rule}\``)),
      [],
    );
  });

  test(
    `${name}: with-repository.txt is what the command prints with it`,
    { skip: checkout === undefined && `${variable} does not say where it is checked out` },
    () => assert.equal(printed({ [variable]: checkout ?? '' }), recorded('with-repository.txt')),
  );
}

function rulesIn(printed: string): string[] {
  return [...new Set([...printed.matchAll(/ \[([a-z-]+)\]$/gm)].map(([, rule]) => rule ?? ''))];
}
