import { passes } from '../../evidence/jobs/path-filter.ts';
import { rootOfWorkflow } from '../../evidence/jobs/pipeline.ts';
import type { Trigger } from '../../evidence/jobs/workflow.ts';
import type { Context } from '../rule.ts';
import { each } from '../subject.ts';

/** Where a kind of change is made, as far as the spec says it: paths from the root of its repository. */
export function pathsOf(context: Context, kind: string): readonly string[] {
  const { spec, evidence } = context;
  const written: (string | undefined)[] = [];
  if (kind === 'prompt')
    written.push(...each(context, ['prompts'], spec.get('prompts')).map(({ value }) => value.get('path')?.value));
  if (kind === 'index')
    written.push(...each(context, ['indexes'], spec.get('indexes')).map(({ value }) => value.get('recipe')?.value));
  if (kind === 'model')
    written.push(
      ...each(context, ['models'], spec.get('models')).map(
        ({ value }) => value.get('training')?.get('reproduce')?.value,
      ),
    );
  return written.flatMap((text) => {
    const reference = text === undefined ? undefined : evidence?.reference(text);
    if (reference?.kind !== 'file' || reference.file.root !== '' || reference.glob) return [];
    return [reference.folder ? `${reference.file.path}/` : reference.file.path];
  });
}

/** Files that may stand in a folder. */
const anyFiles = ['x', 'x.md', 'x.txt', 'x.yaml', 'x.yml', 'x.json', 'x.py', 'x.jinja', 'a/x', 'a/x.md'];

/** Whether a change of `path` starts a workflow that stands at `workflow`. */
export function startsIt(trigger: Trigger, path: string, workflow: string): boolean {
  const root = rootOfWorkflow(workflow);
  const within = path.startsWith(root) ? path.slice(root.length) : path;
  const files = within.endsWith('/') ? anyFiles.map((file) => `${within}${file}`) : [within];
  const { paths, pathsIgnore } = trigger;
  return files.some(
    (file) =>
      (paths === undefined || passes(paths.patterns, file)) &&
      (pathsIgnore === undefined || !passes(pathsIgnore.patterns, file)),
  );
}

export type Reached =
  | { readonly kind: 'all' }
  /** A change there does not start it. */
  | { readonly kind: 'not'; readonly path: string; readonly trigger: Trigger }
  /** It starts for some paths only, and the spec does not say where such a change is made. */
  | { readonly kind: 'untold'; readonly trigger: Trigger };

function letsAll({ paths, pathsIgnore }: Trigger): boolean {
  const isEvery = paths?.patterns.includes('**') && !paths.patterns.some((pattern) => pattern.startsWith('!'));
  return (paths === undefined || isEvery === true) && pathsIgnore === undefined;
}

/** Whether each change of a kind starts a workflow by one of `triggers`. */
export function reached(context: Context, kind: string, triggers: readonly Trigger[], workflow: string): Reached {
  if (triggers.some(letsAll)) return { kind: 'all' };
  const [trigger] = triggers;
  if (trigger === undefined) return { kind: 'all' };
  const paths = pathsOf(context, kind);
  const left = paths.find((path) => !triggers.some((one) => startsIt(one, path, workflow)));
  // Which of its files a model is made of is known for those that are trained here only; a note about it proves nothing.
  if (left !== undefined && kind !== 'model') return { kind: 'not', path: left, trigger };
  return paths.length === 0 || left !== undefined ? { kind: 'untold', trigger } : { kind: 'all' };
}
