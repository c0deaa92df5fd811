import { language } from '../support/language.ts';

const { find, fixes } = language('comparison-as-block');

const success = (written: string) => `system:\n  success:\n    ${written}\n`;

for (const written of ['> 0.8', '>0.8', '>= 0.8', '| 0.8', '> 0.8, "at least"']) {
  find(written, success(`target: ${written}\n            ${'^'.repeat(written.length)} comparison-as-block`));
  fixes(written, success(`target: ${written}`), success(`target: ${JSON.stringify(written)}`), 'safe');
}
fixes('a comment stays', success('target: > 0.8 # points'), success('target: "> 0.8" # points'), 'safe');
find('says what to write', success('target: > 0.8\n            ^^^^^ comparison-as-block'), /say "above:" or "below:"/);

find('in quotes', success('target: "> 0.8"\n    proof: \'| a\''));
find('later in the value', success('metric: calls > 8'));
find('a block of text', 'system:\n  purpose: >\n    target: > 0.8\n');
find('a block of text that keeps its end', 'system:\n  purpose: |+\n    > 0.8\n\n');
find('a comment', success('target: 8 # > 0.8'));
