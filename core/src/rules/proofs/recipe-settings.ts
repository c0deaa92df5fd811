import { durationSeconds } from '../../dates.ts';
import { numberIn } from '../../evidence/formats/leaves.ts';
import { plainKey, type Setting } from '../../evidence/settings/setting.ts';
import type { Index } from '../../spec/types.generated.ts';
import { quoted } from '../../spec/words.ts';
import type { Edit, Fix } from '../../text.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { compared, type Settings, type Stated, settingsOf } from './settings-compared.ts';

/** Whether the recipe of an index is the one that the spec describes: its version, embedding model, sources, hits, ages. */
export function recipeProofs(context: Context, index: Subject<Index>): Proof[] {
  const settings = recipeOf(context, index);
  if (settings === undefined) return [];
  const { value } = index;
  const proofs: Proof[] = [
    compared(settings, versionIn(value.get('version'))),
    embedding(context, settings, value.get('embedding')),
    listedSources(context, settings, index),
    number(settings, value.get('top_k'), hits),
    ...(['max_age', 'deletes_within'] as const).map((name) => duration(settings, name, value.get(name))),
  ].filter((proof) => proof !== undefined);
  const version = value.get('version');
  const other = settings.all.find(({ path }) => path.length === 1 && path[0] === 'version');
  if (version !== undefined && other !== undefined && !proofs.some(({ at }) => at === version)) {
    const reason = `${settings.shown}:${other.line} has \`version\` ${other.text}; whether that is ${version.value} is not said here.`;
    const facts = [{ file: settings.file, line: other.line, says: `\`version\` is ${other.text}.` }];
    proofs.unshift({ at: version, state: 'linked', reach: 'linked', reason, facts });
  }
  // What else agrees does not show that this is the recipe of this version.
  const isThis = proofs.some(({ at, state }) => state === 'proven' && at === value.get('version'));
  return isThis
    ? proofs
    : proofs.map((one) => (one.state === 'proven' ? { ...one, state: 'linked', reach: 'linked' } : one));
}

/** Whether the recipe takes as few hits for none as the spec says. */
export function leastScoreProof(context: Context, index: Subject<Index>): Proof | undefined {
  const settings = recipeOf(context, index);
  return settings && number(settings, index.value.get('no_result')?.get('min_score'), leastScore);
}

/** Where a recipe is about several indexes, what stands under the id of this one. */
function recipeOf(context: Context, { id, value }: Subject<Index>): Settings | undefined {
  const settings = settingsOf(context, value.get('recipe'));
  if (settings === undefined) return undefined;
  const name = plainKey(id);
  const own = settings.all.filter(({ path }) => path.includes(name));
  if (own.length > 0)
    return { ...settings, all: own.map((one) => ({ ...one, path: one.path.slice(one.path.indexOf(name) + 1) })) };
  const others = (context.spec.get('indexes')?.entries ?? []).flatMap(({ key }) => {
    const other = plainKey(key.value);
    return other === name ? [] : [other];
  });
  return { ...settings, all: settings.all.filter(({ path }) => !path.some((step) => others.includes(step))) };
}

/** `top_k` itself, or `k` where a query is spoken of; a reranker hands on fewer than were retrieved, so it counts as well. */
function hits({ path }: Setting): boolean {
  const name = path.at(-1) ?? '';
  const around = path.slice(0, -1).join('_');
  if (/^(?:\w+_)?(?:top_k|topk|top_n|similarity_top_k|n_results|num_results|max_results)$/.test(name)) return true;
  return /^(?:k|limit|hits)$/.test(name) && /query|search|retriev|rerank/.test(around);
}

function leastScore({ path }: Setting): boolean {
  const name = path.at(-1) ?? '';
  const around = path.slice(0, -1).join('_');
  if (
    /^(?:\w+_)?(?:min_score|minimum_score|min_similarity|min_relevance|score_threshold|similarity_threshold|similarity_cutoff|score_cutoff|relevance_threshold)$/.test(
      name,
    )
  )
    return true;
  return /^(?:threshold|cutoff)$/.test(name) && /query|search|retriev|score|no_result/.test(around);
}

function number(settings: Settings, node: Scalar<number> | undefined, is: Stated['is']): Proof | undefined {
  return (
    node &&
    compared(settings, {
      at: node,
      said: String(node.value),
      is,
      agrees: ({ text }) => {
        const told = numberIn(text);
        return told === undefined ? undefined : told.value === Number(node.value);
      },
      adopt: (setting, where) => adopted(setting.text, where, replaceScalar(node, setting.text, 'flow')),
    })
  );
}

function duration(settings: Settings, name: string, node: Scalar<string> | undefined): Proof | undefined {
  const wanted = node && durationSeconds(node.value);
  if (node === undefined || wanted === undefined) return undefined;
  return compared(settings, {
    at: node,
    said: node.value,
    is: ({ path }) => path.at(-1) === name,
    agrees: ({ text }) => {
      const seconds = durationSeconds(text);
      return seconds === undefined ? undefined : seconds === wanted;
    },
    adopt: (setting, where) => adopted(setting.text, where, replaceScalar(node, setting.text, 'flow')),
  });
}

/** The version of the recipe or index; a bare `version: 1` beside a `v7` is that of the format of the file. */
function versionIn(node: Scalar<string | number> | undefined): Stated {
  const said = String(node?.value ?? '');
  const shape = (text: string) => text.replaceAll(/\d+/g, '0').replaceAll(/[0-9a-f]{7,}$/g, 'x');
  return {
    at: node ?? { span: { start: 0, end: 0 } },
    said,
    is: ({ path }) => {
      if (node === undefined) return false;
      const name = path.slice(-2).join('_');
      return path.length === 1
        ? /^(?:version|(?:index|recipe|pipeline)_version)$/i.test(name)
        : /^(?:\w+_)?(?:index|recipe)_version$/.test(name);
    },
    agrees: ({ path, text }) => {
      if (text === said || text === said.replace(/^v(?=\d)/i, '')) return true;
      return path.at(-1) !== 'version' || shape(text) === shape(said) ? false : undefined;
    },
    adopt: (setting, where) => node && adopted(setting.text, where, replaceScalar(node, setting.text, 'flow')),
  };
}

/** The model that embeds, by its id, its version, or its name without what says whose it is or of which state. */
function embedding(context: Context, settings: Settings, node: Scalar<string> | undefined): Proof | undefined {
  const models = context.spec.get('models');
  const version = node && models?.get(node.value)?.get('version');
  if (node === undefined || version === undefined) return undefined;
  const declared = String(version.value);
  return compared(settings, {
    at: node,
    said: `${quoted(node.value)} is ${declared}`,
    is: ({ path }) => {
      const name = path.at(-1) ?? '';
      if (/^(?:\w+_)?embed(?:d?ing|der)?s?_?model(?:_name|_id)?$|^(?:embedder|embedding)$/.test(name)) return true;
      return /^(?:model|model_name|model_id|name)$/.test(name) && /embed/.test(path.slice(0, -1).join('_'));
    },
    agrees: ({ text }) => text === node.value || isSameModel(declared, text),
    adopt: (setting, where) => {
      const other = (models?.entries ?? []).find(
        ({ key, value }) =>
          key.value === setting.text || isSameModel(String(value?.get('version')?.value ?? ''), setting.text),
      );
      const [at, text] = other === undefined ? [version, setting.text] : [node, other.key.value];
      return adopted(text, where, replaceScalar(at, text, 'flow'));
    },
  });
}

function isSameModel(declared: string, text: string): boolean {
  if (declared === '') return false;
  const parts = (name: string) => {
    const [model = '', state] = name.toLowerCase().replace(/^.*\//, '').split(/[@:]/);
    return { model, state };
  };
  const [a, b] = [parts(declared), parts(text)];
  const isSameState =
    a.state === undefined || b.state === undefined || a.state.startsWith(b.state) || b.state.startsWith(a.state);
  return a.model === b.model && isSameState;
}

/** Where a recipe lists its sources by their ids, all of them and no others. */
function listedSources(context: Context, { all, file, shown }: Settings, { value }: Subject<Index>): Proof | undefined {
  const from = value.get('from');
  const listed = all.filter(
    ({ path }) => path.length === 2 && /^(?:sources|from)$/.test(path[0] ?? '') && /^\d+$/.test(path[1] ?? ''),
  );
  const ids = new Set((context.spec.get('sources')?.entries ?? []).map(({ key }) => key.value));
  const [first] = listed;
  // By other names than the spec they cannot be compared.
  if (from === undefined || first === undefined || listed.some(({ text }) => !ids.has(text))) return undefined;
  const named = new Set(listed.map(({ text }) => text));
  const absent = from.items.find((item) => item !== undefined && !named.has(item.value));
  const declared = new Set(from.items.map((item) => item?.value));
  const more = listed.find(({ text }) => !declared.has(text));
  const fact = (line: number, says: string) => [{ file, line, says }];
  if (absent !== undefined) {
    const reason = `${quoted(absent.value)} is in \`from\`, but ${shown}:${first.line} lists ${[...named].join(', ')} only.`;
    return {
      at: absent,
      state: 'contradicted',
      reason,
      facts: fact(first.line, `The sources are ${[...named].join(', ')}.`),
    };
  }
  if (more !== undefined) {
    const reason = `${shown}:${more.line} reads ${quoted(more.text)}, which \`from\` leaves out.`;
    return {
      at: value.entry('from')?.key ?? from,
      state: 'contradicted',
      reason,
      facts: fact(more.line, `Reads ${quoted(more.text)}.`),
    };
  }
  const reason = `${shown}:${first.line} lists the same sources.`;
  return {
    at: value.entry('from')?.key ?? from,
    state: 'proven',
    reason,
    facts: fact(first.line, 'Lists the same sources.'),
  };
}

function adopted(value: string, where: string, edit: Edit): Fix {
  return { title: `Use "${value}" from ${where}`, kind: 'adopt', safe: false, edits: [edit] };
}
