import type { Path } from './document.ts';

/** The name under which a person knows a place: its key, or that of the list it stands in. */
export function nameOf(path: Path): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '');
}

/** `a`, `b` or `c`. */
export function oneOf(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

/** A value in a message: in quotes, on one line, and not longer than a message can bear. */
export function quoted(value: unknown): string {
  const text = String(value).replaceAll(/\s+/g, ' ').trim();
  return `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
}

/** As many of `names` as a message can bear, in the form a caller gave them. */
export function someOf(names: readonly string[]): string {
  const most = 10;
  const rest = names.length - most;
  return rest <= 1 ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${rest} more`;
}
