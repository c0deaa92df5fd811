import type { Finding } from '../finding.ts';
import { comparisonAsBlock } from '../rules/language/comparison-as-block.ts';
import { duplicateKey } from '../rules/language/duplicate-key.ts';
import { invalidCharacter } from '../rules/language/invalid-character.ts';
import { loneCarriageReturn } from '../rules/language/lone-carriage-return.ts';
import { needsQuotes } from '../rules/language/needs-quotes.ts';
import { syntaxError } from '../rules/language/syntax-error.ts';
import { tabIndentation } from '../rules/language/tab-indentation.ts';
import { unknownTag } from '../rules/language/unknown-tag.ts';
import { unquotedStar } from '../rules/language/unquoted-star.ts';
import type { SpecDocument } from '../spec/document.ts';

const rules = [
  invalidCharacter,
  loneCarriageReturn,
  syntaxError,
  tabIndentation,
  needsQuotes,
  unquotedStar,
  comparisonAsBlock,
  unknownTag,
  duplicateKey,
];

/** What the rules about YAML say of a file that is no spec. `what` completes "… is one YAML document". */
export function yamlFindings(doc: SpecDocument, what: string): Finding[] {
  const found = rules.flatMap((rule) =>
    [...rule.check({ doc, places: doc.places })].map(({ at, message, related, fix }): Finding => {
      const { id, severity } = rule;
      // `--fix` mends specs only, and must not be promised here.
      const fixes = () => [fix?.() ?? []].flat().map((one) => ({ ...one, safe: false }));
      return { rule: id, severity, message, span: at.span, related, fixes };
    }),
  );
  const others = doc.yaml.problems.filter(({ kind }) => kind === 'several-documents');
  return [
    ...found,
    ...others.map(({ span }): Finding => {
      const message = `${what} is one YAML document; what follows is a second one and is not read.`;
      const edits = [{ span: { start: span.start, end: doc.text.length }, text: '' }];
      const fix = { title: 'Remove what follows', kind: 'normalise' as const, safe: false, edits };
      return { rule: 'several-documents', severity: 'error', message, span, fixes: () => [fix] };
    }),
  ];
}

/** Where YAML was read as something else than was meant, whatever else seems wrong may not be. */
export function isReadable({ yaml }: SpecDocument): boolean {
  return yaml.problems.every(({ kind }) => kind === 'several-documents' || kind === 'unknown-tag');
}
