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
find('a line that cannot be read is told', {
  spec: spec('eval/a.jsonl', 240, '^^^'),
  files: { 'eval/a.jsonl': `${rows(239)}\n{"question": ` },
  says: [/line 240 cannot be read/],
});
find('no file', {
  spec: spec('eval/a.jsonl', 240, '^^^^^^^^^^^^', 'path'),
  files: { 'eval/b.jsonl': rows(240) },
  says: [/There is no "eval\/a.jsonl"/],
});
find('an empty file', {
  spec: spec('eval/a.jsonl', 240, '^^^'),
  files: { 'eval/a.jsonl': '' },
  says: [/holds no case/],
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
