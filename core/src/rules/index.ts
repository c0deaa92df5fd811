import { booleanKey } from './language/boolean-key.ts';
import { commaSplitsText } from './language/comma-splits-text.ts';
import { comparisonAsBlock } from './language/comparison-as-block.ts';
import { duplicateKey } from './language/duplicate-key.ts';
import { echoesName } from './language/echoes-name.ts';
import { emptyFile } from './language/empty-file.ts';
import { emptyValue } from './language/empty-value.ts';
import { hashCutsReference } from './language/hash-cuts-reference.ts';
import { hashStartsComment } from './language/hash-starts-comment.ts';
import { invalidCharacter } from './language/invalid-character.ts';
import { invalidValue } from './language/invalid-value.ts';
import { loneCarriageReturn } from './language/lone-carriage-return.ts';
import { missingKind } from './language/missing-kind.ts';
import { missingMarker } from './language/missing-marker.ts';
import { needsQuotes } from './language/needs-quotes.ts';
import { notAMapping } from './language/not-a-mapping.ts';
import { placeholder } from './language/placeholder.ts';
import { repeatedText } from './language/repeated-text.ts';
import { severalDocuments } from './language/several-documents.ts';
import { syntaxError } from './language/syntax-error.ts';
import { tabIndentation } from './language/tab-indentation.ts';
import { undefinedId } from './language/undefined-id.ts';
import { unknownKey } from './language/unknown-key.ts';
import { unknownTag } from './language/unknown-tag.ts';
import { unquotedStar } from './language/unquoted-star.ts';
import { unquotedVersion } from './language/unquoted-version.ts';
import { unusedId } from './language/unused-id.ts';
import { ignoreWithoutReason } from './engine/ignore-without-reason.ts';
import { internalError } from './engine/internal-error.ts';
import { tooManyFindings } from './engine/too-many-findings.ts';
import { unreadableFile } from './engine/unreadable-file.ts';
import { unusedIgnore } from './engine/unused-ignore.ts';
import { unusedWaiver } from './engine/unused-waiver.ts';
import type { Rule } from './rule.ts';
import { sourceAuth } from './sources/source-auth.ts';

/** Every rule, language first, then the requirements in the order of the language. */
export const rules: readonly Rule[] = [
  invalidCharacter,
  loneCarriageReturn,
  syntaxError,
  tabIndentation,
  needsQuotes,
  unquotedStar,
  comparisonAsBlock,
  commaSplitsText,
  booleanKey,
  hashStartsComment,
  hashCutsReference,
  unquotedVersion,
  unknownTag,
  severalDocuments,
  duplicateKey,
  emptyFile,
  notAMapping,
  missingMarker,
  unknownKey,
  missingKind,
  invalidValue,
  emptyValue,
  placeholder,
  repeatedText,
  echoesName,
  undefinedId,
  unusedId,
  unusedWaiver,
  unusedIgnore,
  ignoreWithoutReason,
  unreadableFile,
  tooManyFindings,
  internalError,
  sourceAuth,
];

export function ruleById(id: string): Rule | undefined {
  byId ??= new Map(rules.map((rule) => [rule.id, rule]));
  return byId.get(id);
}

let byId: ReadonlyMap<string, Rule> | undefined;
