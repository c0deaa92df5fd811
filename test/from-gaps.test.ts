import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Analysis, applyEdits, check, type Finding, lineIndex } from '../core/src/index.ts';
import { nodeAt } from '../core/src/rules/subject.ts';
import { fieldAt } from '../core/src/spec/field-tree.ts';
import { removeEntry } from '../core/src/yaml/edit.ts';
import { printScalar } from '../core/src/yaml/print.ts';

/*
 * The way of an author: a spec without owners, integrations, a log and edge cases; each gap found where it would be
 * written, each with a fix; then only placeholders; then nothing.
 */
const complete = readFileSync('test/fixtures/complete/ai-system.yaml', 'utf8');
const options = { asOf: '2026-11-22' };
const whole = check(complete, options);
const gaps = [['owners'], ['sources'], ['logging'], ['evaluation', 'datasets', 'real-letters', 'edge_cases']] as const;
const gappy = check(gaps.reduce(without, complete), options);

test('the whole spec has no findings, and is ready for a pilot', () => {
  assert.deepEqual(whole.findings.map(described), []);
  assert.equal(whole.stage.earned, 'pilot');
});

test('each gap is found at the token where it would be written', () => {
  const found = gappy.findings
    .filter(({ state }) => state === 'missing')
    .map((finding) => `${keyAt(gappy, finding)}: ${finding.rule}`);
  for (const expected of [
    'system: owner-reachable',
    'system: source-inventory',
    'evaluation: log-every-call',
    'real-letters: eval-edge-cases',
  ]) {
    assert.ok(found.includes(expected), `${expected} is not among\n${found.join('\n')}`);
  }
  assert.equal(gappy.stage.earned, null);
});

test('each gap has a fix', () => {
  for (const finding of gappy.findings.filter(({ state }) => state === 'missing')) {
    assert.ok(
      finding.fixes().some(({ kind }) => kind === 'skeleton'),
      described(finding),
    );
  }
});

test('after all fixes only placeholders are left, and they do not earn a stage', () => {
  const fixed = fixedOneByOne(gappy);
  for (const finding of fixed.findings) {
    const placed = fixed.doc.text.slice(finding.span.start, finding.span.end);
    assert.match(placed, /^"?todo\b/i, `${described(finding)} stands at ${placed}`);
  }
  assert.ok(fixed.findings.length > 20);
  assert.equal(fixed.stage.earned, null);
});

test('after filling them in nothing is left but what the answers ask for in turn', () => {
  const once = check(filledIn(fixedOneByOne(gappy)), options);
  // That it holds confidential documents is known only now.
  assert.deepEqual(new Set(once.findings.map(({ rule }) => rule)), new Set(['source-access-model', 'source-formats']));

  const twice = check(filledIn(fixedOneByOne(once)), options);
  assert.deepEqual(twice.findings.map(described), []);
  assert.equal(twice.stage.earned, 'pilot');
});

function without(text: string, path: readonly string[]): string {
  const { doc } = check(text, options);
  const holder = nodeAt(doc.tree, path.slice(0, -1));
  const entry = holder?.kind === 'mapping' ? holder.entry(path.at(-1) ?? '') : undefined;
  assert.ok(holder?.kind === 'mapping' && entry !== undefined, path.join('.'));
  return applyEdits(text, [removeEntry(text, holder, entry)]);
}

/** As somebody does who applies the first fix of the first finding until nothing is missing. */
function fixedOneByOne(start: Analysis): Analysis {
  let analysis = start;
  for (let step = 0; step < 50; step += 1) {
    const finding = analysis.findings.find(({ state }) => state === 'missing');
    const fix = finding?.fixes().find(({ kind }) => kind === 'skeleton');
    if (fix === undefined) return analysis;
    analysis = check(applyEdits(analysis.doc.text, fix.edits), options);
  }
  return assert.fail('There is always something missing.');
}

/** Each placeholder replaced by what the whole spec says at its place, ids included. */
function filledIn({ doc }: Analysis): string {
  const ids: Readonly<Record<string, string>> = { 'todo-source': 'letters', 'todo-owner': 'claims-ops' };
  const edits = doc.places.flatMap(({ path, key, node, placeholder }) => {
    const own = path.map((step) => ids[step] ?? step);
    const renamed =
      key !== undefined && ids[key.value] !== undefined ? [{ span: key.span, text: ids[key.value] ?? '' }] : [];
    if (!placeholder || node === undefined) return renamed;
    const answer = nodeAt(whole.doc.tree, own);
    const value = answer?.kind === 'scalar' ? String(answer.value) : (fieldAt(own)?.field?.example ?? '');
    return [...renamed, { span: node.span, text: printScalar(value) }];
  });
  return applyEdits(doc.text, edits);
}

/** The text of the token at which a finding stands. */
function keyAt({ doc }: Analysis, { span }: Finding): string {
  return doc.text.slice(span.start, span.end);
}

function described({ rule, message, span }: Finding): string {
  const { line } = lineIndex(complete).position(span.start);
  return `${line + 1} ${rule}: ${message}`;
}
