import { marked, requirement } from '../support/requirement.ts';

const id = 'prompt-versioned';
const { find, states } = requirement(id);
const models =
  'models:\n  answer-llm:\n    role: generate\n  judge:\n    role: judge\n  fraud-score:\n    role: predict\n';
const prompt = (path: string, version = '    version: v31', usedBy = '    used_by: answer-llm') =>
  `${models}prompts:\n  answer-prompt:\n${path}\n${version}\n${usedBy}\n`;
const file = '    path: prompts/answer.md';

find('a model that predicts has no prompts', 'models:\n  fraud-score:\n    role: predict\n');
find('one prompt is enough for a system', prompt(file));
find(
  'no prompt at all is one finding',
  `system:\n  type: llm\n${models.replace('models:\n', `models:\n^^^^^^ ${id}\n`)}`,
);
find('a section of a file', prompt('    path: src/prompts.py#ANSWER'));
find('a notebook', prompt(marked('    path: eval/try.ipynb#cell', 'eval/try.ipynb#cell', id)), 'pilot', /a copy of it/);
find('a page', prompt(marked('    path: https://x.example/p', 'https://x.example/p', id)), 'pilot', /no history/);
find('a version of letters is one', prompt(file, '    version: spring'));
find('a version that moves', prompt(file, marked('    version: main', 'main', id)), 'pilot', /"main" moves/);
find('a judge takes prompts', prompt(file, undefined, '    used_by: judge'));
find(
  'a predicting model takes none',
  prompt(file, undefined, marked('    used_by: fraud-score', 'fraud-score', id)),
  'pilot',
  /predicts from features/,
);
find('a model that nobody defined is told by `undefined-id`', prompt(file, undefined, '    used_by: other-llm'));
states('but it is no answer', prompt(file, undefined, '    used_by: other-llm'), ['/prompts/answer-prompt hollow']);
