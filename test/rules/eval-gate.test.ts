import { requirement } from '../support/requirement.ts';

const id = 'eval-gate';
const { find } = requirement(id);

const gate = (job: string, kinds: readonly string[], blocks = 'merge', marked = false) => `
evaluation:
  gate:
    job: ${job}
    runs_when:
${marked ? `    ^^^^^^^^^ ${id}\n` : ''}${kinds.map((kind) => `      - ${kind}\n`).join('')}    blocks: ${blocks}
`;
const workflow = '.github/workflows/eval.yml';
const caret = (job: string) => `${job}\n         ${'^'.repeat(job.length)} ${id}`;
const models = 'models:\n  answer-llm:\n    role: generate\n';
const prompts = 'prompts:\n  answer-prompt:\n    path: prompts/answer.md\n';
const changes = (kind: string, testedBy: string) =>
  `operations:\n  changes:\n    ${kind}:\n      tested_by: ${testedBy}\n`;

find('not asked of a pilot', 'evaluation:\n  results:\n    date: 2026-11-14\n', 'pilot');
find('in pre-production', `evaluation:\n^^^^^^^^^^ ${id}\n  results:\n    date: 2026-11-14\n`, 'pre-production');

for (const job of [
  'by hand',
  'manual',
  'QA team',
  'docs/release-checklist.md',
  'docs/release-checklist.md#evaluation',
  'notebooks/evaluate.ipynb',
  '.github/workflows/eval.yml#workflow_dispatch',
]) {
  find(`no job: ${job}`, gate(caret(job), ['prompt']), {}, /does not run by itself/);
}
for (const job of [
  workflow,
  'Makefile#eval',
  'Jenkinsfile',
  'justfile',
  '.gitlab-ci.yml#evaluate',
  'ci//pipelines/eval.yml',
  'scripts/evaluate.sh',
  'https://ci.nordhafen.example/jobs/eval',
]) {
  find(`a job: ${job}`, gate(job, ['prompt']));
}

find('all kinds that there are', models + prompts + gate(workflow, ['prompt', 'model']));
find('more kinds than there are', models + gate(workflow, ['prompt', 'model', 'index']));
find(
  'models without prompts',
  models + prompts + gate(workflow, ['model'], 'deploy', true),
  {},
  /The gate runs for model, but not for these changes: `prompt` \(answer-prompt\)/,
);
const features = 'sources:\n  claim-features:\n    status: connected\n    via: features\n';
find('features', features + gate(workflow, ['model'], 'deploy', true), {}, /`features` \(claim-features\)/);
const connected = features.replace('via: features', 'via: api');
find('a connector may have tests of its own', connected + gate(workflow, ['prompt']));
find('a tool as well', `tools:\n  calendar:\n    effect: write\n${gate(workflow, ['prompt'])}`);
find(
  'unless it is said that the gate tests it',
  connected + gate(workflow, ['prompt'], 'merge', true) + changes('connector', 'evaluation.gate'),
  {},
  /`connector` \(`operations.changes.connector` is tested by this gate\)/,
);
find(
  'tested by another job',
  connected + gate(workflow, ['prompt']) + changes('connector', '.github/workflows/api.yml'),
);
find(
  'both reasons: told once',
  models + gate(workflow, ['prompt'], 'merge', true) + changes('model', 'evaluation.gate'),
);
find(
  'kinds that are still to be filled in',
  `${models}${gate(workflow, [`TODO prompt | model\n        ^^^^^^^^^^^^^^^^^^^ ${id}`])}`,
);
find('it blocks nothing that the language knows: told by `invalid-value`', gate(workflow, ['prompt'], 'nothing'));
