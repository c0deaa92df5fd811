import type { Fact } from '../../assessment.ts';
import { durationSeconds, inWords } from '../../dates.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import { type Carrying, carrying, type Layer, leadingOut, type Named } from '../../evidence/telemetry/collector.ts';
import { collectorLayers, type Layers } from '../../evidence/telemetry/collector-layers.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { find, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { adoptText } from './adopt.ts';
import { broken } from './broken-file.ts';
import { lostCalls } from './lost-calls.ts';

/** The configuration of the collector through which records pass. */
export interface Collecting extends Layers {
  readonly named: Scalar<string>;
  readonly shown: string;
  readonly file: ArtifactPath;
}

/** What `logging.collector` names; `undefined` where there is nothing, or nobody may look. */
export function collecting(context: Context): Collecting | { readonly proof: Proof } | undefined {
  const named = context.spec.get('logging')?.get('collector');
  const found = find(context, named, (file, { glob }) => collectorLayers(file, glob));
  if (found === undefined || named === undefined) return undefined;
  if ('proof' in found) return found;
  const { file } = found.reference;
  const refused = found.facts.broken;
  if (refused !== undefined) return { proof: broken(named, refused.file, refused.slip) };
  const absent = found.facts.undefined;
  if (absent !== undefined) return { proof: incomplete(named, file, absent) };
  return { named, file, shown: shownPath(file), ...found.facts };
}

/** With a part that is not defined no collector starts. */
function incomplete(named: Scalar<string>, file: ArtifactPath, { pipeline, what, id, line }: Named): Proof {
  const path = shownPath(file);
  const reason = `No collector starts with ${path}: in line ${line} the pipeline "${pipeline}" has the ${what} "${id}", which is not defined.`;
  const facts = [{ file, line, says: `The ${what} "${id}" is not defined.` }];
  return { at: named, state: 'contradicted', reason, facts, lacks: `${path}#${id}` };
}

/** That records reach a place where they stay, and how many of them. */
export function collected(context: Context, found: Collecting): Proof {
  const { named, shown, own, beside, file } = found;
  const logging = context.spec.get('logging');
  if (own.length === 0) {
    const reason = `"${shown}" is there; it configures no collector of OpenTelemetry.`;
    return { at: named, state: 'linked', reach: 'linked', reason, facts: [{ file, says: reason }] };
  }
  const pipelines = carrying(own);
  if (pipelines.length === 0) {
    const others = own.flatMap(({ collector }) => collector.pipelines.map(({ id }) => id));
    const reason = `No pipeline of ${shown} carries traces or logs, only ${others.join(', ')}.`;
    return { at: named, state: 'contradicted', reason, facts: [{ file, says: reason }] };
  }
  const out = pipelines.filter(({ pipeline }) => leadingOut(pipeline, own).length > 0);
  const facts = pipelines.map(pipelineFact);
  if (out.length === 0) return endsHere(found, beside, facts);

  const lost = lostCalls(context, own);
  if (lost !== undefined) return lost;
  const store = logging?.get('store')?.value;
  const at = store === undefined ? undefined : storeFact(store, own);
  const [first] = out;
  const where = first === undefined ? '' : `${shownPath(first.layer.file)}:${first.pipeline.line}`;
  const exporters = first && leadingOut(first.pipeline, own).join(', ');
  return {
    at: named,
    state: 'proven',
    reason: `The pipeline "${first?.pipeline.id}" in ${where} exports to ${exporters}.`,
    facts: at === undefined ? facts : [...facts, at],
  };
}

function endsHere({ named, shown, own }: Collecting, beside: readonly Layer[], facts: readonly Fact[]): Proof {
  const over = carrying(beside).filter(({ pipeline }) => leadingOut(pipeline, [...own, ...beside]).length > 0);
  const [first] = over;
  if (first === undefined) {
    const reason = `In ${shown} traces and logs only reach the debug exporter: nothing is kept.`;
    return { at: named, state: 'contradicted', reason, facts };
  }
  const exporters = leadingOut(first.pipeline, [...own, ...beside]).join(', ');
  const reason = `${shown} prints only; ${shownPath(first.layer.file)}:${first.pipeline.line} exports to ${exporters}, where it is loaded as well.`;
  return { at: named, state: 'linked', reach: 'linked', reason, facts: [...facts, ...over.map(pipelineFact)] };
}

function pipelineFact({ pipeline, layer }: Carrying): Fact {
  const { id, line, exporters, processors } = pipeline;
  const through = processors.length === 0 ? '' : ` through ${processors.join(', ')}`;
  const to = exporters.length === 0 ? 'names no exporter' : `exports to ${exporters.join(', ')}`;
  return { file: layer.file, line, says: `The pipeline "${id}" ${to}${through}.` };
}

/** Where an exporter names the store of the spec, as `elastic:claims-ai-calls` is named by an index. */
function storeFact(store: string, layers: readonly Layer[]): Fact | undefined {
  const name = store.replace(/^[a-z0-9]+:/i, '').toLowerCase();
  if (name.length < 4) return undefined;
  for (const { file, collector } of layers) {
    for (const [id, { line, words }] of collector.exporters) {
      if (words.includes(name)) return { file, line, says: `The exporter "${id}" names the store "${name}".` };
    }
  }
  return undefined;
}

/** How long records are kept, where the exporter at work sees to it; most leave that to the store. */
export function keptByCollector(context: Context): readonly Proof[] {
  const retention = context.spec.get('logging')?.get('retention');
  const declared = durationSeconds(retention?.value ?? '');
  const found = collecting(context);
  if (retention === undefined || declared === undefined || found === undefined || 'proof' in found) return [];
  const used = new Set(carrying(found.own).flatMap(({ pipeline }) => pipeline.exporters));
  for (const { file, collector } of found.own) {
    for (const [id, { line, keepsFor }] of collector.exporters) {
      // 0 leaves it to the store.
      if (keepsFor === undefined || keepsFor === 0 || !used.has(id)) continue;
      const place = `${shownPath(file)}:${line}`;
      const facts = [{ file, line, says: `"${id}" keeps what it exports for ${inWords(keepsFor)}.` }];
      if (keepsFor === declared) {
        return [{ at: retention, state: 'proven', reason: `"${id}" in ${place} keeps records for as long.`, facts }];
      }
      const reason = `Records are to be kept for ${retention.value}, but "${id}" in ${place} keeps them for ${inWords(keepsFor)}.`;
      return [
        {
          at: retention,
          state: 'contradicted',
          reason,
          facts,
          fix: adoptText(retention, inDays(keepsFor), shownPath(file)),
        },
      ];
    }
  }
  return [];
}

function inDays(seconds: number): string {
  return seconds % 86_400 === 0 ? `${seconds / 86_400}d` : `${Math.ceil(seconds / 3600)}h`;
}
