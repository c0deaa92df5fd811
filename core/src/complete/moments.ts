import { mapOf } from '../spec/names.ts';
import type { CompletionPlace } from './place.ts';

interface Candidate {
  readonly text: string;
  readonly kind: 'id';
  readonly detail: string;
  readonly rank: number;
  /** How much of what is typed stays, and is not part of `text`. */
  readonly keeps: number;
}

/** What a moment can be: an alert that fires, or a time before a model retires. A model alone starts nothing. */
export function moments(place: CompletionPlace): readonly Candidate[] {
  const { doc, written, present } = place;
  const [begun = ''] = isBegun.exec(written) ?? [];
  const time = /^\S+/.exec(written)?.[0] ?? '';
  const lead = begun === '' ? `${isTime.test(time) ? time : '120d'} before ` : begun;
  // A list that is still to be made around the value is written whole.
  const keeps = place.field.field?.kind === 'scalar' ? begun.length : 0;
  const retirements = (mapOf(doc.tree, ['models'])?.entries ?? []).flatMap(({ key, value }): Candidate[] => {
    const text = `${lead}${key.value}.retires`;
    if (key.value === '' || present.includes(text)) return [];
    const day = value?.kind === 'mapping' ? value.get('retires') : undefined;
    const detail = day?.kind === 'scalar' ? `retires ${day.value}` : 'model';
    return [{ text: text.slice(keeps), kind: 'id', detail, rank: day === undefined ? 1 : 0, keeps }];
  });
  return begun === '' ? [...alerts(place), ...retirements] : retirements;
}

const isBegun = /^[0-9.]+[hdw]\s+before\s+/;
const isTime = /^[0-9.]+[hdw]$/;

function alerts({ doc }: CompletionPlace): readonly Candidate[] {
  return (mapOf(doc.tree, ['monitoring', 'alerts'])?.entries ?? []).flatMap(({ key }) =>
    key.value === '' ? [] : [{ text: key.value, kind: 'id' as const, detail: 'alert', rank: 0, keeps: 0 }],
  );
}
