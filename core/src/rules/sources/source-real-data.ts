import { daysBetween, inDays } from '../../dates.ts';
import type { Source } from '../../spec/types.generated.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, keyAt, lacking, type Subject, verdict } from '../subject.ts';

export const sourceRealData = defineRequirement({
  id: 'source-real-data',
  area: 'sources',
  rank: 'core',
  gap: 'integration',
  appliesTo: 'sources that are neither planned nor dropped',
  severity: ['error', 'error', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: ['Q1'],
  hollow: [
    'a pilot without one source from production',
    'staging, copies, samples or synthetic data behind a connected source, from pre-production on',
    'a copy that is older than a month',
  ],
  toFix:
    'Have the connector pointed at production, with read rights for the system’s own account. No edit of this file does that.',
  references: 'Azure Well-Architected Framework, AI workloads: test data',
  summary: 'A pilot reads at least one source from production; from pre-production on, every connected source does.',
  why: 'Samples are clean because somebody cleaned them. Rights, odd formats and empty fields first show in the real system.',
  examples: [
    {
      bad: `
sources:
  policies:
    status: connected
    data:
      from: production
  letters:
    status: connected
    data:
      from: sample
            ^^^^^^ source-real-data
`,
      good: `
sources:
  policies:
    status: connected
    data:
      from: production
  letters:
    status: connected
    data:
      from: production
`,
    },
    {
      bad: `
sources:
^^^^^^^ source-real-data
  policies:
    status: connected
    data:
      from: sample
`,
      good: `
sources:
  policies:
    status: connected
    data:
      from: production
  letters:
    status: connected
    data:
      from: sample
`,
      stage: 'pilot',
    },
  ],

  *assess(context) {
    const all = each(context, ['sources'], context.spec.get('sources'));
    const connected = all.filter(({ value }) => !['planned', 'dropped'].includes(value.get('status')?.value ?? ''));
    if (all.length === 0) return; // `source-inventory` has spoken.

    const told = connected.filter(({ value }) => value.get('data')?.get('from') !== undefined);
    const unreal = told.length === connected.length && told.every((source) => originOf(source) !== 'production');
    if (unreal) {
      const path = ['sources'];
      const at = keyAt(context, path);
      yield* verdict({ name: '`sources`', path, at }, [{ at, state: 'hollow', reason: noneReal(connected) }]);
    }
    for (const source of connected) yield* verdict(source, faults(context, source, unreal));
  },
});

function noneReal(connected: readonly Subject<Source>[]): string {
  if (connected.length === 0) return 'No source is connected yet, so nothing was tried on data of production.';
  const list = connected.map((source) => `${source.id} is ${words[originOf(source) ?? 'production']}`).join(', ');
  return `No source is read from production: ${list}.`;
}

/** At most one fault: a copy that is too old, or of no known age, need not hear that it is a copy as well. */
function* faults(context: Context, source: Subject<Source>, unreal: boolean): Generator<Fault | undefined> {
  const from = source.value.get('data')?.get('from');
  const isCopy = from?.value === 'copy';
  const lacks = [
    ...lacking(context, source, isCopy ? ['data.from', 'data.copied'] : ['data.from'], 'where its data comes from'),
  ];
  yield* lacks;
  if (lacks.length > 0) return;

  const { longestCopyAge } = context.numbers;
  const copied = source.value.get('data')?.get('copied');
  const age = isCopy && copied !== undefined ? daysBetween(copied.value, context.asOf) : 0;
  if (age > longestCopyAge && copied !== undefined) {
    const reason = `The copy is from ${copied.value}, ${inDays(age)} old; after ${longestCopyAge} days it shows what production was.`;
    yield { at: copied, state: 'stale', reason };
  } else if (!unreal) {
    const fault = hollow(
      from,
      (origin) => origin !== 'production',
      (origin) => `${source.id} is connected, but its data is ${words[origin]}.`,
    );
    yield fault && { ...fault, from: 'pre-production' };
  }
}

const words = {
  production: 'from production',
  staging: 'from staging',
  copy: 'a copy',
  sample: 'a sample',
  synthetic: 'synthetic',
} as const;

function originOf({ value }: Subject<Source>): keyof typeof words | undefined {
  return value.get('data')?.get('from')?.value;
}
