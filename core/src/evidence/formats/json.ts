import { lineIndex } from '../../text.ts';
import { type AnyNode, type Entry, mapping, scalar, sequence } from '../../yaml/tree.ts';
import type { Slip } from './slip.ts';

/** Deeper nesting than any report needs; each level costs a frame of the stack. */
const mostLevels = 200;

/**
 * The tree of a JSON text with the span of every value, `undefined` where the text is none. Literals are plain scalars,
 * `null` among them, strings are quoted ones. `NaN` and `Infinity` are read, because Python writes them.
 */
export function readJson(text: string): AnyNode | undefined {
  const read = reading(text);
  return 'root' in read ? read.root : undefined;
}

/** Where a text stops being JSON; `undefined` of JSON, of one value a line, and of what is nested too deep to tell. */
export function slipInJson(text: string): Slip | undefined {
  const read = reading(text);
  if (!('at' in read) || read.isWhole) return undefined;
  const end = text.trimEnd().length;
  const lineOf = (offset: number) => lineIndex(text).position(Math.max(0, Math.min(offset, end))).line + 1;
  return { format: 'JSON', line: lineOf(read.at >= end ? end - 1 : read.at), ends: read.at >= end };
}

type Read =
  | { readonly root: AnyNode }
  /** `isWhole`: a value is complete, and another one begins in a line below it. */
  | { readonly at: number; readonly isWhole: boolean }
  | { readonly tooDeep: true };

function reading(text: string): Read {
  const reader = new Reader(text);
  try {
    const root = reader.value(0);
    const end = reader.at;
    reader.space();
    if (reader.at === text.length) return { root };
    const isWhole =
      root.kind !== 'scalar' && /\n/.test(text.slice(end, reader.at)) && /[{[]/.test(text[reader.at] ?? '');
    return { at: reader.at, isWhole };
  } catch (error) {
    if (error instanceof TooDeep) return { tooDeep: true };
    if (error instanceof NotJson || error instanceof SyntaxError) return { at: reader.at, isWhole: false };
    throw error;
  }
}

class NotJson extends Error {}
class TooDeep extends Error {}

class Reader {
  at: number;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.at = text.startsWith('\uFEFF') ? 1 : 0;
  }

  value(level: number): AnyNode {
    if (level > mostLevels) throw new TooDeep();
    this.space();
    const start = this.at;
    const first = this.text[start];
    if (first === '{') return this.object(level, start);
    if (first === '[') return this.list(level, start);
    if (first === '"') return scalar(this.string(), { start, end: this.at }, 'double');
    return scalar(this.literal(), { start, end: this.at });
  }

  space(): void {
    while (spaces.has(this.text.charCodeAt(this.at))) this.at += 1;
  }

  private object(level: number, start: number): AnyNode {
    const entries: Entry[] = [];
    this.at += 1;
    this.space();
    if (!this.took('}')) {
      do {
        this.space();
        const from = this.at;
        if (this.text[from] !== '"') throw new NotJson();
        const key = scalar(this.string(), { start: from, end: this.at }, 'double');
        this.space();
        if (!this.took(':')) throw new NotJson();
        entries.push({ key, value: this.value(level + 1) });
        this.space();
      } while (this.took(','));
      if (!this.took('}')) throw new NotJson();
    }
    return mapping(entries, { start, end: this.at }, true);
  }

  private list(level: number, start: number): AnyNode {
    const items: AnyNode[] = [];
    this.at += 1;
    this.space();
    if (!this.took(']')) {
      do {
        items.push(this.value(level + 1));
        this.space();
      } while (this.took(','));
      if (!this.took(']')) throw new NotJson();
    }
    return sequence(items, { start, end: this.at }, true);
  }

  private took(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private string(): string {
    const start = this.at;
    let end = this.text.indexOf('"', start + 1);
    while (end !== -1 && isEscaped(this.text, end)) end = this.text.indexOf('"', end + 1);
    if (end === -1) {
      this.at = this.text.length;
      throw new NotJson();
    }
    this.at = end + 1;
    const inner = this.text.slice(start + 1, end);
    return inner.includes('\\') ? String(JSON.parse(`"${inner.replaceAll(/[\u0000-\u001f]/g, ' ')}"`)) : inner;
  }

  private literal(): string {
    literals.lastIndex = this.at;
    const found = literals.exec(this.text)?.[0];
    if (found === undefined) throw new NotJson();
    this.at += found.length;
    return found;
  }
}

const spaces = new Set([0x20, 0x09, 0x0a, 0x0d]);
const literals = /true|false|null|NaN|-?Infinity|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function isEscaped(text: string, quote: number): boolean {
  let slashes = 0;
  while (text[quote - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}
