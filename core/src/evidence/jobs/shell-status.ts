/** How a shell is started: whether it stops at the first error, and whether a pipe fails with any of its parts. */
export interface ShellOptions {
  readonly errexit: boolean;
  readonly pipefail: boolean;
}

/** 2 where it cannot be told. */
export type Status = 0 | 1 | 2;

export interface State extends ShellOptions {
  readonly status: Status;
  /** The first part of the last pipe. */
  readonly pipe: Status;
  readonly background: Status;
  readonly variables: ReadonlyMap<string, Status>;
  /** The script has ended with it. */
  readonly out?: Status;
  /** The function has ended with it. */
  readonly back?: Status;
  /** The command has failed. */
  readonly hit: boolean;
  /** What took the failure away, in the words of the script. */
  readonly lost?: string;
  /** What is to be said of it where the script goes on. */
  readonly goesOn: string;
}

/** `RC=$?`, `failed=1`; of any other value nothing is known. */
export function assigned(text: string, state: State): State {
  const [, name = '', value = ''] = /^([A-Za-z_]\w*)\+?=(\S*)/.exec(text) ?? [];
  const counts = /^["']?\$\(\(.*\+/.test(text.slice(name.length + 1));
  const variables = new Map([...state.variables, [name, counts ? (1 as const) : statusOf(value, state)]]);
  return { ...state, status: 0, variables };
}

export function statusOf(word: string, { status, pipe, variables }: State): Status {
  const plain = word.replaceAll(/["']/g, '');
  if (plain === '$?') return status;
  if (/^\$\{PIPESTATUS\[0\]\}$/.test(plain)) return pipe;
  if (/^\d+$/.test(plain)) return Number(plain) === 0 ? 0 : 1;
  const [, name] = /^\$\{?(\w+)(?::-0)?\}?$/.exec(plain) ?? [];
  return (name === undefined ? undefined : variables.get(name)) ?? 2;
}

/** `[ $RC -ne 0 ]` and the like, where it is known what stands in the variable. */
export function compared(text: string, state: State): Status {
  const [, left = '', how, right] =
    /^(?:\[\[?|test|\(\()\s*(\S+?)\s*(-ne|-eq|-gt|!=|==?|>)\s*["']?([01])["']?\s*(?:\]\]?|\)\))?$/.exec(text) ?? [];
  if (how === undefined) return 2;
  const value = statusOf(/^\w+$/.test(left) ? `$${left}` : left, state);
  if (value === 2 || (right === '1' && value === 1 && !/^(?:-eq|==?)$/.test(how))) return 2;
  const isEqual = value === Number(right);
  return (/^(?:-eq|==?)$/.test(how) ? isEqual : !isEqual) ? 0 : 1;
}

/** `set -euo pipefail`, `set +e` */
export function optionsOf(text: string, state: ShellOptions): ShellOptions {
  let { errexit, pipefail } = state;
  for (const [, sign, letters = '', name] of text.matchAll(/(?<=\s)([-+])([a-z]+)(?:\s+(errexit|pipefail))?/g)) {
    if (letters.includes('e') || name === 'errexit') errexit = sign === '-';
    if (name === 'pipefail') pipefail = sign === '-';
  }
  return { errexit, pipefail };
}
