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
  if (/^(?:false|! ?true)$/.test(term)) return false;
  if (/^(?:true|! ?false|! ?#failed)$/.test(term)) return true;
  if (atHome.test(term)) return true;
  const [, not, name] = /^github\.event_name (=|!)= '([^'#]*)'$/.exec(term) ?? [];
  return name === undefined ? 'depends' : (name === event) === (not === '=');
}

const atHome = /^(?:github\.repository(?:_owner)? == '[^']*'|! ?github\.event\.repository\.fork)$/;

/** Whether part of a condition is that it runs in a certain repository, which is taken for this one. */
export function asksForHome(condition: string): boolean {
  return /github\.repository(?:_owner)? ?==|! ?github\.event\.repository\.fork/.test(condition);
}
