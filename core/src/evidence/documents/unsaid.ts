import type { Prose } from './prose.ts';

/** Lines that stand for words nobody has written yet, in whole. */
const unwritten =
  /^(?:(?:this (?:page|section|document|runbook) is )?(?:still )?(?:to be (?:written|done|defined|determined|completed|added|decided|documented|continued)|coming soon|work in progress|under construction|in progress|not (?:yet )?(?:written|documented|available|defined|done)(?: yet)?|none yet|nothing (?:here )?yet|empty|placeholder|content goes here|fill (?:me )?in|write me|wip|todo|tbd|tbc|fixme|xxx+|draft|n\/?a|tba)|(?:wird|werden) noch (?:ergänzt|geschrieben|ausgefüllt)|noch (?:offen|zu ergänzen|nicht (?:geschrieben|ausgefüllt))|folgt(?: noch)?|in arbeit|platzhalter|entwurf)$/i;

const latin = new Set(
  'lorem ipsum dolor sit amet consectetur adipiscing adipisicing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure in reprehenderit voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt culpa qui officia deserunt mollit anim id est laborum'.split(
    ' ',
  ),
);

/** Whether a line says only that something is to be written, or is text to fill a page with. */
export function isUnwritten(text: string): boolean {
  const plain = text.replaceAll(/[*_`~[\](){}<>]+/g, '').replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (unwritten.test(plain)) return true;
  const words = plain.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length >= 3 && words.filter((word) => latin.has(word)).length >= words.length * 0.8;
}

/** Where a page says nothing itself and sends its reader to the net. */
export function onlyLeadsTo({
  lines,
  code,
}: Pick<Prose, 'lines' | 'code'>): { readonly target: string; readonly line: number } | undefined {
  const [first] = lines.filter(({ text }) => /https?:\/\//i.test(text));
  if (first === undefined || code.length > 0 || lines.length > 3) return undefined;
  const rest = lines
    .map(({ text }) => text.replaceAll(/\[[^[\]]*\]\([^()\s]*\)|<?https?:\/\/[^\s<>)]+>?/gi, ' '))
    .join(' ')
    .match(/[\p{L}\p{N}]+/gu);
  if ((rest ?? []).length > 8) return undefined;
  const target = /https?:\/\/[^\s<>)]+/i.exec(first.text)?.[0] ?? '';
  return { target, line: first.line };
}
