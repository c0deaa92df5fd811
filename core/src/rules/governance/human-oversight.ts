import { anyCase, quoted } from '../../spec/words.ts';
import { trimmed } from '../proofs/precision.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, lacking, part, skeleton, verdict } from '../subject.ts';

const section = ['governance', 'oversight'] as const;

/** Words about a person that do not say what the person does. */
const slogan = anyCase(
  /^(?:a |the |we have a |with a |keeps? a )?(?:human|person|people|man)[- ](?:in|on|over)[- ](?:the[- ])?loop\b[^,;:]*$|^(?:a |the )?(?:human|person|somebody|someone|user|people|staff|manual(?:ly)?)(?: (?:always|manually|can|will|must|should))* ?(?:reviews?|checks?|approves?|verif(?:y|ies)|oversight|review|supervis(?:es|ion))?(?: (?:it|them|everything|all|the|outputs?|results?|answers?|decisions?|is|in|place|available))*[.!]?$/,
);
const noWay = anyCase(
  /^(?:(?:no|none|never|not (?:possible|allowed|available|applicable|needed|yet)\b.*|impossible\b.*|(?:it )?(?:cannot|can't) (?:be )?(?:changed|overridden|overruled|override|overrule)\b.*|(?:there is )?no (?:way|override|option|possibility)\b.*|nobody (?:can|may)\b.*|the (?:system|model) decides))[.!]?$/,
);

export const humanOversight = defineRequirement({
  id: 'human-oversight',
  area: 'governance',
  rank: 'recommended',
  gap: 'governance',
  appliesTo: 'systems that recommend or decide, and to those that promise it',
  severity: ['off', 'warning', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: [],
  hollow: [
    '"human in the loop" and no more',
    'more minutes of review than the people there are have',
    'no way to go against the output',
  ],
  toFix:
    'Say who looks, what they see and decide, how they go against the output, and with how many people and minutes a case. Where the sum does not fit, send them fewer cases or give it more people.',
  references: 'AI Act Art. 14 and 26(2); Microsoft Responsible AI Standard A5',
  summary: 'A person with the time, the means and the right to disagree stands between the output and its effect.',
  why: 'A person who has seconds for each case agrees with the machine. The record then says that a person decided, and nobody did.',
  examples: [
    {
      bad: `
system:
  decision_role: recommends
governance:
  oversight:
    who: an investigator
    how: human in the loop
         ^^^^^^^^^^^^^^^^^ human-oversight
    override: closes the referral with a reason
    cases_per_day: 400
                   ^^^ human-oversight
    minutes_per_case: 25
    reviewers: 26
`,
      good: `
system:
  decision_role: recommends
governance:
  oversight:
    who: an investigator
    how: opens and decides every referral, with the three strongest reasons shown
    override: closes the referral with a reason
    cases_per_day: 78
    minutes_per_case: 25
    reviewers: 26
`,
    },
    {
      bad: `
system:
  decision_role: decides
governance:
  oversight:
  ^^^^^^^^^ human-oversight
    who: a claims handler
    minutes_per_case: 6
    reviewers: 20
`,
      good: `
system:
  decision_role: decides
governance:
  oversight:
    who: a claims handler
    how: sees each refusal with its reasons before the letter is sent
    override: pays the claim all the same, with a reason
    minutes_per_case: 6
    reviewers: 20
`,
      fixed: `
system:
  decision_role: decides
governance:
  oversight:
    who: a claims handler
    how: TODO e.g. opens and decides every referral, with the three strongest reasons shown
    override: TODO e.g. closes the referral with one click and a reason
    minutes_per_case: 6
    reviewers: 20
`,
    },
  ],

  *assess(context) {
    const oversight = part(context, section, context.spec.get('governance')?.get('oversight'));
    const { value } = oversight;
    // Where it is not asked for but promised, the promise is looked at.
    if (!context.traits.decides && value.entries.length === 0) return;
    const isSlogan = (text: string) => `${quoted(text)} does not say what a person sees and decides.`;
    yield* verdict(oversight, [
      ...lacking(context, oversight, ['who', 'how', 'override'], 'who stays in charge of the output, and how'),
      hollow(value.get('how'), slogan, isSlogan),
      hollow(
        value.get('who'),
        /^(?:a |the )?(?:human|person|somebody|someone|people|humans?)(?:[- ]in[- ]the[- ]loop)?$/i,
        (who) => `${quoted(who)} is nobody in particular: name their job.`,
      ),
      hollow(value.get('override'), noWay, (text) => `${quoted(text)}: nobody can go against the output.`),
      tooMuch(context) ?? uncounted(context),
    ]);
  },
});

/** Cases times minutes, and the people there are. */
function tooMuch({ spec, numbers }: Context): Fault | undefined {
  const oversight = spec.get('governance')?.get('oversight');
  const perDay = spec.get('system')?.get('load')?.get('per_day');
  const cases = oversight?.get('cases_per_day') ?? perDay;
  const minutes = oversight?.get('minutes_per_case');
  const people = oversight?.get('reviewers');
  if (cases === undefined || minutes === undefined || people === undefined) return undefined;
  const asked = cases.value * minutes.value;
  const there = people.value * numbers.reviewMinutesPerDay;
  if (asked <= there) return undefined;
  return {
    at: oversight?.get('cases_per_day') ?? people,
    state: 'hollow',
    reason: `${cases.value} cases a day × ${minutes.value} minutes = ${trimmed(asked, 0)} minutes, but ${people.value} reviewers × ${numbers.reviewMinutesPerDay} minutes = ${trimmed(there, 0)}: ${eachCase(there / cases.value)} are left for a case.`,
  };
}

/** Where there is a load there is a sum, and in production it has to come out. */
function uncounted({ spec, traits }: Context): Fault | undefined {
  if (!traits.decides) return undefined;
  const oversight = spec.get('governance')?.get('oversight');
  const cases = oversight?.get('cases_per_day')?.value ?? spec.get('system')?.get('load')?.get('per_day')?.value;
  const key = spec.get('governance')?.entry('oversight')?.key;
  const absent = ['minutes_per_case', 'reviewers'].filter((name) => oversight?.entry(name) === undefined);
  if (cases === undefined || key === undefined || absent.length === 0) return undefined;
  return {
    at: key,
    state: 'hollow',
    reason: `${cases} cases a day, and nobody can say whether people have the time: ${absent.map((name) => `\`${name}\``).join(', ')} ${absent.length === 1 ? 'is' : 'are'} missing.`,
    from: 'production',
    insert: skeleton(section, absent),
  };
}

function eachCase(minutes: number): string {
  return minutes < 1 ? `${trimmed(minutes * 60, 0)} seconds` : `${trimmed(minutes, 1)} minutes`;
}
