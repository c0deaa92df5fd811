import { clipped } from '../../shown.ts';

/**
 * Whether a condition holds when `event` starts the workflow, as far as the event decides it. That it runs in this
 * repository, and that nobody stopped it, is taken for granted.
 */
export function holdsOn(condition: string, event: string): boolean | 'depends' {
  let plain = condition
    .replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (plain.length > 2000 || /\$\{\{|#/.test(plain)) return 'depends';
  plain = plain
    .replaceAll(/'([^']*)'/g, (quoted, inner: string) => (/[()|&!]/.test(inner) ? "'#'" : quoted))
    .replaceAll(/\b(?:always|success)\(\)/g, 'true')
    .replaceAll(/\b(?:failure|cancelled)\(\)/g, '#failed')
    .replaceAll(/\b[a-zA-Z]+\([^()]*\)/g, '#');
  // From the innermost parentheses outwards.
  for (let rounds = 0; plain.includes('(') && rounds < 50; rounds += 1) {
    plain = plain.replaceAll(/\(([^()]*)\)/g, (_, inner: string) => {
      const holds = holdsFlat(inner, event);
      return holds === 'depends' ? '#' : String(holds);
    });
  }
  return /[()]/.test(plain) ? 'depends' : holdsFlat(plain, event);
}

function holdsFlat(plain: string, event: string): boolean | 'depends' {
  const parts = plain.split('||').map((part) => part.split('&&').map((term) => holdsTerm(term.trim(), event)));
  const all = parts.map((terms) => (terms.includes(false) ? false : terms.includes('depends') ? 'depends' : true));
  return all.includes(true) ? true : all.includes('depends') ? 'depends' : false;
}

function holdsTerm(term: string, event: string): boolean | 'depends' {
  if (/^(?:false|! ?true|0|null|'')$/.test(term)) return false;
  if (/^(?:true|! ?false|! ?#failed)$/.test(term)) return true;
  if (atHome.test(term)) return true;
  const [, not, name] = /^github\.event_name (=|!)= '([^'#]*)'$/.exec(term) ?? [];
  return name === undefined ? 'depends' : (name === event) === (not === '=');
}

/** The same of `continue-on-error`, which is text unless it is an expression. */
export function toleratesOn(says: string, event: string): boolean | 'depends' {
  if (says === 'true') return true;
  return /^\$\{\{.*\}\}$/s.test(says) ? holdsOn(says, event) : 'depends';
}

const atHome = /^(?:github\.repository(?:_owner)? == '[^']*'|! ?github\.event\.repository\.fork)$/;

/** Whether it holds only after something before it failed: then that has decided already. */
export function isAfterFailure(condition: string): boolean {
  const plain = condition.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1').replaceAll(/\s+/g, ' ');
  return /^\s?\(?(?:failure|cancelled)\(\)(?: \|\| (?:failure|cancelled)\(\))?\)?\s?(?:&&[^|]*)?$/.test(plain);
}

/** Whether part of a condition is that it runs in a certain repository, which is taken for this one. */
export function asksForHome(condition: string): boolean {
  return /github\.repository(?:_owner)? ?==|! ?github\.event\.repository\.fork/.test(condition);
}

/** What a condition makes of whatever has it, where `event` starts the workflow: `never runs: …`. */
export function runsInWords(condition: string, event: string): string {
  const written = `\`if: ${conditionShown(condition)}\``;
  if (isAfterFailure(condition)) return `runs only after a failure: ${written}`;
  if (holdsOn(condition, event) !== false) return `runs only ${written}`;
  if (!/event_name/.test(condition)) return `never runs: ${written}`;
  return `does not run ${event === 'schedule' ? 'by the clock' : `on ${event}`}: ${written}`;
}

/** Contexts whose values are no secrets, so that what they are compared with may be shown. */
const harmless =
  'github\\.(?:event_name|ref|ref_name|ref_type|repository|repository_owner|actor|base_ref|head_ref|event\\.schedule)';
const compared = new RegExp(
  `(?:\\b${harmless}\\s*[!=]=\\s*|\\b(?:startsWith|endsWith|contains)\\(\\s*${harmless}\\s*,\\s*)$`,
);
const before = new RegExp(`^\\s*[!=]=\\s*${harmless}\\b(?!\\.)`);

/** A condition as messages may show it: of its texts only those that are no secret, as `'…'` for the others. */
export function conditionShown(condition: string): string {
  const text = condition.slice(0, 2000);
  const told = text.replaceAll(/'[^']*(?:'|$)|"[^"]*(?:"|$)/g, (quoted, at: number) => {
    if (/^'(?:|true|false|success|failure|skipped|cancelled)'$/.test(quoted)) return quoted;
    const rest = text.slice(at + quoted.length, at + quoted.length + 100);
    return compared.test(text.slice(Math.max(0, at - 100), at)) || before.test(rest) ? quoted : "'…'";
  });
  return clipped(told);
}
