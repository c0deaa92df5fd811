import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parser } from '@prometheus-io/lezer-promql';
import { conditionOf } from '../../../core/src/evidence/alerts/promql.ts';
import { hostile } from '../hostile.ts';

/** An expression, the series it needs, and its comparisons: the value compared with the series and the kind of values, `~` where it is none that is known. */
const table: readonly (readonly [expression: string, metrics: string, comparisons: string])[] = [
  ['a_total > 5', 'a_total', '> 5'],
  ['5 < a', 'a', '> 5'],
  ['a >= 1e-2', 'a', '>= 0.01'],
  ['a >= bool 1e-2', 'a', ''],
  ['(a < 0.87)', 'a', '< 0.87'],
  ['a > 28 * 3600', 'a', '> 100800'],
  ['time() - max(a_at) > 28h', 'a_at', '> 100800 age'],
  ['time() - a_timestamp_seconds > (24 + 4) * 60 * 60', 'a_timestamp_seconds', '> 100800 age'],
  ['a > -(3 + 2)', 'a', '> -5'],
  ['a == 2', 'a', '== 2'],
  ['a > 0x1F', 'a', '> 31'],
  ['sum(rate(e_total[5m])) / sum(rate(a_total[5m])) > 0.05', 'e_total a_total', '> 0.05 quotient'],
  ['(sum(rate(e[5m])) / sum(rate(a[5m]))) * 100 > 5', 'e a', '> 0.05 quotient'],
  ['100 * a > 5', 'a', '> 0.05'],
  ['a / 3600 > 28', 'a', '> 100800'],
  ['histogram_quantile(0.95, sum by (le) (rate(a_bucket[5m]))) > 10000', 'a_bucket', '> 10000'],
  ['sum(rate(a_total[5m])) > 5', 'a_total', '> 5 rate'],
  ['increase(a_total[1d]) > 180', 'a_total', '> 180 count'],
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
  ['{c="d"} > 1', '', '> 1 ~'],
  ['a > b', 'a b', ''],
  ['min_over_time(a[10m:1m]) < 0.8', 'a', '< 0.8'],
  ['ALERTS{alertname="A"} > 0', 'ALERTS', '> 0'],
  ['-a > 1', 'a', '> 1 ~'],
  ['+a > 1', 'a', '> 1'],
  ['# why\na > 1 # and how', 'a', '> 1'],
  ['count(a > 0.5) > 1', 'a', '> 1 ~'],
  ['deriv(a[1h]) > 1', 'a', '> 1 ~'],
  ['avg_over_time((a > 0.5)[1h:]) > 1', 'a', '> 1 ~'],
  ['avg_over_time(a[1h:5m]) > 1', 'a', '> 1'],
  ['avg_over_time(rate(a[5m])[1h:]) > 1', 'a', '> 1 rate'],
  ['sum_over_time(a[1h]) > 1', 'a', '> 1 ~'],
  ['rate(a) > 1', 'a', '> 1 ~'],
  ['avg_over_time(sum(a)) > 1', 'a', '> 1 ~'],
  ['increase(a + b) > 1', 'a b', '> 1 ~'],
  ['increase(sum(a)[1d:]) > 1', 'a', '> 1 count'],
  ['a[5m] > 1', 'a', '> 1 ~'],
  ['avg(a[5m]) > 1', 'a', '> 1 ~'],
  ['a @ end() > 1', 'a', '> 1 ~'],
  ['a offset 1w > 1', 'a', '> 1 ~'],
  ['1 - a > 1', 'a', '> 1 ~'],
  ['a + b > 1', 'a b', '> 1 ~'],
  ['sum(a + b) > 1', 'a b', '> 1 ~'],
  ['sum(rate(a[5m])) / (sum(rate(a[5m])) + sum(rate(b[5m]))) > 1', 'a b', '> 1 share'],
  ['sum(rate(a{code="5"}[5m])) / sum(rate(a[5m])) > 1', 'a', '> 1 share'],
  ['sum(rate(a{code="5"}[5m])) / avg(rate(a[5m])) > 1', 'a', '> 1 quotient'],
  ['sum(rate(a{code="5"}[5m])) / sum(rate(a{job="b"}[5m])) > 1', 'a', '> 1 quotient'],
  ['sum(rate(a_bucket{le="1"}[5m])) / sum(rate(a_count[5m])) > 1', 'a_bucket a_count', '> 1 share'],
  ['sum(rate(a_sum[5m])) / sum(rate(a_count[5m])) > 1', 'a_sum a_count', '> 1'],
  ['rate(a[5m]) / increase(b[5m]) > 1', 'a b', '> 1 ~'],
  ['increase(a[5m]) / increase(b[1h]) > 1', 'a b', '> 1 ~'],
  ['sum(rate(a[5m])) / (sum(rate(b[5m])) > 0) > 1', 'a b', '> 1 quotient'],
  ['sum(rate(a[5m])) / clamp_min(sum(rate(b[5m])), 1) > 1', 'a b', '> 1 quotient'],
  ['sum(rate(a[5m])) / (sum(rate(b[5m])) > bool 0) > 1', 'a b', '> 1 ~'],
  ['sum(a / b) > 1', 'a b', '> 1 ~'],
  ['a * on(pod) group_left(team) kube_pod_info > 1', 'a kube_pod_info', '> 1'],
  ['a * on(pod) group_left b > 1', 'a b', '> 1 ~'],
  ['(a or vector(0)) > 1', 'a', '> 1'],
  ['(a or b) > 1', 'a b', '> 1 ~'],
  ['(a and on() b) > 1', 'a b', '> 1 ~'],
  ['abs(a) > 1', 'a', '> 1 ~'],
  ['clamp_max(a, 0.1) > 1', 'a', '> 1 ~'],
  ['time() - timestamp(a) > 1', 'a', '> 1 ~'],
  ['time() - a_ms > 1', 'a_ms', '> 1 ~'],
  ['time() > 1', '', '> 1 ~'],
  ['a > 10 ^ 2', 'a', '> 100'],
  ['a * -1 > 1', 'a', '> 1 ~'],
  ['0.1 < a < 0.9', 'a', '< 0.9 ~'],
];

for (const [expression, metrics, comparisons] of table) {
  test(expression, () => {
    const found = conditionOf(expression);
    assert.equal(found.whole, true);
    assert.equal(found.metrics.join(' '), metrics);
    const shown = found.comparisons.map(({ operator, value, values: { kind } }) =>
      [operator, value, kind === 'signal' ? '' : kind === 'other' ? '~' : kind].join(' ').trim(),
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

test('what stands beside a comparison', () => {
  const of = (text: string) =>
    conditionOf(text).comparisons.map(({ beside }) => beside.map(({ how, text: told }) => `${how} ${told}`).join(', '));
  assert.deepEqual(of('a > 1 and on() (b\n> 2)'), ['and (b > 2)', 'and a > 1']);
  assert.deepEqual(of('a > 1 and b or c > 2'), ['and b, or c > 2', 'or a > 1 and b']);
  assert.deepEqual(of('a > 1 unless b > 2'), ['unless b > 2']);
  assert.deepEqual(of(Array(30).fill('a > 1').join(' and ')).length <= 20, true);
});

test('`bool` at the top', () => {
  assert.equal(conditionOf('(a > bool 1)').alwaysFires, true);
  assert.equal(conditionOf('(a > bool 1) == 1').alwaysFires, false);
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

test('what is no PromQL is not guessed at over thousands of words', () => {
  assert.deepEqual(conditionOf('a b '.repeat(100)).metrics, ['a']);
  assert.deepEqual(conditionOf('a b '.repeat(2000)).metrics, []);
  assert.equal(conditionOf(`${'sum('.repeat(300)}a${')'.repeat(300)} > 1`).whole, false);
});

test('a list of thousands is not walked along again for each of its entries', () => {
  const list = `sum by (${'a, '.repeat(3000)}b) (c) > 1`;
  const { topNode } = parser.parse(list);
  let walked = 0;
  const kinds = new Set<object>();
  for (let node = topNode.firstChild; node !== null; node = node.firstChild) kinds.add(Object.getPrototypeOf(node));
  const restore = [...kinds].flatMap((kind) =>
    ['prevSibling', 'nextSibling', 'parent'].map((name) => {
      const own = Object.getOwnPropertyDescriptor(kind, name);
      if (own?.get === undefined) return () => {};
      const { get } = own;
      Object.defineProperty(kind, name, {
        configurable: true,
        get() {
          walked += 1;
          return get.call(this);
        },
      });
      return () => Object.defineProperty(kind, name, own);
    }),
  );
  const seen = topNode.firstChild?.firstChild?.nextSibling;
  assert.ok(seen && walked === 1, 'walks are counted');
  assert.equal(conditionOf(list).comparisons.length, 1);
  for (const undo of restore) undo();
  assert.equal(walked, 1);
});
