import type { Row } from '../cases/question.ts';
import { csvReader } from '../formats/csv.ts';
import { numberIn } from '../formats/leaves.ts';
import type { Numbers } from './load-formats.ts';

/** A table of a load tool: the statistics of Locust, and the aggregate report of JMeter. Their last line is for all requests. */
export async function numbersInTable(text: string): Promise<Numbers | undefined> {
  let total: Row | undefined;
  let line = 0;
  let count = 1;
  const reader = await csvReader((row) => {
    count += 1;
    if (row.Name !== 'Aggregated' && row.Label !== 'TOTAL') return;
    total = row;
    line = count;
  });
  for (const one of text.split(/\r?\n/)) if (!reader.line(one)) break;
  reader.end();
  if (total === undefined) return undefined;
  const row = total;
  const cell = (name: string) => {
    const number = numberIn(String(row[name] ?? '').replace(/\/sec$/, ''));
    return (
      number && (name.endsWith('%') && name.startsWith('Error') && !number.percent ? number.value / 100 : number.value)
    );
  };
  const numbers = row.Label === 'TOTAL' ? jmeter(cell) : locust(cell);
  const { perMinute, p95, failed } = numbers;
  if (perMinute === undefined && p95 === undefined) return undefined;
  const at = (value: number | undefined) => (value === undefined ? undefined : { value, line });
  const lost = at(failed);
  return {
    tool: numbers.tool,
    perMinute: at(perMinute),
    p95: at(p95),
    count: at(numbers.count),
    failed: lost && { ...lost, what: 'requests' },
  };
}

type Cell = (name: string) => number | undefined;

interface Total {
  readonly tool: string;
  readonly perMinute: number | undefined;
  readonly p95: number | undefined;
  readonly count: number | undefined;
  readonly failed: number | undefined;
}

function locust(cell: Cell): Total {
  const count = cell('Request Count');
  const all = count ?? 0;
  const failures = cell('Failure Count');
  return {
    tool: 'Locust',
    perMinute: times(cell('Requests/s'), 60),
    p95: times(cell('95%'), 0.001),
    count,
    failed: failures === undefined || all <= 0 ? undefined : failures / all,
  };
}

function jmeter(cell: Cell): Total {
  return {
    tool: 'JMeter',
    perMinute: times(cell('Throughput'), 60),
    p95: times(cell('95% Line'), 0.001),
    count: cell('# Samples'),
    failed: cell('Error %'),
  };
}

function times(value: number | undefined, factor: number): number | undefined {
  return value === undefined ? undefined : value * factor;
}
