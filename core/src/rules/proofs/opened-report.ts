import type { ArtifactPath } from '../../evidence/host.ts';
import { type Reference, shownPath } from '../../evidence/reference.ts';
import { report } from '../../evidence/results/report.ts';
import type { ReadReport } from '../../evidence/results/reported.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { find, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { broken } from './broken-file.ts';

type File = Extract<Reference, { kind: 'file' }>;

export interface Opened {
  readonly said: ReadReport;
  readonly reference: File;
  readonly shown: string;
}

/** The report that a reference leads to. */
export function openReport(
  context: Context,
  named: Scalar | undefined,
): Opened | { readonly proof: Proof; readonly unclear?: true } | undefined {
  const found = find(context, named, (file, reference) => report(metricFile(file, reference)));
  if (found === undefined || named === undefined) return undefined;
  if ('proof' in found) return found;
  const { facts, reference } = found;
  const shown = shownPath(reference.file);
  if (facts.kind === 'report') return { said: facts, reference, shown };
  if (facts.slip !== undefined) return { proof: broken(named, reference.file, facts.slip) };
  const reason = `No value can be read out of "${shown}": ${facts.why}.`;
  return { proof: { at: named, state: 'unverifiable', reason }, unclear: true };
}

/** A run in MLflow's file store is a folder, with a file for each metric. */
function metricFile(file: ArtifactPath, { selector }: File): ArtifactPath {
  const isRun = /(?:^|\/)mlruns\/[^/]+\/[^/]+$/.test(file.path) && selector !== undefined && !selector.startsWith('/');
  return isRun ? { root: file.root, path: `${file.path}/metrics/${selector}` } : file;
}

export function placed(shown: string, line: number | undefined): string {
  return line === undefined ? shown : `${shown}:${line}`;
}

export function rounded(value: number): string {
  return String(Number(value.toPrecision(4)));
}
