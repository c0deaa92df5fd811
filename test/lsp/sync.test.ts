import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Range } from 'vscode-languageserver';
import { synced } from '../../server/src/documents.ts';
import { asDiagnostics, expected, faulty } from './faulty.ts';
import { capabilities } from './profiles.ts';
import { Session } from './session.ts';

interface Change {
  readonly range?: Range;
  readonly text: string;
}

const seeds = [1, 2, 3, 4, 5];

/** Mulberry32: the same numbers on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const scraps = [
  'a',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  ':',
  'key: value\n',
  '  - x\n',
  '😀',
  'é',
  '"',
  '#',
  '\t',
  '{',
  ']',
  '',
  'tools:\n  a: 1\n',
];

function randomChange(random: (below: number) => number, text: string): Change {
  if (random(200) === 0) return { text: text.slice(0, random(400)) };
  const lines = text.split(/\r\n|\n|\r/);
  const position = () => {
    // Sometimes behind the end of its line, sometimes behind the last line.
    const line = random(12) === 0 ? lines.length + random(3) : random(lines.length);
    return { line, character: random((lines[line]?.length ?? 0) + 3) };
  };
  const start = position();
  const far = random(4) === 0;
  const end = far ? position() : { line: start.line, character: start.character + random(4) };
  const before = start.line < end.line || (start.line === end.line && start.character <= end.character);
  const pieces = Array.from({ length: random(far ? 12 : 3) }, () => scraps[random(scraps.length)]);
  return { range: before ? { start, end } : { start: end, end: start }, text: pieces.join('') };
}

/** The specification of LSP to the letter, and as slow as it likes. */
function apply(text: string, { range, text: inserted }: Change): string {
  if (range === undefined) return inserted;
  const offset = ({ line, character }: Range['start']): number => {
    const lineEnd = /\r\n|\n|\r/g;
    let start = 0;
    for (let i = 0; i < line; i++) {
      if (lineEnd.exec(text) === null) return text.length;
      start = lineEnd.lastIndex;
    }
    const length = text.slice(start).search(/\r|\n/);
    return start + Math.min(character, length < 0 ? text.length - start : length);
  };
  return text.slice(0, offset(range.start)) + inserted + text.slice(offset(range.end));
}

for (const seed of seeds) {
  test(`10,000 random edits leave the text that the specification says: seed ${seed}`, () => {
    const random = numbers(seed);
    let text = faulty;
    let document = synced.create('file:///ai-system.yaml', 'ai-system', 0, text);
    for (let version = 1; version <= 10_000; version++) {
      const change = randomChange(random, text);
      text = apply(text, change);
      document = synced.update(document, [change], version);
      if (document.getText() !== text)
        assert.equal(document.getText(), text, `edit ${version}: ${JSON.stringify(change)}`);
      if (text.length > 8000) {
        text = faulty;
        document = synced.update(document, [{ text }], version);
      }
    }
  });
}

for (const [seed, profile] of [
  [11, 'vscode'],
  [12, 'neovim'],
  [13, 'eglot'],
] as const) {
  test(`10,000 random edits over the wire: the server finds what is in the text, ${profile}`, {
    timeout: 180_000,
  }, async (t) => {
    const random = numbers(seed);
    const session = new Session(t);
    await session.initialize({ capabilities: capabilities(profile) });
    const uri = 'file:///somewhere/ai-system.yaml';
    let text = faulty;
    let version = 1;
    session.open(uri, text);
    for (let edits = 0; edits < 10_000; ) {
      for (let burst = random(40); burst >= 0; burst--) {
        const changes: Change[] = [];
        for (let several = random(3); several >= 0; several--) {
          const change = edits > 0 && edits % 500 === 0 ? { text: faulty } : randomChange(random, text);
          text = apply(text, change);
          changes.push(change);
          edits++;
        }
        version++;
        session.change(uri, version, ...changes);
      }
      const found = profile === 'vscode' ? await session.pull(uri) : await session.publishedVersion(uri, version);
      const items = 'items' in found ? found.items : found.diagnostics;
      const where = items.map(({ range, message }) => ({ range, message }));
      const wanted = asDiagnostics(uri, text, expected(text).findings, false) as typeof items;
      assert.deepEqual(
        where,
        wanted.map(({ range, message }) => ({ range, message })),
        `after ${edits} edits`,
      );
      session.received.length = 0;
    }
    assert.equal(await session.shutDown(), 0);
  });
}
