import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionOf } from '../../../core/src/evidence/alerts/promql.ts';
import { hostile } from '../hostile.ts';

/** An expression, the series it needs, and its comparisons: the value compared with the series, `~` where it is no value of it. */
const table: readonly (readonly [expression: string, metrics: string, comparisons: string])[] = [
  ['a_total > 5', 'a_total', '> 5'],
  ['5 < a', 'a', '> 5'],
  ['a >= bool 1e-2', 'a', '>= 0.01'],
  ['(a < 0.87)', 'a', '< 0.87'],
  ['a > 28 * 3600', 'a', '> 100800'],
  ['time() - max(a) > 28h', 'a', '> 100800 age'],
  ['time() - a_timestamp_seconds > (24 + 4) * 60 * 60', 'a_timestamp_seconds', '> 100800 age'],
  ['a > -(3 + 2)', 'a', '> -5'],
  ['a == 2', 'a', '== 2'],
  ['a > 0x1F', 'a', '> 31'],
  ['sum(rate(e_total[5m])) / sum(rate(a_total[5m])) > 0.05', 'e_total a_total', '> 0.05'],
  ['(sum(rate(e[5m])) / sum(rate(a[5m]))) * 100 > 5', 'e a', '> 0.05'],
  ['100 * a > 5', 'a', '> 0.05'],
  ['a / 3600 > 28', 'a', '> 100800'],
  ['histogram_quantile(0.95, sum by (le) (rate(a_bucket[5m]))) > 10000', 'a_bucket', '> 10000'],
  ['sum(rate(a_total[5m])) > 5', 'a_total', '> 5 ~'],
  ['increase(a_total[1d]) > 180', 'a_total', '> 180'],
  ['count(a == 0) > 3', 'a', '> 3 ~'],
  ['a - b > 1', 'a b', '> 1 ~'],
  ['a > 3 * a offset 1w', 'a', ''],
  ['avg_over_time(a[1h] offset 1d) > 3', 'a', '> 3 ~'],
  ['a > 1 and on() b < 2', 'a b', '> 1; < 2'],
  ['a > 1 or b < 2', 'a b', '> 1; < 2'],
  ['a > 1 unless on() b', 'a', '> 1'],
  ['absent(a)', '', ''],
  ['a < 1 or absent(b{x="y"})', 'a', '< 1'],
  ['{__name__="a.b", c="d"} > 1', 'a.b', '> 1'],
  ['{"a.b", c="d"} > 1', 'a.b', '> 1'],
  ['{c="d"} > 1', '', '> 1'],
  ['a > b', 'a b', ''],
  ['min_over_time(a[10m:1m]) < 0.8', 'a', '< 0.8'],
  ['ALERTS{alertname="A"} > 0', 'ALERTS', '> 0'],
];

for (const [expression, metrics, comparisons] of table) {
  test(expression, () => {
    const found = conditionOf(expression);
    assert.equal(found.whole, true);
    assert.equal(found.metrics.join(' '), metrics);
    const shown = found.comparisons.map(({ operator, value, isAge, isPlain }) =>
      [operator, value, isAge ? 'age' : isPlain ? '' : '~'].join(' ').trim(),
    );
    assert.equal(shown.join('; '), comparisons);
  });
}

test('what is no PromQL has no comparison', () => {
  for (const text of [
    'sum(rate({app="x"} |= "error" [5m])) > 1',
    'a > {{ .limit }}',
    'a > $limit',
    'a >',
    'SELECT 1',
  ]) {
    const { whole, comparisons } = conditionOf(text);
    assert.deepEqual([whole, comparisons.length], [false, 0], text);
  }
});

test('alternatives, silence and patterns are told', () => {
  const of = (text: string) => {
    const { hasAlternatives, firesOnSilence, selectsByPattern } = conditionOf(text);
    return [hasAlternatives, firesOnSilence, selectsByPattern];
  };
  assert.deepEqual(of('a > 1'), [false, false, false]);
  assert.deepEqual(of('(a or vector(0)) > 1'), [true, false, false]);
  assert.deepEqual(of('absent_over_time(a[1h])'), [false, true, false]);
  assert.deepEqual(of('{__name__=~"a.*"} > 1'), [false, false, true]);
});

test('the line of a comparison within its expression', () => {
  const [one, two] = conditionOf('a\n  > 1\nand\n  b < 2').comparisons;
  assert.deepEqual([one?.line, two?.line], [1, 3]);
});

for (const [name, text] of Object.entries({
  ...hostile,
  'deep brackets': `${'('.repeat(20_000)}a${')'.repeat(20_000)} > 1`,
})) {
  test(`survives ${name}`, () => {
    assert.deepEqual(conditionOf(text).comparisons, []);
  });
}
