import type { Analysis } from '../check.ts';
import { parseCron } from '../cron/cron.ts';
import { gapInWords, worstGapOf } from '../cron/gap.ts';
import { nextRuns } from '../cron/next.ts';
import { cronInWords } from '../cron/words.ts';
import { isKnownZone } from '../cron/zone.ts';
import { isDate } from '../dates.ts';
import { nodeAt } from '../rules/subject.ts';
import type { Token } from '../spec/at.ts';
import type { SpecDocument } from '../spec/document.ts';
import type { Path } from '../spec/place.ts';
import type { HoverPart } from './parts.ts';
import { dayOfMoment, distance, durationInWords, withWeekday } from './quantities.ts';

/** A value in other words: when a schedule runs, how far away a date is, how long a duration. Empty where they say no more. */
export function meaning({ doc, options }: Analysis, { place, node }: Token): HoverPart[] {
  const { field, path } = place;
  const value = String(node.value);
  switch (field?.format) {
    case 'cron':
      return cronMeaning(doc, path, value, options.asOf);
    case 'date':
      return isDate(value) ? [{ kind: 'text', strong: withWeekday(value), text: distance(options.asOf, value) }] : [];
    case 'moment':
      return momentMeaning(doc, value, field.refers ?? [], options.asOf);
    case 'duration':
    case 'threshold': {
      const words = durationInWords(value);
      return words === undefined ? [] : [{ kind: 'text', text: words }];
    }
    default:
      return [];
  }
}

/** More in a day need no list. */
const mostListedADay = 24;

function cronMeaning(doc: SpecDocument, path: Path, value: string, asOf: string): HoverPart[] {
  const cron = parseCron(value);
  if (cron === undefined) return [];
  const zone = zoneBeside(doc, path);
  const words = cronInWords(cron);
  const gap = worstGapOf(value, zone);
  const runs = cron.times.length > mostListedADay ? [] : nextRuns(cron, asOf, 3, zone);
  const next = runs.map(({ date, time }) => `${withWeekday(date)} ${time}`).join(', ');
  return [
    {
      kind: 'text',
      strong: capital(words),
      text:
        zone === undefined ? '(no time zone is given)' : isKnownZone(zone) ? `(${zone})` : `(${zone} is no time zone)`,
    },
    {
      kind: 'text',
      text:
        gap === undefined || !Number.isFinite(gap)
          ? next === ''
            ? 'It never runs.'
            : `From today on: ${next}. Then it stops for good.`
          : `${next === '' ? '' : `From today on: ${next}. `}${capital(gapInWords(gap, value, zone))}.`,
    },
  ];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A schedule is read in the zone that stands beside it. */
export function zoneBeside({ tree }: Pick<SpecDocument, 'tree'>, path: Path): string | undefined {
  const zone = nodeAt(tree, [...path.slice(0, -1), 'timezone']);
  return zone?.kind === 'scalar' ? String(zone.value) : undefined;
}

function momentMeaning(doc: SpecDocument, value: string, sections: readonly string[], asOf: string): HoverPart[] {
  const day = dayOfMoment(doc, value, sections);
  return day === undefined ? [] : [{ kind: 'text', strong: withWeekday(day), text: distance(asOf, day) }];
}
