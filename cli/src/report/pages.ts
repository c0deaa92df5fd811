import { htmlReport, markdownReport, type Reported } from '../../../core/src/index.ts';
import type { CreateReporter } from './format.ts';
import { reportedOf } from './readiness.ts';

/** Readiness for a pull request: one chapter for each spec. */
export const markdown: CreateReporter = () => ({
  file(result) {
    const reported = reportedOf(result);
    return reported === undefined ? '' : `${markdownReport(reported)}\n`;
  },
  end: () => '',
});

/** Readiness as one page, which can only be written once all specs are known. */
export const html: CreateReporter = ({ asOf }) => {
  const all: Reported[] = [];
  return {
    file(result) {
      const reported = reportedOf(result);
      if (reported !== undefined) all.push(reported);
      return '';
    },
    end: () => htmlReport(all, asOf),
  };
};
