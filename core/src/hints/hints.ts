import type { Analysis } from '../check.ts';
import { overlaps } from '../conceal.ts';
import { parseCron } from '../cron/cron.ts';
import { cronInWords } from '../cron/words.ts';
import { isDate } from '../dates.ts';
import { shownPath } from '../evidence/reference.ts';
import { dayOfMoment, distance } from '../hover/quantities.ts';
import { isAbout } from '../spec/at.ts';
import type { Place } from '../spec/place.ts';
import type { Span } from '../text.ts';
import { limitOf } from './limits.ts';

/** What hints are about, as a setting calls them. */
export const hintKinds = ['schedules', 'dates', 'counts', 'limits'] as const;
export type HintKind = (typeof hintKinds)[number];

/** A few words that an editor shows behind a value, as if they stood in the text. */
export interface Hint {
  readonly kind: HintKind;
  /** Behind which it stands. */
  readonly offset: number;
  readonly text: string;
}

/** The hints of these kinds behind values that begin in `range`, in the order of the text. */
export function hints(analysis: Analysis, range: Span, kinds: ReadonlySet<HintKind>): readonly Hint[] {
  const { doc, skipped } = analysis;
  if (skipped !== undefined || kinds.size === 0) return [];
  return doc.places.flatMap((place): Hint[] => {
    const { node } = place;
    if (node?.kind !== 'scalar' || place.placeholder) return [];
    // Behind a block of text begins the next line.
    if (node.style === 'block' || /[\r\n]/.test(doc.text.slice(node.span.start, node.span.end))) return [];
    if (node.span.start < range.start || node.span.start > range.end || overlaps(node.span, doc.secrets)) return [];
    const told = [first(analysis, place), limit(analysis, place)].filter(
      (one) => one !== undefined && kinds.has(one[0]),
    );
    // One hint, whatever it is made of: two would stand there like one sentence.
    const [kind] = told[0] ?? [];
    if (kind === undefined) return [];
    return [{ kind, offset: node.span.end, text: told.map((one) => one?.[1]).join(', ') }];
  });
}

type Told = readonly [kind: HintKind, text: string] | undefined;

function first(analysis: Analysis, { field, node, path }: Place): Told {
  const { doc, options, assessments } = analysis;
  const value = node?.kind === 'scalar' ? String(node.value) : '';
  if (field?.format === 'cron') {
    const cron = parseCron(value);
    return cron && ['schedules', cronInWords(cron)];
  }
  if (field?.format === 'date') return isDate(value) ? ['dates', distance(options.asOf, value)] : undefined;
  if (field?.format === 'moment') {
    const day = dayOfMoment(doc, value, field.refers ?? []);
    return day === undefined || day === value ? undefined : ['dates', `${day}, ${distance(options.asOf, day)}`];
  }
  if (field?.artifact !== 'dataset') return undefined;
  const reference = options.evidence?.reference(value);
  if (reference?.kind !== 'file') return undefined;
  const named = shownPath(reference.file);
  const counted = assessments
    .filter(({ subject }) => isAbout(subject, path))
    .flatMap(({ facts }) => facts)
    .find(({ file, cases }) => cases !== undefined && shownPath(file) === named);
  return counted?.cases === undefined
    ? undefined
    : ['counts', counted.cases === 1 ? '1 case' : `${counted.cases} cases`];
}

function limit(analysis: Analysis, place: Place): Told {
  const text = limitOf(analysis, place);
  return text === undefined ? undefined : ['limits', text];
}
