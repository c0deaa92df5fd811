import type { Fact } from '../../assessment.ts';
import type { AlertFacts } from '../../evidence/alerts/alert-rules.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import {
  type Emission,
  emission,
  isFromExporter,
  isOfInstrumentation,
  type MetricNames,
  metricNames,
  metricNamesIn,
} from '../../evidence/telemetry/metric-names.ts';
import type { Metric } from '../../spec/types.generated.ts';
import { quoted } from '../../spec/words.ts';
import { liveMetrics, watchedAlerts } from '../alerts.ts';
import { once } from '../once.ts';
import { find, isThere, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { kinOf, type Near, nearIn } from './emitted-alike.ts';

/** Whether a series of some name is emitted by what is in the roots. */
export type Emitted =
  | { readonly kind: 'yes' | 'perhaps'; readonly says: string; readonly fact: Fact }
  /** Nothing emits it, although others are emitted in a way that would be seen. */
  | {
      readonly kind: 'no';
      /** The root that was searched, where the others are emitted. */
      readonly root: string;
      /** The first word of its name, where others that are emitted there have it, too. */
      readonly kin?: string;
      readonly near?: Near;
    }
  /** `why` is a sentence. */
  | { readonly kind: 'unknown'; readonly why: string };

/**
 * `root` is that of the rules, where the source is looked for beside that of the spec. `others` are series that are
 * emitted by the same system: only where some of them is seen to be emitted here is this the source of the system.
 */
export function emittedIn(
  context: Pick<Context, 'evidence'>,
  root: string,
  metric: string,
  others: readonly string[],
): Emitted | undefined {
  const { evidence } = context;
  if (evidence === undefined) return undefined;
  if (isFromExporter(metric)) return { kind: 'unknown', why: `${metric} comes from an exporter.` };
  let sibling: ReturnType<typeof siblingIn>;
  let unnamed: (ArtifactPath & { readonly line: number }) | undefined;
  for (const one of new Set([root, ''])) {
    const answer = evidence.ask(metricNames(one));
    if (answer?.kind !== 'read') return { kind: 'unknown', why: `Nobody has looked for ${metric} in the source.` };
    const { facts } = answer;
    const found = foundIn(facts, one, metric);
    if (found !== undefined) return found;
    if (facts.instrumented && isOfInstrumentation(metric)) {
      return { kind: 'unknown', why: `${metric} may come from a library that instruments the code.` };
    }
    if (!facts.whole) return { kind: 'unknown', why: `There is more source than is searched for ${metric}.` };
    if (facts.unnamed !== undefined) unnamed ??= { root: one, ...facts.unnamed };
    if (one === root) sibling = siblingIn(facts, one, metric, others);
  }
  if (metric.includes(':')) return { kind: 'unknown', why: `No recording rule for ${metric} was found.` };
  if (sibling !== undefined && unnamed !== undefined) {
    const where = `${shownPath(unnamed)}:${unnamed.line}`;
    return { kind: 'unknown', why: `${where} puts the name of a metric together, which may be ${metric}.` };
  }
  if (sibling !== undefined) return { kind: 'no', ...sibling };
  return { kind: 'unknown', why: `The source of ${metric} is not in this repository, as far as can be seen.` };
}

/** What shows that the source of the system is here; what is called like the metric is the better sign. */
function siblingIn(
  names: MetricNames,
  root: string,
  metric: string,
  others: readonly string[],
): Omit<Extract<Emitted, { kind: 'no' }>, 'kind'> | undefined {
  const near = nearIn(names, root, metric);
  if (near === undefined && firstDeclared(names, others) === undefined) return undefined;
  return { root, near, kin: kinOf(names, metric) ?? (near === undefined ? undefined : metric) };
}

/** The first of the series that the source declares. Remembered, as it is asked for each that the source does not emit. */
function firstDeclared(names: MetricNames, series: readonly string[]): Emission['at'] | undefined {
  const known = declaredIn.get(names);
  if (known?.series === series) return known.first;
  const first = series.map((one) => emission(names, one)).find((one) => one?.how === 'declared')?.at;
  declaredIn.set(names, { series, first });
  return first;
}

const declaredIn = new WeakMap<
  MetricNames,
  { readonly series: readonly string[]; readonly first: Emission['at'] | undefined }
>();

/** The names under which the metrics of the spec are emitted. */
export const emittedNames = once((context: Context): readonly string[] => {
  return liveMetrics(context).flatMap(({ value }) => value.get('emitted_as')?.value ?? []);
});

function foundIn(
  names: MetricNames,
  root: string,
  metric: string,
): Extract<Emitted, { kind: 'yes' | 'perhaps' }> | undefined {
  const found = emission(names, metric);
  if (found === undefined) return undefined;
  const file: ArtifactPath = { root, path: found.at.path };
  const where = `${shownPath(file)}:${found.at.line}`;
  const fact = (says: string): Fact => ({ file, line: found.at.line, says });
  switch (found.how) {
    case 'declared':
      return { kind: 'yes', says: `${metric} is emitted in ${where}.`, fact: fact(`Emits ${metric}.`) };
    case 'recorded':
      return { kind: 'yes', says: `${metric} is recorded in ${where}.`, fact: fact(`Records ${metric}.`) };
    case 'mentioned':
      return {
        kind: 'perhaps',
        says: `${where} names ${metric}; that it emits it does not show.`,
        fact: fact(`Names ${metric}.`),
      };
    default:
      return {
        kind: 'perhaps',
        says: `${where} emits ${quoted(found.at.written)}, of which ${metric} may be made.`,
        fact: fact(`Emits ${quoted(found.at.written)}.`),
      };
  }
}

/**
 * What the source says of the name under which a metric is emitted. That nothing emits what an alert watches is told at
 * the alert; `toldByAlert` are the metrics of which that was said.
 */
export function emissionProof(
  context: Context,
  { id, value }: Subject<Metric>,
  toldByAlert: ReadonlySet<string>,
): Proof | undefined {
  const name = value.get('emitted_as');
  const by = value.get('emitted_by');
  if (name === undefined) return isThere(context, by);
  if (by !== undefined) return inNamed(context, by, name.value);
  const emitted = anywhere(context, name.value);
  if (emitted === undefined || toldByAlert.has(id)) return undefined;
  switch (emitted.kind) {
    case 'yes':
      return { at: name, state: 'proven', reason: emitted.says, facts: [emitted.fact] };
    case 'perhaps':
      return { at: name, state: 'linked', reach: 'linked', reason: emitted.says, facts: [emitted.fact] };
    case 'unknown':
      return { at: name, state: 'unverifiable', reason: emitted.why };
    case 'no': {
      const { kin, near, root } = emitted;
      const nothing = `Nothing in ${repositoryName(root)} emits ${name.value}`;
      return kin === undefined
        ? { at: name, state: 'linked', reason: `${nothing}; if something elsewhere does, \`emitted_by\` says what.` }
        : {
            at: name,
            state: 'contradicted',
            reason: `${nothing}${near?.says ?? `, where others of \`${kin}_\` are emitted.`}`,
            facts: near === undefined ? [] : [near.fact],
          };
    }
    default:
      return emitted satisfies never;
  }
}

/** In the repository of the spec, or in another one in which it names rules or what emits a metric. */
function anywhere(context: Context, metric: string): Emitted | undefined {
  const found = [...rootsNamed(context)].map((root) => emittedIn(context, root, metric, emittedNames(context)));
  for (const kind of ['yes', 'perhaps', 'no'] as const) {
    const one = found.find((emitted) => emitted?.kind === kind);
    if (one !== undefined) return one;
  }
  return found[0];
}

const rootsNamed = once((context: Context): ReadonlySet<string> => {
  const rules = watchedAlerts(context).map(({ subject }) => subject.value.get('rule')?.value);
  const emitters = liveMetrics(context).map(({ value }) => value.get('emitted_by')?.value);
  const named = [...rules, ...emitters].flatMap((one) => {
    const reference = one === undefined ? undefined : context.evidence?.reference(one);
    return reference?.kind === 'file' ? [reference.file.root] : [];
  });
  return new Set(['', ...named]);
});

/** How a message calls the repository of a root. */
export function repositoryName(root: string): string {
  return root === '' ? 'this repository' : quoted(root);
}

/** The file that is to emit it says so, or at least does not say otherwise. */
function inNamed(
  context: Pick<Context, 'evidence'>,
  by: { readonly span: Proof['at']['span']; readonly value: string },
  name: string,
): Proof | undefined {
  const there = isThere(context, by);
  if (there === undefined || there.state !== 'linked' || there.facts?.[0]?.says.includes('folder')) return there;
  const found = find(context, by, metricNamesIn);
  if (found === undefined || 'proof' in found) return found?.proof;
  const { file } = found.reference;
  const own = foundIn(found.facts, file.root, name);
  if (own !== undefined) {
    return own.kind === 'yes'
      ? { at: by, state: 'proven', reason: own.says, facts: [own.fact] }
      : { at: by, state: 'linked', reach: 'linked', reason: own.says, facts: [own.fact] };
  }
  const path = shownPath(file);
  if (
    found.facts.declared !== undefined &&
    found.facts.unnamed === undefined &&
    found.facts.assembled.length === 0 &&
    !isFromExporter(name)
  ) {
    const fact = { file, line: found.facts.declared.line, says: 'Other metrics are declared here.' };
    return {
      at: by,
      state: 'contradicted',
      reason: `${path} declares metrics, but none that is called ${name}.`,
      facts: [fact],
    };
  }
  return {
    at: by,
    state: 'linked',
    reach: 'linked',
    reason: `${path} is there; ${name} does not stand in it as one word.`,
    facts: there.facts,
  };
}

/** Recording rules of the same file stand for the series they are computed from. */
export function neededBy(metrics: readonly string[], facts: AlertFacts): readonly string[] {
  const needed = new Set<string>();
  const open = [...metrics];
  const seen = new Set<string>();
  for (let metric = open.pop(); metric !== undefined; metric = open.pop()) {
    if (seen.has(metric)) continue;
    seen.add(metric);
    const from = recordedIn(facts, metric);
    if (from === undefined) needed.add(metric);
    else open.push(...from);
  }
  return [...needed];
}

function recordedIn({ records, conditions }: AlertFacts, name: string): readonly string[] | undefined {
  const own = records.filter((record) => record.name === name);
  return own.length === 0 ? undefined : own.flatMap((record) => conditions.get(record)?.metrics ?? []);
}
