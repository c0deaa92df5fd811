import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { CodeLens } from 'vscode-languageserver';
import { examples } from '../support/examples.ts';
import { capabilities, type Profile } from './profiles.ts';
import { folder, Session, toUri } from './session.ts';

const uri = 'file:///a/ai-system.yaml';
const spec = `# Ours
apiVersion: ai-system/v1
system:
  name: claims-assistant
  type: llm
  stage: pilot
  owner: build
owners:
  build:
    team: Claims
    contact: [slack:claims]
`;

const lenses = (session: Session, of = uri) =>
  session.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: of } });
const titles = (all: readonly CodeLens[]) => all.map(({ range, command }) => `${range.start.line} ${command?.title}`);

async function opened(t: Parameters<typeof folder>[0], profile: Profile, options: object = {}, text = spec) {
  const session = new Session(t);
  const { capabilities: can } = await session.initialize({ capabilities: capabilities(profile), options });
  session.open(uri, text);
  return { session, can };
}

test('at the top how the spec stands, over each section how that does', async (t) => {
  const { session } = await opened(t, 'vscode', { commands: true });
  const found = await lenses(session);
  const [headline, next, promotion, ...sections] = titles(found);
  assert.match(headline ?? '', /^1 Claims pilot, earned no stage yet: \d+ open, \d+ blocks?$/);
  assert.match(next ?? '', /^1 Next: line \d+$/);
  assert.match(promotion ?? '', /^1 pre-production asks \d+ more$/);
  assert.match(sections[0] ?? '', /^2 [○✖] \w+ · \d+ open · pre-production asks \d+ more$/);
  assert.equal(sections[1], '7 ◔ declared · enough for pre-production');
  assert.deepEqual(
    found.map(({ command }) => command?.command),
    ['aiSystem.showReadiness', 'aiSystem.goTo', 'aiSystem.previewPromotion', 'aiSystem.goTo', 'aiSystem.showReadiness'],
  );
  assert.deepEqual(found[0]?.command?.arguments, [uri]);
  assert.deepEqual(found[2]?.command?.arguments, ['pre-production']);
  const [of, range] = found[1]?.command?.arguments ?? [];
  assert.equal(of, uri);
  assert.equal(`1 Next: line ${range.start.line + 1}`, next);
});

test('they follow what is typed', async (t) => {
  const { session } = await opened(t, 'vscode', { commands: true });
  await lenses(session);
  session.change(uri, 2, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '#\n' });
  assert.match(titles(await lenses(session))[0] ?? '', /^2 Claims/);
});

describe('a client without our commands', () => {
  test('is given lines to read, and none that only lead somewhere', async (t) => {
    const { session } = await opened(t, 'neovim');
    const found = await lenses(session);
    assert.match(titles(found)[0] ?? '', /^1 Claims pilot/);
    assert.ok(titles(found).every((title) => !/Next/.test(title)));
    for (const { command } of found) {
      assert.equal(command?.command, '', 'nothing that it cannot run');
      assert.equal(command?.arguments, undefined);
    }
  });

  test('is promised none where it shows none', async (t) => {
    for (const profile of ['eglot', 'ale', 'bare'] as const) {
      const { can } = await opened(t, profile);
      assert.equal(can.codeLensProvider, undefined, profile);
    }
  });
});

test('they can be turned off, and on again', async (t) => {
  let codeLens: boolean | undefined = false;
  const session = new Session(t);
  session.answers = {
    ...session.answers,
    'workspace/configuration': ({ items }: { items: object[] }) => items.map(() => ({ codeLens })),
    'workspace/codeLens/refresh': () => null,
  };
  await session.initialize();
  session.open(uri, spec);
  assert.deepEqual(await lenses(session), []);
  codeLens = undefined;
  session.notify('workspace/didChangeConfiguration', { settings: null });
  await session.until('workspace/codeLens/refresh');
  assert.notDeepEqual(await lenses(session), []);
});

test('by a client that cannot be asked, too', async (t) => {
  const { session } = await opened(t, 'neovim', { codeLens: false });
  assert.deepEqual(await lenses(session), []);
  session.notify('workspace/didChangeConfiguration', { settings: { aiSystem: { codeLens: true } } });
  assert.notDeepEqual(await lenses(session), []);
});

test('when an artifact is another, they are asked for again', async (t) => {
  const root = folder(t, { '.git/HEAD': 'ref: refs/heads/main\n', 'prompts/answer.md': 'Answer.\n' });
  const session = new Session(t);
  session.answers = { ...session.answers, 'workspace/codeLens/refresh': () => null };
  await session.initialize({ rootUri: toUri(root), workspaceFolders: [{ uri: toUri(root), name: 'x' }] });
  const here = toUri(join(root, 'ai-system.yaml'));
  session.open(here, `${spec}prompts:\n  answer:\n    path: prompts/answer.md\n    owner: build\n`);
  const over = async () => titles(await lenses(session, here)).find((title) => title.startsWith('11 '));
  assert.doesNotMatch((await over()) ?? '', /contradicted/);
  const gone = toUri(join(root, 'prompts/answer.md'));
  rmSync(join(root, 'prompts/answer.md'));
  session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: gone, type: 3 }] });
  await session.until('workspace/codeLens/refresh');
  await session.pull(here);
  await session.quiet(300);
  assert.match((await over()) ?? '', /contradicted/);
});

test('none where there is nothing to say', async (t) => {
  const { session } = await opened(t, 'vscode');
  const texts = ['', '# nothing\n', '- a\n', 'apiVersion: example.org/v1\nkind: AISystem\n'];
  let version = 1;
  for (const text of texts) {
    version += 1;
    session.change(uri, version, { text });
    assert.deepEqual(await lenses(session), [], text);
  }
  session.open('file:///a/ai-system.config.yaml', 'rules: {}\n');
  assert.deepEqual(await lenses(session, 'file:///a/ai-system.config.yaml'), []);
  assert.deepEqual(await lenses(session, 'file:///a/unknown.yaml'), []);
});

test('over every example, at keys of its own', async (t) => {
  const session = new Session(t);
  await session.initialize({ options: { commands: true } });
  for (const { name } of examples) {
    const text = readFileSync(`examples/${name}/ai-system.yaml`, 'utf8');
    const of = `file:///${name}/ai-system.yaml`;
    session.open(of, text);
    const lines = text.split('\n');
    const found = await lenses(session, of);
    assert.ok(found.length > 6, name);
    for (const { range } of found) assert.match(lines[range.start.line] ?? '', /^[a-zA-Z]+:/, name);
  }
});
