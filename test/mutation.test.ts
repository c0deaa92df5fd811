import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Analysis, applyEdits, check, type Edit, type LineId, rules } from '../core/src/index.ts';
import { referredName } from '../core/src/spec/names.ts';
import type { Place } from '../core/src/spec/place.ts';
import { removeEntry, replaceScalar } from '../core/src/yaml/edit.ts';
import type { AnyNode } from '../core/src/yaml/tree.ts';
import { examples } from './support/examples.ts';

/*
 * In each example, every answer is taken out, and every value made a placeholder, one after the other. What that changes
 * in the report must be among the requirements, and so the lines, that the answer belongs to. Which those are comes from
 * data: the fields that the catalogue says a requirement reads, further ones with their reason, and who refers to whom.
 */
type Fields = Readonly<Record<string, readonly string[]>>;
const read = (file: string) => JSON.parse(readFileSync(`test/fixtures/${file}`, 'utf8'));
const catalogue: Fields = read('requirement-fields.json');
const further: Readonly<Record<string, Readonly<Record<string, string>>>> = read('further-fields.json');
const requirements = rules.flatMap((rule) => (rule.kind === 'requirement' ? [rule] : []));

interface Mutation {
  readonly says: string;
  readonly place: Place;
  readonly isRemoval: boolean;
  readonly edit: Edit;
}

const needed = new Set<string>();
/** Whether a requirement was seen to change with a field that it reads, somewhere. */
const answers = new Map<string, boolean>();
let tried = 0;

for (const { name, text, asOf } of examples) {
  test(`${name}: every answer changes its own lines only`, () => {
    const whole = check(text, { asOf });
    const asPilot = check(text, { asOf, stage: 'pilot' });
    const before = standing(whole);
    const wrong: string[] = [];
    for (const mutation of mutations(whole)) {
      tried++;
      const after = check(applyEdits(text, [mutation.edit]), { asOf, previous: whole });
      if (after.skipped !== undefined) {
        // A file with another marker is somebody else's.
        assert.equal(mutation.says, 'hollow apiVersion');
        continue;
      }
      const now = standing(after);
      const concerned = concernedBy(mutation, whole);
      if (after.stage.claimed === null) add(concerned, differing(before, standing(asPilot)));
      if (JSON.stringify(after.traits) !== JSON.stringify(whole.traits)) add(concerned, switched(before, now));

      const strangers = differing(before, now).filter((rule) => !concerned.has(rule));
      for (const rule of differing(before, now)) for (const field of concerned.get(rule) ?? []) needed.add(field);
      if (strangers.length > 0) wrong.push(`${mutation.says}: ${strangers.join(', ')}`);
      for (const rule of before.keys()) {
        const field = mutation.place.field?.path.replaceAll('[]', '') ?? '';
        if (!catalogue[rule]?.includes(field)) continue;
        const one = `${rule}: ${mutation.isRemoval ? 'remove' : 'hollow'} ${field}`;
        answers.set(one, (answers.get(one) ?? false) || before.get(rule) !== now.get(rule));
      }
      const lines = new Set(
        [...concerned.keys()].flatMap((rule) => [...linesOf(rule, whole), ...linesOf(rule, after)]),
      );
      const others = changedLines(whole, after).filter((line) => !lines.has(line));
      if (others.length > 0) wrong.push(`${mutation.says}: line ${others.join(', ')}`);
    }
    // By mistake, or because a rule reads a field that test/fixtures/requirement-fields.json does not list for it.
    assert.deepEqual(wrong, []);
  });
}

test('each further field is needed, and is no field of the catalogue', () => {
  const given = Object.entries(further).flatMap(([rule, fields]) =>
    Object.keys(fields).map((field) => `${rule} ${field}`),
  );
  assert.deepEqual(
    given.filter((one) => !needed.has(one)),
    [],
  );
  assert.ok(tried > 4000, `${tried} mutations`);
});

test('each field that a requirement reads changes it, removed and made a placeholder', () => {
  const deaf = new Set([...answers].flatMap(([one, changed]) => (changed ? [] : [one.split(':')[0]])));
  // The first asks for nothing, and of the second's runbooks those that are not there are asked for by others.
  assert.deepEqual([...deaf].sort(), ['no-secrets-inline', 'runbook-live']);
  assert.ok(answers.size > 200, `${answers.size} kinds of answers`);
});

/** Every entry is removed, and every scalar replaced. */
function mutations({ doc }: Analysis): readonly Mutation[] {
  return doc.places.flatMap((place): Mutation[] => {
    const holder = nodeAt(doc.tree, place.path.slice(0, -1));
    const entry = holder?.kind === 'mapping' ? holder.entries.find(({ key }) => key === place.key) : undefined;
    const path = place.path.join('.');
    const removed: Mutation[] =
      holder?.kind === 'mapping' && entry !== undefined
        ? [{ says: `remove ${path}`, place, isRemoval: true, edit: removeEntry(doc.text, holder, entry) }]
        : [];
    if (place.node?.kind !== 'scalar') return removed;
    return [...removed, { says: `hollow ${path}`, place, isRemoval: false, edit: replaceScalar(place.node, 'TBD') }];
  });
}

/** The requirements that an answer belongs to; with those that only further fields tell of, these fields. */
function concernedBy({ place, isRemoval }: Mutation, { doc }: Analysis): Map<string, readonly string[]> {
  const gone = doc.places.filter(({ path }) => place.path.every((step, index) => path[index] === step));
  const ids = new Set(
    isRemoval ? gone.flatMap(({ field, key }) => (key && field ? [`${field.path} ${key.value}`] : [])) : [],
  );
  const referring = doc.places.filter(({ field, node, key }) => {
    const value = node?.kind === 'scalar' ? String(node.value) : key?.value;
    const id = value === undefined ? undefined : referredName(value, field?.refersForm);
    return field?.refers?.some((section) => ids.has(`${section}.* ${id}`));
  });
  const fields = [...gone, ...referring].flatMap(({ field }) => field?.path.replaceAll('[]', '') ?? []);
  const concerned = new Map<string, readonly string[]>();
  for (const { id } of requirements) {
    const [known, more] = [catalogue[id] ?? [], Object.keys(further[id] ?? {})].map((list) =>
      list.filter((one) => fields.some((field) => field === one || field.startsWith(`${one}.`))),
    );
    if (known?.length) concerned.set(id, []);
    else if (more?.length)
      concerned.set(
        id,
        more.map((field) => `${id} ${field}`),
      );
  }
  if (place.path[0] === 'waivers') add(concerned, excused(doc, place.path[1]));
  return concerned;
}

/** What a waiver excuses hangs on the waiver. */
function excused({ places }: Analysis['doc'], index: string | number | undefined): readonly string[] {
  return places.flatMap(({ path, node }) => {
    const isRule = path[0] === 'waivers' && path[2] === 'rule' && (index === undefined || path[1] === index);
    return isRule && node?.kind === 'scalar' ? [String(node.value)] : [];
  });
}

type Standing = ReadonlyMap<string, string>;

/** What each requirement stands at, its weakest subject; one that does not apply is not in it. */
function standing({ assessments }: Analysis): Standing {
  const order = ['contradicted', 'missing', 'hollow', 'stale', 'declared', 'linked', 'proven', 'waived'];
  const states = new Map<string, string>();
  for (const { rule, state } of assessments) {
    if (state === 'not-applicable') continue;
    const other = states.get(rule);
    if (other === undefined || order.indexOf(state) < order.indexOf(other)) states.set(rule, state);
  }
  return states;
}

function differing(before: Standing, after: Standing): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((rule) => before.get(rule) !== after.get(rule));
}

/** Requirements that apply to one of the two only. */
function switched(before: Standing, after: Standing): readonly string[] {
  return differing(before, after).filter((rule) => before.has(rule) !== after.has(rule));
}

function changedLines(before: Analysis, after: Analysis): readonly LineId[] {
  const known = new Map(before.readiness().lines.map((line) => [line.id, line]));
  return after
    .readiness()
    .lines.filter(({ id, state, answered }) => {
      const line = known.get(id);
      return line?.state !== state || line.answered !== answered;
    })
    .map(({ id }) => id);
}

/** The lines that a requirement decides, by its metadata and by what takes its place where nothing is searched. */
function linesOf(rule: string, { traits }: Analysis): readonly string[] {
  const { questions = [], area } = requirements.find(({ id }) => id === rule) ?? {};
  const done = ['sla-measurable', 'change-process', 'eval-gate', 'observability-before-launch'].includes(rule);
  const decides = [
    ...questions.filter((question) => !question.startsWith('(')),
    ...(rule === 'answer-metrics' && traits.llm && !traits.retrieval ? ['Q2'] : []),
    ...(rule === 'drift-monitored' && traits.model && !traits.retrieval ? ['Q4'] : []),
    ...(done ? ['done'] : []),
    ...(area === 'governance' ? ['governance'] : []),
  ];
  return decides.length > 0 || questions.length > 0 ? decides : ['rest'];
}

function add(to: Map<string, readonly string[]>, more: readonly string[]): void {
  for (const one of more) if (!to.has(one)) to.set(one, []);
}

function nodeAt(node: AnyNode | undefined, path: Place['path']): AnyNode | undefined {
  return path.reduce<AnyNode | undefined>((at, step) => {
    if (at?.kind === 'mapping') return at.get(String(step));
    return at?.kind === 'sequence' ? at.items[Number(step)] : undefined;
  }, node);
}
