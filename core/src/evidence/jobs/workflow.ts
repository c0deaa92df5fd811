import { clipped } from '../../shown.ts';
import type { AnyNode } from '../../yaml/tree.ts';
import { asMapping, asSequence, at, textAt, textsIn, type YamlDocumentOf, yamlFile } from '../formats/yaml-file.ts';
import { type Remark, type Schedule, utc, type Zone } from './timing.ts';

/** A workflow of GitHub Actions. */
export interface Workflow {
  readonly triggers: readonly Trigger[];
  readonly crons: readonly { readonly text: string; readonly zone: string | undefined; readonly line: number }[];
  /** A `cron:` that stands in a comment. */
  readonly commented?: Remark;
  readonly jobs: readonly Job[];
}

/** An event that starts it, with what it is narrowed to. */
export interface Trigger {
  readonly event: string;
  readonly line: number;
  readonly paths?: Filter;
  readonly pathsIgnore?: Filter;
  readonly branches?: Filter;
  readonly types?: Filter;
}

export interface Filter {
  readonly line: number;
  readonly patterns: readonly string[];
}

export interface Job {
  readonly id: string;
  readonly name: string | undefined;
  readonly line: number;
  readonly condition: Remark | undefined;
  readonly needs: readonly string[];
  /** `continue-on-error`: what it says where that is not `false`. */
  readonly tolerated: Remark | undefined;
  /** Another workflow that it calls, in place of steps. */
  readonly calls: string | undefined;
  readonly environment: string | undefined;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly line: number;
  readonly name: string | undefined;
  readonly uses: string | undefined;
  readonly run: string | undefined;
  readonly condition: Remark | undefined;
  readonly tolerated: Remark | undefined;
  /** What is piped into another command fails with the first: not so in the shell that is taken where none is named. */
  readonly pipesFail: boolean;
}

/** `undefined` for a text that is no workflow. */
export function readWorkflow(text: string): Workflow | undefined {
  // Most files are none, and need not be read as YAML to tell.
  if (!/["']?\bjobs["']?\s*:/.test(text) || !/["']?\b(?:on|true)["']?\s*:/.test(text)) return undefined;
  const [document] = yamlFile(text, false).documents;
  const root = asMapping(document?.root);
  const on = root?.entry('on') ?? root?.entry('true');
  const jobs = asMapping(root?.get('jobs'));
  if (document === undefined || root === undefined || on === undefined || jobs === undefined) return undefined;

  const schedules = asMapping(on.value)?.get('schedule');
  const crons = (asSequence(schedules)?.items ?? []).flatMap((item) => {
    const cron = textAt(item, 'cron');
    return cron === undefined
      ? []
      : [{ text: cron.value, zone: textAt(item, 'timezone')?.value, line: document.line(cron) }];
  });
  const shell = textAt(root, 'defaults', 'run', 'shell')?.value;
  return {
    triggers: readTriggers(on.value, document, document.line(on.key)),
    crons,
    commented: commentedCron(text),
    jobs: jobs.entries.map(({ key, value }) => readJob(key.value, document.line(key), value, document, shell)),
  };
}

function readTriggers(on: AnyNode | undefined, document: YamlDocumentOf, line: number): readonly Trigger[] {
  if (on?.kind !== 'mapping') {
    return textsIn(on).map((event) => ({ event: event.value, line: document.line(event) ?? line }));
  }
  return on.entries.map(({ key, value }) => {
    const filter = (name: string): Filter | undefined => {
      const entry = asMapping(value)?.entry(name);
      if (entry === undefined) return undefined;
      return { line: document.line(entry.key), patterns: textsIn(entry.value).map((one) => one.value) };
    };
    return {
      event: key.value,
      line: document.line(key),
      paths: filter('paths'),
      pathsIgnore: filter('paths-ignore'),
      branches: filter('branches'),
      types: filter('types'),
    };
  });
}

function readJob(
  id: string,
  line: number,
  job: AnyNode | undefined,
  document: YamlDocumentOf,
  outerShell: string | undefined,
): Job {
  const shell = textAt(job, 'defaults', 'run', 'shell')?.value ?? outerShell;
  const environment = at(job, 'environment');
  return {
    id,
    name: textAt(job, 'name')?.value,
    line,
    condition: conditionOf(job, document),
    needs: textsIn(at(job, 'needs')).map((one) => one.value),
    tolerated: toleratedIn(job, document),
    calls: textAt(job, 'uses')?.value,
    environment: environment?.kind === 'scalar' ? String(environment.value) : textAt(environment, 'name')?.value,
    steps: (asSequence(at(job, 'steps'))?.items ?? []).flatMap((step): Step[] => {
      const mapping = asMapping(step);
      if (mapping === undefined) return [];
      const run = textAt(step, 'run')?.value;
      return [
        {
          line: document.line(mapping.entries[0]?.key ?? mapping),
          name: textAt(step, 'name')?.value,
          uses: textAt(step, 'uses')?.value,
          run,
          condition: conditionOf(step, document),
          tolerated: toleratedIn(step, document),
          // docs.github.com, workflow syntax: `bash` stands for `bash -eo pipefail`, no shell for `bash -e`.
          pipesFail: (textAt(step, 'shell')?.value ?? shell) !== undefined || /\bpipefail\b/.test(run ?? ''),
        },
      ];
    }),
  };
}

function conditionOf(node: AnyNode | undefined, document: YamlDocumentOf): Remark | undefined {
  const condition = textAt(node, 'if');
  return condition && { line: document.line(condition), says: condition.value.trim() };
}

function toleratedIn(node: AnyNode | undefined, document: YamlDocumentOf): Remark | undefined {
  const tolerated = textAt(node, 'continue-on-error');
  if (tolerated === undefined || tolerated.value === 'false') return undefined;
  return { line: document.line(tolerated), says: tolerated.value.trim() };
}

function commentedCron(text: string): Remark | undefined {
  for (const [index, line] of text.split('\n').entries()) {
    const cron = /^\s{0,200}#[#\s]{0,200}-\s*cron:\s*["']?([^"'#]{5,100})/.exec(line.slice(0, 1000))?.[1];
    if (cron !== undefined) return { line: index + 1, says: cron.trim() };
  }
  return undefined;
}

/**
 * Whether a condition holds when `event` starts the workflow, as far as the event decides it. That it runs in this
 * repository, and that nobody stopped it, is taken for granted.
 */
export function holdsOn(condition: string, event: string): boolean | 'depends' {
  const plain = condition
    .replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (plain.length > 2000) return 'depends';
  const parts = plain.split('||').map((part) => part.split('&&').map((term) => holdsTerm(term.trim(), event)));
  const all = parts.map((terms) => (terms.includes(false) ? false : terms.includes('depends') ? 'depends' : true));
  return all.includes(true) ? true : all.includes('depends') ? 'depends' : false;
}

function holdsTerm(term: string, event: string): boolean | 'depends' {
  if (/^(?:false|!true)$/.test(term)) return false;
  if (/^(?:true|!false|always\(\)|success\(\)|!cancelled\(\)|!failure\(\))$/.test(term)) return true;
  if (/^(?:github\.repository(?:_owner)? == '[^']*'|!github\.event\.repository\.fork)$/.test(term)) return true;
  const [, not, name] = /^github\.event_name (=|!)= '([^']*)'$/.exec(term) ?? [];
  return name === undefined ? 'depends' : (name === event) === (not === '=');
}

/** The schedules of a workflow, what keeps all of `jobs` from running by them, and what keeps some. */
export function workflowSchedules(workflow: Workflow, jobs: readonly Job[] = workflow.jobs): readonly Schedule[] {
  const held = jobs.map((job) => ({
    job,
    holds: job.condition === undefined ? true : holdsOn(job.condition.says, 'schedule'),
  }));
  const condition = ({ job }: { readonly job: Job }): Remark => ({
    line: job.condition?.line ?? job.line,
    says: `Job \`${job.id}\` runs only \`if: ${clipped(job.condition?.says ?? '')}\`.`,
  });
  const never = held.every(({ holds }) => holds === false) ? held[0] : undefined;
  const depending = held.filter(({ holds }) => holds === 'depends').map(condition);
  const some = held.some(({ holds }) => holds === true);
  return workflow.crons.map(({ text, zone, line }) => ({
    id: 'schedule',
    line,
    timing: { kind: 'cron', text, dialect: 'github' },
    zone: zone === undefined ? githubZone : { name: zone, sure: true },
    off: never && condition(never),
    conditions: some ? [] : depending,
    partly: some ? depending : [],
  }));
}

const githubZone: Zone = { ...utc, because: 'GitHub reads a cron in UTC unless `timezone` says otherwise' };
