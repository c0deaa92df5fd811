/**
 * What a regular expression accepts that is nothing but words, alternatives and `.`, `.*`, `.+`: sequences of literal
 * text and of wildcards, of which one has to fit the whole value. Expressions of somebody else are not run.
 */
export type Pattern = readonly Sequence[];
type Sequence = readonly Piece[];
/** Text as it is, or one character, or any number of them. */
type Piece = string | typeof one | typeof many;

const one = Symbol('one');
const many = Symbol('many');

const longest = 5000;
const mostSequences = 200;

/** As Alertmanager and Prometheus read it, anchored at both ends; `undefined` for what is more than that. */
export function patternOf(text: string): Pattern | undefined {
  if (text.length > longest) return undefined;
  const reading: Reading = { text: text.replace(/^\^/, '').replace(/(?<!\\)\$$/, ''), at: 0 };
  const found = alternatives(reading, 0);
  return reading.at === reading.text.length ? found : undefined;
}

interface Reading {
  readonly text: string;
  at: number;
}

function alternatives(reading: Reading, depth: number): Pattern | undefined {
  const all: Sequence[] = [];
  for (;;) {
    const some = sequence(reading, depth);
    if (some === undefined) return undefined;
    all.push(...some);
    if (all.length > mostSequences) return undefined;
    if (reading.text[reading.at] !== '|') return all;
    reading.at += 1;
  }
}

/** Up to a bar, a closing bracket or the end. What stands in brackets makes one sequence into several. */
function sequence(reading: Reading, depth: number): Pattern | undefined {
  let all: Pattern = [[]];
  while (reading.at < reading.text.length) {
    const sign = reading.text[reading.at];
    if (sign === '|' || (sign === ')' && depth > 0)) return all;
    const atom = quantified(reading, depth);
    if (atom === undefined || all.length * atom.length > mostSequences) return undefined;
    all = all.flatMap((start) => atom.map((end) => [...start, ...end]));
  }
  return all;
}

function quantified(reading: Reading, depth: number): Pattern | undefined {
  const isAny = reading.text[reading.at] === '.';
  const atom = atomAt(reading, depth);
  const sign = reading.text[reading.at] ?? '';
  if (atom === undefined || !/^[?*+{]$/.test(sign)) return atom;
  reading.at += 1;
  if (sign === '?') return [[], ...atom];
  if (!isAny || sign === '{' || /^[?+]$/.test(reading.text[reading.at] ?? '')) return undefined;
  return [sign === '*' ? [many] : [one, many]];
}

function atomAt(reading: Reading, depth: number): Pattern | undefined {
  const { text, at } = reading;
  const sign = text[at] ?? '';
  if (sign === '(') {
    if (depth > 10) return undefined;
    reading.at += text.startsWith('(?:', at) ? 3 : 1;
    const within = alternatives(reading, depth + 1);
    if (reading.text[reading.at] !== ')') return undefined;
    reading.at += 1;
    return within;
  }
  const isEscaped = sign === '\\';
  const literal = isEscaped ? (text[at + 1] ?? '') : sign;
  // A class, an anchor in the midst, or an escape that stands for a class.
  if (isEscaped ? !/^[^A-Za-z0-9]$/.test(literal) : /^[[\]^$?*+{})]$/.test(sign)) return undefined;
  reading.at += isEscaped ? 2 : 1;
  return [[sign === '.' ? one : literal]];
}

/** Whether the whole of a value fits. */
export function takes(pattern: Pattern, value: string): boolean {
  return pattern.some((sequence) => fits(sequence, value));
}

/** Goes back to the last `.*` only, so that it takes no longer than both lengths multiplied. */
function fits(sequence: Sequence, value: string): boolean {
  let [piece, at] = [0, 0];
  let [afterMany, taken] = [-1, 0];
  while (at < value.length || piece < sequence.length) {
    const next = sequence[piece];
    if (next === many) {
      piece += 1;
      [afterMany, taken] = [piece, at];
      continue;
    }
    const length = next === one ? 1 : (next?.length ?? 0);
    const isHere =
      next !== undefined && (next === one ? at < value.length && value[at] !== '\n' : value.startsWith(next, at));
    if (isHere) {
      [piece, at] = [piece + 1, at + length];
      continue;
    }
    taken += 1;
    if (afterMany === -1 || taken > value.length) return false;
    [piece, at] = [afterMany, taken];
  }
  return true;
}

/** The values that it accepts as they are. */
export function wordsOf(pattern: Pattern): readonly string[] {
  return pattern.flatMap((sequence) =>
    sequence.every((piece) => typeof piece === 'string') ? [sequence.join('')] : [],
  );
}
