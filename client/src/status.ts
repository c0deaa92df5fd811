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

  /** "Preview of production: 33 things block production. " */
  private previewed(): string | undefined {
    const { stage } = this.preview ?? {};
    if (stage === undefined) return undefined;
    return `Preview of ${stage}: ${this.preview?.verdictOf(this.uri) ?? 'being looked at.'} `;
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

const checking: Shown = { text: 'checking', busy: true };

const restart = { command: 'aiSystem.restartServer', title: 'Restart' };

const stopped: Shown = {
  text: 'not running',
  detail: 'The language server has stopped.',
  command: restart,
  severity: error,
};

const crashed: Shown = {
  text: 'not checked',
  detail: 'The language server crashed on this file and leaves it alone now.',
  command: restart,
  severity: error,
};

function describe(params: StatusParams, preview: Shown['text'] | undefined): Shown {
  const { claimed, judged, earned, errors, warnings, infos, skipped, restricted, unverified } = params;
  if (skipped !== undefined) return { text: 'not checked', detail: skipped };
  const counts = [plural(errors, 'error'), plural(warnings, 'warning'), plural(infos, 'note')].filter(Boolean);
  const look = restricted === true ? ' The files it names are not looked at here.' : '';
  const claim = claimed === judged ? '' : claimed === null ? 'No stage is claimed. ' : `Claimed: ${claimed}. `;
  return {
    text: `${judged}: ${counts.join(', ') || 'no findings'}${preview === undefined ? '' : ' (preview)'}`,
    detail: `${preview ?? ''}${claim}Earned: ${earned ?? 'none yet'}${unverified > 0 ? ` (${unverified} unverified)` : ''}.${look}`,
    command: { command: 'aiSystem.showReadiness', title: 'Show Readiness', arguments: [params.uri] },
    severity: errors > 0 ? error : warnings > 0 ? warning : information,
  };
}

function plural(count: number, noun: string): string | undefined {
  return count === 0 ? undefined : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
