import type { Index } from '../../spec/types.generated.ts';
import type { Proof } from '../proof.ts';
import { noteOf, ownsPath } from '../proofs/path-owner.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, type Subject, verdict } from '../subject.ts';

export const indexRefreshDocumented = defineRequirement({
  id: 'index-refresh-documented',
  area: 'indexes',
  rank: 'core',
  gap: 'operations',
  appliesTo: 'systems with an index',
  severity: ['off', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q5'],
  artifacts: ['indexes.*.refresh.runbook'],
  hollow: [
    'the job itself as its own runbook',
    'a runbook that is not there, or still to be filled in',
    'an owner who leaves on a day that is known',
  ],
  toFix:
    'Write down how to see that a run failed or stopped halfway, how to run it again and how to go back, and name the team that does it.',
  references: 'Google SRE: production readiness review',
  summary: 'The refresh of every index has a runbook and an owner.',
  why: 'A run that stops halfway leaves half an index, and it answers. At that hour nobody can read the pipeline’s code first.',
  examples: [
    {
      bad: `
indexes:
  claims-index:
    refresh:
    ^^^^^^^ index-refresh-documented
      mode: schedule
      job: .github/workflows/refresh-index.yml
`,
      good: `
indexes:
  claims-index:
    refresh:
      mode: schedule
      job: .github/workflows/refresh-index.yml
      runbook: runbooks/index-refresh.md
      owner: claims-ops
`,
      fixed: `
indexes:
  claims-index:
    refresh:
      mode: schedule
      job: .github/workflows/refresh-index.yml
      runbook: TODO e.g. runbooks/index-refresh.md
      owner: TODO owner id
`,
    },
    {
      bad: `
owners:
  claims-build:
    team: Claims AI Engineering
    until: 2026-12-31
indexes:
  claims-index:
    refresh:
      mode: schedule
      job: .github/workflows/refresh-index.yml
      runbook: .github/workflows/refresh-index.yml
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ index-refresh-documented
      owner: claims-build
             ^^^^^^^^^^^^ index-refresh-documented
`,
      good: `
owners:
  claims-ops:
    team: Claims Platform Operations
indexes:
  claims-index:
    refresh:
      mode: schedule
      job: .github/workflows/refresh-index.yml
      runbook: runbooks/index-refresh.md
      owner: claims-ops
`,
    },
  ],

  *assess(context) {
    for (const index of each(context, ['indexes'], context.spec.get('indexes')))
      yield* verdict(index, faults(context, index), [repairs(context, index.value)]);
  },
});

/** Who repairs the refresh can change what it does. */
function repairs(context: Context, index: Subject<Index>['value']): Proof | undefined {
  return noteOf(ownsPath(context, index.get('refresh')?.get('owner'), index.get('recipe')));
}

function* faults(context: Context, index: Subject<Index>): Generator<Fault | undefined> {
  yield* lacking(
    context,
    index,
    ['refresh.runbook', 'refresh.owner'],
    'what to do after a failed run, and who does it',
  );

  const refresh = index.value.get('refresh');
  const job = refresh?.get('job')?.value;
  yield hollow(
    refresh?.get('runbook'),
    (path) => path === job,
    (path) => `\`${path}\` is the job; it does not say what to do when the job fails.`,
  );
  const owner = refresh?.get('owner');
  const until = owner && context.spec.get('owners')?.get(owner.value)?.get('until')?.value;
  yield hollow(
    owner,
    () => until !== undefined,
    (id) => `\`${id}\` repairs the refresh only until ${until}; the index lives longer.`,
  );
}
