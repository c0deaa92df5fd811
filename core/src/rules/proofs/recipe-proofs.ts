import { optionsIn } from '../../evidence/jobs/evaluation-flow.ts';
import { commandsOf, joined } from '../../evidence/jobs/job-commands.ts';
import { pipelineIn, rootOfWorkflow } from '../../evidence/jobs/pipeline.ts';
import { rewritten, shownPath } from '../../evidence/reference.ts';
import type { Index } from '../../spec/types.generated.ts';
import type { Mapping } from '../../yaml/tree.ts';
import { find, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { adoptText } from './adopt.ts';
import { elsewhereOf } from './elsewhere.ts';

/** That the job of an index runs another recipe than the one that the index names; nothing where it names none. */
export function recipeProof(context: Context, index: Mapping<Index>): Proof | undefined {
  const recipe = index.get('recipe');
  const found = find(context, index.get('refresh')?.get('job'), pipelineIn);
  const own = recipe && context.evidence?.reference(recipe.value);
  if (recipe === undefined || found === undefined || 'proof' in found || found.facts.kind !== 'github')
    return undefined;
  if (own?.kind !== 'file' || own.file.root !== '' || own.glob) return undefined;
  const { workflow } = found.facts;
  const { file, selector } = found.reference;
  const chosen = workflow.jobs.filter(({ id }) => id === selector);
  const elsewhere = elsewhereOf(context, file);
  const commands = (chosen.length > 0 ? chosen : workflow.jobs).flatMap((job) =>
    commandsOf(job, 'schedule', elsewhere),
  );
  const named = commands.flatMap((command) =>
    command.alternatives.flatMap(optionsIn).flatMap(({ name, value }) => {
      const path =
        command.folder === undefined ? undefined : joined(`${rootOfWorkflow(file.path)}${command.folder}`, value);
      return path === undefined || path === '' ? [] : [{ command, name, path }];
    }),
  );
  if (named.some(({ path }) => path === own.file.path || path.startsWith(`${own.file.path}/`))) return undefined;
  // A folder that holds the recipe may be all that is named.
  if (named.some(({ path }) => own.file.path.startsWith(`${path}/`))) return undefined;
  const other = named.find(({ name, path }) => /recipe/i.test(name) && /[/.]/.test(path));
  if (other === undefined) return undefined;
  const place = `${shownPath(file)}:${other.command.line}`;
  const folder = context.evidence?.folder;
  const path = folder === undefined ? other.path : rewritten(recipe.value, { root: '', path: other.path }, folder);
  return {
    at: recipe,
    state: 'contradicted',
    reason: `"${recipe.value}" here, but the job runs "${other.path}" (${place}).`,
    facts: [{ file, line: other.command.line, says: `It runs "${other.path}".` }],
    fix: adoptText(recipe, path, shownPath(file)),
  };
}
