import { isTellable } from '../../shown.ts';

/** A version of an artifact as a message may have it: what is longer than any may hold something that is none. */
export function toldVersion(version: string): string {
  return version.length <= 40 && isTellable(version) ? version : 'another one';
}
