import { requirement } from '../support/requirement.ts';

const id = 'judge-calibrated';
const { find, states } = requirement(id);

const models = (judge = 'claude-sonnet-4-5-20250929', others = '') => `models:
  answer-llm:
    role: generate
    version: gpt-4.1-2025-04-14
  judge-llm:
    role: judge
    version: ${judge}
${others}`;
const evaluation = (judge: string) => `evaluation:\n  answers:\n    groundedness:\n      judge: judge-llm\n${judge}`;
const judge = (model: string, rest: string) => `  judge:\n    model: ${model}\n${rest}`;
const sound = '    cases: 200\n    kappa: 0.74\n    date: 2026-10-28\n';
const caret = (text: string, indent: number) => `${text}\n${' '.repeat(indent)}${'^'.repeat(text.length)} ${id}`;

find('no model judges', 'evaluation:\n  answers:\n    groundedness:\n      min: 0.9\n');
find(
  'people judge',
  'owners:\n  claims-ops:\n    team: Claims\nmonitoring:\n  metrics:\n    review:\n      kind: quality\n      by: claims-ops\n',
);
find('not asked of a pilot', models() + evaluation(''), 'pilot');
find(
  'a live metric is judged',
  `${models()}    ^^^^^^^ ${id}\nmonitoring:\n  metrics:\n    groundedness-live:\n      kind: quality\n      by: judge-llm\n`
    .replace(`    ^^^^^^^ ${id}\n`, '')
    .replace('models:\n', `models:\n^^^^^^ ${id}\n`),
);
find(
  'a judge that nobody defined is told by `undefined-id`',
  'evaluation:\n  answers:\n    groundedness:\n      judge: judge-llm\n',
);
find(
  '50 cases and a kappa of 0.6',
  models() + evaluation(judge('judge-llm', '    cases: 50\n    kappa: 0.6\n    date: 2026-10-28\n')),
);
find('a day to come', models() + evaluation(judge('judge-llm', sound.replace('2026-10-28', caret('2026-11-23', 10)))));

find(
  'another judge than was compared',
  models(undefined, '  old-judge:\n    role: judge\n') + evaluation(judge(caret('old-judge', 11), sound)),
  {},
  /"old-judge" was compared with people, but the scores come from "judge-llm"/,
);
find(
  'one of two judges was compared',
  `${models(undefined, '  live-judge:\n    role: judge\n')}${evaluation(judge('judge-llm', sound))}monitoring:
  metrics:
    groundedness-live:
      kind: quality
      by: live-judge
`,
);
find(
  'the version is younger than the comparison',
  models('claude-sonnet-5-20261101') +
    evaluation(judge('judge-llm', sound.replace('2026-10-28', caret('2026-10-28', 10)))),
  {},
  /The comparison is of 2026-10-28, but "judge-llm" is claude-sonnet-5-20261101 now/,
);
find('a version that tells no day', models('v7') + evaluation(judge('judge-llm', sound)));
find('a version written as a number', models('1.10') + evaluation(judge('judge-llm', `    version: 1.10\n${sound}`)));

find(
  'the model that writes judges itself',
  `models:
  answer-llm:
    role: generate
evaluation:
  answers:
    groundedness:
      judge: answer-llm
  judge:
    model: ${caret('answer-llm', 11)}
${sound}`,
  {},
  /"answer-llm" scores its own answers/,
);
find(
  'told at the metric where nobody compared yet',
  `models:
  answer-llm:
    role: generate
evaluation:
^^^^^^^^^^ ${id}
  answers:
    groundedness:
      judge: ${caret('answer-llm', 13)}
`,
);
find(
  'one of two that write may judge the other',
  models(undefined, '  drafter:\n    role: generate\n    version: llama-4\n').replaceAll(
    'claude-sonnet-4-5-20250929',
    'gpt-4.1-2025-04-14',
  ) + evaluation(judge('judge-llm', sound)),
);
states('one subject', models() + evaluation(judge('judge-llm', sound)), ['/evaluation/judge declared']);
