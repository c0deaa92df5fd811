/** Larger than any spec: 2 MB of text is some 50,000 answers. */
export const largestFile = 2_000_000;

export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly bom: boolean }
  | { readonly kind: 'refused'; readonly rule: string; readonly message: string };

/**
 * Bytes as text. Broken UTF-8 becomes U+FFFD, which has a rule of its own; what is not UTF-8 at all, or larger than a
 * spec can be, is refused.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > largestFile) return refused(tooLarge(bytes.length));
  const [a, b, c, d] = bytes;
  if (
    (a === 0xff && b === 0xfe) ||
    (a === 0xfe && b === 0xff) ||
    (a === 0 && b !== 0 && bytes.length > 1) ||
    (a === 0 && b === 0 && bytes.length > 3) ||
    (b === 0 && d === 0 && a !== 0)
  ) {
    return refused('This file is UTF-16 or UTF-32. Save it as UTF-8: that is what other tools read.');
  }
  const bom = a === 0xef && b === 0xbb && c === 0xbf;
  return {
    kind: 'text',
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bom ? bytes.subarray(3) : bytes),
    bom,
  };
}

/** The size of a text as a file, where that is larger than a spec can be. */
export function sizeIfTooLarge(text: string): number | undefined {
  if (text.length * 3 <= largestFile) return undefined; // A UTF-16 unit takes three bytes at most.
  let size = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // Of a pair of surrogates, four bytes, each half counts for two.
    if (unit >= 0x80) size += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return size > largestFile ? size : undefined;
}

/** The message for a text that is larger than a spec can be. */
export function tooLarge(size: number): string {
  return `This file has ${Math.ceil(size / 1_000_000)} MB; a spec has at most ${largestFile / 1_000_000}. It is not read.`;
}

function refused(message: string): Decoded {
  return { kind: 'refused', rule: 'unreadable-file', message };
}

/** The part of the standard text decoder that is used; it exists in Node and in every browser. */
declare class TextDecoder {
  constructor(label: string, options: { readonly ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}
