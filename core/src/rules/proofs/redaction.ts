import type { Fact } from '../../assessment.ts';
import { shownPath } from '../../evidence/reference.ts';
import { leadingOut } from '../../evidence/telemetry/collector.ts';
import { unredacted } from '../../evidence/telemetry/personal-data.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { collecting } from './collecting.ts';
import { routesOf, working } from './collector-routes.ts';
import { emitting } from './emitting.ts';
import { redactor } from './recorded-content.ts';
import { sampleRecord } from './sample-record.ts';

/** Whether something redacts records, and whether the sample still holds what is redacted. */
export function redactionProofs(context: Context): readonly Proof[] {
  const list = context.spec.get('logging')?.get('redacts');
  const items = (list?.items ?? []).filter((item) => item !== undefined);
  const labels = items.map(({ value }) => value);
  if (list === undefined || labels.length === 0) return [];
  const sample = sampleRecord(context);
  if (sample !== undefined && !('proof' in sample)) {
    for (const { line, text } of sample.record.texts) {
      const [found] = unredacted(text, labels);
      const at = items.find(({ value }) => value === found?.label);
      if (found === undefined || at === undefined) continue;
      const reason = `"${found.label}" is redacted, but ${sample.shown}:${line} holds ${found.what}.`;
      return [
        { at, state: 'contradicted', reason, facts: [{ file: sample.file, line, says: `Holds ${found.what}.` }] },
      ];
    }
  }
  const idle = outOfUse(context);
  if (idle !== undefined) return [idle];
  const past = storedTwice(context);
  if (past !== undefined) return [past];
  const stub = idleFunction(context);
  if (stub !== undefined) return [stub];
  const redacts = redactor(context);
  if (redacts !== undefined) {
    const named = namesOf(context, labels);
    const which =
      named.length === 0 ? 'which of these it takes out, its names do not tell' : `it names ${named.join(', ')}`;
    const reason = `${redacts.says.replace(/\.$/, '')}; ${which}${pastIt(context)}.`;
    return [{ at: list, state: 'linked', reach: 'linked', reason, facts: [redacts] }];
  }
  const looked = lookedAt(context);
  if (looked.length === 0) return [];
  const reason = `Nothing in ${looked.map(({ says }) => says).join(' or ')} redacts; it may be done elsewhere.`;
  return [
    {
      at: list,
      state: 'linked',
      reach: 'linked',
      reason,
      facts: looked.map(({ file }) => ({ file, says: 'Nothing here redacts records.' })),
    },
  ];
}

/** A processor that redacts and works in no pipeline: somebody took it out, or never put it in. */
function outOfUse(context: Context): Proof | undefined {
  const collector = collecting(context);
  if (collector === undefined || 'proof' in collector) return undefined;
  const layers = [...collector.own, ...collector.beside];
  const used = new Set(
    layers.flatMap(({ collector: { pipelines } }) => pipelines.flatMap(({ processors }) => processors)),
  );
  const all = collector.own.flatMap(({ file, collector: { processors } }) =>
    [...processors].flatMap(([id, { redacts, line }]) => (redacts ? [{ id, line, file }] : [])),
  );
  const [idle] = all;
  if (idle === undefined || all.some(({ id }) => used.has(id))) return undefined;
  const reason = `"${idle.id}" in ${shownPath(idle.file)}:${idle.line} redacts, but no pipeline uses it: records are stored without.`;
  const facts = [{ file: idle.file, line: idle.line, says: `"${idle.id}" is defined, and in no pipeline.` }];
  return { at: collector.named, state: 'contradicted', reason, facts };
}

/** A function that is to redact, and gives back what it gets. */
function idleFunction(context: Context): Proof | undefined {
  const code = emitting(context);
  if (code === undefined || 'proof' in code || code.emitter.idleRedaction === undefined) return undefined;
  const { named, file, shown, emitter } = code;
  const { name, line } = emitter.idleRedaction ?? { name: '', line: 0 };
  const reason = `"${name}" in ${shown}:${line} returns what it is given: nothing is taken out.`;
  return { at: named, state: 'contradicted', reason, facts: [{ file, line, says: `"${name}" returns its argument.` }] };
}

/** A pipeline that brings what another one redacts to the same place, and from the same receivers, as it is. */
function storedTwice(context: Context): Proof | undefined {
  const collector = collecting(context);
  if (collector === undefined || 'proof' in collector) return undefined;
  const layers = [...collector.own, ...collector.beside];
  const routes = routesOf(layers);
  const redacting = routes.filter(({ workers }) => workers.some(({ processor }) => processor.redacts));
  for (const { pipeline, layer, workers } of routes) {
    // What chooses among records may leave those with content out.
    const chooses = pipeline.processors.some((id) => /filter|rout|sampl/.test(id));
    if (chooses || workers.some(({ processor }) => processor.redacts)) continue;
    const other = redacting.find(
      (one) =>
        one.pipeline.signal === pipeline.signal &&
        one.pipeline.receivers.some((id) => pipeline.receivers.includes(id)) &&
        leadingOut(one.pipeline, layers).some((id) => pipeline.exporters.includes(id)),
    );
    const redactor = other?.workers.find(({ processor }) => processor.redacts);
    if (other === undefined || redactor === undefined) continue;
    const place = `${shownPath(layer.file)}:${pipeline.line}`;
    const to = leadingOut(other.pipeline, layers).find((id) => pipeline.exporters.includes(id));
    const says = `The pipeline "${pipeline.id}" brings to "${to}" without "${redactor.id}" what "${other.pipeline.id}" brings there with it`;
    return {
      at: collector.named,
      state: 'contradicted',
      reason: `${says} (${place}).`,
      facts: [{ file: layer.file, line: pipeline.line, says: `${says}.` }],
    };
  }
  return undefined;
}

/** The pipelines by which records are stored that no processor redacts, where others have one. */
function pastIt(context: Context): string {
  const collector = collecting(context);
  if (collector === undefined || 'proof' in collector) return '';
  const routes = routesOf([...collector.own, ...collector.beside]);
  const open = routes.filter(({ workers }) => !workers.some(({ processor }) => processor.redacts));
  if (open.length === 0 || open.length === routes.length) return '';
  return `; nothing redacts in ${open.map(({ pipeline }) => `"${pipeline.id}"`).join(', ')}`;
}

/** The labels that processors at work name. */
function namesOf(context: Context, labels: readonly string[]): readonly string[] {
  const collector = collecting(context);
  if (collector === undefined || 'proof' in collector) return [];
  const words = working([...collector.own, ...collector.beside])
    .filter(({ processor }) => processor.redacts)
    .map(({ processor }) => processor.words)
    .join('\n');
  return labels.filter((label) => words.includes(label.toLowerCase().replace(/s$/, '')));
}

function lookedAt(context: Context): readonly Fact[] {
  const collector = collecting(context);
  if (collector === undefined || 'proof' in collector || collector.own.length === 0) return [];
  return [{ file: collector.file, says: collector.shown }];
}
