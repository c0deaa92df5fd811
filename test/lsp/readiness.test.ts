import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver';
import {
  PromotionRequest,
  type PromotionResult,
  previewSource,
  ReadinessChanged,
  ReadinessRequest,
  type ReadinessResult,
  ReportRequest,
  type ReportResult,
} from '../../server/src/protocol.ts';
import { example } from '../support/examples.ts';
import { applied } from './edits.ts';
import { folder, Session, toUri } from './session.ts';

const spec = `apiVersion: ai-system/v1
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
const other = spec.replace('claims-assistant', 'other-assistant');

async function opened(t: TestContext, files: Record<string, string>, options: object = {}) {
  const root = folder(t, { '.git/HEAD': 'ref: refs/heads/main\n', ...files });
  const session = new Session(t);
  session.answers = { ...session.answers, 'workspace/codeLens/refresh': () => null };
  const uri = (path: string) => toUri(join(root, path));
  await session.initialize({
    rootUri: uri(''),
    workspaceFolders: [{ uri: uri(''), name: 'x' }],
    options: { status: true, commands: true, ...options },
  });
  const ask = (stage?: string) => session.request<ReadinessResult>(ReadinessRequest, { stage });
  return { root, session, uri, ask };
}

describe('readiness of the workspace', () => {
  test('every spec, open or not, in the order of their paths', async (t) => {
    const { session, uri, ask } = await opened(t, {
      'b/ai-system.yaml': other,
      'a.ai-system.yaml': spec,
      'ai-system.config.yaml': 'rules: {}\n',
    });
    session.open(uri('a.ai-system.yaml'), spec.replace('claims-assistant', 'as-edited'));
    session.open('untitled:Untitled-1', spec.replace('claims-assistant', 'unsaved'), { languageId: 'ai-system' });
    const { specs } = await ask();
    assert.deepEqual(
      specs.map((one) => [one.name, one.uri]),
      [
        ['as-edited', uri('a.ai-system.yaml')],
        ['other-assistant', uri('b/ai-system.yaml')],
        ['unsaved', 'untitled:Untitled-1'],
      ],
    );
  });

  test('its questions, and below each what is open, with its place', async (t) => {
    const { ask } = await opened(t, { 'ai-system.yaml': spec });
    const [one] = (await ask()).specs;
    assert.ok(one);
    assert.match(one.headline, /^Claims pilot, earned no stage yet: \d+ open, \d+ blocks?$/);
    assert.match(one.left, /^\d+ open, \d+ blocks?$/);
    assert.match(one.verdict, /block pilot\.$/);
    assert.deepEqual([one.claimed, one.judged, one.earned, one.isReady], ['pilot', 'pilot', null, false]);
    assert.deepEqual(
      one.lines.map(({ id }) => id),
      ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'done', 'governance', 'rest'],
    );
    const row = one.lines.flatMap(({ rows }) => rows).find(({ rule }) => rule === 'log-every-call');
    assert.ok(row);
    assert.equal(row.state, 'missing');
    assert.equal(row.isFixable, true);
    assert.doesNotMatch(row.message, /`/);
    assert.match(row.page ?? '', /log-every-call/);
    assert.deepEqual(row.range.start, { line: 6, character: 0 });
  });

  test('at another stage', async (t) => {
    const { session, uri, ask } = await opened(t, { 'ai-system.yaml': spec, 'b/ai-system.yaml': other });
    session.open(uri('ai-system.yaml'), spec);
    const count = async (stage?: string) =>
      (await ask(stage)).specs.map(({ judged, lines }) => {
        return [judged, lines.flatMap(({ rows }) => rows.filter(({ blocks }) => blocks)).length] as const;
      });
    const [[, now = 0] = [], [, closed = 0] = []] = await count();
    const ahead = await count('production');
    assert.deepEqual(
      ahead.map(([judged]) => judged),
      ['production', 'production'],
    );
    for (const [, blocking] of ahead) assert.ok(blocking > Math.max(now, closed));
    assert.deepEqual(await count('nonsense'), await count());
  });

  test('a file that is no text, one that is broken, one of somebody else, and none', async (t) => {
    const { root, session, ask, uri } = await opened(t, {
      'broken.ai-system.yaml': 'apiVersion: ai-system/v1\nsystem: [\n',
      'else/ai-system.yaml': 'apiVersion: example.org/v1\nkind: AISystem\n',
    });
    writeFileSync(join(root, 'binary.ai-system.yaml'), Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x00]));
    const { specs } = await ask();
    assert.deepEqual(
      specs.map((one) => [one.uri, one.lines[0]?.id]),
      [
        [uri('binary.ai-system.yaml'), 'file'],
        [uri('broken.ai-system.yaml'), 'file'],
      ],
    );
    for (const name of ['binary', 'broken']) rmSync(join(root, `${name}.ai-system.yaml`));
    session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('broken.ai-system.yaml'), type: 3 }] });
    assert.deepEqual(await ask(), { specs: [] });
  });

  test('follows what is typed, and tells of what changes beside that', async (t) => {
    const { root, session, uri, ask } = await opened(t, { 'ai-system.yaml': spec, 'b/ai-system.yaml': other });
    session.open(uri('ai-system.yaml'), spec);
    assert.equal((await ask()).specs[0]?.name, 'claims-assistant');
    session.change(uri('ai-system.yaml'), 2, { text: spec.replace('claims-assistant', 'renamed') });
    assert.equal((await ask()).specs[0]?.name, 'renamed');

    const before = session.all(ReadinessChanged).length;
    writeFileSync(join(root, 'b/ai-system.yaml'), other.replace('other-assistant', 'renamed-as-well'));
    session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('b/ai-system.yaml'), type: 2 }] });
    await session.until(ReadinessChanged);
    assert.ok(session.all(ReadinessChanged).length > before);
    assert.equal((await ask()).specs[1]?.name, 'renamed-as-well');
  });

  test('a client that did not ask for it is told nothing', async (t) => {
    const { session, uri } = await opened(t, { 'ai-system.yaml': spec }, { status: false });
    session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('ai-system.yaml'), type: 2 }] });
    await session.quiet();
    assert.deepEqual(session.all(ReadinessChanged), []);
  });
});

describe('the report', () => {
  test('as a view whose links lead to lines, and as files', async (t) => {
    const { session, uri } = await opened(t, { 'sub/ai-system.yaml': spec });
    const ask = (format: string, stage?: string) =>
      session.request<ReportResult>(ReportRequest, { uri: uri('sub/ai-system.yaml'), format, stage });
    const view = await ask('view');
    assert.equal(view.title, 'Readiness of claims-assistant');
    assert.match(view.text, /<a class="place" href="#line-7" data-line="7">line 7<\/a>/);
    assert.match(view.text, /<a href="#line-2" data-line="2"><g class="box/);
    assert.match(view.text, /<code class="place">sub\/ai-system\.yaml<\/code>/);
    assert.match(view.style ?? '', /--paper/);
    assert.doesNotMatch(view.text, /<script|<style| style=| on\w+=/);
    assert.match((await ask('view', 'production')).text, /judged as production/);
    const { text } = await ask('html');
    assert.match(text, /^<!doctype html>/);
    assert.doesNotMatch(text, /data-line/);
    assert.match((await ask('markdown')).text, /^## claims-assistant\n/);
  });

  test('of the text in the editor, and of none where there is none', async (t) => {
    const { session, uri } = await opened(t, { 'ai-system.yaml': spec });
    const ask = (path: string) =>
      session.request<ReportResult | null>(ReportRequest, { uri: uri(path), format: 'view' });
    session.open(uri('ai-system.yaml'), spec.replace('claims-assistant', 'as-edited'));
    assert.equal((await ask('ai-system.yaml'))?.title, 'Readiness of as-edited');
    assert.equal(await ask('none/ai-system.yaml'), null);
    assert.equal(await ask('.git/HEAD'), null, 'nothing but specs');
  });
});

describe('a promotion', () => {
  const ask = (session: Session, of: string, stage: string) =>
    session.request<PromotionResult | null>(PromotionRequest, { uri: of, stage });

  test('what blocks the stage, without the errors there are already', async (t) => {
    const { session, uri } = await opened(t, {});
    const of = uri('ai-system.yaml');
    session.open(of, example('agent-pilot').text);
    const found = await ask(session, of, 'production');
    assert.ok(found);
    assert.equal(found.version, 1);
    assert.equal(found.claimed, 'pilot');
    assert.match(found.verdict, /^\d+ things block production\.$/);
    assert.ok(found.findings.length > 0);
    const { items } = await session.pull(of);
    const key = (one: { range: object; message: unknown }) => `${JSON.stringify(one.range)} ${one.message}`;
    const errors = new Set(items.filter(({ severity }) => severity === 1).map(key));
    assert.deepEqual(
      found.findings.filter((one) => errors.has(key(one))),
      [],
    );
    assert.deepEqual((await ask(session, of, 'pilot'))?.findings, []);
  });

  test('what a client shows of it has quick fixes, and the fix ends it', async (t) => {
    const { session, uri } = await opened(t, {});
    const of = uri('ai-system.yaml');
    const { text } = example('agent-pilot');
    session.open(of, text);
    const isWanted = ({ rule }: { rule: string }) => rule === 'load-tested';
    const wanted = (await ask(session, of, 'production'))?.findings.find(isWanted);
    assert.ok(wanted);
    const { range, rule, message } = wanted;
    const diagnostic = { range, code: rule, message, source: previewSource, severity: 3 };
    const isFix = ({ title }: { title: string }) => title === 'Add `load_test` to `evaluation`';
    assert.ok(!(await session.actions(of, range)).some(isFix), 'unasked it is not offered');
    const fixes = (await session.actions(of, range, { diagnostics: [diagnostic] })).filter(isFix);
    assert.equal(fixes.length, 1);
    assert.deepEqual(fixes[0]?.diagnostics, [diagnostic]);
    const { edit } = await session.request<CodeAction>('codeAction/resolve', fixes[0]);
    assert.ok(edit);
    session.change(of, 2, { text: applied(edit, of, text).text });
    const after = (await ask(session, of, 'production'))?.findings ?? [];
    assert.ok(after.every((one) => one.message !== message));
    assert.ok(after.some(isWanted), 'a placeholder is no answer');
  });

  test('nothing of what is not open, and of no stage', async (t) => {
    const { session, uri } = await opened(t, { 'ai-system.yaml': spec });
    assert.equal(await ask(session, uri('ai-system.yaml'), 'production'), null);
    session.open(uri('ai-system.yaml'), spec);
    assert.equal(await ask(session, uri('ai-system.yaml'), 'nonsense'), null);
  });
});
