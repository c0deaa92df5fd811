import type { Assessment, Fact } from '../../assessment.ts';
import { closest } from '../../closest.ts';
import { daysBetween } from '../../dates.ts';
import { escaped } from '../../evidence/cases/rows.ts';
import { numberIn } from '../../evidence/formats/leaves.ts';
import { dayOf } from '../../evidence/formats/moments.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { type Reference, shownPath } from '../../evidence/reference.ts';
import { report } from '../../evidence/results/report.ts';
import { scaleIn } from '../../evidence/results/report-stated.ts';
import type { Metric, ReadReport } from '../../evidence/results/reported.ts';
import type { AnswerMetric, PredictionMetric, RetrievalMetric } from '../../spec/types.generated.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { find, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { each, type Subject } from '../subject.ts';
import { broken } from './broken-file.ts';

/** What is asked here of each kind of metric, answer metrics have all of. */
type AnyMetric = Subject<AnswerMetric>;
type File = Extract<Reference, { kind: 'file' }>;

/** That the value which a metric names as measured meets its threshold. */
export function measuredProofs(
  context: Context,
  subject: Subject<RetrievalMetric> | Subject<AnswerMetric> | Subject<PredictionMetric>,
): Proof[] {
  const metric = subject as AnyMetric;
  const measured = metric.value.get('measured');
  const opened = openReport(context, measured);
  if (opened === undefined || measured === undefined) return [];
  if ('proof' in opened) return [opened.proof];
  const { said, reference, shown } = opened;
  const value = valueIn(said, reference.selector, metric.id, versionsInUse(context));
  if ('none' in value) {
    const fix = value.near === undefined ? undefined : pointerFix(measured, value.near, shown);
    const facts: Fact[] = [{ file: reference.file, says: 'The report is there.' }];
    return [{ at: measured, state: value.state, reason: `${value.none} in ${shown}.`, facts, fix }];
  }
  const old = tooOld(context, metric, measured, opened);
  if (old !== undefined) return [old];
  return [...bounds(context, metric, measured, value, opened)];
}

interface Opened {
  readonly said: ReadReport;
  readonly reference: File;
  readonly shown: string;
}

/** The report that a reference leads to. */
export function openReport(
  context: Context,
  named: Scalar | undefined,
): Opened | { readonly proof: Proof; readonly unclear?: true } | undefined {
  const found = find(context, named, (file, reference) => report(metricFile(file, reference)));
  if (found === undefined || named === undefined) return undefined;
  if ('proof' in found) return found;
  const { facts, reference } = found;
  const shown = shownPath(reference.file);
  if (facts.kind === 'report') return { said: facts, reference, shown };
  if (facts.slip !== undefined) return { proof: broken(named, reference.file, facts.slip) };
  const reason = `No value can be read out of "${shown}": ${facts.why}.`;
  return { proof: { at: named, state: 'unverifiable', reason }, unclear: true };
}

/** A run in MLflow's file store is a folder, with a file for each metric. */
function metricFile(file: ArtifactPath, { selector }: File): ArtifactPath {
  const isRun = /(?:^|\/)mlruns\/[^/]+\/[^/]+$/.test(file.path) && selector !== undefined && !selector.startsWith('/');
  return isRun ? { root: file.root, path: `${file.path}/metrics/${selector}` } : file;
}

interface Value {
  readonly number: number;
  readonly percent: boolean;
  readonly line?: number;
  readonly of?: string;
  readonly cases?: number;
  readonly missing?: number;
  /** Of several prompts and providers the worst, and there may be better ones. */
  readonly worst?: (bound: 'min' | 'max') => Value;
}

interface NoValue {
  readonly none: string;
  readonly state: 'contradicted' | 'linked' | 'unverifiable';
  /** The selector that was probably meant. */
  readonly near?: string;
}

/** The value that a selector means: a JSON pointer, or the name of a measure. */
function valueIn(
  said: ReadReport,
  selector: string | undefined,
  id: string,
  versions: readonly string[],
): Value | NoValue {
  if (selector?.startsWith('/')) return atPointer(said, selector, id);
  const name = selector ?? id;
  const named = byName(said, name, versions);
  if (named !== undefined) return named;
  const leaves = numbersCalled(said, name);
  const [only, another] = leaves;
  if (selector === undefined) {
    return {
      none: `After # nothing says where "${id}" stands`,
      state: 'linked',
      near: another === undefined ? only : undefined,
    };
  }
  if (only !== undefined && another === undefined) return atPointer(said, only, id);
  if (only !== undefined) return { none: `Several values are called "${name}"`, state: 'contradicted', near: only };
  return { none: `Nothing is called "${name}"`, state: 'contradicted', near: nearest(said, name, id) };
}

function atPointer(said: ReadReport, pointer: string, id: string): Value | NoValue {
  for (const inner of ['', '/value', '/score', '/mean']) {
    const leaf = said.leaves.get(pointer + inner);
    if (leaf === undefined) continue;
    const number = numberIn(leaf.text);
    if (number === undefined) return { none: `No number stands at ${pointer}`, state: 'contradicted' };
    return { number: number.value, percent: number.percent, line: leaf.line };
  }
  return { none: `Nothing stands at ${pointer}`, state: 'contradicted', near: nearest(said, pointer, id) };
}

/** Measures of that name. Those of the model in use count before those of others. */
function byName(said: ReadReport, name: string, versions: readonly string[]): Value | undefined {
  const all = said.metrics.filter((one) => plain(one.name) === plain(name));
  const inUse = all.filter(({ of }) => of !== undefined && versions.some((version) => of.includes(version)));
  const whole = all.filter(({ of }) => of === undefined);
  const chosen = inUse.length > 0 ? inUse : whole.length > 0 ? whole : all;
  const [first] = chosen;
  if (first === undefined) return undefined;
  const worst = (bound: 'min' | 'max') =>
    asValue(chosen.reduce((a, b) => ((bound === 'min' ? b.value < a.value : b.value > a.value) ? b : a), first));
  return { ...asValue(first), worst };
}

function asValue({ value, ...rest }: Metric): Value {
  return { number: value, percent: false, ...rest };
}

function numbersCalled({ leaves }: ReadReport, name: string): string[] {
  const last = (pointer: string) => pointer.slice(pointer.lastIndexOf('/') + 1);
  return [...leaves.values()]
    .filter(({ pointer, text }) => plain(last(pointer)) === plain(name) && numberIn(text) !== undefined)
    .map(({ pointer }) => pointer);
}

function nearest(said: ReadReport, wrong: string, id: string): string | undefined {
  const [called] = numbersCalled(said, id);
  if (called !== undefined) return called;
  const numbers = [...said.leaves.values()]
    .filter(({ text }) => numberIn(text) !== undefined)
    .map(({ pointer }) => pointer);
  const names = said.metrics.map(({ name }) => name);
  return wrong.startsWith('/')
    ? closest(wrong, numbers)
    : (closest(wrong, names) ?? closest(`/${escaped(wrong)}`, numbers));
}

/** `recall@8`, `recall_at_8` and `Recall@8` are one name. */
function plain(name: string): string {
  return name
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
    .toLowerCase()
    .replace(/(?<=[a-z])_at_(?=\d)/, ' ')
    .replaceAll(/[^a-z0-9%]+/g, ' ')
    .trim();
}

function pointerFix(measured: Scalar, near: string, shown: string): Assessment['fix'] {
  const path = measured.value.split('#')[0] ?? '';
  return () => ({
    title: `Use "#${near}" from ${shown}`,
    kind: 'adopt',
    safe: false,
    edits: [replaceScalar(measured, `${path}#${near}`)],
  });
}

function* bounds(
  context: Context,
  metric: AnyMetric,
  measured: Scalar,
  value: Value,
  opened: Opened,
): Generator<Proof> {
  const { shown, reference } = opened;
  for (const bound of ['min', 'max'] as const) {
    const limit = metric.value.get(bound);
    if (limit === undefined) continue;
    const meant = value.worst?.(bound) ?? value;
    const scaled = onScale(context, metric, meant, limit.value, opened);
    if (scaled === undefined) {
      const reason = `${meant.number} in ${placed(shown, meant.line)} is on another scale than ${limit.value}; \`scale\` would say on which.`;
      yield { at: measured, state: 'unverifiable', reason };
      continue;
    }
    const facts: Fact[] = [
      { file: reference.file, line: meant.line, says: `${metric.id} is ${rounded(meant.number)}${ofWhat(meant)}.` },
    ];
    const gaps = meant.missing ?? 0;
    const all = (meant.cases ?? 0) + gaps;
    // Had each case without a value the worst one, would it still do?
    const least = gaps === 0 || bound === 'max' ? scaled : (scaled * (meant.cases ?? 0)) / all;
    const meets = (number: number) => (bound === 'min' ? number >= limit.value - 1e-9 : number <= limit.value + 1e-9);
    const limitIs = `${limit.value} is the ${bound === 'min' ? 'least' : 'most'} here`;
    if (!meets(scaled)) {
      const reason = `${limitIs}, but ${placed(shown, meant.line)} says ${rounded(meant.number)}${ofWhat(meant)}.`;
      yield { at: limit, state: 'contradicted', reason, facts };
    } else if (!meets(least) || (gaps > 0 && bound === 'max')) {
      const reason = `${gaps} of ${all} cases in ${shown} have no value for "${metric.id}"; without them it is ${rounded(meant.number)}.`;
      yield { at: measured, state: 'unverifiable', reason, facts };
    } else {
      yield {
        at: measured,
        state: 'proven',
        reason: `${placed(shown, meant.line)} says ${rounded(meant.number)}; ${limit.value} is asked.`,
        facts,
      };
    }
  }
}

/** The value on the scale of its threshold; `undefined` where nobody says which scale the report has. */
function onScale(
  context: Context,
  metric: AnyMetric,
  value: Value,
  limit: number,
  { said, reference }: Opened,
): number | undefined {
  if (Math.abs(limit) > 1 || value.percent) return value.number;
  const results = context.spec.get('evaluation')?.get('results');
  const sameReport = results?.get('path')?.value.split('#')[0] === metric.value.get('measured')?.value.split('#')[0];
  const told = metric.value.get('scale')?.value ?? (sameReport ? results?.get('scale')?.value : undefined);
  const own = told === undefined ? undefined : scaleIn(told, 0);
  if (own !== undefined) return (value.number - own.lowest) / (own.highest - own.lowest || 1);
  const scale = reference.selector?.startsWith('/') ? said.scale : undefined;
  // 0.9 on a scale up to 100 may be a rate of errors below one in a hundred, or a share after all.
  if (Math.abs(value.number) <= 1) return scale !== undefined && scale.highest > 1 ? undefined : value.number;
  return scale === undefined || scale.highest <= 1
    ? undefined
    : (value.number - scale.lowest) / (scale.highest - scale.lowest);
}

/** The age of a report other than the one whose age is asked of the results as a whole. */
function tooOld(context: Context, { id }: AnyMetric, measured: Scalar, { said, shown }: Opened): Proof | undefined {
  const results = context.spec.get('evaluation')?.get('results')?.get('path')?.value;
  if (said.made === undefined || results?.split('#')[0] === measured.value.split('#')[0]) return undefined;
  const day = dayOf(said.made.moment);
  const age = daysBetween(day, context.asOf);
  if (age <= context.numbers.longestResultsAge) return undefined;
  const reason = `"${id}" was measured on ${day} (${placed(shown, said.made.line)}), ${age} days ago; results count for ${context.numbers.longestResultsAge}.`;
  return { at: measured, state: 'stale', reason };
}

function versionsInUse(context: Context): string[] {
  return each(context, ['models'], context.spec.get('models')).flatMap(({ value }) => {
    const version = value.get('version')?.value;
    return value.get('role')?.value === 'judge' || version === undefined ? [] : [String(version)];
  });
}

export function placed(shown: string, line: number | undefined): string {
  return line === undefined ? shown : `${shown}:${line}`;
}

function ofWhat({ of }: Value): string {
  return of === undefined || of === '' ? '' : ` for ${of}`;
}

export function rounded(value: number): string {
  return String(Number(value.toPrecision(4)));
}
