import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, type Stage } from '../../core/src/index.ts';
import { assertFindings, today } from '../support/carets.ts';

const logging = (calls: string, store = 'elastic:claims-ai-calls') => `
logging:
  calls: ${calls}
  store: ${store}
`;

find('every call, in a store', logging('100%'));

for (const stage of ['pilot', 'production'] as const) {
  find(
    `no logging at all (${stage})`,
    `
system:
^^^^^^ log-every-call
  name: claims-assistant
`,
    stage,
  );
  find(`0% (${stage})`, logging('0%\n         ^^ log-every-call'), stage);
  find(`0.0% (${stage})`, logging('0.0%\n         ^^^^ log-every-call'), stage);
}

for (const stage of ['pilot', 'pre-production'] as const) find(`10% will do in ${stage}`, logging('10%'), stage);
find('under 100% in production', logging('99.9%\n         ^^^^^ log-every-call'));

find('"errors only" has no form, which `invalid-value` says', logging('errors only'));
test('and it is no answer', () => {
  const { assessments } = check(logging('errors only'), { asOf: today });
  assert.equal(assessments.find(({ rule }) => rule === 'log-every-call')?.state, 'hollow');
});

for (const store of [
  'stdout',
  'local file',
  'console',
  '/var/log/claims.jsonl',
  './logs/',
  'file:calls.log',
  'calls.jsonl',
  'localhost',
]) {
  find(
    `${store} is no store`,
    logging('100%', `${store}\n         ${'^'.repeat(store.length)} log-every-call`),
    'pilot',
  );
}

for (const store of ['s3:claims-ai/calls.jsonl', 'snowflake:fraud.scores', 'Azure Monitor', 'files in the data lake']) {
  find(`${store} is one`, logging('100%', store));
}

find(
  'placeholders',
  `
logging:
  calls: TODO e.g. 100%
         ^^^^^^^^^^^^^^ log-every-call
  store: unknown
         ^^^^^^^ log-every-call
`,
);

test('no waiver excuses it', () => {
  const waiver = `
logging:
  calls: 0%
         ^^ log-every-call
  store: elastic:claims-ai-calls
waivers:
  - rule: log-every-call
    reason: the store is only ready at the end of the year
    owner: claims-ops
    expires: 2026-12-31
`;
  const [finding] = assertFindings(waiver, { asOf: today, stage: 'production' }, ['log-every-call']);
  assert.deepEqual(finding?.fixes(), []);
});

function find(name: string, source: string, stage: Stage = 'production'): void {
  test(name, () => {
    assertFindings(source, { asOf: today, stage }, ['log-every-call']);
  });
}
