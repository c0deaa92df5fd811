import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, finding, noFinding, serverProcesses, show, sleep, until } from './support.ts';

const spec = `apiVersion: ai-system/v1
system:
  name: claims-assistant
  type: rag
  stage: pilot
`;
const rule = 'log-every-call';

suite('server', () => {
  teardown(closeAll);

  test('runs once, however many specs are open', async () => {
    for (const name of ['one', 'two', 'three']) {
      const { document } = await show(`many/${name}.ai-system.yaml`, spec);
      await finding(document, rule);
    }
    assert.equal(serverProcesses()?.length ?? 1, 1);
  });

  test('the stage of the settings is the one that is judged', async () => {
    const settings = vscode.workspace.getConfiguration('aiSystem');
    const { document } = await show('judged.ai-system.yaml', spec);
    const severity = async () => (await finding(document, rule)).severity;
    assert.equal(await severity(), vscode.DiagnosticSeverity.Warning);
    try {
      await settings.update('stage', 'production', vscode.ConfigurationTarget.Workspace);
      await until('an error', async () => (await severity()) === vscode.DiagnosticSeverity.Error);
    } finally {
      await settings.update('stage', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await until('a warning again', async () => (await severity()) === vscode.DiagnosticSeverity.Warning);
  });

  test('restarts on command', async () => {
    const { document } = await show('restarted.ai-system.yaml', spec);
    await finding(document, rule);
    const before = serverProcesses();
    await vscode.commands.executeCommand('aiSystem.restartServer');
    await until('another server', () => before === undefined || isAnother(before));
    await finding(document, rule);
    await edited(document);
  });

  test('restarts on command although it hangs', async function () {
    const { document } = await show('hangs.ai-system.yaml', spec);
    await finding(document, rule);
    const before = serverProcesses();
    if (before === undefined) this.skip();
    for (const pid of before) process.kill(pid, 'SIGSTOP');
    await vscode.commands.executeCommand('aiSystem.restartServer');
    await until('another server', () => isAnother(before));
    await finding(document, rule);
  });

  test('comes back after a crash', async function () {
    const { document } = await show('crashed.ai-system.yaml', spec);
    await finding(document, rule);
    await sleep(3_200); // Long enough not to be laid at the door of what was opened last.
    if (!kill()) this.skip();
    await noFinding(document, rule);
    await finding(document, rule);
    await edited(document);
  });

  test('comes back without the document it crashed on, until that is edited', async function () {
    const other = (await show('other.ai-system.yaml', spec)).document;
    await finding(other, rule);
    const editor = await show('culprit.ai-system.yaml', spec);
    const { document } = editor;
    await finding(document, rule);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# the last straw\n'));
    await sleep(200);
    if (!kill()) this.skip();
    await noFinding(document, rule);
    await finding(other, rule);
    await sleep(500);
    await noFinding(document, rule);
    await edited(document);
    await finding(document, rule);
  });

  test('gives up after five crashes in three minutes, and comes back when told to', async function () {
    const { document } = await show('gone.ai-system.yaml', spec);
    await finding(document, rule);
    await vscode.commands.executeCommand('aiSystem.restartServer'); // Forgets earlier crashes.
    for (let crash = 1; crash <= 5; crash += 1) {
      const alive = await until('the server', () => serverProcesses() === undefined || serverProcesses()?.[0]);
      if (!kill()) this.skip();
      await until('its end', () => !serverProcesses()?.some((pid) => pid === alive));
    }
    await sleep(1_000);
    assert.deepEqual(serverProcesses(), []);

    await vscode.commands.executeCommand('aiSystem.restartServer');
    await finding(document, rule);
  });
});

/** Kills the server; false where that cannot be done. */
function kill(): boolean {
  const processes = serverProcesses();
  for (const pid of processes ?? []) process.kill(pid, 'SIGKILL');
  return processes !== undefined;
}

function isAnother(before: readonly number[]): boolean {
  const now = serverProcesses() ?? [];
  return now.length === 1 && !before.includes(now[0]!);
}

/** The new server hears of edits. */
async function edited(document: vscode.TextDocument): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, 'nonsense: 1\n');
  assert.ok(await vscode.workspace.applyEdit(edit));
  await finding(document, 'unknown-key');
}
