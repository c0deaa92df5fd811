import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Assessment, type Reach, type Stage, type State, stages } from '../../core/src/assessment.ts';
import { type Config, type ConfigLayer, resolveConfig, type StageSeverities } from '../../core/src/config/config.ts';
import { type Assessed, earnedStage, judge } from '../../core/src/judge.ts';
import { resolveNumbers } from '../../core/src/numbers.ts';
import type { Requirement } from '../../core/src/rules/rule.ts';
import { readSpec } from '../../core/src/spec/document.ts';
import { readWaivers, type Waivers } from '../../core/src/waivers.ts';
import { today } from '../support/carets.ts';

const plain: Requirement = {
  kind: 'requirement',
  id: 'sample-answered',
  area: 'system',
  rank: 'core',
  gap: 'operations',
  severity: ['error', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: [],
  references: 'none',
  summary: 'A sample.',
  why: 'It is one.',
  examples: [],
  *assess() {},
};

function asked(changes: Partial<Requirement>, ...assessments: readonly Partial<Assessment>[]): Assessed {
  const at = { span: { start: 0, end: 0 } };
  return {
    requirement: { ...plain, ...changes },
    assessments: assessments.map((one) => ({
      at,
      subject: '/sources/letters',
      state: 'declared',
      reason: 'own',
      reach: 'proven',
      ...one,
    })),
  };
}

function configured(severity: StageSeverities): Config {
  const layer: ConfigLayer = {
    source: 'ai-system.config.yaml',
    severities: new Map([[plain.id, severity]]),
    numbers: {},
    places: new Map(),
  };
  return resolveConfig([layer]);
}

function waivers(...items: readonly string[]): Waivers {
  const text = items.map((item) => `  - ${item.split('; ').join('\n    ')}\n`).join('');
  return readWaivers(readSpec(`waivers:\n${text}`).spec, today, resolveNumbers());
}

const config = resolveConfig([]);
const none = waivers();

/** For each reach the three stages: what is enough there (.), and what falls short (x). */
const bars: Readonly<Record<State, string>> = {
  contradicted: 'xxx xxx xxx',
  missing: 'xxx xxx xxx',
  hollow: 'xxx xxx xxx',
  stale: 'xxx xxx xxx',
  declared: '... .xx .xx',
  unverifiable: '... ... ...',
  linked: '... ... ..x',
  proven: '... ... ...',
  waived: '... ... ...',
  'not-applicable': '... ... ...',
};

describe('what is enough, by state, reach and stage', () => {
  const reaches: readonly Reach[] = ['declared', 'linked', 'proven'];
  for (const [state, expected] of Object.entries(bars) as [State, string][]) {
    test(state, () => {
      const seen = reaches.map((reach) => {
        const one = asked({ reach }, { state });
        return stages
          .map((stage) => (judge([one], stage, config, none)[0]?.severity === undefined ? '.' : 'x'))
          .join('');
      });
      assert.equal(seen.join(' '), expected);
    });
  }
});

test('no more is asked than could be shown of this subject, or of any', () => {
  const short = (requirement: Reach, subject: Reach | undefined, state: State) =>
    judge([asked({ reach: requirement }, { state, reach: subject })], 'production', config, none)[0]?.severity !==
    undefined;
  assert.equal(short('proven', 'proven', 'linked'), true);
  assert.equal(short('proven', 'linked', 'linked'), false);
  assert.equal(short('linked', 'proven', 'linked'), false);
  // Nobody looked at anything.
  assert.equal(short('proven', undefined, 'declared'), false);
  assert.equal(short('proven', 'linked', 'declared'), true);
});

test('what cannot be verified stops nobody, but where the configuration is strict', () => {
  const strict = { ...config, strict: true };
  const one = asked({}, { state: 'unverifiable' });
  for (const stage of stages) {
    assert.equal(judge([one], stage, config, none)[0]?.severity, undefined);
    assert.equal(judge([one], stage, strict, none)[0]?.severity, 'error');
  }
  assert.equal(earnedStage([one], 'production', config, none), 'production');
  assert.equal(earnedStage([one], 'production', strict, none), null);
});

describe('the severity of what falls short is that of the stage', () => {
  const lacking: Partial<Assessment> = { state: 'missing' };
  const rows: readonly (readonly [string, Partial<Requirement>, Config, string])[] = [
    ['by itself', { severity: ['info', 'warning', 'error'] }, config, 'info warning error'],
    ['not evaluated there', { severity: ['off', 'warning', 'off'] }, config, 'off warning off'],
    ['raised', { severity: ['info', 'info', 'info'] }, configured({ pilot: 'error' }), 'error info info'],
    [
      'evaluated although it is not by itself',
      { severity: ['off', 'off', 'off'] },
      configured({ production: 'warning' }),
      'off off warning',
    ],
    ['lowered', {}, configured({ pilot: 'info', production: 'off' }), 'info error off'],
    ['never lowered', { neverWaivable: true }, configured({ pilot: 'info', production: 'off' }), 'error error error'],
    [
      'never lowered, but raised',
      { neverWaivable: true, severity: ['warning', 'info', 'error'] },
      configured({ pilot: 'error', production: 'info' }),
      'error info error',
    ],
  ];
  for (const [name, changes, by, expected] of rows) {
    test(name, () => {
      const seen = stages.map((stage) => {
        const judged = judge([asked(changes, lacking)], stage, by, none);
        return judged.length === 0 ? 'off' : judged[0]?.severity;
      });
      assert.equal(seen.join(' '), expected);
    });
  }
});

describe('shortfalls count from their stage on, the weakest of them', () => {
  const from = (stage: Stage, state: State) => ({ from: stage, state, reason: `from ${stage}` });
  const rows: readonly (readonly [string, Partial<Assessment>, string])[] = [
    ['none', { state: 'linked' }, 'linked linked linked'],
    ['from the pilot on', { shortfalls: [from('pilot', 'hollow')] }, 'hollow hollow hollow'],
    ['from pre-production on', { shortfalls: [from('pre-production', 'missing')] }, 'declared missing missing'],
    ['from production on', { shortfalls: [from('production', 'missing')] }, 'declared declared missing'],
    [
      'several',
      { shortfalls: [from('production', 'missing'), from('pre-production', 'hollow')] },
      'declared hollow missing',
    ],
    [
      'a stronger one behind a weaker one',
      { shortfalls: [from('pilot', 'missing'), from('pilot', 'hollow')] },
      'missing missing missing',
    ],
    [
      'stronger than the answer itself',
      { state: 'missing', shortfalls: [from('pilot', 'linked')] },
      'missing missing missing',
    ],
    [
      'as strong as the answer itself',
      { state: 'hollow', shortfalls: [from('pilot', 'hollow')] },
      'hollow hollow hollow',
    ],
  ];
  for (const [name, assessment, expected] of rows) {
    test(name, () => {
      const judged = stages.map((stage) => judge([asked({ reach: 'declared' }, assessment)], stage, config, none)[0]);
      assert.equal(judged.map((one) => one?.state).join(' '), expected);
      for (const [index, one] of judged.entries())
        assert.equal(
          one?.reason.startsWith('from '),
          one?.state !== (assessment.state ?? 'declared') && index >= 0,
          name,
        );
    });
  }
});

describe('of several subjects', () => {
  const two = [
    { subject: '/sources/a', state: 'missing' },
    { subject: '/sources/b', state: 'linked' },
  ] as const;
  const seen = (subjects: 'every' | 'some', given: readonly Partial<Assessment>[], by = none) =>
    judge([asked({ subjects, reach: 'declared' }, ...given)], 'production', config, by).map(
      ({ assessment, state, severity }) => `${assessment.subject} ${state} ${severity}`,
    );
  test('every one has to meet the bar', () =>
    assert.deepEqual(seen('every', two), ['/sources/a missing error', '/sources/b linked undefined']));
  test('one is enough', () => assert.deepEqual(seen('some', two), ['/sources/b linked undefined']));
  test('the order does not matter', () =>
    assert.deepEqual(seen('some', [...two].reverse()), ['/sources/b linked undefined']));
  test('of those that fall short, the first that comes nearest', () => {
    const three = ['missing', 'hollow', 'hollow'].map((state, index) => ({
      subject: `/sources/${index}`,
      state: state as State,
    }));
    assert.deepEqual(seen('some', three), ['/sources/1 hollow error']);
  });
  test('a waived one is enough', () => {
    const given = [
      { subject: '/sources/a', state: 'missing' },
      { subject: '/sources/b', state: 'hollow' },
    ] as const;
    assert.deepEqual(seen('some', given, waivers(waiver('where: a'))), ['/sources/a waived undefined']);
  });
  test('no subject, no judgement', () => assert.deepEqual([seen('some', []), seen('every', [])], [[], []]));
});

/** In force for all subjects, unless `changes` say otherwise. */
function waiver(changes = '', rule = plain.id): string {
  const given = Object.fromEntries(
    changes
      .split('; ')
      .filter(Boolean)
      .map((pair) => pair.split(': ')),
  );
  const all = { rule, reason: 'the vendor comes in spring', owner: 'ops', expires: '2026-12-31', ...given };
  return Object.entries(all)
    .map(([key, value]) => `${key}: ${value}`)
    .join('; ');
}

describe('waivers', () => {
  const rows: readonly (readonly [
    name: string,
    changes: Partial<Requirement>,
    items: readonly string[],
    state: string,
    unused: number,
  ])[] = [
    ['one for the requirement', {}, [waiver()], 'waived', 0],
    ['one for the subject', {}, [waiver('where: letters')], 'waived', 0],
    ['one for another subject', {}, [waiver('where: calls')], 'missing', 1],
    ['one for another requirement', {}, [waiver('', 'source-auth')], 'missing', 1],
    ['the last day', {}, [waiver(`expires: ${today}`)], 'waived', 0],
    ['one that is over', {}, [waiver('expires: 2026-01-01')], 'missing', 0],
    ['one for longer than ninety days', {}, [waiver('expires: 2027-06-01')], 'missing', 0],
    ['one whose reason is a word', {}, [waiver('reason: later')], 'missing', 0],
    ['two, of which the first counts', {}, [waiver(), waiver('where: letters')], 'waived', 1],
    ['a requirement that nothing excuses', { neverWaivable: true }, [waiver()], 'missing', 1],
  ];
  for (const [name, changes, items, state, unused] of rows) {
    test(name, () => {
      const by = waivers(...items);
      const [judged] = judge([asked(changes, { state: 'missing' })], 'production', config, by);
      assert.deepEqual(
        [judged?.state, judged?.severity, by.unused().length],
        [state, state === 'waived' ? undefined : 'error', unused],
      );
    });
  }

  test('what meets the bar needs none', () => {
    const by = waivers(waiver());
    const [judged] = judge([asked({}, { state: 'proven' })], 'production', config, by);
    assert.deepEqual([judged?.state, by.unused().length], ['proven', 1]);
  });

  test('it is asked for at the stages where something falls short only', () => {
    const one = asked({}, { state: 'linked' });
    const states = stages.map((stage) => judge([one], stage, config, waivers(waiver()))[0]?.state);
    assert.deepEqual(states, ['linked', 'linked', 'waived']);
  });
});

test('a retired system answers for its secrets and its waivers only', () => {
  const ids = ['no-secrets-inline', 'waiver-valid', 'owner-reachable', plain.id];
  const all = ids.map((id) => asked({ id, severity: ['off', 'off', 'info'] }, { state: 'hollow' }));
  const judged = judge(all, 'retired', config, none);
  assert.deepEqual(
    judged.map(({ requirement, severity }) => `${requirement.id} ${severity}`),
    ['no-secrets-inline error', 'waiver-valid error'],
  );
});

describe('the earned stage is the last one with nothing blocking up to it', () => {
  const rows: readonly (readonly [string, readonly Assessed[], Config, Waivers, Stage | null])[] = [
    ['nothing is asked', [], config, none, 'production'],
    ['proven', [asked({}, { state: 'proven' })], config, none, 'production'],
    ['linked', [asked({}, { state: 'linked' })], config, none, 'pre-production'],
    ['declared', [asked({}, { state: 'declared' })], config, none, 'pilot'],
    ['missing', [asked({}, { state: 'missing' })], config, none, null],
    ['unverifiable', [asked({}, { state: 'unverifiable' })], config, none, 'production'],
    [
      'the weakest counts',
      [asked({}, { state: 'proven' }), asked({}, { state: 'linked' })],
      config,
      none,
      'pre-production',
    ],
    [
      'a warning does not block',
      [asked({ severity: ['warning', 'warning', 'error'] }, { state: 'missing' })],
      config,
      none,
      'pre-production',
    ],
    [
      'what blocks a lower stage blocks the higher ones',
      [asked({ severity: ['error', 'off', 'off'] }, { state: 'missing' })],
      config,
      none,
      null,
    ],
    [
      'lowered: blocks all the same',
      [asked({}, { state: 'missing' })],
      configured({ pilot: 'off', 'pre-production': 'off', production: 'off' }),
      none,
      null,
    ],
    [
      'raised: blocks',
      [asked({ severity: ['info', 'info', 'info'] }, { state: 'missing' })],
      configured({ production: 'error' }),
      none,
      'pre-production',
    ],
    ['waived: does not block', [asked({}, { state: 'missing' })], config, waivers(waiver()), 'production'],
    [
      'a shortfall at its stage',
      [asked({ reach: 'declared' }, { shortfalls: [{ from: 'production', state: 'missing', reason: '' }] })],
      config,
      none,
      'pre-production',
    ],
  ];
  for (const [name, assessed, by, excused, expected] of rows) {
    test(name, () => assert.equal(earnedStage(assessed, 'pilot', by, excused), expected));
  }
  test('a retired system earns none', () => assert.equal(earnedStage([], 'retired', config, none), null));
  test('a claim of production earns no more than what is there', () =>
    assert.equal(earnedStage([asked({}, { state: 'linked' })], 'production', config, none), 'pre-production'));
});
