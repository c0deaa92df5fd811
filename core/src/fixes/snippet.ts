/**
 * Inserted text as an LSP snippet: each placeholder becomes a tab stop, one with choices a list to choose from, its
 * first entry the placeholder itself, so that going on without choosing still leaves it open. Where one key of two is
 * written for both, the other can be chosen.
 * `undefined` where the text has no placeholder.
 */
export function snippet(text: string): string | undefined {
  const begins = /\babove(?=: TODO )|\btodo-[a-z0-9-]+|\bTODO (?=[^\r\n])/g;
  let made = '';
  let stop = 0;
  let done = 0;
  for (let match = begins.exec(text); match !== null; match = begins.exec(text)) {
    const end = match[0] === 'TODO ' ? placeholderEnd(text, match.index) : begins.lastIndex;
    stop += 1;
    made += escaped(text.slice(done, match.index)) + tabStop(stop, text.slice(match.index, end));
    done = end;
    begins.lastIndex = end;
  }
  return stop === 0 ? undefined : made + escaped(text.slice(done));
}

/** All that would be left of the answer if only a part of it were typed over. */
function placeholderEnd(text: string, start: number): number {
  const before = /[^\r\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  const quote = /["']$/.exec(before)?.[0];
  // In braces and brackets a comma ends a value, and what has one stands in quotes.
  const inFlow = /[[{]|^\s*,/.test(before) || /,\s*$/.test(line);
  const ends =
    quote === undefined ? (inFlow ? /\s*(?:[,}\]]|\s#|$)/ : /\s*(?:\s#|$)/) : quote === '"' ? /(?<!\\)"/ : /'/;
  const at = line.search(ends);
  return start + (at === -1 ? line.length : at);
}

function tabStop(stop: number, piece: string): string {
  if (piece === 'above') return `\${${stop}|above,below|}`;
  const choices = / \| /.test(piece) ? piece.slice('TODO '.length).split(' | ') : [];
  if (choices.length === 0) return `\${${stop}:${escaped(piece)}}`;
  return `\${${stop}|${[piece, ...choices].map(escapeChoice).join(',')}|}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

function escapeChoice(text: string): string {
  return text.replaceAll(/[\\$},|]/g, '\\$&');
}
