import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Analysis, check, checkWithAnswers, checkWithEvidence, read, ruleById } from '../../core/src/index.ts';
import { secretsAfterEdit, secretsIn } from '../../core/src/secrets.ts';
import { today } from '../support/carets.ts';
import { examples } from '../support/examples.ts';
import { random } from '../support/random.ts';
import { repository } from '../support/repository.ts';
import { filesOf } from '../support/twins.ts';

const spec = examples.find(({ name }) => name === 'rag-production')?.text ?? '';

/** The analysis after `from` is replaced, on top of the one before. */
function edited(before: Analysis, from: string, to: string): Analysis {
  assert.ok(before.doc.text.includes(from), `no "${from}"`);
  return check(before.doc.text.replace(from, to), { asOf: today, previous: before });
}

function assessments(analysis: Analysis, rule: string) {
  const requirement = ruleById(rule);
  assert.ok(requirement?.kind === 'requirement');
  return analysis.memory?.known.get(requirement)?.assessments;
}

describe('what was said of sections that are as they were is said again', () => {
  const first = check(spec, { asOf: today });

  test('an edit keeps every section but its own', () => {
    const { doc } = edited(first, 'retention: 400d', 'retention: 40d');
    const names = doc.tree.entries.map(({ key }) => key.value);
    assert.deepEqual(
      names.filter((name) => !doc.kept.sections.has(name)),
      ['logging'],
    );
  });

  test('a requirement that looked elsewhere is not run again', () => {
    const again = edited(first, 'retention: 400d', 'retention: 800d');
    assert.equal(assessments(again, 'source-auth'), assessments(first, 'source-auth'));
    assert.equal(assessments(again, 'log-every-call'), assessments(first, 'log-every-call'), 'of the same section');
    assert.notEqual(assessments(again, 'log-retention'), assessments(first, 'log-retention'));
  });

  test('its places move with the text', () => {
    const again = edited(first, 'apiVersion:', '# a line above\napiVersion:');
    const starts = (analysis: Analysis) => assessments(analysis, 'source-auth')?.map(({ at }) => at.span.start) ?? [];
    assert.deepEqual(
      starts(again),
      starts(first).map((start) => start + '# a line above\n'.length),
    );
  });

  for (const [name, from, to] of [
    ['a section that it missed', '\ntools:', '\nother:'],
    ['what a name refers to', '  claims-ops:\n', '  claims-operations:\n'],
    ['the type of the system', 'type: rag', 'type: agent'],
    ['a rename back and forth', 'stage: production', 'stage: pilot'],
  ] as const) {
    test(`${name} is seen`, () => {
      const text = spec.includes(from) ? spec : `${spec}${from}\n  x: {}\n`;
      const before = check(text, { asOf: today });
      const again = edited(before, from, to);
      const anew = check(again.doc.text, { asOf: today });
      assert.deepEqual(again.assessments, anew.assessments);
    });
  }

  test('whether it was read before or is read now', () => {
    const text = spec.replace('retention: 400d', 'retention: 40d');
    const known = read(text, first);
    assert.equal(known.doc.kept.sections.has('sources'), true);
    const again = check(text, { asOf: today, previous: first, read: known });
    assert.equal(again.doc, known.doc);
    assert.deepEqual(again.assessments, check(text, { asOf: today }).assessments);
  });

  test('another day is another answer', () => {
    const later = '2028-01-01';
    const again = check(spec, { asOf: later, previous: first });
    assert.deepEqual(again.assessments, check(spec, { asOf: later }).assessments);
  });
});

describe('what is said after a look at the artifacts is what is said by who knew them from the beginning', () => {
  const slips: readonly (readonly [name: string, from: RegExp, to: string])[] = [
    ['as it is', /$/, ''],
    ['with artifacts that are not there', /(runbooks|eval|observability)\//g, '$1s/'],
    ['with a key that nobody knows', /\n {4}team:/, '\n    teams:'],
    ['with a slip', /\n {2}name:/, '\n  name: "'],
    ['with an ignore-comment for nothing', /\n {2}name:/, '\n  # ai-system-ignore unknown-key -- a reason\n  name:'],
  ];
  for (const { name, text, asOf } of examples) {
    for (const [slip, from, to] of slips) {
      test(`${name}, ${slip}`, async () => {
        const held = repository({ files: filesOf(`examples/${name}`) });
        const spec = text.replace(from, to);
        const followed = await checkWithEvidence(spec, { asOf }, held);
        const { analysis, wanted } = checkWithAnswers(spec, { asOf }, held);
        assert.deepEqual(wanted, []);
        const all = ({ findings, assessments, stage }: Analysis) => ({
          findings: findings.map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes() })),
          assessments,
          stage,
        });
        assert.deepEqual(all(followed), all(analysis));
      });
    }
  }
});

describe('secrets are searched in edited lines only, and found all the same', () => {
  const pieces = [
    'password: hunter2x',
    'key: AKIAABCDEFGHIJKLMNOP',
    'url: postgres://u:pa55w0rd@h/db',
    '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\n-----END PRIVATE KEY-----',
    'a: 1',
    '# token: f9K2mQ7xLp4Rt8Wz3Yb6',
    '\n',
    ' ',
    '\r\n',
  ];

  for (const [name, of] of [
    ['secrets on one line', pieces.filter((piece) => !piece.includes('BEGIN'))],
    ['private keys too', pieces],
  ] as const) {
    test(name, () => {
      const rng = random(7);
      let text = of.join('\n');
      let known = secretsIn(text);
      let found = 0;
      for (let round = 0; round < 2000; round += 1) {
        const from = rng.below(text.length + 1);
        const to = Math.min(text.length, from + (rng.chance(0.5) ? 0 : rng.below(text.length > 1500 ? 400 : 40)));
        const after = text.slice(0, from) + rng.pick(of) + text.slice(to);
        known = [...secretsAfterEdit(text, known, after)];
        assert.deepEqual(known, secretsIn(after), JSON.stringify([text, after]));
        found += known.length;
        text = after;
      }
      assert.ok(found > 2000, 'there were secrets to find');
    });
  }

  test('behind a text that was too large to be read', () => {
    const text = `${spec}\n# token: ghp_${'a1B2c3D4e5'.repeat(4)}\n`;
    const huge = check(`${text}${'# \n'.repeat(700_000)}`, { asOf: today });
    assert.deepEqual(
      huge.findings.map(({ rule }) => rule),
      ['unreadable-file'],
    );
    const after = check(text, { asOf: today, previous: huge });
    assert.ok(after.findings.some(({ rule }) => rule === 'no-secrets-inline'));
    assert.deepEqual(after.secrets, check(text, { asOf: today }).secrets);
  });
});

describe('before anybody looked at the artifacts nothing is found that is not found afterwards', () => {
  for (const { name, text, asOf } of examples) {
    test(name, async () => {
      const held = repository({ files: filesOf(`examples/${name}`) });
      const { analysis: first } = checkWithAnswers(text, { asOf }, held);
      const last = await checkWithEvidence(text, { asOf }, held);
      const places = ({ findings }: Analysis) => findings.map(({ rule, span }) => `${rule} ${span.start}`);
      const found = new Set(places(last));
      assert.deepEqual(
        places(first).filter((place) => !found.has(place)),
        [],
      );
    });
  }
});
