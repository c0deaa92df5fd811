import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestsOf } from '../../server/src/requests.ts';

const uri = 'file:///ai-system.yaml';
const token = { isCancellationRequested: true, onCancellationRequested: () => ({ dispose() {} }) };
const textDocument = { uri };
const position = { line: 0, character: 0 };
const range = { start: position, end: position };
const options = { tabSize: 2, insertSpaces: true };

/** Whatever would be looked at for an answer. */
const untouched = (what: string) => new Proxy({}, { get: () => assert.fail(`${what} was asked`) });
const files = { canonical: (one: string) => one, read: async () => undefined, isRepository: async () => true };
const host = { documents: { get: () => ({ version: 1 }) }, files, client: {}, today: () => '2026-11-22' };
const asked = ['analyses', 'evidences', 'settings', 'workspace'].map((part) => [part, untouched(part)]);
const requests = requestsOf({ ...host, ...Object.fromEntries(asked) } as never);

const ways: Readonly<Record<string, () => Promise<unknown>>> = {
  completion: () => requests.completions({ textDocument, position }, token),
  'code lenses': () => requests.lenses({ textDocument }, token),
  formatting: () => requests.formatting({ textDocument, options }, token),
  'formatting as one types': () => requests.onType({ textDocument, position, options, ch: '\n' }, token),
  colours: () => requests.tokens({ textDocument }, token),
  'inlay hints': () => requests.hints({ textDocument, range }, token),
  rename: () => requests.rename({ textDocument, position, newName: 'x' }, token),
};
for (const [name, request] of Object.entries(ways)) {
  test(`nothing is worked out for a request that nobody waits for: ${name}`, async () => {
    await assert.rejects(request(), { code: -32800 });
  });
}
