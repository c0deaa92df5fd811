import { marked, requirement } from '../support/requirement.ts';

const id = 'fallback-mode';
const { find, states } = requirement(id);
const fallback = (...lines: readonly string[]) =>
  `operations:\n  fallback:\n${lines.map((line) => `${line}\n`).join('')}`;
const llm = 'models:\n  answer-llm:\n    role: generate\n';
const source = (via: string, status = 'connected') =>
  `sources:\n  claim-record:\n    status: ${status}\n    via: ${via}\n`;

for (const words of ['retry', 'retry 3 times', 'Error', 'an error message', 'fail', '503', 'wait and retry'])
  find(
    `"${words}" is nothing a person can use`,
    llm + fallback(marked(`    model_down: ${words}`, words, id)),
    'production',
    /what do people get meanwhile/,
  );
for (const words of [
  'search-only',
  'error-free static answer',
  'queue',
  'say so and hand off',
  'retry later page with phone number',
])
  find(words, llm + fallback(`    model_down: ${words}`));

find(
  'a component without an entry',
  `${llm}indexes:\n  claims-index:\n    top_k: 8\n${fallback(`  ^^^^^^^^ ${id}`, '    model_down: search-only')}`,
  'production',
  /`index_down` \(claims-index\)/,
);
find(
  'a source that is asked while people wait',
  llm + source('api') + fallback(`  ^^^^^^^^ ${id}`, '    model_down: search-only'),
  'pre-production',
  /`source_down` \(claim-record\)/,
);
find('an index is read instead of its source', llm + source('index') + fallback('    model_down: search-only'));
find('a source to come', llm + source('api', 'planned') + fallback('    model_down: search-only'));
find('nobody waits for a judge', 'models:\n  judge:\n    role: judge\n');
find(
  'many parts are not all named',
  `tools:\n${['a', 'b', 'c', 'd', 'e'].map((tool) => `  ${tool}:\n    what: x\n`).join('')}${fallback(`  ^^^^^^^^ ${id}`, '    model_down: queue')}`,
  'production',
  /`tool_down` \(a, b, c and 2 more\)/,
);
find('a pilot is not asked', llm, 'pilot');
states('nothing that could be down', 'system:\n  type: llm\n', []);
