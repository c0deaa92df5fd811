/** One case of a data set as its file has it. */
export type Row = Readonly<Record<string, unknown>>;

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
  'request',
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

/** Whether a row has a place for a question, and nothing in it. */
export function asksNothing(row: Row): boolean {
  if (questionOf(row) !== undefined) return false;
  return names.some((name) => Object.hasOwn(row, name) && isNothing(row[name]));
}

function isNothing(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || (Array.isArray(value) && value.length === 0);
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
export function fingerprint(row: Row): Fingerprint {
  const question = questionOf(row);
  if (question === undefined) return { question, mark: hash(written(row)), telling: true };
  const plain = normalised(question);
  // Questions that are all signs or symbols are told apart by these.
  return { question, mark: hash(plain === '' ? question.trim() : plain), telling: isTelling(plain) };
}

export interface Fingerprint {
  readonly question: string | undefined;
  readonly mark: number;
  readonly telling: boolean;
}

/**
 * Numbers for a case that asks something: for all that can make it another case than one that asks the same, and for its
 * question with long texts and lists only. A number, a day or a tag of its own makes no case another one.
 */
export function caseMarks(
  row: Row,
  { question, mark }: Fingerprint,
): { readonly whole: number; readonly long: number } {
  const rest = Object.entries(row)
    .filter(([key, value]) => value !== question && !isBeside(key))
    .map(([key, value]) => [key, key === 'metadata' && isObject(value) ? withoutBeside(value) : value] as const);
  const long = rest.filter(([, value]) =>
    typeof value === 'string' ? value.length > 100 : isObject(value) || isNested(value),
  );
  const marked = (part: typeof rest) =>
    part.length === 0 ? mark : hash(`${mark} ${written(Object.fromEntries(part))}`);
  return { whole: marked(rest), long: marked(long) };
}

function isNested(value: unknown): boolean {
  return Array.isArray(value) && value.some((item) => typeof item === 'object' || String(item).length > 100);
}

function withoutBeside(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !isBeside(key)));
}

/** What files write beside a case to find and to sort it. */
export function isBeside(key: string): boolean {
  return /^(?:_?(?:case|test|query|question|row|item|example)?_?id|uu?id|guid|n|nr|no|idx|index|row|number|tags?|kinds?|edge_cases?|difficulty|split|notes?|comments?|(?:.*_)?(?:at|on|date|day|time|timestamp))$/i.test(
    key,
  );
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
