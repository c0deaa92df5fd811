import { defineRequirement } from '../rule.ts';
import { each, hollow, lacking, verdict } from '../subject.ts';

/** Systems that exist to keep records of people. */
const aboutPeople =
  /\b(?:crm|hr|hris|human resources|personnel|payroll|employees?|claims?|patients?|medical|health records?|ehr|emr|customers?|members?|salesforce|hubspot|workday|successfactors|personio|bamboohr)\b/i;

export const sourceClassified = defineRequirement({
  id: 'source-classified',
  area: 'sources',
  rank: 'core',
  gap: 'governance',
  appliesTo: 'sources that were not dropped',
  severity: ['error', 'error', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: [],
  hollow: [
    'no class, or nothing on personal data',
    'no personal data in a system that is named for people: CRM, HR, claims, patients',
  ],
  toFix:
    'Look the source up in the data catalogue, or ask the data protection office. Access, logs and providers follow from the answer.',
  references: 'ISO/IEC 42001 A.7; AI Act Art. 10; GDPR',
  summary: 'Every source says how confidential its data is and whether it is about people.',
  why: 'Access rights, logging, redaction and the choice of provider follow from it. Found out later, the data has already been copied and logged.',
  examples: [
    {
      bad: `
sources:
  claim-record:
    system: Claims Core
    data:
    ^^^^ source-classified
      personal: none
                ^^^^ source-classified
`,
      good: `
sources:
  claim-record:
    system: Claims Core
    data:
      class: confidential
      personal: personal
`,
    },
  ],

  *assess(context) {
    for (const source of each(context, ['sources'], context.spec.get('sources'))) {
      if (source.value.get('status')?.value === 'dropped') continue;
      const system = source.value.get('system')?.value ?? '';
      const word = aboutPeople.exec(system)?.[0];
      yield* verdict(source, [
        ...lacking(
          context,
          source,
          ['data.class', 'data.personal'],
          'how confidential its data is and whether it is about people',
        ),
        hollow(
          source.value.get('data')?.get('personal'),
          (kind) => kind === 'none' && word !== undefined,
          () => `"${system}" keeps records of people, by its name at least ("${word}"); none of it personal?`,
        ),
      ]);
    }
  },
});
