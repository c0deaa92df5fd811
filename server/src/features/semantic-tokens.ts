import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver';
import { type TokenKind, tokens } from '../../../core/src/index.ts';
import type { Reading } from '../analysis.ts';
import { toSpan } from '../convert.ts';

const declaration = 'declaration';

/** Types of the protocol where it has one; the others are declared, with what they look like, in package.json. */
const looks: Readonly<Record<TokenKind, { readonly type: string; readonly modifier?: typeof declaration }>> = {
  section: { type: 'namespace' },
  key: { type: 'property' },
  'unknown-key': { type: 'unknownKey' },
  'id-definition': { type: 'variable', modifier: declaration },
  id: { type: 'variable' },
  word: { type: 'enumMember' },
  number: { type: 'number' },
  unit: { type: 'unit' },
  date: { type: 'date' },
  path: { type: 'artifactPath' },
  selector: { type: 'artifactSelector' },
  placeholder: { type: 'placeholder' },
};

const types = [...new Set(Object.values(looks).map(({ type }) => type))];

export const tokenLegend: SemanticTokensLegend = { tokenTypes: types, tokenModifiers: [declaration] };

/** For the whole document, or for what of it is seen. */
export function semanticTokens(reading: Reading, range?: Range): SemanticTokens {
  const { read, lines, text } = reading;
  if (read === undefined) return { data: [] };
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  for (const { start, end, kind } of tokens(read, range ? toSpan(reading, range) : { start: 0, end: text.length })) {
    const { type, modifier } = looks[kind];
    const at = lines.position(start);
    const character = at.line === before.line ? at.character - before.character : at.character;
    data.push(at.line - before.line, character, end - start, types.indexOf(type), modifier === undefined ? 0 : 1);
    before = at;
  }
  return { data };
}
