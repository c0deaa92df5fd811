import { readMoment } from '../formats/moments.ts';
import type { Special } from './reported.ts';

/** A metric of a run in MLflow's file store: `milliseconds value [step]` a line; the last step counts. */
export function mlflow(text: string, path: string): Special | { readonly unclear: string } {
  let last: { time: string; value: number; step: number; line: number } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const match = /^(\d{13}) (-?[\d.]+(?:[eE][+-]?\d+)?)(?: (-?\d+))?\r?$/.exec(line.slice(0, 200));
    if (match === null) continue;
    const step = Number(match[3] ?? 0);
    if (last === undefined || step >= last.step)
      last = { time: match[1] ?? '', value: Number(match[2]), step, line: index + 1 };
  }
  if (last === undefined || !Number.isFinite(last.value)) return { unclear: 'it is no metric of MLflow' };
  const name = /(?:^|\/)metrics\/(.+)$/.exec(path)?.[1] ?? '';
  const moment = readMoment(last.time);
  return {
    format: 'MLflow',
    metrics: [{ name, value: last.value, line: last.line }],
    made: moment === undefined ? undefined : { moment, from: 'inside', line: last.line },
    versions: [],
  };
}
