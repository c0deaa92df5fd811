import type { Insertion } from '../../assessment.ts';
import { daysBetween, inDays } from '../../dates.ts';
import { todo } from '../../spec/todo.ts';
import type { PilotGap } from '../../spec/types.generated.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, isEmptyList, items, keyAt, lacking, nodeAt, type Subject, verdict } from '../subject.ts';

/** Where pilots and production differ most. */
const areas = [
  'data: what production holds that the pilot never saw',
  'formats: what arrives that the pilot did not read',
  'users and rights: who may see less than the pilot users',
  'volume: how much more there is, and at what peak',
  'languages: what is written and asked beyond the pilot',
  'systems to reach: what the pilot did without',
];

export const pilotGapsListed = defineRequirement({
  id: 'pilot-gaps-listed',
  area: 'system',
  rank: 'core',
  gap: 'integration',
  severity: ['warning', 'error', 'error'],
  reach: 'linked',
  subjects: 'every',
  questions: [],
  artifacts: ['system.pilot_gaps[].proof'],
  references: 'Rule of this format: practice of pilots that fail on the way to production',
  summary:
    'What production brings and the pilot did not have to face is listed, each item closed or due with an owner.',
  why: 'The model is the same after launch; data, formats, rights and volume are not. What nobody wrote down is found by users.',
  hollow: [
    'an empty list, or "none"',
    'an item that is neither closed nor due with an owner',
    'an item that is overdue, or due after a launch that lies ahead',
    'an owner who leaves before the item is due',
  ],
  toFix:
    'Go through data, formats, users and rights, volume, languages and systems to reach, and write down what the pilot did without. Close each item with a proof, or give it a day and an owner who stays.',
  examples: [
    {
      bad: `
system:
^^^^^^ pilot-gaps-listed
  name: claims-assistant
`,
      good: `
system:
  name: claims-assistant
  pilot_gaps:
    - gap: 3 000 cleaned PDFs; production holds 212 000 files, a third scanned
      closed: 2026-08-21
`,
    },
    {
      bad: `
system:
  pilot_gaps:
    - gap: 12 users with full rights; production has 9 roles
      ^^^ pilot-gaps-listed
`,
      good: `
system:
  pilot_gaps:
    - gap: 12 users with full rights; production has 9 roles
      due: 2027-01-29
      owner: claims-ops
`,
      fixed: `
system:
  pilot_gaps:
    - gap: 12 users with full rights; production has 9 roles
      due: TODO e.g. 2027-01-29
      owner: TODO owner id
`,
    },
  ],

  *assess(context) {
    const list = items(context, ['system', 'pilot_gaps'], context.spec.get('system')?.get('pilot_gaps'), 'gap');
    if (list.length === 0) yield* verdict(section(context), [nothingListed(context)]);
    for (const gap of list) yield* verdict(gap, faults(context, gap));
  },
});

function section(context: Context): Subject {
  const path = ['system', 'pilot_gaps'];
  return { name: '`system.pilot_gaps`', id: 'pilot_gaps', path, at: keyAt(context, path), value: context.doc.tree };
}

function nothingListed(context: Context): Fault {
  const { path, at } = section(context);
  const given = nodeAt(context.doc.tree, path);
  if (given?.kind === 'scalar') {
    return {
      at: given,
      state: 'hollow',
      reason: `\`pilot_gaps\` is "${given.value}", not a list of what the pilot did not have to face.`,
    };
  }
  const draft = areas.map((area) => ({
    gap: `TODO ${area}`,
    due: todo([...path, 0, 'due']),
    owner: todo([...path, 0, 'owner']),
  }));
  const insert: readonly Insertion[] = [{ path, draft }];
  if (isEmptyList(context, path)) {
    return {
      at,
      state: 'hollow',
      reason: '`pilot_gaps` is an empty list: no pilot faces all that production brings.',
      insert,
    };
  }
  const reason =
    '`system` does not say what the pilot did not have to face and production does: `pilot_gaps` is missing.';
  return { at, state: 'missing', reason, insert };
}

function* faults(context: Context, gap: Subject<PilotGap>): Generator<Fault | undefined> {
  const { asOf, spec } = context;
  if (nodeAt(context.doc.tree, [...gap.path, 'closed']) !== undefined) {
    yield* lacking(context, gap, ['gap', 'closed'], 'what it is and when it was closed');
    yield hollow(
      gap.value.get('closed'),
      (day) => day > asOf,
      (day) => `Closed on ${day} lies ahead; a gap that is open has a \`due\` and an \`owner\`.`,
    );
    return;
  }

  yield* lacking(context, gap, ['gap'], 'what it is');
  yield* lacking(context, gap, ['due', 'owner'], 'when it will be closed and by whom, or that it is');
  const due = gap.value.get('due');
  const launch = spec.get('system')?.get('launch')?.value;
  if (due !== undefined && due.value < asOf) {
    yield {
      at: due,
      state: 'stale',
      reason: `Was due on ${due.value}, ${inDays(daysBetween(due.value, asOf))} ago, and is not closed.`,
    };
  } else if (launch !== undefined && launch > asOf) {
    yield hollow(
      due,
      (day) => day > launch,
      (day) => `Due on ${day}, ${inDays(daysBetween(launch, day))} after launch on ${launch}.`,
    );
  }
  const owner = gap.value.get('owner');
  const until = owner && spec.get('owners')?.get(owner.value)?.get('until')?.value;
  if (due !== undefined && until !== undefined) {
    yield hollow(
      owner,
      () => until < due.value,
      (id) => `\`${id}\` leaves on ${until}, before this is due on ${due.value}.`,
    );
  }
}
