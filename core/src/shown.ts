import type { Assessment, Fact } from './assessment.ts';
import { blackOut, secretsIn } from './secrets.ts';
import type { Fix } from './text.ts';

/** As long as a quotation may be before it is cut, and a sentence with all that it quotes. */
const most = { quoted: 160, said: 800 } as const;

/**
 * What an assessment says of artifacts, as reports, editors and logs may show it. Artifacts are somebody's text: all that
 * is told of them goes through here, whoever read it.
 */
export function fitToShow(assessment: Assessment): Assessment {
  const { reason, shortfalls, facts, fix } = assessment;
  return {
    ...assessment,
    reason: shown(reason),
    shortfalls: shortfalls?.map((one) => ({ ...one, reason: shown(one.reason) })),
    facts: facts?.flatMap(fitFact),
    fix: fix && (() => [fix() ?? []].flat().filter(isOffered)),
  };
}

/** Nothing can be said of a file that has a secret in its name. */
function fitFact(fact: Fact): readonly Fact[] {
  return holdsSecret(fact.file.path) ? [] : [{ ...fact, says: shown(fact.says) }];
}

/** A fix that would copy a secret, or what nobody sees, is none. */
function isOffered({ title, edits }: Fix): boolean {
  return [title, ...edits.map(({ text }) => text)].every(isTellable);
}

/** Text of an artifact in a sentence: on one line, without secrets and access to addresses, long quotations cut. */
export function shown(text: string): string {
  if (isHarmless(text)) return text;
  const known = knownShown.get(text);
  if (known !== undefined) return known;
  if (knownShown.size >= mostKnown) knownShown.clear();
  const told = withoutDoubt(text);
  knownShown.set(text, told);
  return told;
}

/** While somebody types, nearly the same is said again at each keystroke. */
const knownShown = new Map<string, string>();
const mostKnown = 1_000;

function withoutDoubt(text: string): string {
  const told = withoutSecrets(inOneLine(text)).replaceAll(/(["`])([^"`]*)\1/g, (_, sign: string, quoted: string) => {
    return sign + cut(quoted, most.quoted) + sign;
  });
  return cut(told, most.said);
}

/** What is quoted of an artifact: as `shown`, and not longer than a person reads. */
export function clipped(text: string, longest = 80): string {
  // Cut only then: what is left of a secret would not be known for one.
  return cut(withoutSecrets(inOneLine(text.slice(0, enough))).trim(), longest);
}

/** Longer than any secret, and than anything that is shown. */
const enough = 30_000;

/** Whether text of an artifact may be written into a spec: no secret, nothing that may give access, or that nobody sees. */
export function isTellable(text: string): boolean {
  return !holdsSecret(text) && text.search(query) === -1 && text.search(hidden) === -1;
}

export function holdsSecret(text: string): boolean {
  return text.includes(blackOut) || secretsIn(text).length > 0 || text.search(access) !== -1;
}

/** Nearly all text is, and to see that takes less than to look for every kind of secret. */
function isHarmless(text: string): boolean {
  return text.length <= most.quoted && !doubtful.test(text);
}

const doubtful = /[^\x20-\x7e]|:\/\/| {2}|pass|pwd|secret|token|key|sig|earer |-----BEGIN|[\w~.-]{15}/i;

function inOneLine(text: string): string {
  return text.replaceAll(hidden, '').replaceAll(/[\s\p{Cc}]+/gu, ' ');
}

/** Controls but white space, marks of direction, invisible separators, tags, and halves of surrogate pairs. */
const hidden =
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\ud800-\udfff]/gu;

function withoutSecrets(text: string): string {
  let told = '';
  let end = 0;
  for (const secret of secretsIn(text)) {
    told += text.slice(end, secret.start) + (secret.inUrl ? '' : '(a secret)');
    end = secret.end;
  }
  return (told + text.slice(end)).replaceAll(access, '').replaceAll(query, '').replaceAll(blacked, '(a secret)');
}

/** `user:token@` of an address; the digest of an image is none. */
const access = /(?<=:\/\/)[^\s/?#"'`<>]{1,500}@(?!sha\d{3}:)/g;
/** Of an address, which says nothing that a person would miss and may hold what gives access. */
const query = /(?<=:\/\/[^\s?#"'`<>]{1,500})\?[^\s#"'`<>]*/g;

const blacked = new RegExp(`${blackOut}(?:[\\s:@]{0,3}${blackOut})*`, 'g');

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
