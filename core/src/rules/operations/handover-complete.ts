import type { Spec } from '../../spec/types.generated.ts';
import type { Mapping } from '../../yaml/tree.ts';
import { watchedAlerts } from '../alerts.ts';
import type { Proof } from '../proof.ts';
import { datedRecord } from '../proofs/dated-record.ts';
import { isSilentOn } from '../proofs/words-in.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, keyAt, lacking, part, verdict } from '../subject.ts';

export const handoverComplete = defineRequirement({
  id: 'handover-complete',
  area: 'operations',
  rank: 'recommended',
  gap: 'operations',
  appliesTo: 'systems that others run than those who built them, from pre-production on',
  severity: ['off', 'warning', 'error'],
  reach: 'linked',
  subjects: 'every',
  questions: [],
  artifacts: ['operations.handover.record'],
  references: 'Google SRE: engagement and onboarding of a service',
  summary: 'The builders handed the system over before launch, in a record, to people who can read its logs.',
  why: 'After launch the builders have other projects. What they did not hand over is found out at night, by people without the rights to look.',
  hollow: [
    'a handover after launch, or after the builders left',
    'a handover to oneself',
    'a record of another day',
    'a receiving team that may not read the call log',
    'pages that still call only those who handed it over',
  ],
  toFix:
    'Plan the handover before launch, write down access, on-call and open points in a record, and give the receiving team the rights it needs.',
  examples: [
    {
      bad: `
system:
  launch: 2026-10-05
  owner: claims-build
operations:
  run_owner: claims-ops
  handover:
    from: claims-build
    date: 2026-11-02
          ^^^^^^^^^^ handover-complete
    record: docs/handover.md
owners:
  claims-build:
    team: Claims AI Engineering
  claims-ops:
    team: Claims Platform Operations
`,
      good: `
system:
  launch: 2026-10-05
  owner: claims-build
operations:
  run_owner: claims-ops
  handover:
    from: claims-build
    date: 2026-09-28
    record: docs/handover.md
owners:
  claims-build:
    team: Claims AI Engineering
  claims-ops:
    team: Claims Platform Operations
`,
    },
    {
      bad: `
operations:
^^^^^^^^^^ handover-complete
  run_owner: claims-ops
owners:
  claims-build:
    team: Claims AI Engineering
    until: 2026-12-31
  claims-ops:
    team: Claims Platform Operations
`,
      good: `
operations:
  run_owner: claims-ops
  handover:
    from: claims-build
    date: 2026-09-28
    record: docs/handover.md
owners:
  claims-build:
    team: Claims AI Engineering
    until: 2026-12-31
  claims-ops:
    team: Claims Platform Operations
`,
      fixed: `
operations:
  run_owner: claims-ops
  handover:
    from: TODO owner id
    date: TODO e.g. 2026-09-28
    record: TODO e.g. docs/handover.md
owners:
  claims-build:
    team: Claims AI Engineering
    until: 2026-12-31
  claims-ops:
    team: Claims Platform Operations
`,
    },
  ],

  *assess(context) {
    const given = context.spec.get('operations')?.get('handover');
    const handover = part(context, ['operations', 'handover'], given);
    if (given === undefined && !changesHands(context)) return;
    const launch = context.spec.get('system')?.get('launch')?.value;
    const date = handover.value.get('date');
    yield* verdict(
      handover,
      [
        ...lacking(context, handover, ['from', 'date', 'record'], 'who handed it over, when and what'),
        contradicted(
          hollow(
            date,
            (day) => launch !== undefined && day > launch,
            (day) => `Handed over on ${day}, after launch on ${launch}: until then nobody on duty knew it.`,
          ),
        ),
        ...fromFaults(context, handover.value),
        cannotRead(context, handover.value),
        callsBuilders(context, handover.value),
      ],
      [...namesBoth(context, handover.value), datedRecord(context, handover.value.get('record'), date, 'the handover')],
    );
  },
});

type Handover = NonNullable<NonNullable<Spec['operations']>['handover']>;

/** Notes that the record does not name one of the two, by team, person or id. */
function namesBoth(context: Context, handover: Mapping<Handover>): (Proof | undefined)[] {
  const { spec } = context;
  const ids = [handover.get('from')?.value, spec.get('operations')?.get('run_owner')?.value];
  return ids.map((id) => {
    const owner = id === undefined ? undefined : spec.get('owners')?.get(id);
    const names = [id, owner?.get('team')?.value, owner?.get('person')?.value].filter((name) => name !== undefined);
    return isSilentOn(context, handover.get('record'), names, `\`${id}\``);
  });
}

/** Those who build and run a system hand nothing over; a run owner who joined, or builders who leave, tell otherwise. */
function changesHands(context: Context): boolean {
  const { spec } = context;
  const runOwner = spec.get('operations')?.get('run_owner')?.value;
  if (runOwner === undefined) return false; // `run-owner-named` has spoken.
  const owner = spec.get('system')?.get('owner')?.value;
  if (owner !== undefined && owner !== runOwner) return true;
  if (spec.get('operations')?.get('involved_since') !== undefined) return true;
  return each(context, ['owners'], spec.get('owners')).some(
    ({ id, value }) => id !== runOwner && value.get('until') !== undefined,
  );
}

function* fromFaults(context: Context, handover: Mapping<Handover>): Generator<Fault | undefined> {
  const { spec } = context;
  const from = handover.get('from');
  const date = handover.get('date')?.value;
  const runOwner = spec.get('operations')?.get('run_owner')?.value;
  yield hollow(
    from,
    (id) => id === runOwner,
    (id) => `\`${id}\` runs it and hands it over: to whom?`,
  );
  const until = from && spec.get('owners')?.get(from.value)?.get('until')?.value;
  yield contradicted(
    hollow(
      from,
      () => until !== undefined && date !== undefined && until < date,
      (id) => `\`${id}\` leaves on ${until}, before the handover on ${date}.`,
    ),
  );
}

/** Whoever runs it has to see what was answered. Where nobody is listed, the log has said so. */
function cannotRead(context: Context, handover: Mapping<Handover>): Fault | undefined {
  const { spec } = context;
  const runOwner = spec.get('operations')?.get('run_owner')?.value;
  const readers = (spec.get('logging')?.get('readers')?.items ?? []).flatMap((item) => item?.value ?? []);
  if (handover.get('date') === undefined || runOwner === undefined || readers.length === 0) return undefined;
  if (readers.includes(runOwner)) return undefined;
  const reason = `\`${runOwner}\` takes it over and may not read the call log: \`readers\` are ${readers.join(', ')}.`;
  return { at: keyAt(context, ['logging', 'readers']), state: 'hollow', reason };
}

/** After the day of the handover nobody pages the builders any more. */
function callsBuilders(context: Context, handover: Mapping<Handover>): Fault | undefined {
  const from = handover.get('from');
  const date = handover.get('date')?.value;
  const called = watchedAlerts(context).flatMap(({ subject: { value } }) =>
    value.get('severity')?.value === 'page' ? (value.get('notify') ?? []) : [],
  );
  const [first] = called;
  if (from === undefined || date === undefined || date > context.asOf || first === undefined) return undefined;
  if (called.some(({ value }) => value !== from.value)) return undefined;
  const reason = `\`${from.value}\` handed it over on ${date}, and still is the only one whom alerts call.`;
  return { at: first, state: 'contradicted', reason };
}

function contradicted(fault: Fault | undefined): Fault | undefined {
  return fault && { ...fault, state: 'contradicted' };
}
