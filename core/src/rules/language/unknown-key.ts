import type { SpecDocument } from '../../spec/document.ts';
import { guesses, type UnknownKey } from '../../spec/misspelt.ts';
import { nameOf, oneOf, quoted } from '../../spec/words.ts';
import type { Fix } from '../../text.ts';
import { noMergeKeys } from '../../yaml/build.ts';
import { removeEntry, renameKey } from '../../yaml/edit.ts';
import { defineRule } from '../rule.ts';
import { isBooleanWord } from './boolean-key.ts';
import { cutPieces } from './comma-splits-text.ts';

export const unknownKey = defineRule({
  id: 'unknown-key',
  severity: 'error',
  summary: 'A key is not part of the language.',
  why: 'What stands below it is read by nobody; a misspelt key is an answer that was never given.',
  examples: [
    {
      bad: `
system:
  name: claims-assistant
  purpos: Finds the clauses that apply to an open claim
  ^^^^^^ unknown-key
`,
      good: `
system:
  name: claims-assistant
  purpose: Finds the clauses that apply to an open claim
`,
      fixed: `
system:
  name: claims-assistant
  purpose: Finds the clauses that apply to an open claim
`,
    },
  ],

  *check({ doc }) {
    const merges = doc.yaml.problems.filter(({ kind }) => kind === 'merge-key');
    for (const { span, message } of merges) yield { at: { span }, message };
    const told = new Set(merges.map(({ span }) => span.start));

    const faults = doc.faults.filter(({ kind }) => kind === 'invalid-key' || kind === 'unknown-key');
    if (faults.length === 0) return;
    const isCut = cutPieces(doc);
    for (const fault of faults) {
      if ('entry' in fault && told.has(fault.entry.key.span.start)) continue;
      if ((fault.kind === 'invalid-key' || fault.kind === 'unknown-key') && isCut(fault.entry.key, fault.path))
        continue;
      if (fault.kind === 'invalid-key') {
        const { value } = fault.entry.key;
        const message =
          value === '<<'
            ? noMergeKeys
            : `${quoted(value)} cannot be an id: letters, digits, dots, hyphens and underscores, no spaces.`;
        yield { at: fault.entry.key, message };
      }
      if (fault.kind !== 'unknown-key' || isBooleanWord(fault.entry.key)) continue;
      const guess = guesses(doc).get(fault);
      yield { at: fault.entry.key, message: messageFor(fault, guess), fix: () => fixFor(doc, fault, guess) };
    }
  },
});

function messageFor({ entry, path, known }: UnknownKey, guess: string | undefined): string {
  const key = entry.key.value;
  if (key === '<<') return noMergeKeys;
  const holder = path.slice(0, -1);
  const where = holder.length === 0 ? 'a section of a spec' : `a field of \`${nameOf(holder)}\``;
  if (guess !== undefined) return `${quoted(key)} is not ${where}. Did you mean \`${guess}\`?`;
  if (known.length === 0) return `${quoted(key)} is not ${where}.`;
  return `${quoted(key)} is not ${where}; there ${known.length === 1 ? 'is' : 'are'} ${oneOf(known.map((name) => `\`${name}\``)).replace(' or ', ' and ')}.`;
}

function fixFor(doc: SpecDocument, { entry, holder }: UnknownKey, guess: string | undefined): Fix | undefined {
  if (guess !== undefined) {
    return { title: `Change to \`${guess}\``, kind: 'normalise', safe: false, edits: [renameKey(entry.key, guess)] };
  }
  return {
    title: `Remove ${quoted(entry.key.value)}`,
    kind: 'normalise',
    safe: false,
    edits: [removeEntry(doc.text, holder, entry)],
  };
}
