import { marked, requirement } from '../support/requirement.ts';

const id = 'source-formats';
const { find, states } = requirement(id);

const source = (formats: readonly string[], other = 'quarantine', via = 'index') =>
  `sources:\n  letters:\n    via: ${via}\n    formats:\n      expected:\n${formats.map((one) => (one.endsWith('!') ? marked(`        - ${one.slice(0, -1)}`, one.slice(0, -1), id) : `        - ${one}`)).join('\n')}\n      other: ${other}\n`;

find('formats and the rest', source(['pdf', 'docx', 'scanned pdf', 'txt', 'html']));
for (const word of [
  'documents',
  'various',
  'files',
  'all formats',
  'Office documents',
  'the usual',
  'any',
  'everything',
  'unstructured data',
]) {
  find(`"${word}"`, source(['pdf', `${word}!`]), 'pilot');
}
find('other: ignore is told by `invalid-value`', source(['pdf'], 'ignore'));
find(
  'nothing on the rest',
  'sources:\n  letters:\n    formats:\n    ^^^^^^^ source-formats\n      expected:\n        - pdf\n',
  {},
  /has no `formats.other`/,
);
find(
  'an empty list',
  'sources:\n  letters:\n    formats:\n      expected: []\n      ^^^^^^^^ source-formats\n      other: reject\n',
);
find('nothing at all', 'sources:\n  letters:\n  ^^^^^^^ source-formats\n    via: index\n');
find('a placeholder', source(['TODO e.g. pdf!']));
for (const via of ['api', 'features', 'training'])
  find(`not asked via ${via}`, `sources:\n  letters:\n    via: ${via}\n`);
find('asked via api where somebody began', source(['documents!'], 'quarantine', 'api'));
find('not asked of a dropped source', 'sources:\n  letters:\n    via: index\n    status: dropped\n');
find(
  'asked of a planned one',
  'sources:\n  letters:\n  ^^^^^^^ source-formats\n    via: index\n    status: planned\n',
  'pilot',
);
states('one answer for each source of documents', `${source(['pdf'])}  claim-record:\n    via: api\n`, [
  '/sources/letters declared',
]);

for (const formats of [['json'], ['JSON', 'parquet'], ['jsonl']])
  find(
    `records have no other formats: ${formats.join(', ')}`,
    `sources:\n  registry:\n    via: index\n    formats:\n      expected:\n${formats.map((one) => `        - ${one}\n`).join('')}`,
  );
find(
  'records and documents',
  'sources:\n  registry:\n    via: index\n    formats:\n    ^^^^^^^ source-formats\n      expected:\n        - json\n        - pdf\n',
);
for (const system of ['Stack Exchange API', 'PostgreSQL', 'Claims database'])
  find(`no documents come from ${system}`, `sources:\n  posts:\n    system: ${system}\n    via: index\n`);
for (const system of ['SharePoint over its REST API', 'Upload API of the service', 'FileNet archive', 'Confluence'])
  find(
    `documents come from ${system}`,
    `sources:\n  posts:\n  ^^^^^ source-formats\n    system: ${system}\n    via: index\n`,
  );
find('an interface with a contract', 'sources:\n  posts:\n    via: index\n    contract: openapi/posts-v2.yaml\n');
