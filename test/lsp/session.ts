import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, InitializeParams, InitializeResult, Range } from 'vscode-languageserver';
import { profiles } from './profiles.ts';

export const asOf = '2026-06-15';
export const serverPath = resolve(process.env.AI_SYSTEM_SERVER ?? 'dist/server.js');

export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: Diagnostic[];
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** An error that the server answered with. */
export class Refused extends Error {
  readonly code: number;

  constructor({ code, message }: { readonly code: number; readonly message: string }) {
    super(message);
    this.code = code;
  }
}

/** The answers of a client to what servers ask. */
export type Answers = Readonly<Record<string, (params: never) => unknown>>;

/** A client of our own, and small, so that what goes over the wire is what the tests see. */
export class Session {
  readonly received: Message[] = [];
  readonly exited: Promise<number | null>;
  readonly process: ChildProcess;
  answers: Answers = {
    'client/registerCapability': () => null,
    'workspace/configuration': ({ items }: { items: object[] }) => items.map(() => null),
    'workspace/diagnostic/refresh': () => null,
  };
  stderr = '';
  private readonly ipc: boolean;
  private readonly waiting = new Map<number, (message: Message) => void>();
  private readonly watchers = new Set<() => void>();
  private buffer = Buffer.alloc(0);
  private lastId = 0;

  constructor(t: TestContext, transport: 'stdio' | 'ipc' = 'stdio', environment: NodeJS.ProcessEnv = {}) {
    this.ipc = transport === 'ipc';
    const env = { ...process.env, ...environment };
    this.process = this.ipc
      ? fork(serverPath, ['--node-ipc'], { silent: true, env })
      : spawn(process.execPath, [serverPath, '--stdio'], { env });
    this.process.on('message', (message: Message) => this.receive(message));
    this.process.stdout?.on('data', (chunk: Buffer) => this.read(chunk));
    this.process.stderr?.on('data', (chunk) => {
      this.stderr += chunk;
    });
    this.process.stdin?.on('error', () => {}); // It may exit before it has read all.
    this.exited = new Promise((done) => {
      this.process.on('exit', (code) => {
        done(code);
        for (const id of this.waiting.keys()) {
          this.receive({ id, error: { code: 0, message: `The server exited with ${code}. ${this.stderr}` } });
        }
      });
    });
    t.after(() => this.process.kill('SIGKILL'));
  }

  send(message: object): void {
    const whole = { jsonrpc: '2.0', ...message };
    if (this.ipc) this.process.send(whole);
    else this.write(frame(whole));
  }

  /** What is sent in `send` arrives in one piece. */
  together<T>(send: () => T): T {
    this.process.stdin!.cork();
    const result = send();
    this.process.stdin!.uncork();
    return result;
  }

  write(bytes: string): void {
    this.process.stdin!.write(bytes);
  }

  notify(method: string, params?: unknown): void {
    this.send({ method, params });
  }

  /** Sends now; the answer comes later. */
  ask<T = unknown>(method: string, params?: unknown): { readonly id: number; readonly answer: Promise<T> } {
    this.lastId++;
    const id = this.lastId;
    const answer = new Promise<T>((resolve, reject) => {
      this.waiting.set(id, ({ error, result }) =>
        error === undefined ? resolve(result as T) : reject(new Refused(error)),
      );
    });
    answer.catch(() => {}); // A test that does not await it does not care.
    this.send({ id, method, params });
    return { id, answer };
  }

  request<T = unknown>(method: string, params?: unknown): Promise<T> {
    return this.ask<T>(method, params).answer;
  }

  async initialize(params: Partial<InitializeParams> & { options?: object } = {}): Promise<InitializeResult> {
    const { options, ...rest } = params;
    const result = await this.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: profiles.vscode,
      initializationOptions: { asOf, ...options },
      ...rest,
    });
    this.notify('initialized', {});
    return result;
  }

  open(uri: string, text: string, { version = 1, languageId = 'yaml' } = {}): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  change(uri: string, version: number, ...contentChanges: readonly { range?: Range; text: string }[]): void {
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): void {
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<{ kind: string; resultId?: string; items: Diagnostic[] }> {
    return this.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  actions(uri: string, range: Range, context: object = {}): Promise<CodeAction[]> {
    return this.request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...context },
    });
  }

  published(uri: string): readonly Published[] {
    return this.all<Published>('textDocument/publishDiagnostics').filter((params) => params.uri === uri);
  }

  all<T>(method: string): readonly T[] {
    return this.received.filter((message) => message.method === method).map(({ params }) => params as T);
  }

  /** The first notification or request of the server, past or future, that will do. */
  async until<T>(method: string, matches: (params: T) => boolean = () => true, milliseconds = 15_000): Promise<T> {
    const end = Date.now() + milliseconds;
    for (;;) {
      const found = this.all<T>(method).filter(matches);
      if (found.length > 0) return found[0] as T;
      if (Date.now() > end) assert.fail(`No ${method} came. ${this.stderr}`);
      await new Promise<void>((wake) => {
        const timer = setTimeout(wake, 200);
        this.watchers.add(() => {
          clearTimeout(timer);
          wake();
        });
      });
    }
  }

  publishedVersion(uri: string, version: number): Promise<Published> {
    return this.until<Published>('textDocument/publishDiagnostics', (params) => {
      return params.uri === uri && params.version === version;
    });
  }

  /** All that was sent before is handled, and what it set off has had time to arrive. */
  async quiet(milliseconds = 100): Promise<void> {
    await this.request('ai-system/none').catch(() => {});
    await new Promise((wake) => setTimeout(wake, milliseconds));
    await this.request('ai-system/none').catch(() => {});
  }

  async shutDown(): Promise<number | null> {
    await this.request('shutdown');
    this.notify('exit');
    return this.exited;
  }

  private read(chunk: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    for (;;) {
      const header = this.buffer.indexOf('\r\n\r\n');
      if (header < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.buffer.toString('latin1', 0, header))?.[1]);
      const end = header + 4 + length;
      if (this.buffer.length < end) return;
      const body = this.buffer.toString('utf8', header + 4, end);
      this.buffer = this.buffer.subarray(end);
      this.receive(JSON.parse(body));
    }
  }

  private receive(message: Message): void {
    const { id, method, params } = message;
    if (method === undefined) {
      this.waiting.get(id as number)?.(message);
      this.waiting.delete(id as number);
      return;
    }
    this.received.push(message);
    for (const wake of this.watchers) wake();
    this.watchers.clear();
    if (id === undefined) return;
    const answer = this.answers[method];
    if (answer === undefined) {
      this.send({ id, error: { code: -32601, message: `No ${method} here.` } });
      return;
    }
    let result: unknown;
    try {
      result = answer(params as never) ?? null;
    } catch (refusal) {
      this.send({ id, error: { code: -32603, message: String(refusal) } });
      return;
    }
    this.send({ id, result });
  }
}

export function frame(message: object): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** A folder of its own for a test; paths to texts. */
export function folder(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'ai-system-lsp-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

export function toUri(path: string): string {
  return pathToFileURL(path).href;
}
