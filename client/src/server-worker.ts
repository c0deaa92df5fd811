import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-languageclient/browser';
import { type FileKind, type FileParams, FileRequest, type FileResult } from '../../server/src/protocol.ts';
import type { ServerHost } from './client.ts';

/** What is needed of a worker here; the types of browsers stay out of the rest. */
type WorkerLike = ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };
declare const Worker: new (script: string, options: { readonly name: string }) => WorkerLike;

/** The worker of the server; at most one at a time. */
export class ServerWorker implements ServerHost {
  /** Wherever an editor in a browser has its files: GitHub, a folder of the machine, its own memory. */
  readonly schemes = [
    ...new Set([
      'file',
      'untitled',
      'vscode-vfs',
      ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
    ]),
  ];
  readonly processId = null;
  /** It has no files of its own. */
  readonly requests = { [FileRequest]: lend };
  private readonly script: string;
  private readonly bundles: string;
  private worker: WorkerLike | undefined;

  /** URLs: of the script, and of the folder that it loads bundles from, with a slash at its end. */
  constructor(script: string, bundles: string) {
    this.script = script;
    this.bundles = bundles;
  }

  async connect() {
    this.kill();
    this.worker = new Worker(this.script, { name: this.bundles });
    return { reader: new WorkerReader(this.worker), writer: new BrowserMessageWriter(this.worker) };
  }

  kill(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }
}

/** Closes where a worker fails before it has said anything, as one does whose bundle cannot be loaded: nothing will come. */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: WorkerLike) {
    super(worker);
    let hasSpoken = false;
    this.listen(() => {
      hasSpoken = true;
    });
    worker.addEventListener('error', (event: { preventDefault(): void }) => {
      if (hasSpoken) return;
      event.preventDefault(); // It is told of, and no error of the editor's.
      this.fireClose();
    });
  }
}

/** Nothing is written, and nothing is told of why something cannot be read. */
async function lend({ uri: text, wants }: FileParams): Promise<FileResult> {
  const uri = vscode.Uri.parse(text);
  try {
    if (wants === 'read') return { bytes: await vscode.workspace.fs.readFile(uri) };
    if (wants === 'stat') {
      const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
      return { stat: { kind: kindOf(type), size, changed: mtime } };
    }
    const entries = await vscode.workspace.fs.readDirectory(uri);
    return { entries: entries.map(([name, type]) => [name, kindOf(type)] as const) };
  } catch {
    return null;
  }
}

function kindOf(type: vscode.FileType): FileKind {
  return type === vscode.FileType.File ? 'file' : type === vscode.FileType.Directory ? 'folder' : 'other';
}
