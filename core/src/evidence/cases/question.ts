import type { Row } from './tally.ts';

/** Under which names files keep what a case asks, the most telling first. */
const names = [
  'question',
  'query',
  'user_input',
  'user_query',
  'user_prompt',
  'user_question',
  'user_message',
  'utterance',
  'instruction',
  'prompt',
  'input',
  'input_text',
  'inputs',
  'vars',
  'scenario',
  'messages',
  'turns',
  'conversation',
  'text',
] as const;

/** What a case asks, as its file writes it; `undefined` where it asks nothing, as the rows of a table of features. */
export function questionOf(row: Row): string | undefined {
  for (const name of names) {
    const text = Object.hasOwn(row, name) ? asked(row[name]) : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}

function asked(value: unknown, level = 0): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (level > 3 || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    const said = value.filter((turn) => !(isObject(turn) && /^(?:system|assistant|ai|tool)$/.test(String(turn.role))));
    const texts = said
      .slice(0, 50)
      .map((turn) =>
        isObject(turn) ? asked(turn.content ?? turn.query ?? turn.text, level + 1) : asked(turn, level + 1),
      );
    const joined = texts.filter((text) => text !== undefined).join('\n');
    return joined === '' ? undefined : joined;
  }
  const row = value as Row;
  for (const name of names) {
    const text = Object.hasOwn(row, name) ? asked(row[name], level + 1) : undefined;
    if (text !== undefined) return text;
  }
  const texts = Object.values(row).filter((one) => typeof one === 'string');
  return texts.length === 1 ? texts[0] : undefined;
}

function isObject(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A number for what a case asks, the same whatever its case, punctuation and white space; of a row that asks nothing,
 * for all of it. `telling` is false where so little is asked that other cases may well ask the same.
 */
export function fingerprint(row: Row): { readonly mark: number; readonly telling: boolean } {
  const question = questionOf(row);
  if (question === undefined) return { mark: hash(written(row)), telling: true };
  const plain = normalised(question);
  // Questions that are all signs or symbols are told apart by these.
  return { mark: hash(plain === '' ? question.trim() : plain), telling: isTelling(plain) };
}

export function normalised(text: string): string {
  return text
    .slice(0, 100_000)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Three words or more, or as much in a script without spaces: "hello" and "what is the status" are asked by many. */
export function isTelling(plain: string): boolean {
  return plain.length >= 20 || (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(plain) && plain.length >= 8);
}

function written(row: Row): string {
  return JSON.stringify(
    Object.keys(row)
      .sort()
      .map((key) => [key, row[key]]),
    (_, value) => (typeof value === 'bigint' ? String(value) : value),
  ).slice(0, 100_000);
}

/** 53 bits of a text: two rounds of FNV-1a with different beginnings. */
export function hash(text: string): number {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b);
    low ^= low >>> 13;
  }
  return (high >>> 0) * 0x200000 + ((low >>> 0) & 0x1fffff);
}
