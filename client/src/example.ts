import * as vscode from 'vscode';

const examples = [
  { label: 'rag', description: 'Answers from documents, a pilot', folder: 'rag-pilot' },
  { label: 'llm', description: 'Calls a model, a pilot', folder: 'llm-pilot' },
  { label: 'agent', description: 'Acts through tools, a pilot', folder: 'agent-pilot' },
  { label: 'model', description: 'A trained model, a pilot', folder: 'model-pilot' },
  { label: 'rag', description: 'Answers from documents, in production', folder: 'rag-production' },
  { label: 'agent', description: 'Acts through tools, in production', folder: 'agent-production' },
  { label: 'model', description: 'A trained model, in pre-production', folder: 'model-pre-production' },
  { label: 'model', description: 'A trained model, in production', folder: 'model-production' },
] as const;

/** Lets one of the examples be chosen and opens its folder on the web. */
export async function openExample(): Promise<void> {
  const chosen = await vscode.window.showQuickPick(examples, { placeHolder: 'The example to look at' });
  if (chosen === undefined) return;
  const root = 'https://github.com/ai-system-spec/ai-system-spec/tree/main/examples';
  await vscode.env.openExternal(vscode.Uri.parse(`${root}/${chosen.folder}`));
}
