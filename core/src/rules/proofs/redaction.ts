import type { Fact } from '../../assessment.ts';
import { shownPath } from '../../evidence/reference.ts';
import { unredacted } from '../../evidence/telemetry/personal-data.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { collecting } from './collecting.ts';
import { routesOf, working } from './collector-routes.ts';
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
