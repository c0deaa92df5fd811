import type { Usage } from './args.ts';
import { explainError, isFailure } from './errors.ts';
import type { Io } from './io.ts';
import { printable } from './report/printable.ts';

/** A command answers with its exit code, with a misuse to explain, or, for a server that goes on, with nothing. */
export type Command = (argv: readonly string[], io: Io) => Promise<number | undefined | Usage>;

/** Loaded when they are called: `--version` must not pay for the engine, nor `check` for the language server. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).checkCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  init: async () => (await import('./commands/init.ts')).initCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  rules: async () => (await import('./commands/rules.ts')).rulesCommand,
  lsp: async () => (await import('./commands/lsp.ts')).lspCommand,
  mcp: async () => (await import('./commands/mcp.ts')).mcpCommand,
};

/** Runs `ai-system` with these arguments; `undefined` means that a server has been started and decides itself. */
export async function run(argv: readonly string[], io: Io): Promise<number | undefined> {
  try {
    const [first, ...rest] = argv;
    if (first === undefined) return await help(undefined, io, 2);
    if (first === '--help' || first === '-h') return await help(undefined, io, 0);
    if (first === 'help') return await help(rest[0], io, 0);
    if (first === '--version' || first === '-v') return await version(io);

    const load = Object.hasOwn(commands, first) ? commands[first] : undefined;
    if (load === undefined) return await misused(await unknownCommand(first, io), io);

    const outcome = await (await load())(rest, io);
    return typeof outcome === 'object' ? await misused(outcome, io) : outcome;
  } catch (error) {
    return await reportCrash(error, io);
  }
}

/** The last resort: one line, whatever happened. */
export async function reportCrash(error: unknown, io: Io): Promise<number> {
  const line = isFailure(error)
    ? error.message
    : `internal error: ${explainError(error)}; please report it at https://github.com/ai-system-spec/ai-system-spec/issues`;
  await io.stderr.write(`ai-system: ${printable(line)}\n`);
  return 2;
}

async function help(command: string | undefined, io: Io, exitCode: number): Promise<number> {
  const { helpFor } = await import('./commands/help.ts');
  const text = helpFor(command);
  if (text === undefined) return misused(await unknownCommand(command ?? '', io), io);
  await (exitCode === 0 ? io.stdout : io.stderr).write(text);
  return exitCode;
}

async function version(io: Io): Promise<number> {
  const { version } = await import('./version.ts');
  await io.stdout.write(`${version}\n`);
  return 0;
}

async function misused(usage: Usage, io: Io): Promise<number> {
  const guess = usage.unknown && (await didYouMean(usage.unknown.word, usage.unknown.known));
  const hint = guess === undefined ? '' : `; did you mean ${guess}?`;
  await io.stderr.write(`ai-system: ${printable(`${usage.message}${hint}`)} (${usage.help} lists what there is)\n`);
  return 2;
}

async function didYouMean(word: string, known: readonly string[]): Promise<string | undefined> {
  const { closest } = await import('../../core/src/index.ts');
  return closest(word, known);
}

async function unknownCommand(word: string, io: Io): Promise<Usage> {
  const { existsSync } = await import('node:fs');
  const { resolve } = await import('node:path');
  if (word.startsWith('-') && !existsSync(resolve(io.cwd, word))) {
    return { kind: 'usage', message: `${word} stands before the command, such as "check"`, help: 'ai-system --help' };
  }
  if (existsSync(resolve(io.cwd, word))) {
    return { kind: 'usage', message: `no command; to check it, ai-system check ${word}`, help: 'ai-system --help' };
  }
  return {
    kind: 'usage',
    message: `unknown command "${word}"`,
    unknown: { word, known: Object.keys(commands) },
    help: 'ai-system --help',
  };
}
