import type { LanguageRule, Report } from './rules/rule.ts';
import type { SpecDocument } from './spec/document.ts';
import type { KeptEntry } from './spec/kept.ts';
import type { Place } from './spec/place.ts';
import type { SectionPlaces } from './spec/section-places.ts';

/** What the rules about the file said of one version of it. */
export type Looks = ReadonlyMap<LanguageRule, Look>;

export interface Look {
  readonly reports: readonly Report[];
  /** The sections in which a rule that looks at places found nothing. */
  readonly silent: ReadonlySet<string>;
}

/** The version before, and what was said of it. */
interface Before {
  readonly doc: SpecDocument;
  readonly looks?: Looks;
}

/** Gives nothing where the rule fails. */
type Run = (places: () => readonly Place[]) => readonly Report[] | undefined;

/**
 * Looks at a document with one rule after the other, or takes what it said where the text is the same. A rule that looks
 * at places sees only those that it may have something to say of: it had nothing to say of the others.
 */
export function looking(
  doc: SpecDocument,
  before: Before | undefined,
): (rule: LanguageRule, run: Run) => Look | undefined {
  const names = doc.tree.entries.map(({ key }) => key.value);
  const touched = touchedPlaces(doc);

  return (rule, run) => {
    const known = before?.looks?.get(rule);
    if (known !== undefined && before?.doc.text === doc.text) return known;
    if (rule.looksAt !== 'place') {
      const reports = run(() => doc.places);
      return reports && { reports, silent: new Set() };
    }

    const reports = run(() =>
      doc.placesByEntry.flatMap((section, index) => {
        const name = names[index] ?? '';
        if (known === undefined || !known.silent.has(name)) return section.all;
        return doc.kept.sections.has(name) ? [] : touched(section, name);
      }),
    );
    if (reports === undefined) return undefined;
    const silent = new Set(names);
    for (const { at } of reports) {
      const section = doc.tree.entries.findLast(({ key }) => key.span.start <= at.span.start);
      if (section !== undefined) silent.delete(section.key.value);
    }
    return { reports, silent };
  };
}

/** The places of a section whose text is not what it was, without those whose holders are what they were. */
function touchedPlaces({ kept }: SpecDocument): (section: SectionPlaces, name: string) => readonly Place[] {
  const found = new Map<SectionPlaces, readonly Place[]>();
  return (section, name) => {
    let touched = found.get(section);
    if (touched === undefined) {
      const stretches = [...same(kept.entries.find((entry) => entry.name === name)?.inside)];
      touched = stretches.length === 0 ? section.all : outside(section.all, stretches);
      found.set(section, touched);
    }
    return touched;
  };
}

/** The entries whose text is what it was, in the order of the text before. */
function* same(entries: KeptEntry['inside']): Generator<KeptEntry> {
  if (entries === undefined || entries === 'same') return;
  for (const entry of entries) {
    if (entry.inside === 'same') yield entry;
    else yield* same(entry.inside);
  }
}

/** An entry may be judged by those beside it, so it stays itself; what it holds is judged by what it holds. */
function outside(places: readonly Place[], stretches: readonly KeptEntry[]): readonly Place[] {
  const sorted = stretches.toSorted((a, b) => a.is.start - b.is.start);
  let next = 0;
  return places.filter(({ key, node }) => {
    const start = (key ?? node)?.span.start;
    if (start === undefined) return true;
    while ((sorted[next]?.is.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const stretch = sorted[next];
    return stretch === undefined || start <= stretch.is.start;
  });
}
