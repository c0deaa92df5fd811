/** What a document for people says, whatever markup it is written in. Lines count from 1. */
export interface Prose {
  readonly headings: readonly Heading[];
  /** Everything behind `#` that a link to this document may have, with the line it leads to. */
  readonly anchors: ReadonlyMap<string, number>;
  /** What was to be filled in and is not. */
  readonly placeholders: readonly Placeholder[];
  readonly links: readonly { readonly target: string; readonly line: number }[];
  /** Entries of the front matter whose value is one word or line. */
  readonly frontMatter: ReadonlyMap<string, { readonly value: string; readonly line: number }>;
  /** Every line that a reader sees, without code blocks and without the headings. */
  readonly lines: readonly { readonly line: number; readonly text: string }[];
  /** Lines on which blocks of code begin: a page of commands says something, too. */
  readonly code: readonly number[];
}

export interface Heading {
  /** As a reader sees it. */
  readonly text: string;
  /** What a link to it has behind `#`. */
  readonly slug: string;
  /** 1 for a title. */
  readonly level: number;
  readonly line: number;
}

export interface Placeholder {
  readonly line: number;
  /** As it stands there, such as `[DATE]`. */
  readonly text: string;
}

/** The longest piece of a line that is looked at. */
export const longestLine = 10_000;

/** A few more than anybody reads; a page of placeholders is told by its first. */
const mostPlaceholders = 100;

/**
 * Signs that a line waits for its answer: brackets around capitals that name one, a word such as TODO where the answer
 * would stand, angles that speak to whoever fills in. A word such as TODO within a sentence may be about other work.
 */
const unanswered = [
  /\[(?:(?:[A-Z][A-Z0-9 _/'-]* )?(?:DATE|NAMES?|YOUR|TEAM|OWNER|CONTACT|E-?MAIL|PHONE|COMPANY|ORGANI[SZ]ATION|ROLE|URL|LINK|INSERT|PLACEHOLDER|VERSION|NUMBER|ADDRESS|TITLE|DEPARTMENT|SIGNATURE|AUTHOR|DESCRIPTION|DESCRIBE|SYSTEM|XX+)(?:[ _/-][A-Z0-9 _/'-]*)?|(?:TBD|TBC|TODO|FIXME|Your|your|Insert|insert|Fill in|fill in|Describe|Placeholder|placeholder)\b[^[\]]{0,80}|YYYY-MM-DD|_{2,}|\.{3}|…)\](?![[(:])/,
  /(?:^|[:|>([]|[-*+] |\d[.)] )[ \t]{0,8}[*_]{0,3}(?:TODO|TBD|TBC|FIXME)(?![A-Za-z0-9-])/,
  /<(?:your|insert|fill in|todo|tbd|placeholder)\b[^<>]{0,80}>/i,
  /(?:^|[:|>] ?)[*_]{0,3}YYYY-MM-DD\b/,
  /\blorem ipsum\b/i,
];

/** The first placeholder of each line, as far as there is one. `lines` are without code and without links. */
export function placeholdersIn(lines: Iterable<{ readonly line: number; readonly text: string }>): Placeholder[] {
  const found: Placeholder[] = [];
  for (const { line, text } of lines) {
    const hit = unanswered.map((pattern) => pattern.exec(text)?.[0]).find((one) => one !== undefined);
    if (hit === undefined) continue;
    found.push({ line, text: hit.replace(/^[\s:|>(*_+-]+|^\d[.)] /g, '').replace(/^[*_]+/, '') });
    if (found.length === mostPlaceholders) break;
  }
  return found;
}

/** The lines that belong to the heading at `line`: up to the next heading that is not below it. */
export function sectionFrom(
  { headings }: Pick<Prose, 'headings'>,
  line: number,
): { readonly from: number; readonly to: number } {
  const index = headings.findLastIndex((heading) => heading.line <= line);
  const own = headings[index];
  if (own === undefined) return { from: 1, to: (headings[0]?.line ?? Number.POSITIVE_INFINITY) - 1 };
  const next = headings.slice(index + 1).find(({ level }) => level <= own.level);
  return { from: own.line, to: (next?.line ?? Number.POSITIVE_INFINITY) - 1 };
}

/** The lines at the top: the title with what stands below it, before the second heading. */
export function titleBlock({ headings }: Pick<Prose, 'headings'>): { readonly from: number; readonly to: number } {
  const [first, second] = headings;
  const end = first?.level === 1 ? second : first;
  return { from: 1, to: (end?.line ?? Number.POSITIVE_INFINITY) - 1 };
}
