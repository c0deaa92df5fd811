import { marked, requirement } from '../support/requirement.ts';

const id = 'load-tested';
const { find, states } = requirement(id);

interface Load {
  readonly count?: string;
  readonly perDay?: string;
  readonly peak?: string;
  readonly rate?: string;
  readonly p95?: string;
  readonly date?: string;
  readonly against?: string;
}

/** A load and its test; `!` marks a value. */
function load({ count = '180', perDay = '4000', peak = '25', ...test }: Load = {}): string {
  const { rate = '60/min', p95 = '5s', date = '2026-09-22', against = 'staging' } = test;
  const line = (indent: string, name: string, value: string) =>
    value.endsWith('!')
      ? marked(`${indent}${name}: ${value.slice(0, -1)}`, value.slice(0, -1), id)
      : `${indent}${name}: ${value}`;
  return [
    `system:\n  users:\n${line('    ', 'count', count)}\n  load:`,
    line('    ', 'per_day', perDay),
    line('    ', 'peak_per_minute', peak),
    'evaluation:\n  load_test:',
    line('    ', 'rate', rate),
    line('    ', 'p95', p95),
    line('    ', 'date', date),
    line('    ', 'against', against),
    '    proof: load/2026-09-22.json\noperations:\n  slo:\n    p95_latency: 8s\n',
  ].join('\n');
}

find('a load that was held', load());
find('no users', load({ count: '0!' }), {}, /0 users is not what production brings/);
find('no requests', load({ perDay: '0!' }));
find('no peak is told once', load({ peak: '0!' }), {}, /0 requests in the busiest minute/);
find(
  'a peak below the average',
  load({ peak: '2!' }),
  {},
  /4000 a day \/ 1440 minutes = 2\.8 in an average minute; 2 in/,
);
find('a peak of the average', load({ perDay: '1440', peak: '1' }));
find('a placeholder', load({ peak: 'TBD!' }));

find('held less than the peak', load({ rate: '24/min!' }), {}, /24\/min was held, and the busiest minute brings 25/);
find('held the peak', load({ rate: '25/min' }));
find('less than the peak, by the second', load({ rate: '0.4/s!' }), {}, /0\.4\/s = 24\/min was held/);
find('more than the peak, by the second', load({ rate: '1/s' }));
find('by the hour', load({ rate: '1400/h!' }), {}, /1400\/h = 23\.3\/min/);
find('by the day', load({ rate: '100000/day' }));
find('nothing was held', load({ peak: 'TBD!', rate: '0/min!' }));
find('slower than the objective', load({ p95: '8.1s!' }), {}, /8\.1s for 95%.*the objective is 8s/);
find('as fast as the objective, in another unit', load({ p95: '8000ms' }));
find('no objective, nothing to compare', load({ p95: '9s' }).replace('    p95_latency: 8s\n', '    window: 28d\n'));
find('a mock', load({ against: 'mock!' }));
find('tomorrow', load({ date: '2026-11-23!' }), {}, /lies ahead/);

find('a pilot need not have tested it', load().replace(/^evaluation:.*/ms, ''), 'pilot');
find('nor tested it well', load({ rate: '1/min', against: 'mock' }), 'pilot');
find('pre-production has', load({ against: 'mock!' }), 'pre-production');
find('but a pilot knows the load', load({ peak: '2!' }), 'pilot');
find(
  'all that is missing in one finding each',
  'system:\n^^^^^^ load-tested\n  name: claims-assistant\nevaluation:\n^^^^^^^^^^ load-tested\n  datasets: {}\n',
);
states('two subjects', load({ against: 'mock' }), ['/system declared', '/evaluation/load_test hollow']);
states(
  'of which a pilot has one',
  load({ against: 'mock' }),
  ['/system declared', '/evaluation/load_test declared'],
  'pilot',
);
