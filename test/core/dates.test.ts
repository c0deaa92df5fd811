import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dateIn, daysBetween, durationSeconds, isDate } from '../../core/src/dates.ts';

test('a date is a day that exists', () => {
  for (const date of ['2026-11-22', '2024-02-29', '2000-02-29', '1999-12-31', '9999-12-31'])
    assert.ok(isDate(date), date);
  for (const text of [
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-5',
    '20261122',
    '2026-11-22T00:00',
    '',
    ' 2026-11-22',
  ]) {
    assert.ok(!isDate(text), text);
  }
});

test('days are counted over months, leap years and changes of the clock', () => {
  const cases: readonly (readonly [string, number, string])[] = [
    ['2026-11-22', 30, '2026-12-22'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-10-25', 1, '2026-10-26'],
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-01-01', -1, '2025-12-31'],
  ];
  for (const [from, days, to] of cases) {
    assert.equal(addDays(from, days), to);
    assert.equal(daysBetween(from, to), days);
    assert.equal(daysBetween(to, from), days === 0 ? 0 : -days);
  }
});

test('durations are seconds', () => {
  const cases: readonly (readonly [string, number | undefined])[] = [
    ['500ms', 0.5],
    ['12s', 12],
    ['15m', 900],
    ['26h', 93_600],
    ['90d', 7_776_000],
    ['2w', 1_209_600],
    ['1.5h', 5400],
    ['0d', 0],
    ['15', undefined],
    ['15 m', undefined],
    ['15min', undefined],
    ['m', undefined],
    ['-1d', undefined],
    ['1d2h', undefined],
    ['', undefined],
  ];
  for (const [text, seconds] of cases) assert.equal(durationSeconds(text), seconds, text);
});

test('the day in the name of a version', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['gpt-4.1-2025-04-14', '2025-04-14'],
    ['claude-sonnet-4-5-20250929', '2025-09-29'],
    ['2026-10-01', '2026-10-01'],
    ['v2026-10-01.2', '2026-10-01'],
    ['20261001', '2026-10-01'],
    ['gpt-4o', undefined],
    ['2026.10.1+3f9c2ad', undefined],
    ['bge-m3@5617a9f20250101', undefined],
    ['model-20251301', undefined],
    ['model-202510011', undefined],
    ['model-19991231', undefined],
  ];
  for (const [version, day] of cases) assert.equal(dateIn(version), day, version);
});
