import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyEdits, check, type Finding, rules } from '../core/src/index.ts';
import type { SpecDocument } from '../core/src/spec/document.ts';
import type { Place } from '../core/src/spec/place.ts';
import { removeEntry } from '../core/src/yaml/edit.ts';
import type { AnyNode } from '../core/src/yaml/tree.ts';

/*
 * What happens when one answer is taken out of an example: a line for each field of the language that the examples use,
 * in removal.txt. Whoever changes a rule sees there what it does to every field. `UPDATE=1 npm test -- removal` writes it.
 */
const table = 'test/fixtures/removal.txt';
const examples = [
  { name: 'rag-production', asOf: '2026-11-22' },
  { name: 'model-production', asOf: '2026-11-22' },
  { name: 'agent-production', asOf: '2026-11-22' },
  { name: 'rag-pilot', asOf: '2026-06-20' },
] as const;

/** Which fields each requirement of the catalogue reads, those of later versions among them. */
const catalogue: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync('test/fixtures/requirement-fields.json', 'utf8'),
);

const known = new Set(rules.map(({ id }) => id));
const rows = new Map<string, string>();
/** A field that counts at some places only is taken out at one after the other, until somebody notices. */
const seen = new Set<string>();
for (const { name, asOf } of examples) {
  const text = readFileSync(`examples/${name}/ai-system.yaml`, 'utf8');
  const whole = check(text, { asOf });
  const before = whole.findings.map(described);
  for (const place of whole.doc.places) {
    const { key, field } = place;
    if (key === undefined || field === undefined || seen.has(field.path) || field.path.endsWith('*')) continue;
    const removed = without(whole.doc, place);
    const found = check(removed, { asOf }).findings.filter((finding) => !before.includes(described(finding)));
    if (found.length > 0 || quiet(field.path) !== 'optional' || !isRead(field.path)) seen.add(field.path);
    rows.set(
      field.path,
      `${field.path} (${name}): ${found.length === 0 ? quiet(field.path) : found.map(described).sort().join(' | ')}`,
    );
    if (!seen.has(field.path)) continue;

    test(`${field.path}: no two findings for one lack`, () => {
      const lacks = found
        .filter(({ state }) => state === 'missing')
        .map(({ span, subject, rule }) => `${span.start} ${subject} ${rule}`);
      assert.equal(new Set(lacks).size, lacks.length, lacks.join('\n'));
    });
  }
}

test('removing any answer gives what the table says', () => {
  const text = `${[...rows.values()].join('\n')}\n`;
  if (process.env.UPDATE === '1') writeFileSync(table, text);
  assert.equal(text, readFileSync(table, 'utf8'));
});

test('every field that a requirement of this version reads is noticed when it is gone', () => {
  const unnoticed = [...rows].filter(([path, row]) => row.endsWith('optional') && isRead(path));
  assert.deepEqual(unnoticed, []);
});

function without(doc: SpecDocument, place: Place): string {
  const holder = nodeAt(doc.tree, place.path.slice(0, -1));
  const entry = holder?.kind === 'mapping' ? holder.entries.find(({ key }) => key === place.key) : undefined;
  assert.ok(holder?.kind === 'mapping' && entry !== undefined);
  return applyEdits(doc.text, [removeEntry(doc.text, holder, entry)]);
}

function nodeAt(node: AnyNode | undefined, path: Place['path']): AnyNode | undefined {
  return path.reduce<AnyNode | undefined>((at, step) => {
    if (at?.kind === 'mapping') return at.get(String(step));
    return at?.kind === 'sequence' ? at.items[Number(step)] : undefined;
  }, node);
}

/** Without its place: removing a line moves all that stand behind it. */
function described({ rule, severity, message }: Finding): string {
  return `${severity} ${rule}: ${message}`;
}

/** By a requirement of this version. */
function isRead(path: string): boolean {
  return Object.entries(catalogue).some(([rule, fields]) => known.has(rule) && fields.includes(path));
}

function quiet(path: string): string {
  const readers = Object.entries(catalogue).filter(([, fields]) =>
    fields.some((field) => path === field || path.startsWith(`${field}.`)),
  );
  const later = readers.map(([rule]) => rule).filter((rule) => !known.has(rule));
  return later.length === 0 ? 'optional' : `waits for ${later.join(', ')}`;
}
