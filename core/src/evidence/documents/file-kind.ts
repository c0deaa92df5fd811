/** With a password, documents of Office are in a container of another kind. */
const encrypted = '\xd0\xcf\x11\xe0';

/** How files of a kind begin, by their ending: a page of an error or a pointer under such a name is none of them. */
const beginnings: Readonly<Record<string, { readonly name: string; readonly marks: readonly string[] }>> = {
  pdf: { name: 'PDF', marks: ['%PDF-'] },
  docx: { name: 'document of Word', marks: ['PK', encrypted] },
  xlsx: { name: 'workbook', marks: ['PK', encrypted] },
  pptx: { name: 'presentation', marks: ['PK', encrypted] },
  odt: { name: 'document of OpenDocument', marks: ['PK'] },
  png: { name: 'PNG', marks: ['\x89PNG'] },
  jpg: { name: 'JPEG', marks: ['\xff\xd8\xff'] },
  jpeg: { name: 'JPEG', marks: ['\xff\xd8\xff'] },
};

/** As many bytes are looked at; a PDF may have others before its mark. */
export const firstBytes = 1024;

/** What a file is called and is not, by its first bytes; nothing where it is, or nobody can tell. */
export function isNo(path: string, bytes: Uint8Array): string | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const kind = Object.hasOwn(beginnings, ending) ? beginnings[ending] : undefined;
  if (kind === undefined) return undefined;
  const start = String.fromCharCode(...bytes.subarray(0, firstBytes));
  const found = kind.marks.some((mark) => (ending === 'pdf' ? start.includes(mark) : start.startsWith(mark)));
  return found ? undefined : kind.name;
}

/** Whether there is nothing in it but space, or bytes that a disk leaves behind. */
export function isVoid(bytes: Uint8Array, size: number): boolean {
  return size <= bytes.length && bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
