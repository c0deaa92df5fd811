// Opens a folder in the stand-in for VS Code and takes pictures, into out/screenshots/.
//
//   node test/vscode/screenshots.mjs [folder] [--file ai-system.yaml] [--vsix FILE] [--theme light|dark|contrast]
//   node test/vscode/screenshots.mjs --views [folder]
//
// With --views it shows the readiness view, the lenses, the report and a preview, in light, dark and high contrast.
// Without --vsix it shows the working tree. Other scripts can drive the workbench themselves with `openWorkbench`.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launchBrowser, newPage, runServerCommand, startServer, workbenchAddress } from './host/host.mjs';
import { install } from './host/install.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const pictures = path.join(root, 'out/screenshots');

/** Opens a copy of `folder`. Returns ways to drive the workbench; close it in the end. */
export async function openWorkbench({ folder, vsix, settings, viewport = { width: 1280, height: 800 } }) {
  install();
  mkdirSync(pictures, { recursive: true });
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'ai-system-'));
  const folders = { userData: path.join(scratch, 'user'), extensions: path.join(scratch, 'extensions') };
  const workspace = path.join(scratch, path.basename(path.resolve(folder)));
  cpSync(folder, workspace, { recursive: true });
  if (vsix !== undefined && (await runServerCommand(folders, ['--install-extension', path.resolve(vsix)])) !== 0) {
    throw new Error(`${vsix} could not be installed.`);
  }

  const server = await startServer(folders, { extraSettings: settings });
  const browser = await launchBrowser();
  const page = await newPage(browser, viewport);
  const payload = vsix === undefined ? [['extensionDevelopmentPath', server.uri(root)]] : [];
  await page.goto(workbenchAddress(server, { folder: workspace, payload }));
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });

  async function pick(text) {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill(text);
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await page.keyboard.press('Enter');
  }

  return {
    page,
    /** Shows a file, by its path in the folder. */
    show: (file) => pick(file),
    /** Says that the browser's user prefers this scheme, when the workbench is up. */
    async prefer(colorScheme) {
      await page.emulateMedia({ colorScheme });
      const shown = colorScheme === 'dark' ? '.vs-dark, .hc-black' : '.vs, .hc-light';
      await page.locator('.monaco-workbench').and(page.locator(shown)).waitFor();
    },
    /** Runs a command by its title in the palette. */
    command: (title) => pick(`>${title}`),
    /** Opens the menu of quick fixes at the cursor. Right behind a click the keys can be lost, so it asks again. */
    async quickFixes() {
      const menu = page.locator('.action-widget .monaco-list-row.action').first();
      for (let i = 0; i < 10 && !(await menu.isVisible()); i += 1) {
        await page.keyboard.press('Control+.');
        await menu.waitFor({ timeout: 2000 }).catch(() => {});
      }
      await menu.waitFor({ timeout: 2000 });
    },
    async picture(name) {
      await page.waitForTimeout(500); // Animations, and the caret.
      const picture = path.join(pictures, `${name}.png`);
      await page.screenshot({ path: picture });
      console.log(path.relative(process.cwd(), picture));
    },
    async close() {
      await browser.close();
      await server.stop();
      rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

const themes = {
  light: { scheme: 'light', theme: 'Light Modern' },
  dark: { scheme: 'dark', theme: 'Dark Modern' },
  contrast: { scheme: 'dark', theme: 'Default High Contrast' },
};

/** A workbench in a browser goes by what the browser says that its user prefers. */
const looks = ({ scheme, theme }) => ({
  'window.autoDetectColorScheme': true,
  [scheme === 'dark' ? 'workbench.preferredDarkColorTheme' : 'workbench.preferredLightColorTheme']: theme,
  'editor.minimap.enabled': false,
});

/** What shows readiness beside the text, in one theme. */
async function pictureViews({ folder, vsix, name }) {
  const settings = looks(themes[name]);
  const viewport = { width: 1440, height: 900 };
  const { page, prefer, show, command, picture, close } = await openWorkbench({ folder, vsix, settings, viewport });
  const row = (text) => page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: text }).first();
  try {
    await page.waitForTimeout(4000); // Other extensions have come up by then, and themes are known.
    await prefer(themes[name].scheme);
    await show('ai-system.yaml');
    await page.locator('.monaco-editor .codelens-decoration a').first().waitFor({ timeout: 60_000 });
    await command('AI System Spec: Show Readiness');
    await row('Q1').waitFor();
    await page.mouse.move(350, 600); // The edge of the side bar.
    await page.mouse.down();
    await page.mouse.move(470, 600, { steps: 4 });
    await page.mouse.up();
    await row('Q1').click();
    await page.locator('.monaco-list-row[aria-level="3"]').first().click(); // Goes there.
    await page.mouse.move(1100, 850);
    await picture(`readiness-${name}`);

    await command('AI System Spec: Preview Promotion');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'pre-production' }).first().waitFor();
    await picture(`preview-choice-${name}`);
    await page.keyboard.type('production');
    await page.keyboard.press('Enter');
    const lens = page.locator('.monaco-editor .codelens-decoration a', { hasText: 'Preview of' }).first();
    for (let i = 0; i < 10 && !(await lens.isVisible()); i += 1) {
      await page.locator('.monaco-editor .view-lines').first().click();
      await page.keyboard.press('Control+Home');
      await lens.waitFor({ timeout: 3000 }).catch(() => {});
    }
    await page
      .locator('.monaco-editor .squiggly-info')
      .first()
      .hover({ force: true, position: { x: 6, y: 6 } });
    await page.locator('.monaco-hover:visible').first().waitFor({ timeout: 5000 });
    await picture(`preview-${name}`);
    await page.keyboard.press('Escape');
    await command('AI System Spec: Stop Promotion Preview');

    await command('AI System Spec: Show Readiness Report');
    const report = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await report.locator('h1', { hasText: 'Readiness of' }).waitFor({ timeout: 30_000 });
    await command('View: Close Primary Side Bar');
    await picture(`report-${name}`);
    await report.locator('.map').scrollIntoViewIfNeeded();
    await picture(`report-map-${name}`);
    await report.locator('.map a').first().focus();
    await picture(`report-focus-${name}`);
  } catch (error) {
    await picture(`failed-${name}`);
    throw error;
  } finally {
    await close();
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      file: { type: 'string' },
      vsix: { type: 'string' },
      theme: { type: 'string' },
      views: { type: 'boolean' },
    },
  });
  if (values.views) {
    const folder = positionals[0] ?? path.join(root, 'examples/rag-pilot');
    for (const name of values.theme === undefined ? Object.keys(themes) : [values.theme]) {
      await pictureViews({ folder, vsix: values.vsix, name });
    }
    return;
  }
  const look = themes[values.theme ?? 'light'];
  const { page, prefer, show, command, quickFixes, picture, close } = await openWorkbench({
    folder: positionals[0] ?? path.join(root, 'examples/rag-pilot'),
    vsix: values.vsix,
    settings: looks(look),
  });
  try {
    await page.waitForTimeout(8000); // Other extensions have come up by then, so the time of ours is its own.
    await prefer(look.scheme);
    await show(values.file ?? 'ai-system.yaml');
    const squiggle = page.locator('.monaco-editor .squiggly-error, .monaco-editor .squiggly-warning').first();
    await squiggle.waitFor({ timeout: 60_000 });
    await command('Problems: Focus on Problems View');
    await page.locator('.markers-panel .monaco-list-row').nth(1).waitFor();
    await picture('problems');

    await page.keyboard.press('F8'); // Next problem; then only the cursor stays there.
    await page.locator('.markers-panel .monaco-list-row').nth(1).dblclick();
    await quickFixes();
    await picture('quick-fixes');
    await page.keyboard.press('Escape');

    await squiggle.hover({ force: true, position: { x: 10, y: 8 } });
    await page
      .locator('.monaco-hover')
      .first()
      .waitFor({ timeout: 5000 })
      .catch(() => {});
    await picture('hover');

    await page
      .locator('.statusbar-item', {
        has: page.locator('.codicon-bracket, .codicon-bracket-dot, .codicon-bracket-error'),
      })
      .first()
      .hover();
    await page
      .locator('.hover-language-status')
      .first()
      .waitFor({ timeout: 5000 })
      .catch(() => {});
    await picture('status');

    await page.setViewportSize({ width: 1280, height: 3000 }); // A list renders only what is in sight.
    await command('Developer: Show Running Extensions');
    const { displayName } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: displayName }).first();
    await row.waitFor();
    console.log(`${displayName}: ${((await row.locator('.activation-time').textContent()) ?? '').trim()}`);
  } finally {
    await close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
