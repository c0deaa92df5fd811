import { anyCase, quoted } from '../../spec/words.ts';
import { defineRequirement } from '../rule.ts';
import { hollow, lacking, part, verdict } from '../subject.ts';

const asked = ['role', 'technical_docs', 'monitoring_plan', 'report_to'] as const;

/** Somebody else's business. */
const elsewhere = anyCase(
  /^(?:(?:the |our )?(?:legal|compliance|lawyers?|law|risk)(?: (?:team|department|office))?)(?: (?:handles?|does|do|knows?|has|have|owns?|manages?|takes? care of|is on|will)\b.*)?$|^(?:handled|managed|done|owned|covered) by\b|^ask (?:legal|compliance)/,
);

export const highRiskRecords = defineRequirement({
  id: 'high-risk-records',
  area: 'governance',
  rank: 'advanced',
  gap: 'governance',
  appliesTo: 'systems of high risk',
  severity: ['warning', 'error', 'error'],
  reach: 'linked',
  subjects: 'every',
  questions: [],
  artifacts: ['governance.high_risk.technical_docs', 'governance.high_risk.monitoring_plan'],
  hollow: ['no role', '"legal handles it"'],
  toFix:
    'Find out whether you are provider or deployer, name the technical documentation and the plan for watching it after launch, and the authority that hears of serious incidents.',
  references: 'AI Act Art. 11, 12, 17, 26, 72, 73 and Annex IV',
  summary:
    'A system of high risk names its role, its documentation, its plan for watching it and who is told of incidents.',
  why: 'Authorities ask for these papers by name and with a deadline. They cannot be written afterwards from memory.',
  examples: [
    {
      bad: `
governance:
  risk:
    class: high
  high_risk:
  ^^^^^^^^^ high-risk-records
    role: deployer
    technical_docs: docs/technical-documentation.md
    report_to: legal handles it
               ^^^^^^^^^^^^^^^^ high-risk-records
`,
      good: `
governance:
  risk:
    class: high
  high_risk:
    role: deployer
    technical_docs: docs/technical-documentation.md
    monitoring_plan: docs/post-market-monitoring.md
    report_to: Federal Network Agency; reported by the Data Protection Office
`,
      fixed: `
governance:
  risk:
    class: high
  high_risk:
    role: deployer
    technical_docs: docs/technical-documentation.md
    monitoring_plan: TODO e.g. docs/post-market-monitoring.md
    report_to: legal handles it
`,
    },
  ],

  *assess(context) {
    const governance = context.spec.get('governance');
    if (governance?.get('risk')?.get('class')?.value !== 'high') return;
    const records = part(context, ['governance', 'high_risk'], governance.get('high_risk'));
    yield* verdict(records, [
      ...lacking(context, records, asked, 'which role you have and which records there are'),
      ...asked.map((name) =>
        hollow(
          records.value.get(name),
          elsewhere,
          (text) => `${quoted(text)} names no paper and nobody who can be asked.`,
        ),
      ),
    ]);
  },
});
