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
  /** What lets it pass, or keeps it from running, in some cases only. */
  readonly doubt: Remark | undefined;
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
    const always = allowed?.kind === 'scalar' && String(allowed.value) === 'true';
    const sometimes =
      allowed !== undefined && !always && !(allowed.kind === 'scalar' && String(allowed.value) === 'false');
    const when = textAt(value, 'when');
    const rules = asSequence(at(value, 'rules'))?.items ?? [];
    const whens = rules.map((rule) => textAt(rule, 'when')).filter((one) => one !== undefined);
    const never = whens.filter((one) => one.value === 'never');
    const stopped = whens.filter((one) => /^(?:manual|never)$/.test(one.value));
    const [first] = stopped.filter((one) => one.value === 'manual');
    const isStopped = rules.length > 0 && stopped.length === rules.length;
    // A pipeline waits for what a person starts, where that may not fail.
    const waits = allowed?.kind === 'scalar' && String(allowed.value) === 'false';
    const manual = remark(when?.value === 'manual' ? when : isStopped ? first : undefined, '`when: manual`');
    const off = isStopped && never.length === rules.length ? remark(never[0], '`when: never`') : undefined;
    const lenient = rules.map((rule) => textAt(rule, 'allow_failure')).find((one) => one?.value === 'true');
    const partly = remark(when?.value === 'on_failure' ? when : undefined, '`when: on_failure`');
    return [
      {
        id: key.value,
        line: document.line(key),
        tolerated: always ? remark(allowed, '`allow_failure`') : undefined,
        byHand: off ?? (waits ? undefined : manual),
        doubt:
          (sometimes ? remark(allowed, '`allow_failure` for some') : undefined) ??
          remark(lenient, '`allow_failure` in its rules') ??
          partly ??
          (waits ? manual : undefined),
      },
    ];
  });
  return jobs.length === 0 ? undefined : jobs;
}
