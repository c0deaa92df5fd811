import { nameOf, quoted, wordsIn } from '../../spec/words.ts';
import { defineRule } from '../rule.ts';

export const echoesName = defineRule({
  id: 'echoes-name',
  severity: 'warning',
  summary: 'A free text repeats its own key, or the id of what it describes.',
  why: 'The field is filled and nothing is said; the next reader has to find out for themselves.',
  examples: [
    {
      bad: `
sources:
  letters:
    what: Letters
          ^^^^^^^ echoes-name
`,
      good: `
sources:
  letters:
    what: Letters, e-mails and forms received for a claim
`,
    },
  ],

  looksAt: 'place',

  *check({ places }) {
    for (const { node, field, path, placeholder } of places) {
      if (field?.text !== true || field.format !== 'text' || node?.kind !== 'scalar' || placeholder) continue;
      const said = plain(String(node.value));
      const names = [nameOf(path), String(path.at(-2) ?? '')].map(plain);
      if (said === '' || !names.includes(said)) continue;
      yield { at: node, message: `\`${nameOf(path)}\` only repeats a name: ${quoted(node.value)}.` };
    }
  },
});

function plain(text: string): string {
  return wordsIn(text).join('');
}
