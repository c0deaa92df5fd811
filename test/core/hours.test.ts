import assert from 'node:assert/strict';
import { test } from 'node:test';
import { covers } from '../../core/src/hours.ts';

const office = 'Mon-Fri 07:00-19:00 Europe/Berlin';
const table: readonly (readonly [string, string, boolean | undefined])[] = [
  [office, office, true],
  [office, 'Tue,Thu 08:00-12:00 Europe/Berlin', true],
  [office, 'Mon-Sat 08:00-12:00 Europe/Berlin', false],
  [office, 'Mon-Fri 06:59-19:00 Europe/Berlin', false],
  ['24x7', office, true],
  [office, '24x7', false],
  ['Mon-Sun 00:00-24:00 UTC', '24x7', true],
  ['Mon-Sun 00:00-23:59 UTC', office, true],
  [office, 'Mon-Fri 07:00-19:00 Europe/Lisbon', undefined],
  ['Sat-Mon 08:00-20:00 UTC', 'Sun 10:00-12:00 UTC', true],
  ['Sat-Mon 08:00-20:00 UTC', 'Tue 10:00-12:00 UTC', false],
  ['Sun 22:00-06:00 UTC', 'Mon 00:00-06:00 UTC', true],
  ['Mon-Fri 22:00-06:00 UTC', 'Tue 23:00-05:00 UTC', true],
  ['Mon-Fri 22:00-06:00 UTC', 'Sun 23:00-05:00 UTC', false],
  [office, 'office hours', undefined],
];

for (const [outer, inner, expected] of table) {
  test(`${inner} within ${outer}`, () => assert.equal(covers(outer, inner), expected));
}
