import { asideIn, isInstalling, isPrinting } from './command-role.ts';
import { calledBy, type Elsewhere, missingIn } from './elsewhere.ts';
import { fateOf, neverReached } from './shell-fate.ts';
import type { ShellOptions } from './shell-status.ts';
import { readShell, type ShellCommand } from './shell-syntax.ts';
import { programOf } from './shell-words.ts';
import type { Step } from './workflow.ts';

/** Whether anything comes of a step. `says` follows its name. */
export type Effect =
  | { readonly kind: 'some' }
  /** It only makes ready. */
  | { readonly kind: 'none'; readonly says: string }
  | { readonly kind: 'printed'; readonly says: string }
  /** It prints a command in place of running it, has it in a comment, or never comes to it. */
  | { readonly kind: 'said'; readonly says: string };

/** `elsewhere` where what a step calls may be looked for, which nothing before it makes. */
export function effectOf({ run, uses, shell, folder }: Step, elsewhere?: Elsewhere, isFirst = false): Effect {
  const none = { kind: 'none', says: 'does nothing' } as const;
  if (run === undefined)
    return uses === undefined || /^actions\/(?:checkout|setup-|cache)/.test(uses) ? none : { kind: 'some' };
  const { root, commands } = readShell(run);
  const texts = commands.map(({ text }) => text);
  const working = commands.filter(({ text }) => works(text));
  const doing = working.filter(({ text }) => asideIn(text) === undefined);
  const [first] = doing;
  if (first !== undefined) {
    const isNever = (command: ShellCommand, options: ShellOptions) => {
      const fate = fateOf(root, command, options);
      return fate.kind === 'lost' && fate.by === neverReached;
    };
    const never = shell !== undefined && doing.length <= most && doing.every((command) => isNever(command, shell));
    if (never) return { kind: 'said', says: `never comes to \`${programOf(first.text)}\`` };
    if (elsewhere === undefined || folder !== '' || commands.some(({ text }) => /^(?:cd|pushd)\s/.test(text)))
      return { kind: 'some' };
    const effects = doing.map(({ text }) => effectOfCalled(text, elsewhere, isFirst));
    return effects.find(({ kind }) => kind === 'some') ?? effects[0] ?? { kind: 'some' };
  }
  const aside = working.map(({ text }) => asideIn(text)).find((one) => one !== undefined);
  if (aside !== undefined) return { kind: 'said', says: `runs its command with \`${aside}\`` };
  const printed = texts.map((text) => printedCommand(text)).find((text) => text !== undefined);
  if (printed !== undefined) return { kind: 'said', says: `only prints the command \`${programOf(printed)}\`` };
  if (texts.length === 0 && /^\s*#/m.test(run))
    return { kind: 'said', says: 'runs nothing: its command is commented out' };
  return texts.length === 0 || texts.every(isPrinting) ? { kind: 'printed', says: 'only prints' } : none;
}

/** Of what stands in a file of its own; of any other command, that something comes of it. */
function effectOfCalled(command: string, elsewhere: Elsewhere, isFirst: boolean): Effect {
  const called = calledBy(command, elsewhere);
  const calls = `runs \`${programOf(command)}\``;
  if (called === undefined) {
    const missing = isFirst ? missingIn(command, elsewhere) : undefined;
    return missing === undefined ? { kind: 'some' } : { kind: 'said', says: `${calls}, but ${missing}` };
  }
  const { commands } = readShell(called.script);
  if (commands.some(({ text }) => isDoing(text))) return { kind: 'some' };
  return {
    kind: 'said',
    says: `${calls}, which runs nothing (${called.path}:${called.lines[commands[0]?.line ?? 0] ?? 1})`,
  };
}

/** Whether a command does what it is there for, and does not only say or prepare something. */
export function isDoing(text: string): boolean {
  return works(text) && asideIn(text) === undefined;
}

/** Each is followed to the end of the script. */
const most = 300;

function works(text: string): boolean {
  return (!isPrinting(text) && !isInstalling(text) && !asking.test(text)) || writing.test(text);
}

/** It gives a value, or asks for one. */
const asking = /^(?:[A-Za-z_]\w*\+?=\S*$|false$|\[\[?\s|\(\(|test\s)/;
/** To a file that somebody else may read. */
const writing = /\s(?:&|\d)?>{1,2}\s?(?!["']?(?:\/dev\/|\$\{?GITHUB_(?:STEP_SUMMARY|OUTPUT|ENV)))[^&\s]/;

/** What `echo` prints, where it looks like something that could be run. */
function printedCommand(text: string): string | undefined {
  const [, printed = ''] = /^(?:echo|printf)\s+(?:-\w+\s+)*["']?(.*)$/s.exec(text) ?? [];
  return /^(?:python[\d.]{0,4}|node|npm|npx|pnpm|yarn|make|just|task|bash|sh|uv|poetry|docker|kubectl|curl|dvc|dbt|airflow|prefect|aws|gcloud|az|go|java|\.{0,2}\/\S+)(?:\s|$)/.test(
    printed,
  )
    ? printed
    : undefined;
}
