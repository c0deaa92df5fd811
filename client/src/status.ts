import * as vscode from 'vscode';
import type { StatusParams } from '../../server/src/protocol.ts';

type Server = 'starting' | 'running' | 'stopped';

/** The entry behind the braces in the status bar: the stage and the findings of the spec in the active editor. */
export class Status {
  readonly #item = vscode.languages.createLanguageStatusItem('aiSystem.status', { language: 'ai-system' });
  readonly #follow = vscode.window.onDidChangeActiveTextEditor(() => this.#show());
  readonly #checked = new Map<string, StatusParams>();
  readonly #heldBack = new Set<string>();
  #server: Server = 'starting';

  constructor() {
    this.#item.name = 'AI System Spec';
    this.#show();
  }

  server(state: Server): void {
    this.#server = state;
    if (state !== 'running') this.#checked.clear();
    if (state === 'stopped') this.#heldBack.clear();
    this.#show();
  }

  checked(params: StatusParams): void {
    const key = vscode.Uri.parse(params.uri).toString();
    this.#checked.set(key, params);
    this.#heldBack.delete(key);
    this.#show();
  }

  heldBack(uri: string): void {
    this.#heldBack.add(uri);
    this.#show();
  }

  dispose(): void {
    this.#follow.dispose();
    this.#item.dispose();
  }

  #show(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
    const params = this.#checked.get(uri);
    const {
      busy = false,
      severity = vscode.LanguageStatusSeverity.Information,
      ...rest
    } = this.#heldBack.has(uri)
      ? crashed
      : this.#server === 'stopped'
        ? stopped
        : params === undefined
          ? { text: 'checking', busy: true }
          : describe(params);
    Object.assign(this.#item, { detail: undefined, command: undefined, ...rest, busy, severity });
  }
}

interface Shown {
  readonly text: string;
  readonly detail?: string;
  readonly command?: vscode.Command;
  readonly busy?: boolean;
  readonly severity?: vscode.LanguageStatusSeverity;
}

const restart = { command: 'aiSystem.restartServer', title: 'Restart' };

const stopped: Shown = {
  text: 'not running',
  detail: 'The language server has stopped.',
  command: restart,
  severity: vscode.LanguageStatusSeverity.Error,
};

const crashed: Shown = {
  text: 'not checked',
  detail: 'The language server crashed on this file. It is checked again once it is edited.',
  command: restart,
  severity: vscode.LanguageStatusSeverity.Error,
};

function describe({ claimed, judged, earned, errors, warnings, infos, skipped }: StatusParams): Shown {
  if (skipped !== undefined) return { text: 'not checked', detail: skipped };
  const counts = [plural(errors, 'error'), plural(warnings, 'warning'), plural(infos, 'note')].filter(Boolean);
  const claim = claimed === judged ? '' : claimed === null ? 'No stage is claimed. ' : `Claimed: ${claimed}. `;
  return {
    text: `${judged}: ${counts.join(', ') || 'no findings'}`,
    detail: `${claim}Earned: ${earned ?? 'none yet'}.`,
    command: { command: 'workbench.actions.view.problems', title: 'Show Problems' },
    severity:
      errors > 0
        ? vscode.LanguageStatusSeverity.Error
        : warnings > 0
          ? vscode.LanguageStatusSeverity.Warning
          : vscode.LanguageStatusSeverity.Information,
  };
}

function plural(count: number, noun: string): string | undefined {
  return count === 0 ? undefined : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
