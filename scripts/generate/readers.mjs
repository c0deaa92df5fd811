// Makes the table of who reads which field, from the lists that test/mutation.test.ts holds the requirements to.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SOURCES = ['test/fixtures/requirement-fields.json', 'test/fixtures/further-fields.json'];

export async function generateReaders(root) {
  const [listed, further] = await Promise.all(
    SOURCES.map(async (file) => JSON.parse(await readFile(join(root, file), 'utf8'))),
  );
  const readers = new Map();
  const add = (field, rule) => readers.set(field, [...new Set([...(readers.get(field) ?? []), rule])]);
  for (const [rule, fields] of Object.entries(listed)) for (const field of fields) add(field, rule);
  for (const [rule, fields] of Object.entries(further)) for (const field of Object.keys(fields)) add(field, rule);
  const lines = [...readers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, rules]) => `  [${JSON.stringify(field)}, ${JSON.stringify(rules.join(' '))}],`);
  const text = `// Generated from ${SOURCES.join(' and ')} by \`npm run generate\`. Do not edit.

/** The requirements that read a field, by its path. */
export const readers: ReadonlyMap<string, string> = new Map([
${lines.join('\n')}
]);
`;
  return new Map([['core/src/spec/readers.generated.ts', text]]);
}
