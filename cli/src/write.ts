import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode, failure } from './errors.ts';

/** A file that is either replaced as a whole or stays as it was, whatever happens on the way. */
interface Replacement {
  write(bytes: Uint8Array): void;
  commit(): void;
  /** Leaves the old file as it was. */
  discard(): void;
}

/** Throws where `file` cannot be replaced. `expected` is what must still stand in it at the end. */
export function openReplacement(file: string, expected?: Uint8Array): Replacement {
  const old = statSync(file, { throwIfNoEntry: false });
  // Pipes and devices are written into, not replaced.
  if (old !== undefined && !old.isFile()) return openStream(file);
  const target = old === undefined ? file : realpathSync(file);
  if (old !== undefined) refuseReadOnly(target, old);

  const { fd, temporary } = createBeside(target);
  let open = true;
  let size = 0;
  const close = () => {
    if (open) closeSync(fd);
    open = false;
  };

  return {
    write(bytes) {
      // Unlike a single `writeSync` it goes on after a short write, until the disk says why.
      writeFileSync(fd, bytes);
      size += bytes.length;
    },
    commit() {
      if (fstatSync(fd).size !== size) throw failure('not all of it could be written');
      if (old !== undefined) keepOwnerAndMode(fd, old);
      fsyncSync(fd);
      close();
      if (expected !== undefined && !readFileSync(target).equals(expected)) {
        throw failure('it was changed by another program meanwhile');
      }
      renameSync(temporary, target);
      syncFolder(dirname(target));
    },
    discard() {
      try {
        close();
        unlinkSync(temporary);
      } catch {
        // Whatever made it fail has been told; a left-over temporary file is the lesser evil.
      }
    },
  };
}

/** Replaces the whole content, or throws and leaves the old one. */
export function replaceFile(file: string, expected: Uint8Array, bytes: Uint8Array): void {
  const replacement = openReplacement(file, expected);
  try {
    replacement.write(bytes);
    replacement.commit();
  } catch (error) {
    replacement.discard();
    throw error;
  }
}

/** Makes a file that was not there, all of it or nothing. Throws, with the code `EEXIST`, where there is one already. */
export function createFile(file: string, bytes: Uint8Array): void {
  const { fd, temporary } = createBeside(file);
  try {
    try {
      writeFileSync(fd, bytes);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    try {
      // Unlike a rename it never replaces what somebody else made meanwhile.
      linkSync(temporary, file);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') throw error;
      // Not all file systems know links.
      writeFileSync(file, bytes, { flag: 'wx' });
    }
    syncFolder(dirname(file));
  } finally {
    unlinkSync(temporary);
  }
}

function refuseReadOnly(file: string, stat: Stats): void {
  // The administrator may write anyway, but somebody meant it when they took the permission away.
  if ((stat.mode & 0o222) === 0) throw failure('the file is read-only');
  accessSync(file, constants.W_OK);
}

/** In the same folder, because only there a rename is one step; with a name that is nobody's spec. */
function createBeside(target: string): { readonly fd: number; readonly temporary: string } {
  for (let attempt = 0; ; attempt++) {
    const temporary = join(dirname(target), `.${basename(target).slice(0, 200)}.${process.pid}-${attempt}.tmp`);
    try {
      return { fd: openSync(temporary, 'wx', 0o666), temporary };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST' || attempt === 100) throw error;
    }
  }
}

function keepOwnerAndMode(fd: number, old: Stats): void {
  if (process.platform === 'win32') return;
  const now = fstatSync(fd);
  if (now.uid !== old.uid || now.gid !== old.gid) {
    try {
      fchownSync(fd, old.uid, old.gid);
    } catch (error) {
      // Who may write to a file of somebody else cannot always give one away.
      if (errorCode(error) !== 'EPERM') throw error;
    }
  }
  // After the owner: changing that one takes the set-user-id bits away.
  fchmodSync(fd, old.mode & 0o7777);
}

/** So that the new name survives a power cut, where the system can do that. */
function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch {
    // The file is whole either way.
  }
}

function openStream(file: string): Replacement {
  const fd = openSync(file, 'w');
  return {
    write: (bytes) => writeFileSync(fd, bytes),
    commit: () => closeSync(fd),
    discard: () => closeSync(fd),
  };
}
