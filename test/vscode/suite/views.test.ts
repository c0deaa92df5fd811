import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/start.ts';
import { actions, closeAll, extensionId, finding, findings, ruleOf, show, until, workspaceFolder } from './support.ts';

const spec = `apiVersion: ai-system/v1
system:
  name: viewed-assistant
  type: llm
  stage: pilot
  owner: build
owners:
  build:
    team: Claims
    contact: [slack:claims]
`;

async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>(extensionId);
  assert.ok(extension);
  return extension.activate();
}

async function tree(): Promise<Api['readiness']> {
  return (await api()).readiness;
}

/** The node of a spec, once it is there and as `is` says. */
async function specNode(file: string, is: (node: Node) => boolean = () => true) {
  const readiness = await tree();
  return until(`the node of ${file}`, async () => {
    const nodes = await readiness.getChildren();
    return nodes.find((node) => node.kind === 'spec' && vscode.Uri.parse(node.spec.uri).fsPath === file && is(node));
  });
}

type Node = Awaited<ReturnType<Api['readiness']['getChildren']>>[number];

async function rows(node: Node): Promise<Node[]> {
  const readiness = await tree();
  const lines = await readiness.getChildren(node);
  return (await Promise.all(lines.map((line) => readiness.getChildren(line)))).flat();
}

function write(name: string, text: string): string {
  const file = path.join(workspaceFolder(), name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function lensTitles(document: vscode.TextDocument): Promise<string[]> {
  return Promise.resolve(
    vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100),
  ).then((lenses) => lenses.map(({ command }) => command?.title ?? ''));
}

const previewed = (document: vscode.TextDocument) =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'ai-system preview');

suite('views', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('aiSystem.stopPreview');
    await vscode.commands.executeCommand('aiSystem.readinessAt.claimed');
    await closeAll();
  });

  test('code lenses over the spec and its sections, and none where they are turned off', async () => {
    const { document } = await show('lenses/ai-system.yaml', spec);
    await finding(document, 'log-every-call');
    const titles = await until('lenses', async () => {
      const found = await lensTitles(document);
      return found.length > 0 && found;
    });
    assert.match(titles[0] ?? '', /^Claims pilot, earned no stage yet: \d+ open, \d+ blocks?$/);
    assert.ok(titles.some((title) => /^◔ declared · enough for pre-production$/.test(title)));
    const settings = vscode.workspace.getConfiguration('aiSystem');
    try {
      await settings.update('codeLens', false, vscode.ConfigurationTarget.Workspace);
      await until('no lenses', async () => (await lensTitles(document)).length === 0);
    } finally {
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('every command that a lens or a menu names is there', async () => {
    const { document } = await show('lenses/ai-system.yaml', spec);
    await finding(document, 'log-every-call');
    const known = new Set(await vscode.commands.getCommands());
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    assert.ok(lenses.length > 0);
    for (const { command } of lenses) assert.ok(known.has(command?.command ?? ''), command?.command);
    const { contributes } = vscode.extensions.getExtension(extensionId)?.packageJSON ?? {};
    for (const { command } of contributes.commands) assert.ok(known.has(command), command);
  });

  test('the tree has specs that are not open, their questions, and what is open there', async () => {
    const file = write('tree/closed.ai-system.yaml', spec);
    const node = await specNode(file);
    const readiness = await tree();
    const top = readiness.getTreeItem(node);
    assert.equal(top.label, 'viewed-assistant');
    assert.match(String(top.description), /^\d+ open, \d+ blocks? · claims pilot, earned no stage yet$/);
    const lines = (await readiness.getChildren(node)).map((line) => readiness.getTreeItem(line));
    assert.equal(lines.length, 10);
    assert.equal(lines[2]?.label, 'Q3 Logging');
    assert.match(String(lines[2]?.description), /^open, missing · \d+$/);
    for (const item of lines) {
      assert.ok(item.iconPath instanceof vscode.ThemeIcon);
      assert.ok((item.accessibilityInformation?.label.length ?? 0) > String(item.label).length);
    }
    const all = (await rows(node)).map((row) => readiness.getTreeItem(row));
    assert.ok(all.length > 5);
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length, 'each is known by a name of its own');
  });

  test('an open line leads to its place', async () => {
    const file = write('tree/closed.ai-system.yaml', spec);
    const readiness = await tree();
    const row = (await rows(await specNode(file))).find(
      (one) => one.kind === 'row' && one.row.rule === 'log-every-call',
    );
    assert.ok(row);
    const { command } = readiness.getTreeItem(row);
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.fsPath, file);
    assert.equal(editor?.document.getText(editor.selection), 'owners');
  });

  test('the tree follows what is typed', async () => {
    const editor = await show('tree/typed.ai-system.yaml', spec);
    const file = editor.document.uri.fsPath;
    await specNode(file, (node) => node.spec.name === 'viewed-assistant');
    const at = editor.document.positionAt(spec.indexOf('viewed-assistant'));
    await editor.edit((edit) => edit.insert(at, 'newly-'));
    await specNode(file, (node) => node.spec.name === 'newly-viewed-assistant');
  });

  test('at another stage more is asked, and the title says so', async () => {
    const file = write('tree/closed.ai-system.yaml', spec);
    const before = (await rows(await specNode(file))).length;
    await vscode.commands.executeCommand('aiSystem.readinessAt.production');
    const node = await specNode(file, ({ spec: { judged } }) => judged === 'production');
    assert.ok((await rows(node)).length > before);
    await vscode.commands.executeCommand('aiSystem.readinessAt.claimed');
    await specNode(file, ({ spec: { judged } }) => judged === 'pilot');
  });

  test('the view opens at a spec', async () => {
    const file = write('tree/closed.ai-system.yaml', spec);
    await specNode(file);
    await vscode.commands.executeCommand('aiSystem.showReadiness', vscode.Uri.file(file).toString());
  });

  test('a preview shows what blocks a stage as hints, with fixes, until it is stopped', async () => {
    const { document } = await show('preview/ai-system.yaml', spec);
    await finding(document, 'log-every-call');
    const own = findings(document).map(({ message }) => message);
    const text = document.getText();
    await vscode.commands.executeCommand('aiSystem.previewPromotion', 'production');
    const hints = await until('hints', () => previewed(document).length > 0 && previewed(document));
    assert.ok(hints.every(({ severity }) => severity === vscode.DiagnosticSeverity.Information));
    assert.ok(hints.every(({ message }) => message.startsWith('Blocks production: ')));
    assert.deepEqual(
      findings(document).map(({ message }) => message),
      own,
      'the findings of the spec stay',
    );
    assert.equal(document.isDirty, false);
    assert.equal(document.getText(), text);

    const hint = hints.find((one) => ruleOf(one) === 'type-matches-contents');
    assert.ok(hint);
    const offered = await actions(document, hint.range, vscode.CodeActionKind.QuickFix);
    const titled = offered.filter(({ title }) => title === 'Add `launch` to `system`');
    assert.equal(titled.length, 1);
    assert.ok(titled[0]?.edit !== undefined);

    const titles = await until('a lens', async () => {
      const found = await lensTitles(document);
      return found.some((title) => title.startsWith('Preview of production: ')) && found;
    });
    assert.ok(titles.includes('Stop Promotion Preview'));
    await specNode(document.uri.fsPath, ({ spec: { judged } }) => judged === 'production');

    await vscode.commands.executeCommand('aiSystem.stopPreview');
    assert.deepEqual(previewed(document), []);
    await until('no lens', async () => !(await lensTitles(document)).some((title) => title.startsWith('Preview')));
    await specNode(document.uri.fsPath, ({ spec: { judged } }) => judged === 'pilot');
  });

  test('the fix of a line that only a later stage asks previews that stage', async () => {
    const today = Date.parse(process.env.AI_SYSTEM_AS_OF ?? new Date().toISOString());
    const reviewed = new Date(today - 120 * 86_400_000).toISOString().slice(0, 10);
    const text = spec.replace('owner: build', `owner: build\n  reviewed: ${reviewed}`);
    const { document } = await show('fixed/ai-system.yaml', text);
    await finding(document, 'log-every-call');
    await vscode.commands.executeCommand('aiSystem.readinessAt.production');
    const node = await specNode(document.uri.fsPath, ({ spec: { judged } }) => judged === 'production');
    const all = await rows(node);
    const rowOf = (rule: string) => all.find((one) => one.kind === 'row' && one.row.rule === rule);
    const cursor = () => vscode.window.activeTextEditor?.selection.active;

    await vscode.commands.executeCommand('aiSystem.fixOpen', rowOf('log-every-call'));
    assert.equal(cursor()?.line, document.positionAt(text.indexOf('owners')).line);
    assert.deepEqual(previewed(document), [], 'what is found already needs no preview');

    await vscode.commands.executeCommand('aiSystem.fixOpen', rowOf('spec-reviewed'));
    assert.deepEqual(cursor(), document.positionAt(text.indexOf(reviewed)));
    assert.ok(previewed(document).some((one) => ruleOf(one) === 'spec-reviewed'));
  });

  test('a preview follows what is typed, and a spec that is opened later', async () => {
    const editor = await show('preview/typed.ai-system.yaml', spec);
    await finding(editor.document, 'log-every-call');
    await vscode.commands.executeCommand('aiSystem.previewPromotion', 'production');
    const asksForLaunch = () => previewed(editor.document).some(({ message }) => /`launch` is missing/.test(message));
    await until('the launch to be asked for', asksForLaunch);
    const at = editor.document.positionAt(spec.indexOf('  owner: build'));
    await editor.edit((edit) => edit.insert(at, '  launch: 2027-01-01\n'));
    await until('it to be asked for no longer', () => previewed(editor.document).length > 0 && !asksForLaunch());
    const later = await show('preview/later.ai-system.yaml', spec);
    await until('hints in the other', () => previewed(later.document).length > 0);
  });

  test('the report is a panel, and a file where it is exported', async () => {
    const { document } = await show('report/ai-system.yaml', spec);
    await finding(document, 'log-every-call');
    await vscode.commands.executeCommand('aiSystem.showReport', document.uri.toString());
    await until('the panel', () =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ label }) => label === 'Readiness of viewed-assistant'),
      ),
    );
    for (const [name, begin] of [
      ['readiness.html', /^<!doctype html>/],
      ['readiness.md', /^## viewed-assistant\n/],
    ] as const) {
      const file = path.join(workspaceFolder(), 'report', name);
      await vscode.commands.executeCommand('aiSystem.exportReport', document.uri.toString(), vscode.Uri.file(file));
      await until('the file', () => existsSync(file));
      assert.match(readFileSync(file, 'utf8'), begin);
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('the report of a window that was closed comes back, and one of nothing goes', async () => {
    const { document } = await show('report/ai-system.yaml', spec);
    await finding(document, 'log-every-call');
    const { reports } = await api();
    const create = () => vscode.window.createWebviewPanel('aiSystem.report', 'restoring', vscode.ViewColumn.Active);
    const panel = create();
    await reports.deserializeWebviewPanel(panel, { uri: document.uri.toString(), open: [], top: 0 });
    assert.equal(panel.title, 'Readiness of viewed-assistant');
    assert.match(panel.webview.html, /Content-Security-Policy/);
    assert.equal(panel.webview.options.enableScripts, true);
    assert.deepEqual(panel.webview.options.localResourceRoots, []);
    // It is the panel of that spec from then on.
    await vscode.commands.executeCommand('aiSystem.showReport', document.uri.toString());
    const titled = () => {
      const labels = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
      return labels.filter((label) => label === 'Readiness of viewed-assistant').length;
    };
    await until('the panel', () => titled() > 0);
    assert.equal(titled(), 1);

    const gone = create();
    await reports.deserializeWebviewPanel(gone, { uri: vscode.Uri.joinPath(document.uri, '../gone.yaml').toString() });
    assert.equal(gone.title, 'Readiness');

    for (const state of [undefined, null, {}, { uri: 7 }]) {
      const broken = create();
      let isDisposed = false;
      broken.onDidDispose(() => {
        isDisposed = true;
      });
      await reports.deserializeWebviewPanel(broken, state);
      assert.ok(isDisposed, JSON.stringify(state));
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('a server that is started again is asked again', async () => {
    const file = write('tree/closed.ai-system.yaml', spec);
    await specNode(file);
    await vscode.commands.executeCommand('aiSystem.restartServer');
    await specNode(file);
  });
});
