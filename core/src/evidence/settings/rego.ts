import { lineIndex } from '../../text.ts';

/** A decision of a policy in Rego that comes out true whatever is asked. */
export interface Open {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** Completes "`allow` is true whatever is asked: …". */
  readonly why: string;
}

/** `approval_required` and `allow_listing` are none. */
const decision = /^(?:is_)?(?:allow(?:ed)?|permit(?:ted)?|approved?|authori[sz]ed?)$/;
/** Rules that refuse, whoever asks for them. */
const refusing = /^(?:deny|denied|violations?|forbid|forbidden|reject|rejected|block|blocked)(?:_\w+)?$/;

/**
 * The first such decision. A default of true holds where no rule of that name makes it anything else. Where rules refuse,
 * and the decision does not ask for them itself, they may be asked besides: nothing is told.
 */
export function openDecision(text: string): Open | undefined {
  const index = lineIndex(text);
  const rules: { readonly name: string; readonly offset: number; readonly head: string }[] = [];
  const code = text.replaceAll(/`[^`]*`|"(?:[^"\\\n]|\\.)*"|#[^\n]*/g, (part) => part.replaceAll(/[^\n]/g, ' '));
  const heads = [...code.matchAll(/^(?:default[ \t]+)?(\w{1,100})\b[^\n]{0,500}/gm)];
  const outermost = depths(code, heads);
  const all = heads.filter((_, at) => outermost[at] === 0);
  const refusals = all.flatMap(({ 1: name = '' }) => (refusing.test(name) ? [name] : []));
  const asks = new Set<string>();
  for (const [at, { 0: head, 1: name = '', index: offset }] of all.entries()) {
    if (!decision.test(name)) continue;
    rules.push({ name, offset, head: head.trim() });
    const words = new Set(code.slice(offset, all[at + 1]?.index).match(/\w+/g));
    if (refusals.some((one) => words.has(one))) asks.add(name);
  }
  const other = /^\w+\s*(?::=|=(?!=))\s*(?!true\b)\S/;
  const denied = new Set(rules.flatMap(({ name, head }) => (other.test(head) ? [name] : [])));
  const hasElse = /\belse\b/.test(code);
  for (const { name, offset, head } of rules) {
    if (refusals.length > 0 && !asks.has(name)) continue;
    const line = index.position(offset).line + 1;
    const isBare = /^\w+(?:\s*:?=\s*true)?(?:\s+if\s+true|\s*\{\s*true\s*\})?$/.test(head);
    if (isBare && !isOpenBlock(code, offset + head.length)) return { name, line, why: 'nothing is asked of it' };
    if (!/^default\s+\w+\s*:?=\s*true$/.test(head) || hasElse || denied.has(name)) continue;
    return { name, line, why: 'that is its default, and no rule makes it false' };
  }
  return undefined;
}

/** A body may begin in the next line. */
function isOpenBlock(code: string, from: number): boolean {
  return /^\s*(?:if\b|\{)/.test(code.slice(from, from + 200));
}

/** How many brackets are open at each place: what stands in a body is no rule. */
function depths(code: string, places: readonly { readonly index: number }[]): readonly number[] {
  let [at, open] = [0, 0];
  return places.map(({ index }) => {
    for (; at < index; at += 1) {
      if ('{[('.includes(code.charAt(at))) open += 1;
      else if ('}])'.includes(code.charAt(at))) open = Math.max(open - 1, 0);
    }
    return open;
  });
}
