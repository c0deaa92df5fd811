import type { LanguageRule, Report } from './rules/rule.ts';
import type { SpecDocument } from './spec/document.ts';
import type { KeptEntry } from './spec/kept.ts';
import type { Place } from './spec/place.ts';
import type { SectionPlaces } from './spec/section-places.ts';
import { lastAtOrBefore } from './text.ts';

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
  const { entries } = doc.tree;
  const names = entries.map(({ key }) => key.value);
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
      const section = lastAtOrBefore(entries, at.span.start, ({ key }) => key.span.start);
      if (section !== undefined) silent.delete(section.key.value);
    }
    return { reports, silent };
  };
}

/** The places of a section whose text is not what it was, without those whose holders are what they were. */
function touchedPlaces({ kept }: SpecDocument): (section: SectionPlaces, name: string) => readonly Place[] {
  const became = new Map(kept.entries.map((entry) => [entry.name, entry.inside]));
  const found = new Map<SectionPlaces, readonly Place[]>();
  return (section, name) => {
    const known = found.get(section);
    if (known !== undefined) return known;
    const same = [...sameEntries(became.get(name))];
    const touched = same.length === 0 ? section.all : outside(section.all, same);
    found.set(section, touched);
    return touched;
  };
}

/** Those whose text is what it was, in the order of the text before. */
function* sameEntries(entries: KeptEntry['inside']): Generator<KeptEntry> {
  if (entries === undefined || entries === 'same') return;
  for (const entry of entries) {
    if (entry.inside === 'same') yield entry;
    else yield* sameEntries(entry.inside);
  }
}

/** An entry may be judged by those beside it, so it stays itself; what it holds is judged by what it holds. */
function outside(places: readonly Place[], same: readonly KeptEntry[]): readonly Place[] {
  const sorted = same.toSorted((a, b) => a.is.start - b.is.start);
  let next = 0;
  return places.filter(({ key, node }) => {
    const start = (key ?? node)?.span.start;
    if (start === undefined) return true;
    while ((sorted[next]?.is.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const entry = sorted[next];
    return entry === undefined || start <= entry.is.start;
  });
}
