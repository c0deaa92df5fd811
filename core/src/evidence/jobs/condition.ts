import { clipped } from '../../shown.ts';

/**
 * Whether a condition holds when `event` starts the workflow, as far as the event decides it. That it runs in this
 * repository, and that nobody stopped it, is taken for granted.
 */
export function holdsOn(condition: string, event: string): boolean | 'depends' {
  return holds(condition, (term) => holdsTerm(term, event));
}

/**
 * The same, or `false` where it does not hold for an ordinary pull request: one by a person, from a branch of any name, to
 * which nobody has put a label, both when it is made and when its content changes.
 */
export function letsIn(condition: string, event: string): boolean | 'depends' {
  const decided = holdsOn(condition, event);
  if (decided !== 'depends' || event !== 'pull_request') return decided;
  const isKept = (action: string) =>
    holds(condition, (term) => {
      const known = holdsTerm(term, event);
      return known === 'depends' ? holdsOrdinarily(term, action) : known;
    }) === false;
  return isKept('opened') || isKept('synchronize') ? false : 'depends';
}

/** Stands for what is not so of most pull requests. */
const ordinarilyNot = '@';

type Told = (term: string) => boolean | 'depends';

function holds(condition: string, told: Told): boolean | 'depends' {
  let plain = condition
    .replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (plain.length > 2000 || /\$\{\{|#/.test(plain)) return 'depends';
  plain = plain
    .replaceAll(/'([^']*)'/g, (quoted, inner: string) => (/[()|&!]/.test(inner) ? "'#'" : quoted))
    .replaceAll(/\b(?:always|success)\(\)/g, 'true')
    .replaceAll(/\b(?:failure|cancelled)\(\)/g, '#failed')
    .replaceAll(packed, '$1')
    .replaceAll(ofWords, ordinarilyNot)
    .replaceAll(/\b[a-zA-Z]+\([^()]*\)/g, '#');
  // From the innermost parentheses outwards.
  for (let rounds = 0; plain.includes('(') && rounds < 50; rounds += 1) {
    plain = plain.replaceAll(/\(([^()]*)\)/g, (_, inner: string) => {
      const inside = holdsFlat(inner, told);
      return inside === 'depends' ? '#' : String(inside);
    });
  }
  return /[()]/.test(plain) ? 'depends' : holdsFlat(plain, told);
}

/** The labels, texts and branch of a pull request, with a word that is looked for in them. */
const ofWords =
  /\b(?:contains|startsWith|endsWith)\(\s*github\.(?:ref|head_ref|event\.(?:pull_request\.(?:labels|title|body|head\.ref)|head_commit\.message))\b[\w.*]*\s*,(?!\s*'refs\/pull)[^()]*\)/g;
const packed = /\b(?:toJSON|join)\(\s*(github\.[\w.*]+)[^()]*\)/gi;

function holdsFlat(plain: string, told: Told): boolean | 'depends' {
  const parts = plain.split('||').map((part) => part.split('&&').map((term) => told(term.trim())));
  const all = parts.map((terms) => (terms.includes(false) ? false : terms.includes('depends') ? 'depends' : true));
  return all.includes(true) ? true : all.includes('depends') ? 'depends' : false;
}

function holdsTerm(term: string, event: string): boolean | 'depends' {
  if (/^(?:false|! ?true|0|null|'')$/.test(term)) return false;
  if (/^(?:true|! ?false|! ?#failed)$/.test(term)) return true;
  if (atHome.test(term)) return true;
  const [, left, not, name] = /^(github\.[\w.]+) (=|!)= '([^'#]*)'$/.exec(term) ?? [];
  if (name === undefined) return 'depends';
  const value = left === 'github.event_name' ? event : refOn(event, left ?? '');
  if (value === undefined) return 'depends';
  const isBranch = value === defaultBranch && /^(?:refs\/heads\/)?(?:main|master)$/.test(name);
  // Any other branch may be the default one.
  if (value === defaultBranch && !isBranch) return 'depends';
  return (isBranch || name === value) === (not === '=');
}

const defaultBranch = '\n';

/** docs.github.com, "Events that trigger workflows": what `github.ref` is; the clock starts the default branch. */
function refOn(event: string, context: string): string | undefined {
  if (!/^github\.ref(?:_name)?$/.test(context)) return undefined;
  if (/^pull_request(?:_review)?$/.test(event)) return 'refs/pull/1/merge';
  return event === 'schedule' || event === 'pull_request_target' ? defaultBranch : undefined;
}

/** Of an ordinary pull request, when `action` brings it up. */
function holdsOrdinarily(term: string, action: string): boolean | 'depends' {
  const [, no = '', plain = ''] = /^(! ?)?(.*)$/s.exec(term) ?? [];
  const isNot = no !== '';
  if (plain === ordinarilyNot) return isNot;
  if (/^github\.event\.pull_request\.(?:draft|merged)$/.test(plain)) return isNot;
  const [, left = '', not, right] = /^(github\.[\w.]+) (=|!)= ('[^'#]*'|true|false)$/.exec(term) ?? [];
  if (right === undefined) return 'depends';
  const is = ((): boolean | 'depends' => {
    if (/^github\.event\.pull_request\.(?:draft|merged)$/.test(left)) return right === 'false';
    if (left === 'github.event.action') return right === `'${action}'`;
    return ordinary.test(left) ? false : 'depends';
  })();
  return is === 'depends' ? is : is === (not === '=');
}

/** Whose value is another one with each person, branch and label; and what only a start by hand gives. */
const ordinary =
  /^github\.(?:head_ref|actor|triggering_actor|event\.(?:label\.name|inputs\.\w+|pull_request\.(?:head\.ref|user\.login|title)))$/;

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
  if (holdsOn(condition, event) !== false) {
    const passes = letsIn(condition, event) === false ? ', and any other pull request passes without it' : '';
    return `runs only ${written}${passes}`;
  }
  if (!/event_name|github\.ref/.test(condition)) return `never runs: ${written}`;
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
