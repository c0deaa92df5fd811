import { clipped } from '../../shown.ts';
import type { Remark } from './timing.ts';
import { holdsOn, type Job, type Step } from './workflow.ts';

/** Whether a job of a workflow stops anything when what it runs fails. */
export interface Strength {
  readonly kind:
    | 'sound'
    /** Only where a condition holds, or what it calls stands elsewhere. */
    | 'conditional'
    /** Something in it can fail; whether that is what matters cannot be told. */
    | 'unsure'
    /** It fails at nothing. */
    | 'toothless'
    /** It never runs. */
    | 'off';
  /** Why it is no more than that. */
  readonly remark: Remark;
}

/** Words by which a job or a step is known that judges something. */
const judging = /eval|promptfoo|deepeval|ragas|\bgate|threshold|benchmark|score/i;
const testing = /\btests?\b|pytest|\bcheck|verif|validat|\bassert|vitest|jest|\btox\b|\bnox\b/i;

export function looksLikeEvaluation(job: Job): boolean {
  return judging.test(`${job.id} ${job.name ?? ''}`) || job.steps.some((step) => judging.test(wordsOf(step)));
}

/** When `event` starts the workflow. */
export function strengthOf(job: Job, event: string): Strength {
  const holds = job.condition === undefined ? true : holdsOn(job.condition.says, event);
  const at = (remark: Remark | undefined, says: string): Remark => ({ line: remark?.line ?? job.line, says });
  const named = `\`${job.id}\``;
  const only = at(job.condition, `${named} runs only \`if: ${clipped(job.condition?.says ?? '')}\`.`);
  if (holds === false) return { kind: 'off', remark: only };
  if (job.tolerated?.says === 'true')
    return { kind: 'toothless', remark: at(job.tolerated, `${named} may fail: \`continue-on-error: true\`.`) };
  if (job.tolerated !== undefined)
    return {
      kind: 'conditional',
      remark: at(job.tolerated, `${named} has \`continue-on-error: ${clipped(job.tolerated.says)}\`.`),
    };
  if (job.calls !== undefined)
    return {
      kind: 'conditional',
      remark: at(undefined, `${named} calls "${clipped(job.calls)}", which is not looked into.`),
    };

  const all = job.steps.map((step) => ({ step, ...stepStrength(step, event) }));
  const meant = [judging, testing]
    .map((words) => all.filter(({ step }) => words.test(wordsOf(step))))
    .find((some) => some.length > 0);
  const looked = (meant ?? all).filter(({ kind }) => kind !== 'prepares');
  if (looked.some(({ kind }) => kind === 'fails')) {
    return holds === true
      ? { kind: 'sound', remark: at(undefined, `${named} fails with what it runs.`) }
      : { kind: 'conditional', remark: only };
  }
  const depending = looked.find(({ kind }) => kind === 'depends');
  if (depending !== undefined)
    return { kind: 'conditional', remark: { line: depending.step.line, says: depending.says } };
  const tolerated = looked.find(({ kind }) => kind === 'tolerated' || kind === 'off');
  const remark =
    tolerated === undefined
      ? at(undefined, `${named} runs nothing that could fail.`)
      : { line: tolerated.step.line, says: tolerated.says };
  return { kind: all.some(({ kind }) => kind === 'fails' || kind === 'depends') ? 'unsure' : 'toothless', remark };
}

interface StepStrength {
  readonly kind: 'fails' | 'depends' | 'tolerated' | 'off' | 'prepares';
  readonly says: string;
}

function stepStrength(step: Step, event: string): StepStrength {
  const name = `Step "${clipped(step.name ?? step.uses ?? firstLine(step.run), 40)}"`;
  const own = step.run === undefined ? usesStrength(step.uses) : scriptStrength(step.run, step.pipesFail);
  if (own === 'prepares') return { kind: 'prepares', says: '' };
  const holds = step.condition === undefined ? true : holdsOn(step.condition.says, event);
  if (holds === false)
    return { kind: 'off', says: `${name} does not run: \`if: ${clipped(step.condition?.says ?? '')}\`.` };
  if (step.tolerated?.says === 'true')
    return { kind: 'tolerated', says: `${name} may fail: \`continue-on-error: true\`.` };
  if (own !== 'fails') return { kind: 'tolerated', says: `${name} cannot fail: ${own}.` };
  if (step.tolerated !== undefined)
    return { kind: 'depends', says: `${name} has \`continue-on-error: ${clipped(step.tolerated.says)}\`.` };
  if (holds === 'depends')
    return { kind: 'depends', says: `${name} runs only \`if: ${clipped(step.condition?.says ?? '')}\`.` };
  return { kind: 'fails', says: '' };
}

function usesStrength(uses: string | undefined): 'fails' | 'prepares' {
  return uses === undefined ||
    /^(?:actions\/(?:checkout|setup-|cache|upload-|download-)|docker\/(?:setup|login)-|\S*\/setup-)/.test(uses)
    ? 'prepares'
    : 'fails';
}

/** Commands that only make ready what is judged afterwards. */
const preparing =
  /^(?:sudo |time )?(?:echo|printf|mkdir|cd|export|set|source|cp|mv|rm|cat|ls|chmod|sleep|fi|done|then|else|esac|exit 0|true|\(|\)|\}|apt(?:-get)?|curl|wget|pip3? |python3? -m (?:pip|venv)|uv (?:sync|venv|pip)|poetry install|pdm install|npm (?:ci|install|i)(?:\s|$)|pnpm (?:i|install)|yarn(?: install)?$|git |docker (?:pull|login)|[A-Za-z_]\w*=\S*$)/;

/** `fails`, `prepares`, or why it cannot fail. */
function scriptStrength(script: string, pipesFail: boolean): string {
  const lines = script
    .slice(0, 100_000)
    .replaceAll(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.slice(0, 10_000).trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const lenient = lines.some((line) => /^set \+[a-z]*e/.test(line));
  // With `set +e` only the last command's result counts.
  const counting = lenient ? lines.slice(-1) : lines;
  let tolerated: string | undefined =
    lenient && /^(?:exit 0|true|echo\b)/.test(lines.at(-1) ?? '') ? '`set +e`' : undefined;
  for (const line of counting) {
    if (/^exit (?!0\b)/.test(line) || /[;&{]\s*exit (?!0\b)/.test(line)) return 'fails';
    if (preparing.test(line) || /^(?:if|elif|while|until|for|case|function)\b/.test(line)) continue;
    const masked = /(?:\|\||;)\s*(?:true|:|exit 0|echo\b[^|&;]*|printf\b[^|&;]*)\s*(?:#.*)?$/.exec(line)?.[0];
    const piped = pipesFail ? undefined : /(?<!\|)\|\s*(?:tee|cat|head|tail|sed|awk|less|jq)\b[^|&;]*$/.exec(line)?.[0];
    if (masked === undefined && piped === undefined) return 'fails';
    tolerated ??=
      masked === undefined
        ? `\`${clipped(piped ?? '', 40)}\` without pipefail`
        : `\`${clipped(masked.replace(/#.*$/, ''), 40)}\``;
  }
  return tolerated ?? 'prepares';
}

function wordsOf(step: Step): string {
  return `${step.name ?? ''} ${step.uses ?? ''} ${(step.run ?? '').slice(0, 10_000)}`;
}

function firstLine(run: string | undefined): string {
  return run?.trim().split('\n')[0] ?? '';
}

/** Words by which a job is known that lets something out. */
const deploying = /deploy|promot|release|publish|roll-?out|canary/i;

/** Jobs of `jobs` that let something out to users, and are not `judge` itself. */
export function deployingJobs(jobs: readonly Job[], judge: readonly Job[]): readonly Job[] {
  return jobs.filter(
    (job) =>
      !judge.includes(job) &&
      !/docs|pages|preview/i.test(`${job.id} ${job.environment ?? ''}`) &&
      (deploying.test(`${job.id} ${job.name ?? ''}`) || job.environment !== undefined),
  );
}

/** Whether `job` lets something out itself, behind the step that judges. */
export function deploysBehind(job: Job): boolean {
  const judged = job.steps.findIndex((step) => judging.test(wordsOf(step)) || testing.test(wordsOf(step)));
  return judged >= 0 && job.steps.slice(judged + 1).some((step) => deploying.test(wordsOf(step)));
}

/** Whether `job` starts only after one of `judges` has passed. */
export function waitsFor(job: Job, judges: readonly Job[], jobs: readonly Job[]): boolean {
  if (/\b(?:always|failure|cancelled)\(\)/.test(job.condition?.says ?? '')) return false;
  const waited = new Set(job.needs);
  for (const id of waited) for (const before of jobs.find((one) => one.id === id)?.needs ?? []) waited.add(before);
  return judges.some(({ id }) => waited.has(id));
}
