import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { folder, run } from '../cli/command.ts';
import { executablePath, launch, violations } from './browser.ts';

/*
 * The page of `report --format html` in a real browser: axe has nothing to say of it, nothing is fetched, nothing runs,
 * and a keyboard reaches all of it.
 */
const skip = executablePath === undefined ? 'Chromium is not installed' : false;

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

const pages = [
  { name: 'a pilot before production', specs: ['examples/rag-pilot'], stage: 'production' },
  { name: 'a system that is ready', specs: ['examples/rag-production'], stage: 'production' },
  { name: 'several systems', specs: ['examples/rag-pilot', 'examples/model-production'], stage: 'pre-production' },
  { name: 'coverage of a pack', specs: ['examples/rag-pilot'], stage: 'production', more: ['--pack', 'eu-ai-act'] },
];
const views = [
  { name: 'desktop, light', width: 1280, colorScheme: 'light' },
  { name: 'desktop, dark', width: 1280, colorScheme: 'dark' },
  { name: 'phone, light', width: 390, colorScheme: 'light' },
  { name: 'phone, dark', width: 390, colorScheme: 'dark' },
] as const;

describe('the page of a report', { skip }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  for (const { name, specs, stage, more = [] } of pages) {
    for (const { name: view, width, colorScheme } of views) {
      test(`${name}: ${view}`, async (t) => {
        const file = join(folder(t, {}), 'report.html');
        const as = ['--stage', stage, '--as-of', '2026-11-22', `--format=html=${file}`];
        const made = run(['report', ...specs, ...more, ...as]);
        assert.equal(made.code, 0, made.stderr);

        const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
        t.after(() => context.close());
        const page = await context.newPage();
        const said: string[] = [];
        page.on('console', (message) => said.push(message.text()));
        page.on('pageerror', (error) => said.push(String(error)));
        page.on('request', (request) => said.push(request.url()));
        await page.goto(pathToFileURL(file).href);
        assert.deepEqual(said, [pathToFileURL(file).href], 'one request, and nothing in the console');

        for (const one of await page.locator('details').all())
          await one.evaluate((element) => element.setAttribute('open', ''));
        await page.evaluate(axe);
        const found = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
        assert.deepEqual(violations(found), []);

        const overflow = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        assert.equal(overflow, 0, 'only tables and the map scroll sideways');
        // Its triangle stands before a summary, and is cut off where there is no room.
        const room = await page.evaluate(
          `Math.min(...[...document.querySelectorAll('summary')].map((one) => one.getBoundingClientRect().left - document.querySelector('main').getBoundingClientRect().left - 16))`,
        );
        assert.ok(Number(room) > 12, `${room} px`);
      });
    }
  }

  test('the keyboard opens a question and scrolls the map', async (t) => {
    const file = join(folder(t, {}), 'report.html');
    run(['report', 'examples/rag-production', '--as-of', '2026-11-22', `--format=html=${file}`]);
    const context = await browser.newContext({ viewport: { width: 600, height: 900 } });
    t.after(() => context.close());
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('details[open]').count(), 1);
    await page.locator('.whole').focus();
    await page.keyboard.press('ArrowRight');
    const scrolled = () => page.locator('.whole').evaluate((element) => element.scrollLeft);
    for (let tries = 0; tries < 50 && (await scrolled()) === 0; tries += 1) await page.waitForTimeout(50);
    assert.ok((await scrolled()) > 0);
  });

  test('on paper every answer is there', async (t) => {
    const file = join(folder(t, {}), 'report.html');
    run(['report', 'examples/rag-production', '--as-of', '2026-11-22', `--format=html=${file}`]);
    const context = await browser.newContext();
    t.after(() => context.close());
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.emulateMedia({ media: 'print' });
    const hidden = await page
      .locator('details table')
      .evaluateAll((tables) => tables.filter((table) => !table.checkVisibility()).length);
    assert.equal(hidden, 0);
  });
});
