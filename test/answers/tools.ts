import { marked } from '../support/requirement.ts';
import type { Answers } from './answers.ts';

const leastPrivilege = `tools:
  book-callback:
    what: Books a call-back in the calendar of the branch
    effect: write
    runs_as: user
    scopes:
      - calendar:write
    contract: openapi/calendar-v2.yaml#bookCallback
    owner: core-team
owners:
  core-team:
    team: Claims Core
`;

const approval = `tools:
  pay-invoice:
    effect: irreversible
    approval: policy
    policy: policies/pay.rego
    limit: 500 EUR/day
`;

const limits = `tools:
  book-callback:
    effect: write
models:
  planner-llm:
    provider: azure-openai
operations:
  run_limits:
    max_steps: 12
    max_duration: 60s
    max_cost: 0.50 EUR
  budget:
    stop_at: 40 EUR
`;

/** `text` with the value of one line changed, and marked. */
function changed(id: string, text: string, line: string, value: string): string {
  const given = text.split('\n').find((one) => one.includes(line)) ?? '';
  const bare = given.slice(0, given.search(/[^ -]/));
  const name = line.includes(': ') ? `${line.slice(0, line.indexOf(': '))}: ` : '';
  return text.replace(given, marked(`${bare}${name}${value}`, value, id));
}

export const tools: Answers = {
  'tool-least-privilege': {
    missing: 'tools:\n  book-callback:\n  ^^^^^^^^^^^^^ tool-least-privilege\n    what: Books a call-back\n',
    hollow: {
      'scope *': changed('tool-least-privilege', leastPrivilege, 'calendar:write', '"*"'),
      'scope admin': changed('tool-least-privilege', leastPrivilege, 'calendar:write', 'admin'),
      'open-ended tool (shell) without an allow-list': leastPrivilege.replace(
        '  book-callback:',
        '  shell:\n  ^^^^^ tool-least-privilege',
      ),
      'open-ended tool (any URL) without an allow-list': leastPrivilege
        .replace('Books a call-back in the calendar of the branch', 'Opens any URL and reads the page')
        .replace('  book-callback:', '  read-page:\n  ^^^^^^^^^ tool-least-privilege'),
      'open-ended tool (raw SQL) without an allow-list': leastPrivilege
        .replace('Books a call-back in the calendar of the branch', 'Sends raw SQL to the claims database')
        .replace('  book-callback:', '  ask-database:\n  ^^^^^^^^^^^^ tool-least-privilege'),
      'effect left open': changed('tool-least-privilege', leastPrivilege, 'effect: write', 'TBD'),
    },
    declared: leastPrivilege,
  },

  'tool-approval': {
    missing: 'tools:\n  pay-invoice:\n  ^^^^^^^^^^^ tool-approval\n    effect: irreversible\n',
    hollow: {
      'none on irreversible': changed('tool-approval', approval, 'approval: policy', 'none'),
      'the model approves itself': changed(
        'tool-approval',
        approval,
        'policy: policies/pay.rego',
        'prompts/approve.md',
      ),
      'no limit': changed('tool-approval', approval, 'limit: 500 EUR/day', 'TBD'),
    },
    declared: approval,
  },

  'agent-stop-conditions': {
    missing:
      'tools:\n  book-callback:\n    effect: write\noperations:\n^^^^^^^^^^ agent-stop-conditions\n  run_owner: claims-ops\n',
    hollow: {
      'more than 50 steps': changed('agent-stop-conditions', limits, 'max_steps: 12', '51'),
      'a run that costs more than the budget of a day': changed(
        'agent-stop-conditions',
        limits,
        'max_cost: 0.50 EUR',
        '41 EUR',
      ),
      placeholder: changed('agent-stop-conditions', limits, 'max_duration: 60s', 'TODO e.g. 60s'),
    },
    declared: limits,
  },
};
