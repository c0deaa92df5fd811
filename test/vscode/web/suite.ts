import * as vscode from 'vscode';
import { type Result, runMocha, until } from './mocha.ts';

/** What the command finds in each fixture, put there by the runner. */
declare const EXPECTED: Readonly<Record<string, readonly Flat[]>>;
/** Only tests with this in their name. */
declare const GREP: string;

/** VS Code calls this in the worker of the extension host. */
export function run(): Promise<Result> {
  return runMocha(define, GREP);
}

function define(): void {
  suite('in a browser', () => {
    teardown(async () => {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    test('a spec has findings, and a fix that removes one', async () => {
      const { document } = await show('written/ai-system.yaml', 'apiVersion: ai-system/v1\nsystm:\n  name: x\n');
      const found = await finding(document, 'unknown-key');
      equal(document.getText(found.range), 'systm');
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        found.range,
        vscode.CodeActionKind.QuickFix.value,
        100,
      );
      const fix = actions.find(({ title }) => title.includes('system'));
      ok(fix?.edit !== undefined, actions.map(({ title }) => title).join(', '));
      await vscode.workspace.applyEdit(fix.edit);
      await noFinding(document, 'unknown-key');
    });

    test('what a spec names is read through the editor: nothing is found in an example with all its files', async () => {
      const { document } = await open('rag-production/ai-system.yaml');
      const hovered = await until('a hover that tells of the file', async () => {
        const text = await hover(document, 'observability/alerts');
        return text.includes('observability/') ? text : undefined;
      });
      match(hovered, /observability\/\S+:\d+/);
      equal(found(document).map(line).join('\n'), '');
    });

    test('an alert that is renamed in its file marks the spec, which nobody touches', async () => {
      const { document } = await open('rag-production/ai-system.yaml');
      const [, file = '', name = ''] = /rule: (\S+)#(\S+)/.exec(document.getText()) ?? [];
      const uri = at(`rag-production/${file}`);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      ok(text.includes(name), `${file} has ${name}`);
      await noFinding(document, 'alert-complete');
      await write(uri, text.replaceAll(name, 'RenamedElsewhere'));
      match((await finding(document, 'alert-complete')).message, new RegExp(name));
      await write(uri, text);
      await noFinding(document, 'alert-complete');
    });

    test('what is typed in an artifact counts before it is saved', async () => {
      const { document } = await open('rag-production/ai-system.yaml');
      const [, file = '', name = ''] = /rule: (\S+)#(\S+)/.exec(document.getText()) ?? [];
      await noFinding(document, 'alert-complete');
      const artifact = await vscode.workspace.openTextDocument(at(`rag-production/${file}`));
      const editor = await vscode.window.showTextDocument(artifact, vscode.ViewColumn.Two);
      const start = artifact.getText().indexOf(name);
      const range = new vscode.Range(artifact.positionAt(start), artifact.positionAt(start + name.length));
      await editor.edit((edit) => edit.replace(range, 'TypedOnly'));
      await finding(document, 'alert-complete');
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await noFinding(document, 'alert-complete');
    });

    test('what needs git is told to be beyond proof here', async () => {
      const text = await tool('ai-system_check', { path: 'no-history/ai-system.yaml', stage: 'production' });
      ok(text.includes('no-history/ai-system.yaml'), text);
      const { document } = await open('no-history/ai-system.yaml');
      const told = await until('the reason', async () => {
        const text = await hover(document, 'prompts/answer.md');
        return /histor|git/i.test(text) ? text : undefined;
      });
      match(told, /histor|git/i);
    });

    test('completion, definition and symbols', async () => {
      const { document } = await open('rag-production/ai-system.yaml');
      const end = document.lineAt(document.lineCount - 1).range.end;
      await until('something to complete', async () => {
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          end,
        );
        return list.items.length > 0;
      });
      const offset = document.getText().indexOf('#', document.getText().indexOf('rule: '));
      const [target] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        document.positionAt(offset + 2),
      );
      ok(target !== undefined, 'a definition');
      match(String('uri' in target ? target.uri : target.targetUri), /^mem:\/rag-production\/observability\//);
    });

    test('a spec is formatted', async () => {
      const { document } = await show('formatted/ai-system.yaml', 'apiVersion:   ai-system/v1\nsystem:   {   }\n');
      const edits = await until('edits', async () => {
        const options = { tabSize: 2, insertSpaces: true };
        const found = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
          'vscode.executeFormatDocumentProvider',
          document.uri,
          options,
        );
        return found !== undefined && found.length > 0 ? found : undefined;
      });
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, edits);
      await vscode.workspace.applyEdit(edit);
      equal(document.getText(), 'apiVersion: ai-system/v1\nsystem: {}\n');
    });

    test('a new spec, of the type and stage that are given', async () => {
      await write(at('fresh/prompts/answer.md'), 'Answer.\n');
      await vscode.commands.executeCommand('aiSystem.init', at('fresh'), 'rag', 'pre-production');
      const editor = await until('the spec to be shown', () => {
        const { activeTextEditor } = vscode.window;
        return activeTextEditor?.document.uri.path === '/fresh/ai-system.yaml' ? activeTextEditor : undefined;
      });
      const text = editor.document.getText();
      match(text, /^ {2}type: rag\n {2}stage: pre-production$/m);
      match(text, /^ {4}path: prompts\/answer\.md$/m);
      match(editor.document.getText(editor.selection), /^TODO /);
    });

    test('specs that are not open are checked too', async () => {
      await until('findings of a spec that is not open', () => {
        return vscode.languages.getDiagnostics(at('closed/ai-system.yaml')).length > 0;
      });
    });

    suite('the editor finds what the command finds', () => {
      for (const [name, expected] of Object.entries(EXPECTED)) {
        test(name, async () => {
          const { document } = await open(`out/fixtures/${name}/ai-system.yaml`);
          const wanted = expected.map(line).sort();
          const now = () => found(document).map(line).sort();
          if (wanted.length === 0) await sleep(200);
          await until('as many findings as expected', () => now().length === wanted.length).catch(() => {});
          equal(now().join('\n'), wanted.join('\n'));
        });
      }
    });
  });
}

function at(path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: 'mem', path: `/${path}` });
}

function open(path: string): Thenable<vscode.TextEditor> {
  return vscode.window.showTextDocument(at(path), { preview: false });
}

async function show(path: string, text: string): Promise<vscode.TextEditor> {
  await write(at(path), text);
  return open(path);
}

function write(uri: vscode.Uri, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

async function hover(document: vscode.TextDocument, word: string): Promise<string> {
  const offset = document.getText().indexOf(word);
  ok(offset >= 0, `${word} is in the spec`);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset + 2),
  );
  return hovers
    .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
    .join('\n');
}

async function tool(name: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

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

function diagnostics(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'ai-system');
}

function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

function found(document: vscode.TextDocument): Flat[] {
  return diagnostics(document).map((diagnostic) => {
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
  });
}

function line({ rule, severity, line, column, endLine, endColumn, message }: Flat): string {
  return `${line}:${column}-${endLine}:${endColumn} ${severity} ${rule} ${message}`;
}

function finding(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  return until(`a finding of ${rule}`, () => diagnostics(document).find((one) => ruleOf(one) === rule));
}

async function noFinding(document: vscode.TextDocument, rule: string): Promise<void> {
  await until(`no finding of ${rule}`, () => diagnostics(document).every((one) => ruleOf(one) !== rule));
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function ok(value: unknown, what: string): asserts value {
  if (!value) throw new Error(what);
}

function equal(actual: string, expected: string): void {
  if (actual !== expected) throw new Error(`Found\n${actual}\ninstead of\n${expected}`);
}

function match(actual: string, expected: RegExp): void {
  if (!expected.test(actual)) throw new Error(`${expected} is not in\n${actual}`);
}
