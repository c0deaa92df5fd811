/** A value to be written into a file: text, a list or a mapping. */
export type Draft = string | readonly Draft[] | { readonly [key: string]: Draft };

/** One scalar as YAML, in quotes where it needs them. */
export function printScalar(text: string, place: 'block' | 'flow' = 'block'): string {
  return needsQuotes(text, place) ? JSON.stringify(text) : text;
}

function needsQuotes(text: string, place: 'block' | 'flow'): boolean {
  if (text === '' || text !== text.trim() || /^(?:~|null|true|false|yes|no|on|off)$/i.test(text)) return true;
  if (/^[[\]{},#&*!|>'"%@`]/.test(text) || /^[-?:](?:\s|$)/.test(text)) return true;
  if (/:(?:\s|$)|\s#|[\n\r\t]/.test(text)) return true;
  return place === 'flow' && /[[\]{},]/.test(text);
}

export function printFlow(draft: Draft): string {
  if (typeof draft === 'string') return printScalar(draft, 'flow');
  if (isList(draft)) return `[${draft.map(printFlow).join(', ')}]`;
  const entries = Object.entries(draft).map(([key, value]) => `${printScalar(key, 'flow')}: ${printFlow(value)}`);
  return `{ ${entries.join(', ')} }`;
}

/** The lines of a mapping or a list, the first at column `indent`. */
export function printBlock(draft: Draft, indent: number, step: number): string[] {
  if (typeof draft === 'string') return [' '.repeat(indent) + printScalar(draft)];
  if (isList(draft)) return draft.flatMap((item) => printItem(item, indent, step));
  return Object.entries(draft).flatMap(([key, value]) => printEntry(key, value, indent, step));
}

/** `key: draft` as lines, the first at column `indent`. */
export function printEntry(key: string, draft: Draft, indent: number, step: number): string[] {
  const head = `${' '.repeat(indent)}${printScalar(key)}:`;
  if (typeof draft === 'string') return [`${head} ${printScalar(draft)}`];
  if (isList(draft)) return [head, ...draft.flatMap((item) => printItem(item, indent + step, step))];
  return [head, ...Object.entries(draft).flatMap(([name, value]) => printEntry(name, value, indent + step, step))];
}

/** `- draft` as lines, the dash at column `indent`. */
export function printItem(draft: Draft, indent: number, step: number): string[] {
  const dash = `${' '.repeat(indent)}- `;
  if (typeof draft === 'string') return [dash + printScalar(draft)];
  if (isList(draft)) return [dash + printFlow(draft)];
  const lines = Object.entries(draft).flatMap(([name, value]) => printEntry(name, value, indent + 2, step));
  return [dash + (lines[0] ?? '').trimStart(), ...lines.slice(1)];
}

function isList(draft: Draft): draft is readonly Draft[] {
  return Array.isArray(draft);
}
