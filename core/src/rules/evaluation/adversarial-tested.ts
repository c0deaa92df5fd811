import { daysBetween, inDays } from '../../dates.ts';
import { attackKinds, impliedBy, withReasons } from '../../implied.ts';
import { attackProofs } from '../proofs/attack-report.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, keyAt, lacking, part, verdict } from '../subject.ts';
import { unconfirmed, unconfirmedIn, withNames } from '../unconfirmed.ts';

const section = ['evaluation', 'red_team'] as const;
const list = [...section, 'covers'] as const;

/** Kinds that must not be left out where the spec implies them, and the other names that tools and people have for them. */
const needed: Readonly<Record<string, RegExp>> = {
  'injection-in-documents':
    /indirect|xpia|latent|stored|poison|document|retriev|\brag\b|e-?mail|attachment|upload|file|content|web[-_ ]?page|third[-_ ]?party|cross[-_ ]?domain/i,
  'cross-role-leak':
    /role|cross[-_ ]?(?:user|tenant|session|customer|account)|rbac|bola|bfla|privilege|permission|access|authori[sz]|rights|tenant|other[-_ ](?:user|people|customer)/i,
};

export const adversarialTested = defineRequirement({
  id: 'adversarial-tested',
  area: 'evaluation',
  rank: 'recommended',
  gap: 'governance',
  appliesTo: 'systems whose answers a model writes',
  severity: ['off', 'warning', 'error'],
  raised: {
    systems: 'public systems and agents',
    applies: (traits) => traits.exposure === 'public' || traits.agent,
    severity: ['off', 'error', 'error'],
  },
  reach: 'linked',
  subjects: 'every',
  questions: [],
  references: 'OWASP LLM01, ASI01; NIST AI 600-1; EU AI Act Art. 15',
  summary: 'Somebody tried to break the system in the last half year, in the ways that its contents invite.',
  why: 'A model follows instructions wherever it finds them: in a question, in a letter, on a page. If nobody of your own tries it, the first attempt is one you do not see.',
  hollow: [
    'only direct attacks, while outsiders write what the system reads',
    'no attempt to see what another role may see, although access varies',
    'a test more than 180 days old',
    'a date that lies ahead, or is not the one in the report',
  ],
  toFix:
    'Run a tool such as promptfoo, garak or PyRIT with the kinds of attack that fit this system, keep the report, and repeat it twice a year and after a change of model.',
  examples: [
    {
      bad: `
system:
  type: rag
sources:
  letters:
    status: connected
    what: Letters and e-mails received for a claim
    access:
      varies_by: role
evaluation:
  red_team:
    date: 2026-03-02
          ^^^^^^^^^^ adversarial-tested
    covers:
    ^^^^^^ adversarial-tested
      - jailbreak
    proof: security/redteam-2026-03.md
`,
      good: `
system:
  type: rag
sources:
  letters:
    status: connected
    what: Letters and e-mails received for a claim
    access:
      varies_by: role
evaluation:
  red_team:
    date: 2026-09-25
    covers:
      - jailbreak
      - injection-in-documents
      - cross-role-leak
    proof: security/redteam-2026-09.md
`,
    },
    {
      bad: `
system:
  type: llm
evaluation:
^^^^^^^^^^ adversarial-tested
  answers:
    groundedness:
      min: 0.92
`,
      good: `
system:
  type: llm
evaluation:
  answers:
    groundedness:
      min: 0.92
  red_team:
    date: 2026-09-25
    covers:
      - direct-injection
    proof: security/redteam-2026-09.md
`,
      fixed: `
system:
  type: llm
evaluation:
  answers:
    groundedness:
      min: 0.92
  red_team:
    date: TODO e.g. 2026-09-25
    covers:
      - TODO direct-injection
    proof: TODO e.g. security/redteam-2026-09.md
`,
    },
  ],

  *assess(context) {
    if (!context.traits.llm) return;
    const test = part(context, section, context.spec.get('evaluation')?.get('red_team'));
    const kinds = impliedBy(attackKinds, context).flatMap(({ names }) => names);
    const missing = [...lacking(context, test, ['date', 'covers', 'proof'], 'who tried to break it, and how')];
    const faults = [
      ...missing.map((one) => withNames(one, 'covers', kinds)),
      leftOut(context, test.value.get('covers')?.items ?? []),
      hollow(
        test.value.get('date'),
        (day) => day > context.asOf,
        (day) => `The test is dated ${day}, which lies ahead.`,
      ),
      outdated(context, test.value.get('date')),
    ];
    yield* verdict(test, faults, attackProofs(context, test));
  },
});

function leftOut(context: Context, covers: readonly ({ readonly value: string } | undefined)[]): Fault | undefined {
  const tried = covers.flatMap((kind) => kind?.value ?? []);
  if (tried.length === 0) return undefined; // Missing, or nothing in it can be read.
  const open = unconfirmedIn(context, list);
  const rows = impliedBy(attackKinds, context);
  const absent = rows
    .flatMap(({ names }) => names)
    .filter((name) => needed[name] !== undefined && ![...tried, ...open].some((kind) => needed[name]?.test(kind)));
  if (absent.length === 0) return undefined;
  return {
    at: keyAt(context, list),
    state: 'hollow',
    reason: `The test covers ${tried.join(', ')}, but nobody tried ${withReasons(absent, rows)}.`,
    insert: [{ path: list, draft: absent.map(unconfirmed) }],
  };
}

function outdated(
  { asOf, numbers }: Context,
  date: (Fault['at'] & { readonly value: string }) | undefined,
): Fault | undefined {
  const age = date === undefined ? 0 : daysBetween(date.value, asOf);
  if (date === undefined || age <= numbers.longestAttackTestAge) return undefined;
  const reason = `The test is ${inDays(age)} old; it counts for ${numbers.longestAttackTestAge}.`;
  return { at: date, state: 'stale', reason };
}
