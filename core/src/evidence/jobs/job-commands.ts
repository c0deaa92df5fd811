import { holdsOn } from './condition.ts';
import { calledBy, type Elsewhere } from './elsewhere.ts';
import { readShell } from './shell-syntax.ts';
import { tokensOf } from './shell-tokens.ts';
import type { Job, Step } from './workflow.ts';

/** A command of a job, be it in a script that a step calls. */
export interface JobCommand {
  readonly step: Step;
  /** In the workflow, from 1. */
  readonly line: number;
  readonly text: string;
  /**
   * Its words without quotes, with the variables whose values the files say; several alternatives where a matrix gives
   * several. What nobody can tell keeps its `$`.
   */
  readonly alternatives: readonly (readonly string[])[];
  /** The folder in which it runs, from the root of the repository, `''` for that; `undefined` where it cannot be told. */
  readonly folder: string | undefined;
}

const mostCommands = 300;
const mostAlternatives = 20;
/** Signs of a command, with what its variables hold. */
const longestCommand = 10_000;

/** All commands that a job runs when `event` starts it, in their order. */
export function commandsOf(job: Job, event: string, elsewhere?: Elsewhere): readonly JobCommand[] {
  const all: JobCommand[] = [];
  for (const step of job.steps) {
    if (step.run === undefined || all.length >= mostCommands) continue;
    if (step.condition !== undefined && holdsOn(step.condition.says, event) === false) continue;
    const variables = new Map(step.variables);
    let { folder } = step;
    for (const { text, line } of readShell(step.run).commands.slice(0, mostCommands)) {
      const words = wordsOf(text);
      const [, moved] = /^(?:cd|pushd)\s+(\S+)$/.exec(text) ?? [];
      if (moved !== undefined) folder = isPlain(moved) && folder !== undefined ? joined(folder, moved) : undefined;
      for (const word of /^(?:export|local|declare|readonly)$/.test(words[0] ?? '')
        ? words.slice(1)
        : words.slice(0, 1)) {
        const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
        if (name !== undefined && value !== undefined) variables.set(name, value);
      }
      const own = { step, line: step.action === undefined ? step.doesAt + line : step.doesAt, folder, variables };
      const called = elsewhere === undefined || folder !== '' ? undefined : calledBy(text, elsewhere);
      const texts = called === undefined ? [text] : [text, ...readShell(called.script).commands.map((one) => one.text)];
      for (const one of texts.slice(0, mostCommands - all.length)) all.push(command(one, own, job));
    }
  }
  return all;
}

function command(
  text: string,
  {
    variables,
    ...own
  }: Omit<JobCommand, 'text' | 'alternatives'> & { readonly variables: ReadonlyMap<string, string> },
  { values }: Job,
): JobCommand {
  const words = eachWithin(wordsOf(text.slice(0, longestCommand)), (word, most) => filled(word, variables, most));
  const keys = [...new Set(words.flatMap((word) => [...word.matchAll(ofMatrix)].map(([, key = '']) => key)))];
  let rows: readonly ReadonlyMap<string, string>[] = [new Map()];
  for (const key of keys) {
    const given = values.get(key)?.given ?? [];
    if (given.length === 0) continue;
    rows = rows.flatMap((row) => given.map((value) => new Map([...row, [key, value]]))).slice(0, mostAlternatives);
  }
  const alternatives = rows.map((row) =>
    eachWithin(words, (word, most) => replaced(word, ofMatrix, ([, key = '']) => row.get(key), most)),
  );
  return { ...own, text, alternatives };
}

const ofMatrix = /\$\{\{\s*matrix\.([\w-]+)\s*\}\}/g;
const ofVariable = /\$\{\{\s*env\.(\w+)\s*\}\}|\$\{(\w+)(?::-[^}]*)?\}|\$(\w+)/g;

/** The words with what is put into them, all of which is no longer than a command may be. */
function eachWithin(words: readonly string[], put: (word: string, most: number) => string): readonly string[] {
  let left = longestCommand - words.reduce((sum, { length }) => sum + length, 0);
  return words.map((word) => {
    const whole = put(word, left + word.length);
    left -= whole.length - word.length;
    return whole;
  });
}

function filled(word: string, variables: ReadonlyMap<string, string>, most: number): string {
  let text = word;
  // A variable may hold another one.
  for (let rounds = 0; rounds < 3 && text.includes('$'); rounds += 1)
    text = replaced(text, ofVariable, ([, a, b, c]) => variables.get(a ?? b ?? c ?? ''), most);
  return text.replace(/^(?:\$GITHUB_WORKSPACE|\$\{GITHUB_WORKSPACE\}|\$\{\{\s*github\.workspace\s*\}\})\//, '');
}

/** What would make a text longer than `most` stays as it is: a variable may hold itself, twice. */
function replaced(
  text: string,
  pattern: RegExp,
  by: (match: readonly (string | undefined)[]) => string | undefined,
  most: number,
): string {
  let length = text.length;
  return text.replaceAll(pattern, (...match) => {
    const [all] = match;
    const value = by(match);
    if (value === undefined || length + value.length - all.length > most) return all;
    length += value.length - all.length;
    return value;
  });
}

function wordsOf(text: string): readonly string[] {
  return tokensOf(text).flatMap(({ kind, text: word }) => (kind === 'word' ? [word.replaceAll(/["']/g, '')] : []));
}

function isPlain(path: string): boolean {
  return /^[\w./-]{1,200}$/.test(path);
}

/** A path as it is from the root; `undefined` where it leads out of it or holds what is not known. */
export function joined(folder: string, path: string): string | undefined {
  if (/^\/|:\/\//.test(path) || !/^[^$*?<>|`]*$/.test(path)) return undefined;
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}
