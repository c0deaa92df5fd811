import type { Source } from '../../spec/types.generated.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, type Subject, verdict } from '../subject.ts';

export const sourceOwner = defineRequirement({
  id: 'source-owner',
  area: 'sources',
  rank: 'recommended',
  gap: 'integration',
  appliesTo: 'sources that were not dropped',
  severity: ['warning', 'warning', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: ['(Q1)'],
  hollow: [
    'the project team, which does not run the source',
    'an owner who leaves on a day that is known',
    'an id that `owners` does not define',
  ],
  toFix: 'Ask who is called when the source system is down, add that team to `owners`, and name it here.',
  references: 'Azure Well-Architected Framework, AI workloads: operations; Open Data Contract Standard: team',
  summary: 'Every source names the team that runs the source system.',
  why: 'Fields are renamed and systems replaced on the other side. Without a name there nobody tells you before, and nobody helps you after.',
  examples: [
    {
      bad: `
owners:
  claims-build:
    team: Claims AI Engineering
sources:
  letters:
    owner: claims-build
           ^^^^^^^^^^^^ source-owner
operations:
  handover:
    from: claims-build
`,
      good: `
owners:
  archive-team:
    team: Document Services
sources:
  letters:
    owner: archive-team
operations:
  handover:
    from: claims-build
`,
    },
    {
      bad: `
sources:
  letters:
  ^^^^^^^ source-owner
    system: FileNet archive
`,
      good: `
owners:
  archive-team:
    team: Document Services
sources:
  letters:
    system: FileNet archive
    owner: archive-team
`,
      fixed: `
sources:
  letters:
    system: FileNet archive
    owner: TODO owner id
`,
    },
  ],

  *assess(context) {
    for (const source of each(context, ['sources'], context.spec.get('sources'))) {
      const status = source.value.get('status')?.value;
      // Who connects a planned source is asked by `source-plan-dated`, together with the day.
      const waits = status === 'planned' && source.value.get('owner') === undefined;
      if (status === 'dropped' || waits) continue;
      yield* verdict(source, faults(context, source));
    }
  },
});

function* faults(context: Context, source: Subject<Source>): Generator<Fault | undefined> {
  yield* lacking(context, source, ['owner'], 'which team runs it');

  const owner = source.value.get('owner');
  const system = source.value.get('system')?.value ?? source.name;
  const builder = context.spec.get('operations')?.get('handover')?.get('from')?.value;
  const until = owner && context.spec.get('owners')?.get(owner.value)?.get('until')?.value;
  yield hollow(
    owner,
    (id) => id === builder,
    (id) => `\`${id}\` builds this system and hands it over; that is not the team that runs ${system}.`,
  ) ??
    hollow(
      owner,
      () => until !== undefined,
      (id) => `\`${id}\` is here only until ${until}; ${system} stays.`,
    );
}
