import {
  type Analysis,
  type CheckOptions,
  type Config,
  checkWithEvidence,
  decode,
  defaultConfig,
  type Repository,
  type Span,
} from '../../core/src/index.ts';
import { refusal } from './config.ts';
import { explainError } from './errors.ts';
import { count, type FileResult, none } from './result.ts';
import type { Source } from './source.ts';

export interface Judged {
  readonly result: FileResult;
  /** What `--fix` would change; empty if nothing. */
  readonly diff: string;
  /** Lines where it would change more, which the diff cannot tell without a secret. */
  readonly leftOut?: readonly number[];
  /** The content after `--fix`. */
  readonly content: Uint8Array;
  /** Errors that `--fix` leaves. */
  readonly errorsLeft: number;
  /** Why the fixes could not be written. */
  readonly problem?: string;
}

interface Choices {
  readonly stage?: CheckOptions['stage'];
  readonly asOf: string;
  readonly strict: boolean;
  readonly fix: boolean;
  readonly diff: boolean;
}

/** Judges one file, and mends it where that was asked. */
export async function judge(
  source: Source,
  config: Config | undefined,
  repository: Repository,
  choices: Choices,
): Promise<Judged> {
  const decoded = decode(source.bytes);
  if (decoded.kind === 'refused') {
    const result = resultOf(source, { text: '', bom: false }, [refusal(decoded)]);
    return { result, diff: '', content: source.bytes, errorsLeft: result.counts.errors };
  }

  const { asOf, stage, strict } = choices;
  const options: CheckOptions = { asOf, stage, config: strict ? { ...(config ?? defaultConfig), strict } : config };
  const asRead = async () => {
    const analysis = await checkWithEvidence(decoded.text, options, repository);
    return resultOf(source, decoded, analysis.findings, analysis);
  };
  if (!choices.fix && !choices.diff) {
    const result = await asRead();
    return { result, diff: '', content: source.bytes, errorsLeft: result.counts.errors };
  }

  const { encode, mend } = await import('./fix.ts');
  const mended = await mend(decoded.text, options, repository);
  const content = mended.changed ? encode(mended.text, decoded.bom) : source.bytes;
  const errorsLeft = count(mended.analysis.findings).errors;
  if (choices.diff) {
    const { diffBeside } = await import('./diff.ts');
    const result = await asRead();
    const mark = decoded.bom ? '\ufeff' : '';
    const spans = (secrets: readonly Span[] = []) =>
      secrets.map(({ start, end }) => ({ start: start + mark.length, end: end + mark.length }));
    const { diff, leftOut } = diffBeside(source.repositoryPath, mark + decoded.text, mark + mended.text, {
      before: spans(result.analysis?.secrets),
      after: spans(mended.analysis.secrets),
    });
    return { result, diff, leftOut, content, errorsLeft };
  }

  const after = { text: mended.text, bom: decoded.bom };
  const result = resultOf(source, after, mended.analysis.findings, mended.analysis, mended.changed);
  if (!mended.changed || source.isStdin) return { result, diff: '', content, errorsLeft };

  const { replaceFile } = await import('./write.ts');
  try {
    replaceFile(source.file, source.bytes, content);
  } catch (error) {
    const problem = `the fixes could not be written: ${explainError(error)}`;
    return { result: await asRead(), diff: '', content: source.bytes, errorsLeft, problem };
  }
  return { result, diff: '', content, errorsLeft };
}

function resultOf(
  { path, repositoryPath }: Source,
  { text, bom }: { readonly text: string; readonly bom: boolean },
  findings: FileResult['findings'],
  analysis?: Analysis,
  mended = false,
): FileResult {
  // A file of somebody else's has no findings of ours.
  const shown = analysis?.skipped === undefined ? findings : [];
  const counts = shown.length === 0 ? none : count(shown);
  return { kind: 'spec', path, repositoryPath, text, bom, analysis, findings: shown, counts, mended };
}
