import GithubSlugger, { slug as githubSlug } from 'github-slugger';
import { frontMatterOf } from './front-matter.ts';
import { labelOf, linkTargets, renderedText, withoutCode } from './markdown-inline.ts';
import { type Heading, longestLine, type Prose, placeholdersIn } from './prose.ts';

/*
 * Blocks as CommonMark has them (https://spec.commonmark.org/0.31.2/), as far as it takes to tell headings from what
 * only looks like one: code, comments, raw HTML, lists and quotes. Slugs are those that GitHub gives.
 */

interface Fence {
  readonly mark: string;
  readonly length: number;
  /** How many `>` stand before it, and how far the list item that holds it is indented. */
  readonly depth: number;
  readonly within: number;
}

interface Paragraph {
  readonly line: number;
  readonly depth: number;
  readonly within: number;
  readonly texts: string[];
}

type Raw = { readonly until: RegExp } | { readonly until: 'blank' };

const blockTag =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[\s/>]|$)/i;
const lonelyTag = /^<\/?[a-z][\w-]*(?:\s[^<>]*)?>\s*$/i;
const definition = /^ {0,3}\[([^[\]]{1,200})\]:\s*<?([^\s<>]*)/;
const listMarker = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+|$)/;
const linkOrComment = /\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])|<!--[^<>]*-->/g;
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** A Markdown text: its headings with the slugs GitHub gives them, its anchors, placeholders and links. */
export function readMarkdown(text: string): Prose {
  const all = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const { entries: frontMatter, length: skipped } = frontMatterOf(all);
  const labels = new Set(all.flatMap(labelDefined));

  const found: { readonly source: string; readonly level: number; readonly line: number }[] = [];
  const anchors = new Map<string, number>();
  const links: { readonly target: string; readonly line: number }[] = [];
  const lines: { readonly line: number; readonly text: string }[] = [];
  const code: number[] = [];

  let fence: Fence | undefined;
  let raw: Raw | undefined;
  let paragraph: Paragraph | undefined;
  let item = 0; // How far the contents of the list item are indented that we are in.
  let items: readonly number[] = []; // The same of the items around it, too.
  let blankBefore = true;

  for (let index = skipped; index < all.length; index += 1) {
    const line = index + 1;
    const { rest, depth } = withoutQuotes((all[index] ?? '').slice(0, longestLine));
    const blank = rest.trim() === '';

    if (fence !== undefined) {
      const left = depth < fence.depth || (!blank && indentOf(rest) < fence.within);
      if (!left) {
        if (closes(rest, fence)) fence = undefined;
        continue;
      }
      fence = undefined;
    }
    if (raw !== undefined) {
      noteHtml(rest, line);
      if (raw.until === 'blank' ? blank : raw.until.test(rest)) raw = undefined;
      continue;
    }
    if (blank) {
      paragraph = undefined;
      blankBefore = true;
      continue;
    }
    if (indentOf(rest) < item && blankBefore && !listMarker.test(rest)) {
      items = items.filter((one) => one <= indentOf(rest));
      item = items.at(-1) ?? 0;
    }

    const underline = /^[ \t]*(=+|-+)[ \t]*$/.exec(rest)?.[1];
    if (underline !== undefined && paragraph !== undefined && underlines(rest, depth, paragraph)) {
      const source = paragraph.texts.join(' ');
      found.push({ source, level: underline.startsWith('=') ? 1 : 2, line: paragraph.line });
      while ((lines.at(-1)?.line ?? 0) >= paragraph.line) lines.pop();
      paragraph = undefined;
      blankBefore = true;
      continue;
    }
    if (rule.test(rest)) {
      paragraph = undefined;
      blankBefore = true;
      if (indentOf(rest) < item) [item, items] = [0, []];
      continue;
    }

    let content = rest;
    for (let nested = 0, at = 0; nested < 10; nested += 1) {
      const marker = listMarker.exec(content);
      const [whole = '', lead = '', sign = '', gap = ''] = marker ?? [];
      // A number other than 1 does not begin a list in the middle of a paragraph.
      if (
        marker === null ||
        (at === 0 && item === 0 && (indentOf(content) > 3 || (paragraph && /^\d/.test(sign) && !/^1[.)]/.test(sign))))
      )
        break;
      const column = at + lead.length;
      at = column + sign.length + (gap.length > 4 || gap === '' ? 1 : gap.length);
      item = at;
      items = [...items.filter((one) => one <= column), at];
      content = content.slice(gap.length > 4 ? whole.length - gap.length + 1 : whole.length);
      paragraph = undefined;
    }

    const opening = /^[ \t]*(`{3,}|~{3,})(.*)$/.exec(content);
    const isCode = paragraph === undefined && content === rest && indentOf(rest) >= item + 4;
    const inReach = content !== rest || item > 0 || indentOf(content) <= 3;
    if (opening?.[1] !== undefined && inReach && !(opening[1].startsWith('`') && opening[2]?.includes('`'))) {
      const within = content !== rest ? item : (items.findLast((one) => one <= indentOf(rest)) ?? 0);
      fence = { mark: opening[1].charAt(0), length: opening[1].length, depth, within };
      code.push(line);
      paragraph = undefined;
      blankBefore = false;
      continue;
    }
    if (isCode) {
      code.push(line);
      continue;
    }

    const heading = inReach ? atxHeading(content) : undefined;
    if (heading !== undefined) {
      found.push({ ...heading, line });
      paragraph = undefined;
      blankBefore = true;
      continue;
    }
    blankBefore = false;

    const start = content.trimStart();
    raw = start.startsWith('<') ? rawFrom(start, paragraph !== undefined) : undefined;
    noteHtml(content, line);
    if (raw !== undefined) {
      paragraph = undefined;
      if (raw.until !== 'blank' && raw.until.test(start)) raw = undefined;
      if (!start.startsWith('<!--')) noteText(content, line);
      continue;
    }
    const defined = definition.exec(content);
    if (defined?.[2] !== undefined) {
      links.push({ target: defined[2], line });
      continue;
    }
    noteText(content, line);
    if (paragraph === undefined) paragraph = { line, depth, within: item, texts: [] };
    paragraph.texts.push(content.trim());
  }

  return {
    ...slugged(found, labels, anchors),
    anchors,
    placeholders: placeholdersIn(inOrder(lines, found, labels)),
    links,
    frontMatter,
    lines,
    code,
  };

  function noteText(source: string, line: number): void {
    lines.push({ line, text: source.trim() });
    for (const target of linkTargets(source)) links.push({ target, line });
  }

  function noteHtml(source: string, line: number): void {
    if (!source.includes('<')) return;
    const plain = withoutCode(source);
    for (const [, name] of plain.matchAll(/<[a-z][^<>]*?\s(?:id|name)=["']?([^"'\s<>]+)/gi)) {
      if (name !== undefined && !anchors.has(name)) anchors.set(name, line);
    }
    const heading = /<h([1-6])(?:\s[^<>]*)?>(.*)<\/h[1-6]>/i.exec(plain);
    if (heading !== null) found.push({ source: heading[2] ?? '', level: Number(heading[1]), line });
  }
}

function labelDefined(line: string): readonly string[] {
  if (!line.includes(']:')) return [];
  const label = labelOf(definition.exec(line.slice(0, longestLine))?.[1] ?? '');
  return label === '' ? [] : [label];
}

/** The headings with their slugs, in the order of the text; adds the slugs to `anchors`. */
function slugged(
  found: readonly { readonly source: string; readonly level: number; readonly line: number }[],
  labels: ReadonlySet<string>,
  anchors: Map<string, number>,
): { readonly headings: readonly Heading[] } {
  const slugger = new GithubSlugger();
  const headings = found.map(({ source, level, line }): Heading => {
    const own = ownAnchor(source);
    const text = renderedText(source, labels);
    const slug = slugger.slug(text);
    const shown = own === undefined ? text : renderedText(own.before, labels);
    for (const anchor of own === undefined ? [slug] : [slug, own.name, githubSlug(shown)]) {
      if (anchor !== '' && !anchors.has(anchor)) anchors.set(anchor, line);
    }
    return { text: shown, slug: own?.name ?? slug, level, line };
  });
  return { headings };
}

/** `{#name}` at the end is how kramdown, Pandoc and Docusaurus name an anchor; GitHub shows it as text. */
function ownAnchor(source: string): { readonly before: string; readonly name: string } | undefined {
  if (!source.endsWith('}')) return undefined;
  const open = source.lastIndexOf('{');
  const inside = source.slice(open + 1, -1);
  const name = open === -1 || inside.includes('}') ? undefined : /^:?\s?#(\S+)/.exec(inside)?.[1];
  return name === undefined ? undefined : { before: source.slice(0, open), name };
}

/** Lines and headings as they are searched for placeholders: no code, of a link its text only. */
function inOrder(
  lines: readonly { readonly line: number; readonly text: string }[],
  headings: readonly { readonly source: string; readonly line: number }[],
  labels: ReadonlySet<string>,
): { readonly line: number; readonly text: string }[] {
  const all = [...lines, ...headings.map(({ source, line }) => ({ line, text: source }))];
  return all
    .sort((a, b) => a.line - b.line)
    .map(({ line, text }) => ({ line, text: withoutCode(text).replace(linkOrComment, ' ') }))
    .map(({ line, text }) => {
      const isDefined = (label: string) => labels.has(labelOf(label));
      return { line, text: text.replace(/\[([^[\]]*)\]/g, (whole, label: string) => (isDefined(label) ? ' ' : whole)) };
    });
}

function atxHeading(content: string): { readonly source: string; readonly level: number } | undefined {
  const text = content.trim();
  const level = /^#+/.exec(text)?.[0].length ?? 0;
  if (level === 0 || level > 6) return undefined;
  const rest = text.slice(level);
  if (rest !== '' && !/^[ \t]/.test(rest)) return undefined;
  const inner = rest.trim();
  let end = inner.length;
  while (inner[end - 1] === '#') end -= 1;
  const closed = end < inner.length && (end === 0 || /[ \t]/.test(inner[end - 1] ?? ''));
  return { source: closed ? inner.slice(0, end).trim() : inner, level };
}

function withoutQuotes(line: string): { readonly rest: string; readonly depth: number } {
  let rest = line;
  let depth = 0;
  for (let mark = /^ {0,3}> ?/.exec(rest); mark !== null && depth < 20; mark = /^ {0,3}> ?/.exec(rest)) {
    rest = rest.slice(mark[0].length);
    depth += 1;
  }
  return { rest, depth };
}

function closes(rest: string, { mark, length }: Fence): boolean {
  const text = rest.trim();
  return text.length >= length && [...text].every((character) => character === mark);
}

/** A row of `=` or `-` makes a heading of the lines above it if it stands where they do. */
function underlines(rest: string, depth: number, { depth: depthOf, within }: Paragraph): boolean {
  const indent = indentOf(rest);
  return depth === depthOf && indent >= within && indent <= within + 3;
}

function rawFrom(start: string, inParagraph: boolean): Raw | undefined {
  if (start.startsWith('<!--')) return { until: /-->/ };
  const literal = /^<(pre|script|style|textarea)(?=[\s>]|$)/i.exec(start);
  if (literal !== null) return { until: /<\/(?:pre|script|style|textarea)>/i };
  if (blockTag.test(start) || (!inParagraph && lonelyTag.test(start))) return { until: 'blank' };
  return undefined;
}

/** Columns of white space before the text; a tab goes on to the next fourth. */
function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === ' ') columns += 1;
    else if (character === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}
