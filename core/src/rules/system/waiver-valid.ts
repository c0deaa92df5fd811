import { addDays, daysBetween, inDays } from '../../dates.ts';
import type { Waiver } from '../../spec/types.generated.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, items, lacking, type Subject, verdict } from '../subject.ts';

/** Requirements that nothing excuses; the test holds them against the requirements' own mark. */
const neverWaivable: readonly string[] = ['no-secrets-inline', 'owner-reachable', 'log-every-call'];

export const waiverValid = defineRequirement({
  id: 'waiver-valid',
  area: 'system',
  rank: 'core',
  gap: 'governance',
  appliesTo: 'specs with waivers',
  severity: ['error', 'error', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: [],
  references:
    'pint: snooze until a date; Cortex: exemptions with days and reason; GitLab maturity model: reason for a skip',
  summary: 'Every waiver has a reason, an owner and an end within 90 days, and excuses something that may be excused.',
  why: 'An exception without an end is how a gap becomes permanent: the people who knew why leave, the exception stays.',
  hollow: [
    'no end, or one more than 90 days ahead',
    'an end that has passed',
    'a reason of less than 20 characters',
    'a waiver of what nothing excuses',
  ],
  toFix:
    'Say why it cannot be done yet and what has to happen first, name who carries the risk, and take the day on which that will be done as the end.',
  examples: [
    {
      bad: `
waivers:
  - rule: alert-tested
    where: queries-shifted
    reason: no time
            ^^^^^^^ waiver-valid
    owner: claims-ops
    expires: 2027-11-01
             ^^^^^^^^^^ waiver-valid
`,
      good: `
waivers:
  - rule: alert-tested
    where: queries-shifted
    reason: The rule was rewritten on 2 November and the next drill is planned for December
    owner: claims-ops
    expires: 2027-01-31
`,
    },
    {
      bad: `
waivers:
  - rule: log-every-call
          ^^^^^^^^^^^^^^ waiver-valid
    reason: The collector of the new region is ordered and arrives in January
    owner: claims-ops
    expires: 2027-01-31
`,
      good: `
waivers:
  - rule: log-retention
    reason: The collector of the new region is ordered and arrives in January
    owner: claims-ops
    expires: 2027-01-31
`,
    },
  ],

  *assess(context) {
    for (const item of items(context, ['waivers'], context.spec.get('waivers'), 'waiver')) {
      const rule = item.value.get('rule');
      const waiver = rule === undefined ? item : { ...item, at: rule, name: `the waiver of \`${rule.value}\`` };
      yield* verdict(waiver, faults(context, waiver));
    }
  },
});

function* faults(context: Context, waiver: Subject<Waiver>): Generator<Fault | undefined> {
  const { asOf, numbers } = context;
  const last = addDays(asOf, numbers.longestWaiver);
  yield* lacking(
    context,
    waiver,
    ['rule', 'reason', 'owner', 'expires'],
    'what it excuses, why, who carries the risk, and until when',
  );

  yield hollow(
    waiver.value.get('rule'),
    (id) => neverWaivable.includes(id),
    (id) => `Nothing excuses \`${id}\`; this waiver has no effect.`,
  );
  yield hollow(
    waiver.value.get('reason'),
    (text) => text.trim().length < numbers.shortestReason,
    (text) =>
      `"${text.trim()}" is too short for a reason that can be judged: ${numbers.shortestReason} characters are the least.`,
  );
  const expires = waiver.value.get('expires');
  yield hollow(
    expires,
    (day) => day > last,
    (day) =>
      `Ends on ${day}, in ${inDays(daysBetween(asOf, day))}; a waiver lasts ${numbers.longestWaiver} days at most, until ${last}.`,
  );
  if (expires !== undefined && expires.value < asOf) {
    const reason = `Ended on ${expires.value}, ${inDays(daysBetween(expires.value, asOf))} ago, and excuses nothing any more.`;
    yield { at: expires, state: 'stale', reason };
  }
  const owner = waiver.value.get('owner');
  const until = owner && context.spec.get('owners')?.get(owner.value)?.get('until')?.value;
  if (until === undefined || expires === undefined) return;
  yield hollow(
    owner,
    () => until < expires.value,
    (id) => `\`${id}\` leaves on ${until}, before the waiver ends on ${expires.value}: then nobody carries the risk.`,
  );
}
