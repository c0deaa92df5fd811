// Clocks, counters and tables.
import { readdirSync, readFileSync } from 'node:fs';

/** Without what makes Node start slower for reasons that are not the measured program's. */
export const environment = { ...process.env };
delete environment.NODE_EXTRA_CA_CERTS;
delete environment.NODE_OPTIONS;

export function quantile(values, share) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  return sorted[below] + (sorted[Math.ceil(place)] - sorted[below]) * (place - below);
}

export const median = (values) => quantile(values, 0.5);

/** Milliseconds of processor time that all threads of a process have used; Linux only. */
export function cpuOf(pid) {
  return fromProc(() => {
    const threads = readdirSync(`/proc/${pid}/task`);
    return (
      sum(
        threads.map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])),
      ) / 1e6
    );
  });
}

/** Resident memory in megabytes; Linux only. */
export function memoryOf(pid) {
  return fromProc(() => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
}

/** Milliseconds of processor time of all children that have ended, in steps of ten; Linux only. */
export function cpuOfChildren() {
  return fromProc(() => {
    const fields = readFileSync('/proc/self/stat', 'latin1').split(') ')[1].split(' ');
    return (Number(fields[13]) + Number(fields[14])) * 10;
  });
}

function fromProc(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

export function mean(values) {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : sum(known) / known.length;
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

export function number(value) {
  if (value === undefined || Number.isNaN(value)) return '-';
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toFixed(digits);
}

/** As Markdown: first column left, all others right. */
export function table(header, rows) {
  const cells = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n');
}
