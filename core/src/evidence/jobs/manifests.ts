import { isDate } from '../../dates.ts';
import { clipped } from '../../shown.ts';
import type { AnyNode, Mapping, Scalar } from '../../yaml/tree.ts';
import {
  asMapping,
  asSequence,
  at,
  isFilledIn,
  textAt,
  textsIn,
  type YamlDocumentOf,
  type YamlFile,
} from '../formats/yaml-file.ts';
import { awsTiming, everyInGo, type Schedule, type Timing, utc, type Zone } from './timing.ts';

/** CronJobs of Kubernetes and CronWorkflows of Argo, in all documents of a file. */
export function manifestSchedules({ documents }: YamlFile): readonly Schedule[] {
  return documents.flatMap((document) => {
    const listed = asSequence(at(document.root, 'items'))?.items ?? [];
    return [document.root, ...listed].flatMap((node) => manifestSchedule(node, document));
  });
}

function manifestSchedule(node: AnyNode | undefined, document: YamlDocumentOf): readonly Schedule[] {
  const kind = textAt(node, 'kind')?.value;
  if (kind !== 'CronJob' && kind !== 'CronWorkflow' && kind !== 'ScheduledWorkflow') return [];
  const spec = asMapping(at(node, 'spec'));
  const name = textAt(node, 'metadata', 'name') ?? textAt(node, 'metadata', 'generateName');
  const crons = [textAt(spec, 'schedule') ?? [], textsIn(at(spec, 'schedules'))].flat();
  const zone = textAt(spec, kind === 'CronJob' ? 'timeZone' : 'timezone');
  const suspend = textAt(spec, 'suspend');
  const shared = {
    id: `${kind}/${name === undefined || isFilledIn(name.value) ? '?' : name.value}`,
    zone: clusterZone(
      zone,
      kind === 'CronJob' ? 'of the controller that starts CronJobs' : 'of the controller of Argo',
    ),
    off:
      suspend?.value.toLowerCase() === 'true' ? { line: document.line(suspend), says: '`suspend: true`' } : undefined,
    conditions:
      suspend !== undefined && isFilledIn(suspend.value)
        ? [{ line: document.line(suspend), says: '`suspend` is filled in by a template.' }]
        : [],
    limit: limitOf(textAt(spec, 'jobTemplate', 'spec', 'activeDeadlineSeconds'), document),
  };
  return crons.map((cron) => ({ ...shared, line: document.line(cron), ...goTiming(cron.value, shared.zone) }));
}

function limitOf(deadline: Scalar | undefined, document: YamlDocumentOf): Schedule['limit'] {
  if (deadline === undefined || !/^\d{1,9}$/.test(deadline.value)) return undefined;
  const says = `\`activeDeadlineSeconds: ${deadline.value}\``;
  return { line: document.line(deadline), says, seconds: Number(deadline.value) };
}

function clusterZone(zone: Scalar | undefined, whose: string): Zone {
  if (zone !== undefined && !isFilledIn(zone.value)) return { name: zone.value, sure: true };
  return { name: 'UTC', sure: false, because: `no time zone is given, and then that ${whose} counts, mostly UTC` };
}

/** What the cron library of Kubernetes and Argo makes of a text, which may begin with a zone. */
export function goTiming(text: string, zone: Zone): { readonly timing: Timing; readonly zone: Zone } {
  if (isFilledIn(text)) return { timing: { kind: 'unclear', why: 'is filled in by a template' }, zone };
  const [, named, rest = text] = /^\s*(?:CRON_)?TZ=(\S+)\s+(.*)$/.exec(text) ?? [];
  const within = named === undefined ? zone : { name: named, sure: true };
  const seconds = everyInGo(rest);
  if (seconds !== undefined) return { timing: { kind: 'every', text: rest.trim(), seconds }, zone: within };
  return { timing: { kind: 'cron', text: rest.trim(), dialect: 'kubernetes' }, zone: within };
}

/** Rules and schedules of EventBridge in a template of CloudFormation or SAM. */
export function cloudFormationSchedules({ documents }: YamlFile): readonly Schedule[] {
  return documents.flatMap((document) => {
    return (asMapping(at(document.root, 'Resources'))?.entries ?? []).flatMap(({ key, value }): Schedule[] => {
      const type = textAt(value, 'Type')?.value ?? '';
      const properties = asMapping(at(value, 'Properties'));
      if (/^AWS::(?:Events::Rule|Scheduler::Schedule)$/.test(type)) return awsSchedule(key.value, properties, document);
      return (asMapping(properties?.get('Events'))?.entries ?? []).flatMap((event) => {
        const own = asMapping(at(event.value, 'Properties'));
        return /^Schedule(?:V2)?$/.test(textAt(event.value, 'Type')?.value ?? '')
          ? awsSchedule(`${key.value}/${event.key.value}`, own, document)
          : [];
      });
    });
  });
}

function awsSchedule(id: string, properties: Mapping | undefined, document: YamlDocumentOf): Schedule[] {
  const expression = textAt(properties, 'ScheduleExpression') ?? textAt(properties, 'Schedule');
  if (expression === undefined) return [];
  const zone = textAt(properties, 'ScheduleExpressionTimezone');
  const state = textAt(properties, 'State');
  const enabled = textAt(properties, 'Enabled');
  const switched = state?.value === 'DISABLED' ? state : enabled?.value.toLowerCase() === 'false' ? enabled : undefined;
  return [
    {
      id,
      line: document.line(expression),
      timing:
        isFilledIn(expression.value) || expression.value.includes('${')
          ? { kind: 'unclear', why: `is filled in: \`${clipped(expression.value)}\`` }
          : awsTiming(expression.value),
      zone:
        zone === undefined
          ? { ...utc, because: 'EventBridge reads it in UTC unless it is told otherwise' }
          : { name: zone.value, sure: true },
      off: switched && {
        line: document.line(switched),
        says: `\`${state === switched ? 'State: DISABLED' : 'Enabled: false'}\``,
      },
      conditions: [],
      begins: dayOf(textAt(properties, 'StartDate'), document),
      ends: dayOf(textAt(properties, 'EndDate'), document),
    },
  ];
}

/** `2026-06-30T00:00:00Z` */
function dayOf(written: Scalar | undefined, document: YamlDocumentOf): Schedule['ends'] {
  const date = written?.value.slice(0, 10);
  return written !== undefined && date !== undefined && isDate(date)
    ? { line: document.line(written), date }
    : undefined;
}

/** Keys under which a house may keep a cron, its zone, and that it is off. */
const cronKeys = ['schedule', 'cron', 'cronSchedule', 'schedule_expression', 'interval'];
const zoneKeys = ['timeZone', 'timezone', 'time_zone', 'tz'];

/** What stands at a JSON pointer of values: a cron, or a mapping with one in it. */
export function scheduleAtPointer({ documents }: YamlFile, pointer: string): readonly Schedule[] {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return documents.flatMap((document): Schedule[] => {
    let holder: AnyNode | undefined;
    let node: AnyNode | undefined = document.root;
    for (const step of steps) {
      holder = node;
      node =
        node?.kind === 'sequence' ? node.items[/^\d{1,6}$/.test(step) ? Number(step) : -1] : asMapping(node)?.get(step);
    }
    const around = asMapping(node) ?? asMapping(holder);
    const cron = node?.kind === 'scalar' ? (node as Scalar) : firstOf(node, cronKeys);
    if (cron === undefined) return [];
    const zone = firstOf(around, zoneKeys);
    const suspend = textAt(around, 'suspend');
    const enabled = textAt(around, 'enabled');
    const off =
      suspend?.value.toLowerCase() === 'true'
        ? suspend
        : enabled?.value.toLowerCase() === 'false'
          ? enabled
          : undefined;
    const read = /^\s*(?:cron|rate|at)\(/i.test(cron.value)
      ? { timing: awsTiming(cron.value), zone: { ...utc, sure: false } }
      : goTiming(cron.value, clusterZone(zone, 'of the cluster'));
    return [
      {
        id: pointer,
        line: document.line(cron),
        ...read,
        off: off && { line: document.line(off), says: `\`${off === suspend ? 'suspend' : 'enabled'}: ${off.value}\`` },
        conditions: [],
      },
    ];
  });
}

function firstOf(node: AnyNode | undefined, keys: readonly string[]): Scalar | undefined {
  return keys.map((key) => textAt(node, key)).find((found) => found !== undefined);
}
