import type { Fact } from '../../assessment.ts';
import { shownPath } from '../../evidence/reference.ts';
import { clipped } from '../../shown.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { collecting } from './collecting.ts';
import { working } from './collector-routes.ts';
import { emitting } from './emitting.ts';
import { counts, holding, sampleRecord } from './sample-record.ts';

/** Whether the sample holds what was asked and answered, as `logging.content` says. */
export function contentProofs(context: Context): readonly Proof[] {
  const logging = context.spec.get('logging');
  const content = logging?.get('content');
  const sample = sampleRecord(context);
  // That there is no such sample is said by `log-context`.
  if (content === undefined || sample === undefined || 'proof' in sample || !sample.record.isRecord) return [];
  const { named, record, file, shown } = sample;
  const convention = logging?.get('convention')?.value;
  const found = ['input', 'output'].flatMap((field) => {
    const one = holding(record, field, convention);
    return one !== undefined && counts(one) ? [one] : [];
  });
  const facts = found.map(({ field, held }): Fact => {
    return { file, line: held.line, says: `The ${field} is kept as ${clipped(held.path, 100)}.` };
  });
  if (content.value === 'none') {
    const [first] = found;
    if (first === undefined) return [];
    const reason = `\`content\` is none, but ${shown}:${first.held.line} keeps the ${first.field}.`;
    return [{ at: content, state: 'contradicted', reason, facts }];
  }
  if (content.value === 'by-reference') {
    const reason = `${shown} is there; whether it holds the content or where to find it, only a reader can tell.`;
    return [{ at: named, state: 'linked', reach: 'linked', reason, facts }];
  }
  const lost = ['input', 'output'].filter((field) => !found.some((one) => one.field === field));
  if (lost.length > 0) {
    const reason = `\`content\` is ${content.value}, but ${shown} does not hold the ${lost.join(' and the ')}.`;
    return [{ at: content, state: 'contradicted', reason, facts }];
  }
  const kept = `${shown} keeps what was asked and what was answered`;
  if (content.value === 'full') return [{ at: named, state: 'proven', reason: `${kept}.`, facts }];
  const redacts = redactor(context);
  if (redacts === undefined) {
    const reason = `${kept}; where it is redacted, no file that the spec names says.`;
    return [{ at: named, state: 'linked', reach: 'linked', reason, facts }];
  }
  return [{ at: named, state: 'proven', reason: `${kept}. ${redacts.says}`, facts: [...facts, redacts] }];
}

/** What takes something out of records: a processor at work in the collector, or the code that writes them. */
export function redactor(context: Context): Fact | undefined {
  const collector = collecting(context);
  if (collector !== undefined && !('proof' in collector)) {
    const one = working([...collector.own, ...collector.beside]).find(({ processor }) => processor.redacts);
    if (one !== undefined) {
      const { id, pipeline, file, processor } = one;
      const says = `"${id}" in ${shownPath(file)}:${processor.line} redacts in the pipeline "${pipeline}".`;
      return { file, line: processor.line, says };
    }
  }
  const code = emitting(context);
  if (code === undefined || 'proof' in code || code.emitter.redactsAt === undefined) return undefined;
  const { file, shown, emitter } = code;
  return { file, line: emitter.redactsAt, says: `${shown}:${emitter.redactsAt} redacts before the record is written.` };
}
