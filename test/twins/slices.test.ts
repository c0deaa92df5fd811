import { twins } from '../support/twins.ts';

twins('agent-production', [
  {
    name: 'a slice below the least that it must reach',
    change: { 'eval/results/latest.json': ['"hagel": 0.859', '"hagel": 0.809'] },
    finds: [
      'eval-slices: 0.82 is the least here, but eval/results/latest.json:30 says 0.809 for kind_of_damage hagel.',
      'eval-slices: A gap of 0.08 is the most here, but eval/results/latest.json has 0.112 between kind_of_damage frontscheibe and kind_of_damage hagel.',
    ],
  },
]);
twins('model-pre-production', [
  {
    name: 'cases from before the days they are drawn from',
    change: { 'eval/2026-09.csv': ['2026-09-08', '2026-08-27'] },
    finds: [
      'eval-representative: From 2026-09-08 here, but "event_date" in eval/2026-09.csv begins on 2026-08-27.',
      'out-of-time-test: "event_date" in eval/2026-09.csv begins on 2026-08-27, but "delay-model" was trained on data up to 2026-08-31',
    ],
  },
]);
