import { daysBetween, inDays } from '../../dates.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, lacking, part, verdict } from '../subject.ts';

export const observabilityBeforeLaunch = defineRequirement({
  id: 'observability-before-launch',
  area: 'monitoring',
  rank: 'recommended',
  gap: 'observability',
  severity: ['warning', 'warning', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: [],
  artifacts: ['monitoring.dashboard'],
  hollow: ['after launch or on the day', 'only days before it'],
  toFix:
    'Switch on the log and the alerts two weeks before launch at the latest, while the pilot still runs, and write down the days.',
  references: 'Google SRE: production readiness review',
  summary: 'The log and the alerts are live two weeks before launch.',
  why: 'What is switched on with the launch has no normal to compare with: in the first weeks, when most goes wrong, every threshold is a guess.',
  examples: [
    {
      bad: `
system:
  launch: 2026-10-05
logging:
  live_since: 2026-10-05
              ^^^^^^^^^^ observability-before-launch
monitoring:
  live_since: 2026-09-28
              ^^^^^^^^^^ observability-before-launch
`,
      good: `
system:
  launch: 2026-10-05
logging:
  live_since: 2026-06-01
monitoring:
  live_since: 2026-08-03
`,
    },
    {
      bad: `
system:
  launch: 2026-10-05
logging:
^^^^^^^ observability-before-launch
  calls: 100%
monitoring:
  live_since: 2026-08-03
`,
      good: `
system:
  launch: 2026-10-05
logging:
  live_since: 2026-06-01
monitoring:
  live_since: 2026-08-03
`,
      fixed: `
system:
  launch: 2026-10-05
logging:
  calls: 100%
  live_since: TODO e.g. 2026-06-01
monitoring:
  live_since: 2026-08-03
`,
    },
  ],

  *assess(context) {
    const logging = part(context, ['logging'], context.spec.get('logging'));
    yield* verdict(logging, [
      ...lacking(context, logging, ['live_since'], 'since when calls are logged'),
      tooLate(context, logging.value.get('live_since'), 'The log'),
    ]);
    const monitoring = part(context, ['monitoring'], context.spec.get('monitoring'));
    yield* verdict(monitoring, [
      ...lacking(context, monitoring, ['live_since'], 'since when it is watched'),
      tooLate(context, monitoring.value.get('live_since'), 'The monitoring'),
    ]);
  },
});

function tooLate({ spec, numbers }: Context, since: Scalar | undefined, what: string): Fault | undefined {
  const launch = spec.get('system')?.get('launch')?.value;
  if (since === undefined || launch === undefined) return undefined;
  const ahead = daysBetween(since.value, launch);
  const when = ahead > 0 ? `${inDays(ahead)} before` : ahead === 0 ? 'on the day of' : `${inDays(-ahead)} after`;
  return hollow(
    since,
    () => ahead < numbers.shortestObservedTime,
    () =>
      `${what} went live ${when} the launch on ${launch}; it takes ${inDays(numbers.shortestObservedTime)} before it to learn what is normal.`,
  );
}
