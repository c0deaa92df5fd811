import type { AnyNode } from '../../yaml/tree.ts';
import { asMapping, asSequence, at, textAt, yamlFile } from '../formats/yaml-file.ts';
import type { Remark } from './timing.ts';

/** A job of a pipeline of GitLab. */
export interface GitlabJob {
  readonly id: string;
  readonly line: number;
  /** What lets the pipeline pass although the job fails. */
  readonly tolerated: Remark | undefined;
  /** It waits for a person. */
  readonly byHand: Remark | undefined;
}

/** Keys of a pipeline that are no jobs. */
const noJobs = new Set(
  'default include stages variables workflow image services cache before_script after_script spec pages'.split(' '),
);

/** `undefined` for a text that is no pipeline. */
export function readGitlabCi(text: string): readonly GitlabJob[] | undefined {
  const file = yamlFile(text, false);
  const document = file.documents.findLast(({ root }) => asMapping(root)?.entries.length ?? 0);
  const root = asMapping(document?.root);
  if (document === undefined || root === undefined) return undefined;
  const jobs = root.entries.flatMap(({ key, value }): GitlabJob[] => {
    if (noJobs.has(key.value) || key.value.startsWith('.') || asMapping(value) === undefined) return [];
    const remark = (node: AnyNode | undefined, says: string): Remark | undefined =>
      node && { line: document.line(node), says };
    const allowed = at(value, 'allow_failure');
    const isAllowed = allowed !== undefined && !(allowed.kind === 'scalar' && String(allowed.value) === 'false');
    const when = textAt(value, 'when');
    const rules = asSequence(at(value, 'rules'))?.items ?? [];
    const manual = rules
      .map((rule) => textAt(rule, 'when'))
      .filter((one) => /^(?:manual|never)$/.test(one?.value ?? ''));
    const onlyByHand = rules.length > 0 && manual.length === rules.length ? manual[0] : undefined;
    return [
      {
        id: key.value,
        line: document.line(key),
        tolerated: isAllowed ? remark(allowed, '`allow_failure`') : undefined,
        byHand: when?.value === 'manual' ? remark(when, '`when: manual`') : remark(onlyByHand, '`when: manual`'),
      },
    ];
  });
  return jobs.length === 0 ? undefined : jobs;
}
