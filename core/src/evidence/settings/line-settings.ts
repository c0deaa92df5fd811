import { codeOnly } from '../formats/code-text.ts';
import { plainKey, type Setting } from './setting.ts';

const longestLine = 2000;
/** A text in quotes, a number, or a plain word. */
const literal =
  /^(?:"([^"\n]*)"|'([^'\n]*)'|(-?\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false)\b)\s*[,;]?\s*(?:#.*|\/\/.*)?$/;

/** `key = value` under `[tables]` (TOML, INI), in blocks with braces (HCL), or alone (`.env`, properties). */
export function readLineSettings(text: string): readonly Setting[] {
  const found: Setting[] = [];
  let table: readonly string[] = [];
  const blocks: string[] = [];
  /** The end of a text of several lines, in which nothing is a setting. */
  let closing: RegExp | undefined;
  let isInList = false;
  for (const [index, whole] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = whole.slice(0, longestLine).trim();
    if (closing !== undefined) {
      if (closing.test(line)) closing = undefined;
      continue;
    }
    if (line === '' || /^(?:#|;|\/\/)/.test(line)) continue;
    closing = closingOf(line);
    const header = /^\[{1,2}([^[\]]+)\]{1,2}\s*(?:[#;].*)?$/.exec(line)?.[1];
    if (header !== undefined && !isInList) {
      table = header.split('.').map((part) => plainKey(part));
      continue;
    }
    if (/=\s*\[\s*(?:#.*)?$/.test(line)) isInList = true;
    else if (line.startsWith(']')) isInList = false;
    if (line.startsWith('}')) blocks.pop();
    if (/\{\s*(?:#.*|\/\/.*)?$/.test(line)) blocks.push(plainKey(/^\w+/.exec(line)?.[0] ?? ''));
    const [, key, value] = /^(?:export\s+)?([\w."-]+)\s*[=:]\s*(.+)$/.exec(line) ?? [];
    const given = value === undefined ? undefined : (quotedOrNumber(value) ?? bareWord(value));
    if (key === undefined || given === undefined) continue;
    const path = [...table, ...blocks, ...key.split('.').map((part) => plainKey(part))].filter((part) => part !== '');
    found.push({ path, text: given, line: index + 1, conditional: false });
  }
  return found;
}

/** Of a text that a line opens and does not close: `"""` of TOML, `<<EOT` and a comment of HCL. */
function closingOf(line: string): RegExp | undefined {
  const [, quotes, rest = ''] = /=\s*("""|''')(.*)$/.exec(line) ?? [];
  if (quotes !== undefined) return rest.includes(quotes) ? undefined : new RegExp(quotes);
  const word = /[=(,[]\s*<<[-~]?(\w+)$/.exec(line)?.[1];
  if (word !== undefined) return new RegExp(`^${word}\\b`);
  return line.startsWith('/*') && !line.includes('*/') ? /\*\// : undefined;
}

/** `const TOP_K = 8;` and `topK: 8,` of JavaScript and TypeScript, and what is assigned to the property of an object. */
export function readScriptSettings(text: string): readonly Setting[] {
  const found: Setting[] = [];
  const code = codeOnly(text).split(/\r\n|\n|\r/);
  for (const [index, whole] of text.split(/\r\n|\n|\r/).entries()) {
    const line = whole.slice(0, longestLine);
    // What is a comment, or stands in a text of several lines, is blotted out in the code.
    const start =
      /^\s*(?:export\s+)?(?:(?:const|let|var|readonly|static)\s+)*([A-Za-z_$][\w$.]*)\s*(?::\s*(?=\S)[A-Za-z<>[\]|" ]{1,80}?)?(=|:)\s*/.exec(
        line,
      );
    if (start?.[1] === undefined || !(code[index] ?? '').trimStart().startsWith(line.trim().slice(0, 3))) continue;
    const given = quotedOrNumber(line.slice(start[0].length));
    if (given === undefined) continue;
    const path = start[1].split('.').map((part) => plainKey(part));
    // What a function holds of its own may be set in others of its lines.
    found.push({ path, text: given, line: index + 1, conditional: /^\s+(?:const|let|var)\b/.test(line) });
  }
  return found;
}

function quotedOrNumber(value: string): string | undefined {
  const match = literal.exec(value.trim());
  return match === null ? undefined : (match[1] ?? match[2] ?? match[3]?.replaceAll('_', ''));
}

/** Of `.env` and properties, which have no quotes. */
function bareWord(value: string): string | undefined {
  const word = value.replace(/\s+[#;].*$/, '').trim();
  return /^[\w.@/:+-]+$/.test(word) ? word : undefined;
}
