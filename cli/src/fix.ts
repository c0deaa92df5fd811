import { type Analysis, type CheckOptions, checkWithEvidence, fixAll, type Repository } from '../../core/src/index.ts';

const byteOrderMark = '\ufeff';

interface Mended {
  readonly text: string;
  readonly changed: boolean;
  readonly analysis: Analysis;
}

/** Applies every safe fix, for which no artifact is needed, and judges what comes of it. */
export async function mend(text: string, options: CheckOptions, repository: Repository): Promise<Mended> {
  const { text: mended } = fixAll(text, options);
  const analysis = await checkWithEvidence(mended, options, repository);
  return { text: mended, changed: mended !== text, analysis };
}

/** The bytes of a file: its text, and before it the mark that it may have begun with. */
export function encode(text: string, bom: boolean): Buffer {
  return Buffer.from(bom ? byteOrderMark + text : text);
}
