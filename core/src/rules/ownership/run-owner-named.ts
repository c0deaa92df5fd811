import type { Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import { noteOf, ownsPath } from '../proofs/path-owner.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, verdict } from '../subject.ts';

export const runOwnerNamed = defineRequirement({
  id: 'run-owner-named',
  area: 'ownership',
  rank: 'core',
  gap: 'operations',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q6'],
  references: 'Google SRE: production readiness review; NIST AI RMF MANAGE 2.4',
  summary: 'Somebody is named who runs the system after launch, stays, and can be called.',
  why: 'The team that built it moves on and the system stays. Without a name it degrades until users work around it.',
  hollow: [
    'a team that leaves, such as the project that builds it',
    'in production, a team that is reached by mail only',
  ],
  toFix:
    'Ask the team that will be called at night whether it agrees to be named here, and write down how it is called.',
  examples: [
    {
      bad: `
owners:
  claims-build:
    team: Claims AI Engineering
    contact:
      - slack:claims-ai
    until: 2026-12-31
operations:
  run_owner: claims-build
             ^^^^^^^^^^^^ run-owner-named
`,
      good: `
owners:
  claims-ops:
    team: Claims Platform Operations
    contact:
      - pagerduty:P4CLAIM
operations:
  run_owner: claims-ops
`,
    },
  ],

  *assess(context) {
    const operations = part(context, ['operations'], context.spec.get('operations'));
    const owner = operations.value.get('run_owner');
    yield* verdict(
      operations,
      [
        ...lacking(context, operations, ['run_owner'], 'who runs the system after launch'),
        leaving(context, owner),
        mailOnly(context, owner),
      ],
      [...mayChange(context, owner)],
    );
  },
});

/** Whoever runs it changes alerts, prompts and recipes without asking; that others own them is for people to weigh. */
function* mayChange(context: Context, owner: Scalar | undefined): Generator<Proof | undefined> {
  const { spec } = context;
  const alerts = each(context, ['monitoring', 'alerts'], spec.get('monitoring')?.get('alerts'));
  yield noteOf(ownsPath(context, owner, alerts[0]?.value.get('rule')));
  const indexes = each(context, ['indexes'], spec.get('indexes'));
  yield noteOf(ownsPath(context, owner, indexes[0]?.value.get('recipe')));
}

function leaving(context: Context, owner: Scalar | undefined): Fault | undefined {
  const until = owner && context.spec.get('owners')?.get(owner.value)?.get('until')?.value;
  if (until === undefined) return undefined;
  return hollow(
    owner,
    () => true,
    (id) => `\`${id}\` runs the system, but only until ${until}; after that nobody does.`,
  );
}

/** Mail is read when somebody comes to work. With no contact at all, `owner-reachable` has said so. */
function mailOnly(context: Context, owner: Scalar | undefined): Fault | undefined {
  const contacts = (owner && context.spec.get('owners')?.get(owner.value)?.get('contact')?.items) ?? [];
  const values = contacts.flatMap((contact) => (contact === undefined ? [] : [contact.value]));
  if (values.length === 0 || values.some((contact) => !contact.startsWith('mailto:'))) return undefined;
  const fault = hollow(
    owner,
    () => true,
    (id) =>
      `\`${id}\` can be reached by mail only (${values.join(', ')}); production is run by somebody on call or in a chat.`,
  );
  return fault && { ...fault, from: 'production' };
}
