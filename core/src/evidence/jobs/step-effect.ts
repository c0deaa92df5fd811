import { asideIn, isInstalling, isPrinting } from './command-role.ts';
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

export function effectOf({ run, uses, shell }: Step): Effect {
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
    return never ? { kind: 'said', says: `never comes to \`${programOf(first.text)}\`` } : { kind: 'some' };
  }
  const aside = working.map(({ text }) => asideIn(text)).find((one) => one !== undefined);
  if (aside !== undefined) return { kind: 'said', says: `runs its command with \`${aside}\`` };
  const printed = texts.map((text) => printedCommand(text)).find((text) => text !== undefined);
  if (printed !== undefined) return { kind: 'said', says: `only prints the command \`${programOf(printed)}\`` };
  if (texts.length === 0 && /^\s*#/m.test(run))
    return { kind: 'said', says: 'runs nothing: its command is commented out' };
  return texts.length === 0 || texts.every(isPrinting) ? { kind: 'printed', says: 'only prints' } : none;
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
