import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patternOf, takes, wordsOf } from '../../../core/src/evidence/alerts/patterns.ts';

/** A pattern, what it accepts, and what it does not. */
const read: readonly (readonly [pattern: string, accepts: string, refuses: string])[] = [
  ['page', 'page', 'pages pag Page'],
  ['^page$', 'page', 'pages'],
  ['page|critical', 'page critical', 'ticket pagecritical'],
  ['^(?:a|b)-(c|d)$', 'a-c a-d b-c b-d', 'a- -c ab'],
  ['Retrieval.*', 'Retrieval RetrievalEmpty', 'AtRetrieval'],
  ['Retrieval.+', 'RetrievalEmpty', 'Retrieval'],
  ['.*Low', 'Low RecallLow LowLow', 'LowRecall'],
  ['.*a.*b.*', 'ab xaxbx aab', 'ba'],
  ['.', 'x', 'xy'],
  ['claims\\.ai', 'claims.ai', 'claims-ai'],
  ['colou?r', 'color colour', 'colouur'],
  ['(team-)?core', 'core team-core', 'team-'],
];
for (const [pattern, accepts, refuses] of read) {
  test(`${pattern} accepts ${accepts}, and not ${refuses}`, () => {
    const found = patternOf(pattern);
    assert.ok(found !== undefined);
    assert.ok(takes(found, '') === (pattern === ''));
    for (const value of accepts.split(' ')) assert.ok(takes(found, value), value);
    for (const value of refuses.split(' ')) assert.ok(!takes(found, value), value);
  });
}

test('nothing is a value as well', () => {
  for (const pattern of ['', '.*', 'a?', '|a']) assert.ok(takes(patternOf(pattern) ?? [], ''), pattern);
});

test('what is more than that is not read', () => {
  for (const pattern of [
    '[ab]',
    'a{2}',
    'a+',
    '(?i)page',
    '\\d',
    '\\bx',
    '.*?',
    'a^b',
    '(a',
    'a)',
    '(a)*',
    '.{3}',
    '*',
  ])
    assert.equal(patternOf(pattern), undefined, pattern);
});

test('the words that it accepts', () => {
  assert.deepEqual(wordsOf(patternOf('page|crit(ical)?|x.*') ?? []), ['page', 'crit', 'critical']);
});

test('large ones take no time', () => {
  assert.equal(patternOf('(a|b)'.repeat(50)), undefined);
  assert.equal(patternOf('('.repeat(4000)), undefined);
  assert.equal(patternOf('a'.repeat(6000)), undefined);
  const slow = patternOf('.*a'.repeat(1000));
  assert.ok(slow !== undefined && !takes(slow, 'b'.repeat(5000)));
});
