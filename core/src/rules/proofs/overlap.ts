import type { Fact } from '../../assessment.ts';
import { hash, isTelling, normalised } from '../../evidence/cases/question.ts';
import { parsed } from '../../evidence/files.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Dataset } from '../../spec/types.generated.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { each, type Subject } from '../subject.ts';
import { casesIn, casesOf, sizeProof } from './counted-cases.ts';
import { unseen } from './kinds-in-cases.ts';

/** That no case of a test set is one that is tuned on, or stands as an example in a prompt. */
export function overlapProofs(context: Context, set: Subject<Dataset>, tuning: readonly Subject<Dataset>[]): Proof[] {
  const held = casesIn(context, set);
  const path = set.value.get('path');
  if (held === undefined || path === undefined) return [];
  if ('proof' in held) return [unseen(held.proof, path)];
  const { cases, file, shown } = held;
  const proofs: Proof[] = [];
  for (const other of tuning) {
    const theirs = casesIn(context, other);
    if (theirs === undefined || other.value.get('path') === undefined) continue;
    if ('proof' in theirs) {
      proofs.push(unseen(theirs.proof, path));
      continue;
    }
    if (cases.fingerprints === undefined || theirs.cases.fingerprints === undefined) {
      const reason = `Whether "${shown}" and "${theirs.shown}" share cases cannot be told: there are too many, or they are too much alike.`;
      proofs.push({ at: path, state: 'unverifiable', reason });
      continue;
    }
    const common = inBoth(cases.fingerprints, theirs.cases.fingerprints);
    const facts: Fact[] = [
      {
        file: theirs.file,
        says: `${common === 0 ? 'None' : common} of its cases ${common === 1 ? 'is' : 'are'} in ${shown} too.`,
      },
    ];
    const reason =
      common === 0
        ? `"${shown}" and "${theirs.shown}" share no case.`
        : `${common} of its cases ${common === 1 ? 'is' : 'are'} in ${theirs.shown} too, but for case and punctuation: "${other.id}" is tuned on them.`;
    proofs.push({ at: path, state: common === 0 ? 'proven' : 'contradicted', reason, facts });
  }
  proofs.push(...examplesInPrompts(context, path, cases.fingerprints));
  if (proofs.length > 0) return proofs;
  return [
    {
      at: path,
      state: 'linked',
      reach: 'linked',
      reason: `"${shown}" is there, and no data set for tuning names a file.`,
      facts: [{ file, says: 'The cases are there.' }],
    },
  ];
}

/** A set for tuning is a file with so many cases as well. */
export function tuningProofs(context: Context, set: Subject<Dataset>): Proof[] {
  const proof = sizeProof(set, casesOf(context, set));
  return proof === undefined ? [] : [proof];
}

function inBoth(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let count = 0;
  for (const mark of few) if (many.has(mark)) count += 1;
  return count;
}

function examplesInPrompts(context: Context, at: Proof['at'], marks: ReadonlySet<number> | undefined): Proof[] {
  const { evidence, spec } = context;
  if (evidence === undefined || marks === undefined) return [];
  return each(context, ['prompts'], spec.get('prompts')).flatMap(({ value }): Proof[] => {
    const path = value.get('path')?.value;
    const reference = path === undefined ? undefined : evidence.reference(path);
    if (reference?.kind !== 'file' || reference.glob || reference.folder) return [];
    const answer = evidence.ask(parsed('lines of a prompt', reference.file, promptLines));
    // Whether the prompt is there is asked by others.
    if (answer?.kind !== 'read') return [];
    const used = answer.facts.filter(({ mark }) => marks.has(mark));
    const [first] = used;
    if (first === undefined) return [];
    const where = `${shownPath(reference.file)}:${first.line}`;
    const reason = `${used.length} of its cases ${used.length === 1 ? 'stands' : 'stand'} in a prompt (${where}): the model is shown what it is tested on.`;
    return [
      {
        at,
        state: 'contradicted',
        reason,
        facts: used
          .slice(0, 5)
          .map(({ line }) => ({ file: reference.file, line, says: 'A case of the test set stands here.' })),
      },
    ];
  });
}

interface PromptLine {
  readonly line: number;
  readonly mark: number;
}

/** The lines of a prompt that may be an example, without what lists and dialogues put before them. */
export function promptLines(text: string): readonly PromptLine[] {
  return text.split('\n', 20_000).flatMap((line, index) => {
    const words = line.slice(0, 10_000).replace(/^[\s>*\-\d.)"'`]*(?:[A-Za-z]{1,12} ?\d{0,3} ?: )?/, '');
    const plain = normalised(words);
    return isTelling(plain) ? [{ line: index + 1, mark: hash(plain) }] : [];
  });
}
