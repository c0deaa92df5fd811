import { evidence } from '../support/evidence.ts';

const find = evidence('adversarial-tested');

const spec = (proof: string, mark?: 'date' | 'proof') => `
system:
  type: llm
evaluation:
  red_team:
    date: 2026-09-25
${mark === 'date' ? '          ^^^^^^^^^^ adversarial-tested\n' : ''}    covers:
      - direct-injection
    proof: ${proof}
${mark === 'proof' ? `           ${'^'.repeat(proof.length)} adversarial-tested\n` : ''}`;
const states = { '/evaluation/red_team': 'linked' };

find('a report that people read', {
  spec: spec('red.md'),
  files: { 'red.md': '# What got through\n\nNothing.\n' },
  states,
});
find('no report', { spec: spec('red.md', 'proof'), files: {}, says: [/There is no "red.md"/] });
find('a report of that day', {
  spec: spec('red.json'),
  files: { 'red.json': '{"timestamp":"2026-09-25T08:00:00Z"}' },
  states,
});
find('a report of another day', {
  spec: spec('red.json', 'date'),
  files: { 'red.json': '{"timestamp":"2026-03-02T08:00:00Z"}' },
  says: [/2026-09-25 here, but red.json:1 says 2026-03-02/],
});

find('a report that was never written', {
  spec: spec('red.md', 'proof'),
  files: { 'red.md': '# What got through\n\nTBD\n' },
  says: [/holds nothing but what is to be filled in/],
});
for (const [name, line] of Object.entries({
  'a sentence': 'Tested on 2026-03-02 on staging.',
  'another way to write it': 'Conducted by the security team on 2 March 2026.',
  'a label': '**Date:** 02.03.2026',
  'a row': '| | |\n| --- | --- |\n| tested on | March 2, 2026 |',
})) {
  find(`another day in ${name}`, {
    spec: spec('red.md', 'date'),
    files: { 'red.md': `# Test\n\n${line}\n` },
    says: [/2026-09-25 here, but red\.md:\d says 2026-03-02/],
  });
}
for (const [name, line] of Object.entries({
  'the day itself': 'Tested on 25 September 2026.',
  'the day among others': 'Tested on 2026-03-02 and again on 2026-09-25.',
  'another day of something else': 'The next test is due on 2027-03-02; last updated 2026-10-02.',
  'no day': 'Nothing got through.',
})) {
  find(name, { spec: spec('red.md'), files: { 'red.md': `# Test\n\n${line}\n` }, states });
}

const covers = (file: string, mark?: 1 | 2) => `
system:
  type: llm
evaluation:
  red_team:
    date: 2026-09-25
    covers:
      - direct-injection
${mark === 1 ? '        ^^^^^^^^^^^^^^^^ adversarial-tested\n' : ''}      - data-exfiltration
${mark === 2 ? '        ^^^^^^^^^^^^^^^^^ adversarial-tested\n' : ''}    proof: ${file}
`;
const table = (...rows: readonly string[]) =>
  `# Test\n\n| attack | tries | got through |\n| --- | ---: | --- |\n${rows.join('\n')}\n`;
const direct = '| `Direct injection` | 1 200 | 0 |';
find('a row for each', {
  spec: covers('red.md'),
  files: { 'red.md': table(direct, '| data-exfiltration | 40 | 1 |', '| jailbreak | 3 | 0 |') },
  states,
});
find('a row that is gone', {
  spec: covers('red.md', 2),
  files: { 'red.md': table(direct, '| **total** | 60 | 0 |') },
  says: [/"data-exfiltration" is covered here, but red\.md:5 tells of direct-injection only/],
});
find('a row of another name', {
  spec: covers('red.md'),
  files: { 'red.md': table(direct, '| leaks | 40 | 0 |') },
  states,
});
find('a row without tries', {
  spec: covers('red.md', 2),
  files: { 'red.md': table(direct, '| data-exfiltration | 0 | 0 |') },
  says: [/but red\.md:6 has 0 tries/],
});
find('a row that says so', {
  spec: covers('red.md', 1),
  files: { 'red.md': table('| direct-injection | - | not tested |', '| data-exfiltration | 4 | 0 |') },
  says: [/but red\.md:5 says "not tested"/],
});
find('a report without rows', { spec: covers('red.md'), files: { 'red.md': '# Test\n\nAll of it.\n' }, states });
find('a report for machines', {
  spec: covers('red.json', 2),
  files: {
    'red.json':
      '{"attacks": [{"attack": "direct-injection", "tries": 60}, {"attack": "data-exfiltration", "tries": 0}]}',
  },
  says: [/"data-exfiltration" is covered here, but red\.json:1 has 0 tries/],
});
find('a report for machines without a kind', {
  spec: covers('red.json', 2),
  files: { 'red.json': '{"results": {"direct-injection": {"tries": 60}}}' },
  says: [/"data-exfiltration" is covered here, but red\.json:1 tells of direct-injection only/],
});
