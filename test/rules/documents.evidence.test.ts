import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, checkWithEvidence } from '../../core/src/index.ts';
import { today } from '../support/carets.ts';
import { evidence, judged } from '../support/evidence.ts';
import { repository } from '../support/repository.ts';

const find = evidence('untrusted-content');
const spec = (test: string, carets = '') => `
system:
  type: rag
sources:
  letters:
    what: letters
indexes:
  one:
    from:
      - letters
models:
  llm:
    role: generate
governance:
  untrusted:
    sources:
      - letters
    controls:
      - documents-marked-as-data
      - no-tools
    test: ${test}${carets}
`;
const subject = '/governance/untrusted';

find('a folder', {
  spec: spec('tests/injection/'),
  files: { 'tests/injection/a.py': 'x' },
  states: { [subject]: 'linked' },
});
find('a pattern', {
  spec: spec('tests/**/*.py'),
  files: { 'tests/injection/a.py': 'x' },
  states: { [subject]: 'linked' },
});
find('a pattern that matches nothing', {
  spec: spec('tests/**/*.ts', '\n          ^^^^^^^^^^^^^ untrusted-content'),
  files: { 'tests/injection/a.py': 'x' },
  says: [/No file is called "tests\/\*\*\/\*\.ts"/],
});
find('an empty file', {
  spec: spec('tests/a.py', '\n          ^^^^^^^^^^ untrusted-content'),
  files: { 'tests/a.py': '' },
  says: [/"tests\/a\.py" is empty/],
});
find('a file of another folder', {
  spec: spec('test/a.py', '\n          ^^^^^^^^^ untrusted-content'),
  files: { 'tests/injection/a.py': 'x' },
  says: [/There is no "test\/a\.py"\. Did you mean "tests\/injection\/a\.py"\?/],
});
find('out of the repository', {
  spec: spec('../a.py', '\n          ^^^^^^^ untrusted-content'),
  files: {},
  says: [/leads out of the repository/],
});
find('content that Git LFS keeps', {
  spec: spec('tests/a.bin'),
  files: { 'tests/a.bin': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n' },
  states: { [subject]: 'unverifiable' },
});

const handover = evidence('handover-complete');
const handed = (record: string, carets = '') => `
owners:
  build:
    team: Claims AI Engineering
  ops:
    team: Claims Platform Operations
operations:
  run_owner: ops
  handover:
    from: build
    date: 2026-09-28
    record: ${record}${carets}
`;
handover('a record', {
  spec: handed('docs/handover.md'),
  files: { 'docs/handover.md': '# Handover\n\nEverything.\n\n- Phone: TBD\n' },
  states: { '/operations/handover': 'linked' },
});
handover('a record of that day', {
  spec: handed('docs/handover.md'),
  files: { 'docs/handover.md': '# Handover\n\nFrom build to ops on 28 September 2026.\n' },
  says: [/docs\/handover\.md:3 names 2026-09-28/],
  states: { '/operations/handover': 'linked' },
});
handover('a record that was written later', {
  spec: handed('docs/handover.md'),
  files: { 'docs/handover.md': '# Handover\n\nFrom build to ops, written on 2026-10-02.\n' },
  says: [/is of 2026-10-02, and does not name 2026-09-28/],
  states: { '/operations/handover': 'linked' },
});
handover('a record that names others', {
  spec: handed('docs/handover.md'),
  files: { 'docs/handover.md': '# Handover\n\nFrom Claims AI Engineering to Claims Core on 2026-09-28.\n' },
  says: [/docs\/handover\.md does not speak of `ops`/],
  states: { '/operations/handover': 'linked' },
});
handover('a record of another day', {
  spec: handed('docs/handover.md').replace('2026-09-28\n', '2026-09-28\n          ^^^^^^^^^^ handover-complete\n'),
  files: { 'docs/handover.md': '# Handover\n\nFrom A to B on 2026-06-01.\n' },
  says: [/docs\/handover\.md:3 is of 2026-06-01: it does not record the handover of 2026-09-28/],
});
handover('a record of placeholders', {
  spec: handed('docs/handover.md', '\n            ^^^^^^^^^^^^^^^^ handover-complete'),
  files: { 'docs/handover.md': '# Handover\n\nTBD\n' },
  says: [/holds nothing but what is to be filled in, such as "TBD"/],
});
handover('a PDF', {
  spec: handed('docs/handover.pdf'),
  files: { 'docs/handover.pdf': '%PDF-1.4' },
  states: { '/operations/handover': 'linked' },
});

const drill = evidence('incident-practised');
const drilled = (day: string, carets = '') => `
evaluation:
  datasets:
    cases:
      use: test
operations:
  incidents:
    last_drill: ${day}${carets}
    drill_record: docs/drill.md
    new_cases_go_to: cases
`;
const record = { 'docs/drill.md': '---\ntitle: x\ndate: 2026-10-21\n---\n# Drill\n\nIt was slow.\n' };
drill('a record of the day', {
  spec: drilled('2026-10-21'),
  files: record,
  states: { '/operations/incidents': 'proven' },
});
drill('a record written later', {
  spec: drilled('2026-10-19'),
  files: record,
  states: { '/operations/incidents': 'linked' },
});
drill('a record of an earlier drill', {
  spec: drilled('2026-11-20', '\n                ^^^^^^^^^^ incident-practised'),
  files: record,
  says: [/docs\/drill\.md:3 is of 2026-10-21: it does not record the drill of 2026-11-20/],
});

const log = (...days: readonly string[]) => ({
  'docs/drill.md': `# Drills\n\n${days.map((day) => `- ${day}: it was slow\n`).join('')}`,
});
drill('a log with an entry of the day', {
  spec: drilled('2026-10-21'),
  files: log('2026-04-02', '2026-10-21'),
  states: { '/operations/incidents': 'linked' },
});
drill('a log whose last entry is older', {
  spec: drilled('2026-10-21', '\n                ^^^^^^^^^^ incident-practised'),
  files: log('2026-05-03', '2026-04-02'),
  says: [/docs\/drill\.md:3 is the last entry, of 2026-05-03: it does not record the drill of 2026-10-21/],
});
drill('a table of drills', {
  spec: drilled('2026-10-21', '\n                ^^^^^^^^^^ incident-practised'),
  files: { 'docs/drill.md': '# Drills\n\n| day | what |\n| --- | --- |\n| 2 April 2026 | slow |\n' },
  says: [/docs\/drill\.md:5 is the last entry, of 2026-04-02/],
});

const version = evidence('prompt-versioned');
const versioned = (given: string, carets = '') => `
system:
  type: llm
models:
  llm:
    role: generate
prompts:
  answer:
    path: prompts/answer.md
    version: ${given}${carets}
    used_by: llm
`;
const forModel = (path: string, mark = '') => `
system:
  type: llm
models:
  llm:
    role: generate
    version: gpt-4.1-2025-04-14
  judge:
    role: judge
    version: claude-sonnet-4-5-20250929
prompts:
  answer:
    path: ${path}
    version: v31
    used_by: llm
${mark}`;
const notFor = '             ^^^ prompt-versioned\n';
for (const model of ['llm', 'gpt-4.1', 'azure/gpt-4.1-2025-04-14', 'openai:gpt-4.1', 'prod-chat-eu2'])
  version(`a prompt for ${model}`, {
    spec: forModel('a.md'),
    files: { 'a.md': `---\nversion: v31\nmodel: ${model}\n---\nAnswer.\n` },
    states: { '/prompts/answer': model === 'prod-chat-eu2' ? 'linked' : 'proven' },
  });
for (const model of ['judge', 'claude-sonnet-4-5', 'gpt-4o', 'gpt-4.1-mini'])
  version(`a prompt for ${model}`, {
    spec: forModel('a.md', notFor),
    files: { 'a.md': `---\nversion: v31\nmodel: ${model}\n---\nAnswer.\n` },
    says: [/`llm` is gpt-4\.1-2025-04-14, but a\.md:3 is for/],
  });
version('a prompt in YAML', {
  spec: forModel('a.yaml').replace('v31', 'v31\n             ^^^ prompt-versioned'),
  files: { 'a.yaml': 'version: v32\ntemplate: |\n  Answer.\n' },
  says: [/The spec says v31, but a\.yaml:1 is v32/],
});
version('a template with front matter', {
  spec: forModel('a.j2'),
  files: { 'a.j2': '---\nversion: v31\n---\nAnswer {{ question }}.\n' },
  states: { '/prompts/answer': 'proven' },
});
version('a prompt that is still to be written', {
  spec: forModel('a.md').replace('a.md', 'a.md\n          ^^^^ prompt-versioned'),
  files: { 'a.md': '---\nversion: v31\n---\nTODO\n' },
  says: [/"a\.md" holds nothing but "TODO"/],
});
const prompt = { 'prompts/answer.md': '---\nversion: 31\n---\nAnswer [DATE] questions.\n' };
version('the version of the prompt', {
  spec: versioned('v31'),
  files: prompt,
  states: { '/prompts/answer': 'proven' },
});
version('another version', {
  spec: versioned('v30', '\n             ^^^ prompt-versioned'),
  files: prompt,
  says: [/The spec says v30, but prompts\/answer\.md:2 is 31/],
});

const fixes: Readonly<
  Record<string, readonly [spec: string, files: Readonly<Record<string, string>>, from: string, to: string]>
> = {
  'a path that was nearly right': [
    handed('docs/hand-over.md'),
    { 'docs/handover.md': '# H\n\nAll.\n' },
    'docs/hand-over.md',
    'docs/handover.md',
  ],
  'a heading that has more words now': [
    'monitoring:\n  alerts:\n    a:\n      runbook: "r.md#1-queue"\n',
    { 'r.md': '# R\n\nx\n\n## 1. Queue (lag)\n\nRestart it.\n' },
    '"r.md#1-queue"',
    '"r.md#1-queue-lag"',
  ],
  'the day of the record': [drilled('2026-11-20'), record, '2026-11-20', '2026-10-21'],
  'the version of the prompt': [versioned('v30'), prompt, 'v30', '31'],
  'the owner by CODEOWNERS': [
    'system:\n  type: llm\nprompts:\n  p:\n    path: p.md\n    owner: a\nowners:\n  a:\n    handle: o/a\n  b:\n    handle: o/b\n',
    { 'p.md': 'x', CODEOWNERS: '* @o/b' },
    'owner: a',
    'owner: b',
  ],
  'the handle in CODEOWNERS': [
    'system:\n  type: llm\nprompts:\n  p:\n    path: p.md\n    owner: a\nowners:\n  a:\n    team: Team A\n',
    { 'p.md': 'x', CODEOWNERS: '* @o/b' },
    '    team: Team A\n',
    '    team: Team A\n    handle: o/b\n',
  ],
};

for (const [name, [text, files, from, to]] of Object.entries(fixes)) {
  test(`a fix adopts ${name}`, async () => {
    const { findings } = await judged(text, { files });
    const fixed = findings
      .flatMap((finding) => finding.fixes())
      .filter(({ kind }) => kind === 'adopt')
      .map(({ safe, edits }) => {
        assert.equal(safe, false);
        return applyEdits(text, edits);
      });
    assert.ok(fixed.includes(text.replace(from, to)), fixed.join('\n---\n') || 'no fix');
  });
}

test('what is meant is looked for below the folder of the spec, where there is one', async () => {
  const files = { 'a/docs/handover.md': '# H\n\nAll.\n', 'b/docs/hand-over.md': '# H\n\nAll.\n' };
  const text = handed('docs/hand-over.md');
  const { findings } = await checkWithEvidence(text, { asOf: today, stage: 'production' }, repository({ files }, 'a'));
  const message = findings.find(({ rule }) => rule === 'handover-complete')?.message;
  assert.equal(message, 'There is no "a/docs/hand-over.md". Did you mean "a/docs/handover.md"?');
});

const risk = evidence('risk-classified');
const assessed = (mark = '') => `
system:
  type: llm
  decision_role: informs
  criticality: standard
owners:
  privacy:
    team: Data Protection Office
governance:
  risk:
    class: limited
${mark === 'class' ? '           ^^^^^^^ risk-classified\n' : ''}    why: it informs staff
    assessed: 2026-05-12
${mark === 'assessed' ? '              ^^^^^^^^^^ risk-classified\n' : ''}    by: privacy
    assessment: docs/risk.md
`;
const risks: readonly (readonly [name: string, text: string, mark?: string, says?: RegExp])[] = [
  ['the same', 'Assessed on 2026-05-12.\n\n## Class\n\nLimited. It informs.\n'],
  ['a class that is not said', 'Assessed on 2026-05-12.\n'],
  ['two parts of two classes', '| class | limited |\n\nClass: high\n'],
  ['another class', '## Class\n\nHigh. It decides.\n', 'class', /limited here, but docs\/risk\.md:5 says high/],
  ['another class in a row', '| | |\n|---|---|\n| Risk class | **high** |\n', 'class', /docs\/risk\.md:5 says high/],
  ['another day', 'Assessed on 12 May 2025.\n', 'assessed', /docs\/risk\.md:3 is of 2025-05-12/],
];
for (const [name, text, mark, says] of risks) {
  risk(`an assessment: ${name}`, {
    spec: assessed(mark),
    files: { 'docs/risk.md': `# Impact assessment\n\n${text}` },
    says: says === undefined ? [] : [says],
    states: says === undefined ? { '/governance/risk': 'linked' } : undefined,
  });
}

const useless: readonly (readonly [name: string, path: string, text: string | Uint8Array, says: RegExp])[] = [
  ['space', 'docs/a.pdf', ' \n\0', /"docs\/a\.pdf" is empty/],
  ['a page of an error', 'docs/a.pdf', '<html>Not found</html>', /"docs\/a\.pdf" is called so and is no PDF/],
  ['a text', 'docs/a.docx', 'Handed over.', /"docs\/a\.docx" is called so and is no document of Word/],
  ['comments', 'docs/a.yaml', '# from: a\n# to: b\n', /"docs\/a\.yaml" holds nothing but comments/],
  ['broken YAML', 'docs/a.yaml', 'a: 1\nb: [\nc: 2\n', /docs\/a\.yaml:\d is no YAML: whoever loads it refuses it/],
  ['broken JSON', 'docs/a.json', '{"a": 1', /docs\/a\.json:1 is no JSON: whoever loads it refuses it/],
  [
    'words to be written',
    'docs/a.md',
    '# Handover\n\n- To be written.\n- WIP\n',
    /holds nothing but "To be written\."/,
  ],
  ['words in German', 'docs/a.md', '# Übergabe\n\nWird noch ergänzt.\n', /holds nothing but "Wird noch ergänzt\."/],
  [
    'text to fill a page',
    'docs/a.md',
    '# A\n\nLorem ipsum dolor sit amet.\n\nSed do eiusmod tempor.\n',
    /holds nothing but .*"Lorem ipsum/,
  ],
];
for (const [name, path, text, says] of useless) {
  handover(`a record of ${name}`, {
    spec: handed(path, `\n            ${'^'.repeat(path.length)} handover-complete`),
    files: { [path]: text },
    says: [says],
  });
}
handover('a folder in the place of a file', {
  spec: handed('docs/handover.md', '\n            ^^^^^^^^^^^^^^^^ handover-complete'),
  files: { 'docs/handover.md/a.md': '# A\n\nx\n' },
  says: [/"docs\/handover\.md" is a folder, not a file/],
});
handover('a page that only leads to the net', {
  spec: handed('docs/handover.md'),
  files: { 'docs/handover.md': '# Handover\n\nSee [the wiki](https://wiki.example/x).\n' },
  says: [/docs\/handover\.md:3 only leads to https:\/\/wiki\.example\/x, where nobody looks/],
  states: { '/operations/handover': 'unverifiable' },
});
handover('a page that says something beside a link', {
  spec: handed('docs/handover.md'),
  files: {
    'docs/handover.md':
      '# Handover\n\nAccess, pages and open points were handed over and tried, see https://wiki.example/x.\n',
  },
  states: { '/operations/handover': 'linked' },
});
