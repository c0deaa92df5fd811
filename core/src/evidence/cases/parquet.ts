import type { Answer, ArtifactHost, ArtifactPath } from '../host.ts';
import type { Row } from './question.ts';

/** Larger footers are no footers of tables, or tables of more columns than anybody has. */
const largestFooter = 4 * 2 ** 20;
/** Up to this size all columns are read, and so whole rows can be compared. */
const smallFile = 8 * 2 ** 20;
const mostRows = { all: 100_000, some: 2_000_000 } as const;
const mostValues = 64 * 2 ** 20;

export interface Table {
  readonly rows: number;
  readonly columns: readonly string[];
  /** The columns that were read; why the others were not, where they were asked for. */
  readonly read: readonly string[];
  readonly unread?: string;
}

/**
 * The number of rows and the columns as the footer has them; `row` gets each row with `wanted` columns, in small files with
 * all of them.
 */
export async function readParquet(
  host: ArtifactHost,
  file: ArtifactPath,
  wanted: (column: string) => boolean,
  row: (one: Row) => void,
): Promise<Answer<Table | { readonly unclear: string }>> {
  const end = await host.bytes(file, -8);
  if (end.kind === 'unread') return end;
  const { bytes, size } = end.facts;
  const magic = String.fromCharCode(...bytes.slice(-4));
  if (magic !== 'PAR1') return isPointer(host, file, size);
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  if (length > largestFooter || length + 8 > size) return { kind: 'unread', why: 'budget' };
  const footer = await host.bytes(file, -(length + 8));
  if (footer.kind === 'unread') return footer;
  try {
    return { kind: 'read', facts: await readTable(host, file, size, footer.facts.bytes, wanted, row) };
  } catch {
    return { kind: 'read', facts: { unclear: 'it is no Parquet file that can be read' } };
  }
}

async function isPointer(
  host: ArtifactHost,
  file: ArtifactPath,
  size: number,
): Promise<Answer<{ readonly unclear: string }>> {
  const start = size < 1000 ? await host.bytes(file, 0, 40) : undefined;
  const begins = start?.kind === 'read' ? String.fromCharCode(...start.facts.bytes) : '';
  if (begins.startsWith('version https://git-lfs')) return { kind: 'unread', why: 'lfs-pointer' };
  return { kind: 'read', facts: { unclear: 'it is no Parquet file' } };
}

async function readTable(
  host: ArtifactHost,
  file: ArtifactPath,
  size: number,
  footer: Uint8Array,
  wanted: (column: string) => boolean,
  row: (one: Row) => void,
): Promise<Table | { readonly unclear: string }> {
  // The part that knows no files: the package's main module brings Node's along.
  const { parquetMetadata, parquetReadObjects } = await import('hyparquet/src/index.js');
  const metadata = parquetMetadata(footer);
  const rows = Number(metadata.num_rows);
  const inGroups = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (!Number.isSafeInteger(rows) || rows < 0 || rows !== inGroups) return { unclear: 'its footer is broken' };
  const parts = metadata.row_groups.flatMap((group) => group.columns).flatMap(({ meta_data }) => meta_data ?? []);
  const columns = [...new Set(parts.flatMap((part) => part.path_in_schema[0] ?? []))];
  const isSmall = size <= smallFile && rows <= mostRows.all;
  const asked = columns.filter((column) => isSmall || wanted(column));
  const own = parts.filter((part) => asked.includes(part.path_in_schema[0] ?? ''));
  const packed = own.find(({ codec }) => codec !== 'UNCOMPRESSED' && codec !== 'SNAPPY');
  const values = own.reduce((sum, part) => sum + Number(part.total_uncompressed_size), 0);
  const unread =
    packed !== undefined
      ? `its columns are packed with ${packed.codec}`
      : values > mostValues || rows > mostRows.some
        ? 'they are larger than what is read'
        : undefined;
  if (asked.length === 0 || unread !== undefined) return { rows, columns, read: [], unread };

  const buffer = {
    byteLength: size,
    async slice(start: number, end = size) {
      const part = await host.bytes(file, start, end);
      if (part.kind === 'unread') throw new Error(part.why);
      // A copy, since a buffer of Node may be a part of a larger one.
      return new Uint8Array(part.facts.bytes).buffer;
    },
  };
  for (const one of await parquetReadObjects({ file: buffer, metadata, columns: asked })) row(one);
  return { rows, columns, read: asked };
}
