import { evidence } from '../support/evidence.ts';

const find = evidence('eval-held-out');

const lines = (...questions: readonly string[]) =>
  questions.map((question, id) => JSON.stringify({ id, question })).join('\n');
const spec = (marked = false, size = 2, sizeMarked = false) => `
prompts:
  answer-prompt:
    path: prompts/answer.md
evaluation:
  datasets:
    real-queries:
      path: eval/test.jsonl
${marked ? `            ${'^'.repeat(15)} eval-held-out\n` : ''}      use: test
    prompt-queries:
      path: eval/tune.jsonl
      size: ${size}
${sizeMarked ? `            ^ eval-held-out\n` : ''}      use: tune
`;
const test = lines('Is hail damage to the roof covered?', 'Which excess applies to glass?', 'hello');
const states = { '/evaluation/datasets/real-queries': 'proven', '/evaluation/datasets/prompt-queries': 'proven' };

find('no common case', {
  spec: spec(),
  files: {
    'eval/test.jsonl': test,
    'eval/tune.jsonl': lines('Who appoints the expert for theft?', 'When is frost excluded?'),
  },
  states,
});
find('the same case but for its writing', {
  spec: spec(true),
  files: {
    'eval/test.jsonl': test,
    'eval/tune.jsonl': lines('is HAIL damage to the roof  covered', 'When is frost excluded?'),
  },
  says: [/^1 of its cases is in eval\/tune.jsonl too/],
});
find('what anybody might ask is no common case', {
  spec: spec(),
  files: { 'eval/test.jsonl': test, 'eval/tune.jsonl': lines('Hello!', 'When is frost excluded?') },
  states,
});
find('numbers that each file counts from the beginning are none', {
  spec: spec(),
  files: { 'eval/test.jsonl': test, 'eval/tune.jsonl': lines('When is frost excluded?', 'When is theft excluded?') },
  states,
});
find('a case that stands in a prompt', {
  spec: spec(true),
  files: {
    'eval/test.jsonl': test,
    'eval/tune.jsonl': lines('When is frost excluded?', 'x'),
    'prompts/answer.md': '# Examples\n\nUser: Which excess applies to glass?\nYou: 150 EUR.\n',
  },
  says: [/stands in a prompt \(prompts\/answer.md:3\)/],
});
find('a prompt with other examples', {
  spec: spec(),
  files: {
    'eval/test.jsonl': test,
    'eval/tune.jsonl': lines('When is frost excluded?', 'x'),
    'prompts/answer.md': 'User: Which excess applies to hail?\n',
  },
  states,
});
find('a set for tuning of another size', {
  spec: spec(false, 3, true),
  files: { 'eval/test.jsonl': test, 'eval/tune.jsonl': lines('When is frost excluded?', 'x') },
  says: [/3 cases here, but eval\/tune.jsonl holds 2 cases/],
});
find('rows of features, of which one stands in both files', {
  spec: spec(true),
  files: {
    'eval/test.jsonl': '{"claim":81,"region":"north","amount":700}\n{"claim":82,"region":"north","amount":700}',
    'eval/tune.jsonl': '{"amount":700,"region":"north","claim":82}\n{"claim":90,"region":"east","amount":10}',
  },
});
find('rows that are much alike without being the same case', {
  spec: spec(),
  files: {
    'eval/test.jsonl': '{"region":"north"}\n{"region":"north"}\n{"region":"south"}',
    'eval/tune.jsonl': '{"region":"north"}\n{"region":"east"}',
  },
  states: { '/evaluation/datasets/real-queries': 'unverifiable' },
});
