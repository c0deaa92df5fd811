import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';

interface Option {
  /** What stands for the value in the help; without one the option is a switch. */
  readonly value?: string;
  readonly help: string;
  /** May be given several times. */
  readonly many?: true;
  /** What other programs pass without anybody typing it. */
  readonly hidden?: true;
}

export type Options = Readonly<Record<string, Option>>;

export type Values<O extends Options> = {
  readonly [Name in keyof O]: O[Name] extends { many: true }
    ? readonly string[]
    : O[Name] extends { value: string }
      ? string | undefined
      : boolean;
};

/** Called in a way that it cannot be. */
export interface Usage {
  readonly kind: 'usage';
  readonly message: string;
  /** A word that may be a slip of the keyboard, and what it could have been. */
  readonly unknown?: { readonly word: string; readonly known: readonly string[] };
  /** The command that shows what there is. */
  readonly help: string;
}

export interface Arguments<O extends Options> {
  readonly kind: 'arguments';
  readonly values: Values<O>;
  readonly rest: readonly string[];
  readonly help: boolean;
}

/**
 * Reads options and the rest in any order. Hooks pass file names without a `--` before them, so what begins with `-`
 * and names an existing file is a path, unless it is an option to the letter.
 */
export function parseArguments<O extends Options>(
  command: string,
  options: O,
  argv: readonly string[],
  cwd: string,
): Arguments<O> | Usage {
  const given = new Map<string, string[]>();
  const rest: string[] = [];
  const usage = (message: string, word?: string): Usage => ({
    kind: 'usage',
    message,
    ...(word === undefined ? {} : { unknown: { word, known: names(options) } }),
    help: `ai-system ${command} --help`,
  });

  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (word === '--') {
      rest.push(...argv.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-' || isPath(word, options, cwd)) {
      rest.push(word);
      continue;
    }
    if (word === '--help' || word === '-h')
      return { kind: 'arguments', values: collect(options, given), rest, help: true };

    const equals = word.indexOf('=');
    const flag = equals === -1 ? word : word.slice(0, equals);
    const name = flag.slice(2);
    const option = flag.startsWith('--') && Object.hasOwn(options, name) ? options[name] : undefined;
    if (option === undefined) return usage(`unknown option ${flag}`, flag);

    if (option.value === undefined) {
      if (equals !== -1) return usage(`${flag} takes no value`);
      given.set(name, ['']);
      continue;
    }
    const value = equals === -1 ? argv[++at] : word.slice(equals + 1);
    if (value === undefined || value === '') return usage(`${flag} needs a value: ${flag} ${option.value}`);
    given.set(name, option.many ? [...(given.get(name) ?? []), value] : [value]);
  }
  return { kind: 'arguments', values: collect(options, given), rest, help: false };
}

function isPath(word: string, options: Options, cwd: string): boolean {
  if (Object.hasOwn(options, word.slice(2)) || word === '-h' || word === '--help') return false;
  // `--format=json` is an option even where a file is called so, but `--x=y.ai-system.yaml` is a spec.
  const asOption = Object.hasOwn(options, word.slice(2).split('=', 1)[0] ?? '');
  if (asOption && !/\.ai-system\.ya?ml$/.test(basename(word))) return false;
  return existsSync(resolve(cwd, word));
}

function names(options: Options): readonly string[] {
  const shown = Object.entries(options).filter(([, option]) => !option.hidden);
  return ['--help', ...shown.map(([name]) => `--${name}`)];
}

function collect<O extends Options>(options: O, given: ReadonlyMap<string, readonly string[]>): Values<O> {
  const entries = Object.entries(options).map(([name, option]) => {
    const values = given.get(name);
    if (option.many) return [name, values ?? []];
    return [name, option.value === undefined ? values !== undefined : values?.[0]];
  });
  return Object.fromEntries(entries) as Values<O>;
}
