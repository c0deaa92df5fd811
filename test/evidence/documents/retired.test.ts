import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysOf } from '../../../core/src/evidence/documents/days.ts';
import { labelledIn, tablesIn } from '../../../core/src/evidence/documents/labelled.ts';
import { readMarkdown } from '../../../core/src/evidence/documents/markdown.ts';
import type { Prose } from '../../../core/src/evidence/documents/prose.ts';
import { retiredAt } from '../../../core/src/evidence/documents/retired.ts';
import { hostile } from '../hostile.ts';

/** The line where a page says that it no longer holds; 0 where it does not. */
const rows: readonly (readonly [text: string, line: number])[] = [
  ['# Wrong answers\n\n> **Deprecated**: moved to https://wiki.example/x\n', 3],
  ['# Wrong answers\n\n> [!WARNING]\n> This runbook is deprecated.\n\n## First\n', 4],
  ['# Wrong answers\n\nSuperseded by [the new one](b.md).\n', 3],
  ['# Wrong answers\n\n**Note:** this page has moved to the wiki.\n', 3],
  ['# Wrong answers\n\n⚠️ Obsolete since 2026-03-01\n', 3],
  ['# Wrong answers\n\nMoved to [the wiki](https://wiki.example/x)\n', 3],
  ['# Wrong answers\n\nStatus: archived\n', 3],
  ['# Wrong answers\n\nDo not use this any more.\n', 3],
  ['# Wrong answers\n\nThis document is no longer maintained.\n', 3],
  ['# Wrong answers [DEPRECATED]\n\nx\n', 1],
  ['# DEPRECATED: Wrong answers\n\nx\n', 1],
  ['---\nstatus: superseded\n---\n# Wrong answers\n\nx\n', 2],
  ['---\ntitle: x\nsuperseded_by: runbooks/b.md\n---\nx\n', 3],
  ['---\ndeprecated: true\n---\nx\n', 2],
  ['# Falsche Antworten\n\nVeraltet, siehe b.md\n', 3],
  ['# Falsche Antworten\n\nDiese Seite ist veraltet.\n', 3],
  ['# A\n\nThis runbook no longer applies since the move to v8.\n', 3],
  ['# A\n\nThis runbook does not apply to letters.\n', 0],
  // What a page is about, or says further down, is no word about itself.
  ['# Deprecated model version\n\nThe provider retired the model.\n', 0],
  ['# Model retired\n\nDeprecated models answer until the day they are retired.\n', 0],
  ['# Wrong answers\n\nThe handover moved to September.\n', 0],
  ['# Handover\n\nMoved to production on 2026-09-28.\n', 0],
  ['# Archive\n\nArchived documents are not indexed.\n', 0],
  ['# Wrong answers\n\n## First\n\nDeprecated: the old flag.\n', 0],
  ['---\nstatus: accepted\nsuperseded_by:\ndeprecated: false\n---\n# A\n\nx\n', 0],
  ['# A\n\nThis document describes which models are deprecated.\n', 0],
  ['# A\n\nThis runbook for the old index is deprecated.\n', 3],
  ['# A\n\nThis runbook is used when the old index is retired.\n', 0],
  ['# A\n\nThis page describes what to do when a model is retired.\n', 0],
  ['# A\n\nDo not use this model for medical decisions.\n', 0],
  ['# A\n\nDo not use this runbook for outages of the gateway.\n', 0],
  ['# A\n\nDo not use this runbook.\n', 3],
  ['# A\n\nArchived by the platform after 90 days.\n', 0],
  ['# A\n\nThis report has been archived in the record store.\n', 0],
];
for (const [text, line] of rows) {
  test(`${JSON.stringify(text)} ends at ${line}`, () => assert.equal(retiredAt(readMarkdown(text))?.line ?? 0, line));
}

for (const [name, text] of Object.entries(hostile)) {
  test(`retired: ${name}`, () => void retiredAt(readMarkdown(text)));
  test(`tables: ${name}`, () => void tablesIn(readMarkdown(text)));
}

/** Lines that count how often their number is asked for. */
function counted(text: string): { readonly prose: Prose; readonly asked: () => number } {
  const prose = readMarkdown(text);
  let asked = 0;
  const lines = prose.lines.map(({ line, text }) => ({
    text,
    get line() {
      asked += 1;
      return line;
    },
  }));
  return { prose: { ...prose, lines }, asked: () => asked };
}

test('headings and lines are gone through once', () => {
  const { prose, asked } = counted('# a\n\nb\n\nc\n\n'.repeat(1000));
  assert.equal(labelledIn(prose).length, 1000);
  assert.ok(asked() < 20_000, `${asked()} times`);
});

test('rows of tables are gone through once', () => {
  const { prose, asked } = counted('|-|\n'.repeat(2000));
  assert.equal(tablesIn(prose).length, 1);
  assert.ok(asked() < 20_000, `${asked()} times`);
});

/** What a record says of its day, and what is the day of something else. */
const days: readonly (readonly [line: string, day: string | undefined])[] = [
  ['Date of the drill: 2026-09-28', '2026-09-28'],
  ['Date of approval: 2026-09-28', undefined],
  ['Date of next review: 2026-09-28', undefined],
  ['Handed over on 2026-09-28.', '2026-09-28'],
  ['From A to B on 28 September 2026.', '2026-09-28'],
  ['Based on the template of 2026-09-28.', undefined],
  ['It depends on the release of 2026-09-28.', undefined],
];
for (const [line, day] of days) {
  test(`the day of: ${line}`, () => assert.equal(daysOf(readMarkdown(`# Drill\n\n${line}\n`)).event?.day, day));
}
