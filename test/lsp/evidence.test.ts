import assert from 'node:assert/strict';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CodeLens, CompletionItem, DocumentLink, Hover, Location, WorkspaceEdit } from 'vscode-languageserver';
import { ReadinessRequest, type ReadinessResult, ReportRequest, type ReportResult } from '../../server/src/protocol.ts';
import { capabilities, type Profile } from './profiles.ts';
import { folder, Session, toUri } from './session.ts';

const spec = `apiVersion: ai-system/v1
system:
  name: claims-assistant
  type: llm
  stage: production
owners:
  ops:
    team: Operations
    contact:
      - pagerduty:P4
monitoring:
  metrics:
    errors:
      kind: quality
      emitted_as: errors_ratio
      window: 1h
  alerts:
    too-many-errors:
      metric: errors
      above: 5%
      for: 10m
      severity: page
      notify: ops
      runbook: runbooks/errors.md#first-steps
      rule: observability/alerts.yaml#TooManyErrors
`;
const alerts = (name: string, threshold = '0.05') => `groups:
  - name: ai
    rules:
      - alert: ${name}
        expr: errors_ratio > ${threshold}
        for: 10m
        labels:
          severity: page
`;
const files = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  'ai-system.yaml': spec,
  'observability/alerts.yaml': alerts('TooManyErrors'),
  'runbooks/errors.md': '# Errors\n\n## First steps\n\nTurn it off.\n\n## Later\n\nFind out.\n',
};

async function opened(t: Parameters<typeof folder>[0], profile: Profile, options: object = {}) {
  const root = folder(t, files);
  const session = new Session(t);
  const { capabilities: server } = await session.initialize({
    capabilities: capabilities(profile),
    rootUri: toUri(root),
    workspaceFolders: [{ uri: toUri(root), name: 'x' }],
    options,
  });
  const uri = toUri(join(root, 'ai-system.yaml'));
  session.open(uri, spec);
  return { root, session, uri, server };
}

/** What is said of the alert: by pull or push, whatever the client can. */
async function said(session: Session, uri: string, profile: Profile): Promise<string[]> {
  const diagnostics =
    profile === 'vscode' ? (await session.pull(uri)).items : (session.published(uri).at(-1)?.diagnostics ?? []);
  return diagnostics.filter(({ code }) => code === 'alert-complete').map(({ message }) => String(message));
}

async function until(session: Session, uri: string, profile: Profile, fits: (said: string[]) => boolean) {
  for (let tries = 0; tries < 100; tries += 1) {
    const now = await said(session, uri, profile);
    if (fits(now)) return now;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  return assert.fail(`still: ${(await said(session, uri, profile)).join('\n')}`);
}

const nothing = (now: string[]) => now.length === 0;
const gone = (now: string[]) => now.some((message) => message.includes('TooManyErrors'));

for (const profile of ['vscode', 'neovim'] as const) {
  test(`${profile}: an alert that is renamed on the disk marks the spec, and unmarks it`, async (t) => {
    const { root, session, uri } = await opened(t, profile);
    if (profile === 'neovim') await session.publishedVersion(uri, 1);
    await until(session, uri, profile, nothing);

    const file = join(root, 'observability/alerts.yaml');
    writeFileSync(file, alerts('ErrorsHigh'));
    const changed = { changes: [{ uri: toUri(file), type: 2 }] };
    // Who does not watch files is asked to save, and looked after every two seconds.
    const tell = async () => {
      if (profile === 'vscode') return session.notify('workspace/didChangeWatchedFiles', changed);
      await new Promise((wake) => setTimeout(wake, 2_100));
      session.notify('textDocument/didSave', { textDocument: { uri } });
    };
    await tell();
    await until(session, uri, profile, gone);
    if (profile === 'vscode') await session.until('workspace/diagnostic/refresh');

    writeFileSync(file, alerts('TooManyErrors'));
    await tell();
    await until(session, uri, profile, nothing);
  });
}

const noSuchAlert = 'There is no alert "TooManyErrors" in platform//alerts.yaml.';

test('a client without configuration says in its options where another repository is', async (t) => {
  const platform = folder(t, { 'alerts.yaml': alerts('ErrorsHigh') });
  const { session, uri } = await opened(t, 'neovim', { roots: { platform } });
  const document = { uri, version: 2 };
  const text = spec.replace('observability/alerts.yaml', 'platform//alerts.yaml');
  session.notify('textDocument/didChange', { textDocument: document, contentChanges: [{ text }] });
  await until(session, uri, 'neovim', (now) => now.includes(noSuchAlert));
});

test('an alert that is renamed in the editor and not saved marks the spec', async (t) => {
  const { root, session, uri } = await opened(t, 'vscode');
  await until(session, uri, 'vscode', nothing);
  const file = toUri(join(root, 'observability/alerts.yaml'));
  const registered = await session.until<{ registrations: { method: string; registerOptions: unknown }[] }>(
    'client/registerCapability',
    ({ registrations }) => registrations.some(({ method }) => method === 'textDocument/didOpen'),
  );
  assert.ok(JSON.stringify(registered).includes('observability/alerts.yaml'), JSON.stringify(registered));

  session.open(file, alerts('TooManyErrors'));
  session.change(file, 2, { text: alerts('ErrorsHigh') });
  await until(session, uri, 'vscode', gone);
  session.close(file);
  await until(session, uri, 'vscode', nothing);
});

test('a file that goes and comes back', async (t) => {
  const { root, session, uri } = await opened(t, 'vscode');
  await until(session, uri, 'vscode', nothing);
  const [file, away] = [join(root, 'observability/alerts.yaml'), join(root, 'observability/away.yaml')];
  renameSync(file, away);
  session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: toUri(file), type: 3 }] });
  await until(session, uri, 'vscode', (now) => now.some((message) => message.includes('There is no')));
  renameSync(away, file);
  session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: toUri(file), type: 1 }] });
  await until(session, uri, 'vscode', nothing);
});

test('what an artifact says stands beside the finding, as a place in that file', async (t) => {
  const { root, session, uri } = await opened(t, 'vscode');
  const file = join(root, 'observability/alerts.yaml');
  writeFileSync(file, alerts('TooManyErrors', '0.2'));
  session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: toUri(file), type: 2 }] });
  await until(session, uri, 'vscode', (now) => now.length > 0);
  const { items } = await session.pull(uri);
  const related = items
    .filter(({ code }) => code === 'alert-complete')
    .flatMap(({ relatedInformation = [] }) => relatedInformation)
    .map(({ location }) => `${location.uri}:${location.range.start.line}`);
  assert.ok(related.includes(`${toUri(file)}:4`), related.join('\n'));
});

test('hover, definition and links lead into the artifact', async (t) => {
  const { root, session, uri } = await opened(t, 'vscode');
  await session.pull(uri);
  const at = (word: string) => {
    const lines = spec.split('\n');
    const line = lines.findIndex((one) => one.includes(word));
    return { textDocument: { uri }, position: { line, character: (lines[line] ?? '').indexOf(word) + 1 } };
  };
  const hover = await session.request<Hover>('textDocument/hover', at('observability/alerts.yaml#'));
  const value = (hover.contents as { value: string }).value;
  assert.match(value, /alerts\.yaml:4/);
  const [place] = await session.request<Location[]>('textDocument/definition', at('observability/alerts.yaml#'));
  assert.deepEqual([place?.uri, place?.range.start.line], [toUri(join(root, 'observability/alerts.yaml')), 3]);
  const { textDocument, position } = at('notify: ops');
  const atOwner = { textDocument, position: { ...position, character: position.character + 'notify: '.length } };
  const [owner] = await session.request<Location[]>('textDocument/definition', atOwner);
  assert.deepEqual([owner?.uri, owner?.range.start.line], [uri, 6]);
  const links = await session.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
  assert.deepEqual(
    links.map(({ target }) => target?.slice(toUri(root).length + 1)),
    ['runbooks/errors.md#L3', 'observability/alerts.yaml#L4'],
  );
});

test('links and definitions lead to the heading, of a document too that no requirement looks into', async (t) => {
  const text = `${spec}operations:\n  design_reviews:\n    - docs/one review.md#what-we-decided\n`;
  const root = folder(t, {
    ...files,
    'ai-system.yaml': text,
    'docs/one review.md': '# One\n\nText.\n\n## What we decided\n',
  });
  const session = new Session(t);
  await session.initialize({ capabilities: capabilities('vscode'), rootUri: toUri(root) });
  const uri = toUri(join(root, 'ai-system.yaml'));
  session.open(uri, text);
  await session.pull(uri);
  const document = { textDocument: { uri } };
  const position = { line: text.split('\n').length - 2, character: 12 };
  for (const _ of ['at first', 'once it is known']) {
    const links = await session.request<DocumentLink[]>('textDocument/documentLink', document);
    assert.equal(links.at(-1)?.target, toUri(join(root, 'docs/one review.md#L5')).replace('%23', '#'));
    const [place] = await session.request<Location[]>('textDocument/definition', { ...document, position });
    assert.equal(place?.range.start.line, 4);
  }
});

test('completion reads names of files and what is in them', async (t) => {
  const { root, session, uri } = await opened(t, 'vscode');
  // The likely ones come first, and of those that are ours none.
  writeFileSync(join(root, 'deploy.yaml'), 'a: 1\n');
  writeFileSync(join(root, 'ai-system.config.yaml'), 'rules: {}\n');
  await session.pull(uri);
  const offered = async (written: string, field: string) => {
    const lines = spec.split('\n');
    const line = lines.findIndex((one) => one.includes(`${field}:`));
    const key = (lines[line] ?? '').slice(0, (lines[line] ?? '').indexOf(':') + 2);
    const changed = lines.map((one, index) => (index === line ? key + written : one)).join('\n');
    session.change(uri, Date.now(), { text: changed });
    const items = await session.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: { line, character: key.length + written.length },
    });
    return items.sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  };
  const labels = async (written: string, field: string) => (await offered(written, field)).map(({ label }) => label);
  // Who begins with ./ means the same file.
  const [climbed] = await offered('./obs', 'rule');
  assert.deepEqual([climbed?.label, climbed?.filterText], ['observability/alerts.yaml', './observability/alerts.yaml']);
  assert.deepEqual(await labels('', 'rule'), ['observability/alerts.yaml', 'deploy.yaml']);
  assert.deepEqual(await labels('observability/alerts.yaml#', 'rule'), ['observability/alerts.yaml#TooManyErrors']);
  assert.deepEqual(await labels('runbooks/errors.md#', 'runbook'), [
    'runbooks/errors.md#errors',
    'runbooks/errors.md#first-steps',
    'runbooks/errors.md#later',
  ]);
  assert.ok((await labels('p', 'severity')).includes('page'));
});

test('renaming a file or a folder renames it in the specs, open or not', async (t) => {
  const { root, session, uri } = await opened(t, 'vscode');
  writeFileSync(join(root, 'other.ai-system.yaml'), spec);
  const closed = toUri(join(root, 'other.ai-system.yaml'));
  const rename = (from: string, to: string) =>
    session.request<WorkspaceEdit | null>('workspace/willRenameFiles', {
      files: [{ oldUri: toUri(join(root, from)), newUri: toUri(join(root, to)) }],
    });
  const edit = await rename('observability', 'ops/observability');
  const texts = (edit: WorkspaceEdit | null) =>
    Object.fromEntries(
      Object.entries(edit?.changes ?? {}).map(([at, edits]) => [at, edits.map(({ newText }) => newText)]),
    );
  assert.deepEqual(texts(edit), {
    [uri]: ['ops/observability/alerts.yaml#TooManyErrors'],
    [closed]: ['ops/observability/alerts.yaml#TooManyErrors'],
  });
  assert.equal(await rename('src', 'lib'), null);
});

test('where nobody trusts the workspace no file is looked at', async (t) => {
  const { root, session, uri } = await opened(t, 'vscode', { trusted: false, status: true });
  rmSync(join(root, 'observability'), { recursive: true });
  await until(session, uri, 'vscode', nothing);
  const status = await session.until<{ restricted?: boolean }>('ai-system/status');
  assert.equal(status.restricted, true);
});

for (const [trusted, expected] of [
  [false, [true, true, true, true]],
  [true, [false, false, false, false]],
] as const) {
  test(`${trusted ? 'trusted' : 'untrusted'}: whether hover, lens, view and report say that files are not opened`, async (t) => {
    const { session, uri } = await opened(t, 'vscode', { trusted });
    await until(session, uri, 'vscode', nothing);
    const textDocument = { uri };
    const line = spec.split('\n').findIndex((text) => text.includes('rule: '));
    const hover = await session.request<Hover>('textDocument/hover', {
      textDocument,
      position: { line, character: 20 },
    });
    const [lens] = await session.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    const { specs } = await session.request<ReadinessResult>(ReadinessRequest, {});
    const report = await session.request<ReportResult>(ReportRequest, { uri, format: 'markdown' });
    const said = [JSON.stringify(hover.contents), lens?.command?.title, specs[0]?.headline, report.text];
    assert.deepEqual(
      said.map((text) => /not opened/.test(text ?? '')),
      expected,
      said.join('\n'),
    );
  });
}

test('a change of which no watcher tells is seen all the same', async (t) => {
  const { root, session, uri } = await opened(t, 'vscode');
  await until(session, uri, 'vscode', nothing);
  writeFileSync(join(root, 'observability/alerts.yaml'), alerts('ErrorsHigh'));
  // VS Code asks for the whole workspace every two seconds.
  for (let asked = 0; asked < 3; asked += 1) {
    await new Promise((wake) => setTimeout(wake, 2_100));
    await session.request('workspace/diagnostic', { previousResultIds: [] });
  }
  await until(session, uri, 'vscode', gone);
});
