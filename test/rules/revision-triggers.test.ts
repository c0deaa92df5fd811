import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, type Stage } from '../../core/src/index.ts';
import { assertFindings, today } from '../support/carets.ts';

const trigger = (when: string, then = 'revise the prompt', more = '') => `
${more}monitoring:
  alerts:
    groundedness-low:
      below: 0.88
operations:
  triggers:
    revise-prompt:
      when:
        - ${when}
      then: ${then}
      owner: claims-ops
      within: 3d
`;
const marked = (source: string, key: string, width: number) =>
  source.replace(new RegExp(`^( *)${key}:\n`, 'm'), `$&$1${'^'.repeat(width)} revision-triggers\n`);

find('an alert, a revision, an owner, a deadline', trigger('groundedness-low'));
find('not asked of a pilot', 'system:\n  type: llm\n', 'pilot');
find('no trigger', 'system:\n^^^^^^ revision-triggers\n  type: llm\n', 'pre-production');
find('an empty map', 'operations:\n  triggers: {}\n  ^^^^^^^^ revision-triggers\n');

for (const line of ['then: revise the prompt', 'owner: claims-ops', 'within: 3d']) {
  find(`no ${line}`, marked(trigger('groundedness-low').replace(`      ${line}\n`, ''), 'revise-prompt', 13));
}
find('no when', marked(trigger('groundedness-low').replace(/ {6}when:\n.*\n/, ''), 'revise-prompt', 13));

find('when: "when needed" has no form, which `invalid-value` says', trigger('when needed'));
test('and it starts nothing', () => {
  const { assessments } = check(trigger('when needed'), { asOf: today, stage: 'production' });
  assert.deepEqual(
    assessments.filter(({ rule }) => rule === 'revision-triggers').map(({ state }) => state),
    ['declared', 'hollow'],
  );
});
find('then: "when needed"', trigger('groundedness-low', 'when needed\n            ^^^^^^^^^^^ revision-triggers'));
find('an alert nobody defined is told by `undefined-id`', trigger('no-such-alert'));
find(
  'a model is no alert',
  trigger(
    'answer-llm\n          ^^^^^^^^^^ revision-triggers',
    'revise the prompt',
    'models:\n  answer-llm:\n    role: generate\n',
  ),
);

find('points to no alert, only to dates', marked(trigger('30d before 2027-04-14'), 'triggers', 8));
find('a date beside an alert', trigger('groundedness-low\n        - 30d before 2027-04-14'));

const model = 'models:\n  fraud-score:\n    role: predict\n';
find('a model without a retraining trigger', marked(trigger('groundedness-low', 'look at it', model), 'triggers', 8));
for (const then of ['retrain', 'Re-train on two years', 'refit and compare', 'recalibrate']) {
  find(`a model with one: ${then}`, trigger('groundedness-low', then, model));
}
find(
  'the name of the trigger may say it',
  trigger('groundedness-low', 'run the pipeline', model).replace('revise-prompt:', 'retrain:'),
);
find('a prompt is not trained', trigger('groundedness-low', 'look at it', model.replace('predict', 'generate')));

test('the skeleton shows the alerts there are, and takes none', () => {
  const source =
    'monitoring:\n^^^^^^^^^^ revision-triggers\n  alerts:\n    recall-low:\n      below: 0.84\n    spend-high:\n      above: 9 EUR\n';
  const [finding] = assertFindings(source, { asOf: today, stage: 'production' }, ['revision-triggers']);
  assert.match(
    finding
      ?.fixes()[0]
      ?.edits.map((edit) => edit.text)
      .join('') ?? '',
    /when:\n\s+- TODO recall-low \| spend-high\n/,
  );
});

function find(name: string, source: string, stage: Stage = 'production'): void {
  test(name, () => {
    assertFindings(source, { asOf: today, stage }, ['revision-triggers']);
  });
}
