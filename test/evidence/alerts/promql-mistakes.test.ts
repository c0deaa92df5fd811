import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mistakeIn } from '../../../core/src/evidence/alerts/promql-mistakes.ts';
import { hostile } from '../hostile.ts';

const mistakes: readonly (readonly [expression: string, says: string, line?: number])[] = [
  ['', 'has an expression with nothing in it'],
  [' \n ', 'has an expression with nothing in it'],
  ['x > > 0.12', 'has `> >`, which is no operator'],
  ['x >> 0.12', 'has `> >`, which is no operator'],
  ['x => 0.12', 'has `=`, which is no operator'],
  ['x = 0.12', 'has `=`, which is no operator'],
  ['x === 0.12', 'has `=`, which is no operator'],
  ['x <> 1', 'has `< >`, which is no operator'],
  ['x > 12%', 'has nothing behind `%`'],
  ['sum(x) >', 'has nothing behind `>`'],
  ['(x > ) and y', 'has nothing behind `>`'],
  ['x > 1 and', 'has nothing behind `and`'],
  ['x > 1 && y > 2', 'has `&&`, which is no operator'],
  ['x > 1 || y > 2', 'has `||`, which is no operator'],
  ['sum(rate(x[5m]) > 1', 'has a `(` that nothing closes'],
  ['sum(x)) > 1', 'has a `)` that nothing opens'],
  ['x{a="b" > 1', 'has a `{` that nothing closes'],
  ['rate(x[5m) > 1', 'has a `)` that nothing opens'],
  ['x{a="b} > 1', 'has a " that nothing closes'],
  ['sum(x)\n  / sum(y)\n  > < 3', 'has `> <`, which is no operator', 2],
];
for (const [expression, says, line = 0] of mistakes)
  test(`${JSON.stringify(expression)} ${says}`, () => assert.deepEqual(mistakeIn(expression), { value: says, line }));

/** Right in one of the languages at least, or made by something else. */
const right = [
  'x > 0.12',
  'x > -1',
  'x - -1 > +2',
  'x{a=~"b|c", d!="e"} >= bool 1',
  'sum by (a) (rate(x[5m:1m])) > 3 * sum by (a) (rate(x[5m] offset -1h))',
  'a / on(b) group_left() c > 1 # > > >',
  'x{a="(",b=\'}\',c=`"`} > 1',
  '{__name__="x"} > 1 or vector(0) == 1',
  'and > 1',
  'or',
  'x[5m:] > 1',
  'x{a="b" or c="d"} > 1',
  'WITH (a = b) a > 1',
  'x default 0 > 1',
  'rate(x) keep_metric_names > 1Ki',
  'sum(rate({app="a"} |= "error" != "x" | json | a = "b" [5m])) > 1',
  'x > {{ .Values.limit }}',
  'x > $limit',
  'x > <% limit %>',
  'mé\\-tric > 1',
];
for (const expression of right)
  test(`${expression} may be right`, () => assert.equal(mistakeIn(expression), undefined));

for (const [name, text] of Object.entries(hostile)) test(`survives ${name}`, () => void mistakeIn(text));
test('survives quotes without end', () => void mistakeIn('"\\'.repeat(5000)));
