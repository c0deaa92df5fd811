import type { Assessment, Fact } from '../../assessment.ts';
import { daysBetween } from '../../dates.ts';
import { dayOf } from '../../evidence/formats/moments.ts';
import { scaleIn } from '../../evidence/results/report-stated.ts';
import type { AnswerMetric, PredictionMetric, RetrievalMetric } from '../../spec/types.generated.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { each, type Subject } from '../subject.ts';
import { baselineProof } from './measured-baseline.ts';
import { type Opened, openReport, placed, rounded } from './opened-report.ts';
import { otherVersions } from './report-versions.ts';
import { type Value, valueIn } from './value-in-report.ts';

/** What is asked here of each kind of metric, answer metrics have all of. */
type AnyMetric = Subject<AnswerMetric>;

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
  // What is asked of the results as a whole is not asked again of each value in them.
  const results = context.spec.get('evaluation')?.get('results')?.get('path')?.value;
  if (results?.split('#')[0] !== measured.value.split('#')[0]) {
    const old = tooOld(context, metric, measured, opened);
    const others = otherVersions(context, measured, said, shown);
    if (old !== undefined || others.length > 0) return old === undefined ? others : [old];
  }
  const proofs = [...bounds(context, metric, measured, value, opened)];
  const baseline = baselineProof(metric.id, (subject as Subject<PredictionMetric>).value.get('baseline'), opened);
  return baseline === undefined ? proofs : [...proofs, baseline];
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

function tooOld(context: Context, { id }: AnyMetric, measured: Scalar, { said, shown }: Opened): Proof | undefined {
  if (said.made === undefined) return undefined;
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

function ofWhat({ of }: Value): string {
  return of === undefined || of === '' ? '' : ` for ${of}`;
}
