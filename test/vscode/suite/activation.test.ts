import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { closeAll, extensionId, findings, show, sleep, until } from './support.ts';

suite('activation', () => {
  const extension = () => {
    const found = vscode.extensions.getExtension(extensionId);
    assert.ok(found, `${extensionId} is not installed`);
    return found;
  };

  teardown(closeAll);

  test('a plain YAML file leaves the extension asleep', async () => {
    const editor = await show('plain.yaml', 'apiVersion: ai-system/v1\nsystem: {}\n');
    assert.equal(editor.document.languageId, 'yaml');
    await sleep(1_500);
    assert.equal(extension().isActive, false);
    assert.deepEqual(findings(editor.document), []);
  });

  test('a spec wakes it', async () => {
    const before = performance.now();
    const editor = await show('wakes.ai-system.yaml', 'apiVersion: ai-system/v1\nsystem: {}\n');
    await until('the extension to be active', () => extension().isActive);
    const active = performance.now() - before;
    await until('findings', () => findings(editor.document).length > 0);
    const found = performance.now() - before;
    console.log(
      `    from opening a spec: active after ${Math.round(active)} ms, findings after ${Math.round(found)} ms`,
    );
  });
});
