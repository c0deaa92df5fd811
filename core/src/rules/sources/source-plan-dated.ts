import { daysBetween, inDays } from '../../dates.ts';
import { todo } from '../../spec/todo.ts';
import type { Source } from '../../spec/types.generated.ts';
import { wordsIn } from '../../spec/words.ts';
import { once } from '../once.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, nodeAt, type Subject, sentence, skeleton, verdict } from '../subject.ts';

export const sourcePlanDated = defineRequirement({
  id: 'source-plan-dated',
  area: 'sources',
  rank: 'recommended',
  gap: 'integration',
  appliesTo: 'sources that are planned or dropped',
  severity: ['warning', 'warning', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: ['(Q1)'],
  hollow: [
    'a day after launch',
    'a day that has passed while the source is still planned',
    'a date without an owner, or with one who leaves before it',
    'a dropped source that `pilot_gaps` does not speak of',
  ],
  toFix:
    'Agree with the team that runs the source on a day before launch, and write down who sees to it. If the source was dropped, say in `pilot_gaps` what production does without it.',
  references: 'Rule of this format: access to systems of record takes longer than plans allow',
  summary: 'A planned source has a day before launch and an owner; what was dropped is among the gaps of the pilot.',
  why: 'Access, contracts and firewalls take months and stand in no plan. The system launches without the source, and answers as if it were there.',
  examples: [
    {
      bad: `
system:
  launch: 2027-02-01
sources:
  letters:
    owner: archive-team
    status: planned
    due: 2027-03-15
         ^^^^^^^^^^ source-plan-dated
`,
      good: `
system:
  launch: 2027-02-01
sources:
  letters:
    owner: archive-team
    status: planned
    due: 2027-01-15
`,
    },
    {
      bad: `
sources:
  letters:
  ^^^^^^^ source-plan-dated
    status: planned
`,
      good: `
sources:
  letters:
    owner: archive-team
    status: planned
    due: 2027-01-15
`,
      fixed: `
sources:
  letters:
    owner: TODO owner id
    status: planned
    due: TODO e.g. 2026-08-15
`,
    },
    {
      bad: `
system:
  pilot_gaps:
    - gap: 12 users with full rights; production has 9 roles
      closed: 2026-09-04
sources:
  letters:
    status: dropped
            ^^^^^^^ source-plan-dated
`,
      good: `
system:
  pilot_gaps:
    - gap: letters stay in the archive; handlers open them there
      closed: 2026-09-04
sources:
  letters:
    status: dropped
`,
    },
  ],

  *assess(context) {
    for (const source of each(context, ['sources'], context.spec.get('sources'))) {
      const status = source.value.get('status')?.value;
      if (status === 'planned') yield* verdict(source, planFaults(context, source));
      if (status === 'dropped') yield* verdict(source, [silence(context, source)]);
    }
  },
});

function* planFaults(context: Context, source: Subject<Source>): Generator<Fault | undefined> {
  const due = source.value.get('due');
  if (due !== undefined && nodeAt(context.doc.tree, [...source.path, 'owner']) === undefined) {
    const reason = `${sentence(source.name)} is due on ${due.value}, but \`owner\` does not say who sees to it.`;
    yield { at: due, state: 'hollow', reason, insert: skeleton(source.path, ['owner']) };
  } else {
    yield* lacking(context, source, ['owner', 'due'], 'when it will be connected and who sees to it');
  }
  if (due === undefined) return;

  const { asOf, spec } = context;
  const launch = spec.get('system')?.get('launch')?.value;
  if (due.value < asOf) {
    const late = inDays(daysBetween(due.value, asOf));
    yield { at: due, state: 'stale', reason: `Was due on ${due.value}, ${late} ago, and is still planned.` };
  } else if (launch !== undefined && launch > asOf) {
    // After launch a system may well plan for more.
    yield hollow(
      due,
      (day) => day > launch,
      (day) => `Due on ${day}, ${inDays(daysBetween(launch, day))} after launch on ${launch}.`,
    );
  }
  const owner = source.value.get('owner');
  const until = owner && spec.get('owners')?.get(owner.value)?.get('until')?.value;
  yield hollow(
    owner,
    () => until !== undefined && until < due.value,
    (id) => `\`${id}\` leaves on ${until}, before this is due on ${due.value}.`,
  );
}

/** Without a word on gaps at all, `pilot-gaps-listed` has spoken. */
function silence(context: Context, source: Subject<Source>): Fault | undefined {
  const told = wordsOfGaps(context);
  if (told === undefined) return undefined;
  const { id, value } = source;
  const words = longWords([id, value.get('system')?.value, value.get('what')?.value].join(' '));
  if (words.some((word) => told.has(word))) return undefined;
  const path = ['system', 'pilot_gaps'];
  const [due, owner] = [todo([...path, 0, 'due']), todo([...path, 0, 'owner'])];
  const gap = { gap: `TODO what production does without ${id}`, due, owner };
  return {
    at: value.get('status') ?? source.at,
    state: 'hollow',
    reason: `\`${id}\` was dropped, and no item of \`pilot_gaps\` says what production does without it.`,
    insert: [{ path, draft: [gap] }],
  };
}

const wordsOfGaps = once(({ spec }: Context): ReadonlySet<string> | undefined => {
  const gaps = (spec.get('system')?.get('pilot_gaps')?.items ?? []).flatMap((one) => one?.get('gap')?.value ?? []);
  return gaps.length === 0 ? undefined : new Set(gaps.flatMap(longWords));
});

/** Words long enough to tell one source from another, without their plural. */
function longWords(text: string): string[] {
  return wordsIn(text)
    .filter(({ length }) => length >= 3)
    .map((word) => word.replace(/s$/, ''));
}
