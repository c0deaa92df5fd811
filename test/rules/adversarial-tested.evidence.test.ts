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

find('a report that people read', { spec: spec('red.md'), files: { 'red.md': '# What got through' }, states });
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
