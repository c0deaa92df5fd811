import { addDays, durationSeconds, inWords } from '../../dates.ts';
import { dateInMoment } from '../../spec/names.ts';
import type { Trigger } from '../../spec/types.generated.ts';
import { watchedAlerts } from '../alerts.ts';
import { isRetraining } from '../retraining.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, lacking, part, type Subject, skeleton, verdict } from '../subject.ts';

const section = ['operations', 'triggers'] as const;
const asked = ['when', 'then', 'owner', 'within'];

export const revisionTriggers = defineRequirement({
  id: 'revision-triggers',
  area: 'operations',
  rank: 'core',
  gap: 'operations',
  appliesTo: 'every system from pre-production on',
  severity: ['off', 'error', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: ['Q6'],
  references: 'NIST AI 600-1 MG-3.2-009; ML Test Score Monitor 4 (staleness)',
  summary: 'A named alert or date starts a named revision, with an owner and a deadline.',
  why: 'An alert that leads to nothing is closed, and closed again. The prompt drifts away from what people ask until the system is replaced.',
  hollow: [
    '`when needed`',
    'a signal that is no alert',
    'no deadline, or one after the day that it is about',
    'dates only',
    'an owner who leaves before it is done',
    'a predicting model that no trigger has trained again',
  ],
  toFix:
    'For each alert on quality, drift or freshness write what is revised when it fires, by whom and within which time.',
  examples: [
    {
      bad: `
monitoring:
  alerts:
    groundedness-low:
      below: 0.88
operations:
  triggers:
    revise-prompt:
    ^^^^^^^^^^^^^ revision-triggers
      when:
        - groundedness-low
      then: revise the prompt
      owner: claims-ops
`,
      good: `
monitoring:
  alerts:
    groundedness-low:
      below: 0.88
operations:
  triggers:
    revise-prompt:
      when:
        - groundedness-low
      then: revise the prompt
      owner: claims-ops
      within: 3d
`,
      fixed: `
monitoring:
  alerts:
    groundedness-low:
      below: 0.88
operations:
  triggers:
    revise-prompt:
      when:
        - groundedness-low
      then: revise the prompt
      owner: claims-ops
      within: TODO e.g. 3d
`,
    },
    {
      bad: `
models:
  fraud-score:
    role: predict
monitoring:
  alerts:
    scores-shifted:
      above: 0.1
operations:
  triggers:
  ^^^^^^^^ revision-triggers
    look-at-it:
      when:
        - scores-shifted
      then: look at the features
      owner: fraud-science
      within: 14d
`,
      good: `
models:
  fraud-score:
    role: predict
monitoring:
  alerts:
    scores-shifted:
      above: 0.1
operations:
  triggers:
    retrain:
      when:
        - scores-shifted
      then: retrain on the last two years
      owner: fraud-science
      within: 14d
`,
    },
  ],

  *assess(context) {
    const given = context.spec.get('operations')?.get('triggers');
    const triggers = each(context, section, given);
    const place = part(context, section, given);
    if (triggers.length === 0) {
      const reason = `Nothing says what is revised when ${alertIds(context)[0] === undefined ? 'the system gets worse' : `${quoted(alertIds(context))} fires`}.`;
      yield* verdict(place, [
        { at: place.at, state: 'missing', reason, insert: triggerSkeleton(context, 'todo-trigger') },
      ]);
      return;
    }
    yield* verdict(place, [onlyDates(place, triggers), noRetraining(context, place, triggers)]);
    for (const trigger of triggers) {
      yield* verdict(trigger, [
        ...lacking(context, trigger, asked, 'what starts it, what is done, by whom and by when'),
        ...notAlerts(context, trigger),
        ...tooLate(context, trigger),
      ]);
    }
  },
});

/** Dates come whether the system is well or not. */
function onlyDates(place: Pick<Subject, 'at'>, triggers: readonly Subject<Trigger>[]): Fault | undefined {
  const moments = triggers.flatMap(momentsOf);
  if (moments.length === 0 || moments.some(({ value }) => dateInMoment(value) === undefined)) return undefined;
  return {
    at: place.at,
    state: 'hollow',
    reason: `Only dates start a revision (${moments.map(({ value }) => value).join(', ')}): no alert does.`,
  };
}

/** `undefined-id` knows names that are nowhere; a model has a name, but does not fire. */
function notAlerts(context: Context, trigger: Subject<Trigger>): Fault[] {
  const models = each(context, ['models'], context.spec.get('models')).map(({ id }) => id);
  const alerts = alertIds(context);
  return momentsOf(trigger).flatMap((moment): Fault[] => {
    if (dateInMoment(moment.value) !== undefined || alerts.includes(moment.value) || !models.includes(moment.value))
      return [];
    return [{ at: moment, state: 'hollow', reason: `"${moment.value}" is a model, not an alert: nothing fires.` }];
  });
}

/** What a date asks for has to be done by that date, by somebody who is still there. */
function tooLate({ spec }: Context, trigger: Subject<Trigger>): Fault[] {
  const { value } = trigger;
  const owner = value.get('owner');
  const within = value.get('within');
  const until = owner && spec.get('owners')?.get(owner.value)?.get('until')?.value;
  const length = durationSeconds(within?.value ?? '');
  return momentsOf(trigger).flatMap((moment): Fault[] => {
    const [, lead, what = ''] = /^(\S+) before (\S+)$/.exec(moment.value) ?? [];
    const ahead = durationSeconds(lead ?? '');
    if (ahead === undefined) return [];
    if (within !== undefined && length !== undefined && length > ahead) {
      const reason = `Begun ${moment.value} and done within ${within.value}, it is done ${inWords(length - ahead)} too late.`;
      return [{ at: within, state: 'contradicted', reason }];
    }
    const model = what.endsWith('.retires') ? what.slice(0, -'.retires'.length) : undefined;
    const day = model === undefined ? what : spec.get('models')?.get(model)?.get('retires')?.value;
    const due = day && addDays(day, Math.floor(((length ?? 0) - ahead) / 86_400));
    if (owner === undefined || until === undefined || due === undefined || until >= due) return [];
    const reason = `\`${owner.value}\` leaves on ${until}, before this is done by ${due} (${moment.value}${within === undefined ? '' : ` + ${within.value}`}).`;
    return [{ at: owner, state: 'contradicted', reason }];
  });
}

function noRetraining(
  context: Context,
  place: Pick<Subject, 'at'>,
  triggers: readonly Subject<Trigger>[],
): Fault | undefined {
  if (!context.traits.model || triggers.some(isRetraining)) return undefined;
  const models = each(context, ['models'], context.spec.get('models')).filter(
    ({ value }) => value.get('role')?.value === 'predict',
  );
  const reason = `No trigger here has ${quoted(models.map(({ id }) => id))} trained again.`;
  return { at: place.at, state: 'missing', reason, insert: triggerSkeleton(context, 'retrain') };
}

/** The alerts there are, shown and not taken. */
function triggerSkeleton(context: Context, id: string) {
  const alerts = alertIds(context);
  const when = { path: [...section, id, 'when'], draft: [`TODO ${alerts.join(' | ')}`] };
  return alerts.length === 0
    ? skeleton([...section, id], asked)
    : [when, ...skeleton([...section, id], asked.slice(1))];
}

function momentsOf({ value }: Subject<Trigger>) {
  return (value.get('when')?.items ?? []).filter((item) => item !== undefined);
}

function alertIds(context: Context): string[] {
  return watchedAlerts(context).map(({ subject }) => subject.id);
}

function quoted(ids: readonly string[]): string {
  return ids.map((id) => `"${id}"`).join(' or ');
}
