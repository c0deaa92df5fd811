import { clipped } from '../../shown.ts';
import { holdsOn } from './condition.ts';
import { fateOf } from './shell-fate.ts';
import { readShell } from './shell-syntax.ts';
import type { Step } from './workflow.ts';

/** A command of a step, or the action that it uses. */
export interface Work {
  readonly step: Step;
  /** What its words say that it does: compare with a bound, test, evaluate, or anything else. */
  readonly role: 'compares' | 'tests' | 'evaluates' | 'other';
  /** Whether it is an evaluation that it tests or compares. */
  readonly evaluates: boolean;
  /** What its failure does to the job. */
  readonly fate: 'fails' | 'depends' | 'tolerated' | 'off';
  /** Why it does no more than that. */
  readonly says: string;
}

const evaluating = /eval|promptfoo|deepeval|ragas|benchmark|score/i;
const comparing =
  /(?:\b|[-_./])gate|threshold|compar|\bassert|fail[-_](?:under|below|on|if)|--(?:fail|min)|sys\.exit|process\.exit|regression/i;
/** Runners that fail with what they run. */
const testing =
  /\btests?\b|pytest|unittest|\bcheck|verif|validat|vitest|jest|mocha|playwright|\btox\b|\bnox\b|promptfoo|deepeval|(?:\b|[-_./])test_/i;
/** What it runs stands in another file. */
const calling =
  /^(?:\S+=\S* )*(?:(?:time|sudo|env) )*(?:make|just|task|npm|pnpm|yarn|bun|rake|inv(?:oke)?|nx|(?:ba|z|da)?sh|\.\/[^\s.]+|\S+\.(?:sh|bash))(?:\s|$)/;
const softening = /\s(--(?:exit-zero|no-fail|soft-fail|warn-only|passWithNoTests)\b|PROMPTFOO_FAILED_TEST_EXIT_CODE=0)/;
/** It says what it would do. */
const asides = /\s--(?:version|help|collect-only|dry-run|list)\b/;
const asking = /^(?:\[\[?\s|\(\(|(?:test|e?grep|fgrep|rg|diff|cmp)\s)/;
const askingForFile = /^(?:\[\[?|test)\s+(?:!\s+)?-[a-z]\s/;

/** Commands that only make ready what is judged afterwards. */
const preparing =
  /^(?:sudo |time )?(?:(?:echo|printf|mkdir|cd|export|set|source|\.|cp|mv|rm|cat|ls|chmod|sleep|exit|return|true|false|:|trap|wait|shift|break|continue|local|declare|read|tee|jq|sed|awk|head|tail|date|which|apt(?:-get)?|curl|wget|git)(?:\s|$)|pip3? |python3? -m (?:pip|venv)|uv (?:sync|venv|pip)|poetry install|pdm install|npm (?:ci|install|i)(?:\s|$)|pnpm (?:i|install)|yarn(?: install)?$|docker (?:pull|login)|\(\(\s*\w+\s*(?:\+\+|\+=)|[A-Za-z_]\w*\+?=(?!\s*["']?\$\((?!\())\S*$)/;

function roleOf(words: string): Work['role'] {
  if (comparing.test(words)) return 'compares';
  if (testing.test(words)) return 'tests';
  return evaluating.test(words) ? 'evaluates' : 'other';
}

/** What a step does, without what only makes ready; `event` starts the workflow. */
export function workOf(step: Step, event: string): readonly Work[] {
  const own = step.run === undefined ? usesWork(step) : runWork(step, step.run);
  if (own.length === 0) return [];
  const name = nameOf(step);
  const holds = step.condition === undefined ? true : holdsOn(step.condition.says, event);
  const only = `\`if: ${clipped(step.condition?.says ?? '')}\``;
  return own.map((work): Work => {
    if (holds === false) return { ...work, fate: 'off', says: `${name} does not run: ${only}.` };
    if (step.tolerated?.says === 'true')
      return { ...work, fate: 'tolerated', says: `${name} may fail: \`continue-on-error: true\`.` };
    if (work.fate !== 'fails') return work;
    if (step.tolerated !== undefined)
      return {
        ...work,
        fate: 'depends',
        says: `${name} has \`continue-on-error: ${clipped(step.tolerated.says)}\`.`,
      };
    return holds === 'depends' ? { ...work, fate: 'depends', says: `${name} runs only ${only}.` } : work;
  });
}

export function nameOf(step: Step): string {
  return `Step "${clipped(step.name ?? step.uses ?? step.run?.trim().split('\n')[0] ?? '', 40)}"`;
}

function usesWork(step: Step): readonly Work[] {
  const { uses } = step;
  if (
    uses === undefined ||
    /^(?:actions\/(?:checkout|setup-|cache|upload-|download-)|docker\/(?:setup|login)-|\S*\/setup-)/.test(uses)
  )
    return [];
  if (/^\.{1,2}\//.test(uses)) {
    const words = `${step.name ?? ''} ${uses}`;
    const says = `${nameOf(step)} uses "${clipped(uses)}", which is not looked into.`;
    return [{ step, role: roleOf(words), evaluates: evaluating.test(words), fate: 'depends', says }];
  }
  const role = roleOf(uses);
  return [
    { step, role: role === 'evaluates' ? 'tests' : role, evaluates: evaluating.test(uses), fate: 'fails', says: '' },
  ];
}

function runWork(step: Step, run: string): readonly Work[] {
  const { shell } = step;
  const name = nameOf(step);
  const named = roleOf(step.name ?? '');
  if (shell === undefined) {
    const words = `${step.name ?? ''} ${run.slice(0, 10_000)}`;
    const says = `${name} runs in a shell whose errors are not followed here.`;
    return [{ step, role: roleOf(words), evaluates: evaluating.test(words), fate: 'depends', says }];
  }
  const { root, commands } = readShell(run);
  const working = commands.filter(({ text }) => !preparing.test(text) && !asides.test(text));
  if (working.length === 0) {
    const isSaid = named !== 'other' && commands.every(({ text }) => printing.test(text));
    const says = `${name} ${commands.length === 0 ? 'runs nothing' : 'only prints'}.`;
    return isSaid ? [{ step, role: named, evaluates: evaluating.test(step.name ?? ''), fate: 'tolerated', says }] : [];
  }
  const all = working.flatMap((command): readonly Work[] => {
    const text = command.text.slice(0, 10_000);
    const isAsking = asking.test(text);
    const role = roleOf(text);
    // What is asked of a file's being there, or of no score, only leads the way.
    if (isAsking && (askingForFile.test(text) || role === 'other')) return [];
    const fate = fateOf(root, command, shell);
    const soft = softening.exec(` ${text}`)?.[1];
    const shared = { step, role: isAsking ? ('compares' as const) : role, evaluates: evaluating.test(text) };
    if (soft !== undefined) return [{ ...shared, fate: 'tolerated', says: `${name} cannot fail: \`${soft}\`.` }];
    if (fate.kind === 'lost') return [{ ...shared, fate: 'tolerated', says: `${name} cannot fail: ${fate.by}.` }];
    if (fate.kind === 'unsure')
      return [{ ...shared, fate: 'depends', says: `Whether ${name} fails is not sure: ${fate.by}.` }];
    if (!calling.test(text)) return [{ ...shared, fate: 'fails', says: '' }];
    const says = `${name} runs \`${clipped(text, 40)}\`, and what that does stands in a file that is not looked into.`;
    return [{ ...shared, fate: 'depends', says }];
  });
  if (all.some(({ role }) => role === 'compares') || named === 'other') return all;
  const evaluates = evaluating.test(step.name ?? '');
  return all.map(
    (work): Work => ({
      ...work,
      role: stronger(named, work.role),
      evaluates: evaluates || work.evaluates,
    }),
  );
}

function stronger(a: Work['role'], b: Work['role']): Work['role'] {
  const order = ['compares', 'tests', 'evaluates', 'other'] as const;
  return order.find((role) => role === a || role === b) ?? a;
}

const printing = /^(?:echo|printf|true|:|sleep|exit|set|ls|pwd|date|cat|cd)(?:\s|$)/;

/** Whether a step can have any effect: it is no checkout or set-up, and does more than print. */
export function hasEffect({ run, uses }: Step): boolean {
  if (run === undefined) return uses !== undefined && !/^actions\/(?:checkout|setup-|cache)/.test(uses);
  const { commands } = readShell(run);
  return commands.some(({ text }) => !printing.test(text) || /\s>{1,2}\s?[^&\s]|\$\(|`/.test(text));
}
