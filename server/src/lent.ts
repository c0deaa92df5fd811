import type { Connection } from 'vscode-languageserver';
import { type FileKind, FileRequest, type FileResult } from './protocol.ts';

/** A file system that the client lends, where the server itself has none. Whatever fails is not there. */
export interface Lent {
  /** Undefined where there is nothing. */
  stat(uri: string): Promise<{ readonly kind: FileKind; readonly size: number; readonly changed: number } | undefined>;
  read(uri: string): Promise<Uint8Array | undefined>;
  list(folder: string): Promise<readonly (readonly [name: string, kind: FileKind])[]>;
}

export function lentBy(connection: Connection): Lent {
  const ask = (uri: string, wants: 'stat' | 'read' | 'list') =>
    connection.sendRequest<FileResult>(FileRequest, { uri, wants }).catch(() => null);
  return {
    async stat(uri) {
      return (await ask(uri, 'stat'))?.stat;
    },
    async read(uri) {
      return (await ask(uri, 'read'))?.bytes;
    },
    async list(folder) {
      return (await ask(folder, 'list'))?.entries ?? [];
    },
  };
}
