import { conditionShown, toleratesOn } from './condition.ts';
import { calledBy, type Elsewhere } from './elsewhere.ts';
import { fateOf, neverReached } from './shell-fate.ts';
import type { ShellOptions } from './shell-status.ts';
import { readShell } from './shell-syntax.ts';
import { isDoing } from './step-effect.ts';
import { inside, nameOf } from './step-fate.ts';
import type { Remark } from './timing.ts';
import type { Step } from './workflow.ts';

/** It tells somebody of the failure itself. */
const telling = /curl|slack|notif|mail|alert|webhook|\bgh issue|sentry|pagerduty|::error/i;

/**
 * What keeps the failure of a step that the clock starts from being heard of, where nothing in it or behind it asks for
 * that; `isMeant` tells the command that counts from others beside it.
 */
export function swallowed(
  step: Step,
  behind: readonly Step[],
  isMeant: (command: string) => boolean,
  elsewhere: Elsewhere | undefined,
): Remark | undefined {
  const { id, run, shell, tolerated } = step;
  const asked = behind.map((one) => `${one.condition?.says ?? ''} ${one.run ?? ''} ${one.environment}`).join(' ');
  const unheard = `Nobody hears when ${inside(nameOf(step))} fails`;
  if (tolerated !== undefined && toleratesOn(tolerated.says, 'schedule') === true) {
    if (id !== undefined && asked.includes(`steps.${id}.`)) return undefined;
    return { line: tolerated.line, says: `${unheard}: \`continue-on-error: ${conditionShown(tolerated.says)}\`.` };
  }
  if (run === undefined || shell === undefined || telling.test(run) || /GITHUB_(?:OUTPUT|ENV)\b/.test(run))
    return undefined;
  const lost = lostIn(run, shell, isMeant, step.folder === '' ? elsewhere : undefined);
  return lost && { line: step.doesAt + lost.line, says: `${unheard}: ${lost.by}.` };
}

interface Lost {
  /** In the script, from 0. */
  readonly line: number;
  readonly by: string;
}

/** Which command of a script fails without an end to it. */
function lostIn(
  script: string,
  shell: ShellOptions,
  isMeant: (command: string) => boolean,
  elsewhere: Elsewhere | undefined,
): Lost | undefined {
  const { root, commands } = readShell(script);
  const doing = commands.filter(({ text }) => isDoing(text));
  for (const command of doing.slice(0, most)) {
    if (doing.length > 1 && !isMeant(command.text)) continue;
    const fate = fateOf(root, command, shell);
    if (fate.kind === 'lost' && fate.by !== neverReached) return { line: command.line, by: fate.by };
    const called = elsewhere && calledBy(command.text, elsewhere);
    const within =
      called && !telling.test(called.script) ? lostIn(called.script, called.shell, isMeant, undefined) : undefined;
    if (called !== undefined && within !== undefined)
      return { line: command.line, by: `${within.by} (${called.path}:${called.lines[within.line] ?? 1})` };
  }
  return undefined;
}

/** Each is followed to the end of the script. */
const most = 50;
