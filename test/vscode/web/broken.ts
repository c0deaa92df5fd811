import * as vscode from 'vscode';
import type { Api } from '../../../client/src/start.ts';
import { type Result, runMocha, until } from './mocha.ts';

/** VS Code calls this in the worker of the extension host; the extension is one whose server cannot be loaded. */
export function run(): Promise<Result> {
  return runMocha(() => {
    suite('in a browser, with a server that cannot be loaded', () => {
      test('a spec says that it is not checked', async () => {
        const uri = vscode.Uri.from({ scheme: 'mem', path: '/unchecked/ai-system.yaml' });
        await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('apiVersion: ai-system/v1\n'));
        await vscode.window.showTextDocument(uri);
        const extension = vscode.extensions.getExtension<Api>('ai-system-spec.ai-system-spec');
        const api = await extension?.activate();
        await until('a status other than that it is checked', () =>
          /not (?:running|checked)/.test(api?.says().status ?? ''),
        );
      });
    });
  });
}
