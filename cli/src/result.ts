import type { Analysis } from '../../core/src/check.ts';
import type { Finding } from '../../core/src/finding.ts';

/** What is known about one file after it was judged. Reported and let go: ten thousand of them need no more memory. */
export interface FileResult {
  readonly kind: 'spec' | 'config';
  /** Relative to the working directory, with `/` on every system. */
  readonly path: string;
  /** Relative to the root of the repository: what CI services expect. */
  readonly repositoryPath: string;
  /** Without a byte order mark. */
  readonly text: string;
  readonly bom: boolean;
  /** Absent for a configuration, and for a file that could not be understood as text. */
  readonly analysis?: Analysis;
  /** Those that are to be shown. */
  readonly findings: readonly Finding[];
  /** Those that were found, shown or not. */
  readonly counts: Counts;
  /** `--fix` has changed it. */
  readonly mended: boolean;
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export interface Total extends Counts {
  /** Specs that were judged. */
  readonly specs: number;
  readonly skipped: number;
  readonly mended: number;
  /** Why files were not judged. */
  readonly problems: readonly Problem[];
}

export interface Problem {
  readonly path: string;
  readonly reason: string;
}

export const none: Counts = { errors: 0, warnings: 0, infos: 0 };

export function count(findings: readonly Finding[]): Counts {
  const of = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: of('error'), warnings: of('warning'), infos: of('info') };
}

export function add(a: Counts, b: Counts): Counts {
  return { errors: a.errors + b.errors, warnings: a.warnings + b.warnings, infos: a.infos + b.infos };
}
