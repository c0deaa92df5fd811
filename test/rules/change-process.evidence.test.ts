import { evidence } from '../support/evidence.ts';

const shows = evidence('change-process');
const at = '/operations/changes/prompt';
const path = '.github/workflows/eval.yml';
const spec = (testedBy: string) => `prompts:
  p:
    path: prompts/answer.md
owners:
  a:
    team: A
evaluation:
  gate:
    job: ${path}
    runs_when:
      - prompt
    blocks: merge
operations:
  changes:
    prompt:
      tested_by: ${testedBy}
      approver: a
      rollout: 10% for 24h
`;
const workflow = (on: string, run = 'promptfoo eval') => ({
  [path]: `on:\n${on}jobs:\n  evaluate:\n    steps:\n      - run: ${run}\n`,
});
const caret = `${path}\n                 ${'^'.repeat(path.length)} change-process`;

shows('by the gate', {
  spec: spec('evaluation.gate'),
  files: workflow('  pull_request:\n'),
  states: { [at]: 'proven' },
});
shows('by a gate that is none, which is told there', {
  spec: spec('evaluation.gate'),
  files: workflow('  workflow_dispatch:\n'),
  states: { [at]: 'linked' },
});
shows('by a workflow', { spec: spec(path), files: workflow('  pull_request:\n'), states: { [at]: 'proven' } });
shows('by a workflow that a person starts', { spec: spec(caret), files: workflow('  workflow_dispatch:\n') });
shows('by a workflow that cannot fail', { spec: spec(caret), files: workflow('  pull_request:\n', 'pytest || true') });
shows('by a workflow that other changes start', {
  spec: spec(caret),
  files: workflow('  pull_request:\n    paths: [src/**]\n'),
  says: [/A change of "prompts\/answer\.md" \(`prompt`\) does not start it/],
});
shows('by a workflow that only the clock starts', {
  spec: spec(path),
  files: workflow('  schedule:\n    - cron: "0 4 * * *"\n'),
  states: { [at]: 'linked' },
  says: [/no change of `prompt` is/],
});
shows('by no workflow', {
  spec: spec(caret.replaceAll('eval.yml', 'none.yml')),
  files: workflow('  pull_request:\n'),
  says: [/There is no/],
});
shows('by the workflow of the gate, which is not there and told of there', { spec: spec(path), files: {} });
