import { shownPath } from '../../evidence/reference.ts';
import type { Layer } from '../../evidence/telemetry/collector.ts';
import { plainName } from '../../evidence/telemetry/field-names.ts';
import type { Drop } from '../../evidence/telemetry/filtering.ts';
import { clipped } from '../../shown.ts';
import type { Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { type Route, routesOf, type Worker } from './collector-routes.ts';
import { emitting } from './emitting.ts';

/**
 * What keeps calls from the place where records stay: a sampler, or a filter. Of several ways there the one counts that loses
 * least; where calls may be spans or log records, the worse of both.
 */
export function lostCalls(context: Context, layers: readonly Layer[]): Proof | undefined {
  const calls = context.spec.get('logging')?.get('calls');
  const declared = Number(calls?.value.replace('%', ''));
  if (calls === undefined || !Number.isFinite(declared)) return undefined;
  const routes = routesOf(layers);
  const losses = signalsOf(context, routes).map((signal) => {
    const own = routes.filter(({ pipeline }) => pipeline.signal === signal).map((route) => worst(route));
    return own.reduce((a, b) => (rank(b) < rank(a) ? b : a));
  });
  return losses.reduce<Proof | undefined>((a, b) => (rank(b) > rank(a) ? b : a), undefined);

  function worst({ workers, pipeline }: Route): Proof | undefined {
    if (calls === undefined) return undefined;
    return workers
      .flatMap((worker) => [
        sampled(calls, declared, worker),
        filtered(context, calls, declared, worker, pipeline.signal),
      ])
      .reduce<Proof | undefined>((a, b) => (rank(b) > rank(a) ? b : a), undefined);
  }
}

function rank(loss: Proof | undefined): number {
  return loss === undefined ? 0 : loss.state === 'contradicted' ? 2 : 1;
}

/** By the conventions that have a name calls are spans; by one of its own they may be log records as well. */
function signalsOf(context: Context, routes: readonly Route[]): readonly string[] {
  const signals = [...new Set(routes.map(({ pipeline }) => pipeline.signal))];
  const convention = context.spec.get('logging')?.get('convention')?.value ?? 'own';
  return convention !== 'own' && signals.includes('traces') ? ['traces'] : signals;
}

/** A sampler in the pipeline. */
function sampled(
  calls: Scalar<string>,
  declared: number,
  { id, pipeline, file, processor }: Worker,
): Proof | undefined {
  const { samples, line } = processor;
  const place = `${shownPath(file)}:${line}`;
  if (typeof samples === 'number' && samples < declared) {
    return {
      at: calls,
      state: 'contradicted',
      reason: `${calls.value} of the calls are to be kept, but "${id}" in ${place} lets ${samples}% through.`,
      facts: [{ file, line, says: `"${id}" lets ${samples}% through the pipeline "${pipeline}".` }],
    };
  }
  if (samples !== 'rules') return undefined;
  const reason = `"${id}" in ${place} drops records by rules; how many, only the running system knows.`;
  return { at: calls, state: 'linked', reach: 'linked', reason, facts: [{ file, line, says: reason }] };
}

/** A filter in the pipeline. What it drops of a health check no call is lost by. */
function filtered(
  context: Context,
  calls: Scalar<string>,
  declared: number,
  { id, pipeline, file, processor }: Worker,
  signal: string,
): Proof | undefined {
  const drops = processor.drops.filter((drop) => drop.signal === signal);
  const named = drops.find((drop) => dropsCalls(context, drop));
  if (named !== undefined && declared === 100) {
    const place = `${shownPath(file)}:${named.line}`;
    return {
      at: calls,
      state: 'contradicted',
      reason: `${calls.value} of the calls are to be kept, but "${id}" in ${place} drops those where ${clipped(named.condition, 80)}.`,
      facts: [{ file, line: named.line, says: `"${id}" drops records in the pipeline "${pipeline}".` }],
    };
  }
  const unclear = drops.find((drop) => !(drop.others ? isAboutCalls(context, drop) : ofHealth.test(drop.condition)));
  if (unclear === undefined) return undefined;
  const reason = `"${id}" in ${shownPath(file)}:${unclear.line} drops records by a condition; whether it is true of calls, only the running system knows.`;
  return { at: calls, state: 'linked', reach: 'linked', reason, facts: [{ file, line: unclear.line, says: reason }] };
}

const ofHealth =
  /["'][^"']{0,60}\b(?:health(?:z|check)?|readyz?|readiness|livez?|liveness|ping|metrics|favicon|probe)\b/i;
/** Attributes of the conventions, and the names of their spans: an operation, and behind a space the model. */
const ofModels =
  /gen_ai\.|["']llm[."' ]|openinference|traceloop|["']\^?(?:chat|text_completion|generate_content|embeddings|invoke_agent|execute_tool)(?:["' $]|\.\*|\\s)/i;

/** Whether a condition is plainly true of the records of calls. One that says what they are not is in doubt. */
function dropsCalls(context: Context, drop: Drop): boolean {
  const { condition, others } = drop;
  if (others || /^\s*(?:true|1 == 1)\s*$/i.test(condition)) return !others;
  if (ofHealth.test(condition) || /\bnot\b|!= *["']|== *nil\b/i.test(condition)) return false;
  return isAboutCalls(context, drop);
}

/** It speaks of what conventions, the spec or the code that writes the records call them by. */
function isAboutCalls(context: Context, { condition }: Drop): boolean {
  if (ofModels.test(condition)) return true;
  const models = context.spec.get('models')?.entries ?? [];
  if (models.some(({ value }) => condition.includes(String(value?.get('version')?.value ?? '\n')))) return true;
  const code = emitting(context);
  if (code === undefined || 'proof' in code) return false;
  const quoted = [...condition.matchAll(/["']([^"']{3,100})["']/g)].map(([, text = '']) => text);
  return quoted.some((text) => text.includes('.') && code.emitter.names.has(plainName(text)));
}
