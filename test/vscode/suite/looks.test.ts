import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, finding, show, until } from './support.ts';

const spec = `apiVersion: ai-system/v1
system:
  owner: ops
  launch: 2020-01-01
owners:
  ops:
    team:   Ops
indexes:
  docs:
    refresh: { cron: "30 4 * * 1", timezone: UTC }
colour: red
`;

async function opened(name: string, text = spec): Promise<vscode.TextDocument> {
  const { document } = await show(`looks/${name}.ai-system.yaml`, text);
  await finding(document, 'owner-reachable');
  return document;
}

suite('looks', () => {
  teardown(closeAll);

  test('a hover says when a schedule runs', async () => {
    const document = await opened('hover');
    const position = document.positionAt(spec.indexOf('30 4') + 2);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const text = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
    assert.match(text.join('\n'), /Every Monday at 04:30.*UTC/);
  });

  test('hints stand behind values', async () => {
    const document = await opened('hints');
    const range = new vscode.Range(0, 0, document.lineCount, 0);
    const provide = 'vscode.executeInlayHintProvider';
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(provide, document.uri, range);
    const labels = hints.map(({ label }) => String(label));
    assert.ok(labels.includes('every Monday at 04:30'), labels.join('\n'));
    assert.ok(
      labels.some((label) => / years ago$/.test(label)),
      labels.join('\n'),
    );
  });

  test('semantic tokens have the types of the language', async () => {
    const document = await opened('tokens');
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    const types = Array.from({ length: data.length / 5 }, (_, index) => legend.tokenTypes[data[index * 5 + 3] ?? 0]);
    for (const type of ['namespace', 'property', 'variable', 'date', 'unknownKey'])
      assert.ok(types.includes(type), type);
  });

  test('Format Document takes away spaces and nothing else', async () => {
    const document = await opened('format');
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await until('the formatted text', () => document.getText() === spec.replace('team:   Ops', 'team: Ops'));
  });

  test('what formats and colours YAML does so with configurations and packs, and is asked about by nobody', async () => {
    await opened('awake');
    const yaml = { language: 'yaml' };
    const theirs = vscode.languages.registerDocumentFormattingEditProvider(yaml, {
      provideDocumentFormattingEdits: (document) => [
        vscode.TextEdit.insert(new vscode.Position(document.lineCount, 0), '# formatted\n'),
      ],
    });
    try {
      for (const name of ['formatted/ai-system.config.yaml', 'formatted/team.ai-system-pack.yaml']) {
        const { document } = await show(name, 'a: 1\n');
        assert.equal(document.languageId, 'yaml');
        // With another one VS Code would ask which is meant, and do nothing until somebody says so.
        await vscode.commands.executeCommand('editor.action.formatDocument');
        await until(`${name} to be formatted`, () => document.getText() === 'a: 1\n# formatted\n');
        const legend = await vscode.commands.executeCommand('vscode.provideDocumentSemanticTokensLegend', document.uri);
        assert.equal(legend, undefined);
      }
    } finally {
      theirs.dispose();
    }
  });

  test('Enter below a key of a list begins it, once', async () => {
    const document = await opened('enter', `${spec}evaluation:\n  gate:\n    runs_when:`);
    const editor = vscode.window.activeTextEditor!;
    const end = document.lineAt(document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: '\n' });
    await until('the list', () => document.getText().endsWith('runs_when:\n      - '));
    await vscode.commands.executeCommand('type', { text: 'prompt' });
    await vscode.commands.executeCommand('hideSuggestWidget');
    await vscode.commands.executeCommand('type', { text: '\n' });
    await until('the next item', () => document.getText().endsWith('runs_when:\n      - prompt\n      - '));
  });
});
