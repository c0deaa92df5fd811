import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { actions, closeAll, finding, findings, noFinding, ruleOf, show, sleep, until } from './support.ts';

/** A spec without owners and without logging. */
const incomplete = `apiVersion: ai-system/v1
system:
  name: claims-assistant
  type: rag
  stage: pilot
sources:
  policies:
    what: Policy terms
evaluation:
  datasets: {}
operations:
  involved_since: 2026-03-02
`;

suite('diagnostics', () => {
  teardown(closeAll);

  test('a missing section is reported at the key of the section before it', async () => {
    const { document } = await show('incomplete.ai-system.yaml', incomplete);
    const logging = await finding(document, 'log-every-call');
    assert.equal(document.getText(logging.range), 'evaluation');
    assert.equal(logging.source, 'ai-system');
    assert.equal(logging.severity, vscode.DiagnosticSeverity.Warning);
    const owners = await finding(document, 'owner-reachable');
    assert.equal(document.getText(owners.range), 'system');
    assert.equal(owners.severity, vscode.DiagnosticSeverity.Error);
  });

  test('a finding links to the page of its rule', async () => {
    const { document } = await show('incomplete.ai-system.yaml', incomplete);
    const { code } = await finding(document, 'log-every-call');
    assert.ok(typeof code === 'object', 'the code has a link');
    assert.equal(code.target.scheme, 'https');
    assert.match(code.target.path, /log-every-call/);
  });

  test('findings follow what is typed', async () => {
    const editor = await show('typed.ai-system.yaml', incomplete);
    await finding(editor.document, 'log-every-call');
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, 'logging: { calls: 100%, store: elastic:calls }\n'));
    await noFinding(editor.document, 'log-every-call');
    await vscode.commands.executeCommand('undo');
    await finding(editor.document, 'log-every-call');
  });

  test('the configuration has findings and fixes, and stays YAML to everybody else', async () => {
    const { document } = await show('configured/ai-system.config.yaml', 'rules:\n  unused-di: off\n');
    assert.equal(document.languageId, 'yaml');
    const unknown = await finding(document, 'unknown-key');
    assert.equal(document.getText(unknown.range), 'unused-di');
    const [fix] = await actions(document, unknown.range, vscode.CodeActionKind.QuickFix);
    assert.ok(fix?.edit !== undefined, 'it has a fix');
    await vscode.workspace.applyEdit(fix.edit);
    await noFinding(document, 'unknown-key');
    assert.equal(document.getText(), 'rules:\n  unused-id: off\n');
  });

  test("somebody else's file of the same name is left alone", async () => {
    const { document } = await show('else/ai-system.yaml', 'apiVersion: example.org/v1\nkind: AISystem\n');
    assert.equal(document.languageId, 'ai-system');
    // What is opened later is answered later.
    await finding((await show('behind.ai-system.yaml', incomplete)).document, 'log-every-call');
    assert.deepEqual(findings(document), []);
  });

  suite('the editor finds what the command finds', () => {
    const folder = process.env.AI_SYSTEM_FIXTURES ?? '';
    for (const name of folder === '' ? [] : readdirSync(folder)) {
      const spec = path.join(folder, name, 'ai-system.yaml');
      const expected = path.join(folder, name, 'expected.json');
      if (!existsSync(spec) || !existsSync(expected)) continue;

      test(name, async () => {
        const { document } = await vscode.window.showTextDocument(vscode.Uri.file(spec), { preview: false });
        const wanted = JSON.parse(readFileSync(expected, 'utf8')).map(line).sort();
        const found = () => findings(document).map(flat).map(line).sort();
        if (wanted.length === 0) await sleep(300);
        await until('as many findings as expected', () => found().length === wanted.length).catch(() => {});
        assert.deepEqual(found(), wanted);
      });
    }
  });
});

/** As the command prints it: lines and columns from 1. */
interface Flat {
  readonly rule: string;
  readonly severity: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}

function flat(diagnostic: vscode.Diagnostic): Flat {
  const { start, end } = diagnostic.range;
  return {
    rule: ruleOf(diagnostic),
    severity: ['error', 'warning', 'info', 'hint'][diagnostic.severity] ?? '',
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    message: diagnostic.message,
  };
}

function line({ rule, severity, line, column, endLine, endColumn, message }: Flat): string {
  return `${line}:${column}-${endLine}:${endColumn} ${severity} ${rule} ${message}`;
}
