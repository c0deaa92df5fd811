import type { Source } from '../../spec/types.generated.ts';
import { anyCase, quoted, someOf } from '../../spec/words.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, type Subject, skeleton, verdict } from '../subject.ts';

const section = ['governance', 'privacy'] as const;
const employees = anyCase(
  /\b(?:employees?|staff|workers?|hr|hris|human resources|personnel|payroll|applicants?|workday|personio|bamboohr|successfactors)\b/,
);

export const personalDataBasis = defineRequirement({
  id: 'personal-data-basis',
  area: 'governance',
  rank: 'recommended',
  gap: 'governance',
  appliesTo: 'systems that read personal data',
  severity: ['warning', 'error', 'error'],
  reach: 'linked',
  subjects: 'every',
  questions: [],
  artifacts: ['governance.privacy.dpia'],
  hollow: [
    'no assessment, for special data or decisions about people',
    'consent of employees, who cannot refuse freely',
  ],
  toFix:
    'Ask the privacy office, early: on what basis the data is used, whether an impact assessment is needed, and who answers questions.',
  references: 'GDPR Art. 6, 7, 9 and 35; ISO/IEC 42001 A.5.4',
  summary:
    'Personal data is used on a legal basis, with an assessment where it is needed, and somebody answers for it.',
  why: 'Without a basis the data should not have been read, and what was built on it has to be stopped. A privacy office that hears of it at launch says so then.',
  examples: [
    {
      bad: `
sources:
  letters:
    data:
      personal: special
governance:
  privacy:
  ^^^^^^^ personal-data-basis
    basis: performance of the insurance contract
    contact: privacy
`,
      good: `
sources:
  letters:
    data:
      personal: special
governance:
  privacy:
    basis: performance of the insurance contract
    dpia: docs/dpia.pdf
    contact: privacy
`,
      fixed: `
sources:
  letters:
    data:
      personal: special
governance:
  privacy:
    basis: performance of the insurance contract
    dpia: TODO e.g. docs/dpia.pdf
    contact: privacy
`,
    },
  ],

  *assess(context) {
    if (!context.traits.personal) return;
    const personal = each(context, ['sources'], context.spec.get('sources')).filter(
      ({ value }) => isPersonal(value.get('data')?.get('personal')?.value) && value.get('status')?.value !== 'dropped',
    );
    const privacy = part(context, section, context.spec.get('governance')?.get('privacy'));
    const { value } = privacy;
    const because = assessmentNeeded(context, personal);
    const noDpia = because !== undefined && value.entries.length > 0 && value.entry('dpia') === undefined;
    const asked = because === undefined || noDpia ? ['basis', 'contact'] : ['basis', 'dpia', 'contact'];
    yield* verdict(privacy, [
      ...lacking(context, privacy, asked, 'on what basis personal data is used, and who answers for it'),
      noDpia
        ? {
            at: privacy.at,
            state: 'hollow',
            reason: `${because}, and no impact assessment is named: \`dpia\` is missing.`,
            insert: skeleton(section, ['dpia']),
          }
        : undefined,
      ofEmployees(value.get('basis'), personal),
    ]);
  },
});

function isPersonal(kind: string | undefined): boolean {
  return kind === 'personal' || kind === 'special';
}

/** Special data, or decisions about people, on more than a few of them: GDPR Art. 35(3). */
function assessmentNeeded({ traits }: Context, personal: readonly Subject<Source>[]): string | undefined {
  const special = personal.filter(({ value }) => value.get('data')?.get('personal')?.value === 'special');
  if (special.length > 0) return `Data in ${someOf(special.map(({ id }) => quoted(id)))} is special`;
  return traits.decides ? 'It takes part in decisions about people' : undefined;
}

function ofEmployees(
  basis: Parameters<typeof hollow<string>>[0],
  personal: readonly Subject<Source>[],
): Fault | undefined {
  const about = personal.find(({ id, value }) =>
    employees.test(`${id.replaceAll(/[-_.]/g, ' ')} ${value.get('system')?.value ?? ''}`),
  );
  return hollow(
    basis,
    (text) => /\bconsent/i.test(text) && (employees.test(text) || about !== undefined),
    (text) =>
      `${quoted(text)}${employees.test(text) ? '' : ` for ${quoted(about?.id)}`}: employees cannot refuse freely, so their consent carries nothing.`,
  );
}
