import { resolve } from 'node:path';
import { readRegularFile } from '../../host/src/read.ts';
import { repositoryPath, shownPath } from './files.ts';
import type { Io } from './io.ts';

/** What is to be judged, as it was read. */
export interface Source {
  readonly kind: 'source';
  /** Absolute; for standard input, where it would lie. */
  readonly file: string;
  readonly path: string;
  readonly repositoryPath: string;
  readonly bytes: Buffer;
  readonly isStdin: boolean;
}

interface Unreadable {
  readonly kind: 'unreadable';
  readonly path: string;
  readonly reason: string;
}

/** Reads a file by its absolute path, or standard input by the name `-`. */
export async function readSource(file: string, stdinName: string | undefined, io: Io): Promise<Source | Unreadable> {
  if (file === '-') {
    const named = resolve(io.cwd, stdinName ?? '<stdin>');
    const paths = { path: shownPath(named, io.cwd), repositoryPath: repositoryPath(named, io.cwd) };
    return { kind: 'source', file: named, ...paths, bytes: Buffer.from(await io.stdin()), isStdin: true };
  }
  const path = shownPath(file, io.cwd);
  const read = readRegularFile(file);
  if (read.kind === 'unreadable') return { kind: 'unreadable', path, reason: read.reason };
  return {
    kind: 'source',
    file,
    path,
    repositoryPath: repositoryPath(file, io.cwd),
    bytes: read.bytes,
    isStdin: false,
  };
}
