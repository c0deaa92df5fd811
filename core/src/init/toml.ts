/** A string under a key of a TOML file. */
export interface TomlEntry {
  /** Of the table that it stands in: `tool.poetry`; empty on top. */
  readonly table: string;
  readonly key: string;
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

const longestLine = 10_000;

/** The strings of a TOML file by their tables, those of a list one by one. What is no string gives the empty one. */
export function tomlEntries(text: string): readonly TomlEntry[] {
  const entries: TomlEntry[] = [];
  let table = '';
  let list: string | undefined;
  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    const written = whole.slice(0, longestLine).trim();
    if (written === '' || written.startsWith('#')) continue;
    const line = index + 1;
    const header = list === undefined ? /^\[\[?([^\]]+)\]\]?\s*(?:#.*)?$/.exec(written)?.[1] : undefined;
    if (header !== undefined) {
      table = header.replaceAll(/["'\s]/g, '');
      continue;
    }
    const assigned = list === undefined ? /^["']?([\w.@/-]+)["']?\s*=\s*(.*)$/.exec(written) : null;
    const key = list ?? assigned?.[1];
    const rest = list === undefined ? (assigned?.[2] ?? '') : written;
    if (key === undefined) continue;
    const strings = [...rest.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, a, b]) => a ?? b ?? '');
    const opens = list === undefined && rest.startsWith('[');
    if (list !== undefined || opens) {
      for (const value of strings) entries.push({ table, key, value, line });
      // Brackets within strings, such as those of `uvicorn[standard]`, close nothing.
      const bare = rest.replaceAll(/"[^"]*"|'[^']*'/g, '').replace(/#.*/, '');
      if (bare.includes(']')) list = undefined;
      else if (opens) list = key;
    } else entries.push({ table, key, value: /^["']/.test(rest) ? (strings[0] ?? '') : '', line });
  }
  return entries;
}
