import { marked, requirement } from '../support/requirement.ts';

const id = 'runbook-live';
const { find, states } = requirement(id);
const alert = (name: string, line: string) => `    ${name}:\n${line}\n`;
const alerts = (...all: readonly string[]) => `monitoring:\n  alerts:\n${all.join('')}`;
const line = (file: string) => `      runbook: ${file}`;
const bad = (file: string) => marked(line(file), file, id);

for (const file of [
  'runbooks/retrieval.md',
  'runbooks/retrieval.md#empty',
  'infra//runbooks/usage.adoc',
  'docs/resample.md',
  'https://wiki.acme.example/x',
])
  find(file, alerts(alert('recall-low', line(file))));
for (const file of [
  'runbooks/',
  'https://wiki.acme.example',
  'docs/template.md',
  'docs/runbook_TEMPLATE.md',
  'runbooks/example.md',
  'scripts/fix.sh',
  'observability/alerts.yaml#RecallLow',
])
  find(file, alerts(alert('recall-low', bad(file))), 'pre-production');

find('said once, however many alerts share it', alerts(alert('a', bad('runbooks/')), alert('b', line('runbooks/'))));
find('a pilot is not asked', alerts(alert('a', line('runbooks/'))), 'pilot');
find('a placeholder is for who asked for it', alerts(alert('a', line('TODO e.g. runbooks/x.md'))));
states(
  'of every section',
  `indexes:\n  claims-index:\n    refresh:\n      mode: manual\n      runbook: runbooks/refresh.md\noperations:\n  incidents:\n    modes:\n      stale-index:\n        runbook: runbooks/stale.md\n${alerts(alert('a', line('runbooks/retrieval.md')))}`,
  [
    '/indexes/claims-index/refresh/runbook declared',
    '/operations/incidents/modes/stale-index/runbook declared',
    '/monitoring/alerts/a/runbook declared',
  ],
);
states('none is named', 'system:\n  type: llm\n', []);
