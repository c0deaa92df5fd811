import * as vscode from 'vscode';
import type { PlainRange } from '../../server/src/protocol.ts';

/** Shows a spec with the range selected, in the column where it is open already. */
export async function goTo(uri: string, { start, end }: PlainRange): Promise<vscode.TextEditor> {
  const wanted = vscode.Uri.parse(uri);
  const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
  const open = tabs.find(({ input }) => {
    return input instanceof vscode.TabInputText && input.uri.toString() === wanted.toString();
  });
  const viewColumn = open?.group.viewColumn ?? vscode.ViewColumn.One;
  const editor = await vscode.window.showTextDocument(wanted, { viewColumn });
  const range = editor.document.validateRange(new vscode.Range(start.line, start.character, end.line, end.character));
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

/** Arguments of commands come from anywhere. */
export function isRange(value: unknown): value is PlainRange {
  const isPlace = (place: unknown) => {
    const { line, character } = (place ?? {}) as Record<string, unknown>;
    return Number.isInteger(line) && Number.isInteger(character);
  };
  const { start, end } = (value ?? {}) as Record<string, unknown>;
  return isPlace(start) && isPlace(end);
}

export function isSpec({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'ai-system';
}

/** The spec that somebody works on, if that is in an editor. */
export function activeSpec(): string | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isSpec(document) ? document.uri.toString() : undefined;
}
