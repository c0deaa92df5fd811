import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { type Analysis, check, rules, stages } from '../core/src/index.ts';
import { today } from './support/carets.ts';
import { examples } from './support/examples.ts';

/*
 * A system of each type at each stage: the examples, and more in fixtures/systems. None is asked, at any stage, for what
 * concerns systems of another kind.
 */
const more = readdirSync('test/fixtures/systems').map((name) => {
  return { name, text: readFileSync(`test/fixtures/systems/${name}/ai-system.yaml`, 'utf8'), asOf: today };
});
const systems = [...examples, ...more];

/** What a system is, and which requirements, and which words of others, are for such systems only. */
interface Kind {
  readonly is: (analysis: Analysis) => boolean;
  readonly areas?: readonly string[];
  readonly rules: readonly string[];
  readonly words?: RegExp;
}
const kinds: Readonly<Record<string, Kind>> = {
  'searches an index': {
    is: ({ traits }) => traits.retrieval,
    areas: ['indexes'],
    rules: ['retrieval-metrics', 'retrieval-metric-online', 'alert-retrieval'],
    words: /\bindex|retriev|no-answer-exists|superseded/i,
  },
  'uses a language model': {
    is: ({ traits }) => traits.llm,
    rules: ['answer-metrics', 'log-content-captured', 'prompt-versioned', 'adversarial-tested', 'untrusted-content'],
    words: /prompt|tokens|groundedness|wrong-answers|ambiguous/i,
  },
  predicts: {
    is: ({ traits }) => traits.model,
    rules: ['prediction-metrics', 'out-of-time-test', 'training-refresh'],
    words: /training\.|feature_version|wrong-scores|data-shift|new-category|baseline model/i,
  },
  'acts with tools': {
    is: ({ traits }) => traits.agent,
    areas: ['tools'],
    rules: ['agent-stop-conditions'],
    words: /\btools?\b|tool_calls|unwanted-action|runaway-loop|wrong-arguments/i,
  },
  'uses a model of a provider': {
    is: ({ traits }) => traits.hosted,
    rules: ['model-retirement', 'provider-data-use', 'cost-budget'],
    words: /provider-change|cost-runaway/,
  },
  'holds personal data': { is: ({ traits }) => traits.personal, rules: ['log-privacy', 'personal-data-basis'] },
  'recommends or decides': { is: ({ traits }) => traits.decides, rules: ['human-oversight'] },
  'is of high risk': {
    is: ({ doc }) => doc.spec.get('governance')?.get('risk')?.get('class')?.value === 'high',
    rules: ['high-risk-records'],
  },
};

test('there is a system of each type at each stage', () => {
  const there = systems.map(({ text, asOf }) => {
    const system = check(text, { asOf }).doc.spec.get('system');
    return `${system?.get('type')?.value} ${system?.get('stage')?.value}`;
  });
  const wanted = ['rag', 'llm', 'agent', 'model'].flatMap((type) => stages.map((stage) => `${type} ${stage}`));
  assert.deepEqual(there.sort(), wanted.sort());
});

for (const { name, text, asOf } of more) {
  test(`${name}: nothing is found at its own stage`, () => {
    const { findings, stage } = check(text, { asOf });
    assert.deepEqual(
      findings.map(({ rule, message }) => `${rule}: ${message}`),
      [],
    );
    assert.equal(stage.earned, stage.claimed);
  });
}

for (const { name, text, asOf } of systems) {
  describe(name, () => {
    const judged = stages.map((stage) => check(text, { asOf, stage }));
    for (const [what, { is, areas = [], rules: own, words }] of Object.entries(kinds)) {
      if (judged.some(is)) continue;
      test(`is not asked for what concerns a system that ${what}`, () => {
        const foreign = new Set([
          ...own,
          ...rules.flatMap((rule) => (rule.kind === 'requirement' && areas.includes(rule.area) ? [rule.id] : [])),
        ]);
        for (const { assessments, findings } of judged) {
          // An answer that nobody asked for may be given all the same.
          const fine = ['not-applicable', 'declared', 'linked', 'proven'];
          const asked = assessments.filter(({ rule, state }) => foreign.has(rule) && !fine.includes(state));
          assert.deepEqual(asked, []);
          assert.deepEqual(
            findings.filter(({ rule, message }) => foreign.has(rule) || words?.test(message)).map(said),
            [],
          );
        }
      });
    }
  });
}

test('each kind is met and not met by some system', () => {
  for (const [what, { is }] of Object.entries(kinds)) {
    const met = systems.map(({ text, asOf }) => is(check(text, { asOf })));
    assert.ok(met.includes(false), what);
    // No example is of high risk: its rule has examples of its own.
    if (what !== 'is of high risk') assert.ok(met.includes(true), what);
  }
});

function said({ rule, message }: { readonly rule: string; readonly message: string }): string {
  return `${rule}: ${message}`;
}
