import { durationSeconds } from '../../dates.ts';
import type { Index } from '../../spec/types.generated.ts';
import { once } from '../once.ts';
import { recipeProofs } from '../proofs/recipe-settings.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, type Subject, skeleton, verdict } from '../subject.ts';

export const indexVersionPinned = defineRequirement({
  id: 'index-version-pinned',
  area: 'indexes',
  rank: 'advanced',
  gap: 'operations',
  appliesTo: 'systems with an index',
  severity: ['off', 'warning', 'warning'],
  reach: 'proven',
  subjects: 'every',
  questions: [],
  artifacts: ['indexes.*.recipe'],
  hollow: [
    'an embedding by a model that writes, ranks or judges',
    'a version that is whatever is newest',
    'a rebuild in place that keeps nothing to go back to',
    'a recipe with another version, embedding model, list of sources or number of hits',
  ],
  toFix:
    'Give chunking, parsing and embedding one version together, keep the recipe in the repository, and build a new index beside the old one.',
  references: 'AWS Generative AI Lens GENPERF04; Azure Well-Architected Framework, AI workloads: side-by-side index',
  summary: 'Every index has a version, a recipe and an embedding model, and a rebuild that can be taken back.',
  why: 'When answers get worse after a rebuild, somebody has to say what changed and go back. Without version and recipe there is no back.',
  examples: [
    {
      bad: `
indexes:
  claims-index:
    version: v7
    recipe: pipelines/index/recipe.yaml
    rebuild:
      switch: in-place
              ^^^^^^^^ index-version-pinned
`,
      good: `
indexes:
  claims-index:
    version: v7
    recipe: pipelines/index/recipe.yaml
    rebuild:
      switch: alias
      keep_previous: 7d
`,
    },
    {
      bad: `
models:
  embedder:
    role: embed
indexes:
  claims-index:
  ^^^^^^^^^^^^ index-version-pinned
    recipe: pipelines/index/recipe.yaml
`,
      good: `
models:
  embedder:
    role: embed
indexes:
  claims-index:
    embedding: embedder
    version: v7
    recipe: pipelines/index/recipe.yaml
    rebuild:
      switch: alias
`,
      fixed: `
models:
  embedder:
    role: embed
indexes:
  claims-index:
    embedding: TODO model id
    version: TODO e.g. v7
    recipe: pipelines/index/recipe.yaml
    rebuild:
      switch: TODO alias | in-place
`,
    },
  ],

  *assess(context) {
    for (const index of each(context, ['indexes'], context.spec.get('indexes')))
      yield* verdict(index, faults(context, index), recipeProofs(context, index));
  },
});

function* faults(context: Context, index: Subject<Index>): Generator<Fault | undefined> {
  const { value } = index;
  // An index of words needs no embedding model.
  const embedding = embeds(context) || value.entry('embedding') !== undefined ? ['embedding'] : [];
  yield* lacking(context, index, [...embedding, 'version', 'recipe', 'rebuild.switch'], 'how it is built again');

  // That the model has a version is asked by `model-pinned`.
  const role = context.spec
    .get('models')
    ?.get(value.get('embedding')?.value ?? '')
    ?.get('role')?.value;
  const work = {
    generate: 'writes answers',
    rerank: 'ranks hits',
    judge: 'judges answers',
    predict: 'predicts',
    embed: '',
  };
  if (role !== undefined && role !== 'embed') {
    const at = value.get('embedding') ?? index.at;
    const reason = `\`${value.get('embedding')?.value}\` ${work[role]}, it does not embed; queries and documents need the same embedding model.`;
    yield { at, state: 'contradicted', reason };
  }
  yield hollow(
    value.get('version'),
    /^(?:latest|current|newest|main|master|head|live|prod|production)$/i,
    (version) => `"${version}" is another version after each rebuild.`,
  );
  yield nothingKept(index);
}

function nothingKept({ path, value }: Subject<Index>): Fault | undefined {
  const rebuild = value.get('rebuild');
  const kept = rebuild?.get('keep_previous');
  const fault = hollow(
    rebuild?.get('switch'),
    (how) => how === 'in-place' && (durationSeconds(kept?.value ?? '') ?? 0) === 0,
    () => 'A rebuild overwrites the index and keeps nothing: the only way back is another rebuild.',
  );
  return fault && { ...fault, insert: kept === undefined ? skeleton(path, ['rebuild.keep_previous']) : undefined };
}

const embeds = once(({ spec }: Context): boolean => {
  return (spec.get('models')?.entries ?? []).some(({ value }) => value?.get('role')?.value === 'embed');
});
