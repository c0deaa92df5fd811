import { isInstalling, isOfEvaluation, isPreparing, isPrinting, roleOf } from './command-role.ts';
import type { JobCommand } from './job-commands.ts';

/** What an evaluation reads and writes, by the words of its commands. */
export interface EvaluationFlow {
  readonly evaluating: readonly Evaluating[];
  readonly comparing: readonly Comparing[];
}

export interface Evaluating {
  readonly command: JobCommand;
  /** The files of cases that it names. */
  readonly data: readonly string[];
  /** What leaves most of the cases out: `--limit 20`. */
  readonly limit: Limit | undefined;
  readonly writes: readonly string[];
  /** Something before it may have made the file that it reads. */
  readonly isPrepared: boolean;
}

export interface Limit {
  readonly says: string;
  /** Of cases; `undefined` for a share of them, or where it is not said how many. */
  readonly count: number | undefined;
}

export interface Comparing {
  readonly command: JobCommand;
  readonly reads: readonly string[];
  /** Everything among its words that may be a file of results. */
  readonly names: readonly string[];
  /** Something between the evaluation and it may have made them. */
  readonly isPrepared: boolean;
  /** What was put in place of a file since it was evaluated, by its path. */
  readonly replaced: ReadonlyMap<string, Replacing>;
}

export interface Replacing {
  readonly command: JobCommand;
  /** The file that it is taken from, which no command before has named; `undefined` for one out of the history of git. */
  readonly from: string | undefined;
}

const dataOption =
  /^--?(?:(?:eval|test|golden|input)[-_])?(?:data(?:[-_]?set)?|cases|questions|queries|test[-_]?set|goldens?|examples|benchmark|suite)(?:[-_](?:path|file|dir|uri|jsonl))?$/i;
const outOption = /^(?:-o|--(?:out(?:put)?|save|write)(?:[-_]?(?:path|file|json|dir|to|results?))?)$/i;
const resultOption = /^--(?:results?|scores?|report|input|candidate|current|metrics)(?:[-_](?:file|path|json))?$/i;
const dataFile = /\.(?:jsonl?|ndjson|csv|tsv|parquet|arrow|xlsx|ya?ml)$/i;
const resultFile = /\.(?:jsonl?|ndjson|csv|tsv|parquet|xml)$/i;
const countOption =
  /^--(?:limit|take|first|head|subset|samples?|sample[-_]size|(?:max|n|num)[-_]?(?:samples?|examples?|cases|rows|questions|queries|items)|filter[-_](?:first[-_]n|sample))$/i;
const shareOption = /^--(?:fraction|frac|sample[-_](?:rate|frac(?:tion)?|ratio)|sampling[-_]rate)$/i;
const fewOption = /^--(?:smoke(?:[-_]test)?|quick|mini|tiny)$/i;

export function evaluationFlow(commands: readonly JobCommand[]): EvaluationFlow {
  const evaluating: Evaluating[] = [];
  const comparing: Comparing[] = [];
  let isAnyBefore = false;
  let isAnyBetween = false;
  const named = new Set<string>();
  const made = new Set<string>();
  const replaced = new Map<string, Replacing>();
  for (const command of commands) {
    if (isPrinting(command.text) || isInstalling(command.text)) continue;
    const options = command.alternatives.flatMap(optionsIn);
    const compares = roleOf(command.text) === 'compares';
    const isOne =
      isOfEvaluation(command.text) || (isOfEvaluation(command.step.name ?? '') && !isPreparing(command.text));
    const data = options.flatMap(({ name, value }) =>
      dataOption.test(name) && isPath(value, dataFile) ? [value] : [],
    );
    if (isOne && (!compares || data.length > 0)) {
      const writes = options.flatMap(({ name, value }) => (outOption.test(name) && value !== '' ? [value] : []));
      evaluating.push({ command, data, limit: limitIn(options), writes, isPrepared: isAnyBefore });
      for (const path of writes) replaced.delete(path);
    }
    const copied = copyIn(command);
    // What a command before has named it may have made; only what it writes has it made surely.
    if (copied === undefined) {
      for (const { name, value } of options) {
        named.add(value);
        if (outOption.test(name) && value !== '') made.add(value);
      }
    } else if (copied.from !== undefined && named.has(copied.from)) {
      named.add(copied.to);
      if (made.has(copied.from)) made.add(copied.to);
    } else if (made.has(copied.to) && !isReference(copied.to)) replaced.set(copied.to, { command, from: copied.from });
    if (compares) {
      const names = options.flatMap(({ value }) => (isPath(value, resultFile) ? [value] : []));
      comparing.push({
        command,
        reads: readsOf(options),
        names,
        isPrepared: isAnyBetween,
        replaced: new Map(replaced),
      });
    }
    // What only reads what was written makes nothing.
    if (!isOne && !compares) isAnyBetween = evaluating.length > 0;
    isAnyBefore = true;
  }
  return { evaluating, comparing };
}

/**
 * What a command takes from another file of the repository, or from its history (`from` is then `undefined`), and puts in
 * place of a file. What is filled in later, or has options that say more, is not told.
 */
function copyIn({ alternatives }: JobCommand): { readonly from: string | undefined; readonly to: string } | undefined {
  const [words, another] = alternatives;
  if (words === undefined || another !== undefined || words.some((word) => /[$*?{}<>|&]/.test(word))) return undefined;
  const [program = '', ...rest] = words;
  const plain = rest.filter((word) => !/^-[a-zA-Z-]/.test(word));
  const [from, to, more] = plain;
  if (/^(?:cp|mv|install)$/.test(program))
    return from === undefined || to === undefined || more !== undefined || to.endsWith('/') ? undefined : { from, to };
  const last = plain.at(-1);
  const isGit = program === 'git' && (from === 'checkout' || from === 'restore') && last !== undefined;
  return isGit && plain.length > 1 ? { from: undefined, to: last } : undefined;
}

/** What results are compared with, and no result itself. */
function isReference(path: string): boolean {
  return /baseline|reference|expected|golden|previous/i.test(path);
}

function isPath(value: string, kind: RegExp): boolean {
  return kind.test(value) || /^[\w.@-]+(?:\/[\w.@=-]+)+\/?$/.test(value);
}

/** An option with its value, `''` where it has none; what belongs to none is under `''`, and what `>` leads to under `-o`. */
export interface Option {
  readonly name: string;
  readonly value: string;
}

export function optionsIn(words: readonly string[]): readonly Option[] {
  const found: Option[] = [];
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = words[at + 1] ?? '';
    const [, name, value] = /^(--?[A-Za-z][\w-]*)=(.*)$/s.exec(word) ?? [];
    const [, into] = /^1?>{1,2}(.*)$/s.exec(word) ?? [];
    if (name !== undefined) found.push({ name, value: value ?? '' });
    else if (into !== undefined) {
      found.push({ name: '-o', value: into === '' ? next : into });
      if (into === '') at += 1;
    } else if (/^--?[A-Za-z]/.test(word)) {
      const isValue = next !== '' && !/^(?:-\D|[<>]|\d>)/.test(next);
      found.push({ name: word, value: isValue ? next : '' });
      if (isValue) at += 1;
    } else found.push({ name: '', value: word.replace(/^</, '') });
  }
  return found;
}

/** By an option that says so, or else the files that belong to no option. */
function readsOf(options: readonly Option[]): readonly string[] {
  const named = options.filter(({ name, value }) => resultOption.test(name) && isPath(value, resultFile));
  const plain = options.filter(({ name, value }) => name === '' && resultFile.test(value));
  return (named.length > 0 ? named : plain).map(({ value }) => value);
}

function limitIn(options: readonly Option[]): Limit | undefined {
  for (const { name, value } of options) {
    if (fewOption.test(name)) return { says: name, count: undefined };
    const amount = /^\d{1,9}(?:\.\d{1,9})?$/.test(value) ? Number(value) : 0;
    // None, and a negative one, stand for all.
    if (amount === 0) continue;
    if (countOption.test(name)) return { says: `${name} ${value}`, count: amount < 1 ? undefined : amount };
    if (shareOption.test(name) && amount < 1) return { says: `${name} ${value}`, count: undefined };
  }
  return undefined;
}
