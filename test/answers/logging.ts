import type { Answers } from './answers.ts';
import { found } from './marks.ts';

const log = (id: string, ...lines: readonly string[]) =>
  found(id, `logging:\n${lines.map((line) => `  ${line}\n`).join('')}`);
const nothing = (id: string) => found(id, 'logging: <<\n  collector: observability/otel-collector.yaml\n');
const calls = (...lines: readonly string[]) => log('log-every-call', ...lines);
const content = (...lines: readonly string[]) => `system:\n  type: rag\n${log('log-content-captured', ...lines)}`;
const kept = (...lines: readonly string[]) => log('log-retention', ...lines);
const letters = 'sources:\n  letters:\n    status: connected\n    data:\n      personal: special\n';
const owners = 'owners:\n  claims-ops:\n    team: Claims Platform Operations\n  all:\n    team: Everybody here\n';
const privacy = (...lines: readonly string[]) => `${letters}${owners}${log('log-privacy', ...lines)}`;

const retrieval = [
  ...['time', 'latency', 'trace', 'session', 'input', 'output', 'model_version', 'prompt_version', 'index_version'],
  ...['retrieved_ids', 'retrieval_scores', 'tokens', 'error', 'finish_reason', 'feedback', 'score'],
];
/** A record that holds everything but `absent`. */
const record = (...absent: readonly string[]) =>
  `system:
  type: rag
indexes:
  claims-index:
    top_k: 8
logging:
  convention: otel-genai/1.41
  fields:
${absent.length === 0 ? '' : '  ^^^^^^ log-context\n'}${retrieval
  .filter((field) => !absent.includes(field))
  .map((field) => `    - ${field}\n`)
  .join('')}  sample: observability/sample-call.json
`;

export const logging: Answers = {
  'log-every-call': {
    missing: nothing('log-every-call'),
    hollow: {
      '0%': calls('calls: 0% <<', 'store: elastic:claims-ai-calls'),
      'under 100% in production': calls('calls: 99.5% <<', 'store: elastic:claims-ai-calls'),
      'local file': calls('calls: 100%', 'store: /var/log/claims-ai.jsonl <<'),
      stdout: calls('calls: 100%', 'store: stdout <<'),
    },
    declared: calls('calls: 100%', 'store: elastic:claims-ai-calls'),
  },

  'log-context': {
    missing: nothing('log-context'),
    hollow: {
      'no prompt, model or index version': record('prompt_version', 'model_version', 'index_version'),
      'no retrieved ids': record('retrieved_ids'),
      'no trace id': record('trace'),
    },
    declared: record(),
  },

  'log-content-captured': {
    missing: `system:\n  type: rag\n${nothing('log-content-captured')}`,
    hollow: {
      'none from pre-production': { stage: 'pre-production', text: content('content: none <<') },
      'full with special data in a general store': `${letters}${content('store: elastic:all-logs', 'content: full <<')}`,
    },
    declared: `${letters}${content('content: redacted')}`,
  },

  'log-retention': {
    missing: nothing('log-retention'),
    hollow: {
      'under 30d': kept('retention: 29d <<'),
      'under 183d when high risk': `${kept('retention: 182d <<')}governance:\n  risk:\n    class: high\n`,
      'unlimited with personal data': `${letters}${kept('retention: 36500d <<')}`,
      'gone before the outcome of a prediction is known': `models:
  fraud-score:
    role: predict
    training:
      label_delay: 120d
${kept('retention: 90d <<')}`,
    },
    declared: `${letters}${kept('retention: 400d')}governance:\n  risk:\n    class: high\n`,
  },

  'log-privacy': {
    missing: `${letters}${nothing('log-privacy')}`,
    hollow: {
      'readers "all"': privacy('content: redacted', 'redacts:', '  - names', 'readers:', '  - all <<'),
      'nothing redacted while content is full': privacy('content: full <<', 'readers:', '  - claims-ops'),
    },
    declared: privacy('content: full', 'redacts:', '  - names', '  - iban', 'readers:', '  - claims-ops'),
  },
};
