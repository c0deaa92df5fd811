import type { Insertion } from '../../assessment.ts';
import { asPosix } from '../../cron/posix.ts';
import { shownPath } from '../../evidence/reference.ts';
import { insertionEdits } from '../../fixes/insert.ts';
import type { Path } from '../../spec/place.ts';
import type { Refresh } from '../../spec/types.generated.ts';
import { isZone } from '../../spec/zones.ts';
import type { Edit } from '../../text.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Mapping, Scalar } from '../../yaml/tree.ts';
import type { Context } from '../rule.ts';
import { type Fault, nodeAt } from '../subject.ts';
import { scheduledJob } from './scheduled-job.ts';

/**
 * The faults of a refresh, those about a cron or a time zone that is missing or a placeholder with a fix that copies it
 * from the job. `path` is that of the refresh.
 */
export function* adoptable(
  context: Context,
  path: Path,
  refresh: Mapping<Refresh> | undefined,
  faults: Iterable<Fault>,
): Generator<Fault> {
  const fix = adoption(context, path, refresh);
  for (const fault of faults) yield fix !== undefined && concernsTime(context, path, fault) ? { ...fault, fix } : fault;
}

const times = ['cron', 'timezone'] as const;

function concernsTime(context: Context, path: Path, { at, insert = [] }: Fault): boolean {
  return times.some((name) => {
    const own = nodeAt(context.doc.tree, [...path, name]);
    const isInserted = insert.some((one) => one.path.join('\n') === [...path, name].join('\n'));
    return isInserted || own?.span.start === at.span.start;
  });
}

function adoption(context: Context, path: Path, refresh: Mapping<Refresh> | undefined): Fault['fix'] {
  const found = scheduledJob(context, refresh);
  if (found?.kind !== 'schedule' || found.schedule.off !== undefined) return undefined;
  const { timing, zone } = found.schedule;
  const cron = timing.kind === 'cron' ? asPosix(timing.text, timing.dialect) : undefined;
  if (cron === undefined) return undefined;
  const known = { cron, timezone: zone.sure && isZone(zone.name) ? zone.name : undefined };
  const unsaid = times.filter((name) => known[name] !== undefined && refresh?.get(name) === undefined);
  if (unsaid.length === 0) return undefined;
  return () => {
    const insertions: Insertion[] = [];
    const edits: Edit[] = [];
    for (const name of unsaid) {
      const placeholder = nodeAt(context.doc.tree, [...path, name]);
      const draft = known[name] ?? '';
      if (placeholder?.kind === 'scalar') edits.push(replaceScalar(placeholder as Scalar, draft));
      else insertions.push({ path: [...path, name], draft });
    }
    const all = [...edits, ...insertionEdits(context.doc, insertions)].sort((a, b) => a.span.start - b.span.start);
    const named = unsaid.map((name) => `"${known[name]}"`).join(' in ');
    return { title: `Use ${named} from ${shownPath(found.file)}`, kind: 'adopt', safe: false, edits: all };
  };
}
