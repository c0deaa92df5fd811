import type { Field } from './fields.generated.ts';
import { anyCase } from './words.ts';

/**
 * Whether a value only keeps a place free. In any field: what our own fixes insert (`TODO …`), the usual marks, and `""`.
 * In free text also the words that sound like an answer and are none.
 */
export function isPlaceholder(value: string, field: Field | undefined): boolean {
  const text = value.trim();
  if (field?.values?.includes(text) || field?.suggest?.includes(text)) return false;
  return text === '' || mark.test(text) || (field?.text === true && vague.test(text));
}

const mark = anyCase(
  /^(?:(?:todo|tbd|tba|tbc|fixme)\b.*|to be (?:announced|confirmed|decided|defined|determined|done)|<[^<>]*>|\?{2,}|x{3,}|\.{3}|…|n\/a)$/s,
);

const vague = anyCase(
  /^(?:none|unknown|later|soon|someone|somebody|(?:the )?team|various|misc|etc|best[- ]efforts?|ad[- ]hoc|as (?:needed|required|appropriate)|(?:when|if|where) (?:needed|necessary|possible|required|appropriate)|regular(?:ly)?|periodic(?:ally)?|from time to time|asap|example|test|foo|bar|lorem ipsum.*|-+)[.!]?$/s,
);

/** An id that a fix wrote and nobody has chosen yet: `todo-source`. */
export function isPlaceholderId(id: string): boolean {
  return /^todo\b/i.test(id);
}
