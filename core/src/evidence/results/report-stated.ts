import { type Leaf, numberIn } from '../formats/leaves.ts';
import { type Moment, readMoment } from '../formats/moments.ts';
import type { ArtifactPath } from '../host.ts';

/** What a report says of itself. */
export interface Stated {
  readonly made?: Made;
  readonly scale?: { readonly lowest: number; readonly highest: number; readonly line: number };
  readonly cases?: { readonly count: number; readonly line?: number };
  /** The data set it was made with, as the report calls it. */
  readonly dataSet?: { readonly name: string; readonly line: number };
  readonly versions: readonly StatedVersion[];
}

export interface Made {
  readonly moment: Moment;
  /** Said in the report, by a file beside it, or by its name. */
  readonly from: 'inside' | 'beside' | 'name';
  /** The file beside it. */
  readonly file?: ArtifactPath;
  readonly line?: number;
}

export interface StatedVersion {
  /** `model`, `prompt`, `index`, or the name that the report has for one of them. */
  readonly of: string;
  readonly version: string;
  /** It is called a version, so another one is another one; a mere name may be that of a deployment. */
  readonly exact: boolean;
  readonly line: number;
}

/** Where reports say things about themselves: on top, or in one of these. */
const holders = [
  '',
  '/metadata',
  '/meta',
  '/run',
  '/summary',
  '/info',
  '/config',
  '/evaluation',
  '/results',
  '/params',
  '/parameters',
];

const moments = [
  'timestamp',
  'evaluation_timestamp',
  'evaluated_at',
  'evaluationCreatedAt',
  'created_at',
  'createdAt',
  'created',
  'generated_at',
  'finished_at',
  'completed_at',
  'end_time',
  'ended_at',
  'run_at',
  'started_at',
  'start_time',
  'run_date',
  'datetime',
  'date',
  'time',
  'exportedAt',
];
const counts = [
  'case_count',
  'cases',
  'num_cases',
  'n_cases',
  'total_cases',
  'test_cases',
  'num_questions',
  'num_questions/total',
  'n_questions',
  'num_examples',
  'n_examples',
  'dataset_size',
  'dataset/cases',
  'dataset/size',
  'data_set/cases',
  'data_set/size',
];
const dataSets = [
  'dataset',
  'data_set',
  'dataset_path',
  'dataset/path',
  'dataset/name',
  'data_set/path',
  'data_set/name',
  'dataset_name',
  'testdata_path',
  'test_data',
  'test_set',
  'test_file',
  'eval_set',
];
const scales = ['score_unit', 'scale', 'score_scale'];

/** Finds by the usual names what a report says of itself. */
export function stated(leaves: ReadonlyMap<string, Leaf>): Stated {
  return {
    made: first(leaves, moments, ({ text, line }) => {
      const moment = readMoment(text);
      return moment === undefined ? undefined : { moment, from: 'inside', line };
    }),
    cases: first(leaves, counts, ({ text, line, isText }) =>
      !isText && /^\d+$/.test(text) ? { count: Number(text), line } : undefined,
    ),
    dataSet: first(leaves, dataSets, ({ text, line, isText }) =>
      isText || /[./]/.test(text) ? { name: text, line } : undefined,
    ),
    scale: first(leaves, scales, ({ text, line }) => scaleIn(text, line)),
    versions: versions(leaves),
  };
}

function first<T>(
  leaves: ReadonlyMap<string, Leaf>,
  names: readonly string[],
  read: (leaf: Leaf) => T | undefined,
): T | undefined {
  for (const holder of holders) {
    for (const name of names) {
      const leaf = leaves.get(`${holder}/${name}`);
      const value = leaf === undefined ? undefined : read(leaf);
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

/** `0..100`, `0_to_100`, `0-100`, `percent` */
export function scaleIn(text: string, line: number): Stated['scale'] {
  if (/^(?:percent|percentage|%)$/i.test(text)) return { lowest: 0, highest: 100, line };
  const match = /^(-?\d+) ?(?:\.\.|_?to_?|-|–| to ) ?(\d+)$/.exec(text);
  return match === null ? undefined : { lowest: Number(match[1]), highest: Number(match[2]), line };
}

const kinds = ['model', 'prompt', 'index'];

function versions(leaves: ReadonlyMap<string, Leaf>): StatedVersion[] {
  const found: StatedVersion[] = [];
  for (const [pointer, { text, line }] of leaves) {
    const under = holders.find((one) => pointer.startsWith(`${one}/`) && one !== '') ?? '';
    const [step = '', inner, ...deeper] = pointer.slice(under.length + 1).split('/');
    if (deeper.length > 0 || text === '' || text.length > 200 || text === 'null') continue;
    const plain = step.toLowerCase();
    const bare = plain.replace(/_?(?:version|name|id)$/, '');
    if (inner === undefined && kinds.includes(bare)) {
      if (numberIn(text) === undefined || plain.endsWith('version'))
        found.push({ of: bare, version: text, exact: plain.endsWith('version'), line });
    } else if (inner !== undefined && /^(?:versions|models|prompts|indexes|indices)$/.test(plain)) {
      // Under `versions` stand versions; under `models` may stand names of deployments.
      found.push({ of: inner.replace(/_?version$/, ''), version: text, exact: plain === 'versions', line });
    } else if (inner === 'version' && kinds.includes(plain))
      found.push({ of: plain, version: text, exact: true, line });
  }
  return found;
}
