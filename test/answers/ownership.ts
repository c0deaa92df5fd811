import { marked } from '../support/requirement.ts';
import type { Answers } from './answers.ts';

const contact = '    contact:\n      - slack:claims-ops\n';
const owner = (lines: string) => `system:\n  owner: claims-ops\nowners:\n  claims-ops:\n${lines}`;
const team = (name: string) => owner(`${marked(`    team: ${name}`, name, 'owner-reachable')}\n${contact}`);

const run = (contacts: string, value = 'claims-ops') => `owners:
  claims-ops:
    team: Claims Platform Operations
    contact:
      - ${contacts}
  claims-build:
    team: Claims AI Engineering
    contact:
      - slack:claims-ai
    until: 2026-12-31
operations:
  run_owner: ${value}
`;
const runCaret = (value: string) => `${value}\n             ${'^'.repeat(value.length)} run-owner-named`;

const model = (value: string) => `system:
  launch: 2026-10-05
owners:
  claims-ops:
    team: Claims Platform Operations
  openai:
    team: OpenAI
  claims-build:
    team: Claims AI Engineering
    until: 2026-09-30
models:
  answer-llm:
    role: generate
    owner: ${value}
`;
const modelCaret = (value: string) => `${value}\n           ${'^'.repeat(value.length)} prompt-and-model-owner`;

const involved = (since: string, handover = '2026-09-28') => `operations:
${since}
  design_reviews:
    - docs/adr/0003-roles-in-the-index.md
  handover:
    date: ${handover}
`;
const sinceCaret = (day: string) => marked(`  involved_since: ${day}`, day, 'run-owner-involved-early');

const covered = (hours: string, backup: string) => `owners:
  claims-ops:
    team: Claims Platform Operations
${backup}
  core-team:
    team: Claims Core
  claims-build:
    team: Claims AI Engineering
    until: 2026-12-31
operations:
  run_owner: claims-ops
  slo:
    availability: 99.0%
  support:
${hours}
    respond_within: 30m
`;
const marks = (line: string) => marked(line, line.slice(line.indexOf(': ') + 2), 'support-coverage');

export const ownership: Answers = {
  'owner-reachable': {
    missing:
      'system:\n^^^^^^ owner-reachable\n  name: claims-assistant\nowners:\n  claims-ops:\n    team: Claims Platform Operations\n    contact: #claims-ops\n',
    hollow: {
      TBD: team('TBD'),
      '"team"': team('team'),
      '"data science"': team('data science'),
      '"IT"': team('IT'),
      'one private mailbox': owner(
        `    team: Claims Platform Operations\n    contact:\n${marked('      - mailto:ines.duarte@gmail.com', 'mailto:ines.duarte@gmail.com', 'owner-reachable')}\n`,
      ),
      '`until` already past': owner(
        `    team: Claims Platform Operations\n${contact}${marked('    until: 2026-11-21', '2026-11-21', 'owner-reachable')}\n`,
      ),
    },
    declared: owner(`    team: Claims Platform Operations\n${contact}`),
  },

  'run-owner-named': {
    missing: 'operations:\n^^^^^^^^^^ run-owner-named\n  involved_since: 2026-03-02\n',
    hollow: {
      'same as the build team while that team has `until`': run('slack:claims-ops', runCaret('claims-build')),
      'an owner without an on-call or chat contact at production': run(
        'mailto:claims-ops@nordhafen.example',
        runCaret('claims-ops'),
      ),
      placeholder: run('slack:claims-ops', runCaret('TBD')),
    },
    declared: run('slack:claims-ops'),
  },

  'run-owner-involved-early': {
    missing: 'operations:\n^^^^^^^^^^ run-owner-involved-early\n  run_owner: claims-ops\n',
    hollow: {
      'since = handover date': involved(sinceCaret('2026-09-28')),
      'after the handover date': involved(sinceCaret('2026-09-29')),
      'no review at pre-production': {
        text: `operations:
  involved_since: 2026-03-02
  design_reviews:
    - TODO e.g. docs/adr/0003-roles-in-the-index.md
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ run-owner-involved-early
`,
        stage: 'pre-production',
      },
    },
    declared: involved('  involved_since: 2026-03-02'),
  },

  'prompt-and-model-owner': {
    missing: 'models:\n  answer-llm:\n  ^^^^^^^^^^ prompt-and-model-owner\n    role: generate\n',
    hollow: {
      'the vendor': model(modelCaret('openai')),
      'an owner whose `until` lies before launch': model(modelCaret('claims-build')),
      placeholder: model(modelCaret('TBD')),
    },
    declared: model('claims-ops'),
  },

  'support-coverage': {
    missing: `owners:
  claims-ops:
  ^^^^^^^^^^ support-coverage
    team: Claims Platform Operations
operations:
^^^^^^^^^^ support-coverage
  run_owner: claims-ops
`,
    hollow: {
      'objective covers 24x7 but support does not': covered(
        marks('    hours: Mon-Fri 07:00-19:00 Europe/Berlin'),
        '    backup: core-team',
      ),
      'backup = self': covered('    hours: 24x7', marks('    backup: claims-ops')),
      'backup = a team that leaves': covered('    hours: 24x7', marks('    backup: claims-build')),
    },
    declared: covered('    hours: 24x7', '    backup: core-team'),
  },
};
