import { cronShown, isRefused } from '../../cron/refused.ts';
import { clipped } from '../../shown.ts';
import type { Mapping } from '../../yaml/tree.ts';
import { refusal as refusedAsYaml } from '../formats/yaml-documents.ts';
import { asMapping, at, type YamlDocumentOf } from '../formats/yaml-file.ts';
import { refusedIn } from './expression.ts';
import type { Remark } from './timing.ts';

interface Parts {
  readonly root: Mapping;
  readonly crons: readonly { readonly text: string; readonly line: number }[];
  readonly jobs: Mapping;
  readonly read: readonly ReadJob[];
}

interface ReadJob {
  readonly id: string;
  readonly line: number;
  readonly needs: readonly string[];
  readonly steps: readonly {
    readonly line: number;
    readonly run: string | undefined;
    readonly uses: string | undefined;
  }[];
}

/** Why GitHub runs nothing of a workflow, however much of it can be read. */
export function refusedBy(document: YamlDocumentOf, { root, crons, jobs, read }: Parts): Remark | undefined {
  return asYaml(document) ?? refusal(root, crons, document) ?? jobRefusal(read, jobs, document);
}

/** GitHub refuses what is no YAML, however much of it can be read, and what says a thing twice. */
function asYaml({ root, brokenAt, line }: YamlDocumentOf): Remark | undefined {
  const refused = refusedAsYaml({ root, brokenAt, lineOf: line });
  return refused && { line: refused.line, says: `line ${refused.line} ${refused.value}` };
}

function refusal(root: Mapping, crons: Parts['crons'], document: YamlDocumentOf): Remark | undefined {
  const bad = refusedIn(root);
  if (bad !== undefined) return { line: document.line(bad.node), says: bad.why };
  const cron = crons.find(({ text }) => isRefused(text, 'github'));
  return cron && { line: cron.line, says: `"${cronShown(cron.text)}" is no cron` };
}

function jobRefusal(read: Parts['read'], jobs: Mapping, document: YamlDocumentOf): Remark | undefined {
  for (const job of read) {
    const absent = job.needs.find((id) => !read.some((one) => one.id === id));
    if (absent !== undefined)
      return { line: job.line, says: `\`${job.id}\` needs "${clipped(absent, 40)}", which is no job` };
    const idle = job.steps.find(({ run, uses }) => run === undefined && uses === undefined);
    if (idle !== undefined)
      return { line: idle.line, says: `a step of \`${job.id}\` has neither \`run\` nor \`uses\`` };
    const matrix = asMapping(at(jobs.get(job.id), 'strategy', 'matrix'));
    const empty = matrix?.entries.find(({ value }) => value?.kind === 'sequence' && value.items.length === 0);
    if (empty !== undefined && !/^(?:include|exclude)$/.test(empty.key.value))
      return { line: document.line(empty.key), says: `\`${empty.key.value}\` of the matrix has no value` };
  }
  return undefined;
}
