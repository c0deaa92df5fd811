import { insertionEdits } from '../../fixes/insert.ts';
import type { Dataset } from '../../spec/types.generated.ts';
import { watchedAlerts } from '../alerts.ts';
import { once } from '../once.ts';
import { casesOf, countToSay, type Held, sizeProof } from '../proofs/counted-cases.ts';
import { marginOfError, points, readThreshold } from '../proofs/precision.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, lacking, part, type Subject, skeleton, verdict } from '../subject.ts';
import { dataSets, firstTestSet, testSets } from '../test-sets.ts';

export const evalDataset = defineRequirement({
  id: 'eval-dataset',
  area: 'evaluation',
  rank: 'core',
  gap: 'evaluation',
  severity: ['error', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q2'],
  references: 'AWS Generative AI Lens GENPERF01-BP01; Azure Well-Architected, AI workloads: golden data set',
  summary: 'There is a test set with a file, an owner, and enough cases to show a drop.',
  why: 'On a few dozen cases a release that answers one question in ten worse looks the same as the one before, so it goes out.',
  hollow: [
    'no case at all',
    'fewer cases than the stage takes: 30, 100, 200',
    'another number than there are cases in the file',
    'copies of a few cases, counted as many',
    'too few cases to tell a score on target from one that raises the alert',
  ],
  toFix:
    'Collect cases from the pilot and from production with the answer that is expected, and go on until a drop that matters is larger than the margin of error. The cases are counted in the file: JSON lines, JSON, YAML, CSV, Parquet, a folder or a glob; `field=value` after # picks some of its rows.',
  examples: [
    {
      bad: `
evaluation:
  datasets:
    real-queries:
      path: eval/queries.jsonl
      size: 64
            ^^ eval-dataset
      owner: claims-ops
`,
      good: `
evaluation:
  datasets:
    real-queries:
      path: eval/queries.jsonl
      size: 420
      owner: claims-ops
`,
    },
    {
      bad: `
evaluation:
  datasets:
    real-queries:
    ^^^^^^^^^^^^ eval-dataset
      path: eval/queries.jsonl
`,
      good: `
evaluation:
  datasets:
    real-queries:
      path: eval/queries.jsonl
      size: 420
      owner: claims-ops
`,
      fixed: `
evaluation:
  datasets:
    real-queries:
      path: eval/queries.jsonl
      size: TODO e.g. 420
      owner: TODO owner id
`,
    },
  ],

  *assess(context) {
    const sets = testSets(context);
    if (sets.length === 0) yield* noTestSet(context);
    // Beside it there may be small ones: attacks, regressions, a language.
    const largest = sets.reduce<Subject<Dataset> | undefined>((a, b) => (sizeOf(a) >= sizeOf(b) ? a : b), undefined);
    for (const set of sets) {
      const held = casesOf(context, set);
      const missing = lacking(context, set, ['path', 'size', 'owner'], 'which cases are measured and who keeps them');
      yield* verdict(
        set,
        [
          ...[...missing].map((fault) => withSize(context, set, held, fault)),
          set === largest ? tooSmall(context, set) : undefined,
        ],
        [sizeProof(set, held)],
      );
    }
  },
});

function sizeOf(set: Subject<Dataset> | undefined): number {
  return set?.value.get('size')?.value ?? -1;
}

/** Where only the number of cases is missing and the file tells it, it can be taken from there. */
function withSize(context: Context, set: Subject<Dataset>, held: Held | undefined, fault: Fault): Fault {
  const path = [...set.path, 'size'];
  const asks = fault.insert?.some((one) => one.path.join('/') === path.join('/'));
  if (!asks || held === undefined || 'proof' in held || held.cases.cases === 0) return fault;
  const cases = countToSay(held.cases);
  const fix = () => ({
    title: `Use ${cases} from ${held.shown}`,
    kind: 'adopt' as const,
    safe: false,
    edits: insertionEdits(context.doc, [{ path, draft: String(cases) }]),
  });
  return { ...fault, fix };
}

function* noTestSet(context: Context) {
  const section = part(context, dataSets, context.spec.get('evaluation')?.get('datasets'));
  const tuning = each(context, dataSets, context.spec.get('evaluation')?.get('datasets')).map(({ id }) => `"${id}"`);
  const reason =
    tuning.length === 0
      ? 'There is no test set: nobody can say how well the system works, or whether a change made it worse.'
      : `Every data set here is for tuning (${tuning.join(', ')}): none is left to measure on.`;
  const fields = ['path', 'origin', 'sampled.from', 'sampled.to', 'sampled.how', 'size', 'use', 'owner'];
  yield* verdict(section, [{ at: section.at, state: 'missing', reason, insert: skeleton(firstTestSet, fields) }]);
}

function tooSmall(context: Context, set: Subject<Dataset>): Fault | undefined {
  const size = set.value.get('size');
  if (size === undefined) return undefined;
  const {
    fewestCasesInPilot: pilot,
    fewestCasesInPreProduction: preProduction,
    fewestCasesInProduction: production,
  } = context.numbers;
  const short = `${size.value} cases are too few: a pilot takes ${pilot}, pre-production ${preProduction}, production ${production}.`;
  const fault = { at: size, state: 'hollow', reason: short } as const;
  if (size.value < pilot) return fault;
  if (size.value < preProduction) return { ...fault, from: 'pre-production' };
  const blurred = tooBlurred(context, size.value);
  if (blurred !== undefined) return { ...fault, from: 'pre-production', reason: blurred };
  return size.value < production ? { ...fault, from: 'production' } : undefined;
}

/** Where the set is too small to tell a score on target from one that should raise the alert. */
function tooBlurred(context: Context, size: number): string | undefined {
  for (const { id, min, alert, floor } of alertedTargets(context)) {
    const margin = marginOfError(min, size);
    if (margin <= min - floor) continue;
    return `At ${size} cases "${id}" of ${min} is known to ±${points(margin)}, but alert "${alert}" is only ${points(min - floor)} below it: too few to tell the two apart.`;
  }
  return undefined;
}

/** Scores with a target whose live counterpart has an alert below it. */
const alertedTargets = once((context: Context) => {
  const evaluation = context.spec.get('evaluation');
  const targets: readonly Subject<{ readonly min?: number }>[] = [
    ...each(context, ['evaluation', 'retrieval'], evaluation?.get('retrieval')),
    ...each(context, ['evaluation', 'answers'], evaluation?.get('answers')),
  ];
  const watched = watchedAlerts(context).map(({ metric, subject }) => ({ subject, name: metric && plain(metric.id) }));
  return targets.flatMap(({ id, value }) => {
    const min = value.get('min')?.value;
    // A live metric carries the name of the offline one: `recall-weekly` that of `recall@8`.
    const offline = plain(id.replace(/@.*/, ''));
    const alert = watched.find(({ name }) => name?.includes(offline))?.subject;
    const floor = readThreshold(alert?.value.get('below')?.value ?? '');
    if (min === undefined || alert === undefined || floor === undefined || alert.value.get('of') !== undefined)
      return [];
    if (min > 1 || !/^%?$/.test(floor.unit) || floor.value >= min) return [];
    return [{ id, min, alert: alert.id, floor: floor.value }];
  });
});

/** The words of a name, a space around each. */
function plain(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();
  return ` ${words} `;
}
