import { requirement } from '../support/requirement.ts';

const id = 'observability-before-launch';
const { find, states } = requirement(id);

const spec = (since: string, launch = 'launch: 2026-10-05') =>
  `system:\n  ${launch}\nlogging:\n  live_since: ${since}\nmonitoring:\n  live_since: 2026-08-03\n`;
const mark = `\n              ^^^^^^^^^^ ${id}`;

find('14 days before', spec('2026-09-21'));
find(
  '13 days before',
  spec(`2026-09-22${mark}`),
  'production',
  /13 days before the launch on 2026-10-05; it takes 14 days/,
);
find('a pilot is warned', spec(`2026-09-22${mark}`), 'pilot');
find('on the day', spec(`2026-10-05${mark}`), 'production', /on the day of the launch/);
find('a day after', spec(`2026-10-06${mark}`), 'production', /1 day after the launch/);
find('no launch is told by `type-matches-contents`', spec('2026-10-06', 'type: rag'));
states('the log and the monitoring', spec('2026-09-21'), ['/logging declared', '/monitoring declared']);
