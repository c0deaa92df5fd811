import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nodeFiles } from '../../server/src/files.node.ts';

test('a file belongs to the roots that it lies in, whatever its name begins with', (t) => {
  const top = mkdtempSync(join(tmpdir(), 'ai-system-'));
  t.after(() => rmSync(top, { recursive: true, force: true }));
  mkdirSync(join(top, 'own/.git'), { recursive: true });
  writeFileSync(join(top, 'own/ai-system.yaml'), '');
  const uri = (path: string) => pathToFileURL(join(top, path)).href;
  const repository = nodeFiles.repository(uri('own/ai-system.yaml'), {
    config: undefined,
    workspace: undefined,
    roots: { other: join(top, 'own/vendor') },
    edited: () => undefined,
    trusted: () => true,
  });
  assert.ok(repository !== undefined);
  for (const [path, expected] of [
    ['own/a.yaml', [{ root: '', path: 'a.yaml' }]],
    ['own/..x', [{ root: '', path: '..x' }]],
    ['own/...', [{ root: '', path: '...' }]],
    ['own', [{ root: '', path: '' }]],
    [
      'own/vendor/..a/b',
      [
        { root: '', path: 'vendor/..a/b' },
        { root: 'other', path: '..a/b' },
      ],
    ],
    ['own2/a.yaml', []],
    ['a.yaml', []],
    ['', []],
  ] as const)
    assert.deepEqual(repository.paths(uri(path)), expected, path);
});
