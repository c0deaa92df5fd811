import { marked, requirement } from '../support/requirement.ts';

const id = 'scope-boundaries';
const { find, states, fixes } = requirement(id);

const scope = (item: string, rest = '') =>
  `system:\n  in_scope:\n    - motor claims\n  out_of_scope:\n${item}\n  when_out_of_scope: refuse\n${rest}`;

for (const words of [
  'everything else',
  'Everything else',
  'all other topics',
  'anything not listed',
  'the rest',
  'other questions',
  'others',
]) {
  find(`"${words}" rules nothing out`, scope(marked(`    - ${words}`, words, id)), {}, /names nothing/);
}
for (const words of [
  'everything about life insurance',
  'other insurers',
  'all claims above 50 000 EUR',
  'legal advice',
]) {
  find(`"${words}" does`, scope(`    - ${words}`));
}
find(
  'one that says nothing beside one that does',
  scope(`    - legal advice\n${marked('    - everything else', 'everything else', id)}`),
);
find(
  'no list of what it is for',
  'system:\n^^^^^^ scope-boundaries\n  out_of_scope:\n    - legal advice\n  when_out_of_scope: refuse\n',
  {},
  /has no `in_scope`/,
);
find('no system', 'apiVersion: ai-system/v1\n^^^^^^^^^^ scope-boundaries\n');
find('in a pilot too', 'system:\n^^^^^^ scope-boundaries\n  name: claims-assistant\n', 'pilot');

const tests = (kinds: readonly string[], use = 'test') =>
  `evaluation:\n  datasets:\n    real-queries:\n      use: ${use}\n      edge_cases:\n        kinds:\n${kinds.map((kind) => `          - ${kind}\n`).join('')}`;
const untried = (rest: string) =>
  scope('    - legal advice', rest).replace('refuse\n', 'refuse\n                     ^^^^^^ scope-boundaries\n');
find('a case that tries it', scope('    - legal advice', tests(['out-of-scope'])));
find('spelled otherwise', scope('    - legal advice', tests(['ambiguous', 'question out of scope'])));
find(
  'no case that tries it',
  untried(tests(['ambiguous', 'no-permission'])),
  {},
  /seen it refuse.*only ambiguous, no-perm/,
);
find('in a pilot', untried(tests(['ambiguous'])), 'pilot');
find('a case in a set for tuning is none of a test', scope('    - legal advice', tests(['out-of-scope'], 'tune')));
find('a test set without kinds is told by `eval-edge-cases`', scope('    - legal advice', tests([])));
find(
  'no behaviour, no case to ask for',
  `system:\n^^^^^^ scope-boundaries\n  in_scope:\n    - motor claims\n  out_of_scope:\n    - legal advice\n${tests(['ambiguous'])}`,
);

states(
  'an empty list is an answer, and a hollow one',
  'system:\n  in_scope:\n    - motor\n  out_of_scope: []\n  when_out_of_scope: refuse\n',
  ['/system hollow'],
);
fixes(
  'the empty list gets its placeholder',
  'system:\n  in_scope:\n    - motor\n  out_of_scope: []\n  when_out_of_scope: refuse\n',
  'system:\n  in_scope:\n    - motor\n  out_of_scope: [TODO e.g. life and health claims]\n  when_out_of_scope: refuse\n',
);
