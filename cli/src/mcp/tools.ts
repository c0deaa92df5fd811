import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import {
  type Checked,
  checkAnswer,
  checkTool,
  explainAnswer,
  explainTool,
  rules,
  type Stage,
  stages,
  toolInput,
} from '../../../core/src/index.ts';
import { isWithin } from '../../../host/src/roots.ts';
import { today } from '../commands/check-options.ts';
import { knownPacks } from '../commands/packs.ts';
import { configFor, configurations } from '../config.ts';
import { repositories } from '../evidence.ts';
import { findFiles, isFolder, repositoryPath, shownPath } from '../files.ts';
import type { Io } from '../io.ts';
import { judge } from '../judge.ts';
import { readSource, type Source } from '../source.ts';
import type { ToolAnswer } from './serve.ts';

/** Nothing is kept between two calls: the files may have changed. */
export async function checkedByTool(given: Readonly<Record<string, unknown>>, io: Io): Promise<ToolAnswer> {
  const input = toolInput(checkTool, given);
  if (typeof input === 'string') return { text: input, failed: true };
  const { path = '.', text, stage } = input;
  const named = resolve(io.cwd, path);
  // By where links lead: an assistant may have been talked into reading what it should not.
  if (!isWithin(real(named), realpathSync(io.cwd))) {
    return { text: `${path} is outside of the folder that this server looks after.`, failed: true };
  }

  const complaints: string[] = [];
  const sources: Source[] = [];
  if (text !== undefined) {
    sources.push(asSource(isFolder(named) ? join(named, 'ai-system.yaml') : named, text, io.cwd));
  } else {
    const { files, problems } = await findFiles([path], io.cwd);
    for (const problem of problems) complaints.push(`${problem.path}: ${problem.reason}`);
    for (const file of files) {
      const source = await readSource(file, undefined, io);
      if (source.kind === 'source') sources.push(source);
      else complaints.push(`${source.path}: ${source.reason}`);
    }
  }
  if (sources.length === 0 && complaints.length === 0) {
    return { text: `There is no ai-system.yaml in ${path}.`, failed: true };
  }

  const configs = configurations({ none: false }, io.cwd);
  const repositoryOf = repositories(io.cwd);
  const checked: Checked[] = [];
  for (const source of sources) {
    const config = await configs.of(source.file);
    if (config.problem !== undefined) complaints.push(`${config.problem.path}: ${config.problem.reason}`);
    const how = { asOf: today(), stage: isStage(stage) ? stage : undefined, strict: false, fix: false, diff: false };
    const { result } = await judge(source, configFor(config, source.file), repositoryOf(source.file, config), how);
    checked.push(result);
  }
  const complained = [...new Set(complaints)].map((line) => `${line}\n`).join('');
  return { text: complained + checkAnswer(checked), ...(checked.length === 0 ? { failed: true } : {}) };
}

export async function explainedByTool(given: Readonly<Record<string, unknown>>, folder: string): Promise<ToolAnswer> {
  const input = toolInput(explainTool, given);
  if (typeof input === 'string') return { text: input, failed: true };
  const help = 'ai-system mcp --help';
  const found = await knownPacks({ config: undefined, noConfig: false, pack: [] }, folder, help);
  const added = found.kind === 'packs' ? found.packs.flatMap(({ requirements }) => requirements) : [];
  const { text, known } = explainAnswer(input.rule ?? '', [...rules, ...added]);
  return known ? { text } : { text, failed: true };
}

function asSource(file: string, text: string, cwd: string): Source {
  const paths = { path: shownPath(file, cwd), repositoryPath: repositoryPath(file, cwd) };
  return { kind: 'source', file, ...paths, bytes: Buffer.from(text), isStdin: true };
}

/** Of a file that is not there yet, where its folder leads. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : resolve(real(parent), relative(parent, path));
}

function isStage(word: string | undefined): word is Stage {
  return (stages as readonly (string | undefined)[]).includes(word);
}
