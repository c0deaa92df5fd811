/*
 * Inline Markdown, as far as the text of a heading, a link or a placeholder takes it. Lines come clipped, and every
 * pattern stops at the next bracket or angle, so that no line takes longer than its length.
 */

/** A link or an image as it stands in the text; its target is not looked at. */
const link = /!?\[((?:[^[\]]|\[[^[\]]*\])*)\]\(\s?(?:<([^<>]*)>|([^()\s<>]*(?:\([^()]*\)[^()\s<>]*)*))(?:\s[^()]*)?\)/g;
const referenceLink = /!?\[((?:[^[\]]|\[[^[\]]*\])*)\]\[([^[\]]*)\]/g;
const tag = /<\/?[a-z][^<>]*>|<!--[^<>]*-->/gi;
const autolink = /<((?:https?:|mailto:)[^<>\s]*)>/gi;

/** What it takes to mean more than it says. */
const markup = /[`\\[<&*~_]/;

/** The text that a reader sees in place of `source`; `labels` are those that the document defines links for. */
export function renderedText(source: string, labels: ReadonlySet<string>): string {
  if (!markup.test(source)) return source.trim();
  const inside = (whole: string, text: string) => (whole.startsWith('!') ? '' : text);
  const visible = hidden(source)
    .replace(autolink, '$1')
    .replace(link, inside)
    .replace(link, inside) // An image as the text of a link.
    .replace(referenceLink, (whole, text: string, label: string) => {
      if (!labels.has(labelOf(label === '' ? text : label))) return whole;
      return whole.startsWith('!') ? '' : text;
    })
    .replace(tag, '')
    .replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => entity(name) ?? whole)
    .replace(/(\*{1,3})(?=[^\s*])([^*]*)\1/g, '$2')
    .replace(/~~([^~]*)~~/g, '$1');
  return shown(withoutUnderscores(visible)).trim();
}

/** As `source`, with every character of code spans and every escaped one blotted out. */
export function withoutCode(source: string): string {
  if (!source.includes('`') && !source.includes('\\')) return source;
  return hidden(source).replace(/[\uE000-\uE07F\uE100]/g, ' ');
}

/** The targets of the links and images in `source`. */
export function linkTargets(source: string): string[] {
  const plain = hidden(source);
  const inline = [...plain.matchAll(link)].map((match) => match[2] ?? match[3] ?? '');
  const html = [...plain.matchAll(/\s(?:href|src)=["']([^"'<>]*)["']/gi)].map((match) => match[1] ?? '');
  return [...inline, ...html].map(shown).filter((target) => target !== '');
}

/** How a label of a link is compared. */
export function labelOf(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Code spans and escapes as private characters, so that nothing in them is taken for markup. */
function hidden(source: string): string {
  if (!source.includes('`') && !source.includes('\\')) return source;
  let out = '';
  let from = 0;
  for (const { start, end, ticks } of codeSpans(source)) {
    out += escapesHidden(source.slice(from, start));
    const code = source.slice(start + ticks, end - ticks);
    out += [...(/^ .*[^ ].* $/.test(code) ? code.slice(1, -1) : code)].map(hide).join('');
    from = end;
  }
  return out + escapesHidden(source.slice(from));
}

function escapesHidden(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, (_, character: string) => hide(character));
}

function hide(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? String.fromCharCode(0xe000 + code) : character;
}

function shown(text: string): string {
  return text.replace(/[\uE000-\uE07F]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xe000));
}

/** Each run of backticks with the next run of the same length. */
function codeSpans(source: string): { readonly start: number; readonly end: number; readonly ticks: number }[] {
  const runs = [...source.matchAll(/`+/g)].filter(({ index }) => source[index - 1] !== '\\');
  const byLength = new Map<number, number[]>();
  for (const { 0: run, index } of runs) {
    const places = byLength.get(run.length) ?? [];
    places.push(index);
    byLength.set(run.length, places);
  }
  const next = new Map<number, number>();
  const spans = [];
  let free = 0;
  for (const { 0: run, index } of runs) {
    const ticks = run.length;
    const places = byLength.get(ticks) ?? [];
    let at = next.get(ticks) ?? 0;
    while ((places[at] ?? Number.POSITIVE_INFINITY) <= index) at += 1;
    next.set(ticks, at);
    const close = places[at];
    if (index < free || close === undefined) continue;
    free = close + ticks;
    spans.push({ start: index, end: free, ticks });
  }
  return spans;
}

/** Without the underscores that make emphasis; those within a word stay. */
function withoutUnderscores(text: string): string {
  const isWord = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{N}\uE000-\uE07F]/u.test(character);
  const isSpace = (character: string | undefined) => character === undefined || /\s/.test(character);
  const open: { readonly index: number; readonly length: number }[] = [];
  const dropped = new Set<number>();
  for (const { 0: run, index } of text.matchAll(/_+/g)) {
    const before = text[index - 1];
    const after = text[index + run.length];
    const opener = isWord(after) || !isSpace(after);
    if (!isWord(after) && !isSpace(before)) {
      const partner = open.at(-1);
      if (partner?.length === run.length) {
        open.pop();
        dropped.add(partner.index).add(index);
        continue;
      }
    }
    if (!isWord(before) && opener) open.push({ index, length: run.length });
  }
  return text.replace(/_+/g, (run, index: number) => (dropped.has(index) ? '' : run));
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
};

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return Object.hasOwn(entities, name) ? entities[name] : undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
