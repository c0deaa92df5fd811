import { evidence } from '../support/evidence.ts';

const shows = evidence('eval-gate');
const at = '/evaluation/gate';

function gate(job: string, kinds: readonly string[] = ['prompt'], blocks = 'merge'): string {
  const list = kinds.map((kind) => `      - ${kind}\n`).join('');
  return `prompts:\n  p:\n    path: prompts/answer.md\nindexes:\n  i:\n    recipe: pipelines/index/\nevaluation:\n  gate:\n    job: ${job}\n    runs_when:\n${list}    blocks: ${blocks}\n`;
}
const path = '.github/workflows/eval.yml';
const caret = `${path}\n         ${'^'.repeat(path.length)} eval-gate`;
const workflow = (on: string, job = '    steps:\n      - run: promptfoo eval\n') => ({
  [path]: `on:\n${on}jobs:\n  evaluate:\n${job}`,
});
const request = '  pull_request:\n';
const both = ['prompt', 'index'];

shows('before each merge', { spec: gate(path, both), files: workflow(request), states: { [at]: 'proven' } });
shows('before each merge that matters', {
  spec: gate(path, both),
  files: workflow(`${request}    paths: ["prompts/**", "pipelines/**"]\n`),
  states: { [at]: 'proven' },
});
shows('a filter that leaves prompts out', {
  spec: gate(path, ['prompt\n        ^^^^^^ eval-gate', 'index']),
  files: workflow(`${request}    paths: ["src/**", "pipelines/**"]\n`),
  says: [
    /A change of "prompts\/answer\.md" \(`prompt`\) does not start it: `paths` in \.github\/workflows\/eval\.yml:3/,
  ],
});
shows('a filter that takes prompts out', {
  spec: gate(path, ['prompt\n        ^^^^^^ eval-gate', 'index']),
  files: workflow(`${request}    paths-ignore: ["**.md"]\n`),
  says: [/`paths-ignore` in/],
});
shows('a filter, and a kind whose paths the spec does not say', {
  spec: gate(path, ['prompt', 'index', 'connector']),
  files: workflow(`${request}    paths: ["prompts/**", "pipelines/**"]\n`),
  states: { [at]: 'linked' },
  says: [/where a change of `connector` is made is not said here/],
});
shows('by hand', {
  spec: gate(caret, both),
  files: workflow('  workflow_dispatch:\n'),
  says: [/starts on workflow_dispatch/],
});
shows('by the clock', {
  spec: gate(caret, both),
  files: workflow('  schedule:\n    - cron: "0 4 * * *"\n'),
  says: [/None of that comes before a merge/],
});
shows('after the merge', { spec: gate(caret, both), files: workflow('  push:\n    branches: [main]\n') });
shows('on each push', { spec: gate(path, both), files: workflow('  push:\n'), states: { [at]: 'proven' } });
shows('only when it is closed', {
  spec: gate(caret, both),
  files: workflow(`${request}    types: [closed]\n`),
  says: [/only when it is closed/],
});
shows('called by others', {
  spec: gate(path, both),
  files: workflow('  workflow_call:\n'),
  states: { [at]: 'linked' },
});
shows('it may fail', {
  spec: gate(caret, both),
  files: workflow(request, '    continue-on-error: true\n    steps:\n      - run: promptfoo eval\n'),
  says: [
    /Nothing stops when this fails\. `evaluate` may fail: `continue-on-error: true`\. \(\.github\/workflows\/eval\.yml:5\)/,
  ],
});
shows('its result is dropped', {
  spec: gate(caret, both),
  files: workflow(request, '    steps:\n      - run: promptfoo eval || true\n'),
  says: [/cannot fail: `\|\| true`/],
});
shows('it is off', {
  spec: gate(caret, both),
  files: workflow(request, '    if: false\n    steps:\n      - run: promptfoo eval\n'),
});
shows('it waits for a secret', {
  spec: gate(path, both),
  files: workflow(request, "    if: needs.pre.outputs.key == 'true'\n    steps:\n      - run: promptfoo eval\n"),
  states: { [at]: 'linked' },
  says: [/`evaluate` runs only `if: needs\.pre\.outputs\.key == 'true'`/],
});
shows('a job by its name', {
  spec: gate(`${path}#evaluate`, both),
  files: workflow(request),
  states: { [at]: 'proven' },
});
shows('a job that is not there', {
  spec: gate(`${path}#evaluat\n         ${'^'.repeat(path.length + 8)} eval-gate`, both),
  files: workflow(request),
  says: [/has no job "evaluat"; there is evaluate/],
});
shows('no such file', { spec: gate(caret, both), files: {}, says: [/There is no/] });
shows('a file that GitHub does not run', {
  spec: gate(`${path}.disabled\n         ${'^'.repeat(path.length + 9)} eval-gate`, both),
  files: { [`${path}.disabled`]: workflow(request)[path] ?? '' },
  says: [/GitHub does not run/],
});
shows('another CI', {
  spec: gate('Jenkinsfile', both),
  files: { Jenkinsfile: 'node { }' },
  states: { [at]: 'linked' },
});
shows('GitLab', {
  spec: gate('.gitlab-ci.yml#eval', both),
  files: { '.gitlab-ci.yml': 'eval:\n  script: promptfoo eval\n' },
  states: { [at]: 'linked' },
});
shows('GitLab lets it fail', {
  spec: gate(`.gitlab-ci.yml#eval\n         ${'^'.repeat(19)} eval-gate`, both),
  files: { '.gitlab-ci.yml': 'eval:\n  script: promptfoo eval\n  allow_failure: true\n' },
  says: [/`eval` may fail: `allow_failure`/],
});

const steps = '    steps:\n      - run: promptfoo eval\n';
const push = '  push:\n    branches: [main]\n';
shows('a deployment that waits', {
  spec: gate(path, both, 'deploy'),
  files: workflow(push, `${steps}  build:\n    needs: evaluate\n  deploy:\n    needs: [build]\n`),
  states: { [at]: 'proven' },
});
shows('a deployment that does not', {
  spec: gate(path, both, 'deploy\n            ^^^^^^ eval-gate'),
  files: workflow(push, `${steps}  deploy:\n    steps: []\n`),
  says: [/`deploy` does not wait for `evaluate` \(\.github\/workflows\/eval\.yml:8\)/],
});
shows('a deployment that comes always', {
  spec: gate(path, both, 'deploy\n            ^^^^^^ eval-gate'),
  files: workflow(push, `${steps}  deploy:\n    needs: evaluate\n    if: always()\n`),
});
shows('a deployment behind it in the same job', {
  spec: gate(path, both, 'deploy'),
  files: workflow(push, `${steps}      - run: ./deploy.sh\n`),
  states: { [at]: 'proven' },
});
shows('a deployment elsewhere', {
  spec: gate(path, both, 'deploy'),
  files: workflow(push, steps),
  states: { [at]: 'linked' },
});
