import { asMapping, asSequence, at, textAt, yamlFile } from '../formats/yaml-file.ts';
import type { Elsewhere } from './elsewhere.ts';
import { readSteps, type Step, type Workflow } from './workflow.ts';

/** An action that is longer, or used more often, is not followed. */
const longestAction = 100_000;
const mostUses = 20;

/** The workflow with the steps of the actions of its own repository in the place of the steps that use them. */
export function withActions(workflow: Workflow, elsewhere: Elsewhere | undefined): Workflow {
  if (elsewhere === undefined) return workflow;
  let uses = 0;
  const jobs = workflow.jobs.map((job) => ({
    ...job,
    steps: job.steps.flatMap((step): readonly Step[] => {
      const path = /^\.\/([\w.-][\w./-]*?)\/?$/.exec(step.uses ?? '')?.[1];
      if (path === undefined || path.includes('..') || step.folder === undefined || uses >= mostUses) return [step];
      uses += 1;
      const steps = stepsOf(step, path, elsewhere);
      return steps === undefined || steps.length === 0 ? [step] : steps;
    }),
  }));
  return { ...workflow, jobs };
}

function stepsOf(outer: Step, path: string, elsewhere: Elsewhere): readonly Step[] | undefined {
  const text = elsewhere.text(`${path}/action.yml`) ?? elsewhere.text(`${path}/action.yaml`);
  if (text === undefined || text.length > longestAction) return undefined;
  const [document] = yamlFile(text, false, false).documents;
  if (document === undefined || !document.sound || textAt(document.root, 'runs', 'using')?.value !== 'composite')
    return undefined;
  const steps = asSequence(at(document.root, 'runs', 'steps'))?.items ?? [];
  const given = new Map(outer.given);
  for (const { key, value } of asMapping(at(document.root, 'inputs'))?.entries ?? []) {
    const fallback = textAt(value, 'default')?.value;
    if (fallback !== undefined && !given.has(key.value)) given.set(key.value, fallback);
  }
  const filled = (said: string): string =>
    said
      .replaceAll(/\$\{\{\s*github\.action_path\s*\}\}|\$\{?GITHUB_ACTION_PATH\b\}?/g, `./${path}`)
      .replaceAll(/\$\{\{\s*inputs\.([\w-]+)\s*\}\}/g, (all, name) => given.get(name) ?? all)
      .slice(0, longestAction);
  const around = {
    shell: undefined,
    folder: undefined,
    variables: outer.variables,
    onWindows: false,
    isElsewhere: false,
  };
  return readSteps(steps, document, around).map((step): Step => {
    const conditions = [outer.condition, step.condition].flatMap((one) =>
      one === undefined ? [] : [filled(one.says)],
    );
    const says = conditions.length > 1 ? conditions.map((one) => `(${bare(one)})`).join(' && ') : conditions[0];
    const tolerated = outer.tolerated ?? step.tolerated;
    return {
      ...step,
      action: path,
      // A job knows the step that uses the action, which does not fail with what is ignored in it, and none of those in it.
      id: step.tolerated !== undefined && outer.tolerated === undefined ? undefined : outer.id,
      within: {
        id: step.tolerated === undefined ? undefined : step.id,
        twice: step.tolerated !== undefined && outer.tolerated !== undefined,
      },
      line: outer.line,
      doesAt: outer.doesAt,
      run: step.run === undefined ? undefined : filled(step.run),
      condition: says === undefined ? undefined : { line: outer.condition?.line ?? outer.line, says },
      tolerated: tolerated && { ...tolerated, line: outer.tolerated?.line ?? outer.line },
      limit: undefined,
      environment: filled(step.environment),
      variables: new Map([...step.variables].map(([name, value]) => [name, filled(value)])),
    };
  });
}

function bare(condition: string): string {
  return condition.replace(/^\$\{\{\s*(.*?)\s*\}\}$/s, '$1');
}
