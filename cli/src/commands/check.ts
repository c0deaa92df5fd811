import type { Usage } from '../args.ts';
import { configFor, configurations, type FoundConfig } from '../config.ts';
import { explainError } from '../errors.ts';
import { type RepositoryOf, repositories } from '../evidence.ts';
import { findFiles } from '../files.ts';
import type { Io } from '../io.ts';
import { type Judged, judge } from '../judge.ts';
import { openReports } from '../report/outputs.ts';
import { plural, printable } from '../report/printable.ts';
import { add, type FileResult, none, type Problem, type Total } from '../result.ts';
import { readSource, type Source } from '../source.ts';
import { type CheckChoices, parseCheck } from './check-options.ts';

export async function checkCommand(argv: readonly string[], io: Io): Promise<number | Usage> {
  const choices = parseCheck(argv, io);
  if (choices.kind === 'usage') return choices;
  if (choices.kind === 'help') {
    const { helpFor } = await import('./help.ts');
    await io.stdout.write(helpFor('check') ?? '');
    return 0;
  }
  if (choices.printConfig) return (await import('./print-config.ts')).printConfig(choices, io);
  return check(choices, io);
}

/** Judges one file after the other: each is reported and forgotten before the next one is read. */
export async function check(choices: CheckChoices, io: Io, exitCodeOf = exitCode): Promise<number> {
  const problems: Problem[] = [];
  const complain = async ({ path, reason }: Problem) => {
    problems.push({ path, reason });
    await io.stderr.write(`ai-system: ${printable(`${path}: ${reason}`)}\n`);
  };

  const configsOf = configurations(choices.config, io.cwd);
  const chosen = choices.config.file === undefined ? undefined : await configsOf.of(io.cwd);
  if (chosen?.problem !== undefined) {
    // Without what was asked for, every judgement would be another one.
    await complain(chosen.problem);
    return 2;
  }
  const reports = await openReports(choices, io);
  const repositoryOf = repositories(io.cwd);
  const configs = new Set<FoundConfig>();
  let total = { ...none, specs: 0, skipped: 0, mended: 0 };
  let errorsLeft = 0;
  let differing = 0;

  const report = async (result: FileResult) => {
    total = { ...total, ...add(total, result.counts), mended: total.mended + (result.mended ? 1 : 0) };
    await reports.file(choices.quiet ? onlyErrors(result) : result);
  };

  const named = choices.paths.filter((path) => path !== '-');
  const readsStdin = named.length < choices.paths.length;
  const found = named.length === 0 && readsStdin ? { files: [], problems: [] } : await findFiles(named, io.cwd);
  for (const problem of found.problems) await complain(problem);

  for (const file of readsStdin ? ['-', ...found.files] : found.files) {
    const source = await readSource(file, choices.stdinName, io);
    if (source.kind === 'unreadable') {
      await complain(source);
      continue;
    }
    const config = await configsOf.of(source.file);
    if (!configs.has(config)) {
      configs.add(config);
      if (config.problem !== undefined) await complain(config.problem);
      if (config.result !== undefined) await report(config.result);
    }

    const judged = await judgeSafely(source, config, repositoryOf, choices);
    if (judged.problem !== undefined) await complain({ path: source.path, reason: judged.problem });
    if (!('result' in judged)) continue;

    if (judged.result.analysis?.skipped === undefined) total = { ...total, specs: total.specs + 1 };
    else total = { ...total, skipped: total.skipped + 1 };
    if (judged.result.findings.some(({ rule }) => rule === 'internal-error')) {
      problems.push({ path: source.path, reason: 'internal error' });
    }
    errorsLeft += judged.errorsLeft;
    const { leftOut = [] } = judged;
    if (judged.diff !== '' || leftOut.length > 0) differing++;
    if (leftOut.length > 0) {
      const where = `${source.path}:${leftOut.join(', ')}`;
      await io.stderr.write(
        `ai-system: ${printable(where)}: the diff leaves out what changes beside a secret; --fix changes it\n`,
      );
    }
    if (choices.diff) await reports.print(judged.diff);
    else if (choices.fix && source.isStdin) await io.stdout.write(judged.content);
    await report(judged.result);
  }

  const finished: Total = { ...total, problems };
  await reports.close(finished);
  if (choices.diff && errorsLeft > 0)
    await io.stderr.write(`ai-system: --fix would leave ${plural(errorsLeft, 'error')}\n`);
  return Math.max(await exitCodeOf(finished, choices, io), differing > 0 ? 1 : 0);
}

/** A defect of ours while judging one file must not keep the others from being judged. */
async function judgeSafely(
  source: Source,
  config: FoundConfig,
  repositoryOf: RepositoryOf,
  choices: CheckChoices,
): Promise<Judged | Pick<Judged, 'problem'>> {
  try {
    const repository = repositoryOf(source.file, config);
    return await judge(source, configFor(config, source.file, choices.packs), repository, choices);
  } catch (error) {
    return { problem: `internal error: ${explainError(error)}; please report it` };
  }
}

function onlyErrors(result: FileResult): FileResult {
  return { ...result, findings: result.findings.filter(({ severity }) => severity === 'error') };
}

async function exitCode(total: Total, choices: CheckChoices, io: Io): Promise<number> {
  const say = (line: string) => io.stderr.write(`ai-system: ${line}\n`);

  if (total.specs === 0 && total.problems.length === 0 && !choices.allowEmpty) {
    const what = total.skipped === 0 ? 'no spec found' : 'every file was skipped';
    await say(`nothing to check: ${what} (--allow-empty accepts that)`);
    return 2;
  }
  if (total.problems.length > 0) return 2;

  const tooMany = total.warnings > choices.maxWarnings;
  if (tooMany) await say(`${plural(total.warnings, 'warning')}, and --max-warnings allows ${choices.maxWarnings}`);
  return total.errors > 0 || tooMany ? 1 : 0;
}
