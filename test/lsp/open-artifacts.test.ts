import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OpenArtifacts } from '../../server/src/open-artifacts.ts';

function following() {
  const registered: string[][] = [];
  const host = {
    connection: {
      client: {
        register: async (_: unknown, { documentSelector }: { documentSelector: { pattern: string }[] }) => {
          registered.push(documentSelector.map(({ pattern }) => pattern));
        },
      },
    },
    client: { registersDocuments: true },
  };
  const artifacts = new OpenArtifacts(host as unknown as ConstructorParameters<typeof OpenArtifacts>[0]);
  return { registered, follow: (uris: readonly string[]) => artifacts.follow(uris) };
}

const many = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `file:///a/${from + index}.md`);

test('of more files than an editor should match, the first are followed', () => {
  const { registered, follow } = following();
  follow(many(499));
  follow(many(10));
  follow(many(600, 400));
  follow(many(3, 2000));
  assert.deepEqual(
    registered.map(({ length }) => length),
    [499, 499, 499, 1, 1, 1],
  );
  assert.deepEqual(registered[3], ['/a/499.md']);
});

test('a URI that encodes nothing is left out, and the others are followed', () => {
  const { registered, follow } = following();
  follow(['file:///a/%', 'file:///a/%E0%A4%A', 'file:///a/100%25/[x]*.md']);
  assert.deepEqual(registered[0], ['/a/100%/[[]x[]][*].md']);
  follow(['file:///b/%']);
  assert.equal(registered.length, 3);
});
