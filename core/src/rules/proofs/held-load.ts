import type { Fact } from '../../assessment.ts';
import { daysBetween, durationSeconds } from '../../dates.ts';
import { dayOf } from '../../evidence/formats/moments.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Measured } from '../../evidence/results/load-formats.ts';
import { type LoadReport, loadReport } from '../../evidence/results/load-report.ts';
import type { EvaluationLoadTest } from '../../spec/types.generated.ts';
import { find, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { adopt } from './adopt.ts';
import { broken } from './broken-file.ts';
import { placed } from './opened-report.ts';
import { trimmed } from './precision.ts';

/** More than this of what was measured may be lost in rounding. */
const rounding = 0.02;
/** Of fewer requests not even five are slower than the 95% that are told. */
const fewestRequests = 100;

/** That the report of the load test shows the rate, the latency and the day that the spec says. */
export function loadProofs(context: Context, { value }: Subject<EvaluationLoadTest>): Proof[] {
  const path = value.get('proof');
  const found = find(context, path, loadReport);
  if (found === undefined || path === undefined) return [];
  if ('proof' in found) return [found.proof];
  const { facts: said, reference } = found;
  const { file } = reference;
  const shown = shownPath(file);
  if ('unclear' in said && said.slip !== undefined) return [broken(path, file, said.slip)];
  if ('unclear' in said) {
    const reason = `"${shown}" is there; ${said.unclear}.`;
    return [{ at: path, state: 'linked', reach: 'linked', reason, facts: [{ file, says: 'The report is there.' }] }];
  }
  const facts: Fact[] = [];
  const proofs: Proof[] = [];
  const rate = value.get('rate');
  const held = said.perMinute;
  if (held !== undefined)
    facts.push({ file, line: held.line, says: `${trimmed(held.value, 1)} requests a minute (${said.tool}).` });
  if (rate !== undefined && held !== undefined && held.value < perMinute(rate.value) * (1 - rounding)) {
    const reason = `${rate.value} here, but ${at(shown, held)} shows ${trimmed(held.value, 1)} a minute.`;
    proofs.push({ at: rate, state: 'contradicted', reason, fix: adopt(rate, `${Math.floor(held.value)}/min`, shown) });
  }
  const p95 = value.get('p95');
  const measured = said.p95;
  if (measured !== undefined)
    facts.push({ file, line: measured.line, says: `95% within ${inSeconds(measured.value)} (${said.tool}).` });
  if (p95 !== undefined && measured !== undefined && !isRounded(p95.value, measured.value)) {
    const reason = `${p95.value} here, but ${at(shown, measured)} shows ${inSeconds(measured.value)} for 95% of the requests.`;
    proofs.push({ at: p95, state: 'contradicted', reason, fix: adopt(p95, inSeconds(measured.value), shown) });
  }
  if (said.failed !== undefined) {
    const { value: share, line, what, orPercent } = said.failed;
    const says = orPercent ? `The rate of failures is ${share}.` : `${inPercent(share)} of the ${what} failed.`;
    facts.push({ file, line, says });
  }
  const lost = tooManyFailed(context, path, said, shown);
  if (lost !== undefined) proofs.push(lost);
  const date = value.get('date');
  if (said.made !== undefined) {
    const day = dayOf(said.made.moment);
    facts.push({ file, line: said.made.from === 'inside' ? said.made.line : undefined, says: `Made on ${day}.` });
    if (date !== undefined && Math.abs(daysBetween(day, date.value)) > 1) {
      const where = said.made.from === 'name' ? `the name of ${shown}` : placed(shown, said.made.line);
      proofs.push({
        at: date,
        state: 'contradicted',
        reason: `${date.value} here, but ${where} says ${day}.`,
        fix: adopt(date, day, shown),
      });
    }
  }
  if (proofs.length > 0) return proofs.map((proof) => ({ facts, ...proof }));
  if (held === undefined || measured === undefined) {
    return [{ at: path, state: 'linked', reach: 'linked', reason: `"${shown}" says only part of it.`, facts }];
  }
  if (said.count !== undefined && said.count.value < fewestRequests) {
    const few = `${said.count.value} requests`;
    const reason = `${at(shown, said.count)} counts ${few}, of which hardly any are slower than 95% of them: the load was held for a moment only.`;
    return [{ at: path, state: 'linked', reason, facts: [...facts, { file, line: said.count.line, says: `${few}.` }] }];
  }
  return [
    {
      at: path,
      state: 'proven',
      reason: `${shown} shows ${trimmed(held.value, 1)} requests a minute, 95% within ${inSeconds(measured.value)}.`,
      facts,
    },
  ];
}

/** The rate and the latency of a system that refuses requests are not those of one that answers them. */
function tooManyFailed(context: Context, path: Proof['at'], { failed }: LoadReport, shown: string): Proof | undefined {
  if (failed === undefined) return undefined;
  const promised = context.spec.get('operations')?.get('slo')?.get('availability')?.value;
  const available = promised === undefined ? Number.NaN : Number(promised.replace('%', '')) / 100;
  const isPromised = available > 0 && available < 1;
  const most = isPromised ? 1 - available : context.numbers.mostFailedRequests / 100;
  if (failed.value <= most + 1e-9) return undefined;
  if (failed.orPercent && failed.value / 100 <= most + 1e-9) {
    const reason = `${at(shown, failed)} has a rate of failures of ${failed.value}; whether that is a share or per cent is not said.`;
    return { at: path, state: 'linked', reach: 'linked', reason };
  }
  const limit = isPromised
    ? `an availability of ${promised} leaves ${inPercent(most)}`
    : `a load at which more than ${inPercent(most)} fail is not held`;
  return {
    at: path,
    state: 'contradicted',
    reason: `By ${at(shown, failed)} ${inPercent(failed.value)} of the ${failed.what} failed: ${limit}.`,
  };
}

function inPercent(share: number): string {
  return `${trimmed(share * 100, 2)}%`;
}

function at(shown: string, { line }: Measured): string {
  return placed(shown, line);
}

/** Said and measured are the same but for rounding: to what was written, or by two of a hundred. */
function isRounded(said: string, seconds: number): boolean {
  const claimed = durationSeconds(said) ?? 0;
  const [, digits = '', unit = 's'] = /^\d+(?:\.(\d+))?(ms|s|m|h)$/.exec(said) ?? [];
  const step = (durationSeconds(`1${unit}`) ?? 1) / 10 ** digits.length;
  return Math.abs(claimed - seconds) <= Math.max(step / 2, seconds * rounding) + 1e-9;
}

function inSeconds(seconds: number): string {
  return seconds < 1 ? `${Math.round(seconds * 1000)}ms` : `${trimmed(seconds, 2)}s`;
}

/** `90/min` and `1.5/s` alike as a number a minute. */
export function perMinute(rate: string): number {
  const [count, unit] = rate.split('/');
  return Number(count) * ({ s: 60, min: 1, h: 1 / 60, day: 1 / 1440 }[unit ?? ''] ?? 1);
}
