import { parsed } from '../../evidence/files.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import type { Elsewhere } from '../../evidence/jobs/elsewhere.ts';
import { pipelineIn, rootOfWorkflow } from '../../evidence/jobs/pipeline.ts';
import type { Context } from '../rule.ts';

/** Other files of the repository, by their paths from where the workflow runs. */
export function elsewhereOf(
  { evidence }: Pick<Context, 'evidence'>,
  { root, path }: ArtifactPath,
): Elsewhere | undefined {
  if (evidence === undefined) return undefined;
  const at = (within: string): ArtifactPath => ({ root, path: `${rootOfWorkflow(path)}${within}` });
  return {
    workflow(within) {
      const answer = evidence.ask(pipelineIn(at(within)));
      if (answer?.kind === 'unread') return answer.why === 'absent' ? 'absent' : undefined;
      return answer?.facts.kind === 'github' ? answer.facts.workflow : undefined;
    },
    isAbsent(within) {
      const answer = evidence.ask(parsed('script', at(within), (text) => text));
      return answer?.kind === 'unread' && answer.why === 'absent';
    },
    text(within) {
      const answer = evidence.ask(parsed('script', at(within), (text) => text));
      return answer?.kind === 'read' ? answer.facts : undefined;
    },
  };
}
