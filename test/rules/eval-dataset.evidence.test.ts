import { evidence } from '../support/evidence.ts';

const find = evidence('eval-dataset');

const rows = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    JSON.stringify({ question: `Which excess applies to claim number ${n}?` }),
  ).join('\n');

const spec = (path: string, size: number, mark = '', at: 'path' | 'size' = 'size') => `
owners:
  claims-ops:
    contact:
      - mailto:ops@nordhafen.example
evaluation:
  datasets:
    real-queries:
      path: ${path}
${mark !== '' && at === 'path' ? `            ${mark} eval-dataset\n` : ''}      size: ${size}
${mark !== '' && at === 'size' ? `            ${mark} eval-dataset\n` : ''}      owner: claims-ops
`;
const subject = '/evaluation/datasets/real-queries';

find('as many cases as is said', {
  spec: spec('eval/a.jsonl', 240),
  files: { 'eval/a.jsonl': rows(240) },
  states: { [subject]: 'proven' },
  says: [/"eval\/a.jsonl" holds 240 cases/],
});
find('one fewer', {
  spec: spec('eval/a.jsonl', 240, '^^^'),
  files: { 'eval/a.jsonl': rows(239) },
  says: [/^240 cases here, but eval\/a.jsonl holds 239 cases\.$/],
  states: { [subject]: 'contradicted' },
});
find('one more, too', { spec: spec('eval/a.jsonl', 240, '^^^'), files: { 'eval/a.jsonl': rows(241) } });
find('a header line is no case', {
  spec: spec('eval/a.jsonl', 240),
  files: { 'eval/a.jsonl': `{"_meta":{"version":"2"}}\n${rows(240)}` },
  states: { [subject]: 'proven' },
});
find('repeated cases may be counted once', {
  spec: spec('eval/a.jsonl', 240),
  files: { 'eval/a.jsonl': `${rows(240)}\n${rows(3)}` },
  states: { [subject]: 'proven' },
});
const asked = (...rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
const times = (count: number, row: (n: number) => object) => asked(...Array.from({ length: count }, (_, n) => row(n)));

find('none of them asks anything', {
  spec: spec('eval/a.jsonl', 240, '^^^'),
  files: { 'eval/a.jsonl': times(240, (n) => ({ id: `q-${n}`, question: '', tags: ['long'] })) },
  says: [/^240 cases here, but none of the 240 in eval\/a\.jsonl asks anything\.$/],
  states: { [subject]: 'contradicted' },
});
find('half of them ask nothing', {
  spec: spec('eval/a.csv', 240, '^^^'),
  files: {
    'eval/a.csv': `id,question\n${Array.from({ length: 240 }, (_, n) => `${n},${n % 2 === 0 ? ' ' : `Is number ${n} covered?`}`).join('\n')}`,
  },
  says: [/^240 cases here, but 120 of the 240 in eval\/a\.csv ask nothing\.$/],
});
find('a few that ask nothing hide no copies', {
  spec: spec('eval/a.jsonl', 240, '^^^'),
  files: {
    'eval/a.jsonl': `${times(238, () => ({ question: 'Is hail covered?' }))}\n${asked({ question: '' }, { question: null })}`,
  },
  says: [/only 1 are distinct|are copies of one/],
});
find('rows of a table of features have no question to miss', {
  spec: spec('eval/a.jsonl', 240),
  files: { 'eval/a.jsonl': times(240, (n) => ({ amount: n, channel: '', label: n % 2 })) },
  states: { [subject]: 'proven' },
});
find('copies of one case are one case', {
  spec: spec('eval/a.jsonl', 240, '^^^'),
  files: { 'eval/a.jsonl': times(240, () => ({ question: 'Is hail covered?' })) },
  says: [/^240 cases here, but the 240 in eval\/a\.jsonl are copies of one\.$/],
  states: { [subject]: 'contradicted' },
});
find('copies with numbers, tags and days of their own', {
  spec: spec('eval/a.jsonl', 240, '^^^'),
  files: {
    'eval/a.jsonl': times(240, (n) => ({
      id: `q-${n}`,
      n,
      asked_at: `2026-10-${10 + (n % 20)}T08:00:00Z`,
      tags: n % 4 === 0 ? ['long'] : [],
      question: n % 2 === 0 ? 'Is hail covered?' : ' is HAIL  covered',
    })),
  },
  says: [/are copies of one/],
});
find('a dozen cases, copied', {
  spec: spec('eval/a.csv', 240, '^^^'),
  files: {
    'eval/a.csv': `id,question\n${Array.from({ length: 240 }, (_, n) => `${n},Is number ${n % 12} covered?`).join('\n')}`,
  },
  says: [/^240 cases here, but of the 240 in eval\/a\.csv only 12 are distinct\.$/],
});
find('copies in several files', {
  spec: spec('eval/*.jsonl', 240, '^^^'),
  files: { 'eval/a.jsonl': rows(120), 'eval/b.jsonl': rows(120) },
  says: [/only 120 are distinct/],
});
find('a few copies are told and no more', {
  spec: spec('eval/a.jsonl', 240),
  files: { 'eval/a.jsonl': `${rows(230)}\n${rows(10)}` },
  says: [/holds 240 cases, 230 of them distinct/],
  states: { [subject]: 'proven' },
});
find('copies beyond what is said', {
  spec: spec('eval/a.jsonl', 240),
  files: { 'eval/a.jsonl': `${rows(240)}\n${rows(240)}` },
  states: { [subject]: 'proven' },
});
find('one question in many roles: nobody can tell', {
  spec: spec('eval/a.jsonl', 240),
  files: {
    'eval/a.jsonl': times(240, (n) => ({
      question: `Is number ${n % 12} covered?`,
      role: ['clerk', 'expert', 'lead', 'guest'][n % 4],
      line: ['home', 'motor', 'travel', 'life', 'legal'][n % 5],
      language: `l${n % 7}`,
    })),
  },
  says: [/ask 12 distinct questions/],
  states: { [subject]: 'unverifiable' },
});
for (const [name, row] of Object.entries<(n: number) => object>({
  'one instruction, many inputs': (n) => ({ instruction: 'Classify the letter.', input: `Letter number ${n} of them` }),
  'one prompt, many tickets': (n) => ({ prompt: 'Summarise the ticket.', ticket: `It broke ${n} times.` }),
  'one question, many pictures': (n) => ({ question: 'What is broken?', image: `img/${n}.png` }),
  'one prompt in vars, many texts': (n) => ({ vars: { prompt: 'Translate.', word: `word ${n}` } }),
  'one question, many documents in a list': (n) => ({ question: 'Is it signed?', documents: [{ text: `page ${n}` }] }),
  'rows of features, which ask nothing': (n) => ({ region: `r${n % 3}`, amount: 700 }),
  'numbers of questions that are somewhere else': (n) => ({ ref: n % 5, expected: 'yes' }),
})) {
  find(name, {
    spec: spec('eval/a.jsonl', 240),
    files: { 'eval/a.jsonl': times(240, row) },
    states: { [subject]: 'proven' },
  });
}

find('a line that cannot be read may be a case or none', {
  spec: spec('eval/a.jsonl', 240),
  files: { 'eval/a.jsonl': `${rows(239)}\n{"question": ` },
  says: [/"eval\/a\.jsonl" holds 239 cases, and line 240 cannot be read/],
  states: { [subject]: 'unverifiable' },
});
find('as many as is said, and lines that cannot be read', {
  spec: spec('eval/a.jsonl', 240),
  files: { 'eval/a.jsonl': `${rows(240)}\n{"question": \n]` },
  says: [/holds 240 cases, and 2 lines cannot be read, the first is line 241/],
  states: { [subject]: 'unverifiable' },
});
find('more lines are missing than cannot be read', {
  spec: spec('eval/a.jsonl', 240, '^^^'),
  files: { 'eval/a.jsonl': `${rows(230)}\n{"question": ` },
  says: [/^240 cases here, but eval\/a\.jsonl holds 230 cases; line 231 cannot be read\.$/],
});
find('a byte order mark and line ends of Windows', {
  spec: spec('eval/a.jsonl', 240),
  files: { 'eval/a.jsonl': `\uFEFF${rows(240).replaceAll('\n', '\r\n')}\r\n` },
  states: { [subject]: 'proven' },
});
find('commas behind every line', {
  spec: spec('eval/a.jsonl', 240),
  files: { 'eval/a.jsonl': `\uFEFF${rows(240).replaceAll('\n', ',\r\n')},\r\n` },
  says: [
    /^The cases of "eval\/a\.jsonl" cannot be counted: none of its 240 lines is a JSON object by itself, the first is line 1\.$/,
  ],
  states: { [subject]: 'unverifiable' },
});
find('more lines that are no JSON than anybody wants to hear of', {
  spec: spec('eval/a.jsonl', 240),
  files: { 'eval/a.jsonl': 'x\n'.repeat(3000) },
  says: [/1000 of its lines and perhaps more are no JSON objects, the first is line 1\./],
  states: { [subject]: 'unverifiable' },
});
find('no case that a filter lets through', {
  spec: spec('"eval/a.jsonl#split=test"', 240, '^^^'),
  files: { 'eval/a.jsonl': rows(240) },
  says: [/^"eval\/a\.jsonl" holds no case with split=test\.$/],
});
find('no file', {
  spec: spec('eval/a.jsonl', 240, '^^^^^^^^^^^^', 'path'),
  files: { 'eval/b.jsonl': rows(240) },
  says: [/There is no "eval\/a.jsonl"/],
});
find('an empty file', {
  spec: spec('eval/a.jsonl', 240, '^^^'),
  files: { 'eval/a.jsonl': '' },
  says: [/^"eval\/a\.jsonl" holds no case\.$/],
});
find('what nobody can count stops nobody', {
  spec: spec('eval/a.xlsx', 240),
  files: { 'eval/a.xlsx': 'PK' },
  states: { [subject]: 'unverifiable' },
});
find('Git LFS has not fetched it', {
  spec: spec('eval/a.jsonl', 240),
  files: { 'eval/a.jsonl': 'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 9\n' },
  states: { [subject]: 'unverifiable' },
});
find('another repository that is not here', {
  spec: spec('evals//a.jsonl', 240),
  files: {},
  absentRoots: ['evals'],
  states: { [subject]: 'unverifiable' },
});
find('an address on the net', {
  spec: spec('https://data.nordhafen.example/a.jsonl', 240),
  files: {},
  states: { [subject]: 'unverifiable' },
});
find('several lists, none named: only their sum is sure', {
  spec: spec('eval/a.json', 230),
  files: {
    'eval/a.json': `{"motor": [${rows(220).replaceAll('\n', ',')}], "home": [${rows(110).replaceAll('\n', ',')}]}`,
  },
  states: { [subject]: 'unverifiable' },
  says: [/#\/motor, #\/home would say which/],
});
find('one list by its pointer', {
  spec: spec('"eval/a.json#/motor"', 210),
  files: {
    'eval/a.json': `{"motor": [${rows(210).replaceAll('\n', ',')}], "home": [${rows(10).replaceAll('\n', ',')}]}`,
  },
  states: { [subject]: 'proven' },
});
find('tests of promptfoo in a file that its configuration names', {
  spec: spec('eval/promptfooconfig.yaml', 240),
  files: {
    'eval/promptfooconfig.yaml': 'prompts: [a]\nproviders: [b]\ntests: file://cases/tests.jsonl\n',
    'eval/cases/tests.jsonl': rows(240),
  },
  states: { [subject]: 'proven' },
});
find('a file that the configuration names and that is not there', {
  spec: spec('eval/promptfooconfig.yaml', 240, '^^^^^^^^^^^^^^^^^^^^^^^^^', 'path'),
  files: { 'eval/promptfooconfig.yaml': 'prompts: [a]\nproviders: [b]\ntests: tests.jsonl\n' },
  says: [/There is no "eval\/tests.jsonl"/],
});
for (const tests of ['$GOOGLE_SHEET_INPUT_URL', 'https://docs.google.com/spreadsheets/d/1', 'file://make.py']) {
  find(`tests of promptfoo that are somewhere else: ${tests}`, {
    spec: spec('promptfooconfig.yaml', 240),
    files: { 'promptfooconfig.yaml': `prompts: [a]\nproviders: [b]\ntests: ${tests}\n`, 'make.py': '' },
    states: { [subject]: 'unverifiable' },
  });
}
