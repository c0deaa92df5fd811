import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/start.ts';
import {
  answer,
  asked,
  closeAll,
  extensionId,
  finding,
  findings,
  next,
  ruleOf,
  show,
  sleep,
  until,
  workspaceFolder,
} from './support.ts';

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
prompts:
  answer:
    path: prompts/gone.md
`;

suite('in German, where nobody trusts the workspace', () => {
  teardown(closeAll);

  async function api(): Promise<Api> {
    const extension = vscode.extensions.getExtension<Api>(extensionId);
    assert.ok(extension);
    return extension.activate();
  }

  test('the editor is as the tests want it', () => {
    assert.equal(vscode.env.language, 'de');
    assert.equal(vscode.workspace.isTrusted, false);
  });

  test('what package.json says is German', () => {
    const { contributes } = vscode.extensions.getExtension(extensionId)?.packageJSON ?? {};
    const [{ command, title }] = contributes.commands;
    assert.equal(command, 'aiSystem.init');
    // Of commands the English is kept beside it, so that the palette finds them by both.
    assert.equal(title.value ?? title, 'Neue AI System Spec…');
    assert.match(contributes.configuration.properties['aiSystem.stage'].description, /^Die Stufe, /);
  });

  test('a spec is checked by what it declares, and no file that it names is opened', async () => {
    const { document } = await show('ai-system.yaml', spec);
    await finding(document, 'log-every-call');
    // Long enough for a look at files to have come back.
    await sleep(1_000);
    const missing = findings(document).filter(({ message }) => message.includes('gone.md'));
    assert.deepEqual(missing.map(ruleOf), []);
  });

  test('status and view say so', async () => {
    await show('ai-system.yaml', spec);
    const { says } = await api();
    const { status } = await until('the status', () => /^pilot: /.test(says().status) && says());
    assert.match(status, /^pilot: (?:\d+ Fehler, )?\d+ Warnung(?:en)?/);
    assert.match(
      status,
      /Erreicht: noch keine Stufe\. Eingeschränkter Modus: Geprüft wird nur, was Specs selbst angeben\./,
    );
    assert.match(says().view ?? '', /^Eingeschränkter Modus: /);
    await vscode.commands.executeCommand('aiSystem.readinessAt.production');
    assert.match(says().view ?? '', /^Beurteilt wie auf der Stufe production\. Eingeschränkter Modus: /);
    await vscode.commands.executeCommand('aiSystem.readinessAt.claimed');
  });

  test('the tree speaks German', async () => {
    const file = path.join(workspaceFolder(), 'ai-system.yaml');
    writeFileSync(file, spec);
    const { readiness } = await api();
    const node = await until('the node', async () => {
      const nodes = await readiness.getChildren();
      return nodes.find((one) => vscode.Uri.parse(one.spec.uri).fsPath === file);
    });
    assert.match(String(readiness.getTreeItem(node).description), / · pilot angegeben, noch keine Stufe erreicht$/);
    const lines = (await readiness.getChildren(node)).map((line) => readiness.getTreeItem(line));
    assert.match(String(lines[2]?.description), /^offen, missing · \d+$/);
  });

  test('hover and lens tell of what is declared alone', async () => {
    const { document } = await show('ai-system.yaml', spec);
    await finding(document, 'log-every-call');
    const at = document.positionAt(spec.indexOf('gone.md'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
      .join('\n');
    assert.match(text, /not opened here/);
  });

  test('of several folders that of the open file is offered first, and those that have a spec are marked', async () => {
    const [first, second] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(first !== undefined && second !== undefined);
    const spec = vscode.Uri.joinPath(first.uri, 'ai-system.yaml').fsPath;
    const other = vscode.Uri.joinPath(second.uri, 'notes.txt').fsPath;
    writeFileSync(spec, 'apiVersion: ai-system/v1\n');
    writeFileSync(other, '');
    await vscode.window.showTextDocument(vscode.Uri.file(spec));
    const made = vscode.commands.executeCommand('aiSystem.init');
    // Of those without one the first: for the other nobody needs to be asked.
    const { labels } = await asked(1, second.uri.toString());
    assert.deepEqual(labels, [`${first.name} hat bereits eine Spec`, second.name]);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await made;

    await vscode.window.showTextDocument(vscode.Uri.file(other));
    const again = vscode.commands.executeCommand('aiSystem.init');
    assert.deepEqual((await asked(1)).labels, [second.name, `${first.name} hat bereits eine Spec`]);
    await next(first.uri.toString());
    await answer(1, first.uri.toString());
    await again;
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, spec);
  });

  test('no spec is made of a repository that nobody trusts', async () => {
    const folder = path.join(workspaceFolder(), 'doubtful');
    mkdirSync(folder);
    await vscode.commands.executeCommand('aiSystem.init', vscode.Uri.file(folder), 'rag', 'pilot');
    await assert.rejects(async () => vscode.workspace.fs.stat(vscode.Uri.file(path.join(folder, 'ai-system.yaml'))));
  });
});
