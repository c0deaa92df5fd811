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
const both = (proof: string) => `${spec(proof)}${spec(path).replace('sources:\n', '').replace('letters', 'claims')}`;
const job = (run: string, matrix = '') => ({
  [path]: `on: push\njobs:\n  connectors:\n${matrix}    steps:\n      - run: ${run}\n`,
  'tests/connectors/test_a.py': '',
  'tests/unit/test_a.py': '',
});
shows('a workflow that cannot fail, told once', {
  spec: both(caret),
  files: job('pytest || true'),
  states: { '/sources/claims': 'linked' },
});
const matrix = (list: string) => `    strategy: {matrix: {source: [${list}]}}\n`;
const each = 'pytest tests/connectors --source ${{ matrix.source }}';
shows('for each source', { spec: both(path), files: job(each, matrix('letters, claims')), states: { [at]: 'proven' } });
shows('not for this one', {
  spec: both(caret),
  files: job(each, matrix('claims')),
  says: [/It runs for claims, and not for letters \(\.github\/workflows\/connectors\.yml:4\)/],
});
shows('not by the matrix', {
  spec: both(path),
  files: job(`${each} letters`, matrix('claims')),
  states: { [at]: 'proven' },
});
shows('a matrix of something else', {
  spec: both(path),
  files: job('pytest', matrix('a, b')),
  states: { [at]: 'proven' },
});
shows('tests that are not there', {
  spec: spec(caret),
  files: job('python -m pytest -q tests/none'),
  says: [/It tests "tests\/none", which is not there \(\.github\/workflows\/connectors\.yml:5\)/],
});
shows('tests of units', {
  spec: spec(caret),
  files: job('pytest tests/unit'),
  states: { [at]: 'linked' },
  says: [/which are units/],
});
shows('tests of units, and others', {
  spec: spec(path),
  files: job('pytest tests/unit tests/connectors'),
  states: { [at]: 'proven' },
});
shows('one test', {
  spec: spec(path),
  files: job('pytest tests/connectors/test_a.py::test_b'),
  states: { [at]: 'proven' },
});
shows('no workflow', { spec: spec(caret), files: {}, says: [/There is no/] });
shows('a folder of fixtures', {
  spec: spec('tests/fixtures/'),
  files: { 'tests/fixtures/a.pdf': 'x' },
  states: { [at]: 'linked' },
});
shows('a page on the net', { spec: spec('https://ci.example/1'), files: {}, states: { [at]: 'unverifiable' } });
