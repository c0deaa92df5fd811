import type { Source } from '../spec/types.generated.ts';
import { anyCase } from '../spec/words.ts';
import type { Mapping } from '../yaml/tree.ts';

/** Formats of records: each has its fields, and a schema refuses what it does not know. */
const records = anyCase(
  /^(?:json(?: ?lines|l)?|ndjson|geojson|parquet|avro|orc|protobuf|arrow|sql|rows?|tables?|records?)$/,
);
/** Systems that hand out records and no files. */
const recordSystem = anyCase(
  /\b(?:rest|graphql|odata|soap|api|database|db|sql|postgres(?:ql)?|mysql|mariadb|oracle|db2|mongodb|snowflake|bigquery|redshift|databricks|kafka|warehouse|lakehouse)\b/,
);

/** What keeps files, whatever interface it has. */
const fileSystem = anyCase(
  /\b(?:documents?|dms|sharepoint|archives?|files?|filenet|drive|wiki|confluence|e?-?mails?|blobs?|s3|storage|uploads?)\b/,
);

/**
 * Whether files of several formats may arrive from a source. What is searched holds documents, unless the spec shows that
 * it hands out records: by their formats, by the contract of an interface, or by the name of its system.
 */
export function holdsDocuments(source: Mapping<Source>): boolean {
  const formats = source.get('formats');
  const expected = (formats?.get('expected')?.items ?? []).flatMap((format) => format?.value ?? []);
  if (expected.length > 0) return !expected.every((format) => records.test(format));
  if (formats !== undefined) return true;
  if (source.get('via')?.value !== 'index' || source.get('contract') !== undefined) return false;
  const system = source.get('system')?.value ?? '';
  return !recordSystem.test(system) || fileSystem.test(system);
}
