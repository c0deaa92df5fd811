import type { Path } from '../../spec/document.ts';
import { quoted } from '../../spec/words.ts';
import type { Fix } from '../../text.ts';
import type { Mapping } from '../../yaml/tree.ts';
import { defineRule } from '../rule.ts';
import { nodeAt } from '../subject.ts';

export const commaSplitsText = defineRule({
  id: 'comma-splits-text',
  severity: 'error',
  summary: 'A comma in unquoted text inside { } cuts the text in two.',
  why: 'The second half becomes a key without a value, and half of the answer is gone without a sound.',
  examples: [
    {
      bad: `
operations:
  off_switch: { how: flip the flag, check the source, takes: 2m }
                                    ^^^^^^^^^^^^^^^^ comma-splits-text
`,
      good: `
operations:
  off_switch: { how: "flip the flag, check the source", takes: 2m }
`,
      fixed: `
operations:
  off_switch: { how: "flip the flag, check the source", takes: 2m }
`,
    },
  ],

  *check({ doc }) {
    for (const fault of doc.faults) {
      if (fault.kind !== 'unknown-key') continue;
      const holder = cutText(doc.tree, fault.path, fault.entry.value !== undefined);
      if (holder === undefined) continue;
      const name = fault.entry.key.value;
      const message = `${quoted(name)} is not a field: a comma ended the text before it. Put quotes around the whole text.`;
      yield { at: fault.entry.key, message, fix: () => joinWithValueBefore(doc.text, holder, name) };
    }
  },
});

/** The braces in which an unknown key is the second half of a text that a comma cut; `undefined` where it is not. */
export function cutText(tree: Mapping, path: Path, hasValue: boolean): Mapping | undefined {
  if (hasValue || !/\s/.test(String(path.at(-1)))) return undefined;
  const holder = nodeAt(tree, path.slice(0, -1));
  return holder?.kind === 'mapping' && holder.flow ? holder : undefined;
}

function joinWithValueBefore(text: string, holder: Mapping, name: string): Fix | undefined {
  const index = holder.entries.findIndex(({ key }) => key.value === name);
  const before = holder.entries[index - 1]?.value;
  const cut = holder.entries[index]?.key;
  if (before?.kind !== 'scalar' || before.style !== 'plain' || cut === undefined) return undefined;
  const span = { start: before.span.start, end: cut.span.end };
  const edits = [{ span, text: JSON.stringify(text.slice(span.start, span.end).replaceAll(/\s+/g, ' ')) }];
  return { title: 'Put quotes around the whole text', kind: 'normalise', safe: true, edits };
}
