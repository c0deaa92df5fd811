import { cellsOf, plainText } from '../documents/labelled.ts';
import { readMarkdown } from '../documents/markdown.ts';

/** A version that a card gives as that of what it describes. A version in a path or in passing is none. */
export interface CardVersion {
  readonly version: string;
  readonly line: number;
  /**
   * `label`: the card has a place for its version, and this stands in it. `listed`: one row of a history. `prose`: a title, or
   * words such as "version 2026.10.1"; of those that differ nobody knows which is meant.
   */
  readonly by: 'label' | 'listed' | 'prose';
}

type Stated = CardVersion & { readonly opens?: true };

const word = '(?:version|versión|versione|versão|revision|release|checkpoint|snapshot)';
const label = new RegExp(
  `^(?:(?:current|exact|aktuelle) )?(?:model|modell|modèle|modelo)?[ _-]?${word}(?: ?(?:number|id|tag|no\\.?|nummer))?$|^model(?:l|o|e)?(?:[ _-](?:id|name))?$`,
  'i',
);
/** Of the labels above those that may also have a name in their place, which is no version. */
const nameLabel = /^model(?:l|o|e)?(?:[ _-](?:id|name))?$/i;
const inProse = new RegExp(
  `(?:^|[^\\w/.-])${word}s? +(?:of |is |number )?["'*(]*(v?\\d[\\w.+@-]*|[\\w.-]*\\d[\\w.+@-]*)`,
  'giu',
);
/** Before a version: it is another one that is spoken of. */
const another =
  /\b(?:previous|earlier|older|old|former|prior|last|next|new|newer|replac\w*|supersed\w*|succe\w*|predecessor|before|after|since|until|unlike|than|from|compared|against|vs|not|no longer|instead of|vorherige\w*|frühere\w*|ersetzt|seit|statt)\b[^.;]{0,60}$/i;

/** Versions that the text of a card states, in the order of their lines. */
export function statedVersions(text: string): readonly CardVersion[] {
  const { lines, headings } = readMarkdown(text);
  const found: Stated[] = [];
  const title = headings[0]?.level === 1 ? headings[0] : undefined;
  for (const token of title === undefined ? [] : tokens(title.text))
    found.push({ version: token, line: title?.line ?? 1, by: 'prose' });
  for (const { text: heading, line } of headings) found.push(...statement(heading, line, 'prose'));
  let column: number | undefined;
  let rows: { version: string; line: number }[] = [];
  const endTable = () => {
    const by = rows.length === 1 ? 'label' : 'listed';
    found.push(...rows.map((row) => ({ ...row, by }) as const));
    [column, rows] = [undefined, []];
  };
  let above: readonly string[] | undefined;
  let last = 0;
  for (const { line, text: raw } of lines) {
    const cells = cellsOf(raw);
    if (cells === undefined || line !== last + 1) endTable();
    last = line;
    if (cells === undefined) {
      above = undefined;
      found.push(...statement(plainText(raw), line, 'label'));
    } else if (cells.length === 0) {
      const at = above?.findIndex((cell) => label.test(cell) && !nameLabel.test(cell)) ?? -1;
      // The header of a table of two columns without names has its first pair in it.
      column = at === -1 || (above?.length === 2 && tokens(above[1 - at] ?? '').length > 0) ? undefined : at;
    } else {
      const [first = '', second = ''] = cells;
      const [value] = column === undefined ? behind(first, second) : tokens(cells[column] ?? '');
      if (value !== undefined) {
        if (column === undefined) found.push({ version: value, line, by: 'label' });
        else rows.push({ version: value, line });
      }
      above = cells;
    }
  }
  endTable();
  // What a line begins with is what the card says of itself, where nothing is in the place of the version.
  const isLabelled = found.some(({ by, opens }) => by === 'label' && !opens);
  return found
    .map(({ version, line, by, opens }) => ({ version, line, by: opens && isLabelled ? ('prose' as const) : by }))
    .sort((a, b) => a.line - b.line);
}

function statement(text: string, line: number, by: CardVersion['by']): Stated[] {
  const [, key = '', rest = ''] = /^([^:=–—]{2,40}?) ?(?:[:=]|[–—] )(.*)$/.exec(text) ?? [];
  const labelled = behind(key.trim(), rest);
  if (labelled.length > 0) return labelled.map((version) => ({ version, line, by }));
  return [...text.matchAll(inProse)].flatMap(({ 1: version = '', index }): Stated[] => {
    if (
      another.test(text.slice(Math.max(0, index - 80), index + 1)) ||
      isInPath(text, text.indexOf(version, index), version)
    )
      return [];
    const stated = { version: tidied(version), line };
    return [index === 0 ? { ...stated, by, opens: true } : { ...stated, by: 'prose' }];
  });
}

/** The version behind a label. */
function behind(key: string, value: string): readonly string[] {
  if (!label.test(key)) return [];
  const [first] = tokens(value);
  return first === undefined || (nameLabel.test(key) && !/\d{2}|\d\.\d/.test(first)) ? [] : [first];
}

/** Words with a digit, but for those in a path or a link. */
function tokens(text: string): readonly string[] {
  return text
    .split(/[\s,;()]+/)
    .map(tidied)
    .filter(
      (one) => /\d/.test(one) && !/[/\\]|^\d+%$|\.(?:json|md|ya?ml|csv|html?|txt|pdf|parquet|onnx|pkl)$/i.test(one),
    );
}

function tidied(token: string): string {
  return token.replace(/^["']+|["'.:!?]+$/g, '');
}

function isInPath(text: string, at: number, version: string): boolean {
  return (
    /[/\\]/.test(text[at - 1] ?? ' ') || /^(?:[/\\]|\.(?:json|md|ya?ml|csv))/i.test(text.slice(at + version.length))
  );
}
