import { lineIndex } from '../../text.ts';

/** A decision of a policy in Rego that comes out true whatever is asked. */
export interface Open {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** Completes "`allow` is true whatever is asked: …". */
  readonly why: string;
}

const decision = /^(?:is_)?(?:allow\w*|permit\w*|approv\w*|authori[sz]e\w*)$/;

/** The first such decision. A default of true holds where no rule of that name makes it anything else. */
export function openDecision(text: string): Open | undefined {
  const index = lineIndex(text);
  const rules: { readonly name: string; readonly offset: number; readonly head: string }[] = [];
  const code = text.replaceAll(/`[^`]*`|"(?:[^"\\\n]|\\.)*"|#[^\n]*/g, (part) => part.replaceAll(/[^\n]/g, ' '));
  for (const { 0: head, 1: name = '', index: offset } of code.matchAll(
    /^(?:default[ \t]+)?(\w{1,100})\b[^\n]{0,500}/gm,
  ))
    if (decision.test(name)) rules.push({ name, offset, head: head.trim() });
  const other = /^\w+\s*(?::=|=(?!=))\s*(?!true\b)\S/;
  const denied = new Set(rules.flatMap(({ name, head }) => (other.test(head) ? [name] : [])));
  const hasElse = /\belse\b/.test(code);
  for (const { name, offset, head } of rules) {
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
