import { cronShown } from '../../cron/refused.ts';
import type { AnyNode, Mapping, Scalar } from '../../yaml/tree.ts';
import { asMapping, asSequence, at, textAt, textsIn, type YamlDocumentOf, yamlFile } from '../formats/yaml-file.ts';
import type { ShellOptions } from './shell-status.ts';
import type { Remark } from './timing.ts';
import { refusedBy } from './workflow-refusal.ts';

/** A workflow of GitHub Actions. */
export interface Workflow {
  readonly triggers: readonly Trigger[];
  readonly crons: readonly { readonly text: string; readonly zone: string | undefined; readonly line: number }[];
  /** A `cron:` that stands in a comment. */
  readonly commented?: Remark;
  /** Why GitHub runs nothing of it. */
  readonly refused?: Remark;
  readonly jobs: readonly Job[];
}

/** An event that starts it, with what it is narrowed to. */
export interface Trigger {
  readonly event: string;
  readonly line: number;
  readonly paths?: Filter;
  readonly pathsIgnore?: Filter;
  readonly branches?: Filter;
  readonly branchesIgnore?: Filter;
  /** Of `tags` or `tags-ignore`: where no branches stand beside them, only tags start it. */
  readonly tags?: Filter;
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
  /** A matrix that is reckoned when it runs: it may be empty, and then nothing does. */
  readonly matrix: Remark | undefined;
  /** What a matrix gives to each of its keys, where that stands there. */
  readonly values: ReadonlyMap<string, { readonly line: number; readonly given: readonly string[] }>;
  readonly environment: string | undefined;
  /** `timeout-minutes`, where it is a number. */
  readonly limit: (Remark & { readonly seconds: number }) | undefined;
  /** Whether it has one at all, be it an expression. */
  readonly setsLimit: boolean;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly line: number;
  /** Where what it does begins: the first line of its script, or what it uses. */
  readonly doesAt: number;
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly uses: string | undefined;
  /** The action of the repository that it is a step of; its lines are then those of the step that uses that. */
  readonly action?: string;
  /** In such an action: the id by which the steps beside it know that its failure is ignored, and whether the job ignores that of the action, too. */
  readonly within?: { readonly id: string | undefined; readonly twice: boolean };
  /** What `with` hands to what it uses. */
  readonly given: ReadonlyMap<string, string>;
  readonly run: string | undefined;
  readonly condition: Remark | undefined;
  readonly tolerated: Remark | undefined;
  readonly limit: Job['limit'];
  /** The shell that runs it; `undefined` for one whose errors are not followed here. */
  readonly shell: ShellOptions | undefined;
  /** The folder in which it runs, `''` for the root of the repository; `undefined` where that cannot be told. */
  readonly folder: string | undefined;
  /** What its `env` gives to variables. */
  readonly environment: string;
  /** The same by their names, with those of its job and its workflow. */
  readonly variables: ReadonlyMap<string, string>;
}

/** `undefined` for a text that is no workflow. */
export function readWorkflow(text: string): Workflow | undefined {
  // Most files are none, and need not be read as YAML to tell.
  if (!/["']?\bjobs["']?\s*:/.test(text) || !/["']?\b(?:on|true)["']?\s*:/.test(text)) return undefined;
  // GitHub knows anchors, and no merges.
  const [document] = yamlFile(text, false, false).documents;
  const root = asMapping(document?.root);
  const on = root?.entry('on') ?? root?.entry('true');
  const jobs = asMapping(root?.get('jobs'));
  if (document === undefined || root === undefined || on === undefined || jobs === undefined) return undefined;
  // A template is not what GitHub reads.
  if (!document.sound && (document.brokenAt === undefined || /\{%|(?<!\$)\{\{/.test(text))) return undefined;

  const schedules = asMapping(on.value)?.get('schedule');
  const crons = (asSequence(schedules)?.items ?? []).flatMap((item) => {
    const cron = textAt(item, 'cron');
    return cron === undefined
      ? []
      : [{ text: cron.value, zone: textAt(item, 'timezone')?.value, line: document.line(cron) }];
  });
  const shell = textAt(root, 'defaults', 'run', 'shell')?.value;
  const read = jobs.entries.map(({ key, value }) =>
    readJob(key.value, document.line(key), value, document, {
      shell,
      folder: folderOf(root),
      variables: variablesOf(root),
    }),
  );
  return {
    triggers: readTriggers(on.value, document, document.line(on.key)),
    crons,
    commented: commentedCron(text),
    refused: refusedBy(document, { root, crons, jobs, read }),
    jobs: read,
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
      branchesIgnore: filter('branches-ignore'),
      tags: filter('tags') ?? filter('tags-ignore'),
      types: filter('types'),
    };
  });
}

function readJob(
  id: string,
  line: number,
  job: AnyNode | undefined,
  document: YamlDocumentOf,
  outer: { readonly shell: string | undefined; readonly folder: string | undefined; readonly variables: Variables },
): Job {
  const shell = textAt(job, 'defaults', 'run', 'shell')?.value ?? outer.shell;
  const folder = folderOf(job) ?? outer.folder;
  const variables = new Map([...outer.variables, ...variablesOf(job)]);
  const environment = at(job, 'environment');
  const steps = asSequence(at(job, 'steps'))?.items ?? [];
  const isElsewhere = steps.some((step) =>
    ['repository', 'path'].some(
      (key) => textAt(step, 'with', key) !== undefined && /^actions\/checkout/.test(textAt(step, 'uses')?.value ?? ''),
    ),
  );
  const onWindows = textsIn(at(job, 'runs-on')).some(({ value }) => /windows/i.test(value));
  const matrix = textAt(job, 'strategy', 'matrix');
  return {
    id,
    name: textAt(job, 'name')?.value,
    line,
    condition: conditionOf(job, document),
    needs: textsIn(at(job, 'needs')).map((one) => one.value),
    tolerated: toleratedIn(job, document),
    calls: textAt(job, 'uses')?.value,
    values: valuesOf(job, document),
    matrix: matrix && { line: document.line(matrix), says: matrix.value.trim() },
    limit: limitOf(job, document),
    setsLimit: at(job, 'timeout-minutes') !== undefined,
    environment: environment?.kind === 'scalar' ? String(environment.value) : textAt(environment, 'name')?.value,
    steps: readSteps(steps, document, { shell, folder, variables, onWindows, isElsewhere }),
  };
}

interface Around {
  readonly shell: string | undefined;
  readonly folder: string | undefined;
  readonly variables: Variables;
  readonly onWindows: boolean;
  /** Something else than the repository is checked out, or to another place. */
  readonly isElsewhere: boolean;
}

/** The steps of a job, or of an action that is made of steps. */
export function readSteps(
  steps: readonly (AnyNode | undefined)[],
  document: YamlDocumentOf,
  { shell, folder, variables, onWindows, isElsewhere }: Around,
): readonly Step[] {
  return steps.flatMap((step): Step[] => {
    const mapping = asMapping(step);
    if (mapping === undefined) return [];
    const script = textAt(step, 'run');
    return [
      {
        line: document.line(mapping.entries[0]?.key ?? mapping),
        doesAt: firstLine(script ?? textAt(step, 'uses') ?? mapping, document),
        id: textAt(step, 'id')?.value,
        name: textAt(step, 'name')?.value,
        uses: textAt(step, 'uses')?.value,
        given: variablesOf(step, 'with'),
        run: script?.value,
        condition: conditionOf(step, document),
        tolerated: toleratedIn(step, document),
        limit: limitOf(step, document),
        shell: shellOf(textAt(step, 'shell')?.value ?? shell, onWindows),
        folder: isElsewhere ? undefined : plainFolder(textAt(step, 'working-directory')?.value ?? folder),
        environment: [...variablesOf(step).values()].join(' '),
        variables: new Map([...variables, ...variablesOf(step)]),
      },
    ];
  });
}

/** Of a text, which a block begins in the line below its sign. */
function firstLine(node: Scalar | Mapping, document: YamlDocumentOf): number {
  return document.line(node) + (node.kind === 'scalar' && node.style === 'block' ? 1 : 0);
}

type Variables = ReadonlyMap<string, string>;

function variablesOf(node: AnyNode | undefined, under = 'env'): Variables {
  const entries = asMapping(at(node, under))?.entries ?? [];
  return new Map(entries.map(({ key, value }) => [key.value, asText(value)]));
}

/** A matrix that is an expression, or leaves combinations out, gives what is not known here. */
function valuesOf(job: AnyNode | undefined, document: YamlDocumentOf): Job['values'] {
  const entries = asMapping(at(job, 'strategy', 'matrix'))?.entries ?? [];
  const values = new Map<string, { line: number; given: readonly string[] }>();
  for (const { key, value } of entries)
    if (!/^(?:include|exclude)$/.test(key.value) && value?.kind === 'sequence')
      values.set(key.value, { line: document.line(key), given: textsIn(value).map((one) => one.value) });
  for (const item of asSequence(at(job, 'strategy', 'matrix', 'include'))?.items ?? []) {
    for (const { key, value } of asMapping(item)?.entries ?? []) {
      const { line = document.line(key), given = [] } = values.get(key.value) ?? {};
      values.set(key.value, { line, given: [...given, asText(value)] });
    }
  }
  return values;
}

function folderOf(node: AnyNode | undefined): string | undefined {
  return textAt(node, 'defaults', 'run', 'working-directory')?.value;
}

function plainFolder(written: string | undefined): string | undefined {
  const plain = (written ?? '').replace(/^(?:\.\/)+|^\.$/, '').replace(/\/+$/, '');
  return /^[\w./-]*$/.test(plain) && !/^\/|\.\./.test(plain) ? plain : undefined;
}

function asText(node: AnyNode | undefined): string {
  return node?.kind === 'scalar' ? String(node.value) : '';
}

/**
 * docs.github.com, workflow syntax: `bash` stands for `bash -eo pipefail`, `sh` and no shell for `-e` alone; a line with
 * `{0}` in it has what it says.
 */
function shellOf(named: string | undefined, onWindows: boolean): ShellOptions | undefined {
  if (named === undefined) return onWindows ? undefined : { errexit: true, pipefail: false };
  if (named === 'bash') return { errexit: true, pipefail: true };
  if (named === 'sh') return { errexit: true, pipefail: false };
  if (!/^(?:\S*\/)?(?:bash|sh)\s/.test(named)) return undefined;
  return { errexit: /\s-[a-z]*e|errexit/.test(named), pipefail: named.includes('pipefail') };
}

function limitOf(job: AnyNode | undefined, document: YamlDocumentOf): Job['limit'] {
  const minutes = textAt(job, 'timeout-minutes');
  if (minutes === undefined || !/^\d{1,6}(?:\.\d{1,3})?$/.test(minutes.value)) return undefined;
  const says = `\`timeout-minutes: ${minutes.value}\``;
  return { line: document.line(minutes), says, seconds: Number(minutes.value) * 60 };
}

function conditionOf(node: AnyNode | undefined, document: YamlDocumentOf): Remark | undefined {
  const condition = textAt(node, 'if');
  // GitHub takes a condition that says nothing for none.
  return condition === undefined || condition.value.trim() === ''
    ? undefined
    : { line: document.line(condition), says: condition.value.trim() };
}

function toleratedIn(node: AnyNode | undefined, document: YamlDocumentOf): Remark | undefined {
  const tolerated = textAt(node, 'continue-on-error');
  const says = tolerated?.value.replace(/^\s*\$\{\{\s*(true|false)\s*\}\}\s*$/, '$1').trim();
  if (tolerated === undefined || says === undefined || says === 'false') return undefined;
  return { line: document.line(tolerated), says };
}

function commentedCron(text: string): Remark | undefined {
  for (const [index, line] of text.split('\n').entries()) {
    const cron = /^\s{0,200}#[#\s]{0,200}-\s*cron:\s*["']?([^"'#]{5,100})/.exec(line.slice(0, 1000))?.[1];
    if (cron !== undefined) return { line: index + 1, says: cronShown(cron.trim()) };
  }
  return undefined;
}
