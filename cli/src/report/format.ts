import type { Pack } from '../../../core/src/index.ts';
import type { Io } from '../io.ts';
import type { FileResult, Total } from '../result.ts';

export const formats = ['pretty', 'concise', 'json', 'sarif', 'github', 'markdown', 'html'] as const;
export type Format = (typeof formats)[number];

/** For a terminal, a report has forms of its own. */
export type ReportFormat = Format | 'readiness' | 'coverage';

/**
 * Turns results into text, piece by piece in the order of the files, so that nothing of a file has to be kept once it
 * was reported.
 */
export interface Reporter {
  readonly start?: string;
  file(result: FileResult): string;
  end(total: Total): string;
}

export interface ReportContext {
  readonly asOf: string;
  /** Instead of how ready a system is, tell how it stands to these. */
  readonly packs: readonly Pack[];
  readonly color: boolean;
  /** Somebody can click on what is shown. */
  readonly links: boolean;
  /** Columns to fit into. */
  readonly width: number;
}

export type CreateReporter = (context: ReportContext) => Reporter;

export function isFormat(word: string): word is Format {
  return (formats as readonly string[]).includes(word);
}

export async function loadFormat(format: ReportFormat): Promise<CreateReporter> {
  switch (format) {
    case 'pretty':
      return (await import('./pretty.ts')).pretty;
    case 'concise':
      return (await import('./concise.ts')).concise;
    case 'json':
      return (await import('./json.ts')).json;
    case 'sarif':
      return (await import('./sarif.ts')).sarif;
    case 'github':
      return (await import('./github.ts')).github;
    case 'markdown':
      return (await import('./pages.ts')).markdown;
    case 'html':
      return (await import('./pages.ts')).html;
    case 'readiness':
      return (await import('./readiness.ts')).readinessReport;
    case 'coverage':
      return (await import('./coverage.ts')).coverageReport;
    default:
      return format satisfies never;
  }
}

/** Colours only where somebody looks at them, or wants them anyway (https://no-color.org, https://force-color.org). */
export function wantsColor(chosen: boolean | undefined, isTerminal: boolean, env: Io['env']): boolean {
  if (chosen !== undefined) return chosen;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}
