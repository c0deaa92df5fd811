import { twins } from '../support/twins.ts';

twins('rag-production', [
  {
    name: 'the configuration of the collector is no YAML',
    change: { 'observability/otel-collector.yaml': ['  batch:\n', '  batch:\n<<<<<<< HEAD\n'] },
    finds: ['log-every-call: Nothing can load observability/otel-collector.yaml: line 24 is no YAML.'],
  },
  {
    name: 'the configuration of the collector says a thing twice',
    change: { 'observability/otel-collector.yaml': ['  batch:\n', '  batch:\n  batch:\n'] },
    finds: ['log-every-call: Nothing can load observability/otel-collector.yaml: line 22 has `batch` a second time.'],
  },
  {
    name: 'the catalogue cannot load its entry',
    change: {
      'catalog-info.yaml': ['  lifecycle: production\n', '  lifecycle: production\n  lifecycle: experimental\n'],
    },
    finds: ['owner-reachable: Nothing can load catalog-info.yaml: line 11 has `lifecycle` a second time.'],
  },
  {
    name: 'the interface of a source is of another version than the one that was built for',
    change: {
      'openapi/claims-core-v3.yaml': [
        '  version: 3.4.1\n  contact:\n    name: Claims Core\n    url: https://developer.nordhafen.example/claims-core\nservers:\n  - url: https://core.nordhafen.example/api/v3',
        '  version: 4.0.0\n  contact:\n    name: Claims Core\n    url: https://developer.nordhafen.example/claims-core\nservers:\n  - url: https://core.nordhafen.example/api/v4',
      ],
    },
    finds: [
      'upstream-change-watch: By its path "openapi/claims-core-v3.yaml" is of version 3, but openapi/claims-core-v3.yaml:5 says 4.0.0.',
    ],
  },
  {
    name: 'most of the interface is open to anybody',
    change: {
      'openapi/claims-core-v3.yaml': ['security:\n  - signedInUser:\n      - claims.read\n', 'security: []\n'],
    },
    finds: [
      'source-auth: The spec says how the system signs in, but by openapi/claims-core-v3.yaml anybody may call 2 of 3',
    ],
  },
  {
    name: 'redaction was taken out of the pipeline',
    change: {
      'observability/otel-collector.yaml': ['[memory_limiter, transform/redact, batch]', '[memory_limiter, batch]'],
    },
    finds: ['log-privacy: "transform/redact" in observability/otel-collector.yaml:13 redacts, but no pipeline uses it'],
  },
  {
    name: 'a second pipeline stores the records as they are',
    change: {
      'observability/otel-collector.yaml': [
        '    traces:\n',
        '    traces/raw:\n      receivers: [otlp]\n      processors: [batch]\n      exporters: [elasticsearch/calls]\n    traces:\n',
      ],
    },
    finds: [
      'log-privacy: The pipeline "traces/raw" brings to "elasticsearch/calls" without "transform/redact" what "traces"',
    ],
  },
  {
    name: 'the function that redacts gives back what it gets',
    change: {
      'src/telemetry.py': [
        'return anonymizer.anonymize(text=text, analyzer_results=find_names_and_health(text)).text',
        'return text',
      ],
    },
    finds: ['log-privacy: "redact" in src/telemetry.py:15 returns what it is given'],
  },
  {
    name: 'the interface of a source is gone',
    change: { 'openapi/claims-core-v3.yaml': 'removed' },
    finds: ['upstream-change-watch: There is no "openapi/claims-core-v3.yaml".'],
  },
  {
    name: 'the interface of a source is no YAML any more',
    change: { 'openapi/claims-core-v3.yaml': ['  version: 3.4.1\n', '  version: 3.4.1\n<<<<<<< HEAD\n'] },
    finds: ['upstream-change-watch: Nothing can load openapi/claims-core-v3.yaml: line 6 is no YAML.'],
  },
  {
    name: 'the operation that the spec names is called otherwise',
    change: { 'ai-system.yaml': ['openapi/claims-core-v3.yaml', 'openapi/claims-core-v3.yaml#getClaims'] },
    finds: ['upstream-change-watch: There is no operation "getClaims" in openapi/claims-core-v3.yaml, but "getClaim".'],
  },
  {
    name: 'the interface has no version',
    change: { 'openapi/claims-core-v3.yaml': ['  version: 3.4.1\n', ''] },
    finds: ['upstream-change-watch: openapi/claims-core-v3.yaml does not say in which version it is'],
  },
  {
    name: 'an operation is on its way out',
    change: {
      'ai-system.yaml': ['openapi/claims-core-v3.yaml', 'openapi/claims-core-v3.yaml#getReserve'],
      'openapi/claims-core-v3.yaml': ['operationId: getReserve', 'operationId: getReserve\n      deprecated: true'],
    },
    finds: ['upstream-change-watch: "getReserve" is marked as deprecated in openapi/claims-core-v3.yaml'],
  },
  {
    name: 'anybody may call',
    change: {
      'ai-system.yaml': ['openapi/claims-core-v3.yaml', 'openapi/claims-core-v3.yaml#getReserve'],
      'openapi/claims-core-v3.yaml': [
        '      security:\n        - signedInUser:\n            - claims.read\n            - reserve.read\n',
        '      security: []\n',
      ],
    },
    finds: [
      'source-auth: The spec says how the system signs in, but by openapi/claims-core-v3.yaml:40 anybody may call "getReserve".',
    ],
  },
  {
    name: 'the source takes another way of signing in',
    change: { 'openapi/claims-core-v3.yaml': ['type: oauth2', 'type: apiKey'] },
    finds: ['source-auth: "oauth2-on-behalf-of" is declared, but openapi/claims-core-v3.yaml only takes an API key.'],
  },
  {
    name: 'only systems sign in to a source that is to tell users apart',
    change: { 'openapi/claims-core-v3.yaml': ['authorizationCode:', 'clientCredentials:'] },
    finds: ['source-access-model: The source is to tell users apart'],
  },
  {
    name: 'a contract is a draft',
    change: { 'contracts/correspondence.odcs.yaml': ['status: active', 'status: draft'] },
    finds: ['source-quality: The contract is draft in contracts/correspondence.odcs.yaml:6'],
  },
  {
    name: 'a contract is no YAML any more',
    change: { 'contracts/correspondence.odcs.yaml': ['status: active', 'status: "active'] },
    finds: ['source-quality: Nothing can load contracts/correspondence.odcs.yaml: line 6 is no YAML.'],
  },
  {
    name: 'a contract is gone',
    change: { 'contracts/policy-wordings.odcs.yaml': 'removed' },
    finds: ['source-quality: There is no "contracts/policy-wordings.odcs.yaml".'],
  },
  {
    name: 'data arrives later than the index promises',
    change: { 'contracts/correspondence.odcs.yaml': ['value: 1\n    unit: d', 'value: 2\n    unit: d'] },
    finds: ['source-quality: Index "claims-index" promises that a change is found after 28h'],
  },
  {
    name: 'a source promises less than the spec counts on',
    change: { 'contracts/claim-record.odcs.yaml': ['value: 99.9', 'value: 99.5'] },
    finds: ['source-limits: The spec counts on 99.9%, but contracts/claim-record.odcs.yaml:37 promises 99.5%.'],
  },
  {
    name: 'a record lacks a field',
    change: { 'observability/sample-call.json': ['    "claims_ai.cost_eur": 0.0117,\n', ''] },
    finds: ['log-context: observability/sample-call.json does not hold "cost" (looked for cost, cost_usd'],
  },
  {
    name: 'a field of a record is empty',
    change: { 'observability/sample-call.json': ['"enduser.role": "motor-handler"', '"enduser.role": ""'] },
    finds: ['log-context: observability/sample-call.json does not hold a value for "role".'],
  },
  {
    name: 'a record speaks another convention',
    change: { 'ai-system.yaml': ['convention: otel-genai/1.41', 'convention: openinference'] },
    finds: [
      'log-context: The convention is openinference, but observability/sample-call.json speaks OpenTelemetry GenAI',
    ],
  },
  {
    name: 'the collector exports to what it does not define',
    change: { 'observability/otel-collector.yaml': ['exporters: [elasticsearch/calls]', 'exporters: [debug]'] },
    finds: [
      'log-every-call: No collector starts with observability/otel-collector.yaml: in line 39 the pipeline "traces" has the exporter "debug"',
    ],
  },
  {
    name: 'the collector keeps a tenth of the records',
    change: {
      'observability/otel-collector.yaml': [
        'transform/redact, batch]',
        'transform/redact, probabilistic_sampler, batch]',
      ],
    },
    finds: [
      'log-every-call: 100% of the calls are to be kept, but "probabilistic_sampler" in observability/otel-collector.yaml',
    ],
  },
  {
    name: 'the code that writes the records is gone',
    change: { 'src/telemetry.py': 'removed' },
    finds: ['log-every-call: There is no "src/telemetry.py".'],
  },
  {
    name: 'a record holds what is to be redacted',
    change: { 'observability/sample-call.json': ['[PLATE]', 'der IBAN DE89 3704 0044 0532 0130 00'] },
    finds: ['log-privacy: "iban" is redacted, but observability/sample-call.json:21 holds a valid IBAN.'],
  },
  {
    name: 'the spec says that no content is kept',
    change: { 'ai-system.yaml': ['content: redacted', 'content: none'] },
    finds: ['log-content-captured: `content` is none, but observability/sample-call.json:18 keeps the input.'],
  },
]);

twins('model-production', [
  {
    name: 'a contract has only prose for checks',
    change: { 'contracts/outcomes.odcs.yaml': ['schema:', 'x-schema:'] },
    finds: ['source-quality: contracts/outcomes.odcs.yaml holds no check that a machine can run.'],
  },
  {
    name: 'a record lacks the outcome',
    change: {
      'observability/sample-score.json': [
        '"outcome": { "label": "confirmed", "known_at": "2026-11-11" }',
        '"outcome": {}',
      ],
    },
    finds: ['log-context: observability/sample-score.json does not hold a value for "outcome".'],
  },
  {
    name: 'the sample is gone',
    change: { 'observability/sample-score.json': 'removed' },
    finds: ['log-context: There is no "observability/sample-score.json".'],
  },
]);

twins('agent-production', [
  {
    name: 'the policy allows what nothing denies, and nothing does',
    change: { 'policies/booking.rego': ['default allow := false', 'default allow := true'] },
    finds: ['tool-approval: `allow` in policies/booking.rego:6 is true whatever is asked: that is its default'],
  },
  {
    name: 'the budget is one of a month',
    change: { 'infra/budget.tf': ['period   = "day"', 'period   = "month"'] },
    finds: ['cost-budget: 200 EUR is to be the limit of a day, but in infra/budget.tf:5 `period` is month.'],
  },
  {
    name: 'a tool calls what is on its way out',
    change: {
      'openapi/parts-exchange-v2.yaml': [
        'operationId: createOrder',
        'operationId: createOrder\n      deprecated: true',
      ],
    },
    finds: ['tool-least-privilege: "createOrder" is marked as deprecated in openapi/parts-exchange-v2.yaml:10.'],
  },
  {
    name: 'a tool calls what anybody may call',
    change: {
      'openapi/parts-exchange-v2.yaml': [
        '      security:\n        - signedInUser:\n            - orders:create\n',
        '      security: []\n',
      ],
    },
    finds: [
      'tool-least-privilege: The tool holds "orders:create", but by openapi/parts-exchange-v2.yaml:10 anybody may',
    ],
  },
]);
