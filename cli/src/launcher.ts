// Starts the bundle that lies beside it with the code that V8 made of it in an earlier run: compiling it takes longer
// than most runs need for all the rest. It is a file of its own because Node would read and scan whatever stands in this
// one. Whatever goes wrong with the code that was kept, the bundle is compiled as if there were none.

import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';

declare const BUNDLE_FILE: string;
/** Of the bundle, which begins with it; V8 itself only compares lengths. */
declare const BUNDLE_HASH: string;
/** Ends when its work is done, unless the first argument says that it serves. */
declare const IS_COMMAND: boolean;

/** One for each command, version of ours and of Node; each has about a megabyte. */
const mostFiles = 20;
/** Runs of one kind differ by a thirtieth; a check of an empty spec compiles half of what one of a full spec does. */
const muchMore = 1.2;

const first = /^[a-z]+$/.exec(process.argv[2] ?? '')?.[0] ?? '';
const isShort = IS_COMMAND && first !== 'lsp' && first !== 'mcp';

const v8 = process.getBuiltinModule('node:v8');
optimizeLater();
const folder = cacheFolder();
const file =
  folder && join(folder, `${BUNDLE_HASH}-${process.version}-${process.arch}-${IS_COMMAND ? first : 'server'}`);
const bundle = join(__dirname, BUNDLE_FILE);
// A function. It is all ASCII, and latin1 is read fastest.
const source = readFileSync(bundle, 'latin1');
// In the middle of an update the two files may not belong together.
const isOurs = source.startsWith(BUNDLE_HASH, 2);
const cachedData = file && isOurs ? readOwn(file) : undefined;
const wrapping = source.indexOf('{') + 1;
const script = new Script(source, { filename: bundle, columnOffset: -wrapping, cachedData });
const isUsed = cachedData !== undefined && script.cachedDataRejected !== true;
if (isOurs && folder !== undefined && file !== undefined) keepCode(folder, file, isUsed ? compiledBytes() : 0);
script.runInThisContext()(exports, require, module, bundle, __dirname);

/**
 * V8 optimizes what has run for a few milliseconds, in threads of its own. Of a run on one file that was a third of the
 * processor time, and gone before it paid; waiting longer costs nothing on a thousand. Of what a server does at a key, it
 * still was a quarter after sixty of them. So it is with patterns, most of which are tried a few times. By the version of
 * V8: others wait by themselves, and complain of a flag they do not know.
 */
function optimizeLater(): void {
  const patterns = '--regexp-tier-up-ticks=50 --no-regexp-peephole-optimization';
  const budget = `--interrupt-budget=${isShort ? 400_000 : 1_200_000}`;
  const flags = { 11: `${budget} ${patterns}`, 12: patterns }[Number.parseInt(process.versions.v8, 10)];
  if (flags !== undefined) v8.setFlagsFromString(flags);
}

/** What has been compiled so far, in this process. */
function compiledBytes(): number {
  return v8.getHeapCodeStatistics().bytecode_and_metadata_size;
}

/** Of this user alone: what lies there is executed. */
function cacheFolder(): string | undefined {
  const { env, platform } = process;
  if (env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  const caches =
    platform === 'win32'
      ? env.LOCALAPPDATA
      : platform === 'darwin'
        ? env.HOME && join(env.HOME, 'Library/Caches')
        : env.XDG_CACHE_HOME || (env.HOME && join(env.HOME, '.cache'));
  return caches && isAbsolute(caches) ? join(caches, 'ai-system-spec') : undefined;
}

/** Not if somebody else could have written it: under sudo the cache folder may still be that of the caller. */
function readOwn(path: string): Buffer | undefined {
  try {
    const fd = openSync(path, 'r');
    try {
      const { uid, mode } = fstatSync(fd);
      const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
      return isOwn ? readFileSync(fd) : undefined;
    } finally {
      closeSync(fd);
    }
  } catch {
    return undefined;
  }
}

/**
 * When the functions that a run needs have been compiled: at its end, or once a server has begun to work. Again, if it
 * compiled much besides what was kept, as the first run may have been of something small: `--help`, a spec of a line.
 */
function keepCode(folder: string, path: string, known: number): void {
  let before = known;
  const keep = () => {
    const now = compiledBytes();
    if (now < before * muchMore) return;
    before = now;
    try {
      if (!existsSync(dirname(dirname(folder)))) return; // A home that is only a name.
      mkdirSync(folder, { recursive: true });
      writeWhole(path, script.createCachedData());
      removeOld(folder);
    } catch {
      // A full disk or a folder that is read-only: the next run compiles again.
    }
  };
  process.on('exit', keep);
  if (!isShort) setTimeout(keep, 5_000).unref();
}

/** Another process may be reading or writing the same file. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const draft = `${path}.${process.pid}`;
  try {
    const fd = openSync(draft, 'wx', 0o600);
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
      fsyncSync(fd); // V8 does not notice a hole in the middle.
    } finally {
      closeSync(fd);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function removeOld(folder: string): void {
  const files = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return { path, time: statSync(path).mtimeMs };
  });
  files.sort((a, b) => b.time - a.time);
  for (const { path } of files.slice(mostFiles)) rmSync(path, { force: true });
}
