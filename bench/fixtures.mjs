// Specs of any length: the production example, its entries repeated under new ids until there are enough lines.
import { readFileSync } from 'node:fs';

const example = new URL('../examples/rag-production/ai-system.yaml', import.meta.url);

/** Sections whose entries are repeated, so that long specs keep the mix of short ones. */
const repeated = [
  'sources',
  'models',
  'prompts',
  'indexes',
  'evaluation.datasets',
  'monitoring.metrics',
  'monitoring.alerts',
  'operations.triggers',
  'operations.incidents.modes',
];

/** The keystroke: an `x` behind this key, in the middle of the longest section. Any checker calls the key unknown. */
const typedAt = '      class: ';
export const edit = { insert: 'x', message: /classx/ };

/** A valid spec of `lines` lines, or a few more, and the offset where the keystroke falls. */
export function spec(lines) {
  const text = grow(readFileSync(example, 'utf8'), lines);
  const places = [...text.matchAll(new RegExp(`^${typedAt}`, 'gm'))].map(
    ({ index }) => index + typedAt.trimEnd().length - 1,
  );
  return { text, at: places[places.length >> 1] };
}

function grow(text, wanted) {
  const lines = text.split('\n');
  const entries = repeated.map((section) => entriesOf(lines, section));
  const ids = entries.flatMap(({ blocks }) => blocks.map(({ id }) => id));
  const isText = /^ +(?:what|then|how|first_action): \S+ .+/;
  const isId = new RegExp(`(?<![\\w/.-])(${ids.join('|')})(?![\\w/-])`, 'g');

  const copies = entries.map(() => []);
  let missing = wanted - lines.length;
  for (let round = 2; missing > 0; round++) {
    // Copies refer to the copies of the same round, and no text says what another one says.
    for (const [section, { blocks }] of entries.entries()) {
      for (const block of blocks) {
        const copy = (line) => line.replace(isId, `$1-${round}`) + (isText.test(line) ? ` of region ${round}` : '');
        copies[section].push(...block.lines.map(copy));
        missing -= block.lines.length;
      }
      if (missing <= 0 && round > 2) break;
    }
  }
  for (const [section, { end }] of [...entries.entries()].sort(([, a], [, b]) => b.end - a.end)) {
    lines.splice(end, 0, ...copies[section]);
  }
  return lines.join('\n');
}

/** The entries of the map at `path`, with their lines, and the line behind the last of them. */
function entriesOf(lines, path) {
  let from = 0;
  let to = lines.length;
  let depth = 0;
  for (const key of path.split('.')) {
    from = lines.findIndex((line, index) => index >= from && line.startsWith(`${'  '.repeat(depth)}${key}:`)) + 1;
    const end = lines.findIndex((line, index) => index >= from && indentOf(line) <= depth);
    to = end === -1 ? to : Math.min(to, end);
    depth++;
  }
  while (lines[to - 1]?.trim() === '') to--;

  const blocks = [];
  for (const line of lines.slice(from, to)) {
    if (indentOf(line) === depth) blocks.push({ id: line.trim().slice(0, -1), lines: [] });
    if (line.trim() !== '') blocks.at(-1).lines.push(line);
  }
  return { blocks, end: to };
}

/** In steps of two spaces; a blank line belongs to what is above it. */
function indentOf(line) {
  return line.trim() === '' ? Number.POSITIVE_INFINITY : /^ */.exec(line)[0].length / 2;
}

/** An OpenAPI description of about as many lines, for tools that check no other language. */
export function openApi(lines) {
  const text = ['openapi: 3.0.3', 'info:', '  title: Claims', '  version: "1"', 'paths:'];
  for (let i = 0; text.length < lines; i++) {
    text.push(
      `  /claims/${i}/{id}:`,
      '    get:',
      `      operationId: getClaim${i}`,
      '      summary: Reads a claim',
      '      parameters:',
      '        - name: id',
      '          in: path',
      '          required: true',
      '          schema:',
      '            type: string',
      '      responses:',
      "        '200':",
      '          description: The claim',
    );
  }
  return `${text.join('\n')}\n`;
}
