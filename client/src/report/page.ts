import { script } from './script.ts';

/** The page of a webview, empty: what it shows is sent to it, so that an update keeps the place of who reads. */
export function reportPage(nonce: string, style: string, { title, waiting, language }: Words): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>${title}</title>
<style nonce="${nonce}">${style}${editorColours}</style>
</head>
<body>
<main><p class="faint" lang="${language}">${waiting}</p></main>
<div class="said" role="status"></div>
<script nonce="${nonce}">${script}</script>
</body>
</html>
`;
}

interface Words {
  readonly title: string;
  readonly waiting: string;
  /** Theirs; a report itself is in English. */
  readonly language: string;
}

/** Not to be guessed by what stands in a spec. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Paper, ink and links are those of the editor. Its colours for errors and the like are made for squiggles and icons, and
 * too pale for text: those of the page, chosen by the kind of theme, have a contrast of 4.5 to 1 or more, in high contrast of 7.
 */
const editorColours = `
html { font-size: 14px }
body { --ink: var(--vscode-editor-foreground); --faint: var(--vscode-descriptionForeground); --paper: var(--vscode-editor-background); --link: var(--vscode-textLink-foreground); --rule: var(--vscode-panel-border, #80808059); --line: #7d8590; --bad: #b3261e; --weak: #855000; --good: #1a6e32; font: 1rem/1.5 var(--vscode-font-family, system-ui, sans-serif); padding: 0 }
body.vscode-dark { --bad: #ff8f85; --weak: #e8b25a; --good: #6fcf87; --line: #8b949e; color-scheme: dark }
body.vscode-high-contrast { --faint: var(--ink); --rule: var(--vscode-contrastBorder); --line: var(--ink); --bad: #ff9d94; --weak: #ffd37a; --good: #7fe39a; color-scheme: dark }
body.vscode-high-contrast-light { --bad: #8f1a13; --weak: #5c3800; --good: #0b4a1e; color-scheme: light }
main a { text-decoration: underline } main .map a { text-decoration: none } a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 2px solid var(--vscode-focusBorder, var(--link)); outline-offset: 2px }
code { font-family: var(--vscode-editor-font-family, ui-monospace, monospace); color: inherit; background: none; padding: 0 }
a.place { color: var(--link); white-space: nowrap }
.map { font-family: var(--vscode-font-family, system-ui, sans-serif) }
.vscode-high-contrast .verdict, .vscode-high-contrast .line { border-color: currentColor }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
`;
