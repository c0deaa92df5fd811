import { requirement } from '../support/requirement.ts';

const id = 'source-tested';
const { find, states } = requirement(id);

interface Test {
  readonly date?: string;
  readonly with?: string;
  readonly covers?: readonly string[];
  readonly formats?: readonly string[];
  readonly mark?: 'date' | 'with' | 'covers';
}

function source({
  date = '2026-11-02',
  with: data = 'production',
  covers = ['pdf', 'handwriting'],
  formats = ['pdf'],
  mark,
}: Test): string {
  const carets = (field: string, at: number, length: number) =>
    mark === field ? `${' '.repeat(at)}${'^'.repeat(length)} ${id}\n` : '';
  const list = (values: readonly string[]) => values.map((value) => `        - ${value}\n`).join('');
  const known = formats.length === 0 ? '' : `    formats:\n      expected:\n${list(formats)}`;
  return `sources:
  letters:
    status: connected
${known}    tested:
      date: ${date}
${carets('date', 12, date.length)}      with: ${data}
${carets('with', 12, data.length)}      covers:
${carets('covers', 6, 6)}${list(covers)}      proof: .github/workflows/connectors.yml
`;
}

find('tested', source({}));
find('with synthetic data', source({ with: 'synthetic', mark: 'with' }), 'pre-production');
find('with staging', source({ with: 'staging' }));
find('not evaluated in a pilot', source({ with: 'synthetic' }), 'pilot');
find('180 days old', source({ date: '2026-05-26' }));
find('181 days old', source({ date: '2026-05-25', mark: 'date' }), {}, /181 days old; it counts for 180/);
find('dated tomorrow', source({ date: '2026-11-23', mark: 'date' }));
states('an old test is stale', source({ date: '2026-05-25' }), ['/sources/letters stale']);

find(
  'a declared format is not covered',
  source({ formats: ['pdf', 'eml', 'tiff'], covers: ['pdf', 'handwriting'], mark: 'covers' }),
  {},
  /but not eml, tiff/,
);
find('a format is covered by an odd case of it', source({ formats: ['pdf'], covers: ['scanned-pdf'] }));
find('PDF is pdf', source({ formats: ['pdf'], covers: ['PDF', 'handwriting'] }));
find('a part of a word is no format', source({ formats: ['tif'], covers: ['tiff', 'handwriting'], mark: 'covers' }));
find('no edge case', source({ formats: ['pdf', 'eml'], covers: ['pdf', 'eml'], mark: 'covers' }), {}, /no odd case/);
find('no edge case where there are no formats', source({ formats: [], covers: ['happy path'], mark: 'covers' }));
find('cases of an interface', source({ formats: [], covers: ['open', 'closed', 'no-rights', 'timeout'] }));
find('an empty list', source({ covers: [], mark: 'covers' }));
find('a placeholder', source({ date: 'TODO', mark: 'date' }));

find(
  'not tested',
  `
sources:
  letters:
  ^^^^^^^ source-tested
    status: connected
`,
  'pre-production',
  /`tested.date`, `tested.with`, `tested.covers`, `tested.proof` are missing/,
);
for (const status of ['planned', 'dropped'])
  find(`${status} sources are not asked`, `sources:\n  letters:\n    status: ${status}\n`);
