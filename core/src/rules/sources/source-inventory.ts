import type { Source } from '../../spec/types.generated.ts';
import { anyCase } from '../../spec/words.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, type Subject, skeleton, verdict } from '../subject.ts';

/** Words that name no source. */
const unnamed = anyCase(/^(?:various|several|different|diverse|many|misc(?:ellaneous)?|all|some)(?: [\w-]+)?$/);
/** Places that a project fills by hand. */
const ownFiles = anyCase(
  /^(?:a |the )?(?:(?:local|team|project|my|our|own|test|sample|demo|hand-?(?:made|picked|written)|curated)(?:['’]s)? (?:own )?(?:files?|folders?|drive|disk|documents?|pdfs?|csvs?|spreadsheets?|data|data ?sets?|laptop)\b.*|laptop|folder|files|(?:csv|pdf|json|excel)(?: files?)?|uploads|uploaded files)$/,
);

export const sourceInventory = defineRequirement({
  id: 'source-inventory',
  area: 'sources',
  rank: 'core',
  gap: 'integration',
  severity: ['error', 'error', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: ['Q1'],
  hollow: [
    '"various documents" from "various systems"',
    'only files that the team put together itself',
    'a connected source that no index and no model reads',
  ],
  toFix:
    'List every system the answers depend on, those that are only planned too, under the name its users know it by.',
  references: 'Azure Well-Architected Framework, AI workloads: sources of documents',
  summary: 'Every system of record is listed, planned ones too: what it holds, which system it is, and how it is read.',
  why: 'A pilot answers from the files somebody copied. In production the answer is in a system that nobody connected.',
  examples: [
    {
      bad: `
sources:
  letters:
  ^^^^^^^ source-inventory
    what: Various documents
          ^^^^^^^^^^^^^^^^^ source-inventory
    status: planned
`,
      good: `
sources:
  letters:
    what: Letters, e-mails and forms received for a claim
    system: FileNet archive
    status: planned
    via: index
`,
    },
    {
      bad: `
system:
^^^^^^ source-inventory
  type: rag
`,
      good: `
system:
  type: llm
`,
    },
  ],

  *assess(context) {
    const { spec, traits } = context;
    const sources = each(context, ['sources'], spec.get('sources'));
    const type = spec.get('system')?.get('type')?.value;
    if (sources.length === 0) {
      if (type !== 'rag' && type !== 'model' && !traits.retrieval && !traits.model) return; // A prompt alone may need none.
      yield* verdict(part(context, ['sources'], spec.get('sources')), [noSource(context)]);
    }

    const used = sources.filter(({ value }) => value.get('status')?.value !== 'dropped');
    const systems = used.map(({ value }) => value.get('system')?.value);
    const onlyOwn = used.length > 0 && systems.every((system) => system !== undefined && ownFiles.test(system));
    for (const source of sources) {
      const dropped = source.value.get('status')?.value === 'dropped';
      const asked = dropped ? ['what', 'system', 'status'] : ['what', 'system', 'status', 'via'];
      yield* verdict(source, [
        ...lacking(context, source, asked, 'what it is and how it is read'),
        hollow(source.value.get('what'), unnamed, (what) => `"${what}" could be any source.`),
        hollow(source.value.get('system'), unnamed, (system) => `"${system}" could be any system.`),
        onlyOwn && !dropped ? handMade(source) : undefined,
        unread(context, source),
      ]);
    }
  },
});

function noSource(context: Context): Fault {
  const { at } = part(context, ['sources'], undefined);
  const named = namedSources(context);
  const insert = (named.length > 0 ? named : ['todo-source']).flatMap((id) =>
    skeleton(['sources', id], ['what', 'system', 'status', 'via']),
  );
  const reason = 'The spec does not say which systems the data comes from: `sources` is missing.';
  return { at, state: 'missing', reason, insert };
}

/** Sources that other sections speak of already. */
function namedSources({ doc }: Context): string[] {
  const names = doc.places.flatMap(({ field, node, placeholder }) => {
    const refers = field?.refers?.[0] === 'sources' && node?.kind === 'scalar' && !placeholder;
    return refers && !field.also?.includes(String(node.value)) ? [String(node.value)] : [];
  });
  return [...new Set(names)];
}

function handMade({ value }: Subject<Source>): Fault | undefined {
  return hollow(
    value.get('system'),
    () => true,
    (system) => `"${system}" holds what the team put there; no source here is a system that others work in.`,
  );
}

function unread({ spec }: Context, { id, value }: Subject<Source>): Fault | undefined {
  const via = value.get('via');
  if (value.get('status')?.value !== 'connected' || via === undefined) return undefined;
  const why = noReader(spec, id, via.value);
  if (why === undefined) return undefined;
  return { at: via, state: 'hollow', reason: `Nothing reads this source: it is reached via ${via.value}, but ${why}.` };
}

/**
 * Why nothing can be reading a source. Where there are indexes, `index-sources` sees to theirs; calls to an API leave no
 * trace in a spec.
 */
function noReader(
  spec: Context['spec'],
  id: string,
  via: 'index' | 'api' | 'features' | 'training',
): string | undefined {
  if (via === 'api') return undefined;
  if (via === 'index') return spec.get('indexes')?.entries.length ? undefined : 'there is no index';

  const predicting = (spec.get('models')?.entries ?? []).flatMap(({ value }) => {
    return value?.get('role')?.value === 'predict' ? [value] : [];
  });
  if (via === 'features') return predicting.length > 0 ? undefined : 'no model predicts from features';
  const named = predicting.some((model) => {
    const from = model.get('training')?.get('from');
    return from === undefined || from.items.some((source) => source?.value === id); // If absent, `training-refresh` asks.
  });
  return named ? undefined : 'no model names it in `training.from`';
}
