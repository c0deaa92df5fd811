import type { ArtifactHost } from '../evidence/host.ts';
import type { SpecFolder } from '../evidence/reference.ts';
import { holdsSecret } from '../shown.ts';
import { findAlerts } from './find/alerts.ts';
import { findDataSets } from './find/data-sets.ts';
import { findDocuments } from './find/documents.ts';
import { findGate } from './find/gate.ts';
import { findIndexes } from './find/indexes.ts';
import { findLogging } from './find/logging.ts';
import { findModels } from './find/models.ts';
import { findNames } from './find/names.ts';
import { findPrompts } from './find/prompts.ts';
import { findResults } from './find/results.ts';
import { findType } from './find/type.ts';
import type { Findings, Found, Seen } from './found.ts';
import { type Finder, look } from './surveyed.ts';

export interface Survey extends Findings {
  /** How many files were there to look through, without those of tests and of others. */
  readonly files: number;
  /** Nothing was left out for the budget. */
  readonly whole: boolean;
}

const finders: readonly Finder[] = [
  findNames,
  findType,
  findPrompts,
  findModels,
  findIndexes,
  findDataSets,
  findResults,
  findGate,
  findLogging,
  findAlerts,
  findDocuments,
];

/** What the files of the repository at and below `folder` say of a system whose spec would stand there. */
export async function survey(host: ArtifactHost, folder: SpecFolder = ''): Promise<Survey> {
  const repository = await look(host, folder);
  const answers = new Map<string, Found>();
  const seen = new Map<string, Seen>();
  for (const find of finders) {
    const found = await find(repository);
    for (const answer of found.answers) {
      const key = answer.path.join('\n');
      if (answers.has(key)) continue;
      // Of a file that has one in its name nothing can be said.
      if (holdsSecret(answer.file)) continue;
      if (!holdsSecret(textOf(answer))) answers.set(key, answer);
      else {
        const what = `a value for ${answer.path[0]} that may be a secret`;
        seen.set(`${answer.file}:${answer.line} ${what}`, { what, file: answer.file, line: answer.line });
      }
    }
    for (const one of found.seen) {
      if (!holdsSecret(`${one.what} ${one.file}`)) seen.set(`${one.file}:${one.line} ${one.what}`, one);
    }
  }
  return {
    answers: [...answers.values()],
    seen: [...seen.values()],
    files: repository.paths.length,
    whole: repository.whole,
  };
}

function textOf({ path, value }: Found): string {
  return [path, value].flat().join('\n');
}
