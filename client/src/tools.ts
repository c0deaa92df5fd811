import * as vscode from 'vscode';
import { type ToolParams, ToolRequest, type ToolResult } from '../../server/src/protocol.ts';
import type { AskServer } from './init-questions.ts';

/** The tools that package.json declares, for the language models of the editor. */
export function registerTools(ask: AskServer): vscode.Disposable {
  const tools = ['ai-system_check', 'ai-system_explain'].map((tool) =>
    vscode.lm.registerTool<Readonly<Record<string, unknown>>>(tool, {
      async invoke({ input }) {
        const params: ToolParams = { tool, input, uri: uriOf(input.path)?.toString() ?? null };
        const { text } = await ask<ToolResult>(ToolRequest, params);
        return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
      },
    }),
  );
  return vscode.Disposable.from(...tools);
}

/** Absolute, or from the first folder of the workspace. */
function uriOf(path: unknown): vscode.Uri | undefined {
  if (typeof path !== 'string' || path === '') return undefined;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const absolute = vscode.Uri.file(path);
  const isAbsolute = path.startsWith('/') || /^[a-z]:[\\/]/i.test(path);
  return isAbsolute || folder === undefined ? absolute : vscode.Uri.joinPath(folder, path);
}
