import { closest } from '../closest.ts';
import { complain, entriesOf, kindOf, mappingOf, type Reading, textOf, textsOf, wordOf } from '../config/reading.ts';
import type { Severities } from '../rules/rule.ts';
import { type FieldNode, fieldAt } from '../spec/field-tree.ts';
import { quoted } from '../spec/words.ts';
import { replaceScalar } from '../yaml/edit.ts';
import type { Entry, Scalar } from '../yaml/tree.ts';
import { type Assertion, measure, type Test, testNames } from './assertion.ts';
import { readPattern } from './pattern.ts';
import type { BooleanTrait, Condition, Worded } from './requirement.ts';

const parts = ['applies_when', 'subject', 'assert', 'message', 'why', 'severity', 'gap'];
const traits: readonly BooleanTrait[] = [
  'retrieval',
  'llm',
  'agent',
  'model',
  'personal',
  'hosted',
  'decides',
  'critical',
];
const gaps = ['integration', 'observability', 'operations', 'evaluation', 'governance'] as const;

/** The words that a pack chooses from. */
export const packParts = { traits, gaps };

/** One entry of `requirements:` of a pack; undefined where it asks for nothing that can be judged. */
export function readWorded(
  reading: Reading,
  entry: Entry,
  id: string,
  severityOf: (reading: Reading, entry: Entry | undefined) => Severities,
): Worded | undefined {
  const holder = mappingOf(reading, entry, 'a mapping with `subject`, `assert`, `message` and `why`');
  if (holder === undefined) return undefined;
  const given = new Map(
    entriesOf(reading, holder, parts, 'a part of a requirement').map((one) => [one.key.value, one]),
  );
  const said = (key: string, says: string): Scalar | undefined => {
    const one = given.get(key);
    const text = textOf(one?.value);
    if (text !== undefined) return text;
    const what = one === undefined ? 'it is missing' : `here is ${kindOf(one.value)}`;
    complain(reading, 'invalid-value', one?.value ?? one?.key ?? entry.key, `\`${key}\` is ${says}; ${what}.`);
    return undefined;
  };

  const subject = said('subject', 'a path in a spec such as sources.* or system');
  const message = said('message', 'a sentence that says what is asked');
  const why = said('why', 'a sentence that says what happens otherwise');
  const gap = given.get('gap');
  const steps = subject && readPath(reading, subject, []);
  if (subject === undefined || steps === undefined || message === undefined) return undefined;

  const asked = given.get('assert');
  const tests = asked && mappingOf(reading, asked, 'a mapping of tests, such as `present: [owner]`');
  const assertions = tests === undefined ? [] : readAssertions(reading, tests.entries, steps);
  if (asked?.value === undefined)
    complain(reading, 'invalid-value', asked?.key ?? entry.key, `\`${entry.key.value}\` asserts nothing.`);
  if (assertions.length === 0) return undefined;
  const condition = given.get('applies_when');
  const told = reading.findings.length;
  const conditions = condition === undefined ? [] : readConditions(reading, condition, steps);
  // Without a condition that cannot be read it would hold for systems that it is not meant for.
  if (reading.findings.length > told) return undefined;
  return {
    id,
    subject: steps,
    conditions,
    assertions,
    message: message.value,
    why: why?.value ?? message.value,
    severity: severityOf(reading, given.get('severity')),
    gap: (gap && wordOf(reading, gap, gaps, 'A gap')) ?? 'governance',
  };
}

/** A path of the language below `start`, its stars as they are; undefined, and a finding, where the language has none. */
function readPath(reading: Reading, path: Scalar, start: readonly string[]): readonly string[] | undefined {
  const steps = path.value.split('.');
  let node = fieldAtPattern(start);
  for (const step of steps) {
    const next: FieldNode | undefined =
      step === '*' ? (node?.any ?? node?.item) : (node?.children.get(step) ?? node?.any);
    if (node === undefined || next === undefined) {
      const names = [...(node?.children.keys() ?? [])];
      const guess = closest(step, names);
      const holder = start.length === 0 ? 'a spec' : `\`${start.join('.')}\``;
      const hint = guess === undefined ? '' : ` Did you mean \`${guess}\`?`;
      const fixed =
        guess === undefined
          ? undefined
          : path.value
              .split('.')
              .map((one) => (one === step ? guess : one))
              .join('.');
      complain(
        reading,
        'unknown-key',
        path,
        `${quoted(path.value)} is no field of ${holder}.${hint}`,
        ...(fixed === undefined
          ? []
          : [
              {
                title: `Change to \`${fixed}\``,
                kind: 'normalise' as const,
                safe: false,
                edits: [replaceScalar(path, fixed)],
              },
            ]),
      );
      return undefined;
    }
    node = next;
  }
  return steps;
}

function fieldAtPattern(steps: readonly string[]): FieldNode | undefined {
  return steps.reduce<FieldNode | undefined>(
    (node, step) => (step === '*' ? (node?.any ?? node?.item) : (node?.children.get(step) ?? node?.any)),
    fieldAt([]),
  );
}

function readAssertions(reading: Reading, entries: readonly Entry[], subject: readonly string[]): readonly Assertion[] {
  const holder = { kind: 'mapping', entries } as const;
  return entries.flatMap((entry): Assertion[] => {
    const kind = testNames.find((name) => name === entry.key.value);
    if (kind === undefined) {
      const guess = closest(entry.key.value, testNames);
      const hint =
        guess === undefined
          ? `; there are ${testNames.map((name) => `\`${name}\``).join(', ')}`
          : `. Did you mean \`${guess}\`?`;
      complain(
        reading,
        'unknown-key',
        entry.key,
        `${quoted(entry.key.value)} is not a test${hint}${guess === undefined ? '.' : ''}`,
      );
      return [];
    }
    if (holder.entries.find((one) => one.key.value === kind) !== entry) return [];
    if (kind === 'present') {
      const fields = textsOf(reading, entry, 'a field below the subject, or a list of them');
      return fields.flatMap((field) =>
        readPath(reading, field, subject) ? [{ field: field.value, test: { kind } }] : [],
      );
    }
    const values = mappingOf(reading, entry, `a mapping of fields to what they are held against`);
    return (values?.entries ?? []).flatMap((one): Assertion[] => {
      if (readPath(reading, one.key, subject) === undefined) return [];
      const test = readTest(reading, kind, one);
      return test === undefined ? [] : [{ field: one.key.value, test }];
    });
  });
}

function readTest(reading: Reading, kind: Exclude<Test['kind'], 'present'>, entry: Entry): Test | undefined {
  if (kind === 'one_of') {
    const values = textsOf(reading, entry, 'a list of values').map(({ value }) => value);
    return values.length === 0 ? undefined : { kind, values };
  }
  const text = textOf(entry.value);
  const refuse = (says: string) =>
    complain(
      reading,
      'invalid-value',
      entry.value ?? entry.key,
      `\`${entry.key.value}\` is held against ${says}; here is ${kindOf(entry.value)}.`,
    );
  if (text === undefined) {
    refuse('one value');
    return undefined;
  }
  if (kind === 'equals') return { kind, value: text.value };
  if (kind === 'matches') {
    const pattern = readPattern(text.value);
    if (pattern === undefined)
      refuse('a pattern of letters, ".", \\d \\w \\s and sets such as [a-z], with ? * + {2,4}, and no groups');
    return pattern && { kind, source: text.value, pattern };
  }
  if (measure(text.value) === undefined) {
    refuse('a number, share, duration, date, amount or rate, such as 90d');
    return undefined;
  }
  return { kind, limit: text.value };
}

function readConditions(reading: Reading, entry: Entry, subject: readonly string[]): readonly Condition[] {
  const holder = mappingOf(
    reading,
    entry,
    'a mapping such as `trait: hosted`, or `field: data.personal` with `one_of`',
  );
  if (holder === undefined) return [];
  const given = new Map(
    entriesOf(reading, holder, ['trait', 'field', 'one_of'], 'a condition').map((one) => [one.key.value, one]),
  );
  const trait = given.get('trait');
  const field = given.get('field');
  const conditions: Condition[] = [];
  if (trait !== undefined) {
    const known = wordOf(reading, trait, traits, 'A trait');
    if (known !== undefined) conditions.push({ kind: 'trait', trait: known });
  }
  const path = textOf(field?.value);
  if (path !== undefined) {
    const [first = ''] = path.value.split('.');
    const below = fieldAtPattern(subject)?.children.has(first) ? 'subject' : 'spec';
    const values = given.get('one_of');
    if (readPath(reading, path, below === 'subject' ? subject : []) !== undefined) {
      const listed = values && textsOf(reading, values, 'a list of values').map(({ value }) => value);
      conditions.push({ kind: 'field', below, field: path.value, values: listed });
    }
  }
  if (trait === undefined && path === undefined) {
    complain(reading, 'invalid-value', field?.value ?? entry.key, '`applies_when` names a `trait` or a `field`.');
  }
  return conditions;
}
