/** What stands between back-quotes: a text with code in it and escapes, or what is taken as it is (Go, Kotlin). */
export type BackQuotes = 'template' | 'plain';

/**
 * A source text of the family of C (JavaScript, Go, Java, Kotlin, C#) in which comments, the insides of quotes and
 * regular expressions are blotted out, so that what is left of brackets and words is code. Every character keeps its
 * place.
 */
export function codeOnly(text: string, backQuotes: BackQuotes = 'template'): string {
  const out: string[] = [];
  let from = 0;
  let last = -1; // The last sign that is no space: after a value `/` divides, elsewhere a pattern begins.
  let at = 0;
  /** Of the templates that are open, how many braces are open in the code within. */
  const templates: number[] = [];
  let template = 0;
  const blot = (start: number, end: number): void => {
    // What stands in the code of a template is blotted out with all of it.
    if (templates.length > 0) return;
    out.push(text.slice(from, start), text.slice(start, end).replace(/[^\n\r]/g, ' '));
    from = end;
  };
  const inTemplate = (start: number): void => {
    const { end, opens } = templatePart(text, start);
    if (opens) templates.push(0);
    else if (templates.length === 0) blot(template, end);
    at = end + (opens ? 2 : 1);
    last = end;
  };
  while (at < text.length) {
    const sign = text[at] ?? '';
    if (sign === '/' && text[at + 1] === '/' && !/\bhttps?:$/.test(text.slice(Math.max(at - 7, 0), at))) {
      const end = endOf(text, '\n', at);
      blot(at, end);
      at = end;
    } else if (sign === '/' && text[at + 1] === '*') {
      const close = text.indexOf('*/', at + 2);
      const end = close === -1 ? text.length : close + 2;
      blot(at, end);
      at = end;
    } else if (sign === '`' && backQuotes === 'template') {
      if (templates.length === 0) template = at + 1;
      inTemplate(at + 1);
    } else if (sign === '"' || sign === '`' || (sign === "'" && !isApostrophe(text, at))) {
      const { start, end } = quoted(text, at, sign);
      blot(start, end);
      at = end + (start - at);
      last = end;
    } else if (sign === '/' && beginsPattern(text, last, at)) {
      const end = patternEnd(text, at);
      if (end !== undefined) blot(at + 1, end);
      at = (end ?? at) + 1;
      last = at - 1;
    } else {
      const braces = templates.at(-1);
      if (sign === '}' && braces === 0) {
        templates.pop();
        inTemplate(at + 1);
        continue;
      }
      if (braces !== undefined && (sign === '{' || sign === '}'))
        templates[templates.length - 1] = braces + (sign === '{' ? 1 : -1);
      if (sign.trim() !== '') last = at;
      at += 1;
    }
  }
  if (templates.length > 0) {
    templates.length = 0;
    blot(template, text.length);
  }
  out.push(text.slice(from));
  return out.join('');
}

/** Up to where a template closes, or opens code within. */
function templatePart(text: string, start: number): { readonly end: number; readonly opens: boolean } {
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '`') return { end: at, opens: false };
    else if (text[at] === '$' && text[at + 1] === '{') return { end: at, opens: true };
  }
  return { end: text.length, opens: false };
}

/** Words after which a value begins. */
const beforeValue =
  /(?<![\w$.])(?:return|typeof|case|in|of|delete|void|throw|new|instanceof|do|else|await|yield|default|extends)$/;

/** As in the text of JSX: a word stands right before it. */
function isApostrophe(text: string, at: number): boolean {
  return /[\w$]$/.test(text.slice(at - 1, at)) && !beforeValue.test(text.slice(Math.max(at - 12, 0), at));
}

function beginsPattern(text: string, last: number, at: number): boolean {
  const before = text[last];
  if (before === undefined) return true;
  // `</a>` and `<a b={c} />` of JSX.
  if ((before === '<' && last === at - 1) || (before === '}' && text[at + 1] === '>')) return false;
  return (
    '(,=:[!&|?{};+-*%<>~^'.includes(before) ||
    (/[a-z]/.test(before) && beforeValue.test(text.slice(Math.max(last - 11, 0), last + 1)))
  );
}

function endOf(text: string, sign: string, from: number): number {
  const end = text.indexOf(sign, from);
  return end === -1 ? text.length : end;
}

/** What stands within the quote at a place, and where that ends; a quote of a single line ends with it. */
function quoted(text: string, at: number, quote: string): { readonly start: number; readonly end: number } {
  const [run = quote] = /^"+/.exec(text.slice(at, at + 20)) ?? [];
  if (run.length === 6) return { start: at + 3, end: at + 3 };
  if (run.length >= 3) return { start: at + run.length, end: rawEnd(text, at + run.length, run) };
  const start = at + 1;
  // `@"…"` of C# has no escapes, and goes on over lines.
  const isVerbatim = quote === '"' && /@\$?$/.test(text.slice(Math.max(at - 2, 0), at));
  const isWhole = isVerbatim || quote === '`';
  for (let end = start; end < text.length; end += 1) {
    const sign = text[end];
    if (sign === '\\' && !isWhole) end += 1;
    else if (isVerbatim && sign === quote && text[end + 1] === quote) end += 1;
    else if (sign === quote || (sign === '\n' && !isWhole)) return { start, end };
  }
  return { start, end: text.length };
}

/** `"""` of Java, Kotlin and C#. */
function rawEnd(text: string, start: number, run: string): number {
  for (let end = text.indexOf(run, start); end !== -1; end = text.indexOf(run, end + 1)) {
    if (text[end - 1] === '\\' && text[end - 2] !== '\\') continue;
    // A quote that the text ends with stands before those that close it.
    while (text[end + run.length] === '"') end += 1;
    return end;
  }
  return text.length;
}

/** No pattern that people write is longer; a division would look on to the end of its line. */
const longestPattern = 1_000;

function patternEnd(text: string, start: number): number | undefined {
  let inClass = false;
  for (let at = start + 1; at < Math.min(text.length, start + longestPattern); at += 1) {
    const sign = text[at];
    if (sign === '\n') return undefined;
    if (sign === '\\') at += 1;
    else if (sign === '[') inClass = true;
    else if (sign === ']') inClass = false;
    else if (sign === '/' && !inClass) return at;
  }
  return undefined;
}

/**
 * For each opening bracket of a code the place of its closing one, as far as they match. Where one is too many, as in
 * the text of JSX, braces go before the others.
 */
export function bracketsOf(code: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: { readonly at: number; readonly close: string }[] = [];
  const closes: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
  let braces = 0;
  for (const { 0: sign, index } of code.matchAll(/[()[\]{}]/g)) {
    const close = closes[sign];
    if (close !== undefined) open.push({ at: index, close });
    if (sign === '{') braces += 1;
    if (sign === '}' && braces > 0) {
      braces -= 1;
      while (open.at(-1)?.close !== '}') open.pop();
    }
    if (close === undefined && open.at(-1)?.close === sign) pairs.set(open.pop()?.at ?? 0, index);
  }
  return pairs;
}
