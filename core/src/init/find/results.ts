import { dayOf } from '../../evidence/formats/moments.ts';
import { loadReport } from '../../evidence/results/load-report.ts';
import { report } from '../../evidence/results/report.ts';
import type { Found, Seen } from '../found.ts';
import { at, type Finder } from '../surveyed.ts';

const named = /(?:eval|result|baseline|benchmark|report|score|ragas|promptfoo|deepeval)/i;
const load = /(?:^|\/)(?:load|load[_-]?tests?|k6|locust|perf|performance)\//i;
const other =
  /(?:^|\/)(?:\.github|configs?|schemas?|dashboards?|grafana|observability|monitoring)\/|(?:config|schema|package|tsconfig|set)[^/]*$/i;
const mostTried = 200;
const mostBytes = 4 * 2 ** 20;

interface Dated {
  readonly file: string;
  readonly reference: string;
  readonly day: string;
  readonly line: number;
}

/** The newest report that says itself when it was made, and what of; and that of a load test. */
export const findResults: Finder = async (repository) => {
  const answers: Found[] = [];
  const seen: Seen[] = [];
  const dated: Dated[] = [];
  const files = repository.paths.filter(
    (path) => /\.(?:json|xml)$/i.test(path) && named.test(path) && !other.test(path) && !load.test(path),
  );
  for (const file of files.slice(0, mostTried)) {
    if (((await repository.size(file)) ?? 0) > mostBytes) continue;
    const answer = await repository.answer(report(at(file)));
    if (answer.kind === 'unread' || answer.facts.kind !== 'report') continue;
    const { made, cases, dataSet, metrics } = answer.facts;
    const measures = cases !== undefined || dataSet !== undefined || metrics.length > 0;
    const reference = repository.reference(file);
    if (made?.from !== 'inside' || made.line === undefined || !measures || reference === undefined) continue;
    dated.push({ file, reference, day: dayOf(made.moment), line: made.line });
  }
  const [newest, ...older] = dated.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  if (newest !== undefined) {
    const { file, reference, day, line } = newest;
    answers.push({ path: ['evaluation', 'results', 'path'], value: reference, file, line });
    answers.push({ path: ['evaluation', 'results', 'date'], value: day, file, line });
  }
  for (const { file, day, line } of older) seen.push({ what: `a report of ${day}`, file, line });

  const loads: Dated[] = [];
  for (const file of repository.paths.filter((path) => load.test(path) && /\.(?:json|csv)$/i.test(path)).slice(0, 50)) {
    const answer = await repository.answer(loadReport(at(file)));
    if (answer.kind === 'unread' || 'unclear' in answer.facts) continue;
    const { made, p95, perMinute } = answer.facts;
    const reference = repository.reference(file);
    if (made?.from !== 'inside' || made.line === undefined || reference === undefined) continue;
    if (p95 !== undefined || perMinute !== undefined)
      loads.push({ file, reference, day: dayOf(made.moment), line: made.line });
  }
  const [last] = loads.toSorted((a, b) => (a.day < b.day ? 1 : -1));
  if (last !== undefined) {
    const { file, reference, day, line } = last;
    answers.push({ path: ['evaluation', 'load_test', 'date'], value: day, file, line });
    answers.push({ path: ['evaluation', 'load_test', 'proof'], value: reference, file, line });
  }
  return { answers, seen };
};
