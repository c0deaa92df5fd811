import { durationSeconds, inWords } from '../../dates.ts';
import type { Spec } from '../../spec/types.generated.ts';
import { anyCase } from '../../spec/words.ts';
import type { Mapping } from '../../yaml/tree.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, type Subject, verdict } from '../subject.ts';

/** A flag that is deployed already is none of these. */
const deployment = anyCase(
  /\b(?:re-?deploy(?:s|ed|ing|ment)?|deploy(?:s|ing|ment)?|(?:new )?release|pull request|merge request|hot-?fix|merge|roll ?out|rebuild)\b/,
);
const withoutOne = anyCase(/\b(?:no|without|not need|never)\b[^.]*\b(?:deploy|release|roll ?out)/);
const vendorDoes = anyCase(
  /\b(?:call|ask|e-?mail|mail|write to|contact|ticket (?:to|with|at)|support (?:of|ticket))\b.*\b(?:vendor|provider|supplier|openai|anthropic|microsoft|google|aws|amazon)\b|\b(?:vendor|provider|supplier)\b.*\b(?:switches|turns|disables|stops|does)\b/,
);

export const offSwitch = defineRequirement({
  id: 'off-switch',
  area: 'operations',
  rank: 'recommended',
  gap: 'operations',
  appliesTo: 'every system from pre-production on',
  severity: ['off', 'warning', 'error'],
  reach: 'linked',
  subjects: 'every',
  questions: ['(Q7)'],
  artifacts: ['operations.off_switch.proof'],
  references: 'NIST AI RMF MANAGE 2.4; AI Act Article 14 (human oversight)',
  summary: 'Named people can turn the system off within minutes, without a deployment, and have done so.',
  why: 'When the system gives wrong answers every minute counts, and the release pipeline takes an hour on a good day.',
  hollow: [
    'it needs a deployment',
    'only the vendor can do it',
    'it takes more than 15 minutes',
    'it was never tried, or is planned to be',
    'everybody who may do it leaves',
  ],
  toFix:
    'Put the system behind a flag or a gateway route that the people on duty can change, turn it off once with a clock, and write down the day.',
  examples: [
    {
      bad: `
operations:
  off_switch:
    how: redeploy without the assistant
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ off-switch
    who:
      - claims-ops
    takes: 2h
           ^^ off-switch
    tested: 2026-10-14
owners:
  claims-ops:
    team: Claims Platform Operations
`,
      good: `
operations:
  off_switch:
    how: feature flag claims_assistant
    who:
      - claims-ops
    takes: 2m
    tested: 2026-10-14
owners:
  claims-ops:
    team: Claims Platform Operations
`,
    },
    {
      bad: `
operations:
  off_switch:
  ^^^^^^^^^^ off-switch
    how: feature flag claims_assistant
    takes: 2m
`,
      good: `
operations:
  off_switch:
    how: feature flag claims_assistant
    who:
      - claims-ops
    takes: 2m
    tested: 2026-10-14
owners:
  claims-ops:
    team: Claims Platform Operations
`,
      fixed: `
operations:
  off_switch:
    how: feature flag claims_assistant
    who:
      - TODO owner id
    takes: 2m
    tested: TODO e.g. 2026-10-14
`,
    },
  ],

  *assess(context) {
    const off = part(context, ['operations', 'off_switch'], context.spec.get('operations')?.get('off_switch'));
    yield* verdict(off, faults(context, off));
  },
});

type OffSwitch = NonNullable<NonNullable<Spec['operations']>['off_switch']>;

function* faults(context: Context, off: Subject<OffSwitch>): Generator<Fault | undefined> {
  yield* lacking(context, off, ['how', 'who', 'takes', 'tested'], 'how it is turned off, by whom and how fast');
  const how = off.value.get('how');
  yield hollow(
    how,
    (text) => deployment.test(text) && !withoutOne.test(text),
    (text) => `"${text}" needs a deployment, which is what fails or waits on a bad day.`,
  ) ?? hollow(how, vendorDoes, (text) => `"${text}": only somebody outside can turn it off.`);
  yield nobodyLeft(context, off.value);

  const takes = off.value.get('takes');
  const length = durationSeconds(takes?.value ?? '');
  const longest = context.numbers.longestSwitchOff * 60;
  yield hollow(
    takes,
    () => length !== undefined && length > longest,
    (text) => `${text} is too long for wrong answers to go on: ${inWords(longest)} is the limit.`,
  );
  yield hollow(
    off.value.get('tested'),
    (day) => day > context.asOf,
    (day) => `${day} lies ahead: nobody has tried the switch yet.`,
  );
}

function nobodyLeft(context: Context, off: Mapping<OffSwitch>): Fault | undefined {
  const who = off.get('who');
  const ids = (who?.items ?? []).flatMap((item) => item?.value ?? []);
  if (who === undefined || ids.length === 0) return undefined;
  const owners = each(context, ['owners'], context.spec.get('owners')).filter(({ id }) => ids.includes(id));
  const sellers = each(context, ['models'], context.spec.get('models')).flatMap(
    ({ value }) => value.get('provider')?.value ?? [],
  );
  const at = who.items[0] ?? who;
  if (ids.every((id) => sellers.some((seller) => plain(seller) === plain(id)))) {
    return { at, state: 'hollow', reason: `Only the provider can turn it off: ${ids.join(', ')}.` };
  }
  const leaving = owners.flatMap(({ id, value }) => {
    const until = value.get('until')?.value;
    return until === undefined ? [] : [`${id} on ${until}`];
  });
  if (owners.length === 0 || leaving.length < ids.length) return undefined;
  return { at, state: 'hollow', reason: `Everybody who can turn it off leaves: ${leaving.join(', ')}.` };
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
