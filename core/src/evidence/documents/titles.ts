import GithubSlugger, { slug as githubSlug } from 'github-slugger';
import { frontMatterOf } from './front-matter.ts';
import { type Heading, longestLine, type Prose, placeholdersIn } from './prose.ts';

/*
 * reStructuredText and AsciiDoc, by their titles only. Which anchor a title gets depends on what renders it, so each of
 * them counts.
 */

interface Title {
  readonly text: string;
  readonly level: number;
  readonly line: number;
}

/** Titles with a line of punctuation below them, and above them where the writer likes it. */
export function readRst(text: string): Prose {
  const all = linesOf(text);
  const adornments: string[] = [];
  const titles: Title[] = [];
  const anchors = new Map<string, number>();
  const rest: { line: number; text: string }[] = [];
  for (let index = 0; index < all.length; index += 1) {
    const own = all[index] ?? '';
    const target = /^\.\. _`?([^:`]+)`?:/.exec(own)?.[1];
    if (target !== undefined) note(anchors, docutilsId(target), index + 1);
    if (own.startsWith('..')) continue;

    const over = isAdornment(own) ? own.trimEnd() : undefined;
    const title = over === undefined ? own : (all[index + 1] ?? '');
    const under = (all[index + (over === undefined ? 1 : 2)] ?? '').trimEnd();
    const stands = over === undefined ? !/^\s/.test(title) : under === over;
    if (
      title.trim() !== '' &&
      !isAdornment(title) &&
      stands &&
      isAdornment(under) &&
      under.length >= title.trim().length
    ) {
      const style = `${over === undefined ? '' : 'over'}${under.charAt(0)}`;
      if (!adornments.includes(style)) adornments.push(style);
      const plain = title.trim().replace(/``?([^`]*)``?_{0,2}|\*{1,2}([^*]*)\*{1,2}/g, '$1$2');
      titles.push({ text: plain, level: adornments.indexOf(style) + 1, line: index + (over === undefined ? 1 : 2) });
      index += over === undefined ? 1 : 2;
    } else if (own.trim() !== '') rest.push({ line: index + 1, text: own.trim() });
  }
  return prose(titles, anchors, rest, docutilsId);
}

/** Titles that begin with `=` or `#`. */
export function readAsciiDoc(text: string): Prose {
  const titles: Title[] = [];
  const anchors = new Map<string, number>();
  const rest: { line: number; text: string }[] = [];
  let block: string | undefined;
  for (const [index, own] of linesOf(text).entries()) {
    const line = own.trimEnd();
    if (block !== undefined) {
      if (line === block) block = undefined;
      continue;
    }
    if (/^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,})$/.test(line)) {
      block = line;
      continue;
    }
    if (line.startsWith('//')) continue;
    for (const [, id] of line.matchAll(/\[\[([^\],[]+)[^\][]*\]\]|\[#([^\],.[]+)[^\][]*\]|\[id=["']?([^\]"',[]+)/g))
      if (id !== undefined) note(anchors, id, index + 1);
    const short = /^\[(?:#|id=["']?)([^\]"',.[]+)/.exec(line)?.[1];
    if (short !== undefined) note(anchors, short, index + 1);

    const [, mark = '', title] = /^(={1,6}|#{1,6})[ \t]+(\S.*)$/.exec(line) ?? [];
    if (title !== undefined)
      titles.push({ text: title.replace(/[`*_]{1,2}([^`*_]*)[`*_]{1,2}/g, '$1'), level: mark.length, line: index + 1 });
    else if (line !== '' && !/^:[\w-]+:|^\[.*\]$/.test(line)) rest.push({ line: index + 1, text: line });
  }
  return prose(titles, anchors, rest, asciidocId);
}

/** Any other text: its front matter and its lines. */
export function readPlain(text: string): Prose {
  const all = linesOf(text);
  const { entries, length } = frontMatterOf(all);
  const rest = all.flatMap((line, index) =>
    index < length || line.trim() === '' ? [] : [{ line: index + 1, text: line.trim() }],
  );
  return { ...prose([], new Map(), rest, docutilsId), frontMatter: entries };
}

function prose(
  titles: readonly Title[],
  anchors: Map<string, number>,
  lines: readonly { readonly line: number; readonly text: string }[],
  idOf: (title: string) => string,
): Prose {
  const slugger = new GithubSlugger();
  const headings = titles.map(({ text, level, line }): Heading => {
    for (const anchor of [idOf(text), slugger.slug(text), githubSlug(text)]) note(anchors, anchor, line);
    return { text, slug: idOf(text), level, line };
  });
  const all = [...lines, ...titles].sort((a, b) => a.line - b.line);
  return {
    headings,
    anchors,
    placeholders: placeholdersIn(all),
    links: [],
    frontMatter: new Map(),
    lines,
    code: [],
  };
}

function note(anchors: Map<string, number>, anchor: string, line: number): void {
  if (anchor !== '' && !anchors.has(anchor)) anchors.set(anchor, line);
}

/** https://docutils.sourceforge.io/docs/ref/rst/directives.html#identifier-normalization */
function docutilsId(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-\d]+|-$/g, '');
}

/** Asciidoctor's own: a prefix, and underscores between words. */
function asciidocId(text: string): string {
  return `_${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s.-]/gu, '')
    .replace(/[\s.-]+/g, '_')
    .replace(/_$/, '')}`;
}

function isAdornment(line: string): boolean {
  return /^([!-/:-@[-`{-~])\1{2,}\s*$/.test(line);
}

function linesOf(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.slice(0, longestLine));
}
