import { requirement } from '../support/requirement.ts';

const id = 'prediction-metrics';
const { find, fixes } = requirement(id);

const system = (role: string) => `
system:
  decision_role: ${role}
models:
  fraud-score:
    role: predict
evaluation:
`;
const predictions = (role: string, lines: string, marked = false) =>
  `${system(role)}  predictions:\n${marked ? `  ^^^^^^^^^^^ ${id}\n` : ''}${lines}`;
const metric = (name: string, bound: string, baseline?: string) =>
  `    ${name}:\n      ${bound}\n${baseline === undefined ? '' : `      baseline: ${baseline}\n`}`;

find('an llm predicts nothing', 'system:\n  type: llm\nevaluation:\n  answers:\n    groundedness:\n      min: 0.9\n');
find('informs: no calibration is asked', predictions('informs', metric('pr-auc', 'min: 0.41', '0.29')));
for (const role of ['recommends', 'decides']) {
  find(
    `${role}: calibration is asked`,
    predictions(role, metric('pr-auc', 'min: 0.41', '0.29'), true),
    {},
    new RegExp(`decision_role: ${role}`),
  );
}
for (const name of ['calibration-error', 'brier', 'brier_score', 'ece', 'ECE', 'log-loss', 'val_log_loss']) {
  find(
    `${name} is calibration, and needs no baseline`,
    predictions('decides', metric('pr-auc', 'min: 0.41', '0.29') + metric(name, 'max: 0.2')),
  );
}
for (const name of ['mae', 'rmse', 'val_mae', 'wape', 'mean_absolute_error']) {
  find(`${name} has no score to calibrate`, predictions('decides', metric(name, 'max: 310', '420')));
}
find('nor has the order of a list', predictions('recommends', metric('ndcg@10', 'min: 0.6', '0.45')));

find(
  'accuracy beside a measure that sees the rare cases',
  predictions('informs', metric('accuracy', 'min: 0.98', '0.97') + metric('recall', 'min: 0.6', '0.3')),
);
find('accuracy where cases are spread evenly', predictions('informs', metric('accuracy', 'min: 0.9', '0.25')));
find('accuracy just below the number', predictions('informs', metric('accuracy', 'min: 0.9', '0.79')));
find(
  'accuracy in percent, calibrated',
  predictions(
    'decides',
    `    overall_accuracy:\n    ^^^^^^^^^^^^^^^^ ${id}\n      min: 98\n      baseline: 97\n${metric('ece', 'max: 0.03')}`,
  ),
  {},
  /right with 97 already.* the other 3 of 100 cases/,
);

find('an error below the baseline', predictions('informs', metric('mae', 'max: 310', '311')));
find(
  'an error no smaller than the baseline',
  predictions('informs', `    mae:\n      max: 420\n           ^^^ ${id}\n      baseline: 420\n`),
  {},
  /A model with 420 passes, but the simple method reaches 420/,
);
find(
  'an error without a bound wants a maximum',
  predictions('informs', `    mae:\n    ^^^ ${id}\n      baseline: 420\n`),
  {},
  /has no `max`/,
);
find(
  'placeholders',
  predictions('informs', `    pr-auc:\n      min: TODO\n           ^^^^ ${id}\n      baseline: 0.29\n`),
);

fixes(
  'a skeleton, with calibration where a score decides',
  `${system('decides')}  gate:\n    blocks: merge\n`,
  `${system('decides')}  predictions:
    todo-metric:
      min: TODO e.g. 0.88
      baseline: TODO e.g. 0.29
    calibration-error:
      max: TODO e.g. 0.03
  gate:
    blocks: merge
`,
);
