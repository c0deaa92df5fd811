// The files of the workspace: an extension that keeps them in memory, as the editor on the web keeps those of a repository.
import * as vscode from 'vscode';

/** Put there by the runner: contents by path, and the day of the fixtures. */
declare const CONTENT: Readonly<Record<string, string>>;
declare const AS_OF: string;

export function activate(context: vscode.ExtensionContext): void {
  (globalThis as { AI_SYSTEM_AS_OF?: string }).AI_SYSTEM_AS_OF = AS_OF;
  const files = new MemoryFiles();
  for (const [path, text] of Object.entries(CONTENT)) files.put(`/${path}`, new TextEncoder().encode(text));
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('mem', files, { isCaseSensitive: true }));
}

class MemoryFiles implements vscode.FileSystemProvider {
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  private readonly files = new Map<string, { readonly bytes: Uint8Array; readonly mtime: number }>();
  private readonly folders = new Map<string, Map<string, vscode.FileType>>([['/', new Map()]]);
  private clock = 0;

  put(path: string, bytes: Uint8Array): boolean {
    const isNew = !this.files.has(path);
    this.clock += 1;
    this.files.set(path, { bytes, mtime: this.clock });
    for (let at = path, type = vscode.FileType.File; at !== '/'; type = vscode.FileType.Directory) {
      const parent = at.slice(0, at.lastIndexOf('/')) || '/';
      const entries = this.folders.get(parent) ?? new Map();
      this.folders.set(parent, entries.set(at.slice(at.lastIndexOf('/') + 1), type));
      at = parent;
    }
    return isNew;
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.files.get(path);
    if (file !== undefined) {
      return { type: vscode.FileType.File, ctime: 0, mtime: file.mtime, size: file.bytes.length };
    }
    if (this.folders.has(path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(path);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.files.get(path);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return file.bytes;
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const entries = this.folders.get(path);
    if (entries === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return [...entries];
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const type = this.put(uri.path, bytes) ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed;
    this.changes.fire([{ type, uri }]);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  createDirectory(): void {
    // Folders come with their files.
  }

  delete(): void {
    throw vscode.FileSystemError.NoPermissions('Nothing is deleted here.');
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions('Nothing is renamed here.');
  }
}
