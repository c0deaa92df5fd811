import { isDate } from '../../dates.ts';
import { labelledIn } from './labelled.ts';
import { type Prose, titleBlock } from './prose.ts';

/** A day that a document names. */
export interface NamedDay {
  readonly day: string;
  readonly line: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const german = ['jän', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'];
const month = '(jan|jän|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\\p{L}*\\.?';
const written = new RegExp(
  `\\b(20\\d{2})-(\\d{2})-(\\d{2})\\b|\\b(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(20\\d{2})\\b|\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+${month}\\s+(20\\d{2})\\b|\\b${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(20\\d{2})\\b`,
  'giu',
);

/** The days in a line, with where each begins; days such as 9/10/2026, which people read in two ways, are left out. */
export function daysIn(text: string): readonly { readonly day: string; readonly at: number }[] {
  return [...text.matchAll(written)].flatMap((match) => {
    const [year, of, day] = [
      [match[1], match[2], match[3]],
      [match[6], match[5], match[4]],
      [match[9], monthNumber(match[8]), match[7]],
      [match[12], monthNumber(match[10]), match[11]],
    ].find(([first]) => first !== undefined) ?? ['', '', ''];
    const iso = `${year}-${String(of).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return isDate(iso) ? [{ day: iso, at: match.index }] : [];
  });
}

function monthNumber(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const start = name.toLowerCase().slice(0, 3);
  return String(Math.max(months.indexOf(start), german.indexOf(start)) + 1);
}

/** Labels of the day on which something happened, unlike that of an update, an approval or the next time. */
const eventLabel =
  /^(?:date|day|when|datum|tag|(?:date|day) of (?:the )?(?:test|drill|exercise|handover|assessment|report)|(?:test|tested|drill|exercise|handover|assessment|assessed|report|performed|conducted|executed|carried out|handed over|durchgeführt|getestet|bewertet|übergabe)(?: date| on| am)?|(?:test|drill|handover|assessment)datum)$/;
/** Words of a sentence before the day of which it tells. */
const eventWord =
  /\b(?:on|am)(?: \w+,)?\s*$|\b(?:tested|performed|conducted|executed|carried out|assessed|handed over|took place|held|practi[sc]ed|tried|durchgeführt|getestet|übergeben)\b[^.;]{0,120}$/i;
const otherWord =
  /\b(?:until|till|since|by|before|after|from|bis|seit|ab|vor|nach)\s*$|\b(?:next|due|updated|approved|published|planned|scheduled|valid|nächste|gültig)\b[^.;]{0,40}$/i;

export interface Days {
  readonly all: readonly NamedDay[];
  /** On which that happened of which the document tells, where it says so at its head. */
  readonly event: NamedDay | undefined;
  /** Of a log: the latest day that begins a line, a heading or a row. */
  readonly latest: NamedDay | undefined;
}

export function daysOf(prose: Prose): Days {
  const texts = [
    ...prose.headings,
    ...prose.lines,
    ...[...prose.frontMatter.values()].map(({ value, line }) => ({ text: value, line })),
  ];
  const all = texts.flatMap(({ text, line }) => daysIn(text).map(({ day }) => ({ day, line })));
  const latest = texts
    .flatMap(({ text, line }) => {
      const [first] = daysIn(text);
      return first !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(0, first.at)) ? [{ day: first.day, line }] : [];
    })
    .reduce<NamedDay | undefined>((a, b) => (a === undefined || b.day > a.day ? b : a), undefined);
  const labelled = labelledIn(prose).flatMap(({ label, value, line }) => {
    const [first] = eventLabel.test(label) ? daysIn(value) : [];
    return first === undefined || first.at > 20 ? [] : [{ day: first.day, line }];
  });
  const [title] = prose.headings;
  const inTitle = title === undefined ? [] : daysIn(title.text).map(({ day }) => ({ day, line: title.line }));
  return { all, event: labelled[0] ?? inTitle[0] ?? told(prose), latest };
}

/** The first sentence at the head that says on which day something was done. */
function told(prose: Prose): NamedDay | undefined {
  const { to } = titleBlock(prose);
  for (const { text, line } of prose.lines) {
    if (line > to) return undefined;
    for (const { day, at } of daysIn(text)) {
      const before = text.slice(Math.max(at - 160, 0), at);
      if (eventWord.test(before) && !otherWord.test(before)) return { day, line };
    }
  }
  return undefined;
}
