import type { Inquiry } from '../evidence.ts';
import { asMapping, yamlFile } from '../formats/yaml-file.ts';
import { type ArtifactPath, mostBytes } from '../host.ts';
import { shownPath } from '../reference.ts';
import { cloudFormationSchedules, manifestSchedules, scheduleAtPointer } from './manifests.ts';
import { isRunByName } from './pipeline.ts';
import { readCrontab, readTerraform, readTimer } from './plain-schedules.ts';
import { otherFile, type ScheduleFile } from './timing.ts';
import { readWorkflow, type Workflow } from './workflow.ts';
import { schedulesOf } from './workflow-schedules.ts';

/** A file of Python that is longer was not written by hand. */
const mostPython = 2 ** 18;

/** What a file holds that starts anything. */
const schedulesInPython = /\bdag\b|beat_?schedule|add_periodic_task/i;
const schedulesInYaml = /\bkind["']?\s*:|\bResources["']?\s*:/;

/** With the workflow that the file is, if it is one. */
export interface ReadFile extends ScheduleFile {
  readonly workflow?: Workflow;
}

/** What a file says about when things start; `pointer` is where in a file of values the schedule stands. */
export function schedulesIn(file: ArtifactPath, pointer?: string): Inquiry<ReadFile> {
  return {
    key: `schedules ${shownPath(file)} ${pointer ?? ''}`,
    about: [file],
    async answer(host) {
      const python = /\.py$/i.test(file.path);
      const text = await host.text(file, python ? mostPython : mostBytes.text);
      if (text.kind === 'unread') return text;
      return { kind: 'read', facts: await readSchedules(file.path, text.facts, pointer) };
    },
  };
}

/** The reader is chosen by the name of the file, and within YAML by what it holds. */
export async function readSchedules(path: string, text: string, pointer?: string): Promise<ReadFile> {
  const name = path.split('/').at(-1) ?? '';
  // The parser of Python is large, and most specs name no such file.
  if (/\.py$/i.test(name)) {
    if (text.length > mostPython || !schedulesInPython.test(text)) return otherFile('a file of Python');
    return (await import('./python-schedules.ts')).readPythonSchedules(text);
  }
  if (/\.tf$/i.test(name)) return readTerraform(text);
  if (/\.timer$/i.test(name)) return readTimer(text);
  if (/crontab|\.cron$/i.test(name) || /(?:^|\/)cron\.d\//.test(path)) return readCrontab(text);
  if (/^\.gitlab-ci\.ya?ml$/i.test(name)) return gitlab;
  if (!isRunByName(path)) return notRun(readYaml(text, pointer));
  return /\.(?:ya?ml|json|template)$/i.test(name)
    ? readYaml(text, pointer)
    : otherFile('no file with a schedule in it');
}

/** `refresh.yml.disabled` among the workflows. */
function notRun(file: ScheduleFile): ScheduleFile {
  const off = { line: 1, says: 'GitHub runs no file of this name.' };
  return { ...file, schedules: file.schedules?.map((one) => ({ ...one, off })) };
}

/** Its schedules stand in the settings of the project, on the server. */
const gitlab: ScheduleFile = {
  what: 'a pipeline of GitLab',
  schedules: [
    {
      id: 'schedule',
      line: 1,
      timing: { kind: 'unclear', why: 'stands in the settings of GitLab, not in this file' },
      zone: { name: 'UTC', sure: false },
      conditions: [],
    },
  ],
  events: [],
  templated: false,
};

function readYaml(text: string, pointer: string | undefined): ReadFile {
  const workflow = readWorkflow(text);
  if (workflow !== undefined) {
    return {
      what: 'a GitHub workflow',
      ...schedulesOf(workflow),
      events: workflow.triggers.map(({ event }) => event),
      commented: workflow.commented,
      workflow,
      templated: false,
    };
  }
  if (pointer === undefined && !schedulesInYaml.test(text))
    return otherFile('a file without a schedule of a kind that is known here');
  const file = yamlFile(text);
  if (pointer !== undefined) {
    return {
      what: 'a file of values',
      schedules: scheduleAtPointer(file, pointer),
      events: [],
      templated: file.templated,
    };
  }
  const manifests = manifestSchedules(file);
  if (manifests.length > 0) return { what: 'a manifest', schedules: manifests, events: [], templated: file.templated };
  const rules = cloudFormationSchedules(file);
  if (rules.length > 0)
    return { what: 'a template of CloudFormation', schedules: rules, events: [], templated: file.templated };
  const isManifest = file.documents.some(({ root }) => asMapping(root)?.get('kind') !== undefined);
  if (isManifest && !file.templated) return { what: 'a manifest', schedules: [], events: [], templated: false };
  return otherFile(file.templated ? 'a template' : 'a file without a schedule of a kind that is known here');
}
