import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver';
import { parseConfig, resolveConfig } from '../../core/src/index.ts';
import { at } from './edits.ts';
import { asDiagnostics, expected, faulty } from './faulty.ts';
import { capabilities } from './profiles.ts';
import { folder, Refused, Session, toUri } from './session.ts';

interface WorkspaceReport {
  readonly items: { uri: string; kind: string; version: number | null; resultId?: string; items: Diagnostic[] }[];
}

const uri = 'file:///somewhere/ai-system.yaml';
const good = 'apiVersion: ai-system/v1\n';

test('the fixture has all that the tests need', () => {
  const { findings } = expected(faulty);
  assert.ok(findings.some(({ related = [] }) => related.length > 0));
  assert.ok(new Set(findings.map(({ severity }) => severity)).size >= 2);
  assert.ok(findings.length > 10);
});

test('a client that pulls is told exactly what the check finds, and nothing is pushed', async (t) => {
  const session = new Session(t);
  await session.initialize();
  session.open(uri, faulty);
  const first = await session.pull(uri);
  assert.equal(first.kind, 'full');
  assert.deepEqual(first.items, asDiagnostics(uri, faulty, expected(faulty).findings));

  const { resultId } = first;
  assert.deepEqual(await session.pull(uri, resultId), { kind: 'unchanged', resultId });
  assert.equal((await session.pull(uri, 'another')).kind, 'full');

  session.change(uri, 2, { text: `${faulty}\n` });
  const second = await session.pull(uri, resultId);
  assert.equal(second.kind, 'full');
  assert.notEqual(second.resultId, resultId);

  await session.quiet();
  assert.deepEqual(session.all('textDocument/publishDiagnostics'), []);
});

for (const profile of ['neovim', 'eglot', 'ale', 'bare'] as const) {
  test(`${profile}: what the check finds is sent, with the version, and cannot be pulled`, async (t) => {
    const session = new Session(t);
    await session.initialize({ capabilities: capabilities(profile) });
    session.open(uri, faulty, { version: 7 });
    const { diagnostics } = await session.publishedVersion(uri, 7);
    const { findings } = expected(faulty);
    assert.deepEqual(
      diagnostics.map(({ tags, relatedInformation, ...rest }) => rest),
      asDiagnostics(uri, faulty, findings, false),
    );
    const related = profile === 'neovim' || profile === 'ale';
    const hasRelated = findings.map((finding) => related && (finding.related ?? []).length > 0);
    assert.deepEqual(
      diagnostics.map(({ relatedInformation }) => relatedInformation !== undefined),
      hasRelated,
    );
    await assert.rejects(session.pull(uri), (error) => error instanceof Refused && error.code === -32601);

    session.close(uri);
    await session.quiet();
    assert.deepEqual(session.published(uri).at(-1), { uri, diagnostics: [] });
    assert.equal(session.published(uri).length, 2);
  });
}

test('a burst of edits is checked a few times, and the last version always', async (t) => {
  const session = new Session(t);
  await session.initialize({ capabilities: capabilities('neovim') });
  session.open(uri, faulty);
  await session.publishedVersion(uri, 1);
  let text = faulty;
  session.together(() => {
    for (let version = 2; version <= 22; version++) {
      text = `# ${version}\n${text}`;
      session.change(uri, version, { range: at(0, 0), text: `# ${version}\n` });
    }
  });
  const { diagnostics } = await session.publishedVersion(uri, 22);
  assert.deepEqual(
    diagnostics.map(({ range }) => range),
    asDiagnostics(uri, text, expected(text).findings).map((one) => (one as Diagnostic).range),
  );
  await session.quiet();
  const versions = session.published(uri).map(({ version }) => version);
  assert.ok(versions.length <= 3, `published ${versions}`);
  assert.deepEqual(
    versions,
    [...versions].sort((a, b) => a! - b!),
  );
});

/** All that VS Code can, but that it is sent its diagnostics. */
const { diagnostic: _, ...pushed } = capabilities('vscode').textDocument ?? {};
const position = { line: 1, character: 2 };
const unjudged: Readonly<Record<string, object>> = {
  'textDocument/completion': { position },
  'textDocument/documentSymbol': {},
  'textDocument/foldingRange': {},
  'textDocument/selectionRange': { positions: [position] },
  'textDocument/semanticTokens/full': {},
};
for (const [method, params] of Object.entries(unjudged)) {
  test(`what needs no judgement is answered before an edit is checked: ${method}`, async (t) => {
    const session = new Session(t);
    await session.initialize({ capabilities: { textDocument: pushed } });
    session.open(uri, faulty);
    await session.publishedVersion(uri, 1);
    const { answer } = session.together(() => {
      session.change(uri, 2, { text: `${faulty}\nlast: {}\n` });
      return session.ask<unknown>(method, { textDocument: { uri }, ...params });
    });
    const given = await answer;
    assert.equal(session.published(uri).length, 1);
    if (method === 'textDocument/documentSymbol') assert.equal((given as { name: string }[]).at(-1)?.name, 'last');
    await session.publishedVersion(uri, 2);
  });
}

test('what is closed and opened again under the same version is looked at again', async (t) => {
  for (const profile of ['vscode', 'neovim'] as const) {
    const session = new Session(t);
    await session.initialize({ capabilities: capabilities(profile) });
    let seen = 0;
    const found = async () => {
      if (profile === 'vscode') return (await session.pull(uri)).items.length;
      await session.until('textDocument/publishDiagnostics', () => session.published(uri).length > seen);
      return session.published(uri)[seen++]?.diagnostics.length;
    };
    session.open(uri, faulty);
    assert.equal(await found(), expected(faulty).findings.length);
    session.close(uri);
    assert.equal(await found(), 0);
    session.open(uri, good);
    assert.equal(await found(), expected(good).findings.length);
  }
});

test('what is opened twice is what was opened last', async (t) => {
  const session = new Session(t);
  await session.initialize();
  session.open(uri, faulty);
  assert.equal((await session.pull(uri)).items.length, expected(faulty).findings.length);
  session.open(uri, good);
  assert.deepEqual((await session.pull(uri)).items, asDiagnostics(uri, good, expected(good).findings));
});

const documents: readonly { uri: string; languageId: string; spec: boolean }[] = [
  { uri: 'untitled:Untitled-1', languageId: 'ai-system', spec: true },
  { uri: 'untitled:Untitled-1', languageId: 'yaml', spec: false },
  { uri: 'file:///a/ai-system.yaml', languageId: 'yaml', spec: true },
  { uri: 'file:///a/ai-system.yml', languageId: '', spec: true },
  { uri: 'file:///a/claims.ai-system.yaml', languageId: 'plaintext', spec: true },
  { uri: 'file:///a/with%20blank/cl%61ims%2Eai-system%2Eyml', languageId: 'yaml', spec: true },
  { uri: 'file:///c%3A/a/ai-system.yaml', languageId: 'yaml', spec: true },
  { uri: 'file:///a/%E0%A4%A/ai-system.yaml', languageId: 'yaml', spec: true },
  { uri: 'vscode-remote://host/a/ai-system.yaml', languageId: 'yaml', spec: true },
  { uri: 'ai-system.yaml', languageId: 'yaml', spec: true },
  { uri: 'file:///a/other.yaml', languageId: 'ai-system', spec: true },
  { uri: 'file:///a/docker-compose.yaml', languageId: 'yaml', spec: false },
  { uri: 'file:///ai-system.yaml/values.yaml', languageId: 'yaml', spec: false },
];

test('a document is a spec by its language or by its name', async (t) => {
  for (const profile of ['vscode', 'neovim'] as const) {
    const session = new Session(t);
    await session.initialize({ capabilities: capabilities(profile) });
    for (const { uri, languageId, spec } of documents) {
      const before = session.published(uri).length;
      session.open(uri, faulty, { languageId });
      const items = profile === 'vscode' ? (await session.pull(uri)).items : undefined;
      if (items === undefined) {
        if (spec) await session.until('textDocument/publishDiagnostics', () => session.published(uri).length > before);
        else await session.quiet(50);
      }
      const found = items ?? session.published(uri).slice(before)[0]?.diagnostics ?? [];
      assert.equal(found.length, spec ? expected(faulty).findings.length : 0, `${profile} ${uri} ${languageId}`);
      session.close(uri);
      await session.quiet(0);
    }
    assert.deepEqual(session.all('window/logMessage'), []);
  }
});

test('files of somebody else are left alone', async (t) => {
  const session = new Session(t);
  await session.initialize({ options: { status: true } });
  session.open(uri, 'apiVersion: v1\nkind: Service\n');
  assert.deepEqual((await session.pull(uri)).items, []);
  const { skipped } = await session.until<{ skipped?: string }>('ai-system/status');
  assert.equal(skipped, expected('apiVersion: v1\nkind: Service\n').skipped);
  assert.notEqual(skipped, undefined);
});

test('status is sent after each check of an open document, to clients that want it', async (t) => {
  for (const profile of ['vscode', 'neovim'] as const) {
    const session = new Session(t);
    await session.initialize({ capabilities: capabilities(profile), options: { status: true } });
    session.open(uri, faulty);
    if (profile === 'vscode') await session.pull(uri);
    const { findings, stage } = expected(faulty);
    const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
    assert.deepEqual(await session.until('ai-system/status'), {
      uri,
      ...stage,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      unverified: 0,
    });
    await session.quiet();
    assert.equal(session.all('ai-system/status').length, 1);
  }
  const silent = new Session(t);
  await silent.initialize();
  silent.open(uri, faulty);
  await silent.pull(uri);
  await silent.quiet();
  assert.deepEqual(silent.all('ai-system/status'), []);
});

test('the stage comes from the settings of the client, for each resource', async (t) => {
  const session = new Session(t);
  const stages: Record<string, unknown> = { [uri]: 'production', 'file:///b/ai-system.yaml': 'nonsense' };
  session.answers = {
    ...session.answers,
    'workspace/configuration': ({ items }: { items: { scopeUri: string; section: string }[] }) =>
      items.map(({ scopeUri, section }) => ({ stage: section === 'aiSystem' ? stages[scopeUri] : undefined })),
  };
  await session.initialize();
  for (const each of [uri, 'file:///b/ai-system.yaml', 'file:///c/ai-system.yaml']) {
    session.open(each, faulty);
    const stage = each === uri ? 'production' : undefined;
    const { items } = await session.pull(each);
    assert.deepEqual(items, asDiagnostics(each, faulty, expected(faulty, { stage }).findings), each);
  }
  const asked = session.all('workspace/configuration').length;
  await session.pull(uri);
  assert.equal(session.all('workspace/configuration').length, asked, 'it asks once');

  stages[uri] = 'pilot';
  session.notify('workspace/didChangeConfiguration', { settings: null });
  await session.until('workspace/diagnostic/refresh');
  const { items } = await session.pull(uri);
  assert.deepEqual(items, asDiagnostics(uri, faulty, expected(faulty, { stage: 'pilot' }).findings));
  assert.notDeepEqual(items, asDiagnostics(uri, faulty, expected(faulty, { stage: 'production' }).findings));
});

test('a client that cannot be asked says it at the start, or later by itself', async (t) => {
  const session = new Session(t);
  await session.initialize({ capabilities: capabilities('neovim'), options: { stage: 'production' } });
  session.open(uri, faulty);
  const codes = async (version: number) =>
    (await session.publishedVersion(uri, version)).diagnostics.map(({ code }) => code);
  const rules = (stage?: 'production') => expected(faulty, { stage }).findings.map(({ rule }) => rule);
  assert.deepEqual(await codes(1), rules('production'));
  assert.notDeepEqual(rules('production'), rules());

  session.notify('workspace/didChangeConfiguration', { settings: { aiSystem: { stage: 'pilot' } } });
  await session.until('textDocument/publishDiagnostics', () => session.published(uri).length === 2);
  assert.deepEqual(
    session
      .published(uri)
      .at(-1)
      ?.diagnostics.map(({ code }) => code),
    rules(),
  );
  assert.deepEqual(session.all('workspace/configuration'), []);
});

test('a client that has no answer to the question for its settings is served all the same', async (t) => {
  const session = new Session(t);
  session.answers = { 'client/registerCapability': () => null };
  await session.initialize();
  session.open(uri, faulty);
  assert.deepEqual((await session.pull(uri)).items, asDiagnostics(uri, faulty, expected(faulty).findings));
});

/** The rule whose severity the configuration changes in these tests. */
const rule = expected(faulty).findings.find(
  ({ severity, state }) => severity === 'warning' && state !== undefined,
)!.rule;
const configText = `rules:\n  ${rule}: error\n`;
const configured = { config: resolveConfig(parseConfig(configText).layers) };

test('the nearest configuration counts, up to the root of the repository', async (t) => {
  assert.notDeepEqual(
    expected(faulty, configured).findings.map((one) => one.severity),
    expected(faulty).findings.map((one) => one.severity),
  );
  const root = folder(t, {
    'ai-system.config.yaml': configText,
    'ai-system.yaml': faulty,
    'a/b/ai-system.yaml': faulty,
    'a/own/ai-system.config.yaml': '{}\n',
    'a/own/ai-system.yaml': faulty,
    'a/repository/.git/HEAD': 'ref: refs/heads/main\n',
    'a/repository/ai-system.yaml': faulty,
  });
  const session = new Session(t);
  await session.initialize({ rootUri: toUri(root) });
  for (const [path, options] of [
    ['ai-system.yaml', configured],
    ['a/b/ai-system.yaml', configured],
    ['a/own/ai-system.yaml', {}],
    ['a/repository/ai-system.yaml', {}],
  ] as const) {
    const each = toUri(join(root, path));
    session.open(each, faulty);
    assert.deepEqual(
      (await session.pull(each)).items,
      asDiagnostics(each, faulty, expected(faulty, options).findings),
      path,
    );
  }
  session.open('untitled:Untitled-1', faulty, { languageId: 'ai-system' });
  const untitled = asDiagnostics('untitled:Untitled-1', faulty, expected(faulty, configured).findings);
  assert.deepEqual((await session.pull('untitled:Untitled-1')).items, untitled);
});

test('a configuration that changes on the disk is noticed: on save, on edit, or because the client says so', async (t) => {
  for (const how of ['save', 'edit', 'watch'] as const) {
    const root = folder(t, { 'ai-system.yaml': faulty, '.git/HEAD': '' });
    const spec = toUri(join(root, 'ai-system.yaml'));
    const config = join(root, 'ai-system.config.yaml');
    const session = new Session(t);
    await session.initialize({ capabilities: capabilities(how === 'watch' ? 'eglot' : 'neovim') });
    session.open(spec, faulty);
    const severities = async (text: string, version: number, options: object) => {
      const wanted = expected(text, options).findings.map(
        ({ severity }) => ({ error: 1, warning: 2, info: 3 })[severity],
      );
      const matches = () =>
        session.published(spec).at(-1)?.version === version &&
        same(
          session
            .published(spec)
            .at(-1)
            ?.diagnostics.map((one) => one.severity),
          wanted,
        );
      await session.until('textDocument/publishDiagnostics', matches, 5000);
    };
    await severities(faulty, 1, {});

    const tell = (version: number, type: number) => {
      if (how === 'save') session.notify('textDocument/didSave', { textDocument: { uri: spec } });
      if (how === 'edit') session.change(spec, version, { text: faulty });
      if (how === 'watch')
        session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: toUri(config), type }] });
    };
    writeFileSync(config, configText);
    tell(2, 1);
    await severities(faulty, how === 'edit' ? 2 : 1, configured);

    writeFileSync(config, '{}\n');
    utimesSync(config, 1, 1);
    tell(3, 2);
    await severities(faulty, how === 'edit' ? 3 : 1, {});

    writeFileSync(config, configText);
    tell(4, 2);
    await severities(faulty, how === 'edit' ? 4 : 1, configured);
    rmSync(config);
    tell(5, 3);
    await severities(faulty, how === 'edit' ? 5 : 1, {});
  }
});

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

test('a client that pulls is asked to pull again when the configuration changes', async (t) => {
  const root = folder(t, { 'ai-system.yaml': faulty });
  const spec = toUri(join(root, 'ai-system.yaml'));
  const session = new Session(t);
  await session.initialize();
  session.open(spec, faulty);
  const { resultId } = await session.pull(spec);
  session.notify('textDocument/didSave', { textDocument: { uri: spec } });
  await session.quiet();
  assert.equal(session.all('workspace/diagnostic/refresh').length, 0, 'nothing has changed');

  writeFileSync(join(root, 'ai-system.config.yaml'), configText);
  session.notify('textDocument/didSave', { textDocument: { uri: spec } });
  await session.until('workspace/diagnostic/refresh');
  const again = await session.pull(spec, resultId);
  assert.deepEqual(again.items, asDiagnostics(spec, faulty, expected(faulty, configured).findings));
});

test('today is the day where the server runs, unless it is told another', async (t) => {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const dated = `${good}system:\n  name: x\n  stage: pilot\n  reviewed: 2020-01-01\n  launch: 2020-02-01\n`;
  for (const [given, asOf] of [
    [undefined, local],
    ['2020-01-02', '2020-01-02'],
    ['yesterday', local],
  ] as const) {
    const session = new Session(t);
    await session.initialize({ options: { asOf: given } });
    session.open(uri, dated);
    assert.deepEqual(
      (await session.pull(uri)).items,
      asDiagnostics(uri, dated, expected(dated, { asOf }).findings),
      given,
    );
  }
  const messages = (asOf: string) => expected(dated, { asOf }).findings.map(({ rule, message }) => rule + message);
  assert.notDeepEqual(messages(local), messages('2020-01-02'));
});

test('the workspace: every spec in every folder, open or not, each once', async (t) => {
  const one = folder(t, {
    'ai-system.yaml': faulty,
    'deep/er/claims.ai-system.yml': faulty,
    'with blank/ümlaut/ai-system.yaml': good,
    'other.yaml': faulty,
    'node_modules/x/ai-system.yaml': faulty,
    '.git/ai-system.yaml': faulty,
    '.github/ai-system.yaml': good,
    '.gitignore': 'ignored/\n*.local.ai-system.yaml\n!kept.local.ai-system.yaml\n',
    'ignored/ai-system.yaml': faulty,
    'deep/x.local.ai-system.yaml': faulty,
    'deep/kept.local.ai-system.yaml': good,
    'deep/.gitignore': '/ai-system.yaml\n',
    'deep/ai-system.yaml': faulty,
    'utf-16/ai-system.yaml': Buffer.from(`\ufeff${good}`, 'utf16le'),
  });
  const two = folder(t, { 'ai-system.yaml': faulty, 'empty/.gitkeep': '' });
  const session = new Session(t);
  const workspaceFolders = [one, two, join(one, 'deep')].map((path) => ({ name: path, uri: toUri(path) }));
  await session.initialize({ workspaceFolders });
  const ask = (previousResultIds: object[] = []) =>
    session.request<WorkspaceReport>('workspace/diagnostic', { previousResultIds });

  const first = await ask();
  const path = (name: string) => toUri(join(one, name));
  assert.deepEqual(
    new Map(first.items.map(({ uri, kind, version, items }) => [uri, { kind, version, items: items.length }])),
    new Map(
      (
        [
          [path('ai-system.yaml'), faulty],
          [path('deep/er/claims.ai-system.yml'), faulty],
          [path('with blank/ümlaut/ai-system.yaml'), good],
          [path('.github/ai-system.yaml'), good],
          [path('deep/kept.local.ai-system.yaml'), good],
          [path('utf-16/ai-system.yaml'), undefined],
          [toUri(join(two, 'ai-system.yaml')), faulty],
        ] as const
      ).map(([uri, text]) => [
        uri,
        { kind: 'full', version: null, items: text === undefined ? 1 : expected(text).findings.length },
      ]),
    ),
  );
  const spec = path('ai-system.yaml');
  assert.deepEqual(
    first.items.find((item) => item.uri === spec)?.items,
    asDiagnostics(spec, faulty, expected(faulty).findings),
  );

  const known = first.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
  const second = await ask(known);
  assert.deepEqual(new Set(second.items.map(({ kind }) => kind)), new Set(['unchanged']));
  assert.equal(second.items.length, first.items.length);

  // One is opened and edited, one is changed on the disk, one goes.
  session.open(spec, good, { version: 3 });
  writeFileSync(join(two, 'ai-system.yaml'), good);
  rmSync(join(one, 'deep/er'), { recursive: true });
  const changes = [{ uri: path('deep/er/claims.ai-system.yml'), type: 3 }];
  session.notify('workspace/didChangeWatchedFiles', { changes });
  const third = await ask([...known, { uri: 'untitled:Untitled-1', value: 'x' }]);
  const changed = third.items.filter(({ kind }) => kind === 'full');
  assert.deepEqual(
    new Map(changed.map(({ uri, version, items }) => [uri, { version, items: items.length }])),
    new Map([
      [spec, { version: 3, items: expected(good).findings.length }],
      [toUri(join(two, 'ai-system.yaml')), { version: null, items: expected(good).findings.length }],
      [path('deep/er/claims.ai-system.yml'), { version: null, items: 0 }],
      ['untitled:Untitled-1', { version: null, items: 0 }],
    ] as const),
  );

  // After it is closed, the file on the disk counts again.
  session.close(spec);
  assert.deepEqual((await session.pull(spec)).items, asDiagnostics(spec, faulty, expected(faulty).findings));

  session.notify('workspace/didChangeWorkspaceFolders', {
    event: { added: [], removed: workspaceFolders.slice(0, 1) },
  });
  const fourth = await ask();
  assert.deepEqual(
    fourth.items.map(({ uri }) => uri).sort(),
    [toUri(join(two, 'ai-system.yaml')), path('deep/kept.local.ai-system.yaml')].sort(),
  );
});

test('the workspace: settings and configuration count for files that are not open', async (t) => {
  const root = folder(t, {
    'a/ai-system.yaml': faulty,
    'a/ai-system.config.yaml': configText,
    'b/ai-system.yaml': faulty,
  });
  const session = new Session(t);
  session.answers = {
    ...session.answers,
    'workspace/configuration': ({ items }: { items: object[] }) => items.map(() => ({ stage: 'production' })),
  };
  await session.initialize({ rootUri: toUri(root) });
  const { items } = await session.request<WorkspaceReport>('workspace/diagnostic', { previousResultIds: [] });
  const specs = items.filter(({ uri }) => uri.endsWith('/ai-system.yaml'));
  for (const { uri, items: found } of specs) {
    const options = uri.includes('/a/') ? configured : {};
    assert.deepEqual(
      found,
      asDiagnostics(uri, faulty, expected(faulty, { stage: 'production', ...options }).findings),
      uri,
    );
  }
  assert.equal(specs.length, 2);
});

test('the workspace: many specs come in parts where the client takes parts', async (t) => {
  const files = Array.from({ length: 120 }, (_, i) => [`s${i}/ai-system.yaml`, good] as const);
  const root = folder(t, Object.fromEntries(files));
  const session = new Session(t);
  await session.initialize({ rootUri: toUri(root) });
  const params = { previousResultIds: [], partialResultToken: 'parts' };
  const last = await session.request<WorkspaceReport>('workspace/diagnostic', params);
  assert.deepEqual(last, { items: [] });
  const parts = session
    .all<{ token: string; value: WorkspaceReport }>('$/progress')
    .filter(({ token }) => token === 'parts');
  assert.ok(parts.length >= 2);
  const uris = parts.flatMap(({ value }) => value.items.map(({ uri }) => uri));
  assert.equal(new Set(uris).size, 120);
  assert.equal(uris.length, 120);
});

test('the workspace: a link that leads out of it, a pipe and a folder with the name of a spec are not read', async (t) => {
  const outside = folder(t, { 'secret.yaml': faulty });
  const root = folder(t, { 'real/ai-system.yaml': faulty, 'folder/ai-system.yaml/x': '' });
  mkdirSync(join(root, 'links'));
  symlinkSync(join(outside, 'secret.yaml'), join(root, 'links/ai-system.yaml'));
  symlinkSync(join(root, 'real/ai-system.yaml'), join(root, 'links/inside.ai-system.yaml'));
  symlinkSync(root, join(root, 'links/circle'));
  execFileSync('mkfifo', [join(root, 'links/pipe.ai-system.yaml')]);
  execFileSync('mkfifo', [join(root, 'ai-system.config.yaml')]);
  const session = new Session(t);
  await session.initialize({ rootUri: toUri(root) });
  const { items } = await session.request<WorkspaceReport>('workspace/diagnostic', { previousResultIds: [] });
  const found = items.map(({ uri }) => uri.slice(toUri(root).length)).sort();
  assert.deepEqual(found, ['/links/inside.ai-system.yaml', '/real/ai-system.yaml']);
});

test('the workspace: the folder of a client may lie inside a repository that ignores parts of it', async (t) => {
  const root = folder(t, {
    '.git/info/exclude': 'excluded.ai-system.yaml\n',
    '.gitignore': '/apps/web/dist/\nout\n',
    'apps/web/.gitignore': '!out\n',
    'apps/web/out/ai-system.yaml': good,
    'apps/web/deep/out/ai-system.yaml': good,
    'apps/web/deep/.gitignore': 'out\n',
    'apps/web/ai-system.yaml': good,
    'apps/web/dist/ai-system.yaml': good,
    'apps/web/excluded.ai-system.yaml': good,
  });
  const session = new Session(t);
  await session.initialize({ rootUri: `${toUri(join(root, 'apps/web'))}/` });
  const { items } = await session.request<WorkspaceReport>('workspace/diagnostic', { previousResultIds: [] });
  assert.deepEqual(
    items.map(({ uri }) => uri),
    [toUri(join(root, 'apps/web/ai-system.yaml')), toUri(join(root, 'apps/web/out/ai-system.yaml'))],
  );
});

test('an editor that spells URIs in its own way gets each spec once, under its own spelling', async (t) => {
  const root = folder(t, { 'a b/ai-system.yaml': faulty });
  const session = new Session(t);
  await session.initialize({ rootUri: toUri(root) });
  const spelt = toUri(join(root, 'a b/ai-system.yaml')).replace('ai-system', '%61i%2Dsystem');
  session.open(spelt, good);
  const { items } = await session.request<WorkspaceReport>('workspace/diagnostic', { previousResultIds: [] });
  assert.deepEqual(
    items.map(({ uri, version }) => ({ uri, version })),
    [{ uri: spelt, version: 1 }],
  );
});

test('specs that come are found once the client says so, and those that go are gone at once', async (t) => {
  const root = folder(t, { 'a/ai-system.yaml': good });
  const session = new Session(t);
  await session.initialize({ rootUri: toUri(root) });
  const count = async () => {
    const { items } = await session.request<WorkspaceReport>('workspace/diagnostic', { previousResultIds: [] });
    return items.filter((item) => item.resultId !== undefined).length;
  };
  assert.equal(await count(), 1);
  mkdirSync(join(root, 'b'));
  writeFileSync(join(root, 'b/ai-system.yaml'), good);
  const created = { uri: toUri(join(root, 'b/ai-system.yaml')), type: 1 };
  session.notify('workspace/didChangeWatchedFiles', { changes: [created] });
  await session.until('workspace/diagnostic/refresh');
  assert.equal(await count(), 2);
  renameSync(join(root, 'b'), join(root, 'c'));
  assert.equal(await count(), 1);
});
