import { close, fstat, lstat, open, read, readdir, realpath, stat } from 'node:fs';
import { promisify } from 'node:util';

/** What is used here of `node:fs/promises`, which brings streams and readline: longer to load than most checks take to run. */
export const promised = {
  close: promisify(close),
  fstat: promisify(fstat),
  lstat: promisify(lstat),
  open: promisify(open),
  read: promisify(read),
  readdir: promisify(readdir),
  realpath: promisify(realpath.native),
  stat: promisify(stat),
};
