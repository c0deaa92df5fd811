import { anyCase } from '../../spec/words.ts';
import { holdsDocuments } from '../documents.ts';
import { defineRequirement } from '../rule.ts';
import { each, hollow, lacking, verdict } from '../subject.ts';

/** Words for documents of any kind: nothing can be built or tested for them. */
const anyFormat = anyCase(
  /^(?:\*|(?:all|any|various|different|standard|common|usual|the usual|office|business|mixed|most)(?: .*)?|documents?|docs|files?|attachments?|data|everything|(?:un)?structured(?: .*)?|etc\.?)$/,
);

export const sourceFormats = defineRequirement({
  id: 'source-formats',
  area: 'sources',
  rank: 'core',
  gap: 'integration',
  appliesTo: 'sources of documents',
  severity: ['warning', 'error', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: ['Q1'],
  hollow: ['"documents", "various", "all formats"', 'nothing on what happens to every other format'],
  toFix:
    'Count the file extensions in the store, list those that the pipeline reads, and decide what becomes of the rest so that it leaves a trace.',
  references: 'Azure Well-Architected Framework, AI workloads: grounding data',
  summary: 'A source of documents lists the formats that arrive, and what happens to all others.',
  why: 'A scan or a nested e-mail that the pipeline cannot read leaves no error. Its content is simply never found.',
  examples: [
    {
      bad: `
sources:
  letters:
    via: index
    formats:
    ^^^^^^^ source-formats
      expected:
        - pdf
        - documents
          ^^^^^^^^^ source-formats
`,
      good: `
sources:
  letters:
    via: index
    formats:
      expected:
        - pdf
        - tiff
      other: quarantine
`,
    },
    {
      bad: `
sources:
  letters:
  ^^^^^^^ source-formats
    via: index
`,
      good: `
sources:
  claim-record:
    via: api
`,
      fixed: `
sources:
  letters:
    via: index
    formats:
      expected:
        - TODO e.g. pdf
      other: TODO quarantine | ocr | count-and-skip | reject
`,
    },
  ],

  *assess(context) {
    for (const source of each(context, ['sources'], context.spec.get('sources'))) {
      if (!holdsDocuments(source.value) || source.value.get('status')?.value === 'dropped') continue;
      const expected = source.value.get('formats')?.get('expected')?.items ?? [];
      yield* verdict(source, [
        ...lacking(
          context,
          source,
          ['formats.expected', 'formats.other'],
          'which formats arrive and what happens to the rest',
        ),
        ...expected.map((format) => hollow(format, anyFormat, (name) => `"${name}" names no format.`)),
      ]);
    }
  },
});
