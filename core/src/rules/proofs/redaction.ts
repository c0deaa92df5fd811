import type { Fact } from '../../assessment.ts';
import { unredacted } from '../../evidence/telemetry/personal-data.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { collecting, working } from './collecting.ts';
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
  const redacts = redactor(context);
  if (redacts !== undefined) {
    const named = namesOf(context, labels);
    const which =
      named.length === 0 ? 'which of these it takes out, its names do not tell' : `it names ${named.join(', ')}`;
    const reason = `${redacts.says.replace(/\.$/, '')}; ${which}.`;
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
