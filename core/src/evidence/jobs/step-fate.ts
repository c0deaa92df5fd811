import { clipped } from '../../shown.ts';
import {
  asideIn,
  isCalling,
  isLinting,
  isOfEvaluation,
  isPreparing,
  isPrinting,
  type Role,
  readsResults,
  roleOf,
  writesResults,
} from './command-role.ts';
import { conditionShown, isAfterFailure, letsIn, runsInWords, toleratesOn } from './condition.ts';
import { type CalledScript, calledBy, type Elsewhere } from './elsewhere.ts';
import { fateOf } from './shell-fate.ts';
import { readShell, type ShellCommand } from './shell-syntax.ts';
import { programOf } from './shell-words.ts';
import type { Step } from './workflow.ts';

/** A command of a step, or the action that it uses. */
export interface Work {
  readonly step: Step;
  /** Where it stands, or what takes its failure away. */
  readonly line: number;
  /** What its words, or those of its step, say that it does. */
  readonly role: Role;
  /** Whether it is an evaluation that it tests or compares. */
  readonly evaluates: boolean;
  /** By its own words it is a test, and not by the name of its step. */
  readonly ownTest?: boolean;
  /** The name of its step alone says what it does; `what` is the program. */
  readonly namedOnly?: { readonly what: string };
  /** It looks at code, and judges no answers; `what` is the program. */
  readonly lints?: { readonly what: string };
  /** It reads results that something else has to make; `what` is the program. */
  readonly reads?: { readonly what: string };
  /** It writes to a file. */
  readonly writes?: boolean;
  /** It runs nothing at all. */
  readonly idle?: true;
  /** What its failure does to the job. */
  readonly fate: 'fails' | 'depends' | 'tolerated' | 'off';
  /** Why it does no more than that. */
  readonly says: string;
}

const softening =
  /\s(--(?:exit-zero|no-fail|soft-fail|warn-only|passWithNoTests)\b|PROMPTFOO_FAILED_TEST_EXIT_CODE=0|--(?:fail-(?:under|below)|min[-_]\w{1,30}|(?:\w{1,30}-)?threshold|(?:\w{1,30}-)?min)[ =]0(?:\.0+)?(?=\s|$))/;
const asking = /^(?:\[\[?\s|\(\(|(?:test|e?grep|fgrep|rg|diff|cmp)\s)/;
const askingForFile = /^(?:\[\[?|test)\s+(?:!\s+)?-[a-z]\s/;

/** More than anybody writes into a step; each is followed to the end of the script. */
const mostCommands = 300;

/** What a step does, without what only makes ready; `event` starts the workflow. */
export function workOf(step: Step, event: string, elsewhere?: Elsewhere): readonly Work[] {
  const own = step.run === undefined ? usesWork(step) : runWork(step, step.run, elsewhere);
  if (own.length === 0) return [];
  const name = nameOf(step);
  const condition = step.condition?.says;
  const holds = condition === undefined ? true : letsIn(condition, event);
  const runs = { line: step.condition?.line ?? step.line, says: `${name} ${runsInWords(condition ?? '', event)}.` };
  const { tolerated } = step;
  const isTolerated = tolerated === undefined ? false : toleratesOn(tolerated.says, event);
  return own.map((work): Work => {
    if (holds === false || isAfterFailure(condition ?? '')) return { ...work, ...runs, fate: 'off' };
    const how = `\`continue-on-error: ${conditionShown(tolerated?.says ?? '')}\`.`;
    const at = { line: tolerated?.line ?? step.line };
    if (isTolerated === true)
      return { ...work, ...at, fate: 'tolerated', says: `The failure of ${inside(name)} is ignored: ${how}` };
    if (work.fate !== 'fails') return work;
    if (isTolerated === 'depends') return { ...work, ...at, fate: 'depends', says: `${name} has ${how}` };
    return holds === 'depends' ? { ...work, ...runs, fate: 'depends' } : work;
  });
}

/** As messages call it, at the beginning of a sentence. */
export function nameOf(step: Step): string {
  const called = step.name ?? step.uses;
  const of = step.action === undefined ? '' : ` of "${clipped(step.action)}"`;
  if (called !== undefined) return `Step "${clipped(called, 40)}"${of}`;
  const { commands } = readShell(step.run ?? '');
  const first = commands.find(({ text }) => !isPreparing(text) && !asking.test(text)) ?? commands[0];
  return `${first === undefined ? 'A step' : `Step "${clipped(programOf(first.text), 40)}"`}${of}`;
}

/** The same name within a sentence. */
export function inside(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

function usesWork(step: Step): readonly Work[] {
  const { uses } = step;
  if (
    uses === undefined ||
    /^(?:actions\/(?:checkout|setup-|cache|upload-|download-)|docker\/(?:setup|login)-|\S*\/setup-)/.test(uses)
  )
    return [];
  const line = step.doesAt;
  if (/^\.{1,2}\//.test(uses)) {
    const words = `${step.name ?? ''} ${uses}`;
    const says = `${nameOf(step)} uses "${clipped(uses)}", which is not looked into.`;
    return [{ step, line, role: roleOf(words), evaluates: isOfEvaluation(words), fate: 'depends', says }];
  }
  const role = roleOf(uses);
  const lints = /lint|ruff|prettier|pre-commit/i.test(uses) ? { what: clipped(uses, 40) } : undefined;
  const shared = { step, line, evaluates: isOfEvaluation(uses), lints, ownTest: true };
  return [{ ...shared, role: role === 'evaluates' ? 'tests' : role, fate: 'fails', says: '' }];
}

function runWork(step: Step, run: string, elsewhere?: Elsewhere, name = nameOf(step)): readonly Work[] {
  const { shell, doesAt: line } = step;
  const named = roleOf(step.name ?? '');
  if (shell === undefined) {
    const words = `${step.name ?? ''} ${run.slice(0, 10_000)}`;
    const says = `${name} runs in a shell whose errors are not followed here.`;
    return [{ step, line, role: roleOf(words), evaluates: isOfEvaluation(words), fate: 'depends', says }];
  }
  const { root, commands } = readShell(run);
  const working = commands.filter((command) => isWorking(command));
  if (working.length > mostCommands) {
    const words = `${step.name ?? ''} ${run.slice(0, 10_000)}`;
    const says = `${name} runs a script that is too long to follow.`;
    return [{ step, line, role: roleOf(words), evaluates: isOfEvaluation(words), fate: 'depends', says }];
  }
  const isNamed = { step, line, role: named, evaluates: isOfEvaluation(step.name ?? ''), fate: 'tolerated' } as const;
  if (working.length === 0) {
    const aside = commands.map(({ text }) => asideIn(text)).find((one) => one !== undefined);
    if (named === 'compares' && aside !== undefined)
      return [{ ...isNamed, says: `${name} compares nothing: it runs with \`${aside}\`.` }];
    if (named === 'other' || !commands.every(({ text }) => isPrinting(text))) return [];
    return [{ ...isNamed, idle: true, says: `${name} ${idle(run, commands)}.` }];
  }
  const [linter] = working;
  if (named === 'compares' && linter !== undefined && working.every(({ text }) => isLinting(text))) {
    return [
      { ...isNamed, says: `${name} compares nothing: \`${programOf(linter.text)}\` looks at code, not at results.` },
    ];
  }
  // What it calls is looked for from the root of the repository.
  const moved = step.folder !== '' || commands.some(({ text }) => /^(?:cd|pushd)\s/.test(text));
  const all = working.flatMap((command): readonly Work[] => {
    const text = command.text.slice(0, 10_000);
    const isAsking = asking.test(text);
    const role = roleOf(text);
    // What is asked of a file's being there, or of no score, only leads the way.
    if (isAsking && (askingForFile.test(text) || (role === 'other' && !isOfEvaluation(text)))) return [];
    const what = programOf(text);
    const lints = isLinting(text) ? { what } : undefined;
    const shared = {
      step,
      line: step.action === undefined ? line + command.line : line,
      role: isAsking ? ('compares' as const) : role,
      evaluates: isOfEvaluation(text),
      ownTest: role === 'tests',
      reads: readsResults(text) ? { what } : undefined,
      writes: writesResults(text),
      lints,
    };
    const soft = softening.exec(` ${text}`)?.[1];
    if (soft !== undefined) return [{ ...shared, fate: 'tolerated', says: `${name} cannot fail: \`${soft}\`.` }];
    const fate = fateOf(root, command, shell);
    if (fate.kind === 'lost') return [{ ...shared, fate: 'tolerated', says: `${name} cannot fail: ${fate.by}.` }];
    if (fate.kind === 'unsure')
      return [{ ...shared, fate: 'depends', says: `${name} may pass all the same: ${fate.by}.` }];
    if (!isCalling(text) || lints !== undefined) return [{ ...shared, fate: 'fails', says: '' }];
    const called = elsewhere === undefined || moved ? undefined : calledBy(text, elsewhere);
    const inside = called === undefined ? [] : calledWork(step, shared.line, called);
    if (inside.some((work) => work.role !== 'other')) return inside;
    const says = `${name} runs \`${what}\`, and what that does stands in a file that is not looked into.`;
    return [{ ...shared, fate: 'depends', says }];
  });
  if (all.some(({ role }) => role === 'compares') || named === 'other') return all;
  return all.map((work): Work => {
    if (work.lints !== undefined) return work;
    const role = stronger(named, work.role);
    const [command] = working;
    const what = programOf(command?.text ?? '');
    const evaluates = isNamed.evaluates || work.evaluates;
    return { ...work, role, evaluates, namedOnly: role === 'compares' && !work.evaluates ? { what } : undefined };
  });
}

/** The work of a script that a step calls, told of as its own. */
function calledWork(step: Step, line: number, { script, shell, path, lines }: CalledScript): readonly Work[] {
  return runWork({ ...step, doesAt: 0, run: script, shell }, script, undefined, nameOf(step)).map((work) => {
    const place = `${path}:${lines[work.line] ?? 1}`;
    const says = work.says === '' ? '' : `${work.says.replace(/\.$/, '')} (${place}).`;
    return { ...work, step, line, says };
  });
}

/** Whether a script ends with an error of its own making. */
export function mayEnd({ run, condition }: Step): boolean {
  if (run === undefined || condition?.says === 'false') return false;
  return readShell(run).commands.some(({ text }) => /^exit\s+["']?(?:[1-9]|\$)/.test(text));
}

/** What only gives a value to a variable does its work in `$(…)`; what is asked there is asked by what stands around it. */
function isWorking({ text, outer, assigns, within }: ShellCommand): boolean {
  if (isPreparing(text) || (assigns && within.length > 0)) return false;
  return outer === undefined || (!asking.test(outer) && roleOf(text) !== 'other');
}

/** Why nothing comes of a script, after the name of its step. */
function idle(run: string, commands: readonly ShellCommand[]): string {
  if (commands.length > 0) return 'only prints';
  return /^\s*#/m.test(run) ? 'runs nothing: its command is commented out' : 'runs nothing';
}

function stronger(a: Role, b: Role): Role {
  const order = ['compares', 'tests', 'evaluates', 'other'] as const;
  return order.find((role) => role === a || role === b) ?? a;
}
