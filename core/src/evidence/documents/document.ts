import type { Inquiry } from '../evidence.ts';
import { type Answer, type ArtifactHost, type ArtifactPath, mostBytes } from '../host.ts';
import { folderOfPattern, shownPath } from '../reference.ts';
import { firstBytes, isNo, isVoid } from './file-kind.ts';
import { readMarkdown } from './markdown.ts';
import type { Prose } from './prose.ts';
import { type Unsound, unsoundness } from './soundness.ts';
import { readAsciiDoc, readPlain, readRst } from './titles.ts';

/** What is at a path that names something to read or to run. */
export type Document =
  /** Written for people; its markup is told by its name. */
  | { readonly kind: 'prose'; readonly prose: Prose; readonly markup: Markup }
  /** Text for machines, a picture, a PDF: it is there. */
  | {
      readonly kind: 'other';
      /** There is nothing in it. */
      readonly isEmpty: boolean;
      /** What it is called and is not, such as `PDF`. */
      readonly isNo?: string;
      readonly unsound?: Unsound;
    }
  /** A folder or a pattern, with how many files it stands for and one of them. */
  | { readonly kind: 'files'; readonly count: number; readonly whole: boolean; readonly first: string | undefined };

export type Markup = 'markdown' | 'titles' | 'plain';

/** What is loaded by a program, which takes it or not. */
const forMachines = /\.(?:ya?ml|json|toml|ini|cfg|conf|env|properties|tf|hcl|rego|py|sh|[mc]?[jt]sx?|go|java|kt)$/i;

/** In bytes; what is larger is data, which others read. */
const largestLoaded = 2 ** 20;

/** As many files are counted in a folder. */
const mostFiles = 2000;

/** The document at a path; `wants` tells what a path with `*` or a folder stands for. */
export function document(file: ArtifactPath, wants?: (path: string) => boolean): Inquiry<Document> {
  const key = `document${wants === undefined ? '' : 's'} ${shownPath(file)}`;
  if (wants !== undefined) {
    const base = { root: file.root, path: folderOfPattern(file.path) };
    return { key, about: [base], answer: (host) => filesIn(host, base, wants) };
  }
  return {
    key,
    about: [file],
    async answer(host) {
      const look = await host.look(file);
      if (look.kind === 'unread') return look;
      return look.facts === 'folder' ? filesIn(host, file, () => true) : oneFile(host, file);
    },
  };
}

async function oneFile(host: ArtifactHost, file: ArtifactPath): Promise<Answer<Document>> {
  const markup = markupOf(file.path);
  if (markup === undefined) {
    const start = await host.bytes(file, 0, firstBytes);
    if (start.kind === 'unread') return start;
    const { bytes, size } = start.facts;
    if (String.fromCharCode(...bytes.subarray(0, 48)).startsWith('version https://git-lfs'))
      return { kind: 'unread', why: 'lfs-pointer' };
    if (isVoid(bytes, size)) return { kind: 'read', facts: { kind: 'other', isEmpty: true } };
    const text =
      size <= largestLoaded && forMachines.test(file.path) ? await host.text(file, mostBytes.text) : undefined;
    const unsound = text?.kind === 'read' ? unsoundness(text.facts, file.path) : undefined;
    return { kind: 'read', facts: { kind: 'other', isEmpty: false, isNo: isNo(file.path, bytes), unsound } };
  }
  const text = await host.text(file, mostBytes.text);
  if (text.kind === 'unread') return text;
  return { kind: 'read', facts: { kind: 'prose', markup, prose: readers[markup](text.facts, file.path) } };
}

async function filesIn(
  host: ArtifactHost,
  folder: ArtifactPath,
  wants: (path: string) => boolean,
): Promise<Answer<Document>> {
  const list = await host.list(folder, wants, mostFiles);
  if (list.kind === 'unread') return list;
  const { paths, whole } = list.facts;
  return { kind: 'read', facts: { kind: 'files', count: paths.length, whole, first: paths[0] } };
}

const readers: Readonly<Record<Markup, (text: string, path: string) => Prose>> = {
  markdown: readMarkdown,
  titles: (text, path) => (/\.rst$/i.test(path) ? readRst(text) : readAsciiDoc(text)),
  plain: readPlain,
};

function markupOf(path: string): Markup | undefined {
  if (/\.(?:md|markdown|mdx|mdown)$/i.test(path)) return 'markdown';
  if (/\.(?:rst|adoc|asciidoc|asc)$/i.test(path)) return 'titles';
  return /\.(?:txt|text|prompt|prompty|j2|jinja2?|tmpl)$/i.test(path) ? 'plain' : undefined;
}
