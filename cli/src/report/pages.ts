import { coverageHtml, coverageMarkdown, htmlReport, markdownReport, type Reported } from '../../../core/src/index.ts';
import type { CreateReporter } from './format.ts';
import { reportedOf } from './readiness.ts';

/** Readiness, or coverage of packs, for a pull request: one chapter for each spec. */
export const markdown: CreateReporter = ({ packs }) => ({
  file(result) {
    const reported = reportedOf(result);
    if (reported === undefined) return '';
    return `${packs.length > 0 ? coverageMarkdown(reported, packs) : markdownReport(reported)}\n`;
  },
  end: () => '',
});

/** The same as one page, which can only be written once all specs are known. */
export const html: CreateReporter = ({ asOf, packs }) => {
  const all: Reported[] = [];
  return {
    file(result) {
      const reported = reportedOf(result);
      if (reported !== undefined) all.push(reported);
      return '';
    },
    end: () => (packs.length > 0 ? coverageHtml(all, packs, asOf) : htmlReport(all, asOf)),
  };
};
