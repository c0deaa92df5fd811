import { marked, requirement } from '../support/requirement.ts';

const id = 'success-measure';
const { find, states } = requirement(id);

function success(changed: Readonly<Record<string, string>> = {}, rest = ''): string {
  const values = { metric: 'median minutes per claim', baseline: '41', target: '34', check_every: '30d', ...changed };
  const lines = Object.entries(values).map(([name, value]) =>
    value.endsWith('!')
      ? marked(`    ${name}: ${value.slice(0, -1)}`, value.slice(0, -1), id)
      : `    ${name}: ${value}`,
  );
  return `system:\n  success:\n${lines.join('\n')}\n${rest}`;
}

find('an outcome', success());
for (const metric of [
  'accuracy',
  'F1 score',
  'recall@8',
  'Answer Accuracy',
  'groundedness of answers',
  'mean ROC-AUC',
]) {
  find(`a score: ${metric}`, success({ metric: `${metric}!` }), {}, /is a score of the model/);
}
for (const metric of [
  'confirmed fraud per 100 referrals',
  'share of claims reopened',
  'precision of the reserve after 90 days, in EUR',
  'first-call resolution rate',
]) {
  find(`an outcome: ${metric}`, success({ metric }));
}
find(
  'a metric that the evaluation defines',
  success({ metric: 'letter match!' }, 'evaluation:\n  answers:\n    letter-match:\n      min: 0.9\n'),
);
find('the target is the baseline', success({ target: '41!' }), {}, /The target 41 is the baseline/);
find('a target below the baseline may be the better one', success({ target: '12.5' }));
find('looked at never', success({ check_every: '0d!' }));
find('once in a year', success({ check_every: '365d' }));
find('less than once in a year', success({ check_every: '366d!' }), {}, /within 365 days/);
find('a baseline that is a placeholder', success({ baseline: 'TBD!' }));
find('in a pilot too', 'system:\n^^^^^^ success-measure\n  name: claims-assistant\n', 'pilot');
states('one subject', success(), ['/system/success declared']);
