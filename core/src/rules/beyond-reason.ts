import { addDays, daysBetween, durationSeconds } from '../dates.ts';
import type { Field } from '../spec/fields.generated.ts';
import type { Context } from './rule.ts';

/** What programs write where they know no date, and years before any data of today. */
const noDate = /^(?:0|1[0-8]|19[0-4])|^1970-01-01$/;

/** What is kept is kept for as long as a law says. */
const kept = /(?:^|\.)(?:retention|keep_previous)$/;

/** Why a date or a duration has its form and yet says nothing, to complete "it is 9999-12-31: …". */
export function beyondReason({ asOf, numbers }: Context, field: Field, text: string): string | undefined {
  const { farthestAhead } = numbers;
  if (field.format === 'date') {
    if (noDate.test(text)) return 'no day on which anything here happened';
    if (text > addDays(asOf, farthestAhead)) return `${years(daysBetween(asOf, text))} ahead, nobody looks at it again`;
  }
  if (field.format === 'duration' && !kept.test(field.path)) {
    const days = (durationSeconds(text) ?? 0) / 86_400;
    if (days > farthestAhead) return `${years(days)} are as good as never`;
  }
  return undefined;
}

function years(days: number): string {
  return `${Math.floor(days / 365.25)} years`;
}
