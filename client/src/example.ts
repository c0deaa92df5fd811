import * as vscode from 'vscode';
import { typeDetails } from './types.ts';

const examples = [
  { label: 'rag', description: 'pilot', folder: 'rag-pilot' },
  { label: 'llm', description: 'pilot', folder: 'llm-pilot' },
  { label: 'agent', description: 'pilot', folder: 'agent-pilot' },
  { label: 'model', description: 'pilot', folder: 'model-pilot' },
  { label: 'rag', description: 'production', folder: 'rag-production' },
  { label: 'agent', description: 'production', folder: 'agent-production' },
  { label: 'model', description: 'pre-production', folder: 'model-pre-production' },
  { label: 'model', description: 'production', folder: 'model-production' },
] as const;

/** Lets one of the examples be chosen and opens its folder on the web. */
export async function openExample(): Promise<void> {
  const items = examples.map((example) => ({ ...example, detail: typeDetails[example.label] }));
  const placeHolder = vscode.l10n.t('Which example? It opens on GitHub.');
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Open Example'), placeHolder });
  if (chosen === undefined) return;
  const root = 'https://github.com/ai-system-spec/ai-system-spec/tree/main/examples';
  await vscode.env.openExternal(vscode.Uri.parse(`${root}/${chosen.folder}`));
}
