import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type Analysis,
  applyEdits,
  check,
  completeStage,
  type Edit,
  type Finding,
  type Fix,
  fixAll,
  lineEnding,
  stages,
} from '../../core/src/index.ts';
import { nodeAt } from '../../core/src/rules/subject.ts';
import { pointer } from '../../core/src/spec/document.ts';
import { removeEntry } from '../../core/src/yaml/edit.ts';
import { today } from '../support/carets.ts';
import { examples } from '../support/examples.ts';
import { mutate, someSections } from '../support/mutations.ts';
import { type Random, random } from '../support/random.ts';

const perExample = 120;
/** Judging again takes the most time; what the edits do to the text is seen for every fix. */
const judgedPerText = 6;

for (const { name, text } of examples) {
  describe(`fixes of changed versions of ${name}`, () => {
    for (const kind of ['skeleton', 'normalise', 'waive', 'ignore'] as const) {
      test(`${kind} fixes keep to themselves, and what they are about is gone`, () => {
        const rng = random(name.length * 7 + kind.length);
        for (let round = 0; round < perExample; round += 1) {
          const analysis = check(changed(text, rng), { asOf: today });
          const offered = analysis.findings.flatMap((finding) => finding.fixes().map((fix) => ({ finding, fix })));
          const ofKind = offered.filter(({ fix }) => fix.kind === kind);
          for (const { finding, fix } of ofKind) keepsToItself(analysis, finding, fix);
          for (const { finding, fix } of some(ofKind, judgedPerText, rng)) mends(analysis, finding, fix);
        }
      });
    }

    test('all safe fixes together settle in three rounds and change nothing the second time', () => {
      const rng = random(name.length);
      for (let round = 0; round < perExample; round += 1) {
        const before = changed(text, rng);
        const fixed = fixAll(before, { asOf: today });
        assert.ok(fixed.rounds <= 3, `${fixed.rounds} rounds\n${before}`);
        assert.equal(fixAll(fixed.text, { asOf: today }).text, fixed.text, before);
        sameManner(before, fixed.text);
      }
    });
  });
}

describe('completing a stage', () => {
  for (const { name, text } of examples) {
    for (const stage of stages) {
      test(`${name} at ${stage}: only what is still to be filled in is left`, () => {
        const rng = random(name.length + stage.length);
        for (let round = 0; round < 20; round += 1) {
          const before = check(someSections(text, rng), { asOf: today });
          const fix = completeStage(before, stage);
          if (fix === undefined) continue;
          keepsToItself(before, before.findings[0]!, fix);
          const after = check(applyEdits(before.doc.text, fix.edits), { asOf: today, stage });
          const missing = after.findings.filter((one) => one.state === 'missing' && canBeWritten(one));
          assert.deepEqual(missing.map(named), [], after.doc.text);
          assert.equal(completeStage(after, stage), undefined, 'complete the second time');
        }
      });
    }
  }

  for (const { name, text } of examples.filter((one) => one.name.endsWith('-production'))) {
    test(`${name}: with the answers of the example in place of what was cut out, nothing is left`, () => {
      const rng = random(name.length);
      const whole = check(text, { asOf: today });
      for (let round = 0; round < 30; round += 1) {
        const cut = check(withoutOne(text, rng), { asOf: today });
        const fix = completeStage(cut, 'production');
        if (fix === undefined) continue;
        const once = answered(check(applyEdits(cut.doc.text, fix.edits), { asOf: today }), whole);
        // What a refresh is asked hangs on its mode, so an answer may bring a question of its own.
        const next = once === undefined ? undefined : completeStage(check(once, { asOf: today }), 'production');
        const filled =
          once === undefined || next === undefined
            ? once
            : answered(check(applyEdits(once, next.edits), { asOf: today }), whole);
        if (filled === undefined) continue;
        const again = check(filled, { asOf: today });
        // What nobody has to say is not asked for again, and without it an answer may be too little.
        const isShort = again.doc.places.length < whole.doc.places.length;
        const left = subtract(again.findings, whole.findings).filter(({ state }) => !isShort || state === 'missing');
        assert.deepEqual(left.map(named), [], `${diff(cut.doc.text, fix.edits)}\n${filled}`);
      }
    });
  }
});

/** Something was offered for it: a rule may also find missing what only a person can put into words. */
function canBeWritten(finding: Finding): boolean {
  return finding.fixes().some(({ kind }) => kind === 'skeleton');
}

/** Without one entry or item, with all that is in it. */
function withoutOne(text: string, rng: Random): string {
  const { tree, places } = check(text, { asOf: today }).doc;
  const { path } = rng.pick(places.filter(({ key, path }) => key !== undefined && path.length > 1));
  const holder = nodeAt(tree, path.slice(0, -1));
  assert.ok(holder?.kind === 'mapping');
  return applyEdits(text, [removeEntry(text, holder, holder.entry(String(path.at(-1)))!)]);
}

/** Every placeholder replaced by what the whole spec says there; `undefined` where it says nothing there. */
function answered({ doc }: Analysis, whole: Analysis): string | undefined {
  const edits: Edit[] = [];
  for (const { path, node, placeholder } of doc.places) {
    if (!placeholder || node?.kind !== 'scalar') continue;
    const list = nodeAt(doc.tree, path.slice(0, -1));
    const answer = nodeAt(whole.doc.tree, list?.kind === 'sequence' ? path.slice(0, -1) : path);
    if (answer?.kind === 'sequence' && list?.kind === 'sequence') {
      const items = answer.items.map((item) => (item?.kind === 'scalar' ? JSON.stringify(item.value) : '~'));
      edits.push({ span: list.span, text: `[${items.join(', ')}]` });
    } else if (answer?.kind === 'scalar') {
      edits.push({ span: node.span, text: whole.doc.text.slice(answer.span.start, answer.span.end) });
    } else return undefined;
  }
  return applyEdits(doc.text, edits);
}

function changed(text: string, rng: Random): string {
  return mutate(rng.chance(0.5) ? someSections(text, rng) : text, rng);
}

/** What can be said of the edits without judging again. */
function keepsToItself({ doc }: Analysis, finding: Finding, fix: Fix): void {
  const where = () => `${finding.rule}: ${fix.title}\n${diff(doc.text, fix.edits)}`;
  disjoint(doc.text, fix.edits, where);
  const after = applyEdits(doc.text, fix.edits);
  assert.notEqual(after, doc.text, where());
  sameManner(doc.text, after, finding.rule);
  if (fix.kind !== 'normalise') {
    for (const { span } of fix.edits) {
      assert.match(
        doc.text.slice(span.start, span.end),
        /^[\s:]*(?:~|null|\{\s*\}|\[\s*\])?\s*(?:#.*)?$/i,
        `only adds\n${where()}`,
      );
    }
  }
  if (/[\r\n]$/.test(doc.text)) assert.match(after, /[\r\n]$/, where());
}

function disjoint(text: string, edits: readonly Edit[], where: () => string): void {
  let end = -1;
  for (const { span, text: inserted } of edits) {
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, where());
    assert.ok(span.start > end || (end === -1 && span.start === 0), `edits touch or are not sorted\n${where()}`);
    assert.notEqual(text.slice(span.start, span.end), inserted, `changes nothing\n${where()}`);
    end = span.end;
  }
}

/** Line ends and a byte order mark are nobody's to change. */
function sameManner(before: string, after: string, rule = ''): void {
  const ends = new Set(before.match(/\r\n|\n|\r/g));
  if (ends.size === 1 && rule !== 'lone-carriage-return') {
    assert.deepEqual(new Set(after.match(/\r\n|\n|\r/g) ?? [lineEnding(before)]), ends, JSON.stringify(after));
  }
  assert.equal(after.startsWith('\ufeff'), before.startsWith('\ufeff'));
}

/** What is to be seen in the text that the fix makes. */
function mends(before: Analysis, finding: Finding, fix: Fix): void {
  const { text } = before.doc;
  const where = () => `${finding.rule} (${finding.message}): ${fix.title}\n${diff(text, fix.edits)}`;
  const after = check(applyEdits(text, fix.edits), before.options);
  const readable = before.doc.yaml.problems.length === 0;

  assert.ok(after.doc.yaml.problems.length <= before.doc.yaml.problems.length, `can be read no better\n${where()}`);
  keepsComments(before, after, finding, fix, where);
  if (readable && !/^hash-/.test(finding.rule)) keepsScalars(before, after, fix, where);

  const left = unsettled(before, after, finding, fix);
  assert.ok(left === undefined, `is still there\n${where()}\n${told(left ?? [])}`);
  if (!readable || before.findings.some(({ rule }) => rule === 'empty-file')) return; // What could not be read before says now what is wrong with it.
  const bad = subtract(after.findings, before.findings).filter((one) => isWorse(one, finding, fix));
  assert.deepEqual(
    bad.map(({ rule, message }) => `${rule}: ${message}`),
    [],
    `is new\n${where()}`,
  );
}

/** The findings that should be gone and are not. */
function unsettled(before: Analysis, after: Analysis, finding: Finding, fix: Fix): readonly Finding[] | undefined {
  const { findings } = fix.kind === 'waive' ? reasoned(after) : after;
  const same = (one: Finding) => named(one) === named(finding);
  const left = findings.filter(same);
  if (left.length < before.findings.filter(same).length) return undefined;
  if (before.findings.some(({ rule }) => rule === 'duplicate-key')) return undefined; // Now its double is told.
  // What was written only counts once it is filled in; but it is not offered again.
  const again = left.filter((one) => one.fixes().some(({ kind }) => kind === fix.kind));
  return fix.kind === 'skeleton' && again.length === 0 ? undefined : left;
}

/** A waiver counts once somebody has given its reason and put their name to it. */
function reasoned({ doc, options }: Analysis): Analysis {
  const owner = doc.tree.get('owners');
  const name = owner?.kind === 'mapping' ? owner.entries[0]?.key.value : undefined;
  const text = doc.text.replace('TODO why this can wait', 'the vendor delivers it by the end of the month');
  return check(text.replace(/(expires.*|reason.*\s+owner: )TODO owner id/, `$1${name ?? 'ops'}`), options);
}

/** What is read now may have gaps of its own, and what only the removed thing named is named by nobody. */
const revealing = new Set(['unknown-key', 'unused-id', 'empty-value']);

/** What a fix may not bring: more of the same, or, away from what it wrote, anything worse. */
function isWorse(one: Finding, finding: Finding, fix: Fix): boolean {
  if (one.rule === 'internal-error' || one.rule === 'syntax-error') return true;
  if (fix.kind === 'skeleton') {
    if (one.rule === 'placeholder' || one.state === 'hollow') return false;
    return one.rule === finding.rule && one.state === finding.state && one.subject !== finding.subject;
  }
  if (fix.kind === 'waive') return one.state !== 'hollow' && one.rule !== 'placeholder' && one.rule !== 'waiver-valid';
  // A language finding that is silenced no longer stands in for the requirement that is not met there.
  if (fix.kind === 'ignore')
    return !isRevealed(one, finding) && one.rule !== 'ignore-without-reason' && one.rule !== 'unused-ignore';
  // A value that could not be read, or a key that nobody knew, counts from now on: what depends on it may be asked.
  return one.rule === finding.rule && !revealing.has(finding.rule) && finding.state === undefined;
}

/** What a silenced finding stood for: a placeholder for any hollow answer, a misspelt or commented key for one that is missing. */
function isRevealed(one: Finding, silenced: Finding): boolean {
  if (one.state !== 'missing') return one.state === 'hollow';
  return silenced.rule === 'unknown-key' || silenced.rule === 'hash-starts-comment';
}

function keepsComments(before: Analysis, after: Analysis, finding: Finding, fix: Fix, where: () => string): void {
  if (/^hash-/.test(finding.rule)) return; // It is the comment that becomes the value.
  const removed = fix.edits.map(({ span }) => span);
  const expected = before.doc.yaml.comments.filter(({ span }) => {
    return !(fix.kind === 'normalise' && removed.some(({ start, end }) => start <= span.start && span.end <= end));
  });
  const there = after.doc.yaml.comments.map((comment) => comment.text);
  let from = 0;
  for (const { text } of expected) {
    const at = there.indexOf(text, from);
    assert.notEqual(at, -1, `lost ${text}\n${where()}`);
    from = at + 1;
  }
}

/** Every scalar that the edits do not touch stands under its keys as before, byte for byte. */
function keepsScalars(before: Analysis, after: Analysis, { edits }: Fix, where: () => string): void {
  const kept = writtenAt(after);
  const renamed = edits.some(({ span }) => keysOf(before).some((key) => key.start < span.end && span.start < key.end));
  for (const [path, { source, start, end }] of writtenAt(before)) {
    if (edits.some(({ span }) => span.start < end && start < span.end)) continue;
    if (renamed)
      assert.ok(
        [...kept.values()].some((one) => one.source === source),
        `lost ${source}\n${where()}`,
      );
    else assert.equal(kept.get(path)?.source, source, `${path}\n${where()}`);
  }
}

function keysOf({ doc }: Analysis) {
  return doc.places.flatMap(({ key }) => (key === undefined ? [] : [key.span]));
}

function writtenAt({ doc }: Analysis) {
  const scalars = new Map<string, { readonly source: string; readonly start: number; readonly end: number }>();
  for (const { path, node } of doc.places) {
    if (node?.kind !== 'scalar' || scalars.has(pointer(path))) continue;
    const { start, end } = node.span;
    scalars.set(pointer(path), { source: doc.text.slice(start, end).trimEnd(), start, end });
  }
  return scalars;
}

function subtract(from: readonly Finding[], what: readonly Finding[]): Finding[] {
  const left = new Map<string, number>();
  for (const finding of what) left.set(named(finding), (left.get(named(finding)) ?? 0) + 1);
  return from.filter((finding) => {
    const count = left.get(named(finding)) ?? 0;
    left.set(named(finding), count - 1);
    return count <= 0;
  });
}

/** A finding as such, wherever it stands and whatever is guessed. */
function named({ rule, message, subject, state }: Finding): string {
  return JSON.stringify([rule, message.replace(/ Did you mean.*/, ''), subject, state]);
}

function some<T>(all: readonly T[], count: number, rng: Random): T[] {
  return all.length <= count ? [...all] : Array.from({ length: count }, () => rng.pick(all));
}

function told(findings: readonly Finding[]): string {
  return findings.map(({ rule, message, span }) => `${span.start} ${rule}: ${message}`).join('\n');
}

/** What the edits do, with a little of what stands around. */
function diff(text: string, edits: readonly Edit[]): string {
  return edits
    .map(({ span, text: inserted }) => {
      const before = text.slice(Math.max(0, span.start - 120), span.start);
      return `${before}⟦-${text.slice(span.start, span.end)}-⟧⟦+${inserted}+⟧${text.slice(span.end, span.end + 60)}`;
    })
    .join('\n~~~\n');
}
