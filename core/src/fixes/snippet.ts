/**
 * Inserted text as an LSP snippet: each placeholder becomes a tab stop, one with choices a list to choose from, its
 * first entry the placeholder itself, so that going on without choosing still leaves it open.
 * `undefined` where the text has no placeholder.
 */
export function snippet(text: string): string | undefined {
  let stop = 0;
  const result = text
    .split(/(\bTODO [^\n\r"\]},#]*|\btodo-[a-z0-9-]+)/)
    .map((piece, index) =>
      index % 2 === 0 ? escaped(piece) : tabStop(piece.trimEnd()) + escaped(piece.slice(piece.trimEnd().length)),
    )
    .join('');
  return stop === 0 ? undefined : result;

  function tabStop(piece: string): string {
    stop += 1;
    const choices = / \| /.test(piece) ? piece.slice('TODO '.length).split(' | ') : [];
    if (choices.length === 0) return `\${${stop}:${escaped(piece)}}`;
    return `\${${stop}|${[piece, ...choices].map(escapeChoice).join(',')}|}`;
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

function escapeChoice(text: string): string {
  return text.replaceAll(/[\\$},|]/g, '\\$&');
}
