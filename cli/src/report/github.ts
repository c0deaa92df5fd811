import { type Finding, lineIndex } from '../../../core/src/index.ts';
import type { CreateReporter } from './format.ts';
import { rangeOf } from './places.ts';
import { printable } from './printable.ts';

const commands: Readonly<Record<Finding['severity'], string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands: GitHub Actions shows them beside the changed lines. */
export const github: CreateReporter = () => ({
  file({ repositoryPath, text, findings }) {
    if (findings.length === 0) return '';
    const index = lineIndex(text);
    const lines = findings.map(({ rule, severity, message, span }) => {
      const { start, end } = rangeOf(span, index);
      const properties = {
        file: repositoryPath,
        line: start.line,
        endLine: end.line,
        // GitHub takes columns only for what lies in one line.
        ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
        title: rule,
      };
      const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${commands[severity]} ${list.join(',')}::${data(message)}\n`;
    });
    return lines.join('');
  },
  end: () => '',
});

function data(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
