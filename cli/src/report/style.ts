import type { Finding } from '../../../core/src/index.ts';

export type Style = (text: string) => string;

export interface Styles {
  readonly strong: Style;
  readonly faint: Style;
  readonly good: Style;
  readonly severity: Readonly<Record<Finding['severity'], Style>>;
  /** The text as a link; terminals that know none show the text alone. */
  link(text: string, url: string | undefined): string;
}

export function styles({ color, links }: { readonly color: boolean; readonly links: boolean }): Styles {
  const sgr = (code: number): Style => (color ? (text) => `\x1b[${code}m${text}\x1b[0m` : (text) => text);
  return {
    strong: sgr(1),
    faint: sgr(2),
    good: sgr(32),
    severity: { error: sgr(31), warning: sgr(33), info: sgr(36) },
    link: (text, url) => (links && url !== undefined ? `\x1b]8;;${url}\x1b\\${text}\x1b]8;;\x1b\\` : text),
  };
}

/** Beside the word, so that nothing depends on seeing colours. */
export const symbols: Readonly<Record<Finding['severity'], string>> = { error: '✖', warning: '⚠', info: 'ℹ' };
