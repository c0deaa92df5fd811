import { requirement } from '../support/requirement.ts';

const { find, states, fixes } = requirement('prompt-and-model-owner');

const owners = `
owners:
  claims-ops:
    team: Claims Platform Operations
  openai:
    team: OpenAI
  ml-vendor:
    team: Anthropic
  aws-platform:
    team: AWS Platform
  claims-build:
    team: Claims AI Engineering
    until: 2026-09-30`;

const model = (owner: string, provider = 'azure-openai') => `
system:
  type: llm
  launch: 2026-10-05${owners}
models:
  answer-llm:
    role: generate
    provider: ${provider}
    owner: ${owner}
`;
const caret = (owner: string) => `${owner}\n           ${'^'.repeat(owner.length)} prompt-and-model-owner`;

find('an owner of your own', model('claims-ops'));
find(
  'the vendor, by name',
  model(caret('openai')),
  {},
  /`openai` is the vendor; who here looks after model "answer-llm"\?/,
);
find('the vendor, by its team', model(caret('ml-vendor')));
find('the provider that the model names', model(caret('aws-platform'), 'aws platform'));
find('a team of your own that works with a vendor', model('aws-platform', 'aws-bedrock'));
find('your own models have no vendor', model('claims-ops', 'own'));
find('leaves before launch', model(caret('claims-build')), {}, /leaves on 2026-09-30, before launch on 2026-10-05/);
find('leaves after launch', model('claims-build').replace('launch: 2026-10-05', 'launch: 2026-09-30'));
find('no launch, nothing to compare', model('claims-build').replace('  launch: 2026-10-05', '  stage: pilot'));
states('an id that nobody defined', model('nobody'), ['/models/answer-llm hollow']);
find('an id that nobody defined is told by `undefined-id`', model('nobody'));
find('a placeholder', model(caret('TBD')));

find(
  'a prompt without an owner',
  `
prompts:
  answer-prompt:
  ^^^^^^^^^^^^^ prompt-and-model-owner
    path: prompts/answer.md
models:
  answer-llm:
    role: generate
    owner: claims-ops${owners}
`,
  {},
  /Prompt "answer-prompt" does not say who looks after it/,
);
find(
  'every model, whatever its role',
  `
models:
  answer-llm:
    role: generate
    owner: claims-ops
  embedder:
  ^^^^^^^^ prompt-and-model-owner
    role: embed${owners}
`,
  'pilot',
);
find(
  'a model that predicts',
  `
models:
  fraud-score:
  ^^^^^^^^^^^ prompt-and-model-owner
    role: predict
`,
);
find(
  'neither llm nor model: nothing is asked',
  `
models:
  embedder:
    role: embed
prompts:
  old-prompt:
    path: prompts/old.md
`,
);
find(
  'an llm that names no model',
  `
system:
^^^^^^ prompt-and-model-owner
  type: llm
`,
  {},
  /names no model/,
);
states('no prompts are told by `prompt-versioned`', model('claims-ops'), ['/models/answer-llm declared']);
fixes(
  'the run owner is suggested, not set',
  `
models:
  answer-llm:
    role: generate
operations:
  run_owner: claims-ops
`,
  `
models:
  answer-llm:
    role: generate
    owner: TODO owner id, perhaps claims-ops
operations:
  run_owner: claims-ops
`,
);
find('the suggestion is no answer', model(caret('TODO owner id, perhaps claims-ops')));
