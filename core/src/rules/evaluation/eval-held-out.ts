import type { Dataset } from '../../spec/types.generated.ts';
import { overlapProofs, tuningProofs } from '../proofs/overlap.ts';
import { defineRequirement } from '../rule.ts';
import { each, type Fault, lacking, type Subject, verdict } from '../subject.ts';
import { dataSets } from '../test-sets.ts';

export const evalHeldOut = defineRequirement({
  id: 'eval-held-out',
  area: 'evaluation',
  rank: 'recommended',
  gap: 'evaluation',
  severity: ['warning', 'warning', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['(Q2)'],
  references: 'Azure Well-Architected, AI workloads: separate data for tuning and testing',
  summary: 'Each data set says whether it is measured on or tuned on, and no file is both.',
  why: 'Prompts and thresholds get better on the cases they were shaped with, and only on those. The score rises, and what users get does not.',
  hollow: [
    'only data sets for tuning',
    'one file, or the same rows of it, for tuning and testing',
    'cases that stand in a file for tuning as well, but for case and punctuation',
    'cases that stand as examples in a prompt',
  ],
  toFix:
    'Give each data set its `use`. Put cases aside before anybody tunes on them, in a file of their own, and measure on those. Questions of both files are compared without regard to case, punctuation and white space.',
  examples: [
    {
      bad: `
evaluation:
  datasets:
    real-queries:
      path: eval/queries.jsonl
            ^^^^^^^^^^^^^^^^^^ eval-held-out
      use: test
    prompt-queries:
      path: eval/queries.jsonl
      use: tune
`,
      good: `
evaluation:
  datasets:
    real-queries:
      path: eval/queries.jsonl
      use: test
    prompt-queries:
      path: eval/tuning.jsonl
      use: tune
`,
    },
    {
      bad: `
evaluation:
  datasets:
    real-queries:
    ^^^^^^^^^^^^ eval-held-out
      path: eval/queries.jsonl
`,
      good: `
evaluation:
  datasets:
    real-queries:
      path: eval/queries.jsonl
      use: test
`,
      fixed: `
evaluation:
  datasets:
    real-queries:
      path: eval/queries.jsonl
      use: TODO test | tune
`,
    },
  ],

  *assess(context) {
    const sets = each(context, dataSets, context.spec.get('evaluation')?.get('datasets'));
    const tuning = sets.filter(({ value }) => useOf(value) === 'tune');
    const files = tuningFiles(tuning);
    for (const [index, set] of sets.entries()) {
      const faults = [
        ...lacking(context, set, ['use'], 'whether it is measured on or tuned on'),
        index === 0 && tuning.length === sets.length ? noneHeldOut(set) : undefined,
        useOf(set.value) === 'test' ? shared(set, files) : undefined,
      ];
      const isTuned = useOf(set.value) === 'tune';
      yield* verdict(set, faults, isTuned ? tuningProofs(context, set) : overlapProofs(context, set, tuning));
    }
  },
});

function useOf(set: Subject<Dataset>['value']): string | undefined {
  return set.get('use')?.value;
}

function noneHeldOut({ id, value }: Subject<Dataset>): Fault | undefined {
  const use = value.get('use');
  return (
    use && {
      at: use,
      state: 'hollow',
      reason: `No set is for testing: a score on "${id}" shows how well the system learned cases it was shaped with.`,
    }
  );
}

type TuningFiles = ReadonlyMap<string, readonly { readonly id: string; readonly rows: string }[]>;

function tuningFiles(sets: readonly Subject<Dataset>[]): TuningFiles {
  const files = new Map<string, { id: string; rows: string }[]>();
  for (const { id, value } of sets) {
    const path = value.get('path')?.value;
    if (path === undefined) continue;
    const { file, rows } = parts(path);
    files.set(file, [...(files.get(file) ?? []), { id, rows }]);
  }
  return files;
}

function shared({ value }: Subject<Dataset>, files: TuningFiles): Fault | undefined {
  const path = value.get('path');
  if (path === undefined) return undefined;
  const { file, rows } = parts(path.value);
  // Rows picked by different values are different rows; the whole file holds them all.
  const other = files.get(file)?.find((one) => one.rows === rows || one.rows === '' || rows === '');
  if (other === undefined) return undefined;
  const reason = `"${other.id}" is tuned on the same ${other.rows === rows ? 'cases' : 'file'}, ${file}: what was shaped with a case is not tested by it.`;
  return { at: path, state: 'contradicted', reason };
}

function parts(path: string): { readonly file: string; readonly rows: string } {
  const [file = '', ...rows] = path.split('#');
  return { file: file.replace(/^(?:\.\/)+/, ''), rows: rows.join('#') };
}
