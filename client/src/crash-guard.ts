import * as vscode from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type Middleware,
  type TextDocumentItem,
} from 'vscode-languageclient';

const maxRestarts = 4;
const minutes = 3;

/** A crash this soon after a document was opened or changed is laid at its door. */
const suspicious = 3_000;

interface Listener {
  onHeldBack(uri: string): void;
  onGaveUp(message: string): void;
}

/**
 * Starts a crashed server again, but not for ever, and without the document it was working on: sent again, that would
 * crash it again. Once, an edit brings the document back; after that only opening it again or another client does.
 */
export class CrashGuard implements ErrorHandler {
  private readonly listener: Listener;
  private readonly heldBack = new Set<string>();
  /** How often the server has crashed on a document. */
  private readonly offences = new Map<string, number>();
  /** Edited after being held back: the version that was sent whole, so that older changes to it are not sent too. */
  private readonly released = new Map<string, number>();
  /** The documents of requests without an answer yet, oldest first. */
  private readonly waiting = new Map<object, string>();
  private lastSent: { readonly uri: string; readonly time: number } | undefined;
  private crashes: number[] = [];

  constructor(listener: Listener) {
    this.listener = listener;
  }

  error() {
    return { action: ErrorAction.Continue, handled: true }; // A broken pipe. That it closes follows.
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.crashes = [...this.crashes.filter((time) => now - time < minutes * 60_000), now];
    const suspect = this.suspect(now);
    this.forget();
    if (suspect !== undefined) {
      this.heldBack.add(suspect);
      this.offences.set(suspect, (this.offences.get(suspect) ?? 0) + 1);
      this.listener.onHeldBack(suspect);
    }
    if (this.crashes.length <= maxRestarts) {
      const without = suspect === undefined ? '' : ` without ${suspect}, which it was working on`;
      return {
        action: CloseAction.Restart,
        handled: true,
        message: `The server crashed. It is started again${without}.`,
      };
    }
    const message = vscode.l10n.t(
      'The AI System Spec language server crashed {0} times within {1} minutes and was not restarted.',
      this.crashes.length,
      minutes,
    );
    this.listener.onGaveUp(message);
    return { action: CloseAction.DoNotRestart, handled: true, message };
  }

  readonly middleware: Middleware = {
    sendRequest: async (type, param, token, next) => {
      const uri = documentOf(param)?.uri;
      if (uri === undefined) return next(type, param, token);
      if (this.heldBack.has(uri)) return emptyAnswer(methodOf(type)) as never;
      const request = {};
      this.waiting.set(request, uri);
      try {
        return await next(type, param, token);
      } finally {
        this.waiting.delete(request);
      }
    },

    sendNotification: async (type, next, params) => {
      const document = documentOf(params);
      if (document === undefined) return next(type, params);
      const { uri, version = 0 } = document;
      const method = methodOf(type);
      if (method === 'textDocument/didClose') {
        this.released.delete(uri);
        return this.heldBack.delete(uri) ? undefined : next(type, params);
      }
      if (method === 'textDocument/didChange') {
        if (version <= (this.released.get(uri) ?? -1)) return;
        const whole = this.heldBack.has(uri) && this.offences.get(uri) === 1 ? openDocument(uri) : undefined;
        if (whole !== undefined) {
          this.heldBack.delete(uri);
          this.released.set(uri, whole.version);
          this.lastSent = { uri, time: Date.now() };
          return next('textDocument/didOpen', { textDocument: whole } as typeof params);
        }
      }
      if (this.heldBack.has(uri)) return;
      this.lastSent = { uri, time: Date.now() };
      return next(type, params);
    },
  };

  private suspect(now: number): string | undefined {
    for (const uri of this.waiting.values()) return uri;
    return this.lastSent !== undefined && now - this.lastSent.time < suspicious ? this.lastSent.uri : undefined;
  }

  /** What was said to a server that is gone. */
  private forget(): void {
    this.waiting.clear();
    this.released.clear();
    this.lastSent = undefined;
  }
}

function emptyAnswer(method: string): unknown {
  return method === 'textDocument/diagnostic' ? { kind: 'full', items: [] } : null;
}

function methodOf(type: string | { readonly method: string }): string {
  return typeof type === 'string' ? type : type.method;
}

function documentOf(params: unknown): { readonly uri: string; readonly version?: number } | undefined {
  return (params as { textDocument?: { uri: string; version?: number } } | undefined)?.textDocument;
}

function openDocument(uri: string): TextDocumentItem | undefined {
  const document = vscode.workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri);
  return document && { uri, languageId: document.languageId, version: document.version, text: document.getText() };
}
