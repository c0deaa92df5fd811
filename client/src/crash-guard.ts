import * as vscode from 'vscode';
import type { CloseHandlerResult, ErrorHandler, Middleware, TextDocumentItem } from 'vscode-languageclient/node';
import { CloseAction, ErrorAction } from 'vscode-languageclient/node';

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
 * crash it again. The document is held back until it is edited, closed, or a person asks for a restart.
 */
export class CrashGuard implements ErrorHandler {
  private readonly listener: Listener;
  private readonly heldBack = new Set<string>();
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
    const message = `The AI System Spec server crashed ${this.crashes.length} times in ${minutes} minutes and was not started again.`;
    this.listener.onGaveUp(message);
    return { action: CloseAction.DoNotRestart, handled: true, message };
  }

  readonly middleware: Middleware = {
    sendRequest: async (type, param, token, next) => {
      const uri = documentOf(param)?.uri;
      if (uri === undefined) return next(type, param, token);
      if (this.heldBack.has(uri))
        return (methodOf(type) === 'textDocument/diagnostic' ? { kind: 'full', items: [] } : null) as never;
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
        if (this.heldBack.delete(uri)) return; // It was never opened, for this server.
      }
      if (method === 'textDocument/didChange' && version <= (this.released.get(uri) ?? -1)) return;
      if (method === 'textDocument/didOpen' || method === 'textDocument/didChange')
        this.lastSent = { uri, time: Date.now() };
      if (!this.heldBack.has(uri)) return next(type, params);
      const edited = method === 'textDocument/didChange' ? openDocument(uri) : undefined;
      if (edited === undefined) return;
      this.heldBack.delete(uri);
      this.released.set(uri, edited.version);
      return next('textDocument/didOpen', { textDocument: edited } as typeof params);
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
