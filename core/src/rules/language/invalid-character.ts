import { defineRule } from '../rule.ts';

/** Control characters but for tab and line ends, lone surrogates aside: U+FFFD is what broken UTF-8 was read as. */
const broken = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]/g;

export const invalidCharacter = defineRule({
  id: 'invalid-character',
  severity: 'error',
  summary:
    'The file holds bytes that are no text: NUL, control characters, broken UTF-8, or marks that reverse what is shown.',
  why: 'Parsers pass over them in silence, and what a reviewer sees is not what is read.',
  examples: [
    {
      bad: '\nsystem:\n  name: claims\u0000assistant\n              ^ invalid-character\n',
      good: `
system:
  name: claims-assistant
`,
    },
  ],

  *check({ doc }) {
    // On top a byte order mark is what it is; the file keeps it.
    const found = [...doc.text.matchAll(broken)].filter(({ 0: mark, index }) => index > 0 || mark !== '\ufeff');
    const [first] = found;
    if (first === undefined) return;
    const code = first[0].charCodeAt(0);
    const more = found.length === 1 ? '' : ` (and ${found.length - 1} more)`;
    yield { at: { span: { start: first.index, end: first.index + 1 } }, message: `${nameOf(code)} is no text${more}.` };
  },
});

function nameOf(code: number): string {
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (code === 0) return 'A NUL byte';
  if (code === 0xfffd) return 'A replacement character, which stands for bytes that are not UTF-8,';
  if (code === 0xfeff) return `A byte order mark inside the file (${hex})`;
  return code >= 0x2028 ? `The invisible character ${hex}` : `The control character ${hex}`;
}
