import { daysBetween, inDays } from '../../dates.ts';
import type { Alert } from '../../spec/types.generated.ts';
import { alertList } from '../alerts.ts';
import { isRuleWrong } from '../proofs/alert-proofs.ts';
import { testProof } from '../proofs/alert-tests.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, lacking, type Subject, verdict } from '../subject.ts';

export const alertTested = defineRequirement({
  id: 'alert-tested',
  area: 'monitoring',
  rank: 'advanced',
  gap: 'observability',
  appliesTo: 'systems with alerts',
  severity: ['off', 'warning', 'warning'],
  reach: 'proven',
  subjects: 'every',
  questions: ['(Q4)'],
  hollow: [
    'never tested',
    'tested too long ago',
    'a test that is still to come',
    'a test file without the alert, or one in which it only stays silent, or cannot fire',
  ],
  toFix:
    'Make it fire once on purpose (a drill, or a unit test of the rule that also covers missing data) and write down the day.',
  references: 'Google SRE: monitoring the monitoring; promtool: unit tests of rules',
  summary: 'Every alert was seen to fire within the last half year.',
  why: 'A renamed metric or a wrong route makes no noise. An alert that never fired and one that cannot fire look the same.',
  examples: [
    {
      bad: `
monitoring:
  alerts:
    recall-low:
    ^^^^^^^^^^ alert-tested
      metric: recall-weekly
      rule: observability/alerts.yaml#RecallLow
    index-stale:
      metric: index-age
      rule: observability/alerts.yaml#IndexStale
      tested: 2026-03-02
              ^^^^^^^^^^ alert-tested
`,
      good: `
monitoring:
  alerts:
    recall-low:
      metric: recall-weekly
      rule: observability/alerts.yaml#RecallLow
      tested: 2026-10-21
`,
      fixed: `
monitoring:
  alerts:
    recall-low:
      metric: recall-weekly
      rule: observability/alerts.yaml#RecallLow
      tested: TODO e.g. 2026-10-21
    index-stale:
      metric: index-age
      rule: observability/alerts.yaml#IndexStale
      tested: 2026-03-02
`,
    },
  ],

  *assess(context) {
    for (const alert of each(context, alertList, context.spec.get('monitoring')?.get('alerts'))) {
      // What nobody has built yet cannot have been tested; that its rule is missing is told by `alert-complete`.
      if (alert.value.get('rule') === undefined) continue;
      const faults = [
        ...lacking(context, alert, ['tested'], 'when it was last seen to fire'),
        outdated(context, alert),
      ];
      const proof = testProof(context, alert);
      // A test that does not fit a wrong rule may well be right.
      const isNote = proof?.state === 'linked' && isRuleWrong(context, alert.id);
      yield* verdict(alert, faults, [isNote ? { ...proof, reach: 'linked' } : proof]);
    }
  },
});

function outdated({ asOf, numbers }: Context, { value }: Subject<Alert>): Fault | undefined {
  const tested = value.get('tested');
  if (tested === undefined) return undefined;
  const days = daysBetween(tested.value, asOf);
  if (days < 0)
    return { at: tested, state: 'contradicted', reason: `${tested.value} is still to come: nobody saw it fire.` };
  if (days <= numbers.longestAlertTestAge) return undefined;
  const reason = `Last seen to fire ${inDays(days)} ago, on ${tested.value}; ${inDays(numbers.longestAlertTestAge)} is the longest.`;
  return { at: tested, state: 'stale', reason };
}
