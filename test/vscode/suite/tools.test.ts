import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, finding, show } from './support.ts';

suite('language model tools', () => {
  teardown(closeAll);

  test('check what the editor holds, and explain a rule', async () => {
    const { document } = await show('tools/ai-system.yaml', 'apiVersion: ai-system/v1\nsystem:\n  nmae: x\n');
    await finding(document, 'unknown-key');
    assert.deepEqual(
      vscode.lm.tools
        .map(({ name }) => name)
        .filter((name) => name.startsWith('ai-system_'))
        .sort(),
      ['ai-system_check', 'ai-system_explain'],
    );
    const checked = await call('ai-system_check', { path: 'tools/ai-system.yaml' });
    assert.match(checked, /^tools\/ai-system\.yaml: claims no stage/);
    assert.match(checked, /^3:3 error \[unknown-key\] /m);
    assert.match(await call('ai-system_explain', { rule: 'unknown-key' }), /^# unknown-key/);
  });
});

async function call(name: string, input: object): Promise<string> {
  const result = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return result.content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}
