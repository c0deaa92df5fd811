import { covers } from '../../hours.ts';
import type { Owner } from '../../spec/types.generated.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, type Subject, verdict } from '../subject.ts';

export const supportCoverage = defineRequirement({
  id: 'support-coverage',
  area: 'ownership',
  rank: 'advanced',
  gap: 'operations',
  severity: ['off', 'warning', 'warning'],
  raised: {
    systems: 'critical systems',
    applies: ({ critical }) => critical,
    severity: ['off', 'error', 'error'],
  },
  reach: 'declared',
  subjects: 'every',
  questions: [],
  references: 'Google SRE: production readiness review, emergency response',
  summary:
    'Somebody is there in all the hours that the objective counts, and another owner steps in for the run owner.',
  why: 'An objective around the clock with support in office hours is missed in the first night. One team on holiday and nobody answers at all.',
  hollow: [
    'support in fewer hours than the objective counts',
    'a backup that is the owner itself, or the same team',
    'a backup that leaves',
  ],
  toFix:
    'Say when somebody is on duty and how fast they answer; extend that, or let the objective count those hours only with `operations.slo.hours`. Name a second team that stays.',
  examples: [
    {
      bad: `
operations:
  run_owner: claims-ops
  slo:
    availability: 99.0%
  support:
    hours: Mon-Fri 07:00-19:00 Europe/Berlin
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ support-coverage
    respond_within: 30m
owners:
  claims-ops:
    team: Claims Platform Operations
    backup: claims-ops
            ^^^^^^^^^^ support-coverage
`,
      good: `
operations:
  run_owner: claims-ops
  slo:
    availability: 99.0%
    hours: Mon-Fri 07:00-19:00 Europe/Berlin
  support:
    hours: Mon-Fri 07:00-19:00 Europe/Berlin
    respond_within: 30m
owners:
  claims-ops:
    team: Claims Platform Operations
    backup: core-team
  core-team:
    team: Claims Core
`,
    },
    {
      bad: `
operations:
^^^^^^^^^^ support-coverage
  run_owner: claims-ops
owners:
  claims-ops:
    backup: core-team
  core-team:
    team: Claims Core
`,
      good: `
operations:
  run_owner: claims-ops
  support:
    hours: 24x7
    respond_within: 30m
owners:
  claims-ops:
    backup: core-team
  core-team:
    team: Claims Core
`,
      fixed: `
operations:
  run_owner: claims-ops
  support:
    hours: TODO e.g. Mon-Fri 07:00-19:00 Europe/Berlin
    respond_within: TODO e.g. 30m
owners:
  claims-ops:
    backup: core-team
  core-team:
    team: Claims Core
`,
    },
  ],

  *assess(context) {
    const operations = context.spec.get('operations');
    const support = part(context, ['operations', 'support'], operations?.get('support'));
    yield* verdict(support, [
      ...lacking(context, support, ['hours', 'respond_within'], 'when somebody is there and how fast they answer'),
      unattended(context, support.value.get('hours')),
    ]);

    const runOwner = operations?.get('run_owner')?.value;
    for (const owner of each(context, ['owners'], context.spec.get('owners'))) {
      if (owner.id === runOwner)
        yield* verdict(owner, [...lacking(context, owner, ['backup'], 'who steps in for it'), noHelp(context, owner)]);
      else if (owner.value.get('backup') !== undefined) yield* verdict(owner, [noHelp(context, owner)]);
    }
  },
});

function unattended({ spec }: Context, hours: Parameters<typeof hollow<string>>[0]): Fault | undefined {
  const slo = spec.get('operations')?.get('slo');
  if (slo?.get('availability') === undefined) return undefined;
  const promised = slo.get('hours')?.value;
  const counts = promised ?? 'around the clock, as it names no `hours`';
  return hollow(
    hours,
    (text) => covers(text, promised ?? '24x7') === false,
    (text) => `Somebody is there ${text}; the objective counts ${counts}.`,
  );
}

function noHelp({ spec }: Context, owner: Subject<Owner>): Fault | undefined {
  const backup = owner.value.get('backup');
  const other = backup && spec.get('owners')?.get(backup.value);
  const team = other?.get('team')?.value;
  const until = other?.get('until')?.value;
  return (
    hollow(
      backup,
      (id) => id === owner.id,
      (id) => `\`${id}\` is its own backup.`,
    ) ??
    hollow(
      backup,
      () => team !== undefined && team === owner.value.get('team')?.value,
      (id) => `\`${id}\` is the same team, ${team}: when it is away, so is its backup.`,
    ) ??
    hollow(
      backup,
      () => until !== undefined,
      (id) => `\`${id}\` is here until ${until} only; after that nobody steps in.`,
    )
  );
}
