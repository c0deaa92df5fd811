import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decode, foundSummary, foundTable, initialSpec, read, stages, systemTypes } from '../../../core/src/index.ts';
import { nodeArtifactHost } from '../../../host/src/artifacts.ts';
import { readRegularFile } from '../../../host/src/read.ts';
import { folderWithin, rootsFor } from '../../../host/src/roots.ts';
import { type Options, parseArguments, type Usage } from '../args.ts';
import { errorCode, explainError, failure } from '../errors.ts';
import { shownPath } from '../files.ts';
import type { Io } from '../io.ts';
import { printable } from '../report/printable.ts';
import { createFile, replaceFile } from '../write.ts';
import { today } from './check-options.ts';

export const initOptions = {
  type: { value: 'TYPE', help: `what kind of system it is, where that does not show: ${systemTypes().join(', ')}` },
  stage: {
    value: 'STAGE',
    help: `the stage it is at, whose questions are asked: ${stages.join(', ')} (default: pilot)`,
  },
  'dry-run': { help: 'print the spec, and write nothing' },
} as const satisfies Options;

const specName = 'ai-system.yaml';

export async function initCommand(argv: readonly string[], io: Io): Promise<number | Usage> {
  const parsed = parseArguments('init', initOptions, argv, io.cwd);
  if (parsed.kind === 'usage') return parsed;
  if (parsed.help) {
    const { helpFor } = await import('./help.ts');
    await io.stdout.write(helpFor('init') ?? '');
    return 0;
  }
  const usage = { kind: 'usage', help: 'ai-system init --help' } as const;
  const { type, stage: named, 'dry-run': dryRun } = parsed.values;
  if (type !== undefined && !systemTypes().includes(type)) {
    return { ...usage, message: `unknown type "${type}"`, unknown: { word: type, known: systemTypes() } };
  }
  const stage = stages.find((one) => one === named);
  if (named !== undefined && stage === undefined) {
    return { ...usage, message: `unknown stage "${named}"`, unknown: { word: named, known: stages } };
  }
  const [at = '.', ...more] = parsed.rest;
  if (more.length > 0) return { ...usage, message: 'init takes one folder' };

  const folder = folderAt(at, io.cwd);
  const there = [specName, 'ai-system.yml'].filter((name) => existsSync(join(folder, name)));
  const taken = there.find((name) => !isEmpty(join(folder, name)));
  if (taken !== undefined && !dryRun) {
    const existing = join(folder, taken);
    throw failure(`${shownPath(existing, io.cwd)}: ${standing(existing)} (--dry-run prints what it would say)`);
  }
  // In an empty file nothing is lost.
  const file = join(folder, taken ?? there[0] ?? specName);
  const path = shownPath(file, io.cwd);

  const roots = rootsFor(folder, undefined, folder);
  const host = nodeArtifactHost({ roots: () => roots, trusted: () => false });
  const spec = await initialSpec(host, folderWithin(roots.own, folder), { type, stage, asOf: today() });
  const table = foundTable(spec);
  // The spec alone goes to standard output, so that it can go on into a file.
  const said = dryRun ? io.stderr : io.stdout;
  for (const line of table === '' ? [] : table.split('\n')) await said.write(`${printable(line)}\n`);
  if (dryRun) await io.stdout.write(spec.text);
  else create(file, path, spec.text, there.length > 0);
  const next = dryRun ? `without --dry-run it goes to ${path}` : `next: ai-system check ${path}`;
  await said.write(`${dryRun ? '' : `${printable(path)}: `}${foundSummary(spec)}; ${printable(next)}\n`);
  return 0;
}

/** Not a link to one: nobody sees where that leads. */
function isEmpty(file: string): boolean {
  const stat = lstatSync(file);
  return stat.isFile() && stat.size === 0;
}

/** What is in the way, as `check` takes it. */
function standing(file: string): string {
  const found = readRegularFile(file);
  const decoded = found.kind === 'bytes' ? decode(found.bytes) : undefined;
  const reason = decoded?.kind === 'text' ? read(decoded.text).skipped : undefined;
  if (reason === undefined) return 'there is a spec already, and init writes over none';
  return `a file of this name is there and is no spec: ${printable(reason)}; rename it, and run init again`;
}

function folderAt(named: string, cwd: string): string {
  const folder = resolve(cwd, named);
  let isFolder: boolean;
  try {
    isFolder = statSync(folder).isDirectory();
  } catch (error) {
    throw failure(`${named}: ${explainError(error)}`);
  }
  if (!isFolder) throw failure(`${named}: no folder`);
  // As git names it, whatever link leads here.
  return realpathSync(folder);
}

function create(file: string, path: string, text: string, fills: boolean): void {
  const bytes = new TextEncoder().encode(text);
  try {
    if (fills) replaceFile(file, new Uint8Array(), bytes);
    else createFile(file, bytes);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw failure(`${path}: somebody else has just written it`);
    throw failure(`${path}: ${explainError(error)}`);
  }
}
