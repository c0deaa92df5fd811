import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InitializeParams } from 'vscode-languageserver';
import { check, lineIndex, read } from '../../core/src/index.ts';
import { readClient } from '../../server/src/client.ts';
import { requestsOf } from '../../server/src/requests.ts';
import { faulty } from './faulty.ts';
import { capabilities } from './profiles.ts';

const uri = 'file:///ai-system.yaml';
const document = { uri, version: 2, text: `${faulty}\nlast: {}\n` };
const asOf = '2026-11-22';

/** Of the text now only what stands in it is known, and of the one before what was judged. */
const analyses = {
  of: () => assert.fail('the text is judged'),
  read: () => ({ ...document, lines: lineIndex(document.text), read: read(document.text) }),
  lastKnown: () => check(faulty, { asOf }),
};
const requests = requestsOf({
  analyses,
  documents: { get: () => ({ version: document.version, getText: () => document.text }) },
  evidences: { of: () => undefined },
  settings: { of: async () => ({}) },
  client: readClient({ capabilities: capabilities('vscode') } as InitializeParams),
  today: () => asOf,
} as never);

const textDocument = { uri };
const position = { line: 1, character: 2 };
const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };

const ways: Readonly<Record<string, () => Promise<unknown>>> = {
  completion: () => requests.completions({ textDocument, position }, token),
  colours: () => requests.tokens({ textDocument }, token),
  symbols: () => requests.symbols({ textDocument }),
  folds: () => requests.folds({ textDocument }),
  selections: () => requests.selections({ textDocument, positions: [position] }),
};
for (const [name, request] of Object.entries(ways)) {
  test(`what needs no judgement is answered without one: ${name}`, async () => {
    const answer = await request();
    const items = Array.isArray(answer) ? answer : (answer as { data: readonly unknown[] }).data;
    assert.ok(items.length > 0);
  });
}
