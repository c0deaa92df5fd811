import { type LineIndex, lineIndex } from '../../text.ts';
import { parseYaml } from '../../yaml/parse.ts';
import type { AnyNode } from '../../yaml/tree.ts';
import type { Inquiry } from '../evidence.ts';
import { type ArtifactPath, mostBytes, type Unread } from '../host.ts';

/** An OWNERS file as Prow reads it: https://www.kubernetes.dev/docs/guide/owners/ */
export interface OwnersFile {
  readonly approvers: readonly Named[];
  readonly reviewers: readonly Named[];
  /** The approvers of the folders above do not count below here. */
  readonly alone: boolean;
}

export interface Named {
  readonly name: string;
  readonly line: number;
}

export function readOwners(text: string): OwnersFile {
  const { root } = parseYaml(text);
  if (root?.kind !== 'mapping') return { approvers: [], reviewers: [], alone: false };
  const options = root.get('options');
  const alone = options?.kind === 'mapping' ? options.get('no_parent_owners') : undefined;
  // A filter is a pattern over the paths of the folder; the one for all of them is read, others are not run.
  const filters = root.get('filters');
  const all = filters?.kind === 'mapping' ? filters.get('.*') : undefined;
  const holders = [root, ...(all?.kind === 'mapping' ? [all] : [])];
  const index = lineIndex(text);
  const listed = (key: string) => holders.flatMap((holder) => namesIn(holder.get(key), index));
  return {
    approvers: listed('approvers'),
    reviewers: listed('reviewers'),
    alone: alone?.kind === 'scalar' && alone.value === 'true',
  };
}

/** Who stands behind the names that OWNERS files use in place of people. */
export function readAliases(text: string): ReadonlyMap<string, readonly string[]> {
  const { root } = parseYaml(text);
  const index = lineIndex(text);
  const aliases = root?.kind === 'mapping' ? root.get('aliases') : undefined;
  if (aliases?.kind !== 'mapping') return new Map();
  return new Map(
    aliases.entries.map(({ key, value }) => [key.value.toLowerCase(), namesIn(value, index).map(({ name }) => name)]),
  );
}

function namesIn(list: AnyNode | undefined, index: LineIndex): Named[] {
  if (list?.kind !== 'sequence') return [];
  return list.items.flatMap((item) => {
    if (item?.kind !== 'scalar') return [];
    return [{ name: String(item.value), line: index.position(item.span.start).line + 1 }];
  });
}

/** Those who may approve a change of the path, by the nearest OWNERS file and those above it. */
export interface Approvers {
  /** The nearest file. */
  readonly file: ArtifactPath;
  readonly line: number | undefined;
  /** In small letters, aliases beside the people behind them. */
  readonly names: ReadonlySet<string>;
}

/** Deeper than any repository goes. */
const mostFolders = 30;

export function approversOf(
  path: ArtifactPath,
): Inquiry<Approvers | { readonly file: ArtifactPath; readonly unread: Unread } | undefined> {
  const { root } = path;
  const folders = foldersAbove(path.path).slice(0, mostFolders);
  const files = folders.map((folder): ArtifactPath => ({ root, path: folder === '' ? 'OWNERS' : `${folder}/OWNERS` }));
  const aliasFile: ArtifactPath = { root, path: 'OWNERS_ALIASES' };
  return {
    key: `approvers ${root}//${path.path}`,
    about: [...files, aliasFile],
    async answer(host) {
      let nearest: { readonly file: ArtifactPath; readonly line: number | undefined } | undefined;
      const names = new Set<string>();
      for (const file of files) {
        const text = await host.text(file, mostBytes.text);
        if (text.kind === 'unread' && (text.why === 'absent' || text.why === 'not-a-file')) continue;
        if (text.kind === 'unread') return { kind: 'read', facts: { file, unread: text.why } };
        const { approvers, alone } = readOwners(text.facts);
        if (approvers.length > 0) nearest ??= { file, line: approvers[0]?.line };
        for (const { name } of approvers) names.add(name.toLowerCase());
        if (alone) break;
      }
      if (nearest === undefined) return { kind: 'read', facts: undefined };
      const aliases = await host.text(aliasFile, mostBytes.text);
      const behind = aliases.kind === 'read' ? readAliases(aliases.facts) : new Map<string, readonly string[]>();
      for (const name of [...names]) for (const one of behind.get(name) ?? []) names.add(one.toLowerCase());
      return { kind: 'read', facts: { ...nearest, names } };
    },
  };
}

/** The folder of a path and all above it, the root last. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/')).concat('');
}
