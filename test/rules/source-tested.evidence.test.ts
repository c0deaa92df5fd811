import { evidence } from '../support/evidence.ts';

const shows = evidence('source-tested');
const at = '/sources/letters';
const spec = (proof: string) =>
  `sources:\n  letters:\n    status: connected\n    formats:\n      expected:\n        - pdf\n    tested:\n      date: 2026-11-02\n      with: production\n      covers:\n        - pdf\n        - handwriting\n      proof: ${proof}\n`;
const path = '.github/workflows/connectors.yml';
const caret = `${path}\n             ${'^'.repeat(path.length)} source-tested`;
const workflow = (on: string, run = 'pytest') => ({
  [path]: `on: ${on}\njobs:\n  connectors:\n    steps:\n      - run: ${run}\n`,
});

shows('a workflow', { spec: spec(path), files: workflow('pull_request'), states: { [at]: 'proven' } });
shows('a workflow by the clock', {
  spec: spec(path),
  files: {
    [path]: 'on:\n  schedule:\n    - cron: "0 4 * * 1"\njobs:\n  connectors:\n    steps:\n      - run: pytest\n',
  },
  states: { [at]: 'proven' },
});
shows('a workflow that a person starts', {
  spec: spec(caret),
  files: workflow('workflow_dispatch'),
  says: [/Nothing but a person starts it/],
});
shows('a workflow that cannot fail', {
  spec: spec(caret),
  files: workflow('push', 'pytest || true'),
  says: [/cannot fail/],
});
shows('no workflow', { spec: spec(caret), files: {}, says: [/There is no/] });
shows('a folder of fixtures', {
  spec: spec('tests/fixtures/'),
  files: { 'tests/fixtures/a.pdf': 'x' },
  states: { [at]: 'linked' },
});
shows('a page on the net', { spec: spec('https://ci.example/1'), files: {}, states: { [at]: 'unverifiable' } });
