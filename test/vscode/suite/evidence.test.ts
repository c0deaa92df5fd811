import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAll, finding, noFinding, show, until } from './support.ts';

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
      runbook: runbooks/errors.md
      rule: observability/alerts.yaml#TooManyErrors
`;

const alerts = (name: string) => `groups:
  - name: ai
    rules:
      - alert: ${name}
        expr: errors_ratio > 0.05
        for: 10m
        labels:
          severity: page
`;

suite('evidence', () => {
  teardown(closeAll);

  test('an alert that is renamed in its file marks the spec, which nobody touches', async () => {
    const { document, file } = await opened('renamed');
    await noFinding(document, 'alert-complete');
    const version = document.version;
    writeFileSync(file, alerts('ErrorsHigh'));
    const found = await finding(document, 'alert-complete');
    assert.match(found.message, /TooManyErrors/);
    assert.equal(document.getText(found.range), 'observability/alerts.yaml#TooManyErrors');
    writeFileSync(file, alerts('TooManyErrors'));
    await noFinding(document, 'alert-complete');
    assert.equal(document.version, version);
  });

  test('what is typed in an artifact counts before it is saved', async () => {
    const { document, file } = await opened('typed');
    await noFinding(document, 'alert-complete');
    const artifact = await vscode.workspace.openTextDocument(file);
    const editor = await vscode.window.showTextDocument(artifact, {
      preview: false,
      viewColumn: vscode.ViewColumn.Two,
    });
    const at = artifact.getText().indexOf('TooManyErrors');
    const range = new vscode.Range(artifact.positionAt(at), artifact.positionAt(at + 'TooManyErrors'.length));
    await editor.edit((edit) => edit.replace(range, 'ErrorsHigh'));
    await finding(document, 'alert-complete');
    assert.equal(readFileSync(file, 'utf8'), alerts('TooManyErrors'));
    await vscode.commands.executeCommand('undo');
    await noFinding(document, 'alert-complete');
  });

  test('the definition of a reference is in the artifact, and its hover says what is there', async () => {
    const { document, file } = await opened('defined');
    await noFinding(document, 'alert-complete');
    const at = document.positionAt(document.getText().indexOf('observability/alerts.yaml') + 3);
    const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at,
    );
    const [place] = places.map((one) => ('uri' in one ? one : { uri: one.targetUri, range: one.targetRange }));
    assert.equal(place?.uri.fsPath, vscode.Uri.file(file).fsPath);
    assert.equal(place?.range.start.line, 3);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const text = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
    assert.match(text.join('\n'), /alerts\.yaml:4/);
  });

  test('completion offers the files there are, and the alerts in one', async () => {
    const { document } = await opened('completed');
    await noFinding(document, 'alert-complete');
    const rule = 'observability/alerts.yaml#';
    const at = document.positionAt(document.getText().indexOf(rule) + rule.length);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('observability/alerts.yaml#TooManyErrors'), labels.join(', '));
  });

  test('renaming an artifact renames it in the spec', async () => {
    const { document, file } = await opened('moved');
    await noFinding(document, 'alert-complete');
    const edit = new vscode.WorkspaceEdit();
    const to = path.join(path.dirname(file), 'rules.yaml');
    edit.renameFile(vscode.Uri.file(file), vscode.Uri.file(to));
    await vscode.workspace.applyEdit(edit);
    await until('the spec names the new file', () => document.getText().includes('observability/rules.yaml#'));
    await noFinding(document, 'alert-complete');
  });
});

/** A spec in a folder of its own, with the artifacts that it names. */
async function opened(name: string): Promise<{ readonly document: vscode.TextDocument; readonly file: string }> {
  const folder = path.join(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', name);
  mkdirSync(path.join(folder, '.git'), { recursive: true });
  mkdirSync(path.join(folder, 'observability'), { recursive: true });
  mkdirSync(path.join(folder, 'runbooks'), { recursive: true });
  writeFileSync(path.join(folder, 'runbooks/errors.md'), '# Errors\n\nTurn it off, then find out why.\n');
  const file = path.join(folder, 'observability/alerts.yaml');
  writeFileSync(file, alerts('TooManyErrors'));
  const { document } = await show(`${name}/ai-system.yaml`, spec);
  // The first check is done when something is found: there is much that this spec does not say.
  await finding(document, 'log-every-call');
  return { document, file };
}
