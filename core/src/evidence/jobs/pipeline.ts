import type { Inquiry } from '../evidence.ts';
import { parsed } from '../files.ts';
import type { ArtifactPath } from '../host.ts';
import { type GitlabJob, readGitlabCi } from './gitlab-ci.ts';
import { readWorkflow, type Workflow } from './workflow.ts';

/** What a file says that CI runs. */
export type Pipeline =
  | { readonly kind: 'github'; readonly workflow: Workflow }
  | { readonly kind: 'gitlab'; readonly jobs: readonly GitlabJob[] }
  /** Of another kind, or no pipeline at all. */
  | { readonly kind: 'other' };

export function pipelineIn(file: ArtifactPath): Inquiry<Pipeline> {
  return parsed('pipeline', file, (text) => readPipeline(file.path, text));
}

export function readPipeline(path: string, text: string): Pipeline {
  if (!/\.ya?ml(?:\.\w+)?$/i.test(path)) return { kind: 'other' };
  if (/\.gitlab-ci\.ya?ml$/i.test(path) || /(?:^|\/)\.gitlab\//.test(path)) {
    const jobs = readGitlabCi(text);
    return jobs === undefined ? { kind: 'other' } : { kind: 'gitlab', jobs };
  }
  const workflow = readWorkflow(text);
  return workflow === undefined ? { kind: 'other' } : { kind: 'github', workflow };
}

/** Whether GitHub, or what is made after it, runs a file of this name. */
export function isRunByName(path: string): boolean {
  return !/(?:^|\/)workflows\//.test(path) || /(?:^|\/)workflows\/[^/]+\.ya?ml$/.test(path);
}

/** The folder to which paths in a workflow are relative, `''` or with a slash at its end. */
export function rootOfWorkflow(path: string): string {
  return /^(.*\/)?\.\w+\/workflows\//.exec(path)?.[1] ?? '';
}
