import { readShell } from './shell-syntax.ts';
import { inside, nameOf, type Work } from './step-fate.ts';
import type { Step } from './workflow.ts';

/** The same work, where a later step of its job looks at how a step ended whose failure the job ignores. */
export function rescued(work: Work, steps: readonly Step[]): Work {
  if (work.fate !== 'tolerated') return work;
  const { step } = work;
  const later = steps.slice(steps.indexOf(step) + 1);
  const idFor = (one: Step): string | undefined =>
    step.within !== undefined && one.action === step.action && one.line === step.line ? step.within.id : step.id;
  const fails = later.some((one) => failsWith(one, idFor(one)));
  if (fails && !step.within?.twice) return { ...work, fate: 'fails', says: '' };
  const asking = later.find((one) => asksFor(one, { ...step, id: idFor(one) }));
  if (asking === undefined) return work;
  return { ...work, fate: 'depends', says: `Whether the job fails is left to ${inside(nameOf(asking))}.` };
}

/** `if: steps.gate.outcome == 'failure'` and nothing but `exit 1`. */
function failsWith({ condition, run, tolerated }: Step, id: string | undefined): boolean {
  if (id === undefined) return false;
  const asked = (condition?.says ?? '')
    .replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1')
    .replaceAll(/(?:always\(\)|! ?cancelled\(\)) ?&&|\s/g, '');
  const isThis = [`steps.${id}.outcome=='failure'`, `steps.${id}.outcome!='success'`].includes(asked);
  if (!isThis || tolerated !== undefined) return false;
  const { commands } = readShell(run ?? '');
  return (
    /^exit [1-9]\d{0,2}$/.test(commands.at(-1)?.text ?? '') &&
    commands.slice(0, -1).every(({ text }) => /^(?:echo|printf)\s/.test(text))
  );
}

/** Whether a step may fail by what an earlier one left behind. */
function asksFor({ condition, run = '', uses = '', environment }: Step, { id, run: before = '' }: Step): boolean {
  const words = `${condition?.says ?? ''} ${run} ${environment}`;
  if (id !== undefined && words.includes(`steps.${id}.`)) return true;
  const leaves = /GITHUB_(?:OUTPUT|ENV|STATE)\b/.test(before);
  return (
    leaves && (/\bexit\s+["']?[1-9$]|\bfalse\b|sys\.exit|setFailed|::error/.test(run) || /github-script/.test(uses))
  );
}
