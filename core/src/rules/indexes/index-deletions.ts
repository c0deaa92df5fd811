import { durationSeconds, inWords } from '../../dates.ts';
import type { Index } from '../../spec/types.generated.ts';
import { ageBeyond } from '../index-age.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, lacking, type Subject, verdict } from '../subject.ts';

export const indexDeletions = defineRequirement({
  id: 'index-deletions',
  area: 'indexes',
  rank: 'recommended',
  gap: 'operations',
  appliesTo: 'systems with an index',
  severity: ['off', 'warning', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: ['(Q5)'],
  hollow: [
    'an index to which documents are only added',
    'a promise that is shorter than the refresh can keep',
    'personal data that is found for more than a month after it was deleted',
  ],
  toFix:
    'Have the refresh remove what its source no longer holds, and promise the time in which it does; the same time as `max_age` is usual.',
  references:
    'Azure Well-Architected Framework, AI workloads: grounding data (right to be forgotten); NIST AI 600-1 MG-4.1-006; GDPR Art. 12 and 17',
  summary: 'Every index promises how long a document can still be found after it was deleted in its source.',
  why: 'Most pipelines add and replace, and never remove. A letter that had to be deleted is quoted in answers for years.',
  examples: [
    {
      bad: `
sources:
  letters:
    data:
      personal: special
indexes:
  claims-index:
    from:
      - letters
    deletes_within: 180d
                    ^^^^ index-deletions
`,
      good: `
sources:
  letters:
    data:
      personal: special
indexes:
  claims-index:
    from:
      - letters
    deletes_within: 28h
`,
    },
    {
      bad: `
indexes:
  claims-index:
  ^^^^^^^^^^^^ index-deletions
    max_age: 28h
`,
      good: `
indexes:
  claims-index:
    max_age: 28h
    deletes_within: 28h
`,
      fixed: `
indexes:
  claims-index:
    max_age: 28h
    deletes_within: TODO perhaps 28h like max_age
`,
    },
  ],

  *assess(context) {
    for (const index of each(context, ['indexes'], context.spec.get('indexes')))
      yield* verdict(index, faults(context, index));
  },
});

function* faults(context: Context, index: Subject<Index>): Generator<Fault | undefined> {
  const people = aboutPeople(context, index);
  const says = `how long after a deletion ${people === undefined ? 'a document' : `a record of \`${people}\`, which holds personal data,`} can still be found`;
  const maxAge = index.value.get('max_age')?.value;
  for (const fault of lacking(context, index, ['deletes_within'], says)) {
    const draft = `TODO perhaps ${maxAge} like max_age`;
    yield maxAge === undefined ? fault : { ...fault, insert: fault.insert?.map((one) => ({ ...one, draft })) };
  }

  const within = index.value.get('deletes_within');
  const promised = durationSeconds(within?.value ?? '');
  if (within === undefined || promised === undefined) return;
  const isScheduled = index.value.get('refresh')?.get('mode')?.value === 'schedule';
  const age = isScheduled ? ageBeyond(index, promised) : undefined;
  const { longestDeletion } = context.numbers;
  if (age !== undefined) {
    const reason = `${within.value} is less than the refresh can keep: ${age.sum} = ${inWords(age.seconds)}.`;
    yield { at: within, state: 'contradicted', reason };
  } else if (people !== undefined && promised > longestDeletion * 86_400) {
    const reason = `\`${people}\` holds personal data, and what is deleted there can be found for ${within.value} more; ${longestDeletion}d are the most.`;
    yield { at: within, state: 'hollow', reason };
  }
}

/** The first source of an index that holds personal data. */
function aboutPeople({ spec }: Context, { value }: Subject<Index>): string | undefined {
  return (value.get('from')?.items ?? []).find((id) => {
    const personal = id && spec.get('sources')?.get(id.value)?.get('data')?.get('personal')?.value;
    return personal !== undefined && personal !== 'none';
  })?.value;
}
