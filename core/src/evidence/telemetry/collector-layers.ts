import { matchesGlob } from '../../glob.ts';
import type { Inquiry } from '../evidence.ts';
import type { Slip } from '../formats/slip.ts';
import { structured } from '../formats/structured.ts';
import { type ArtifactHost, type ArtifactPath, mostBytes } from '../host.ts';
import { shownPath } from '../reference.ts';
import { carrying, type Layer, leadingOut, type Named, readCollector } from './collector.ts';

/** A configuration, and those beside it that may be loaded over it. */
export interface Layers {
  readonly own: readonly Layer[];
  /** Only looked for where nothing leads out of `own`. */
  readonly beside: readonly Layer[];
  /** The first of `own` that no collector can load. */
  readonly broken?: { readonly file: ArtifactPath; readonly slip: Slip };
  /** What a pipeline of the one file in `own` names, and neither it nor a file beside it defines. */
  readonly undefined?: Named;
}

const mostLayers = 20;

/** The configuration in a file, or in all files that it stands for as a `glob`. */
export function collectorLayers(file: ArtifactPath, glob: boolean): Inquiry<Layers> {
  const folder = { root: file.root, path: file.path.replace(/(?:^|\/)[^/]*$/, '') };
  const matches = glob ? (path: string) => matchesGlob(file.path, path) : undefined;
  const base = {
    root: file.root,
    path: matches === undefined ? folder.path : file.path.replace(/\/?[^/]*[*?{].*$/, ''),
  };
  return {
    key: `collector ${shownPath(file)}`,
    about: [matches === undefined ? folder : base],
    async answer(host) {
      const files = [file];
      if (matches !== undefined) {
        const listed = await host.list(base, matches, mostLayers);
        if (listed.kind === 'unread') return listed;
        if (listed.facts.paths.length === 0) return { kind: 'unread', why: 'absent' };
        files.splice(0, 1, ...listed.facts.paths.map((path) => ({ root: file.root, path })));
      }
      const own: Layer[] = [];
      for (const one of files) {
        const text = await host.text(one, mostBytes.text);
        if (text.kind === 'unread') {
          if (matches === undefined) return text;
          continue;
        }
        const slip = /\.(?:ya?ml|json)$/i.test(one.path) ? structured(text.facts).slip(true) : undefined;
        if (slip !== undefined) return { kind: 'read', facts: { own: [], beside: [], broken: { file: one, slip } } };
        const collector = readCollector(text.facts);
        if (collector !== undefined) own.push({ file: one, collector });
      }
      const leads = carrying(own).some(({ pipeline }) => leadingOut(pipeline, own).length > 0);
      const [only, another] = own;
      const candidates = only === undefined || another !== undefined ? [] : only.collector.undefined;
      const isAlone = leads || own.length === 0 || matches !== undefined;
      if (isAlone && candidates.length === 0) return { kind: 'read', facts: { own, beside: [] } };
      const isBeside = (path: string) =>
        /\.ya?ml$/.test(path) && path !== file.path && path.replace(/(?:^|\/)[^/]*$/, '') === folder.path;
      const listed = await host.list(folder, isBeside, mostLayers);
      const paths = listed.kind === 'unread' ? [] : listed.facts.paths;
      const others = paths.map((path) => ({ root: file.root, path }));
      const absent = await definedNowhere(host, candidates, others);
      if (isAlone) return { kind: 'read', facts: { own, beside: [], undefined: absent } };
      return { kind: 'read', facts: { own, beside: await layersOf(host, others), undefined: absent } };
    },
  };
}

/** The first that no other file has as a key. */
async function definedNowhere(
  host: ArtifactHost,
  candidates: readonly Named[],
  files: readonly ArtifactPath[],
): Promise<Named | undefined> {
  if (candidates.length === 0) return undefined;
  const texts = await Promise.all(files.map((file) => host.text(file, mostBytes.text)));
  const lines = texts.flatMap((text) => (text.kind === 'read' ? text.facts.split('\n') : []));
  const keys = new Set(lines.map((line) => line.trim().split(/:(?:\s|$)/)[0]));
  return candidates.find(({ id }) => !keys.has(id));
}

async function layersOf(host: ArtifactHost, files: readonly ArtifactPath[]): Promise<readonly Layer[]> {
  const layers = await Promise.all(
    files.map(async (file): Promise<readonly Layer[]> => {
      const text = await host.text(file, mostBytes.text);
      const collector = text.kind === 'read' ? readCollector(text.facts) : undefined;
      return collector === undefined ? [] : [{ file, collector }];
    }),
  );
  return layers.flat();
}
