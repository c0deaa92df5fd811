import { marked } from '../support/requirement.ts';
import type { Answers } from './answers.ts';

/** Put together here, so that no scanner takes this file for a leak. */
const token = `gh${'p_'}${'aB3dE5gH7jK9mN2pQ4rS6tV8wX1zC'.repeat(2).slice(0, 36)}`;
const key = 'f9K2mQ7xLp4Rt8Wz3Yb6';
const password = 'kT7pQ2vX';

const lines = (...all: readonly string[]) => `system:\n${all.map((line) => `  ${line}\n`).join('')}`;
const says = (id: string, field: string, value: string, ...before: readonly string[]) =>
  `${lines(...before)}${marked(`  ${field}: ${value}`, value, id)}\n`;

const scope = (item: string, behaviour = 'hand-off', ...rest: readonly string[]) =>
  `system:
  in_scope:
    - motor claims
  out_of_scope:
${item}
  when_out_of_scope: ${behaviour}
${rest.join('\n')}`;

const launched = '  stage: production\n  launch: 2026-10-05';

const pilot = (ends: string, criterion: string) => `system:
  stage: pilot
  pilot:
${ends}
    exit:
      - recall@8 >= 0.85
${criterion}
`;

const gap = (...lines: readonly string[]) => `system:
  launch: 2026-12-01
  pilot_gaps:
    - gap: German only; 7% of letters are English or mixed
${lines.map((line) => `${line}\n`).join('')}owners:
  claims-build:
    team: Claims AI Engineering
    until: 2026-11-24
  claims-ops:
    team: Claims Platform Operations
`;
const gapLine = (text: string) => marked(`      ${text}`, text.split(': ')[1] ?? '', 'pilot-gaps-listed');

/** A load and a test that hold, but for the lines that replace theirs. */
function load(changed: Readonly<Record<string, string>> = {}): string {
  const line = (indent: string, name: string, value: string) =>
    name in changed
      ? marked(`${indent}${name}: ${changed[name]}`, changed[name] ?? '', 'load-tested')
      : `${indent}${name}: ${value}`;
  return `system:
  users:
${line('    ', 'count', '180')}
  load:
${line('    ', 'per_day', '4000')}
${line('    ', 'peak_per_minute', '25')}
evaluation:
  load_test:
${line('    ', 'rate', '60/min')}
${line('    ', 'p95', '5.1s')}
${line('    ', 'date', '2026-09-22')}
${line('    ', 'against', 'staging')}
    proof: load/2026-09-22.json
operations:
  slo:
    p95_latency: 8s
`;
}

function success(changed: Readonly<Record<string, string>> = {}): string {
  const values = { metric: 'median minutes per claim', baseline: '41', target: '34', check_every: '30d' };
  const lines = Object.entries(values).map(([name, value]) => {
    const given = changed[name];
    return given === undefined ? `    ${name}: ${value}` : marked(`    ${name}: ${given}`, given, 'success-measure');
  });
  return `system:\n  success:\n${lines.join('\n')}\n`;
}

function waiver(changed: Readonly<Record<string, string>> = {}): string {
  const line = (before: string, name: string, value: string) =>
    name in changed
      ? marked(`${before}${name}: ${changed[name]}`, changed[name] ?? '', 'waiver-valid')
      : `${before}${name}: ${value}`;
  return `waivers:
${line('  - ', 'rule', 'alert-tested')}
${line('    ', 'reason', 'The drill of the new region is planned for December')}
    owner: claims-ops
${line('    ', 'expires', '2027-01-31')}
`;
}

export const system: Answers = {
  'purpose-stated': {
    missing: 'system:\n^^^^^^ purpose-stated\n  name: claims-assistant\n',
    hollow: {
      'under 60 characters': says('purpose-stated', 'purpose', 'Helps claims handlers with their open claims'),
      'repeats the name': says(
        'purpose-stated',
        'purpose',
        'The claims assistant is an AI assistant that assists with claims and answers questions about claims',
        'name: claims-assistant',
      ),
      '"AI assistant"': says('purpose-stated', 'purpose', 'AI assistant'),
      placeholder: says('purpose-stated', 'purpose', 'TODO Helps <who> do <task> with <data>, so that <outcome>'),
    },
    declared: lines(
      'purpose: Helps claims handlers find the clauses and letters that apply to an open claim, with their sources',
    ),
  },

  'scope-boundaries': {
    missing: 'system:\n^^^^^^ scope-boundaries\n  name: claims-assistant\n',
    hollow: {
      'out_of_scope empty':
        'system:\n  in_scope:\n    - motor claims\n  out_of_scope: []\n  ^^^^^^^^^^^^ scope-boundaries\n  when_out_of_scope: hand-off\n',
      '"everything else"': scope(marked('    - everything else', 'everything else', 'scope-boundaries')),
      'a behaviour is named but the test set has no out-of-scope case': scope(
        '    - legal advice',
        'hand-off\n                     ^^^^^^^^ scope-boundaries',
        'evaluation:',
        '  datasets:',
        '    real-queries:',
        '      edge_cases:',
        '        kinds:',
        '          - no-permission',
        '',
      ),
      placeholder: scope(marked('    - none', 'none', 'scope-boundaries')),
    },
    declared: scope('    - legal advice'),
  },

  'type-matches-contents': {
    missing: 'system:\n^^^^^^ type-matches-contents\n  name: claims-assistant\n',
    hollow: {
      'rag without indexes': `system:\n${marked('  type: rag', 'rag', 'type-matches-contents')}\n${launched}\n`,
      'agent without tools': `system:\n${marked('  type: agent', 'agent', 'type-matches-contents')}\n${launched}\n`,
      // One that predicts but says nothing of its training is for `training-refresh` to tell.
      'model without a model that was trained': `system:\n${marked('  type: model', 'model', 'type-matches-contents')}\n${launched}\n`,
      'type llm while tools exist': `system:\n${marked('  type: llm', 'llm', 'type-matches-contents')}\n${launched}\ntools:\n  book-callback:\n    effect: write\n`,
      'stage production with launch in the future': `system:\n  type: llm\n  stage: production\n${marked('  launch: 2026-12-01', '2026-12-01', 'type-matches-contents')}\n`,
      'pilot after launch': `system:\n  type: llm\n  stage: pilot\n${marked('  launch: 2026-10-05', '2026-10-05', 'type-matches-contents')}\n`,
    },
    declared: `system:\n  type: rag\n${launched}\nindexes:\n  claims-index:\n    max_age: 28h\n`,
  },

  'pilot-exit-criteria': {
    stage: 'pilot',
    missing: 'system:\n^^^^^^ pilot-exit-criteria\n  stage: pilot\n',
    hollow: {
      'no end': pilot(marked('    ends: TBD', 'TBD', 'pilot-exit-criteria'), '      - groundedness >= 0.90'),
      'end passed more than 30d ago': pilot(
        marked('    ends: 2026-10-22', '2026-10-22', 'pilot-exit-criteria'),
        '      - groundedness >= 0.90',
      ),
      'a criterion without a number ("users are happy")': pilot(
        '    ends: 2026-12-18',
        marked('      - users are happy', 'users are happy', 'pilot-exit-criteria'),
      ),
    },
    declared: pilot('    ends: 2026-12-18', '      - 8 of 12 handlers use it daily'),
  },

  'pilot-gaps-listed': {
    missing: 'system:\n^^^^^^ pilot-gaps-listed\n  launch: 2026-12-01\n',
    hollow: {
      'empty list': 'system:\n  pilot_gaps: []\n  ^^^^^^^^^^ pilot-gaps-listed\n',
      // The value that is no list is marked by `invalid-value`, in place of this requirement.
      '"none"':
        'system:\n  pilot_gaps:\n    - gap: none\n           ^^^^ pilot-gaps-listed\n      closed: 2026-08-21\n',
      'item neither closed nor due': gap(gapLine('closed: TBD')),
      'before launch: due later than launch': gap(gapLine('due: 2026-12-02'), '      owner: claims-ops'),
      'owner leaves before due': gap('      due: 2026-11-30', gapLine('owner: claims-build')),
    },
    declared: gap('      due: 2026-11-30', '      owner: claims-ops'),
  },

  'load-tested': {
    missing: `system:
^^^^^^ load-tested
  name: claims-assistant
evaluation:
^^^^^^^^^^ load-tested
  datasets: {}
`,
    hollow: {
      '0': load({ per_day: '0' }),
      'peak below per_day/1440': load({ peak_per_minute: '2' }),
      'test rate under the peak': load({ rate: '20/min' }),
      'test against a mock': load({ against: 'mock' }),
      'p95 above the objective': load({ p95: '9s' }),
    },
    declared: load(),
  },

  'success-measure': {
    missing: 'system:\n^^^^^^ success-measure\n  name: claims-assistant\n',
    hollow: {
      'no baseline': success({ baseline: 'TBD' }),
      'a model score instead of an outcome': success({ metric: 'answer accuracy' }),
      'never checked': success({ check_every: '3650d' }),
    },
    declared: success(),
  },

  'spec-reviewed': {
    missing: 'system:\n^^^^^^ spec-reviewed\n  name: claims-assistant\n',
    hollow: {
      'older than the limit in production': says('spec-reviewed', 'reviewed', '2026-08-23'),
      'older than the limit in a pilot': {
        text: says('spec-reviewed', 'reviewed', '2026-05-25'),
        stage: 'pilot',
      },
      'in the future': says('spec-reviewed', 'reviewed', '2026-11-23'),
    },
    declared: lines('reviewed: 2026-08-24'),
  },

  'waiver-valid': {
    missing:
      'waivers:\n  - rule: alert-tested\n          ^^^^^^^^^^^^ waiver-valid\n    reason: The drill of the new region is planned for December\n    owner: claims-ops\n',
    hollow: {
      'no expiry': waiver({ expires: 'TBD' }),
      'more than 90d away': waiver({ expires: '2027-02-21' }),
      'reason under 20 characters': waiver({ reason: 'no time' }),
      'waives a rule marked never-waivable: no-secrets-inline': waiver({ rule: 'no-secrets-inline' }),
      'waives a rule marked never-waivable: owner-reachable': waiver({ rule: 'owner-reachable' }),
      'waives a rule marked never-waivable: log-every-call': waiver({ rule: 'log-every-call' }),
    },
    declared: waiver(),
  },

  'no-secrets-inline': {
    missing: { none: 'nothing has to be written; what must not be written is looked for' },
    hollow: {
      'a value shaped like a key': `sources:\n  letters:\n    auth:\n${marked(`      secret: ${key}`, key, 'no-secrets-inline')}\n`,
      'a value shaped like a token': `logging:\n${marked(`  store: ${token}`, token, 'no-secrets-inline')}\n`,
      'a value shaped like a password': `extra:\n${marked(`  password: ${password}`, password, 'no-secrets-inline')}\nsystem: {}\n`,
      'a value shaped like a connection string': `logging:\n${marked(`  store: Server=db;Password=${password};`, password, 'no-secrets-inline')}\n`,
    },
    declared: 'sources:\n  letters:\n    auth:\n      secret: vault:claims-ai/letters\n',
  },
};
