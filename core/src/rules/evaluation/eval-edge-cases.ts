import { absentFrom, edgeCaseKinds, impliedBy, withReasons } from '../../implied.ts';
import type { Dataset } from '../../spec/types.generated.ts';
import { edgeCaseProofs, kindsFix } from '../proofs/kinds-in-cases.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, keyAt, lacking, part, type Subject, skeleton, verdict } from '../subject.ts';
import { dataSets, firstTestSet, kindsOf, testSets } from '../test-sets.ts';

const asked = ['edge_cases.share', 'edge_cases.kinds'];

export const evalEdgeCases = defineRequirement({
  id: 'eval-edge-cases',
  area: 'evaluation',
  rank: 'core',
  gap: 'evaluation',
  severity: ['error', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q1'],
  references:
    'Own rule; the kinds by what the spec contains: Azure Well-Architected (partitions, grounding data), ML Test Score Data 1',
  summary:
    'The test set holds difficult cases on purpose: a stated share, of stated kinds, among them those this system will meet.',
  why: 'What goes wrong once in a thousand requests goes wrong several times a day at production volume, and the first to see it is a user.',
  hollow: [
    'a share of 0%',
    'less than 10% from pre-production on',
    'one or two kinds',
    'a kind that the spec itself implies is left out',
    'a kind that no case in the file has, or another share than they make up',
  ],
  toFix:
    'For each kind that this system will meet add some cases to the test set, tag their rows with the kind, and write down the share. With `field` both are counted in the file.',
  examples: [
    {
      bad: `
evaluation:
  datasets:
    real-queries:
      edge_cases:
        share: 0%
               ^^ eval-edge-cases
        kinds:
          - very-long
          - two-questions
          - wrong-line
`,
      good: `
evaluation:
  datasets:
    real-queries:
      edge_cases:
        share: 24%
        kinds:
          - very-long
          - two-questions
          - wrong-line
`,
    },
    {
      bad: `
models:
  answer-llm:
    role: generate
evaluation:
  datasets:
    real-queries:
      edge_cases:
        share: 24%
        kinds:
        ^^^^^ eval-edge-cases
          - very-long
          - two-questions
          - wrong-line
`,
      good: `
models:
  answer-llm:
    role: generate
evaluation:
  datasets:
    real-queries:
      edge_cases:
        share: 24%
        kinds:
          - very-long
          - two-questions
          - ambiguous
`,
    },
  ],

  *assess(context) {
    const sets = testSets(context);
    const carrier = richest(sets);
    if (carrier === undefined) {
      const section = part(context, dataSets, context.spec.get('evaluation')?.get('datasets'));
      const reason = 'Without a test set no difficult case is tested on purpose.';
      yield* verdict(section, [{ at: section.at, state: 'missing', reason, insert: skeleton(firstTestSet, asked) }]);
      return;
    }
    const share = carrier.value.get('edge_cases')?.get('share');
    const faults = [
      ...lacking(context, carrier, asked, 'which difficult cases it holds'),
      hollow(
        share,
        (text) => percent(text) === 0,
        () => 'No difficult case is in the test set.',
      ),
      later(
        hollow(
          share,
          (text) => percent(text) > 0 && percent(text) < context.numbers.smallestEdgeCaseShare,
          (text) => fewCases(context, text, carrier),
        ),
      ),
      later(fewKinds(context, carrier, sets)),
    ];
    yield* verdict(carrier, faults, edgeCaseProofs(context, carrier));
  },
});

/** One test set may hold the difficult cases for all of them. */
function richest(sets: readonly Subject<Dataset>[]): Subject<Dataset> | undefined {
  return [...sets].sort((a, b) => kindsOf(b).length - kindsOf(a).length)[0];
}

function fewCases({ numbers }: Context, share: string, { value }: Subject<Dataset>): string {
  const size = value.get('size')?.value;
  const count =
    size === undefined ? '' : ` of ${size} cases: ${Math.round((size * percent(share)) / 100)} difficult ones`;
  return `${share}${count} is too few to say anything about a kind; ${numbers.smallestEdgeCaseShare}% is the least before production.`;
}

function fewKinds(context: Context, carrier: Subject<Dataset>, sets: readonly Subject<Dataset>[]): Fault | undefined {
  const own = kindsOf(carrier);
  if (own.length === 0) return undefined;
  const rows = impliedBy(edgeCaseKinds, context);
  const absent = absentFrom(sets.flatMap(kindsOf), rows, 'within');
  const at = keyAt(context, [...carrier.path, 'edge_cases', 'kinds']);
  if (absent.length > 0)
    return {
      at,
      state: 'hollow',
      reason: `No case of a kind that this system will meet: ${withReasons(absent, rows)}.`,
      fix: kindsFix(context, carrier),
    };
  const { fewestEdgeCaseKinds } = context.numbers;
  if (own.length >= fewestEdgeCaseKinds) return undefined;
  return {
    at,
    state: 'hollow',
    reason: `Only ${own.map((kind) => `"${kind}"`).join(' and ')}: fewer than ${fewestEdgeCaseKinds} kinds are what somebody happened to think of.`,
  };
}

/** Only a share of nothing blocks a pilot. */
function later(fault: Fault | undefined): Fault | undefined {
  return fault && { ...fault, from: 'pre-production' };
}

function percent(share: string): number {
  return Number(share.replace('%', ''));
}
