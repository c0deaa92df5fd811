import { fstatSync, readSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode, explainError, failure } from './errors.ts';

/** Everything the command takes from the process it runs in. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input. */
  stdin(): Promise<Uint8Array>;
}

export interface Output {
  /** Columns of the terminal behind it; `undefined` where there is none. */
  readonly columns: number | undefined;
  /** Resolves when all of it is written, or when nobody reads any more. */
  write(text: string | Uint8Array): Promise<void>;
}

export function nodeIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: output(1, 'standard output'),
    stderr: output(2, undefined),
    stdin: readStdin,
  };
}

/**
 * Not `process.stdout`: for a file it takes one short write on a full disk for success, and it costs milliseconds to
 * set up.
 */
function output(fd: 1 | 2, name: string | undefined): Output {
  let closed = false;
  return {
    get columns() {
      return terminalColumns(fd);
    },
    async write(text) {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text;
      let done = 0;
      while (done < bytes.length && !closed) {
        try {
          done += writeSync(fd, bytes, done);
        } catch (error) {
          const code = errorCode(error);
          if (code === 'EAGAIN') await wait(2);
          else if (code === 'EPIPE' || code === 'EOF' || name === undefined) closed = true;
          else throw failure(`cannot write to ${name}: ${explainError(error)}`);
        }
      }
    },
  };
}

function terminalColumns(fd: 1 | 2): number | undefined {
  try {
    if (!fstatSync(fd).isCharacterDevice()) return undefined;
  } catch {
    return undefined;
  }
  const stream = fd === 1 ? process.stdout : process.stderr;
  return stream.isTTY ? stream.columns || 80 : undefined;
}

const mostInput = 64 * 1024 * 1024;

/** Not `process.stdin`: to that a folder is an empty file. */
async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for (let size = 0; size <= mostInput; ) {
    const chunk = Buffer.allocUnsafe(65_536);
    try {
      const length = readSync(0, chunk);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, length));
      size += length;
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EOF') return Buffer.concat(chunks);
      if (code !== 'EAGAIN') throw failure(`cannot read standard input: ${explainError(error)}`);
      await wait(2);
    }
  }
  throw failure('cannot read standard input: it is longer than 64 MB');
}
