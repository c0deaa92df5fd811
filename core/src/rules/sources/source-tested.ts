import { daysBetween, inDays } from '../../dates.ts';
import type { Source } from '../../spec/types.generated.ts';
import { wordsIn } from '../../spec/words.ts';
import type { Proof } from '../proof.ts';
import { connectorProofs } from '../proofs/connector-proofs.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, isEnough, keyAt, lacking, type Subject, verdict } from '../subject.ts';

export const sourceTested = defineRequirement({
  id: 'source-tested',
  area: 'sources',
  rank: 'core',
  gap: 'integration',
  appliesTo: 'connected sources',
  severity: ['off', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q1'],
  hollow: [
    'a test with synthetic data',
    'a test that leaves out a format which is expected',
    'a test without one odd case',
    'a test that is older than half a year, or lies ahead',
    'a workflow that is not there, starts by hand only, or does not fail with what it runs',
  ],
  toFix:
    'Run the connector in CI against real data: every format you expect, and some cases that are broken, huge or out of date. Then write down the day.',
  references: 'ML Test Score, Infra 3: integration test of the pipeline',
  summary:
    'Every connected source was tested with real data in the last half year, every format and the odd cases included.',
  why: 'A connector that worked with ten clean files meets its first broken one in production, where nobody is watching.',
  examples: [
    {
      bad: `
sources:
  letters:
    status: connected
    formats:
      expected:
        - pdf
        - eml
    tested:
      date: 2026-01-12
            ^^^^^^^^^^ source-tested
      with: synthetic
            ^^^^^^^^^ source-tested
      covers:
      ^^^^^^ source-tested
        - pdf
        - handwriting
      proof: .github/workflows/connectors.yml
`,
      good: `
sources:
  letters:
    status: connected
    formats:
      expected:
        - pdf
        - eml
    tested:
      date: 2026-11-02
      with: production
      covers:
        - pdf
        - eml
        - handwriting
      proof: .github/workflows/connectors.yml
`,
    },
    {
      bad: `
sources:
  letters:
  ^^^^^^^ source-tested
    status: connected
`,
      good: `
sources:
  letters:
    status: planned
`,
    },
  ],

  *assess(context) {
    const sources = each(context, ['sources'], context.spec.get('sources'));
    const ids = sources.map(({ id }) => id);
    const told = new Set<string>();
    for (const source of sources) {
      if (source.value.get('status')?.value !== 'connected') continue;
      const proofs = connectorProofs(context, source.value.get('tested')?.get('proof'), source.id, ids);
      yield* verdict(
        source,
        faults(context, source),
        proofs.map((proof) => toldOnce(proof, told)),
      );
    }
  },
});

/** What is wrong with a workflow that tests several sources is told at the first of them. */
function toldOnce(proof: Proof, told: Set<string>): Proof {
  if (isEnough(proof)) return proof;
  if (told.has(proof.reason)) return { ...proof, state: 'linked', reach: 'linked', fix: undefined, lacks: undefined };
  told.add(proof.reason);
  return proof;
}

function* faults(context: Context, source: Subject<Source>): Generator<Fault | undefined> {
  const { asOf } = context;
  const asked = ['tested.date', 'tested.with', 'tested.covers', 'tested.proof'];
  yield* lacking(context, source, asked, 'how its connector was tested');

  const tested = source.value.get('tested');
  yield hollow(
    tested?.get('with'),
    (data) => data === 'synthetic',
    () => 'Synthetic data holds the cases somebody thought of, not those the source sends.',
  );
  yield coverage(context, source);

  const date = tested?.get('date');
  yield hollow(
    date,
    (day) => day > asOf,
    (day) => `The test is dated ${day}, which lies ahead.`,
  );
  const age = date === undefined ? 0 : daysBetween(date.value, asOf);
  if (date === undefined || age <= context.numbers.longestConnectorTestAge) return;
  yield {
    at: date,
    state: 'stale',
    reason: `The test is ${inDays(age)} old; it counts for ${context.numbers.longestConnectorTestAge}.`,
  };
}

/** Formats that the test leaves out, or else that it holds nothing but the plain formats. */
function coverage(context: Context, source: Subject<Source>): Fault | undefined {
  const covers = values(source.value.get('tested')?.get('covers'));
  const formats = values(source.value.get('formats')?.get('expected'));
  if (covers.length === 0) return undefined; // Missing, or nothing in it can be read.

  const at = keyAt(context, [...source.path, 'tested', 'covers']);
  const covered = covers.map(plain);
  const left = formats.filter((format) => {
    const name = plain(format);
    return !covered.some((cover) => ` ${cover} `.includes(` ${name} `));
  });
  const list = covers.join(', ');
  if (left.length > 0) {
    const reason = `The test covers ${list}, but not ${left.join(', ')} of \`formats.expected\`.`;
    return { at, state: 'hollow', reason };
  }
  const ordinary = new Set([...formats.map(plain), 'normal', 'standard', 'happy path']);
  if (covered.some((cover) => !ordinary.has(cover))) return undefined;
  const reason = `The test covers ${list} and no odd case: nothing scanned, broken, huge or out of date.`;
  return { at, state: 'hollow', reason };
}

function values(list: { readonly items: readonly ({ readonly value: string } | undefined)[] } | undefined): string[] {
  return (list?.items ?? []).flatMap((item) => (item === undefined ? [] : [item.value]));
}

/** `scanned-pdf` covers pdf, `rtf` does not cover `r`. */
function plain(name: string): string {
  return wordsIn(name).join(' ');
}
