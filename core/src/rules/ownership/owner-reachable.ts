import { daysBetween, inDays } from '../../dates.ts';
import type { Owner } from '../../spec/types.generated.ts';
import { anyCase, wordsIn } from '../../spec/words.ts';
import { isOnePersons } from '../mailbox.ts';
import { catalogued } from '../proofs/catalogued.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, type Subject, skeleton, verdict } from '../subject.ts';

/** Departments and professions: everybody is in them, nobody answers for them. */
const department = anyCase(
  /^(?:the )?(?:it|ai|ml|data|data science|data scientists?|engineering|engineers?|development|developers?|devs?|operations|ops|devops|business|product|support|vendor|everyone|everybody|all|we|us)(?: (?:team|teams|department|dept|group|people))?$/,
);

export const ownerReachable = defineRequirement({
  id: 'owner-reachable',
  area: 'ownership',
  rank: 'core',
  gap: 'operations',
  severity: ['error', 'error', 'error'],
  reach: 'linked',
  subjects: 'every',
  questions: ['Q6'],
  references: 'Backstage spec.owner; ISO/IEC 42001 A.3.2; Open Data Contract Standard: team',
  neverWaivable: true,
  summary: 'The system has an owner, and every owner is a team that exists and can be reached.',
  why: 'When answers go wrong at night, the name in this file is the first thing anybody looks for. A department does not pick up.',
  hollow: [
    'TBD, "the team"',
    'a department or a profession, such as "data science" or "IT"',
    'one private mailbox as the only way',
    'an owner whose `until` has passed',
    'another owner than in the service catalogue',
  ],
  toFix: 'Name the team as the organisation knows it, with a channel or a pager that more than one person reads.',
  examples: [
    {
      bad: `
system:
  owner: claims-ops
owners:
  claims-ops:
  ^^^^^^^^^^ owner-reachable
    team: Data Science
          ^^^^^^^^^^^^ owner-reachable
`,
      good: `
system:
  owner: claims-ops
owners:
  claims-ops:
    team: Claims Platform Operations
    contact:
      - pagerduty:P4CLAIM
`,
    },
    {
      bad: `
system:
  owner: claims-ops
owners:
  claims-ops:
  ^^^^^^^^^^ owner-reachable
    team: Claims Platform Operations
`,
      good: `
system:
  owner: claims-ops
owners:
  claims-ops:
    team: Claims Platform Operations
    contact:
      - slack:claims-ops
`,
      fixed: `
system:
  owner: claims-ops
owners:
  claims-ops:
    team: Claims Platform Operations
    contact:
      - TODO e.g. pagerduty:P4CLAIM
`,
    },
  ],

  *assess(context) {
    const system = part(context, ['system'], context.spec.get('system'));
    const owners = context.spec.get('owners');
    const all = each(context, ['owners'], owners);

    const owner = system.value.get('owner');
    yield* verdict(system, lacking(context, system, ['owner'], 'who answers for it'), [catalogued(context, owner)]);
    if (all.length === 0) yield* verdict(part(context, ['owners'], owners), [nobody(context, owner?.value)]);
    for (const one of all) yield* verdict(one, faults(context, one));
  },
});

/** No section at all: every name in the file leads nowhere. */
function nobody(context: Context, owner: string | undefined): Fault {
  const reason = `Nobody named in this file can be reached: \`owners\` ${owner === undefined ? 'is missing' : `does not define "${owner}"`}.`;
  const insert = skeleton(['owners', owner ?? 'todo-owner'], ['team', 'contact']);
  return { at: part(context, ['owners'], undefined).at, state: 'missing', reason, insert };
}

function* faults(context: Context, owner: Subject<Owner>): Generator<Fault | undefined> {
  yield* lacking(context, owner, ['team', 'contact'], 'which team it is and where it can be reached');
  yield hollow(owner.value.get('team'), department, (team) => `"${team}" is a department, not a team that answers.`);

  const contacts = owner.value.get('contact')?.items ?? [];
  const [only] = contacts;
  if (contacts.length === 1) {
    const names = [owner.id, owner.value.get('team')?.value ?? ''].join(' ');
    const person = owner.value.get('person')?.value ?? '';
    const reason = (mail: string) => `\`${mail}\` is one person’s mailbox, and the only way to reach ${owner.name}.`;
    yield hollow(only, (contact) => isOnePersons(contact, wordsIn(person), wordsIn(names)), reason);
  }
  const until = owner.value.get('until');
  if (until !== undefined && until.value < context.asOf) {
    const reason = `${owner.name} was here until ${until.value}, ${inDays(daysBetween(until.value, context.asOf))} ago.`;
    yield { at: until, state: 'stale', reason: reason.charAt(0).toUpperCase() + reason.slice(1) };
  }
}
