import { type Analysis, type CheckOptions, check } from '../check.ts';
import { type Answers, evidenceFrom, type Inquiry } from './evidence.ts';
import type { ArtifactHost } from './host.ts';
import type { SpecFolder } from './reference.ts';

export interface Repository {
  /** The folder of the spec, relative to the root of its repository. */
  readonly folder: SpecFolder;
  readonly answers: Answers;
  readonly host: ArtifactHost;
}

/** A file may lead to another one, that to a third; nothing that is asked leads further. */
const mostRounds = 6;

/** The one place in the line that waits: checks, looks up what was asked and not known, and checks again. */
export async function checkWithEvidence(
  text: string,
  options: CheckOptions,
  repository: Repository,
): Promise<Analysis> {
  let { analysis, wanted } = checkWithAnswers(text, options, repository);
  for (let round = 0; round < mostRounds && wanted.length > 0; round += 1) {
    await lookUp(wanted, repository);
    ({ analysis, wanted } = checkWithAnswers(text, { ...options, previous: analysis }, repository));
  }
  return analysis;
}

/** The same with what is known already, and what was asked besides: for those who must not wait. */
export function checkWithAnswers(
  text: string,
  options: CheckOptions,
  { folder, answers }: Pick<Repository, 'folder' | 'answers'>,
): { readonly analysis: Analysis; readonly wanted: readonly Inquiry<unknown>[] } {
  const wanted = new Map<string, Inquiry<unknown>>();
  const analysis = check(text, { ...options, evidence: evidenceFrom(answers, folder, wanted) });
  return { analysis, wanted: [...wanted.values()] };
}

export async function lookUp(
  wanted: readonly Inquiry<unknown>[],
  { answers, host }: Pick<Repository, 'answers' | 'host'>,
): Promise<void> {
  await Promise.all(wanted.map((inquiry) => answers.take(inquiry, host)));
}

/** Whether all that a check was told of artifacts is what it would be told now. */
export function isUpToDate({ memory }: Analysis, answers: Answers): boolean {
  if (memory === undefined) return true;
  for (const { heard } of memory.known.values()) {
    for (const [key, answer] of heard) if (answers.get(key) !== answer) return false;
  }
  return true;
}
