import { requirement } from '../support/requirement.ts';

const id = 'alert-tested';
const { find, states } = requirement(id);

const spec = (tested: string) =>
  `monitoring:\n  alerts:\n    recall-low:\n      rule: alerts.yaml#RecallLow\n      tested: ${tested}\n`;
const mark = `\n              ^^^^^^^^^^ ${id}`;

find('not asked of a pilot', 'monitoring:\n  alerts:\n    recall-low:\n      rule: alerts.yaml#RecallLow\n', 'pilot');
find('180 days ago', spec('2026-05-26'));
find('181 days ago', spec(`2026-05-25${mark}`), 'production', /181 days ago/);
find('today', spec('2026-11-22'));
find('tomorrow', spec(`2026-11-23${mark}`), 'pre-production', /still to come/);
find(
  'an alert that is only drafted',
  'monitoring:\n  alerts:\n    quality-low:\n      metric: recall-weekly\n      rule: TODO\n',
);
find('no alerts', 'system:\n  type: llm\n');
states('each alert is a subject', `${spec('2026-10-21')}    index-stale:\n      rule: alerts.yaml#IndexStale\n`, [
  '/monitoring/alerts/recall-low declared',
  '/monitoring/alerts/index-stale missing',
]);
