import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownText } from '../../core/src/index.ts';

/** Names as a heading or an alert of a stranger's repository may have them. */
for (const name of [
  '[run](command:workbench.action.terminal.new)',
  '![x](https://evil.example/x.png)',
  '<img src=x onerror=alert(1)>',
  '<a href="command:x">y</a>',
  'a `` ` [run](command:x) ` ``',
  '`a``[run](command:x)``b``',
  '\\[run](command:x)',
  '[run]\n(command:x)',
  '[a]: command:x',
  '# heading\n- list',
  'https://evil.example/ and www.evil.example',
]) {
  test(`no markup of its own comes through: ${name.replaceAll('\n', ' ')}`, () => {
    const shown = markdownText(`The page has "${name}".`);
    // What is left outside of code.
    const bare = shown.replaceAll('\\`', '').replaceAll(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
    assert.doesNotMatch(bare, /(?<!\\)(?:\\\\)*[[\]<>]|\n|https?:|www\./, shown);
  });
}
