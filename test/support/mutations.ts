import { parseYaml } from '../../core/src/yaml/parse.ts';
import { type AnyNode, type Entry, isMapping } from '../../core/src/yaml/tree.ts';
import type { Random } from './random.ts';

/** Slips and gaps as people make them, each a small change of a spec. The same numbers make the same text. */
export function mutate(text: string, rng: Random): string {
  let result = text;
  for (let count = 1 + rng.below(3); count > 0; count -= 1) result = rng.pick(changes)(result, rng);
  return rng.chance(0.3) ? rng.pick(styles)(result) : result;
}

/** A few sections of a spec, so that most of what is asked is missing. */
export function someSections(text: string, rng: Random): string {
  const starts = [...text.matchAll(/^[a-z]\w*:/gim)].map(({ index }) => index);
  const sections = starts.map((start, index) => text.slice(start, starts[index + 1]));
  return sections.filter((section) => /^apiVersion/.test(section) || rng.chance(0.35)).join('');
}

/** How a whole file may be written. */
export const styles: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll(/\r?\n/g, '\r\n'),
  (text) => text.replace(/\s+$/, ''),
  (text) => text.replaceAll(/^ +/gm, '$&$&').replaceAll(/^( *)- /gm, '$1-   '),
  (text) => text.replaceAll(/^( *)( {2}- )/gm, '$1- '),
  (text) => text.replaceAll(/^( *)(\w[\w-]*:)$/gm, '$1$2 # about it'),
  (text) => text.replaceAll(/^( +)(\w[\w-]*):/gm, '\n$1$2:'),
  (text) => `# A file with a head.\n\n${text}\n# And a foot.\n`,
];

const placeholders = ['TODO', 'TBD', '???', 'TODO e.g. x', '<name>', '…', 'n/a', 'best effort'];

const junk = [
  ...[
    '15 minutes',
    '5 %',
    '5 percent',
    '€40',
    '40 eur',
    '@daily',
    '600 per minute',
    '10 rps',
    '2026/1/5',
    '2026-02-30',
    '1 000',
  ],
  ...[
    'Yes',
    'none',
    '0',
    '-1',
    'NaN',
    '1.10',
    '"1.10"',
    "'it''s'",
    '~',
    'null',
    '""',
    '[]',
    '{}',
    '[a, b]',
    '{ a: b }',
    'a b c',
  ],
  ...[
    '# gone',
    '#gone',
    '@acme/ops',
    '`x`',
    '* 2 * * *',
    '> 0.8',
    '| x',
    'a: b',
    '!ref x',
    '&x y',
    'x #y',
    'docs/x.md #Y',
    '% x',
  ],
  ...[
    'ops@acme.example',
    'Production',
    'pre production',
    'Rag',
    'claim-ops',
    'claims ops',
    '>-\n      a text\n      of lines',
    '"open',
    '[open',
  ],
];

const keys = ['purpos', 'on', 'owner', 'name', 'x-note', 'kind', 'Team', 'contakt', '<<', '"quoted key"', 'stage'];

type Change = (text: string, rng: Random) => string;

const changes: readonly Change[] = [
  (text, rng) => cut(text, rng.pick(anywhere(text))),
  (text, rng) => cut(text, rng.pick(anywhere(text))),
  (text, rng) => giveScalar(text, rng, placeholders),
  (text, rng) => giveScalar(text, rng, junk),
  (text, rng) => giveScalar(text, rng, junk),
  (text, rng) => {
    const { entry } = rng.pick(anywhere(text));
    return entry === undefined
      ? text
      : splice(text, entry.key.span, rng.pick([...keys, `${entry.key.value}s`, entry.key.value.toUpperCase()]));
  },
  (text, rng) => {
    const place = rng.pick(anywhere(text));
    const copied = text.slice(place.start, place.end);
    return text.slice(0, place.end) + copied + text.slice(place.end);
  },
  (text, rng) => {
    const place = rng.pick(anywhere(text));
    const indent = /^ */.exec(text.slice(place.start))?.[0] ?? '';
    return (
      text.slice(0, place.start) +
      indent +
      rng.pick([
        `${rng.pick(keys)}: x\n`,
        '# a comment\n',
        'half\n',
        '- x\n',
        '\n',
        '# ai-system-ignore placeholder -- x\n',
      ]) +
      text.slice(place.start)
    );
  },
  (text, rng) => inFlow(text, rng.pick(anywhere(text)).entry, rng.chance(0.3)),
  (text, rng) => inFlow(text, rng.pick(anywhere(text)).entry, rng.chance(0.3)),
  (text, rng) => {
    const { entry } = rng.pick(anywhere(text));
    return entry?.value === undefined
      ? text
      : splice(
          text,
          { start: entry.key.span.end + 1, end: entry.value.span.end },
          rng.pick(['', ' ~', ' {}', ' []', ' # empty']),
        );
  },
  (text, rng) => {
    const lines = text.split('\n');
    const line = rng.below(lines.length);
    return lines.with(line, `${lines[line]}${rng.pick([' # why', '   ', '\t# tab'])}`).join('\n');
  },
];

interface Lines {
  readonly entry: Entry | undefined;
  readonly value: AnyNode | undefined;
  /** From the start of its line to the start of the next. */
  readonly start: number;
  readonly end: number;
}

/** Every entry and item that stands on lines of its own. */
function anywhere(text: string): Lines[] {
  const places: Lines[] = [{ entry: undefined, value: undefined, start: 0, end: 0 }];
  const add = (value: AnyNode | undefined, from: number, to: number, entry?: Entry): void => {
    const start = text.lastIndexOf('\n', from - 1) + 1;
    const lineEnd = text.indexOf('\n', Math.max(from, to - 1));
    const end = lineEnd === -1 ? text.length : lineEnd + 1;
    if (/^[ -]*$/.test(text.slice(start, from))) places.push({ entry, value, start, end });
    visit(value);
  };
  const visit = (node: AnyNode | undefined): void => {
    if (node?.kind === 'mapping') {
      for (const entry of node.entries)
        add(entry.value, entry.key.span.start, entry.value?.span.end ?? entry.key.span.end, entry);
    } else if (node?.kind === 'sequence') {
      for (const item of node.items) if (item !== undefined) add(item, item.span.start, item.span.end);
    }
  };
  const { root } = parseYaml(text);
  if (isMapping(root)) visit(root);
  return places;
}

function cut(text: string, { start, end }: Lines): string {
  return text.slice(0, start) + text.slice(end);
}

function giveScalar(text: string, rng: Random, values: readonly string[]): string {
  const { value } = rng.pick(anywhere(text));
  return value?.kind === 'scalar' && value.style !== 'block' ? splice(text, value.span, rng.pick(values)) : text;
}

/** A block as braces or brackets, on one line or one line for each part. */
function inFlow(text: string, entry: Entry | undefined, onLines: boolean): string {
  const value = entry?.value;
  if (entry === undefined || value === undefined || value.kind === 'scalar') return text;
  const written = flow(
    text,
    value,
    onLines ? `\n${' '.repeat(entry.key.span.start - text.lastIndexOf('\n', entry.key.span.start) + 1)}` : ' ',
  );
  return splice(text, { start: entry.key.span.end, end: value.span.end }, `: ${written}`);
}

function flow(text: string, node: AnyNode | undefined, gap: string): string {
  if (node === undefined) return '';
  if (node.kind === 'scalar')
    return node.style === 'block' || /[,[\]{}]/.test(String(node.value))
      ? JSON.stringify(node.value)
      : text.slice(node.span.start, node.span.end);
  if (node.kind === 'sequence') return `[${node.items.map((item) => flow(text, item, ' ')).join(`,${gap}`)}]`;
  const entries = node.entries.map(
    ({ key, value }) => `${text.slice(key.span.start, key.span.end)}: ${flow(text, value, ' ')}`,
  );
  return `{${gap}${entries.join(`,${gap}`)} }`;
}

function splice(text: string, { start, end }: { readonly start: number; readonly end: number }, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}
