import type { Answer } from './host.ts';

/** As Git LFS begins what it leaves in place of a file. */
const pointer = 'version https://git-lfs.github.com/spec/';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The content of a file as text, without its byte order mark. */
export function decodedContent(bytes: Uint8Array): Answer<string> {
  try {
    return textContent(utf8.decode(bytes));
  } catch {
    return { kind: 'unread', why: 'not-text' };
  }
}

export function textContent(text: string): Answer<string> {
  if (isPointer(text)) return { kind: 'unread', why: 'lfs-pointer' };
  return text.includes('\0') ? { kind: 'unread', why: 'not-text' } : { kind: 'read', facts: text };
}

/** Whether the content itself is kept elsewhere. */
export function isPointer(text: string): boolean {
  return text.startsWith(pointer);
}

/** In UTF-16 units; nobody means anything by more. */
export const longestLine = 2 ** 20;
