import type { ArtifactPath } from './host.ts';

/** Where a reference of a spec leads: `[root//]path[#selector]`. */
export type Reference =
  | {
      readonly kind: 'file';
      readonly file: ArtifactPath;
      /** What is meant in the file: an alert, a heading, a pointer, a filter. */
      readonly selector?: string;
      /** The path has `*`, `?`, `**` or braces, and stands for all files that it matches. */
      readonly glob: boolean;
      /** It ends in `/`, and means a folder. */
      readonly folder: boolean;
    }
  /** An address on the net, which nobody opens. */
  | { readonly kind: 'remote'; readonly url: string }
  /** Not a path below a root; `why` completes "This path …". */
  | { readonly kind: 'refused'; readonly why: string };

/** The name of another repository's root, before `//`. */
export const rootName = /^[a-z][a-z0-9-]{0,31}$/;

/** The folder of the spec, relative to the root of its repository; empty for the root itself. */
export type SpecFolder = string;

/**
 * Reads a reference that stands in a spec of `folder`: relative to the spec, to the repository's root with a leading `/`,
 * or to another repository's root with `name//`. Nothing is decoded; `#` ends the path, and the rest is the selector.
 */
export function readReference(text: string, folder: SpecFolder): Reference {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return { kind: 'remote', url: text };
  const [, named, rest = ''] = /^(?:([a-z][a-z0-9-]{0,31})\/\/)?(.*)$/s.exec(text) ?? [];
  const hash = rest.indexOf('#');
  const written = hash === -1 ? rest : rest.slice(0, hash);
  const selector = hash === -1 ? undefined : rest.slice(hash + 1);

  const strange = whyRefused(written);
  if (strange !== undefined) return { kind: 'refused', why: strange };
  const fromSpec = named === undefined && !written.startsWith('/');
  const path = normal(fromSpec ? `${folder}/${written}` : written);
  if (path === undefined) return { kind: 'refused', why: 'leads out of the repository' };
  return {
    kind: 'file',
    file: { root: named ?? '', path },
    selector: selector === '' ? undefined : selector,
    glob: /[*?{]/.test(path),
    folder: /(?:^|\/)\.{0,2}$/.test(written),
  };
}

function whyRefused(path: string): string | undefined {
  if (path === '') return 'names no file';
  if (path.includes('\\')) return 'has a backslash; parts of a path are joined by /';
  if (path.includes('\0')) return 'holds a NUL character';
  if (/^[a-z]:/i.test(path)) return 'begins with a drive, which other machines do not have';
  if (path.startsWith('~')) return 'begins at the home folder of one person';
  if (path.startsWith('//')) return 'begins with two slashes; the name of a root goes before them';
  return undefined;
}

/** How `file` is written in a spec of `folder` in place of `text`: from where that begins, with the selector that it has. */
export function rewritten(text: string, file: ArtifactPath, folder: SpecFolder): string {
  const hash = text.indexOf('#');
  const selector = hash === -1 ? '' : text.slice(hash);
  if (file.root !== '') return `${file.root}//${file.path}${selector}`;
  if (text.startsWith('/')) return `/${file.path}${selector}`;
  const from = folder === '' ? [] : folder.split('/');
  const to = file.path.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/') + selector;
}

/** Without `.`, `..` and empty parts; `undefined` where it climbs above the root. */
export function normal(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** How a message calls a file: as its path from the root of its repository. */
export function shownPath({ root, path }: ArtifactPath): string {
  return root === '' ? path : `${root}//${path}`;
}

/**
 * A reference as it must be written once the file or folder `from` is called `to`, in the way it was written before:
 * from the spec, from the root, or by the name of a root. `undefined` where it leads elsewhere, or cannot lead there.
 */
export function movedReference(
  text: string,
  folder: SpecFolder,
  from: ArtifactPath,
  to: ArtifactPath,
): string | undefined {
  const reference = readReference(text, folder);
  if (reference.kind !== 'file' || reference.glob || reference.file.root !== from.root || from.root !== to.root)
    return undefined;
  const { path } = reference.file;
  if (path !== from.path && !path.startsWith(`${from.path}/`)) return undefined;

  const moved = to.path + path.slice(from.path.length);
  const slash = reference.folder && !/\/$/.test(moved) ? '/' : '';
  const selector = text.includes('#') ? text.slice(text.indexOf('#')) : '';
  if (from.root !== '') return `${from.root}//${moved}${slash}${selector}`;
  if (text.startsWith('/')) return `/${moved}${slash}${selector}`;
  return `${relative(folder, moved)}${slash}${selector}`;
}

/** The way from a folder to a path of the same root. */
function relative(folder: string, path: string): string {
  const here = folder === '' ? [] : folder.split('/');
  const there = path.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}

/** The part of a pattern before the first `*`, `?` or brace, as far as it is a folder. */
export function folderOfPattern(pattern: string): string {
  return parentOf(/^[^*?{]*/.exec(pattern)?.[0] ?? '');
}

/** The folder that a file is in; empty for the root. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
