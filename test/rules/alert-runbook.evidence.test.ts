import { evidence } from '../support/evidence.ts';

/* The heading to which the annotation of a rule leads; that of the spec's own runbook is told of the spec. */

const find = evidence('alert-complete');
const subject = '/monitoring/alerts/recall-low';

const spec = (runbook: string, marked: boolean) => `
owners:
  claims-ops:
    contact:
      - slack:claims-ops
monitoring:
  alerts:
    recall-low:
      metric: recall
      below: 0.84
      for: 1d
      severity: ticket
      notify: claims-ops
      runbook: ${runbook}
      rule: alerts.yaml#RecallLow
${marked ? `            ${'^'.repeat('alerts.yaml#RecallLow'.length)} alert-complete\n` : ''}  metrics:
    recall:
      kind: retrieval
`;
const rules = (runbook: string) => `groups:
  - rules:
      - alert: RecallLow
        expr: recall < 0.84
        for: 1d
        annotations:
          runbook_url: '${runbook}'
`;
const page = '# Retrieval\n\nSwitch the alias back.\n\n## 1. Recall is low (weekly)\n\nReplay the set.\n';

const forge = 'https://github.com/nordhafen/claims/blob/main/runbooks/retrieval.md';
for (const [annotation, state] of [
  ['runbooks/retrieval.md#1-recall-is-low-weekly', 'proven'],
  [`${forge}#1-recall-is-low-weekly`, 'proven'],
  [`${forge}#`, 'proven'],
  ['runbooks/retrieval.md#1-recall-is-low', 'contradicted'],
  [`${forge}#recall`, 'contradicted'],
] as const) {
  find(`a rule that leads to ${annotation}`, {
    spec: spec('runbooks/retrieval.md', state === 'contradicted'),
    files: { 'alerts.yaml': rules(annotation), 'runbooks/retrieval.md': page },
    states: { [subject]: state },
    says:
      state === 'contradicted'
        ? [/^The rule in alerts\.yaml:7 leads nowhere: No heading of runbooks\/retrieval\.md is "#/]
        : [],
  });
}

find('pages whose headings get their anchors elsewhere', {
  spec: spec('runbooks/retrieval.rst', false),
  files: {
    'alerts.yaml': rules('runbooks/retrieval.rst#other'),
    'runbooks/retrieval.rst': 'Retrieval\n=========\n\nSwitch the alias back.\n',
  },
  states: { [subject]: 'proven' },
});
