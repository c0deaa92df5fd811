import { matchesPattern } from '../../glob.ts';
import { longestLine } from '../documents/prose.ts';
import type { Inquiry } from '../evidence.ts';
import { type ArtifactPath, mostBytes, type Unread } from '../host.ts';
import { parentOf } from '../reference.ts';

/** Who owns a path, and which lines say so. */
export interface Owned {
  /** As they are written, without what GitLab calls optional; empty where a line takes the path from everybody. */
  readonly owners: readonly string[];
  /** From 1; of the deciding line, or the first of several sections. */
  readonly line: number;
}

export interface CodeOwners {
  readonly dialect: Dialect;
  /** `undefined` where no line is about the path. */
  of(path: string): Owned | undefined;
  /** Every owner that the file names, with the first line that does. */
  readonly named: ReadonlyMap<string, number>;
}

export type Dialect = 'github' | 'gitlab';

interface Line {
  readonly line: number;
  readonly owners: readonly string[];
  readonly covers: (path: string) => boolean;
  readonly section: string;
  /** GitLab's `!`: the path has no owner in this section, whatever comes later. */
  readonly excludes: boolean;
  /** GitLab's `[ab]`: which letter it is, is not looked at, and so it cannot be told whether the path is covered. */
  readonly unsure: boolean;
}

/**
 * Reads a CODEOWNERS file as GitHub or as GitLab does:
 * https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 * https://docs.gitlab.com/user/project/codeowners/reference/
 */
export function readCodeOwners(text: string, dialect: Dialect): CodeOwners {
  const lines: Line[] = [];
  const named = new Map<string, number>();
  let section = '';
  let defaults: readonly string[] = [];
  for (const [index, whole] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const own = whole.slice(0, longestLine).trim();
    if (own === '' || own.startsWith('#')) continue;
    const head = dialect === 'gitlab' ? sectionHead(own) : undefined;
    if (head !== undefined) {
      section = head.name;
      defaults = head.owners;
      for (const owner of defaults) if (!named.has(owner)) named.set(owner, index + 1);
      continue;
    }
    const { pattern, rest } = cut(own);
    const owners = ownersIn(rest, dialect);
    // GitHub passes over a whole line that it cannot read.
    if (owners === undefined || (dialect === 'github' && /^!|[[\]]|^\\#/.test(pattern))) continue;
    for (const owner of owners) if (!named.has(owner)) named.set(owner, index + 1);
    const excludes = pattern.startsWith('!');
    const covers = dialect === 'github' ? githubPattern(pattern) : gitlabPattern(excludes ? pattern.slice(1) : pattern);
    const unsure = dialect === 'gitlab' && oneOfLetters.test(pattern);
    lines.push({ line: index + 1, owners: owners.length > 0 ? owners : defaults, covers, section, excludes, unsure });
  }
  lines.reverse();
  return { dialect, named, of: (path) => ownedBy(lines, path) };
}

/** The last line that covers the path decides, in each section for itself. */
function ownedBy(backwards: readonly Line[], path: string): Owned | undefined {
  const decided = new Map<string, Line>();
  const excluded = new Set<string>();
  for (const line of backwards) {
    if ((decided.has(line.section) && !line.excludes) || !line.covers(path)) continue;
    if (line.excludes) excluded.add(line.section);
    else decided.set(line.section, line);
  }
  if ([...decided.values()].some(({ unsure }) => unsure)) return undefined;
  const counting = [...decided.values()].filter(({ section }) => !excluded.has(section)).reverse();
  const first = counting[0];
  return first && { owners: [...new Set(counting.flatMap(({ owners }) => owners))], line: first.line };
}

/** Anchored where it has a slash before its end, and into folders; but `docs/*` is what stands in `docs` and no deeper. */
function githubPattern(pattern: string): (path: string) => boolean {
  const anchored = pattern.slice(0, -1).includes('/');
  return covering(anchored ? pattern : `**/${pattern}`, pattern !== '*' && /(?:^|\/)\*$/.test(pattern));
}

const oneOfLetters = /\[[^\]/]+\]/;

/** A path without a leading `/` may begin anywhere, and only one that ends in `/` or `**` goes into folders. */
function gitlabPattern(pattern: string): (path: string) => boolean {
  if (pattern === '*' || pattern === '/') return () => true;
  const path = pattern.replaceAll(new RegExp(oneOfLetters, 'g'), '?');
  return covering(path.startsWith('/') ? path : `**/${path}`, !/\/$|\/\*\*(?:\/\*)?$/.test(pattern));
}

/** Not by the regular expressions of a library: a pattern of many stars would take them for ever. */
function covering(pattern: string, itselfOnly: boolean): (path: string) => boolean {
  const glob = pattern.replace(/^\//, '').replaceAll('\\', '');
  const isFolder = pattern.endsWith('/');
  return (path) => {
    const folder = parentOf(path);
    const inside = folder !== '' && matchesPattern(glob, folder);
    if (isFolder) return inside;
    return matchesPattern(glob, path) && !(itselfOnly && inside);
  };
}

/** `[Name]`, `^[Name]`, `[Name][2]`, and the owners of its lines that name none. */
function sectionHead(line: string): { readonly name: string; readonly owners: readonly string[] } | undefined {
  const [, name, owners = ''] = /^\^?\[([^[\]]+)\](?:\[\d+\])?(?:\s+(.*))?$/.exec(line) ?? [];
  return name === undefined ? undefined : { name: name.trim().toLowerCase(), owners: ownersIn(owners, 'gitlab') ?? [] };
}

/** The pattern up to the first space that is not escaped. */
function cut(line: string): { readonly pattern: string; readonly rest: string } {
  const [pattern = ''] = /^(?:\\.|[^\s\\])+/.exec(line) ?? [];
  return { pattern, rest: line.slice(pattern.length) };
}

/** `undefined` for a line that GitHub cannot read. GitLab takes the owners it finds, in comments too. */
function ownersIn(rest: string, dialect: Dialect): readonly string[] | undefined {
  const words = (dialect === 'github' ? rest.replace(/(?:^|\s)#.*$/, '') : rest)
    .split(/\s+/)
    .filter((word) => word !== '');
  const isOwner = (word: string) => /^@{1,2}[\w][\w./-]*$|^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(word);
  if (dialect === 'github' && !words.every(isOwner)) return undefined;
  return words.filter(isOwner);
}

/** Where each host looks, in its order; the first that is there counts. */
const places: Readonly<Record<Dialect, readonly string[]>> = {
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
};

export type CodeOwnersFile =
  | { readonly file: ArtifactPath; readonly owners: CodeOwners }
  /** It is there, and nobody can tell what it says. */
  | { readonly file: ArtifactPath; readonly unread: Unread };

/** The CODEOWNERS file of a repository, `undefined` where there is none; in GitLab's dialect where GitLab's CI is set up. */
export function codeOwnersOf(root: string): Inquiry<CodeOwnersFile | undefined> {
  const at = (path: string): ArtifactPath => ({ root, path });
  const all = [...new Set([...places.github, ...places.gitlab])];
  return {
    key: `code owners ${root}//`,
    about: [...all, '.gitlab-ci.yml'].map(at),
    async answer(host) {
      const ci = await host.look(at('.gitlab-ci.yml'));
      const dialect = ci.kind === 'read' ? 'gitlab' : 'github';
      for (const path of [...places[dialect], ...all]) {
        const text = await host.text(at(path), Math.min(mostBytes.text, mostOwners));
        if (text.kind === 'unread' && (text.why === 'absent' || text.why === 'not-a-file')) continue;
        if (text.kind === 'unread') return { kind: 'read', facts: { file: at(path), unread: text.why } };
        const spoken = path.startsWith('.gitlab/') ? 'gitlab' : path.startsWith('.github/') ? 'github' : dialect;
        return { kind: 'read', facts: { file: at(path), owners: readCodeOwners(text.facts, spoken) } };
      }
      return { kind: 'read', facts: undefined };
    },
  };
}

/** GitHub does not load a larger file. */
const mostOwners = 3 * 2 ** 20;
