/** A pattern that a whole value matches or does not: a safe part of regular expressions, which can never take long. */
export interface Pattern {
  matches(text: string): boolean;
}

interface Step {
  readonly takes: (letter: string) => boolean;
  readonly least: number;
  readonly most: number;
}

const longestPattern = 200;
const longestValue = 2000;
const mostRepeats = 100;

/**
 * Letters, `.`, `\d \w \s`, sets such as `[a-z0-9]`, each with `? * + {2,4}` behind it, and `|` between whole patterns; no
 * groups. Undefined for anything else.
 */
export function readPattern(source: string): Pattern | undefined {
  if (source.length > longestPattern) return undefined;
  const choices = source.split(/(?<!\\)\|/).map(readSteps);
  if (choices.some((steps) => steps === undefined)) return undefined;
  return {
    matches: (text) => text.length <= longestValue && choices.some((steps) => matchesAll(steps ?? [], [...text])),
  };
}

const token = /(\\.|\[\^?(?:\\.|[^\]\\])+\]|[^\\[\]{}()*+?^$])(?:([?*+])|\{(\d{1,3})(?:(,)(\d{1,3})?)?\})?/gsuy;

function readSteps(source: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  token.lastIndex = 0;
  for (let at = 0; at < source.length; at = token.lastIndex) {
    const match = token.exec(source);
    if (match === null) return undefined;
    const [, atom = '', sign, low, comma, high] = match;
    const takes = readAtom(atom);
    if (takes === undefined) return undefined;
    const least = low === undefined ? (sign === '*' || sign === '?' ? 0 : 1) : Number(low);
    const unbounded = sign === '*' || sign === '+' || (comma !== undefined && high === undefined);
    const most = unbounded
      ? Number.POSITIVE_INFINITY
      : high !== undefined
        ? Number(high)
        : low === undefined
          ? 1
          : least;
    if (least > mostRepeats || least > most || (Number.isFinite(most) && most > mostRepeats)) return undefined;
    steps.push({ takes, least, most });
  }
  return steps;
}

const classes: Readonly<Record<string, RegExp>> = { d: /^\d$/, w: /^\w$/, s: /^\s$/ };

function readAtom(atom: string): Step['takes'] | undefined {
  if (atom === '.') return () => true;
  if (atom.startsWith('\\')) return escaped(atom.slice(1));
  if (!atom.startsWith('[')) return (letter) => letter === atom;

  const negated = atom.startsWith('[^');
  const parts = [...atom.slice(negated ? 2 : 1, -1).matchAll(/\\.|[^\\]-[^\\]|./gsu)].map(([part]) => {
    if (part.startsWith('\\')) return escaped(part.slice(1));
    const [from = '', dash, to = ''] = [...part];
    return dash === '-' && to !== ''
      ? (letter: string) => letter >= from && letter <= to
      : (letter: string) => letter === part;
  });
  if (parts.some((part) => part === undefined)) return undefined;
  return (letter) => parts.some((takes) => takes?.(letter)) !== negated;
}

function escaped(name: string): Step['takes'] | undefined {
  const known = classes[name];
  if (known !== undefined) return (letter) => known.test(letter);
  return /[A-Za-z0-9]/.test(name) ? undefined : (letter) => letter === name;
}

/** For each step, all the lengths that can have been taken so far. */
function matchesAll(steps: readonly Step[], letters: readonly string[]): boolean {
  let reached = [true, ...letters.map(() => false)];
  for (const { takes, least, most } of steps) {
    const next = reached.map(() => false);
    // From each start the run of letters it takes; a run is looked at once, from its end backwards.
    const runs = new Array<number>(letters.length + 1).fill(0);
    for (let at = letters.length - 1; at >= 0; at--) runs[at] = takes(letters[at] ?? '') ? (runs[at + 1] ?? 0) + 1 : 0;
    let until = -1;
    for (const [at, starts] of reached.entries()) {
      if (!starts) continue;
      const last = at + Math.min(runs[at] ?? 0, most);
      for (let end = Math.max(at + least, until + 1); end <= last; end++) next[end] = true;
      if (last >= at + least) until = Math.max(until, last);
    }
    reached = next;
  }
  return reached.at(-1) === true;
}
