import { type ChildProcess, fork } from 'node:child_process';
import type { LogOutputChannel } from 'vscode';
import type { ServerHost } from './client.ts';

/** The process of the server; at most one at a time. */
export class ServerProcess implements ServerHost {
  // Not `git:` and its like: nobody wants findings on the old side of a comparison.
  readonly schemes = ['file', 'untitled'];
  readonly processId = process.pid;
  private readonly module: string;
  private readonly log: LogOutputChannel;
  private process: ChildProcess | undefined;

  constructor(module: string, log: LogOutputChannel) {
    this.module = module;
    this.log = log;
  }

  fork(): ChildProcess {
    this.kill();
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const child = fork(this.module, ['--node-ipc'], { env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    child.stdout?.setEncoding('utf8').on('data', (text: string) => this.log.info(text.trimEnd()));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => this.log.error(text.trimEnd()));
    child.on('error', (error) => this.log.error(error));
    child.on('exit', (code, signal) => {
      if (code !== 0) this.log.warn(`The server ended with ${signal === null ? `code ${code}` : signal}.`);
    });
    this.process = child;
    return child;
  }

  async connect() {
    const { IPCMessageReader, IPCMessageWriter } = await import('vscode-languageclient/node');
    const child = this.take();
    return { reader: new IPCMessageReader(child), writer: new IPCMessageWriter(child) };
  }

  /** A running process that nobody has taken yet, or a new one. */
  private take(): ChildProcess {
    return this.process?.connected && this.process.listenerCount('message') === 0 ? this.process : this.fork();
  }

  kill(): void {
    this.process?.kill('SIGKILL');
    this.process = undefined;
  }
}
