import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../core/src/index.ts';
import { today } from '../support/carets.ts';
import { requirement } from '../support/requirement.ts';

const id = 'adversarial-tested';
const { find, fixes } = requirement(id);

const covers = (kinds: readonly string[], marked: boolean) => `evaluation:
  red_team:
    date: 2026-09-25
    covers:
${marked ? `    ^^^^^^ ${id}\n` : ''}${kinds.map((kind) => `      - ${kind}\n`).join('')}    proof: security/redteam.md
`;
const llm = 'system:\n  type: llm\n';
const source = (...lines: readonly string[]) =>
  `${llm}sources:\n  letters:\n    status: connected\n${lines.map((line) => `    ${line}\n`).join('')}`;
const untrusted = (name: string) => `governance:\n  untrusted:\n    sources:\n      - ${name}\n`;
const direct = (before: string, marked: boolean, after = '') => before + covers(['jailbreak'], marked) + after;

find('a model that predicts', 'system:\n  type: model\nmodels:\n  fraud-score:\n    role: predict\n');
find('not asked of a pilot', llm, 'pilot');
find('direct attacks, where only colleagues write', direct(source('what: Policy terms'), false));

/* Outsiders write. */
find('said so', direct(llm, true, untrusted('letters')), {}, /nobody tried `injection-in-documents` \(outsiders write/);
find('people who ask are covered by direct attacks', direct(llm, false, untrusted('user-input')));
find('mails as a format', direct(source('formats:', '  expected:', '    - pdf', '    - eml'), true));
find('in the words of the file', direct(source('what: Forms received for a claim'), true));
find('not connected yet', direct(source('what: E-mails').replace('connected', 'planned'), false));
find('read only for training', direct(source('what: E-mails', 'via: training'), false));
for (const kind of [
  'indirect-prompt-injection',
  'rag-poisoning',
  'latentinjection',
  'xpia',
  'hidden text in letters and documents',
]) {
  find(`tried as ${kind}`, source('what: Incoming mail') + covers(['jailbreak', kind], false));
}

/* Access varies. */
const rights = source('access:', '  varies_by: user');
find('nobody tried to see what others may', direct(rights, true), {}, /`cross-role-leak` \(access varies\)/);
for (const kind of [
  'rbac',
  'bola',
  'cross-session-leak',
  'privilege-escalation',
  'reading the claims of another user',
]) {
  find(`tried as "${kind}"`, rights + covers(['jailbreak', kind], false));
}
find('everybody sees the same', direct(source('access:', '  varies_by: none'), false));
find(
  'both: told once',
  direct(source('what: E-mails', 'access:', '  varies_by: role'), true),
  {},
  /nobody tried `injection-in-documents` .*, `cross-role-leak`/,
);
find(
  'a kind that is written but not confirmed is told as a placeholder',
  rights + covers(['jailbreak', `TODO cross-role-leak\n        ^^^^^^^^^^^^^^^^^^^^ ${id}`], false),
);

find('180 days', llm + covers(['jailbreak'], false).replace('2026-09-25', '2026-05-26'));
find(
  '181 days',
  llm + covers(['jailbreak'], false).replace('2026-09-25', `2026-05-25\n          ^^^^^^^^^^ ${id}`),
  {},
  /181 days old; it counts for 180/,
);
find(
  'a day to come',
  llm + covers(['jailbreak'], false).replace('2026-09-25', `2026-11-23\n          ^^^^^^^^^^ ${id}`),
);

fixes(
  'the kinds that the spec implies, each to be confirmed',
  `${source('what: E-mails', 'access:', '  varies_by: role')}evaluation:\n  gate:\n    blocks: merge\n`,
  `${source('what: E-mails', 'access:', '  varies_by: role')}evaluation:
  gate:
    blocks: merge
  red_team:
    date: TODO e.g. 2026-09-25
    covers:
      - TODO direct-injection
      - TODO injection-in-documents
      - TODO cross-role-leak
    proof: TODO e.g. security/redteam-2026-09.md
`,
);
fixes(
  'what was left out is added',
  rights + covers(['jailbreak'], false),
  rights + covers(['jailbreak', 'TODO cross-role-leak'], false),
);

for (const [name, text, severities] of [
  ['internal', 'system:\n  type: llm\n  users:\n    exposure: internal\n', ['warning', 'error']],
  ['public', 'system:\n  type: llm\n  users:\n    exposure: public\n', ['error', 'error']],
  ['an agent', 'system:\n  type: agent\n', ['error', 'error']],
] as const) {
  test(`${name}: ${severities.join(', then ')}`, () => {
    const found = (['pre-production', 'production'] as const).map((stage) => {
      const { findings } = check(text, { asOf: today, stage });
      return findings.find(({ rule }) => rule === id)?.severity;
    });
    assert.deepEqual(found, severities);
  });
}
