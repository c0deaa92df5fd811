import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { explainError, failure } from '../errors.ts';
import { shownPath } from '../files.ts';
import type { Io, Output } from '../io.ts';
import type { FileResult, Total } from '../result.ts';
import { openReplacement } from '../write.ts';
import { loadFormat, type ReportContext, type ReportFormat, wantsColor } from './format.ts';
import { printable } from './printable.ts';

/** All reports of one run, each on its way to where it was asked for. */
export interface Reports {
  file(result: FileResult): Promise<void>;
  /** A diff, in place of the reports that would go to standard output. */
  print(diff: string): Promise<void>;
  close(total: Total): Promise<void>;
}

interface Sink {
  readonly columns: number | undefined;
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

interface OutputChoices {
  readonly paths: readonly string[];
  readonly outputs: readonly { readonly format: ReportFormat; readonly file?: string }[];
  readonly asOf: string;
  readonly packs?: ReportContext['packs'];
  readonly color?: boolean;
  readonly fix: boolean;
  readonly diff: boolean;
}

export async function openReports(choices: OutputChoices, io: Io): Promise<Reports> {
  // With `--fix -` the mended text has standard output for itself.
  const screen = choices.fix && !choices.diff && choices.paths.includes('-') ? io.stderr : io.stdout;
  const wanted = choices.outputs.filter(({ file }) => file !== undefined || !choices.diff);

  const open = await Promise.all(
    wanted.map(async ({ format, file }) => {
      const create = await loadFormat(format);
      const sink = file === undefined ? buffered(screen) : fileSink(file, io.cwd);
      const terminal = sink.columns !== undefined;
      const color = wantsColor(choices.color, terminal, io.env);
      const { asOf, packs = [] } = choices;
      const reporter = create({ asOf, packs, color, links: color && terminal, width: sink.columns ?? 120 });
      await sink.write(reporter.start ?? '');
      return { reporter, sink };
    }),
  );
  return {
    async file(result) {
      for (const { reporter, sink } of open) await sink.write(reporter.file(result));
    },
    async print(diff) {
      await screen.write(isSeen(io) ? diff.split('\n').map(visibly).join('\n') : diff);
    },
    async close(total) {
      for (const { reporter, sink } of open) {
        await sink.write(reporter.end(total));
        await sink.close();
      }
    },
  };
}

/** A diff must be exact to be applied, but where it is only looked at it must not command the terminal or the runner. */
function isSeen({ stdout, env }: Io): boolean {
  return stdout.columns !== undefined || Boolean(env.GITHUB_ACTIONS || env.TF_BUILD);
}

function visibly(line: string): string {
  return printable(line.replace(/\r$/, '')).replace(/^(\s*):(?=:)/, '$1: ');
}

function buffered(output: Output): Sink {
  let waiting = '';
  return {
    columns: output.columns,
    async write(text) {
      waiting += text;
      if (waiting.length < 65_536) return;
      const full = waiting;
      waiting = '';
      await output.write(full);
    },
    close: () => output.write(waiting),
  };
}

function fileSink(file: string, cwd: string): Sink {
  const attempt = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw failure(`${shownPath(file, cwd)}: the report could not be written: ${explainError(error)}`);
    }
  };
  const replacement = attempt(() => {
    mkdirSync(dirname(file), { recursive: true });
    return openReplacement(file);
  });
  const orDiscard = (action: () => void) =>
    attempt(() => {
      try {
        action();
      } catch (error) {
        replacement.discard();
        throw error;
      }
    });

  return {
    columns: undefined,
    write: async (text) => orDiscard(() => replacement.write(Buffer.from(text))),
    close: async () => orDiscard(() => replacement.commit()),
  };
}
