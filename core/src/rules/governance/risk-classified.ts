import { quoted } from '../../spec/words.ts';
import { once } from '../once.ts';
import { sameClass } from '../proofs/assessed-class.ts';
import { datedRecord } from '../proofs/dated-record.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, lackingInSteps, part, skeleton, verdict } from '../subject.ts';

const section = ['governance', 'risk'] as const;

export const riskClassified = defineRequirement({
  id: 'risk-classified',
  area: 'governance',
  rank: 'recommended',
  gap: 'governance',
  severity: ['warning', 'error', 'error'],
  reach: 'linked',
  subjects: 'every',
  questions: [],
  artifacts: ['governance.risk.assessment'],
  hollow: [
    'minimal without a word why',
    'minimal, for a system that decides about people',
    'an assessment still to come, or that comes to another class',
    'assessed by the builders themselves, in production',
    'prohibited, and built all the same',
  ],
  toFix:
    'Let somebody who did not build it judge the use: what it decides about whom, and what an error costs them. Write down the class, the reason, the day and the paper.',
  references: 'AI Act Art. 6 and Annex III; ISO/IEC 42001 A.5; NIST AI RMF MAP',
  summary: 'Somebody has judged how risky the use is, on a day, for a reason, and not only the builders themselves.',
  why: 'Oversight, records and disclosure follow from the class. Found out at launch, they take months that nobody has.',
  examples: [
    {
      bad: `
system:
  decision_role: recommends
  criticality: standard
sources:
  claim-record:
    data:
      personal: personal
owners:
  privacy:
    team: Data Protection Office
governance:
  risk:
    class: minimal
           ^^^^^^^ risk-classified
    why: it only sorts claims
    assessed: 2026-05-12
    by: privacy
`,
      good: `
system:
  decision_role: recommends
  criticality: standard
sources:
  claim-record:
    data:
      personal: personal
owners:
  privacy:
    team: Data Protection Office
governance:
  risk:
    class: limited
    why: recommends which claims a person looks at first; no pricing in life or health
    assessed: 2026-05-12
    by: privacy
    assessment: docs/impact-assessment.md
`,
    },
    {
      bad: `
system:
^^^^^^ risk-classified
  decision_role: informs
governance:
  risk:
  ^^^^ risk-classified
    class: limited
`,
      good: `
system:
  decision_role: informs
  criticality: standard
governance:
  risk:
    class: minimal
    why: finds building regulations for colleagues, who read them themselves
    assessed: 2026-05-12
    by: privacy
`,
      fixed: `
system:
  decision_role: informs
  criticality: TODO low | standard | critical
governance:
  risk:
    class: limited
    why: TODO e.g. informs staff on motor and home claims; no pricing or risk assessment in life or health
    assessed: TODO e.g. 2026-05-12
    by: TODO owner id
    assessment: TODO e.g. docs/impact-assessment.md
`,
    },
  ],

  *assess(context) {
    const { spec, asOf } = context;
    const system = part(context, ['system'], spec.get('system'));
    const risk = part(context, section, spec.get('governance')?.get('risk'));
    const { value } = risk;
    const minimal = value.get('class')?.value === 'minimal';
    const noWhy = minimal && value.entry('why') === undefined;
    yield* verdict(
      system,
      lacking(context, system, ['decision_role', 'criticality'], 'what its output decides and what depends on it'),
    );
    yield* verdict(
      risk,
      [
        ...lackingInSteps(
          context,
          risk,
          {
            now: noWhy ? ['class', 'assessed'] : ['class', 'why', 'assessed'],
            later: minimal ? ['by'] : ['by', 'assessment'],
          },
          'how risky the use is, and who says so',
        ),
        noWhy
          ? { ...minimalBecause('minimal, and not a word why'), insert: skeleton(section, ['why']) }
          : aboutPeople(),
        hollow(
          value.get('class'),
          (name) => name === 'prohibited',
          () => `A prohibited use is not brought to ${spec.get('system')?.get('stage')?.value ?? 'users'}.`,
        ),
        hollow(
          value.get('assessed'),
          (date) => date > asOf,
          (date) => `${date} is still to come: it has not been assessed yet.`,
        ),
        byBuilder(),
      ],
      [
        datedRecord(context, value.get('assessment'), value.get('assessed'), 'the assessment'),
        sameClass(context, value),
      ],
    );

    function minimalBecause(reason: string): Fault {
      return { at: value.get('class') ?? risk.at, state: 'hollow', reason };
    }

    function aboutPeople(): Fault | undefined {
      const role = spec.get('system')?.get('decision_role')?.value;
      const source = context.traits.decides && minimal ? personalSource(context) : undefined;
      if (source === undefined) return undefined;
      return minimalBecause(`It ${role}, and ${quoted(source)} holds data about people: that is not minimal.`);
    }

    function byBuilder(): Fault | undefined {
      const by = value.get('by');
      const roles = builders(context).get(by?.value ?? '');
      const fault = hollow(
        by,
        () => roles !== undefined,
        (id) => `\`${id}\` is ${roles} and judges its own system; from production on somebody else does.`,
      );
      return fault && { ...fault, from: 'production' };
    }
  },
});

function personalSource(context: Context): string | undefined {
  const sources = each(context, ['sources'], context.spec.get('sources'));
  return sources.find(({ value }) => {
    const personal = value.get('data')?.get('personal')?.value ?? 'none';
    return personal !== 'none' && value.get('status')?.value !== 'dropped';
  })?.id;
}

/** Who would mark their own work, and as what. */
const builders = once(({ spec }: Context): ReadonlyMap<string, string> => {
  const operations = spec.get('operations');
  const named = [
    [operations?.get('run_owner')?.value, 'who runs it'],
    [spec.get('system')?.get('owner')?.value, 'the owner of the system'],
    [operations?.get('handover')?.get('from')?.value, 'who built it'],
  ] as const;
  return new Map(named.flatMap(([id, role]) => (id === undefined ? [] : [[id, role] as const])));
});
