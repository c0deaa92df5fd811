/**
 * Whether a change of `path` passes the filter of a workflow: patterns one after the other, those with `!` taking out
 * again what was let in before.
 */
export function passes(patterns: readonly string[], path: string): boolean {
  let isIn = false;
  for (const pattern of patterns) {
    const out = pattern.startsWith('!');
    if (matchesPattern(out ? pattern.slice(1) : pattern, path)) isIn = !out;
  }
  return isIn;
}

/** Nobody writes longer ones, and a match takes the product of both. */
const longest = 1000;

type Piece =
  | { readonly kind: 'any'; readonly slash: boolean }
  /** A `**` and a slash, which may stand for no folder at all. */
  | { readonly kind: 'folders' }
  | { readonly kind: 'one'; readonly is: (letter: string) => boolean; readonly count: 'once' | 'maybe' | 'many' };

/**
 * As docs.github.com writes it of filter patterns: `*` within a name, `**` over folders, `?` and `+` after a letter or
 * `[…]` for none or one, and for one or more of it.
 */
export function matchesPattern(pattern: string, path: string): boolean {
  if (pattern.length > longest || path.length > longest) return false;
  const letters = [...path];
  let row = [true, ...letters.map(() => false)];
  for (const piece of pieces(pattern)) row = step(row, piece, letters);
  return row.at(-1) === true;
}

/** For each length, whether that much of `letters` is what all pieces so far mean. */
function step(row: readonly boolean[], piece: Piece, letters: readonly string[]): boolean[] {
  const next: boolean[] = [];
  for (let at = 0; at <= letters.length; at += 1) {
    const letter = letters[at - 1] ?? '';
    const [same, before] = [row[at] === true, at > 0 && row[at - 1] === true];
    if (piece.kind === 'any') next.push(same || (at > 0 && next[at - 1] === true && (piece.slash || letter !== '/')));
    else if (piece.kind === 'folders') next.push(same || (letter === '/' && row.slice(0, at).includes(true)));
    else {
      const again = piece.count === 'many' && at > 0 && next[at - 1] === true;
      next.push((piece.count === 'maybe' && same) || ((before || again) && piece.is(letter)));
    }
  }
  return next;
}

function pieces(pattern: string): readonly Piece[] {
  const found: Piece[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const letter = pattern[at] ?? '';
    if (pattern.startsWith('**/', at) && (at === 0 || pattern[at - 1] === '/')) {
      found.push({ kind: 'folders' });
      at += 2;
    } else if (pattern.startsWith('**', at)) {
      found.push({ kind: 'any', slash: true });
      at += 1;
    } else if (letter === '*') found.push({ kind: 'any', slash: false });
    else {
      const set = letter === '[' ? /^\[([^\]]+)\]/.exec(pattern.slice(at))?.[1] : undefined;
      if (set !== undefined) at += set.length + 1;
      else if (letter === '\\') at += 1;
      const literal = pattern[at] ?? '';
      const count = pattern[at + 1] === '?' ? 'maybe' : pattern[at + 1] === '+' ? 'many' : 'once';
      if (count !== 'once') at += 1;
      found.push({ kind: 'one', is: set === undefined ? (one) => one === literal : inSet(set), count });
    }
  }
  return found;
}

/** `a-z0-9` */
function inSet(set: string): (letter: string) => boolean {
  const ranges = [...set.matchAll(/(.)-(.)|(.)/gs)].map(([, from, to, one]) => [from ?? one ?? '', to ?? one ?? '']);
  return (letter) => ranges.some(([from = '', to = '']) => letter >= from && letter <= to);
}
