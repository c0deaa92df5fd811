import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limitName } from '../../core/src/hints/limits.ts';
import {
  type Analysis,
  check,
  defaultNumber,
  type HintKind,
  hintKinds,
  hints,
  resolveConfig,
} from '../../core/src/index.ts';
import type { Place } from '../../core/src/spec/place.ts';
import { judged } from '../support/evidence.ts';
import { examples } from '../support/examples.ts';
import { mutate } from '../support/mutations.ts';
import { random } from '../support/random.ts';

const today = '2026-11-22';
const all: ReadonlySet<HintKind> = new Set(hintKinds);
const everywhere = { start: 0, end: Number.MAX_SAFE_INTEGER };

/** The text with its hints drawn in. */
function drawn(analysis: Analysis, kinds = all, range = everywhere): string {
  const { text } = analysis.doc;
  return hints(analysis, range, kinds).reduceRight(
    (before, hint) => `${before.slice(0, hint.offset)} «${hint.text}»${before.slice(hint.offset)}`,
    text,
  );
}

const spec = `apiVersion: ai-system/v1
system:
  stage: production
  launch: 2026-10-05
  reviewed: 2026-11-21 # by Ines
  success: { check_every: 30d, baseline: 5 }
  pilot_gaps:
    - gap: a
      due: TODO 2026-12-04
sources:
  letters:
    status: connected
    tested: { date: "2026-11-02", with: production }
models:
  llm:
    retires: 2027-04-01
indexes:
  docs:
    refresh:
      cron: "30 4 * * 1"
evaluation:
  datasets:
    golden:
      path: eval/cases.jsonl
      use: test
      size: 420
    train:
      path: eval/absent.jsonl
      use: train
      size: 9
operations:
  triggers:
    swap:
      when:
        - 120d before llm.retires
        - 2027-01-01
        - quality-low
`;

const withHints = `apiVersion: ai-system/v1
system:
  stage: production
  launch: 2026-10-05 «48 days ago»
  reviewed: 2026-11-21 «yesterday, counts for 90d» # by Ines
  success: { check_every: 30d «at most 365d», baseline: 5 }
  pilot_gaps:
    - gap: a
      due: TODO 2026-12-04
sources:
  letters:
    status: connected
    tested: { date: "2026-11-02" «20 days ago, counts for 180d», with: production }
models:
  llm:
    retires: 2027-04-01 «in 130 days»
indexes:
  docs:
    refresh:
      cron: "30 4 * * 1" «every Monday at 04:30»
evaluation:
  datasets:
    golden:
      path: eval/cases.jsonl «2 cases»
      use: test
      size: 420 «at least 200»
    train:
      path: eval/absent.jsonl
      use: train
      size: 9
operations:
  triggers:
    swap:
      when:
        - 120d before llm.retires «2026-12-02, in 10 days»
        - 2027-01-01
        - quality-low
`;

const files = { 'eval/cases.jsonl': '{"question": "a", "expected": "b"}\n{"question": "c", "expected": "d"}\n' };

for (const [name, ending] of [
  ['', '\n'],
  [', CRLF', '\r\n'],
] as const) {
  test(`what stands behind values${name}`, async () => {
    const analysis = await judged(spec.replaceAll('\n', ending), { files });
    assert.equal(drawn(analysis).replaceAll(ending, '\n'), withHints);
  });
}

test('only those that are asked for', async () => {
  const analysis = await judged(spec, { files });
  const seen = hintKinds.map((kind) => drawn(analysis, new Set([kind])).match(/«.*?»/g));
  assert.deepEqual(seen[0], ['«every Monday at 04:30»']);
  assert.deepEqual(seen[1], [
    '«48 days ago»',
    '«yesterday»',
    '«20 days ago»',
    '«in 130 days»',
    '«2026-12-02, in 10 days»',
  ]);
  assert.deepEqual(seen[2], ['«2 cases»']);
  assert.deepEqual(seen[3], ['«counts for 90d»', '«at most 365d»', '«counts for 180d»', '«at least 200»']);
  assert.equal(drawn(analysis, new Set()), spec);
  const line = { start: spec.indexOf('  launch'), end: spec.indexOf('  reviewed') };
  assert.deepEqual(drawn(analysis, all, line).match(/«.*?»/g), ['«48 days ago»']);
});

test('a number of the configuration is the one that is shown', () => {
  const numbers = { longestReviewAgeInProduction: 30 };
  const config = resolveConfig([{ source: 'test', severities: new Map(), numbers, places: new Map() }]);
  assert.match(drawn(check(spec, { asOf: today, config })), /reviewed: 2026-11-21 «yesterday, counts for 30d»/);
});

test('nothing in a file of somebody else, at a secret and in a block of text', () => {
  assert.equal(
    hints(check('apiVersion: v1\nkind: Pod\nsystem:\n  launch: 2026-10-05\n', { asOf: today }), everywhere, all).length,
    0,
  );
  const block = 'apiVersion: ai-system/v1\nsystem:\n  launch: >-\n    2026-10-05\n';
  assert.equal(hints(check(block, { asOf: today }), everywhere, all).length, 0);
});

/** As strict as can be: no answer of an example is enough. */
const strictest = { less: 0, more: 1_000_000 } as const;
const seen = new Set<string>();

for (const { name, text, asOf } of examples) {
  test(`${name}: each limit that is shown is held against the value it stands at`, () => {
    for (const stage of ['pilot', 'pre-production', 'production'] as const) {
      const analysis = check(text, { asOf, stage });
      const limited = analysis.doc.places.flatMap((place: Place) => {
        const number = limitName(analysis, place);
        return number === undefined || place.node?.kind !== 'scalar' ? [] : [{ place, number, node: place.node }];
      });
      for (const { place, number, node } of limited) {
        const numbers = { [number]: strictest[defaultNumber(number).stricter] };
        const config = resolveConfig([{ source: 'test', severities: new Map(), numbers, places: new Map() }]);
        const before = analysis.assessments.map(({ reason }) => reason);
        const after = check(text, { asOf, stage, config }).assessments;
        const value = String(node.value);
        const changed = after.filter(({ reason }) => !before.includes(reason));
        const where = `${place.path.join('.')}: ${value} at ${stage}, ${number}`;
        assert.ok(
          changed.some(({ state }) => ['hollow', 'stale', 'contradicted'].includes(state)) ||
            // It is exactly as strict as can be already.
            value === asOf,
          where,
        );
        seen.add(place.field?.path ?? '');
      }
    }
  });
}

test('the examples show most limits', () => assert.ok(seen.size >= 9, [...seen].join(', ')));

test('no text is too broken for hints', () => {
  const rng = random(5);
  for (let round = 0; round < 100; round += 1) {
    const mutated = mutate(rng.pick(examples).text, rng);
    const analysis = check(mutated.slice(0, rng.below(mutated.length)), { asOf: today });
    for (const { offset } of hints(analysis, everywhere, all)) assert.ok(offset <= analysis.doc.text.length);
  }
});
