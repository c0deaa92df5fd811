import type { Index, Source } from '../../spec/types.generated.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, nodeAt, type Subject, verdict } from '../subject.ts';

export const indexSources = defineRequirement({
  id: 'index-sources',
  area: 'indexes',
  rank: 'core',
  gap: 'integration',
  appliesTo: 'systems with an index',
  severity: ['error', 'error', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: [],
  hollow: [
    'an id that `sources` does not define',
    'a source that was dropped, or is only planned while the system is in production',
    'a connected source that is searched and stands in no index',
  ],
  toFix: 'Add the source to the index that holds it, and take out what is not in it.',
  references: 'OpenTelemetry gen_ai.data_source.id',
  summary: 'Every index says which sources it holds, and every connected source that is searched is in one.',
  why: 'What is in no index is never found, and the answer does not say so: it is written from whatever else was there.',
  examples: [
    {
      bad: `
sources:
  policies:
    status: connected
    via: index
  letters:
  ^^^^^^^ index-sources
    status: connected
    via: index
indexes:
  claims-index:
    from:
      - policies
`,
      good: `
sources:
  policies:
    status: connected
    via: index
  letters:
    status: connected
    via: index
indexes:
  claims-index:
    from:
      - policies
      - letters
`,
      fixed: `
sources:
  policies:
    status: connected
    via: index
  letters:
    status: connected
    via: index
indexes:
  claims-index:
    from:
      - policies
      - letters
`,
    },
    {
      bad: `
sources:
  letters:
    status: planned
    via: index
indexes:
  claims-index:
    from:
      - letters
        ^^^^^^^ index-sources
`,
      good: `
sources:
  letters:
    status: connected
    via: index
indexes:
  claims-index:
    from:
      - letters
`,
    },
  ],

  *assess(context) {
    const indexes = each(context, ['indexes'], context.spec.get('indexes'));
    for (const index of indexes)
      yield* verdict(index, [
        ...lacking(context, index, ['from'], 'which sources it holds'),
        ...idFaults(context, index),
      ]);

    // While some index does not say what it holds, a source may well be in it.
    if (indexes.length === 0 || indexes.some((index) => isOpen(context, index))) return;
    const held = new Set(indexes.flatMap(({ value }) => (value.get('from')?.items ?? []).map((id) => id?.value)));
    for (const source of each(context, ['sources'], context.spec.get('sources'))) {
      const searched = source.value.get('status')?.value === 'connected' && source.value.get('via')?.value === 'index';
      if (searched && !held.has(source.id)) yield* verdict(source, [inNoIndex(source, indexes)]);
    }
  },
});

/** Nothing, a placeholder or a name that leads nowhere may each stand for any source. */
function isOpen({ doc, spec }: Context, { path, value }: Subject<Index>): boolean {
  const given = nodeAt(doc.tree, [...path, 'from']);
  const ids = (value.get('from')?.items ?? []).flatMap((id) => id?.value ?? []);
  if (given?.kind !== 'sequence' || ids.length === 0 || ids.length < given.items.length) return true;
  return ids.some((id) => spec.get('sources')?.entry(id) === undefined);
}

function* idFaults(context: Context, index: Subject<Index>): Generator<Fault | undefined> {
  const sources = context.spec.get('sources');
  for (const id of index.value.get('from')?.items ?? []) {
    if (id === undefined) continue;
    const status = sources?.get(id.value)?.get('status')?.value;
    yield hollow(
      id,
      () => status === 'dropped',
      (name) => `\`${name}\` was dropped, but ${index.name} still takes it in.`,
    );
    const planned = hollow(
      id,
      () => status === 'planned',
      (name) => `\`${name}\` is only planned; ${index.name} does not hold it yet.`,
    );
    yield planned && { ...planned, from: 'production' };
  }
}

function inNoIndex(source: Subject<Source>, indexes: readonly Subject<Index>[]): Fault {
  const [only] = indexes;
  const reason = `\`${source.id}\` is connected and reached via index, but ${indexes.length === 1 ? `\`${only?.id}\` does not take it in` : 'no index takes it in'}.`;
  // With several, only the author knows which.
  const insert =
    only === undefined || indexes.length > 1 ? undefined : [{ path: [...only.path, 'from'], draft: [source.id] }];
  return { at: source.at, state: 'missing', reason, insert };
}
