import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check, type Requirement, rules } from '../core/src/index.ts';
import { today } from './support/carets.ts';
import { examples } from './support/examples.ts';

/* What a rule says of itself: whoever reads its page, or its line in a report, finds no hole. */
const requirements = rules.flatMap((rule): Requirement[] => (rule.kind === 'requirement' ? [rule] : []));

/** What each part of a rule must look like, and how many it has at least. */
const sentence = /^[A-Z"`].*[^.\s][.?]$/s;
const holes: readonly (readonly [part: string, isThere: (rule: Requirement) => boolean])[] = [
  ['a summary that is a sentence', ({ summary }) => sentence.test(summary)],
  ['a why of a sentence or more', ({ why }) => sentence.test(why) && why.length > 30],
  ['what to do about it, as a sentence', ({ toFix }) => sentence.test(toFix ?? '')],
  ['answers that say nothing', ({ hollow = [] }) => hollow.length > 0],
  [
    'hollow answers that are no sentences',
    ({ hollow = [] }) => hollow.every((one) => one.trim() !== '' && !one.endsWith('.')),
  ],
  ['sources', ({ references }) => references.length > 10],
  ['an example', ({ examples }) => examples.length > 0],
  ['an end to "Applies to …" without a full stop', ({ appliesTo = 'all' }) => /^[a-z].*[^.]$/.test(appliesTo)],
  ['an end to "For …" without a full stop', ({ raised }) => /^[a-z].*[^.]$/.test(raised?.systems ?? 'all')],
  ['a stage at which it is asked', ({ severity }) => severity.some((one) => one !== 'off')],
];

for (const [part, isThere] of holes) {
  test(`every requirement has ${part}`, () => {
    const without = requirements.filter((rule) => !isThere(rule)).map(({ id }) => id);
    assert.deepEqual(without, [], `${without.join(', ')}: give it ${part}.`);
  });
}

test('every rule about the file has a summary, a reason and an example', () => {
  const others = rules.filter(({ kind }) => kind !== 'requirement');
  const without = others.filter(
    ({ kind, summary, why, examples }) =>
      !sentence.test(summary) || !sentence.test(why) || (kind === 'language' && examples.length === 0),
  );
  assert.deepEqual(
    without.map(({ id }) => id),
    [],
  );
});

test('each weighs at each stage what the catalogue says, and more for the systems it names', () => {
  interface Weight {
    readonly severity: string;
    readonly raised?: string;
  }
  const catalogue: Readonly<Record<string, Weight & { readonly for?: string }>> = JSON.parse(
    readFileSync('test/fixtures/requirement-severities.json', 'utf8'),
  );
  const wanted = Object.entries(catalogue).map(([id, { severity, raised }]) => [id, severity, raised]);
  const given = requirements
    .filter(({ id }) => Object.hasOwn(catalogue, id))
    .map(({ id, severity, raised }) => [id, severity.join('/'), raised?.severity.join('/')]);
  assert.deepEqual(given.sort(), wanted.sort());
});

test('what says that it applies to every system is asked of every one', () => {
  const fixtures = readdirSync('test/fixtures/systems').map((name) => {
    return { name, text: readFileSync(`test/fixtures/systems/${name}/ai-system.yaml`, 'utf8') };
  });
  for (const { name, text } of [...examples, ...fixtures]) {
    const { assessments } = check(text, { asOf: today, stage: 'production' });
    const asked = new Set(assessments.filter(({ state }) => state !== 'not-applicable').map(({ rule }) => rule));
    const left = requirements.filter(({ id, appliesTo }) => appliesTo === undefined && !asked.has(id));
    assert.deepEqual(
      left.map(({ id }) => id),
      [],
      name,
    );
  }
});
