/**
 * A source text of the family of C (JavaScript, Go, Java, C#) in which comments, the insides of quotes and regular
 * expressions are blotted out, so that what is left of brackets and words is code. Every character keeps its place.
 */
export function codeOnly(text: string): string {
  const out: string[] = [];
  let from = 0;
  let before = ''; // The last sign that is no space: after a value `/` divides, elsewhere a pattern begins.
  let at = 0;
  const blot = (start: number, end: number): void => {
    out.push(text.slice(from, start), text.slice(start, end).replace(/[^\n\r]/g, ' '));
    from = end;
  };
  while (at < text.length) {
    const sign = text[at] ?? '';
    if (sign === '/' && text[at + 1] === '/') {
      const end = endOf(text, '\n', at);
      blot(at, end);
      at = end;
    } else if (sign === '/' && text[at + 1] === '*') {
      const close = text.indexOf('*/', at + 2);
      const end = close === -1 ? text.length : close + 2;
      blot(at, end);
      at = end;
    } else if (sign === '"' || sign === "'" || sign === '`') {
      const end = closing(text, at, sign);
      blot(at + 1, end);
      at = end + 1;
      before = sign;
    } else if (sign === '/' && (before === '' || '(,=:[!&|?{};+-*%<>~^'.includes(before))) {
      const end = patternEnd(text, at);
      if (end !== undefined) blot(at + 1, end);
      at = (end ?? at) + 1;
      before = '/';
    } else {
      if (sign.trim() !== '') before = sign;
      at += 1;
    }
  }
  out.push(text.slice(from));
  return out.join('');
}

function endOf(text: string, sign: string, from: number): number {
  const end = text.indexOf(sign, from);
  return end === -1 ? text.length : end;
}

/** Where a quote closes; one of a single line at the end of it. */
function closing(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === quote || (sign === '\n' && quote !== '`')) return at;
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

/** For each opening bracket of a code the place of its closing one, as far as they match. */
export function bracketsOf(code: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: { readonly at: number; readonly close: string }[] = [];
  const closes: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
  for (const { 0: sign, index } of code.matchAll(/[()[\]{}]/g)) {
    const close = closes[sign];
    if (close !== undefined) open.push({ at: index, close });
    else if (open.at(-1)?.close === sign) pairs.set(open.pop()?.at ?? 0, index);
  }
  return pairs;
}
