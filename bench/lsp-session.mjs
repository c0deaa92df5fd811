// One language server in a process of its own, spoken to over stdio, and documents that are edited in it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environment } from './measure.mjs';

const patience = 60_000;

export class Session {
  /** `server`: name, args of node, `pull`, `settings` by section, `capabilities` of the client for documents. */
  constructor(server) {
    this.server = server;
    this.folder = mkdtempSync(join(tmpdir(), 'ai-system-bench-'));
    this.requests = new Map();
    this.nextId = 1;
    /** Called with each publish and the time it arrived. */
    this.listeners = new Set();
    this.started = performance.now();
    this.process = spawn(process.execPath, server.args, { cwd: this.folder, env: environment, stdio: 'pipe' });
    this.process.stdin.on('error', () => {});
    this.process.stderr.resume();
    this.read(this.process.stdout);
  }

  read(stream) {
    let waiting = [];
    let length = 0;
    stream.on('data', (chunk) => {
      const at = performance.now();
      waiting.push(chunk);
      length += chunk.length;
      for (;;) {
        const bytes = waiting.length === 1 ? waiting[0] : Buffer.concat(waiting);
        waiting = [bytes];
        const end = bytes.indexOf('\r\n\r\n');
        if (end === -1) return;
        const size = Number(/content-length: *(\d+)/i.exec(bytes.toString('latin1', 0, end))[1]);
        if (length < end + 4 + size) return;
        waiting = [bytes.subarray(end + 4 + size)];
        length = waiting[0].length;
        this.receive(JSON.parse(bytes.toString('utf8', end + 4, end + 4 + size)), at);
        if (length === 0) return;
      }
    });
  }

  receive({ id, method, params, result }, at) {
    if (method !== undefined && id !== undefined) {
      const ask = ({ section }) => this.server.settings?.[section] ?? null;
      this.send({ id, result: method === 'workspace/configuration' ? params.items.map(ask) : null });
    } else if (id !== undefined) {
      this.requests.get(id)?.({ result, at });
      this.requests.delete(id);
    } else if (method === 'textDocument/publishDiagnostics') {
      for (const listener of this.listeners) listener(params, at);
    }
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.process.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  notify(method, params) {
    this.send({ method, params });
  }

  request(method, params) {
    const id = this.nextId++;
    const answer = new Promise((resolve) => this.requests.set(id, resolve));
    this.send({ id, method, params });
    return inTime(answer, `${this.server.name}: ${method}`);
  }

  async initialize(initializationOptions) {
    const uri = pathToFileURL(this.folder).href;
    const textDocument = {
      synchronization: { didSave: true },
      publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true },
      ...(this.server.pull ? { diagnostic: {} } : {}),
      ...this.server.capabilities,
    };
    const workspace = {
      configuration: true,
      workspaceFolders: true,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      ...(this.server.pull ? { diagnostics: { refreshSupport: true } } : {}),
    };
    const workspaceFolders = [{ uri, name: 'bench' }];
    await this.request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders,
      capabilities: { workspace, textDocument },
      initializationOptions,
    });
    this.notify('initialized', {});
    if (this.server.settings) this.notify('workspace/didChangeConfiguration', { settings: this.server.settings });
  }

  async stop() {
    const exited = new Promise((resolve) => this.process.once('exit', resolve));
    await Promise.race([this.request('shutdown', undefined), pause(1000)]).catch(() => {});
    this.notify('exit');
    await Promise.race([exited, pause(1000)]);
    this.process.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A document in which one letter is typed and taken away again. */
export class OpenDocument {
  /** `typed`: open it with the letter in it. Without a `message` any diagnostics are right that are not of an old text. */
  constructor(session, name, { text, at }, { insert, message }, typed = true) {
    this.session = session;
    this.message = message;
    this.insert = insert;
    this.typed = typed;
    this.version = 1;
    const lineStart = text.lastIndexOf('\n', at - 1) + 1;
    const start = { line: text.slice(0, at).split('\n').length - 1, character: at - lineStart };
    this.without = { start, end: start };
    this.with = { start, end: { line: start.line, character: start.character + insert.length } };

    const file = join(session.folder, name);
    const opened = typed ? text.slice(0, at) + insert + text.slice(at) : text;
    writeFileSync(file, opened);
    this.uri = pathToFileURL(file).href;
    const right = this.right();
    const textDocument = { uri: this.uri, languageId: session.server.languageId, version: 1, text: opened };
    session.notify('textDocument/didOpen', { textDocument });
    this.opened = right;
  }

  /** Types the letter, or takes it away. */
  toggle() {
    const change = { range: this.typed ? this.with : this.without, text: this.typed ? '' : this.insert };
    this.typed = !this.typed;
    this.version++;
    const textDocument = { uri: this.uri, version: this.version };
    this.session.notify('textDocument/didChange', { textDocument, contentChanges: [change] });
  }

  /** Behind the letter, or where it would be. */
  cursor() {
    return this.typed ? this.with.end : this.with.start;
  }

  close() {
    this.session.notify('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  /** Does it and resolves with the milliseconds until the diagnostics are right for it. */
  async keystroke() {
    const start = performance.now();
    this.toggle();
    return (await this.right()) - start;
  }

  /** When the diagnostics arrived that are right for the present text. */
  async right() {
    const what = `${this.session.server.name}: diagnostics ${this.typed ? 'with' : 'without'} ${this.message}`;
    if (this.session.server.pull) return inTime(this.pulled(), what);
    return inTime(
      new Promise((resolve) => {
        const listener = ({ uri, version, diagnostics }, at) => {
          if (decodeURIComponent(uri) !== decodeURIComponent(this.uri) || (version ?? this.version) < this.version)
            return;
          if (!this.fits(diagnostics)) return;
          this.session.listeners.delete(listener);
          resolve(at);
        };
        this.session.listeners.add(listener);
      }),
      what,
    );
  }

  async pulled() {
    for (;;) {
      const textDocument = { uri: this.uri };
      await undefined; // Behind the edit.
      const { result, at } = await this.session.request('textDocument/diagnostic', { textDocument });
      if (this.fits(result.items)) return at;
      await pause(5);
    }
  }

  fits(diagnostics) {
    if (this.message === undefined) return true;
    return diagnostics.some(({ message }) => this.message.test(message)) === this.typed;
  }
}

export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function inTime(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in time: ${what}`)), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
