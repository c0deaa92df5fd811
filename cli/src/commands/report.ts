import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Pack } from '../../../core/src/index.ts';
import { parseArguments, type Usage } from '../args.ts';
import type { Io } from '../io.ts';
import type { Total } from '../result.ts';
import { check } from './check.ts';
import { type CheckChoices, parseCheck } from './check-options.ts';
import { reportFormats, reportOptions } from './report-options.ts';

/** Judges as `check` does, and tells how ready the systems are instead of what was found. */
export async function reportCommand(argv: readonly string[], io: Io): Promise<number | Usage> {
  const parsed = parseArguments('report', reportOptions, argv, io.cwd);
  if (parsed.kind === 'usage') return parsed;
  if (parsed.help) {
    const { helpFor } = await import('./help.ts');
    await io.stdout.write(helpFor('report') ?? '');
    return 0;
  }
  const { gate, format, pack, ...shared } = parsed.values;
  const unknown = format.map((value) => value.split('=', 1)[0] ?? '').find((name) => !isReportFormat(name));
  if (unknown !== undefined) {
    const word = { word: unknown, known: reportFormats };
    return { kind: 'usage', message: `unknown format "${unknown}"`, unknown: word, help: 'ai-system report --help' };
  }

  // What is left is understood as `check` understands it.
  const choices = parseCheck([...asArguments({ ...shared, format }), '--', ...parsed.rest], io);
  if (choices.kind === 'usage') return { ...choices, help: 'ai-system report --help' };
  if (choices.kind === 'help') return 0;
  const found = await packsOf(pack, choices, io);
  if (found.kind === 'usage') return found;
  return check(forReaders(choices, found.packs), io, async (total) => exitCode(total, gate, choices.allowEmpty, io));
}

function isReportFormat(name: string): boolean {
  return (reportFormats as readonly string[]).includes(name);
}

function asArguments(values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    if (value === true) return [`--${name}`];
    return [value].flat().map((one) => `--${name}=${one}`);
  });
}

/** A pack may be one that the configuration of the first path names. */
async function packsOf(wanted: readonly string[], { config, paths: [first = '.'] }: CheckChoices, io: Io) {
  if (wanted.length === 0) return { kind: 'packs', packs: [] } as const;
  const { findPacks } = await import('./packs.ts');
  const { configurations } = await import('../config.ts');
  const path = resolve(io.cwd, first);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  const found = await configurations(config, io.cwd).of(isFolder ? join(path, 'ai-system.yaml') : path);
  return findPacks(wanted, found, io.cwd, 'ai-system report --help');
}

/** In a terminal a report has a form of its own. */
function forReaders(choices: CheckChoices, packs: readonly Pack[]): CheckChoices {
  const pretty = packs.length === 0 ? 'readiness' : 'coverage';
  const outputs = choices.outputs.map(({ format, file }) => {
    return { format: format === 'pretty' ? (pretty as typeof pretty) : format, file };
  });
  return { ...choices, packs, outputs };
}

async function exitCode(total: Total, gate: boolean, allowEmpty: boolean, io: Io): Promise<number> {
  if (total.problems.length > 0) return 2;
  if (total.specs === 0 && !allowEmpty) {
    const what = total.skipped === 0 ? 'no spec found' : 'every file was skipped';
    await io.stderr.write(`ai-system: nothing to report: ${what} (--allow-empty accepts that)\n`);
    return 2;
  }
  return gate && total.errors > 0 ? 1 : 0;
}
