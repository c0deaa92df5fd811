/**
 * Text from a spec, for people: characters that would command a terminal, reorder or hide what follows are replaced by
 * something to see, and so is the start of a command to a CI runner, which `##[` is wherever it stands in a line
 * (https://github.com/actions/runner, ActionCommand.cs).
 */
export function printable(text: string): string {
  return isPlain(text) ? text : text.replace(unsafe, visible);
}

/** Nearly all text is, and to see that takes less than the patterns for what is not. */
export function isPlain(text: string): boolean {
  return isAscii(text) && !text.includes('##');
}

export function isAscii(text: string): boolean {
  return ascii.test(text);
}

const ascii = /^[\x20-\x7e]*$/;

/** C0, DEL, C1, marks of direction, invisible separators, tags, and halves of surrogate pairs. */
export const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\ud800-\udfff]|#(?=#\w*\[)/gu;

export function visible(char: string): string {
  if (char === '#') return '# ';
  const code = char.codePointAt(0) ?? 0;
  if (code <= 0x1f) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** A path at the start of a line must not read as a command of a CI runner either. */
export function printablePath(path: string): string {
  return printable(/^\s*::/.test(path) ? `./${path}` : path);
}

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
