import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, type TestContext, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newNonce, reportPage } from '../../client/src/report/page.ts';
import { check, lineIndex, reportView } from '../../core/src/index.ts';
import { example } from '../support/examples.ts';
import { executablePath, launch, violations } from './browser.ts';

/*
 * The page of the report's webview in a real browser, with the colours that VS Code gives it: axe has nothing to say of
 * it, nothing but its own script runs, lines are told by mouse and keyboard, and an update keeps the reader's place.
 */
const skip = executablePath === undefined ? 'Chromium is not installed' : false;
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** As VS Code's own themes set them. */
const themes = {
  'vscode-light': {
    'editor-foreground': '#3b3b3b',
    'editor-background': '#ffffff',
    descriptionForeground: '#3b3b3b',
    'textLink-foreground': '#005fb8',
    'panel-border': '#e5e5e5',
    focusBorder: '#005fb8',
  },
  'vscode-dark': {
    'editor-foreground': '#cccccc',
    'editor-background': '#1f1f1f',
    descriptionForeground: '#9d9d9d',
    'textLink-foreground': '#4daafc',
    'panel-border': '#2b2b2b',
    focusBorder: '#0078d4',
  },
  'vscode-high-contrast': {
    'editor-foreground': '#ffffff',
    'editor-background': '#000000',
    descriptionForeground: 'rgba(255, 255, 255, 0.7)',
    'textLink-foreground': '#21a6ff',
    contrastBorder: '#6fc3df',
    focusBorder: '#f38518',
  },
  'vscode-high-contrast-light vscode-high-contrast': {
    'editor-foreground': '#292929',
    'editor-background': '#ffffff',
    descriptionForeground: 'rgba(41, 41, 41, 0.7)',
    'textLink-foreground': '#0f4a85',
    contrastBorder: '#0f4a85',
    focusBorder: '#006bbd',
  },
} as const;
type Theme = keyof typeof themes;

function viewOf(name: string, change = (text: string) => text) {
  const { text, asOf } = example(name);
  const analysis = check(change(text), { asOf, stage: 'production' });
  const lines = lineIndex(analysis.doc.text);
  return reportView({ path: 'ai-system.yaml', analysis, line: (at) => lines.position(at).line + 1 }, asOf);
}

describe('the webview of a report', { skip }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  /** The page as VS Code would show it; `told` is what it posts to the extension. */
  async function opened(t: TestContext, theme: Theme, { bypassCSP = false, width = 900 } = {}) {
    const context = await browser.newContext({ viewport: { width, height: 700 }, bypassCSP });
    t.after(() => context.close());
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('console', (message) => wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(String(error)));
    await page.addInitScript(`
      window.told = []; window.state = undefined;
      window.acquireVsCodeApi = () => ({
        postMessage: (message) => told.push(message), getState: () => state, setState: (now) => { state = now; },
      });`);
    const { style } = viewOf('agent-pilot');
    const html = reportPage(newNonce(), style, {
      title: 'Readiness Report',
      waiting: 'The report is being made…',
      language: 'en',
    });
    await page.route('https://webview.test/', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.goto('https://webview.test/');
    await page.evaluate(
      ([classes, colours]) => {
        document.body.className = classes;
        for (const [name, value] of colours) document.documentElement.style.setProperty(`--vscode-${name}`, value);
      },
      [theme, Object.entries(themes[theme])] as [string, [string, string][]],
    );
    return { page, wrong, html };
  }

  const show = (page: Page, body: string) =>
    page.evaluate((text) => {
      dispatchEvent(new MessageEvent('message', { data: { kind: 'report', body: text, uri: 'file:///a' } }));
    }, body);
  const told = (page: Page) => page.evaluate<{ kind: string; line?: number }[]>('told');

  for (const theme of Object.keys(themes) as Theme[]) {
    for (const name of ['rag-pilot', 'rag-production']) {
      test(`axe finds nothing: ${name}, ${theme}`, async (t) => {
        const { page, wrong } = await opened(t, theme, { bypassCSP: true });
        await show(page, viewOf(name).body);
        for (const one of await page.locator('details').all())
          await one.evaluate((element) => element.setAttribute('open', ''));
        await page.evaluate(axe);
        const rules = theme.includes('high-contrast')
          ? `, rules: { 'color-contrast-enhanced': { enabled: true } }`
          : '';
        const found = await page.evaluate(`axe.run(document, { resultTypes: ['violations']${rules} })`);
        assert.deepEqual(violations(found), []);
        assert.deepEqual(wrong, []);
      });
    }
  }

  test('nothing runs but the script with the nonce', async (t) => {
    const { page, wrong, html } = await opened(t, 'vscode-dark');
    assert.match(html, /content="default-src 'none'; style-src 'nonce-[0-9a-f]{48}'; script-src 'nonce-[0-9a-f]{48}'"/);
    assert.deepEqual(wrong, [], 'the page itself is allowed all it does');
    await show(
      page,
      '<h1>x</h1><img src="https://example.org/x.png" onerror="told.push(1)"><p style="color: red">y</p>',
    );
    await page.waitForTimeout(100);
    assert.deepEqual(
      (await told(page)).map(({ kind }) => kind),
      ['ready'],
    );
    assert.ok(wrong.length >= 2, 'and the browser says that it held the others back');
  });

  test('what stands in a spec stays text', async (t) => {
    const { page } = await opened(t, 'vscode-light');
    const evil = '"<img src=x onerror=told.push(1)><script>told.push(2)</script>"';
    await show(page, viewOf('agent-pilot', (text) => text.replace(/^( {2}name: ).*$/m, `$1${evil}`)).body);
    assert.equal(await page.locator('main img, main script').count(), 0);
  });

  test('a click on a finding, in the list of the map and on the map itself tells the line', async (t) => {
    const { page } = await opened(t, 'vscode-dark');
    await show(page, viewOf('agent-pilot').body);
    await page.locator('ol.work a.place').first().click();
    await page.locator('.map a', { hasText: 'planner-llm' }).first().click();
    await page.getByText('The map in words').click();
    await page.locator('details[open] a.place').first().click();
    const lines = (await told(page)).filter(({ kind }) => kind === 'go').map(({ line }) => line);
    assert.equal(lines.length, 3);
    for (const line of lines) assert.ok(Number.isInteger(line) && (line ?? 0) > 0);
    const text = example('agent-pilot').text.split('\n');
    assert.match(text[(lines[1] ?? 0) - 1] ?? '', /^ {2}planner-llm:/);
  });

  test('the keyboard reaches lines and the boxes of the map', async (t) => {
    const { page } = await opened(t, 'vscode-dark');
    await show(page, viewOf('agent-pilot').body);
    await page.locator('.map a').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('ol.work a.place').first().focus();
    await page.keyboard.press('Enter');
    assert.equal((await told(page)).filter(({ kind }) => kind === 'go').length, 2);
  });

  test('an update keeps what is open, scrolled to and focused, and says the verdict when it is another', async (t) => {
    const { page } = await opened(t, 'vscode-dark', { width: 500 });
    await show(page, viewOf('agent-pilot').body);
    await page.locator('#s0-Q4 summary').click();
    await page.locator('#s0-Q4 summary').focus();
    await page.locator('.whole').evaluate((element) => {
      element.scrollLeft = 40;
    });
    await page.evaluate('scrollTo(0, 700)');
    const top = await page.evaluate<number>('scrollY');
    assert.ok(top > 100);
    assert.equal(await page.locator('.said').textContent(), '');

    await show(page, viewOf('agent-pilot', (text) => text.replace(/^governance:[\s\S]*/m, '')).body);
    assert.equal(await page.evaluate('scrollY'), top);
    assert.deepEqual(await page.locator('details[open]').evaluateAll((all) => all.map(({ id }) => id)), ['s0-Q4']);
    assert.equal(await page.evaluate('document.activeElement.parentElement.id'), 's0-Q4');
    assert.equal(await page.locator('.whole').evaluate((element) => element.scrollLeft), 40);
    assert.match((await page.locator('.said').textContent()) ?? '', /things block production/);
    assert.equal(await page.evaluate<number>('state.top'), top, 'and keeps it for when it is hidden');
  });

  for (const width of [320, 640]) {
    test(`at a width of ${width} only tables and the map scroll sideways`, async (t) => {
      const { page } = await opened(t, 'vscode-light', { width });
      await show(page, viewOf('rag-pilot').body);
      const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      assert.equal(await page.evaluate(overflow), 0);
    });
  }
});
