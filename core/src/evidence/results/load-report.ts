import { lineIndex } from '../../text.ts';
import type { Inquiry } from '../evidence.ts';
import { readJson, slipInJson } from '../formats/json.ts';
import { leavesOf } from '../formats/leaves.ts';
import { momentInName } from '../formats/moments.ts';
import type { Slip } from '../formats/slip.ts';
import { type ArtifactPath, mostBytes } from '../host.ts';
import { shownPath } from '../reference.ts';
import { type Numbers, numbersIn } from './load-formats.ts';
import { numbersInTable } from './load-table.ts';
import { type Made, stated } from './report-stated.ts';

/** What the report of a load tool says. */
export interface LoadReport extends Numbers {
  readonly made?: Made;
}

/** `slip`: nothing can load the file. */
export type LoadOrNone = LoadReport | { readonly unclear: string; readonly slip?: Slip };

export function loadReport(file: ArtifactPath): Inquiry<LoadOrNone> {
  return {
    key: `load ${shownPath(file)}`,
    about: [file],
    async answer(host) {
      if (!/\.(?:json|csv)$/i.test(file.path)) {
        const there = await host.look(file);
        return there.kind === 'unread' ? there : { kind: 'read', facts: { unclear: 'nobody reads values out of it' } };
      }
      const text = await host.text(file, mostBytes.text);
      if (text.kind === 'unread') return text;
      return { kind: 'read', facts: await loadOf(text.facts, file.path) };
    },
  };
}

export async function loadOf(text: string, path: string): Promise<LoadOrNone> {
  const moment = momentInName(path);
  const made: Made | undefined = moment === undefined ? undefined : { moment, from: 'name' };
  if (/\.csv$/i.test(path)) {
    const total = await numbersInTable(text);
    return total === undefined ? { unclear: 'it is no table of a load tool' } : { ...total, made };
  }
  const root = readJson(text);
  if (root === undefined) return { unclear: 'it is no JSON', slip: slipInJson(text) };
  const lines = lineIndex(text);
  const found = numbersIn(root, lines);
  if (found === undefined) return { unclear: 'it has no rate and no percentile that is known' };
  return { ...found, made: stated(leavesOf(root, lines)).made ?? made };
}
