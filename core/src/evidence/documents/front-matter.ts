import { lineIndex } from '../../text.ts';
import { parseYaml } from '../../yaml/parse.ts';

type Entries = Map<string, { readonly value: string; readonly line: number }>;

/** More is no front matter. */
const mostLines = 500;

/** The front matter (YAML) at the top of the lines of a text, and how many lines it takes; TOML is passed over. */
export function frontMatterOf(lines: readonly string[]): { readonly entries: Entries; readonly length: number } {
  const entries: Entries = new Map();
  const mark = lines[0]?.trimEnd();
  if (mark !== '---' && mark !== '+++') return { entries, length: 0 };
  const end = lines
    .slice(1, mostLines)
    .findIndex((line) => line.trimEnd() === mark || (mark === '---' && line.trimEnd() === '...'));
  if (end === -1) return { entries, length: 0 };

  const text = lines.slice(1, end + 1).join('\n');
  const { root } = mark === '---' ? parseYaml(text) : { root: undefined };
  if (root?.kind === 'mapping') {
    const index = lineIndex(text);
    for (const { key, value } of root.entries) {
      if (value?.kind !== 'scalar' || entries.has(key.value)) continue;
      entries.set(key.value, { value: String(value.value), line: index.position(value.span.start).line + 2 });
    }
  }
  return { entries, length: end + 2 };
}
