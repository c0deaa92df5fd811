import type { Alert } from '../../spec/types.generated.ts';
import { quoted } from '../../spec/words.ts';
import { draftedAlerts, watchedAlerts } from '../alerts.ts';
import { alertProofs } from '../proofs/alert-proofs.ts';
import { readThreshold } from '../proofs/precision.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, type Subject, verdict } from '../subject.ts';

export const alertComplete = defineRequirement({
  id: 'alert-complete',
  area: 'monitoring',
  rank: 'core',
  gap: 'observability',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q4'],
  artifacts: ['monitoring.alerts.*.runbook'],
  appliesTo: 'systems with alerts',
  hollow: [
    'no threshold, and no event that fires it',
    'no recipient',
    'a page to an owner without a pager',
    'a metric that the spec does not declare',
    'a share above 100% without a word of what',
    'a rule that is not in the file, is paused, or says something else than the spec',
    'a rule that waits for a metric which nothing emits',
    'a route that ends at a receiver which sends nothing',
  ],
  toFix:
    'Write down what fires it and after how long, who gets it, the runbook they open, and the rule that implements it as `file#name`. What fires on each event says `each` in place of a threshold. Threshold, waiting time, severity and runbook are compared with the rule.',
  references: 'promruval and pint: checks of alert rules; OpenSLO: alert policies',
  summary:
    'Every alert has a threshold, a recipient who can be reached that way, a runbook, and the rule that implements it.',
  why: 'An alert that lacks one of them fires into a channel nobody reads, or wakes somebody who does not know what to do, or never fires.',
  examples: [
    {
      bad: `
owners:
  claims-ops:
    contact:
      - slack:claims-ops
monitoring:
  alerts:
    groundedness-low:
    ^^^^^^^^^^^^^^^^ alert-complete
      metric: groundedness-live
      for: 6h
      severity: page
      notify: claims-ops
              ^^^^^^^^^^ alert-complete
      runbook: runbooks/wrong-answers.md
      rule: observability/alerts.yaml#GroundednessLow
`,
      good: `
owners:
  claims-ops:
    contact:
      - pagerduty:P4CLAIM
monitoring:
  alerts:
    groundedness-low:
      metric: groundedness-live
      below: 0.88
      for: 6h
      severity: page
      notify: claims-ops
      runbook: runbooks/wrong-answers.md
      rule: observability/alerts.yaml#GroundednessLow
`,
      fixed: `
owners:
  claims-ops:
    contact:
      - slack:claims-ops
monitoring:
  alerts:
    groundedness-low:
      metric: groundedness-live
      above: TODO e.g. 12%
      for: 6h
      severity: page
      notify: claims-ops
      runbook: runbooks/wrong-answers.md
      rule: observability/alerts.yaml#GroundednessLow
`,
    },
  ],

  *assess(context) {
    for (const watched of watchedAlerts(context)) {
      const { subject: alert } = watched;
      const { value } = alert;
      const faults = [
        ...missing(context, alert),
        withoutPager(context, alert),
        hollow(
          value.get('rule'),
          /^(?!https:)[^#]*$/,
          (rule) => `"${rule}" names a file; which alert in it is this one? The name goes after a #.`,
        ),
        eachAndBound(alert),
        value.get('of') === undefined ? (ofNothing(value.get('above')) ?? ofNothing(value.get('below'))) : undefined,
      ];
      yield* verdict(alert, faults, alertProofs(context, watched));
    }
  },
});

/**
 * Either bound makes a threshold; where there is none, `above` stands for both. What fires on each event needs neither,
 * and has nothing to wait for.
 */
function missing(context: Context, alert: Subject<Alert>): Fault[] {
  const { value } = alert;
  const bound = value.entry('below') === undefined ? 'above' : 'below';
  const fires = value.entry('each') === undefined ? [bound, 'for'] : ['each'];
  const metric = draftedAlerts(context).includes(alert) ? [] : ['metric'];
  const fields = [...metric, ...fires, 'severity', 'notify', 'runbook', 'rule'];
  return [...lacking(context, alert, fields, 'when it fires, who hears of it and what they do')].map((fault) =>
    fault.state === 'missing' ? { ...fault, reason: fault.reason.replace('`above`', '`above` or `below`') } : fault,
  );
}

function eachAndBound({ value }: Subject<Alert>): Fault | undefined {
  const bound = value.get('above') ?? value.get('below');
  if (bound?.kind !== 'scalar') return undefined;
  return hollow(
    value.get('each'),
    () => true,
    (event) =>
      `It fires on each ${quoted(event)} and also beyond ${bound.value}: only one of them can be what it waits for.`,
  );
}

function withoutPager(context: Context, { value }: Subject<Alert>): Fault | undefined {
  const owners = each(context, ['owners'], context.spec.get('owners'));
  const owner = owners.find(({ id }) => id === value.get('notify')?.value);
  const contacts = (owner?.value.get('contact')?.items ?? []).flatMap((contact) => contact?.value ?? []);
  // An owner without any contact is a matter of the owner, and told there.
  if (value.get('severity')?.value !== 'page' || contacts.length === 0) return undefined;
  if (contacts.some((contact) => /^(?:pagerduty|opsgenie):/.test(contact))) return undefined;
  return hollow(
    value.get('notify'),
    () => true,
    (name) => `A page wakes somebody, but "${name}" is only reached by ${contacts.join(' and ')}.`,
  );
}

function ofNothing(bound: ReturnType<Subject<Alert>['value']['get']> | undefined): Fault | undefined {
  if (bound?.kind !== 'scalar') return undefined;
  const threshold = readThreshold(String(bound.value));
  if (threshold?.unit !== '%' || threshold.value <= 1) return undefined;
  return {
    at: bound,
    state: 'hollow',
    reason: `${bound.value} of what? No share is above 100%; \`of\` says what it is compared with.`,
  };
}
