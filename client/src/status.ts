import * as vscode from 'vscode';
import type { StatusParams } from '../../server/src/protocol.ts';

type Server = 'starting' | 'running' | 'stopped';

/** The entry behind the braces in the status bar: the stage and the findings of the spec in the active editor. */
export class Status {
  private readonly item = vscode.languages.createLanguageStatusItem('aiSystem.status', { language: 'ai-system' });
  private readonly follow = vscode.window.onDidChangeActiveTextEditor((editor) => this.turnTo(editor));
  private readonly checked = new Map<string, StatusParams>();
  private readonly heldBack = new Set<string>();
  private preview: Previewed | undefined;
  private server: Server = 'starting';
  /** The spec that was last looked at: the item stays while a list or a panel has the focus. */
  private uri = '';

  constructor() {
    this.item.name = 'AI System Spec';
    this.turnTo(vscode.window.activeTextEditor);
  }

  /** Its text and what it says beside it. */
  get says(): string {
    return [this.item.text, this.item.detail].filter(Boolean).join('. ');
  }

  /** Another client has been started, which knows nothing yet. */
  reset(): void {
    this.checked.clear();
    this.heldBack.clear();
    this.setServer('starting');
  }

  setServer(state: Server): void {
    this.server = state;
    if (state !== 'running') this.checked.clear();
    this.show();
  }

  setChecked(params: StatusParams): void {
    const key = vscode.Uri.parse(params.uri).toString();
    this.checked.set(key, params);
    this.heldBack.delete(key);
    this.show();
  }

  /** A stage is being tried, or no longer. */
  setPreview(preview: Previewed): void {
    this.preview = preview;
    this.show();
  }

  setHeldBack(uri: string): void {
    this.heldBack.add(uri);
    this.show();
  }

  dispose(): void {
    this.follow.dispose();
    this.item.dispose();
  }

  private turnTo(editor: vscode.TextEditor | undefined): void {
    if (editor?.document.languageId === 'ai-system') this.uri = editor.document.uri.toString();
    this.show();
  }

  private show(): void {
    const { text, detail, command, busy = false, severity = information } = this.current();
    Object.assign(this.item, { text, detail, command, busy, severity });
  }

  /** "Preview of production: 33 things block production." */
  private previewed(): string | undefined {
    const { stage } = this.preview ?? {};
    if (stage === undefined) return undefined;
    const verdict = this.preview?.verdictOf(this.uri) ?? vscode.l10n.t('not known yet.');
    return vscode.l10n.t('Preview of {0}: {1}', stage, verdict);
  }

  private current(): Shown {
    if (this.heldBack.has(this.uri)) return crashed;
    if (this.server === 'stopped') return stopped;
    const params = this.checked.get(this.uri);
    return params === undefined ? checking : describe(params, this.previewed());
  }
}

interface Previewed {
  readonly stage: string | undefined;
  verdictOf(uri: string): string | undefined;
}

interface Shown {
  readonly text: string;
  readonly detail?: string;
  readonly command?: vscode.Command;
  readonly busy?: boolean;
  readonly severity?: vscode.LanguageStatusSeverity;
}

const { Information: information, Warning: warning, Error: error } = vscode.LanguageStatusSeverity;

const checking: Shown = { text: vscode.l10n.t('checking'), busy: true };

const restart = { command: 'aiSystem.restartServer', title: vscode.l10n.t('Restart') };

const stopped: Shown = {
  text: vscode.l10n.t('not running'),
  detail: vscode.l10n.t('The language server is not running.'),
  command: restart,
  severity: error,
};

const crashed: Shown = {
  text: vscode.l10n.t('not checked'),
  detail: vscode.l10n.t('The language server crashed on this file and leaves it alone now.'),
  command: restart,
  severity: error,
};

function describe(params: StatusParams, preview: string | undefined): Shown {
  const { claimed, judged, earned, errors, warnings, infos, skipped, restricted, unverified } = params;
  if (skipped !== undefined) return { text: vscode.l10n.t('not checked'), detail: skipped };
  const claim = claimed === null ? vscode.l10n.t('No stage is claimed.') : vscode.l10n.t('Claimed: {0}.', claimed);
  const sentences = [
    preview,
    claimed === judged ? undefined : claim,
    earnedSentence(earned, unverified),
    restricted === true ? restrictedSentence() : undefined,
  ];
  const found = `${judged}: ${countsOf(errors, warnings, infos)}`;
  return {
    text: preview === undefined ? found : vscode.l10n.t('{0} (preview)', found),
    detail: sentences.filter((sentence) => sentence !== undefined).join(' '),
    command: { command: 'aiSystem.showReadiness', title: vscode.l10n.t('Show Readiness'), arguments: [params.uri] },
    severity: errors > 0 ? error : warnings > 0 ? warning : information,
  };
}

function earnedSentence(earned: string | null, unverified: number): string {
  if (earned === null) return vscode.l10n.t('Earned: no stage yet.');
  if (unverified === 0) return vscode.l10n.t('Earned: {0}.', earned);
  return vscode.l10n.t('Earned: {0} ({1} unverified).', earned, unverified);
}

/** What holds in a workspace that nobody has trusted yet. */
export function restrictedSentence(): string {
  return vscode.l10n.t('Restricted Mode: only what specs declare is checked. The files they name are not opened.');
}

function countsOf(errors: number, warnings: number, notes: number): string {
  const counts = [
    errors === 1 ? vscode.l10n.t('1 error') : errors > 1 && vscode.l10n.t('{0} errors', errors),
    warnings === 1 ? vscode.l10n.t('1 warning') : warnings > 1 && vscode.l10n.t('{0} warnings', warnings),
    notes === 1 ? vscode.l10n.t('1 note') : notes > 1 && vscode.l10n.t('{0} notes', notes),
  ];
  return counts.filter(Boolean).join(', ') || vscode.l10n.t('no findings');
}
