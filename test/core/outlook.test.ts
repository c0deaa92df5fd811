import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type Analysis,
  check,
  judgedAt,
  lineIndex,
  outline,
  outlook,
  type Stage,
  stages,
} from '../../core/src/index.ts';
import { today } from '../support/carets.ts';
import { examples } from '../support/examples.ts';

const reported = (analysis: Analysis) => {
  const index = lineIndex(analysis.doc.text);
  return { path: 'ai-system.yaml', analysis, line: (offset: number) => index.position(offset).line + 1 };
};
const judged = (text: string, stage?: Stage) => check(text, { asOf: today, stage });

const pilot = `apiVersion: ai-system/v1
system:
  name: claims-assistant
  type: rag
  stage: pilot
  owner: build
owners:
  build:
    team: Claims
    contact: [slack:claims]
`;

describe('what was assessed, at another stage', () => {
  for (const { name, text, asOf } of examples) {
    for (const stage of stages) {
      test(`${name} at ${stage}: as a check at that stage says`, () => {
        const there = judgedAt(check(text, { asOf }), stage).map(({ requirement, assessment, state, reason }) => {
          return { rule: requirement.id, subject: assessment.subject, state, reason };
        });
        const { assessments } = check(text, { asOf, stage });
        const checked = assessments.map(({ rule, subject, state, reason }) => ({ rule, subject, state, reason }));
        assert.ok(checked.length > 0);
        assert.deepEqual(there, checked);
      });
    }
  }

  test('nothing of what was never assessed', () => {
    assert.deepEqual(judgedAt(judged('apiVersion: example.org/v1\n'), 'pilot'), []);
  });
});

describe('the lines over a spec', () => {
  const headlines: readonly (readonly [what: string, text: string, stage: Stage | undefined, says: RegExp])[] = [
    [
      'a stage that is claimed',
      pilot,
      undefined,
      /^Claims pilot, earned no stage yet \(files not opened\): \d+ open, \d+ block$/,
    ],
    [
      'a stage that is tried',
      pilot,
      'production',
      /^Claims pilot, judged as production, earned no stage yet \(files not opened\): \d+ open, \d+ block$/,
    ],
    ['no stage at all', 'apiVersion: ai-system/v1\n', undefined, /^Claims no stage, judged as pilot, earned no/],
    ['a system that is no more', pilot.replace('pilot', 'retired'), undefined, /^Retired: it earns no stage any more$/],
  ];
  for (const [what, text, stage, says] of headlines) {
    test(what, () => assert.match(outlook(judged(text, stage))?.headline ?? '', says));
  }

  test('nothing blocks, or nothing is open at all', () => {
    const says = examples.map(({ text, asOf }) => outlook(check(text, { asOf }))?.headline ?? '');
    assert.ok(says.some((line) => /: nothing open$/.test(line)));
    assert.match(
      outlook(check(examples.find(({ name }) => name === 'llm-pilot')?.text ?? '', { asOf: today }))?.headline ?? '',
      /: (\d+ open, none blocks|nothing open)$/,
    );
  });

  test('no section of its own, no line: its place is nowhere', () => {
    const names = outlook(judged(pilot))?.sections.map(({ name }) => name);
    assert.deepEqual(names, ['system', 'owners']);
  });

  test('state, what is open, and what the next stage asks', () => {
    const { sections, promotion, next } = outlook(judged(pilot)) ?? assert.fail();
    assert.match(sections[0]?.says ?? '', /^✖ contradicted · \d+ open · pre-production asks \d+ more$/);
    assert.equal(sections[1]?.says, '◔ declared · enough for pre-production');
    assert.equal(promotion?.stage, 'pre-production');
    assert.ok((promotion?.asks ?? 0) > 0);
    assert.ok(next !== undefined);
  });

  test('after production comes nothing', () => {
    const { sections, promotion } = outlook(judged(pilot, 'production')) ?? assert.fail();
    assert.equal(promotion, undefined);
    for (const { says } of sections) assert.doesNotMatch(says, /asks|enough/);
  });

  for (const { name, text, asOf } of examples) {
    test(`${name}: each line stands over a key, and leads to a place in the text`, () => {
      const { sections } = outlook(check(text, { asOf })) ?? assert.fail();
      assert.ok(sections.length > 5);
      for (const { name: section, span, next } of sections) {
        assert.equal(text.slice(span.start, span.end), section);
        assert.ok(next === undefined || (next.start >= 0 && next.end <= text.length));
      }
    });
  }

  for (const text of [
    '',
    '# nothing\n',
    '- a\n',
    'apiVersion: example.org/v1\n',
    'a: [',
    '\u0000',
    `${pilot}x: *y\n`,
  ]) {
    test(`any text will do: ${JSON.stringify(text.slice(0, 30))}`, () => {
      const analysis = judged(text);
      outlook(analysis);
      outline(reported(analysis));
    });
  }
});

describe('the outline', () => {
  for (const { name, text, asOf } of examples) {
    for (const stage of stages) {
      test(`${name} at ${stage}: all that falls short, and nothing else`, () => {
        const analysis = check(text, { asOf, stage });
        const { lines } = outline(reported(analysis));
        const { blocking, open } = analysis.readiness();
        const key = ({ rule, span }: { rule: string; span: { start: number } }) => `${rule} ${span.start}`;
        const shown = new Set(lines.flatMap(({ rows }) => rows.map(key)));
        assert.deepEqual([...shown].sort(), [...new Set([...blocking, ...open].map(key))].sort());
        const blocked = new Set(lines.flatMap(({ rows }) => rows.filter(({ blocks }) => blocks).map(key)));
        assert.deepEqual([...blocked].sort(), [...new Set(blocking.map(key))].sort());
        for (const { standing, rows, mood, id } of lines) {
          if (standing === 'answered') assert.notEqual(mood, 'bad', id);
          if (standing === 'open') assert.ok(rows.length > 0, `${id} is open, and nobody is told why`);
        }
      });

      test(`${name} at ${stage}: what can be fixed has a finding with a fix`, () => {
        const analysis = check(text, { asOf, stage });
        for (const { rows } of outline(reported(analysis)).lines) {
          for (const { isFixable, span, rule, message } of rows) {
            const here = analysis.findings.filter((one) => one.span.start === span.start && one.span.end === span.end);
            const own = here.filter((one) => one.rule === rule || message.endsWith(one.message));
            assert.equal(
              isFixable,
              own.some((one) => one.fixes('help').length > 0),
              `${rule}: ${message}`,
            );
          }
        }
      });
    }
  }

  test('nothing can be fixed in a file that cannot be read but what keeps it from being read', () => {
    const { lines } = outline(reported(judged(`${pilot}evaluation: [\n`)));
    const rows = lines.filter(({ id }) => id !== 'file').flatMap((line) => line.rows);
    assert.ok(rows.length > 0);
    assert.ok(rows.every(({ isFixable }) => !isFixable));
  });

  test('an error in the file comes first', () => {
    const { lines } = outline(reported(judged(`${pilot}nonsense: 1\n`)));
    assert.equal(lines[0]?.id, 'file');
    assert.deepEqual(
      lines[0]?.rows.map(({ rule, blocks }) => [rule, blocks]),
      [['unknown-key', true]],
    );
  });

  test('the questions and the three lines beyond, each with a name and a question', () => {
    const { lines, name, verdict, isReady } = outline(reported(judged(pilot, 'production')));
    assert.equal(name, 'claims-assistant');
    assert.equal(isReady, false);
    assert.match(verdict, /^\d+ things block production\.$/);
    assert.deepEqual(
      lines.map(({ id }) => id),
      ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'done', 'governance', 'rest'],
    );
    for (const { label, title } of lines) assert.ok(label.length > 3 && title.length >= label.length, label);
  });

  test('a system that is no more is asked nothing', () => {
    assert.deepEqual(outline(reported(judged(pilot.replace('pilot', 'retired')))).lines, []);
  });
});
