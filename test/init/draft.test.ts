import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  checkWithEvidence,
  foundSummary,
  foundTable,
  type Initial,
  initialSpec,
  type Stage,
  shownType,
  stages,
  systemTypes,
} from '../../core/src/index.ts';
import { today } from '../support/carets.ts';
import { repository } from '../support/repository.ts';
import { filesOf } from '../support/twins.ts';
import { faultsOf, flat, skeletonKind, untraced } from './traced.ts';

test('an empty repository gives placeholders and nothing else', async () => {
  const spec = await firstOf({});
  assert.deepEqual(spec.answers, []);
  assert.deepEqual(await faultsOf(spec.text, {}), []);
  const answered = [...flat(spec.text)].filter(([path, value]) => !value.startsWith('TODO') && path !== skeletonKind);
  assert.deepEqual(answered, [
    ['apiVersion', 'ai-system/v1'],
    ['system.stage', 'pilot'],
  ]);
  assert.ok(spec.open.length > 10);
  for (const { start, end } of spec.open) assert.match(spec.text.slice(start, end), /TODO/);
  assert.equal(foundTable(spec), '');
  assert.equal(
    foundSummary(spec),
    `0 answers found in this repository, ${spec.open.length} to fill in, of which ${spec.blocking.length} block pilot`,
  );
});

test('the type that a person names is taken, whatever the packages say', async () => {
  const files = { 'requirements.txt': 'chromadb\n' };
  const spec = await initialSpec(repository({ files }).host, '', { asOf: today, type: 'agent' });
  assert.match(spec.text, /^ {2}type: agent$/m);
  assert.ok(!spec.answers.some(({ path }) => path.join('.') === 'system.type'));
});

for (const type of systemTypes()) {
  test(`${type}: a pilot of which nothing is known fits on a page`, async () => {
    const { text } = await initialSpec(repository({ files: {} }).host, '', { asOf: today, type });
    assert.ok(text.split('\n').length <= 66, text);
  });
}

for (const stage of stages) {
  for (const type of systemTypes()) {
    test(`${type}, ${stage}: all that blocks it has a place, and nothing is answered but type and stage`, async () => {
      const files = { 'prompts/answer.md': 'Answer.\n' };
      const spec = await initialSpec(repository({ files }).host, '', { asOf: today, type, stage });
      assert.match(spec.text, new RegExp(`^ {2}type: ${type}\n {2}stage: ${stage}$`, 'm'));
      assert.deepEqual(await faultsOf(spec.text, files), []);
      const held = { files: { ...files, 'ai-system.yaml': spec.text } };
      const { findings } = await checkWithEvidence(spec.text, { asOf: today }, repository(held));
      assert.deepEqual(
        findings
          .filter(({ state, severity }) => state === 'missing' && severity === 'error')
          .map(({ rule, subject }) => `${rule} ${subject}`),
        [],
      );
      const own = ['apiVersion', 'system.type', 'system.stage', ...spec.answers.map(pathOf)];
      const answered = [...flat(spec.text)].filter(([path, value]) => !value.includes('TODO') && !own.includes(path));
      // What tells the metrics apart that are asked for.
      const kind = /^monitoring\.metrics\.[\w-]+\.kind$/;
      assert.deepEqual(
        answered.filter(([path]) => !kind.test(path)),
        [],
      );
    });
  }
}

test('a placeholder for an id shows those there are, unless they are many or still to be chosen', async () => {
  const CODEOWNERS = '* @acme/claims-ops\n/prompts/ @acme/search\n';
  const two = await firstOf({ CODEOWNERS, 'prompts/a.md': 'x\n' }, 'production');
  assert.match(two.text, /^ {2}run_owner: TODO claims-ops \| search$/m);
  assert.deepEqual(await faultsOf(two.text, {}), []);
  assert.match((await firstOf({}, 'production')).text, /^ {2}run_owner: TODO owner id$/m);
});

test('what blocks the stage is among what is open', async () => {
  const { text, open, blocking, stage } = await firstOf({ CODEOWNERS: '* @acme/ops\n' });
  assert.equal(stage, 'pilot');
  assert.ok(blocking.length > 3 && blocking.length < open.length);
  for (const span of blocking) assert.ok(open.includes(span));
  // Once they are answered nothing else blocks: each is the place of an error.
  const { findings } = await checkWithEvidence(
    text,
    { asOf: today },
    repository({ files: { 'ai-system.yaml': text } }),
  );
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ span }) => span.start);
  assert.deepEqual(
    [...new Set(errors)].sort((a, b) => a - b),
    blocking.map(({ start }) => start),
  );
});

for (const [files, shown] of [
  [{ 'requirements.txt': 'rich\nchromadb\nopenai\n' }, 'rag ← requirements.txt:2'],
  [{ 'app/pyproject.toml': '[project]\ndependencies = ["openai"]\n' }, 'llm ← app/pyproject.toml:2'],
  [{ 'requirements.txt': 'chromadb\ncrewai\n' }, undefined],
  [{ 'README.md': 'chromadb\n' }, undefined],
] as const) {
  test(`the type that ${JSON.stringify(files)} shows`, async () => {
    const found = await shownType(repository({ files }).host, '');
    assert.equal(found && `${found.value} ← ${found.file}:${found.line}`, shown);
  });
}

test('sections and keys stand in the order of the language', async () => {
  const spec = await firstOf(withoutSpec('rag-production'), 'production');
  const order = [...spec.text.matchAll(/^([a-z][a-zA-Z]*):/gm)].map(([, name]) => name);
  assert.deepEqual(
    order,
    'apiVersion system owners sources models prompts indexes evaluation logging monitoring operations governance'.split(
      ' ',
    ),
  );
  const alert = /^ {4}index-stale:\n((?: {6}.*\n)+)/m.exec(spec.text)?.[1] ?? '';
  assert.deepEqual(
    [...alert.matchAll(/^ {6}(\w+):/gm)].map(([, key]) => key),
    ['metric', 'above', 'for', 'severity', 'notify', 'runbook', 'rule'],
  );
});

test('what the language would refuse is left out', async () => {
  // A version that YAML would take for a number of another form.
  const files = { 'prompts/a.md': '---\nversion: "1.10"\n---\nx\n', 'prompts/yes.md': 'x\n', 'prompts/2026.md': 'x\n' };
  const spec = await firstOf(files);
  assert.deepEqual(await faultsOf(spec.text, files), []);
  assert.ok(spec.answers.some(({ value }) => value === 'prompts/2026.md'));
});

for (const example of ['rag-production', 'model-production']) {
  test(`${example}: every answer stands where it is said to, and the language takes all of it`, async () => {
    const files = withoutSpec(example);
    const spec = await firstOf(files);
    assert.ok(spec.answers.length > 60, `${spec.answers.length} answers`);
    assert.deepEqual(await untraced(spec, (path) => textOf(files[path])), []);
    assert.deepEqual(await faultsOf(spec.text, files), []);
    const table = foundTable(spec);
    for (const { file, line } of spec.answers) assert.ok(table.includes(`← ${file}:${line}`));
  });

  test(`${example}: the first spec agrees with the one that people wrote`, async () => {
    const files = filesOf(join('examples', example));
    const own = flat(textOf(files['ai-system.yaml']) ?? '');
    const spec = await firstOf(withoutSpec(example));
    const drafted = new Map(spec.answers.map(({ path, value }) => [path.join('.'), String(value)]));
    let compared = 0;
    for (const [path, value] of drafted) {
      const theirs = own.get(named(path, drafted, own));
      if (theirs === undefined || path.endsWith('.emitted_as')) continue;
      compared += 1;
      if (/\.(?:owner|metric|embedding)$/.test(path))
        assert.equal(behind(path, value, drafted), behind(path, theirs, own), path);
      else assert.equal(amount(value), amount(theirs), path);
    }
    assert.ok(compared > 50, `${compared} answers are in both`);
  });
}

test('nothing is found against the facts themselves', async () => {
  const files = withoutSpec('rag-production');
  const spec = await firstOf(files);
  const held = { ...files, 'ai-system.yaml': spec.text };
  const { findings } = await checkWithEvidence(spec.text, { asOf: today, stage: 'pilot' }, repository({ files: held }));
  const denied = findings
    .filter(({ state }) => state === 'contradicted')
    .map(({ rule, message }) => `${rule}: ${message}`);
  assert.deepEqual(denied, []);
});

function pathOf({ path }: Initial['answers'][number]): string {
  return path.join('.');
}

function firstOf(files: Readonly<Record<string, string | Uint8Array>>, stage?: Stage): Promise<Initial> {
  return initialSpec(repository({ files }).host, '', { asOf: today, stage });
}

function withoutSpec(example: string) {
  const { 'ai-system.yaml': _, 'findings.txt': __, ...files } = filesOf(join('examples', example));
  return files;
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

/** The path in their spec: entries of maps have other ids there, and are known by what tells them apart. */
function named(path: string, drafted: ReadonlyMap<string, string>, own: ReadonlyMap<string, string>): string {
  for (const tell of ['rule', 'handle', 'emitted_as', 'version', 'quality', 'refresh.job', 'path']) {
    const parts = /^(monitoring\.\w+|evaluation\.datasets|owners|models|prompts|indexes|sources)\.(.+)$/.exec(path);
    const [, map = '', rest = ''] = parts ?? [];
    const entry = [...drafted].find(
      ([one]) =>
        one.startsWith(`${map}.`) &&
        one.endsWith(`.${tell}`) &&
        rest.startsWith(`${one.slice(map.length + 1, -tell.length - 1)}.`),
    );
    if (map === '' || entry === undefined) continue;
    const id = entry[0].slice(map.length + 1, -tell.length - 1);
    const theirs = [...own].find(
      ([one, value]) => one.startsWith(`${map}.`) && one.endsWith(`.${tell}`) && value === entry[1],
    );
    if (theirs === undefined) continue;
    return `${map}.${theirs[0].slice(map.length + 1, -tell.length - 1)}${rest.slice(id.length)}`;
  }
  return path;
}

/** What an id stands for: the handle of an owner, the series of a metric. */
function behind(path: string, id: string, spec: ReadonlyMap<string, string>): string {
  const [map, tell] = path.endsWith('.metric') ? ['monitoring.metrics', 'emitted_as'] : ['owners', 'handle'];
  return spec.get(`${map}.${id}.${tell}`) ?? id;
}

/** `12%` is 0.12, and `180 EUR` as many as 180. */
function amount(text: string): string {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(%| [A-Z]{3})?$/.exec(text) ?? [];
  return number === undefined ? text : String(unit === '%' ? Number(number) / 100 : Number(number));
}
