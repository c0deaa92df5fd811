import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../core/src/index.ts';
import { today } from '../support/carets.ts';
import { marked, requirement } from '../support/requirement.ts';

const id = 'support-coverage';
const { find, states } = requirement(id);

interface Support {
  readonly hours?: string;
  readonly slo?: string;
  readonly backup?: string;
  readonly criticality?: string;
}

/** `!` marks a value. */
function support({
  hours = '24x7',
  slo = '    availability: 99.0%\n',
  backup = 'core-team',
  criticality = 'standard',
}: Support): string {
  const line = (before: string, value: string) =>
    value.endsWith('!') ? marked(`${before}${value.slice(0, -1)}`, value.slice(0, -1), id) : `${before}${value}`;
  return `system:
  criticality: ${criticality}
owners:
  claims-ops:
    team: Claims Platform Operations
${line('    backup: ', backup)}
  core-team:
    team: Claims Core
  night-shift:
    team: Claims Platform Operations
  claims-build:
    team: Claims AI Engineering
    until: 2026-12-31
operations:
  run_owner: claims-ops
  slo:
${slo}  support:
${line('    hours: ', hours)}
    respond_within: 30m
`;
}
const office = 'Mon-Fri 07:00-19:00 Europe/Berlin';
const promised = (hours: string) => `    availability: 99.0%\n    hours: ${hours}\n`;

find('around the clock', support({}));
find(
  'office hours for an objective without hours',
  support({ hours: `${office}!` }),
  {},
  /counts around the clock, as it names/,
);
find(
  'office hours for one around the clock',
  support({ hours: `${office}!`, slo: promised('24x7') }),
  {},
  /counts 24x7/,
);
find('office hours for office hours', support({ hours: office, slo: promised(office) }));
find('for fewer', support({ hours: office, slo: promised('Mon-Thu 09:00-17:00 Europe/Berlin') }));
find('for an hour more', support({ hours: `${office}!`, slo: promised('Mon-Fri 07:00-20:00 Europe/Berlin') }));
find('for a day more', support({ hours: `${office}!`, slo: promised('Mon-Sat 07:00-19:00 Europe/Berlin') }));
find(
  'in another time zone nothing is said',
  support({ hours: office, slo: promised('Mon-Sat 06:00-20:00 Europe/Lisbon') }),
);
find('no availability is promised', support({ hours: office, slo: '    p95_latency: 8s\n' }));

find('its own backup', support({ backup: 'claims-ops!' }), {}, /is its own backup/);
find('the same team under another id', support({ backup: 'night-shift!' }), {}, /is the same team, Claims Platform/);
find('a team that leaves', support({ backup: 'claims-build!' }), {}, /until 2026-12-31 only/);
find('a placeholder', support({ backup: 'TBD!' }));
states('nobody by that name is told by `undefined-id`', support({ backup: 'nobody' }), [
  '/operations/support declared',
  '/owners/claims-ops hollow',
]);
find(
  'only the run owner has to have one',
  support({}).replace('  core-team:\n', '  core-team:\n    backup: claims-ops\n'),
);
find(
  'but whoever has one has a good one',
  support({}).replace('  core-team:\n', `  core-team:\n${marked('    backup: core-team', 'core-team', id)}\n`),
);

find('a pilot is not asked', 'operations:\n  run_owner: claims-ops\n', 'pilot');
find('nor a critical one', 'system:\n  criticality: critical\noperations:\n  run_owner: claims-ops\n', 'pilot');
find('pre-production is', `operations:\n^^^^^^^^^^ ${id}\n  run_owner: claims-ops\n`, 'pre-production');

for (const [criticality, severity] of [
  ['standard', 'warning'],
  ['critical', 'error'],
] as const) {
  test(`where the system is ${criticality}, the severity is ${severity}`, () => {
    const text = support({ backup: 'claims-build', criticality });
    const found = check(text, { asOf: today, stage: 'production' }).findings.filter(({ rule }) => rule === id);
    assert.deepEqual(
      found.map((one) => one.severity),
      [severity],
    );
  });
}
