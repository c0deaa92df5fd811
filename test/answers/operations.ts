import type { Answers } from './answers.ts';

const section = (lines: string, more = '') => `operations:\n${lines}${more}`;
const model = (lines: string) => `models:\n  answer-llm:\n    role: generate\n${lines}`;
const hosted = (lines: string) => model(`    provider: azure-openai\n${lines}`);
const owners = (...ids: readonly string[]) => `owners:\n${ids.map((id) => `  ${id}:\n    team: ${id}\n`).join('')}`;

const slo = (lines: string) =>
  section(`  slo:\n${lines}`, 'monitoring:\n  metrics:\n    groundedness-live:\n      kind: quality\n');
const quality = '    quality:\n      metric: groundedness-live\n      min: 0.90\n';

const prompt = (lines: string) => `${model('')}  embedder:\n    role: embed\nprompts:\n  answer-prompt:\n${lines}`;

const changed = (kind: string, lines: string) => section(`  changes:\n    ${kind}:\n${lines}`);
const back = (how: string, takes: string, tested: string) =>
  `      rollback: ${how}\n      rollback_takes: ${takes}\n      rollback_tested: ${tested}\n`;

const alerts = 'monitoring:\n  alerts:\n    groundedness-low:\n      below: 0.88\n';
const trigger = (when: string, lines: string, more = '') =>
  `${alerts}${more}operations:\n  triggers:\n    revise-prompt:\n      when:\n        - ${when}\n${lines}`;
const acted = '      then: revise the prompt\n      owner: claims-ops\n      within: 3d\n';

const training = (lines: string) =>
  `sources:\n  claim-features:\n    via: features\nmodels:\n  fraud-score:\n    role: predict\n    training:\n      from:\n        - claim-features\n${lines}`;
const quarterly = `      refresh:
        mode: schedule
        cron: "0 5 1 */3 *"
        timezone: Europe/Berlin
        takes: 6h
        job: pipelines/train/dag.py
        runbook: runbooks/retraining.md
`;
const reproduce = '      reproduce: pipelines/train/README.md\n';

const budget = (lines: string, exposure = 'internal') =>
  `system:\n  users:\n    exposure: ${exposure}\n  load:\n    per_day: 4000\n${hosted('')}operations:\n  budget:\n${lines}`;

const searched = `${model('')}indexes:\n  claims-index:\n    top_k: 8\n`;
const off = (how: string, who: string, takes: string, tested: string) =>
  `operations:\n  off_switch:\n    how: ${how}\n    who:\n      - ${who}\n    takes: ${takes}\n    tested: ${tested}\n`;

const modes = (lines: string) => `system:\n  type: llm\noperations:\n  incidents:\n    modes:\n${lines}`;
const injection =
  '      prompt-injection:\n        detected_by: weekly-review\n        first_action: take the document out\n        runbook: runbooks/injection.md\n';

const drill = (day: string, set: string) =>
  `evaluation:\n  datasets:\n    real-queries:\n      use: test\n    tuning-set:\n      use: tune\noperations:\n  incidents:\n    last_drill: ${day}\n    new_cases_go_to: ${set}\n`;

const handover = (lines: string, more = '') =>
  `system:\n  launch: 2026-10-05\n  owner: claims-build\n${owners('claims-build', 'claims-ops')}${more}operations:\n  run_owner: claims-ops\n  handover:\n${lines}`;

export const operations: Answers = {
  'sla-measurable': {
    missing: 'operations:\n^^^^^^^^^^ sla-measurable\n  run_owner: claims-ops\n',
    hollow: {
      '100%': slo(
        `    availability: 100%\n                  ^^^^ sla-measurable\n    p95_latency: 8s\n${quality}    window: 28d\n`,
      ),
      'a window that is never over': slo(
        `    availability: 99.0%\n    p95_latency: 8s\n${quality}    window: 3650d\n            ^^^^^ sla-measurable\n`,
      ),
      'a quality objective on what is no quality': slo(
        `    availability: 99.0%\n    p95_latency: 8s\n    quality:\n      metric: groundedness-live\n              ^^^^^^^^^^^^^^^^^ sla-measurable\n      min: 0.90\n    window: 28d\n`,
      ).replace('kind: quality', 'kind: usage'),
      'availability above what its dependencies allow together': `${model(
        '    limits:\n      availability: 99.5%\n',
      )}sources:\n  claim-record:\n    via: api\n    limits:\n      availability: 99.9%\n${slo(
        `    availability: 99.5%\n                  ^^^^^ sla-measurable\n    p95_latency: 8s\n${quality}    window: 28d\n`,
      )}`,
      'a placeholder': slo(
        `    availability: TBD\n                  ^^^ sla-measurable\n    p95_latency: 8s\n${quality}    window: 28d\n`,
      ),
    },
    declared: slo(`    availability: 99.0%\n    p95_latency: 8s\n${quality}    window: 28d\n`),
  },

  'model-pinned': {
    missing: 'models:\n  answer-llm:\n  ^^^^^^^^^^ model-pinned\n    role: generate\n',
    hollow: {
      latest: model('    version: gpt-4o-latest\n             ^^^^^^^^^^^^^ model-pinned\n'),
      main: model('    version: main\n             ^^^^ model-pinned\n'),
      'a family alias': model('    version: gpt-4o\n             ^^^^^^ model-pinned\n'),
      'a placeholder': model('    version: TBD\n             ^^^ model-pinned\n'),
    },
    declared: model('    version: gpt-4.1-2025-04-14\n'),
  },

  'model-retirement': {
    missing: hosted('').replace('  answer-llm:\n', '  answer-llm:\n  ^^^^^^^^^^ model-retirement\n'),
    hollow: {
      past: hosted(
        '    retires: 2026-10-01\n             ^^^^^^^^^^ model-retirement\n    successor:\n      version: gpt-5-2026-08-07\n',
      ),
      'under 90d with no successor': hosted(
        '    retires: 2027-02-19\n             ^^^^^^^^^^ model-retirement\n    successor:\n      decide_by: 2026-12-20\n',
      ),
      'unknown in production': hosted(
        '    retires: TBD\n             ^^^ model-retirement\n    successor:\n      decide_by: 2026-12-20\n',
      ),
    },
    declared: hosted('    retires: 2027-04-14\n    successor:\n      decide_by: 2027-01-31\n'),
  },

  'prompt-versioned': {
    missing: 'models:\n^^^^^^ prompt-versioned\n  answer-llm:\n    role: generate\n',
    hollow: {
      'only in a portal': prompt(
        `    path: https://portal.acme.example/prompts/42\n          ${'^'.repeat(38)} prompt-versioned\n    version: v31\n    used_by: answer-llm\n`,
      ),
      'only in a notebook': prompt(
        '    path: notebooks/final.ipynb\n          ^^^^^^^^^^^^^^^^^^^^^ prompt-versioned\n    version: v31\n    used_by: answer-llm\n',
      ),
      'a version that moves': prompt(
        '    path: prompts/answer.md\n    version: latest\n             ^^^^^^ prompt-versioned\n    used_by: answer-llm\n',
      ),
      'a model that takes no prompt': prompt(
        '    path: prompts/answer.md\n    version: v31\n    used_by: embedder\n             ^^^^^^^^ prompt-versioned\n',
      ),
    },
    declared: prompt('    path: prompts/answer.md\n    version: v31\n    used_by: answer-llm\n'),
  },

  'change-process': {
    missing: `${model('')}operations:\n^^^^^^^^^^ change-process\n  run_owner: claims-ops\n`,
    hollow: {
      'tested by hand': `${model('')}${changed('model', '      tested_by: by hand\n                 ^^^^^^^ change-process\n      approver: claims-ops\n      rollout: 10% for 24h\n')}${owners('claims-ops')}`,
      'all at once for a critical system': `system:\n  criticality: critical\n${model('')}${changed('model', '      tested_by: .github/workflows/eval.yml\n      approver: claims-ops\n      rollout: all users\n               ^^^^^^^^^ change-process\n')}${owners('claims-ops')}`,
      'nobody in particular': `${model('')}${changed('model', '      tested_by: .github/workflows/eval.yml\n      approver: claims-ops\n      rollout: as needed\n               ^^^^^^^^^ change-process\n')}${owners('claims-ops')}`,
    },
    declared: `${model('')}${changed('model', '      tested_by: .github/workflows/eval.yml\n      approver: claims-ops\n      rollout: 10% for 24h\n')}${owners('claims-ops')}`,
  },

  'rollback-tested': {
    missing: changed('prompt', '    ^^^^^^ rollback-tested\n      rollout: 10% for 24h\n'),
    hollow: {
      redeploy: changed('index', back('redeploy\n                ^^^^^^^^ rollback-tested', '10m', '2026-10-14')),
      'never tried': changed(
        'index',
        back('switch the alias back', '10m', 'TBD\n                       ^^^ rollback-tested'),
      ),
      'not tried yet': changed(
        'index',
        back('switch the alias back', '10m', '2026-12-14\n                       ^^^^^^^^^^ rollback-tested'),
      ),
      'over an hour for a prompt': changed(
        'prompt',
        back('revert the tag', '2h\n                      ^^ rollback-tested', '2026-10-14'),
      ),
      'over 180d': changed(
        'index',
        back('switch the alias back', '10m', '2026-05-25\n                       ^^^^^^^^^^ rollback-tested'),
      ),
    },
    declared: changed('prompt', back('revert the tag', '10m', '2026-10-14')),
  },

  'revision-triggers': {
    missing: `${alerts}operations:\n^^^^^^^^^^ revision-triggers\n  run_owner: claims-ops\n`,
    hollow: {
      'when needed': trigger('TBD\n          ^^^ revision-triggers', acted, owners('claims-ops')),
      'points to no alert': trigger(
        'answer-llm\n          ^^^^^^^^^^ revision-triggers',
        acted,
        `${owners('claims-ops')}${model('')}`,
      ),
      'no deadline': trigger(
        'groundedness-low',
        acted.replace('3d', 'TBD\n              ^^^ revision-triggers'),
        owners('claims-ops'),
      ),
      'done after the day that it is about': trigger(
        '120d before answer-llm.retires\n        - groundedness-low',
        acted.replace('3d', '150d\n              ^^^^ revision-triggers'),
        `${owners('claims-ops')}${model('    retires: 2027-04-14\n')}`,
      ),
      'an owner who leaves before it is done': trigger(
        '120d before answer-llm.retires\n        - groundedness-low',
        acted.replace('claims-ops', 'claims-ops\n             ^^^^^^^^^^ revision-triggers'),
        `${owners('claims-ops')}    until: 2026-12-17\n${model('    retires: 2027-04-14\n')}`,
      ),
    },
    declared: trigger('groundedness-low', acted, owners('claims-ops')),
  },

  'training-refresh': {
    missing: 'models:\n  fraud-score:\n  ^^^^^^^^^^^ training-refresh\n    role: predict\n',
    hollow: {
      'trained on a laptop': training(
        `      reproduce: notebooks/final.ipynb\n                 ^^^^^^^^^^^^^^^^^^^^^ training-refresh\n${quarterly}      max_age: 200d\n`,
      ),
      'no schedule and no trigger': training(
        `${reproduce}      refresh:\n        mode: manual\n              ^^^^^^ training-refresh\n        runbook: runbooks/retraining.md\n      max_age: 200d\n`,
      ),
      'cannot be reproduced from a commit': training(
        `      reproduce: TBD\n                 ^^^ training-refresh\n${quarterly}      max_age: 200d\n`,
      ),
      'an age that the schedule cannot keep': training(
        `${reproduce}${quarterly}      max_age: 60d\n               ^^^ training-refresh\n`,
      ),
    },
    declared: training(`${reproduce}${quarterly}      max_age: 200d\n`),
  },

  'cost-budget': {
    missing: `${hosted('')}operations:\n^^^^^^^^^^ cost-budget\n  run_owner: claims-ops\n`,
    hollow: {
      'no common currency': budget(
        '    per_day: 180 EUR\n    per_call: 0.04 USD\n              ^^^^^^^^ cost-budget\n    stop_at: 300 EUR\n',
      ),
      'no stop on a public system': budget(
        '    per_day: 180 EUR\n    per_call: 0.04 EUR\n    stop_at: TBD\n             ^^^ cost-budget\n',
        'public',
      ),
      'load times per_call above per_day': budget(
        '    per_day: 120 EUR\n             ^^^^^^^ cost-budget\n    per_call: 0.04 EUR\n    stop_at: 300 EUR\n',
      ),
      'a stop below the day': budget(
        '    per_day: 180 EUR\n    per_call: 0.04 EUR\n    stop_at: 90 EUR\n             ^^^^^^ cost-budget\n',
      ),
      'nothing costs nothing': budget(
        '    per_day: 180 EUR\n    per_call: 0 EUR\n              ^^^^^ cost-budget\n    stop_at: 300 EUR\n',
      ),
    },
    declared: budget('    per_day: 160 EUR\n    per_call: 0.04 EUR\n    stop_at: 300 EUR\n'),
  },

  'fallback-mode': {
    missing: `${searched}operations:\n^^^^^^^^^^ fallback-mode\n  run_owner: claims-ops\n`,
    hollow: {
      retry: `${searched}${section('  fallback:\n    model_down: retry\n                ^^^^^ fallback-mode\n    index_down: links-to-dms\n')}`,
      error: `${searched}${section('  fallback:\n    model_down: search-only\n    index_down: error message\n                ^^^^^^^^^^^^^ fallback-mode\n')}`,
    },
    declared: `${searched}${section('  fallback:\n    model_down: search-only\n    index_down: links-to-dms\n')}`,
  },

  'off-switch': {
    missing: 'operations:\n^^^^^^^^^^ off-switch\n  run_owner: claims-ops\n',
    hollow: {
      'needs a deployment': `${owners('claims-ops')}${off('redeploy without it\n         ^^^^^^^^^^^^^^^^^^^ off-switch', 'claims-ops', '2m', '2026-10-14')}`,
      'only the vendor can': `${owners('claims-ops')}${off('ticket to the provider\n         ^^^^^^^^^^^^^^^^^^^^^^ off-switch', 'claims-ops', '2m', '2026-10-14')}`,
      'the vendor alone is named': `${owners('azure-openai')}${hosted('')}${off('gateway route', 'azure-openai\n        ^^^^^^^^^^^^ off-switch', '2m', '2026-10-14')}`,
      'over 15m': `${owners('claims-ops')}${off('feature flag claims_assistant', 'claims-ops', '16m\n           ^^^ off-switch', '2026-10-14')}`,
      'never tried': `${owners('claims-ops')}${off('feature flag claims_assistant', 'claims-ops', '2m', 'TBD\n            ^^^ off-switch')}`,
      'not tried yet': `${owners('claims-ops')}${off('feature flag claims_assistant', 'claims-ops', '2m', '2026-12-14\n            ^^^^^^^^^^ off-switch')}`,
      'nobody who stays': `${owners('claims-ops')}    until: 2026-12-31\n${off('feature flag claims_assistant', 'claims-ops\n        ^^^^^^^^^^ off-switch', '2m', '2026-10-14')}`,
    },
    declared: `${owners('claims-ops')}${off('feature flag claims_assistant', 'claims-ops', '15m', '2026-10-14')}`,
  },

  'incident-ai-modes': {
    missing:
      'system:\n  type: llm\noperations:\n  incidents:\n  ^^^^^^^^^ incident-ai-modes\n    process: docs/incident-process.md\n',
    hollow: {
      'a mode nothing can detect': modes(
        `      wrong-answers:\n        detected_by: TBD\n                     ^^^ incident-ai-modes\n        first_action: switch to search-only\n        runbook: runbooks/wrong-answers.md\n${injection}monitoring:\n  metrics:\n    weekly-review:\n      kind: quality\n`,
      ),
      'first action "investigate"': modes(
        `      wrong-answers:\n        detected_by: weekly-review\n        first_action: investigate\n                      ^^^^^^^^^^^ incident-ai-modes\n        runbook: runbooks/wrong-answers.md\n${injection}monitoring:\n  metrics:\n    weekly-review:\n      kind: quality\n`,
      ),
    },
    declared: modes(
      `      wrong-answers:\n        detected_by: weekly-review\n        first_action: switch to search-only\n        runbook: runbooks/wrong-answers.md\n${injection}monitoring:\n  metrics:\n    weekly-review:\n      kind: quality\n`,
    ),
  },

  'runbook-live': {
    missing: { none: 'it looks at the runbooks that are named; where one has to be is asked by alerts and incidents' },
    hollow: {
      'template text': `${alerts}      runbook: docs/runbook-template.md\n               ^^^^^^^^^^^^^^^^^^^^^^^^ runbook-live\n`,
      'a folder': `${alerts}      runbook: runbooks/\n               ^^^^^^^^^ runbook-live\n`,
      'the start page of a wiki': `${alerts}      runbook: https://wiki.acme.example/\n               ^^^^^^^^^^^^^^^^^^^^^^^^^^ runbook-live\n`,
      'the general process': `${alerts}      runbook: docs/incidents.md\n               ^^^^^^^^^^^^^^^^^ runbook-live\noperations:\n  incidents:\n    process: docs/incidents.md\n`,
    },
    declared: `${alerts}      runbook: runbooks/wrong-answers.md\n`,
  },

  'incident-practised': {
    missing: 'operations:\n  incidents:\n  ^^^^^^^^^ incident-practised\n    process: docs/incident-process.md\n',
    hollow: {
      'none in a year': drill('2025-11-21\n                ^^^^^^^^^^ incident-practised', 'real-queries'),
      'one that is planned': drill('2026-12-01\n                ^^^^^^^^^^ incident-practised', 'real-queries'),
      'incidents add no test case': drill(
        '2026-10-21',
        'tuning-set\n                     ^^^^^^^^^^ incident-practised',
      ),
    },
    declared: drill('2025-11-22', 'real-queries'),
  },

  'handover-complete': {
    missing: `system:\n  owner: claims-build\n${owners('claims-build', 'claims-ops')}operations:\n^^^^^^^^^^ handover-complete\n  run_owner: claims-ops\n`,
    hollow: {
      'after launch': handover(
        '    from: claims-build\n    date: 2026-10-06\n          ^^^^^^^^^^ handover-complete\n    record: docs/handover.md\n',
      ),
      'no record': handover(
        '    from: claims-build\n    date: 2026-09-28\n    record: TBD\n            ^^^ handover-complete\n',
      ),
      'receiving team lacks access': handover(
        '    from: claims-build\n    date: 2026-09-28\n    record: docs/handover.md\n',
        'logging:\n  readers:\n  ^^^^^^^ handover-complete\n    - claims-build\n',
      ),
      'receiving team lacks on-call': handover(
        '    from: claims-build\n    date: 2026-09-28\n    record: docs/handover.md\n',
        `${alerts}      severity: page\n      notify: claims-build\n              ^^^^^^^^^^^^ handover-complete\n`,
      ),
      'a handover to oneself': handover(
        '    from: claims-ops\n          ^^^^^^^^^^ handover-complete\n    date: 2026-09-28\n    record: docs/handover.md\n',
      ),
      'from people who had left': handover(
        '    from: claims-build\n          ^^^^^^^^^^^^ handover-complete\n    date: 2026-09-28\n    record: docs/handover.md\n',
      ).replace('    team: claims-build\n', '    team: claims-build\n    until: 2026-08-31\n'),
    },
    declared: handover('    from: claims-build\n    date: 2026-10-05\n    record: docs/handover.md\n'),
  },
};
