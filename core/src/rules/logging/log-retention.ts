import { durationSeconds } from '../../dates.ts';
import { keptByCollector } from '../proofs/collecting.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, lacking, part, verdict } from '../subject.ts';

export const logRetention = defineRequirement({
  id: 'log-retention',
  area: 'logging',
  rank: 'recommended',
  gap: 'observability',
  severity: ['warning', 'warning', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['(Q3)'],
  references: 'EU AI Act Art. 19 and 26(6): six months where the risk is high; GDPR Art. 5(1)(e)',
  summary: 'Records are kept for a stated time: long enough for a complaint, and no longer than people may expect.',
  why: 'A complaint comes weeks after the call. If the record is gone by then nobody can explain the answer; if it is kept for ever it is a store of personal data that nobody planned.',
  hollow: [
    'less than 30 days',
    'less than 183 days where the risk class is high',
    'more than ten years where the data is personal',
    'less than it takes until the outcome of a prediction is known',
  ],
  toFix:
    'Agree on a time with those who answer complaints and with data protection, and let the store delete after it.',
  examples: [
    {
      bad: `
logging:
  calls: 100%
  retention: 14d
             ^^^ log-retention
`,
      good: `
logging:
  calls: 100%
  retention: 90d
`,
    },
    {
      bad: `
logging:
^^^^^^^ log-retention
  calls: 100%
`,
      good: `
logging:
  calls: 100%
  retention: 90d
`,
      fixed: `
logging:
  calls: 100%
  retention: TODO e.g. 400d
`,
    },
  ],

  *assess(context) {
    const logging = part(context, ['logging'], context.spec.get('logging'));
    const faults = [
      ...lacking(context, logging, ['retention'], 'how long records are kept'),
      outOfRange(context, logging.value.get('retention')),
    ];
    yield* verdict(logging, faults, keptByCollector(context));
  },
});

function outOfRange(
  context: Context,
  retention: (Fault['at'] & { readonly value: string }) | undefined,
): Fault | undefined {
  const { spec, traits, numbers } = context;
  const days = daysOf(retention?.value);
  if (retention === undefined || days === undefined) return undefined;
  const fault = (reason: string): Fault => ({ at: retention, state: 'hollow', reason });

  const isHigh = spec.get('governance')?.get('risk')?.get('class')?.value === 'high';
  const least = isHigh ? numbers.shortestRetentionAtHighRisk : numbers.shortestRetention;
  if (days < least) {
    const because = isHigh
      ? `where the risk class is high, ${least} days are the least`
      : `${least} days are the least`;
    return fault(`After ${retention.value} a record is gone; ${because}.`);
  }
  const slowest = slowestOutcome(context);
  if (slowest !== undefined && days < slowest.days) {
    return fault(
      `After ${retention.value} a record is gone, but the outcome of "${slowest.model}" is known after ${slowest.delay}: no prediction can be held against it.`,
    );
  }
  if (!traits.personal || days <= numbers.longestRetentionOfPersonalData) return undefined;
  const limit = `${numbers.longestRetentionOfPersonalData} days`;
  return fault(`${retention.value} of records about people is for ever in practice; ${limit} are the most.`);
}

function slowestOutcome(context: Context) {
  let slowest: { readonly model: string; readonly delay: string; readonly days: number } | undefined;
  for (const { id, value } of each(context, ['models'], context.spec.get('models'))) {
    const delay = value.get('training')?.get('label_delay')?.value;
    const days = daysOf(delay);
    if (delay !== undefined && days !== undefined && days > (slowest?.days ?? 0)) slowest = { model: id, delay, days };
  }
  return slowest;
}

function daysOf(duration: string | undefined): number | undefined {
  const seconds = durationSeconds(duration ?? '');
  return seconds === undefined ? undefined : seconds / 86_400;
}
