import { lineIndex } from '../../../core/src/index.ts';
import type { CreateReporter } from './format.ts';
import { rangeOf } from './places.ts';
import { printable, printablePath } from './printable.ts';

/** One line for each finding, the way compilers have always done it, so that editors and problem matchers read it. */
export const concise: CreateReporter = () => ({
  file({ path, text, findings, analysis }) {
    const shown = printablePath(path);
    if (analysis?.skipped !== undefined) return `${shown}:1:1: note: skipped: ${printable(analysis.skipped)}\n`;
    if (findings.length === 0) return '';

    const index = lineIndex(text);
    const lines = findings.map(({ rule, severity, message, span }) => {
      const { line, column } = rangeOf(span, index).start;
      return `${shown}:${line}:${column}: ${severity}: ${printable(message)} [${rule}]\n`;
    });
    return lines.join('');
  },
  end: () => '',
});
