import { type AnyNode, type Entry, mapping, type Scalar, scalar, sequence } from '../../yaml/tree.ts';

/** Deeper nesting than artifacts have; beyond it the text is not read at all. */
const maxDepth = 200;

/**
 * A JSON text as the tree that YAML gives too, every scalar with its place: texts as `double`, all else as `plain` in the
 * letters that were written. `undefined` for what is not JSON, or is nested too deep.
 */
export function jsonTree(text: string): AnyNode | undefined {
  try {
    return new Reader(text).document();
  } catch (error) {
    if (error instanceof NoJson) return undefined;
    throw error;
  }
}

class NoJson extends Error {}

const space = /[\s\uFEFF]*/y;
const string = /"[^"\\]*(?:\\.[^"\\]*)*"/sy;
const bare = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): AnyNode {
    const root = this.value(0);
    this.skip();
    if (this.at < this.text.length) throw new NoJson();
    return root;
  }

  private value(depth: number): AnyNode {
    this.skip();
    const first = this.text[this.at];
    if (first === '{' || first === '[') {
      if (depth === maxDepth) throw new NoJson();
      return first === '{' ? this.object(depth) : this.array(depth);
    }
    if (first === '"') return this.string();
    const start = this.at;
    return scalar(this.take(bare), { start, end: this.at });
  }

  private object(depth: number): AnyNode {
    const start = this.at;
    const entries: Entry[] = [];
    this.list('}', () => {
      this.skip();
      const key = this.string();
      this.skip();
      if (this.text[this.at] !== ':') throw new NoJson();
      this.at += 1;
      entries.push({ key, value: this.value(depth + 1) });
    });
    return mapping(entries, { start, end: this.at }, true);
  }

  private array(depth: number): AnyNode {
    const start = this.at;
    const items: AnyNode[] = [];
    this.list(']', () => items.push(this.value(depth + 1)));
    return sequence(items, { start, end: this.at }, true);
  }

  /** From the opening bracket behind the closing one. */
  private list(close: string, read: () => void): void {
    this.at += 1;
    this.skip();
    if (this.text[this.at] === close) {
      this.at += 1;
      return;
    }
    for (;;) {
      read();
      this.skip();
      const next = this.text[this.at];
      this.at += 1;
      if (next === close) return;
      if (next !== ',') throw new NoJson();
    }
  }

  private string(): Scalar {
    const start = this.at;
    const written = this.take(string);
    return scalar(unescaped(written), { start, end: this.at }, 'double');
  }

  private skip(): void {
    this.take(space);
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) throw new NoJson();
    this.at += found.length;
    return found;
  }
}

function unescaped(written: string): string {
  if (!written.includes('\\')) return written.slice(1, -1);
  try {
    return String(JSON.parse(written));
  } catch {
    throw new NoJson();
  }
}
