import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { explainError } from './errors.ts';

export type Read =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** More than any spec may have; what is longer is refused for its size, so the rest of it is not needed. */
const readLimit = 4 * 1024 * 1024;

/** Reads a regular file and nothing else: opening a pipe would wait for somebody to write into it. */
export function readRegularFile(file: string, limit = readLimit): Read {
  try {
    const reason = notRegular(statSync(file));
    if (reason !== undefined) return { kind: 'unreadable', reason };

    const fd = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      // Again, because it may have been replaced meanwhile.
      const stat = fstatSync(fd);
      const replaced = notRegular(stat);
      if (replaced !== undefined) return { kind: 'unreadable', reason: replaced };
      return { kind: 'bytes', bytes: readUpTo(fd, limit, stat.size) };
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    return { kind: 'unreadable', reason: explainError(error) };
  }
}

function notRegular(stat: { isFile(): boolean; isDirectory(): boolean }): string | undefined {
  if (stat.isFile()) return undefined;
  return stat.isDirectory() ? 'is a directory' : 'is not a regular file (standard input is called "-")';
}

function readUpTo(fd: number, limit: number, expected: number): Buffer {
  // One byte more than expected: a short read at the end then tells that the file has not grown.
  let buffer = Buffer.allocUnsafe(Math.min(limit, expected + 1));
  let size = 0;
  for (;;) {
    const read = readSync(fd, buffer, size, buffer.length - size, null);
    size += read;
    if (read === 0 || size === limit) return buffer.subarray(0, size);
    if (size === buffer.length) buffer = Buffer.concat([buffer], Math.min(limit, size * 2));
  }
}
