import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lineIndex, type Span } from '../../../core/src/index.ts';
import { configFor, configurations, type FoundConfig } from '../config.ts';
import { shownPath } from '../files.ts';
import type { Io } from '../io.ts';
import { jsonText } from '../report/json-text.ts';
import { printable } from '../report/printable.ts';
import type { CheckChoices } from './check-options.ts';

/** One thing that a configuration says for a spec, and where it does. */
interface Line {
  readonly name: string;
  readonly value: string;
  readonly default: string | undefined;
  readonly lowers: boolean;
  readonly source: string;
  readonly line: number | undefined;
}

interface Printed {
  readonly path: string;
  /** The configuration itself first, then what it extends. */
  readonly files: readonly string[];
  readonly settings: readonly Line[];
}

/** Shows, for each path, every setting that is not as it is without a configuration. */
export async function printConfig(choices: CheckChoices, io: Io): Promise<number> {
  const configsOf = configurations(choices.config, io.cwd);
  const printed: Printed[] = [];
  const told = new Set<FoundConfig>();
  let exitCode = 0;
  const say = async (line: string) => io.stderr.write(`ai-system: ${printable(line)}\n`);

  for (const path of choices.paths.length === 0 ? ['.'] : choices.paths) {
    const file = path === '-' ? resolve(io.cwd, choices.stdinName ?? 'ai-system.yaml') : specAt(resolve(io.cwd, path));
    const found = await configsOf.of(file);
    if (found.problem !== undefined) {
      await say(`${found.problem.path}: ${found.problem.reason}`);
      return 2;
    }
    if (!told.has(found) && found.result !== undefined) {
      for (const { message, span } of found.result.findings) {
        await say(`${found.result.path}:${lineOf(found.result.text, span)}: ${message}`);
      }
      if (found.result.counts.errors > 0) exitCode = 1;
    }
    told.add(found);
    printed.push({
      path: shownPath(file, io.cwd),
      files: [...(found.loaded?.texts.keys() ?? [])],
      settings: lines(found, file, io.cwd),
    });
  }
  const asJson = choices.outputs.some(({ format }) => format === 'json');
  await io.stdout.write(
    asJson ? `${jsonText({ schemaVersion: 1, configs: printed }, 0)}\n` : printed.map(pretty).join('\n'),
  );
  return exitCode;
}

/** In a folder, what would hold for a spec there. */
function specAt(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, 'ai-system.yaml') : path;
}

function lines(found: FoundConfig, file: string, cwd: string): readonly Line[] {
  const { loaded } = found;
  if (loaded === undefined) return [];
  const place = ({ source, span }: { readonly source: string; readonly span?: Span }) => {
    const text = loaded.texts.get(source);
    return { source, line: span === undefined || text === undefined ? undefined : lineOf(text, span) };
  };
  const path = (uri: string) => shownPath(fileURLToPath(uri), cwd);
  const named = (name: string, uri: string) => ({ name, value: path(uri), default: undefined, lowers: false });
  return [
    ...(configFor(found, file)?.settings ?? []).map((setting): Line => {
      const { name, from, to, lowers } = setting;
      return { name, value: to, default: from, lowers, ...place(setting) };
    }),
    ...[...loaded.roots].map(([name, root]): Line => ({ ...named(`roots.${name}`, root.uri), ...place(root) })),
    ...loaded.packs.map((pack): Line => ({ ...named(`packs.${pack.name}`, pack.uri), ...place(pack) })),
  ];
}

function lineOf(text: string, { start }: Span): number {
  return lineIndex(text).position(start).line + 1;
}

function pretty({ path, files, settings }: Printed): string {
  if (files.length === 0) return `${printable(path)}: no configuration holds here\n`;
  const from = files.length === 1 ? '' : `, which extends ${files.slice(1).join(', ')}`;
  const head = `${printable(`${path}: ${files[0]}${from}`)}\n`;
  if (settings.length === 0) return `${head}  everything is at its default\n`;
  const rows = settings.map(({ name, value, default: own, lowers, source, line }) => [
    name,
    value,
    line === undefined ? source : `${source}:${line}`,
    own === undefined ? '' : `${own} by default${lowers ? ', lowered' : ''}`,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return (
    head +
    rows
      .map(
        (row) =>
          `  ${printable(
            row
              .map((cell, at) => cell.padEnd(widths[at] ?? 0))
              .join('  ')
              .trimEnd(),
          )}\n`,
      )
      .join('')
  );
}
