import * as vscode from 'vscode';

/** What each type of system is. */
export const typeDetails = {
  rag: vscode.l10n.t('Answers from documents it looks up'),
  llm: vscode.l10n.t('Calls a language model without looking anything up'),
  agent: vscode.l10n.t('Chooses its own steps and acts through tools'),
  model: vscode.l10n.t('Predicts with a model trained on your data'),
} as const;

/** What each stage asks. */
export const stageDetails = {
  pilot: vscode.l10n.t('Being tried out: the spec names what it needs'),
  'pre-production': vscode.l10n.t('Being built: what the spec names exists'),
  production: vscode.l10n.t('In use: what the spec names agrees with it and is recent'),
} as const;
