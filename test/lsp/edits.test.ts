import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SnippetTextEdit, TextDocumentEdit } from 'vscode-languageserver';
import { type Edit, type Finding, lineIndex } from '../../core/src/index.ts';
import type { Snapshot } from '../../server/src/analysis.ts';
import { readClient } from '../../server/src/client.ts';
import { toWorkspaceEdit } from '../../server/src/convert.ts';
import { editsOf } from '../../server/src/features/edits.ts';
import { capabilities, type Profile } from './profiles.ts';

const client = (profile: Profile) =>
  readClient({ processId: null, rootUri: null, capabilities: capabilities(profile) });

function snapshot(text: string, findings: readonly Finding[] = []): Snapshot {
  return { uri: 'file:///ai-system.yaml', version: 3, text, lines: lineIndex(text), findings, resultId: 'x' };
}

const insert = (offset: number, text: string): Edit => ({ span: { start: offset, end: offset }, text });

/** As the only tab stop. */
const stop = `\${1:TODO say}`;

/** Text, edits, and what a client with tab stops gets: the start of its range and its snippet; or plain edits. */
const snippets: readonly (readonly [string, string, readonly Edit[], readonly [number, number, string] | undefined])[] =
  [
    ['one word inside a line', 'a: x\n', [{ span: { start: 3, end: 4 }, text: 'TODO say' }], [0, 3, stop]],
    ['no placeholder', 'a: x\n', [{ span: { start: 3, end: 4 }, text: 'y' }], undefined],
    ['lines at the start of a line', 'a:\n', [insert(3, '  b:\n    c: TODO say\n')], [1, 0, `  b:\n    c: ${stop}\n`]],
    ['lines behind the end of a line', 'a:\nz:\n', [insert(2, '\n  b: TODO say')], [1, 0, `  b: ${stop}\n`]],
    ['the same with \\r\\n', 'a:\r\nz:\r\n', [insert(2, '\r\n  b: TODO say')], [1, 0, `  b: ${stop}\r\n`]],
    ['lines behind the last line, which has no end', 'a:', [insert(2, '\n  b: TODO say')], undefined],
    ['lines in the middle of a line', 'a: {}\n', [insert(3, '\n  b: TODO say')], undefined],
    ['two edits', 'a: x\n', [insert(0, 'TODO say'), insert(3, 'TODO say')], undefined],
  ];

for (const [name, text, edits, expected] of snippets) {
  test(`tab stops: ${name}`, () => {
    const { documentChanges } = toWorkspaceEdit(snapshot(text), edits, client('vscode'));
    const [{ edits: made }] = documentChanges as [TextDocumentEdit];
    if (expected !== undefined) {
      const [line, character, value] = expected;
      const [only] = made as [SnippetTextEdit];
      assert.deepEqual(only.range.start, { line, character });
      assert.deepEqual(only.snippet, { kind: 'snippet', value });
    } else {
      assert.ok(made.every((edit) => 'newText' in edit));
      assert.equal(made.length, edits.length);
    }
    for (const profile of ['eglot', 'neovim', 'ale'] as const) {
      assert.doesNotMatch(JSON.stringify(toWorkspaceEdit(snapshot(text), edits, client(profile))), /snippet|\$\{/);
    }
  });
}

test('of two fixes that touch, the second waits for the next time', () => {
  const finding = (...edits: Edit[]): Finding => ({
    rule: 'made-up',
    severity: 'error',
    message: '',
    span: { start: 0, end: 0 },
    fixes: () => [{ title: 'Mend', kind: 'skeleton', safe: false, edits }],
  });
  const kept = [insert(10, 'c: 1\n'), insert(0, 'a: 1\n')];
  const findings = [
    finding(kept[0]!),
    finding(insert(10, 'c: 2\n')),
    finding({ span: { start: 5, end: 10 }, text: '' }),
    finding(kept[1]!, insert(20, 'z: 1\n')),
    finding(insert(4, ''), insert(20, 'z: 2\n')),
  ];
  const edits = editsOf(snapshot('x'.repeat(30), findings), { do: 'rule', rule: 'made-up', kind: 'skeleton' });
  assert.deepEqual(edits, [kept[1], kept[0], insert(20, 'z: 1\n')]);
  const other = { do: 'rule', rule: 'made-up', kind: 'adopt' } as const;
  assert.deepEqual(editsOf(snapshot('', findings), other), []);
});
