import { type LineIndex, lineIndex } from '../../text.ts';
import { parseYaml } from '../../yaml/parse.ts';
import type { Problem } from '../../yaml/problem.ts';
import { breaks } from '../../yaml/recover.ts';
import type { AnyNode } from '../../yaml/tree.ts';
import type { Inquiry } from '../evidence.ts';
import { readJson, slipInJson } from '../formats/json.ts';
import { leavesOf } from '../formats/leaves.ts';
import { type Moment, momentInName } from '../formats/moments.ts';
import type { Slip } from '../formats/slip.ts';
import { type ArtifactPath, mostBytes } from '../host.ts';
import { shownPath } from '../reference.ts';
import { deepEval } from './report-deepeval.ts';
import { junit } from './report-junit.ts';
import { mlflow } from './report-mlflow.ts';
import { promptfoo } from './report-promptfoo.ts';
import { scores } from './report-scores.ts';
import { stated } from './report-stated.ts';
import type { ReadReport, Report, Special } from './reported.ts';

export function report(file: ArtifactPath): Inquiry<Report> {
  return {
    key: `report ${shownPath(file)}`,
    about: [file],
    async answer(host) {
      const ending = /\.([a-z0-9]+)$/i.exec(file.path)?.[1]?.toLowerCase() ?? '';
      if (readable.has(ending)) {
        const text = await host.text(file, ending === 'json' ? mostBytes.json : mostBytes.text);
        if (text.kind === 'unread') return text;
        return { kind: 'read', facts: await reportOf(text.facts, file.path, ending) };
      }
      const there = await host.look(file);
      if (there.kind === 'unread') return there;
      const why = there.facts === 'folder' ? 'it is a folder' : `nobody reads values out of .${ending} files`;
      return { kind: 'read', facts: { kind: 'unclear', why } };
    },
  };
}

const readable = new Set(['json', 'yaml', 'yml', 'xml', 'csv', '']);

/** What a text says as a report; `path` tells what its name says. */
export async function reportOf(text: string, path: string, ending: string): Promise<Report> {
  const byName = momentInName(path);
  const named = byName === undefined ? undefined : { moment: byName, from: 'name' as const };
  if (ending === 'xml') return special(await junit(text), named);
  if (ending === 'csv') return special(await scores(text), named);
  if (ending === '' && /(?:^|\/)metrics\//.test(path)) return special(mlflow(text, path), named);
  return /^ya?ml$/.test(ending) ? ofYaml(text, named) : ofJson(text, ending === 'json', named);
}

function ofJson(text: string, isCalledJson: boolean, named: Named): Report {
  const root = readJson(text);
  if (root !== undefined && root.kind !== 'scalar') return ofTree(root, lineIndex(text), 'JSON', named);
  const slip = root === undefined && isCalledJson ? slipInJson(text) : undefined;
  return { kind: 'unclear', why: 'it is no JSON', slip };
}

function ofYaml(text: string, named: Named): Report {
  const json = readJson(text);
  const { root, problems } = json === undefined ? parseYaml(text) : { root: json, problems: [] };
  if (root !== undefined && root.kind !== 'scalar' && problems.length === 0)
    return ofTree(root, lineIndex(text), 'YAML', named);
  const line = /\{\{|\{%/.test(text) ? undefined : brokenAt(problems, lineIndex(text));
  const slip: Slip | undefined = line === undefined ? undefined : { format: 'YAML', line };
  return { kind: 'unclear', why: 'it is no YAML that can be read as it is', slip };
}

function brokenAt(problems: readonly Problem[], lines: LineIndex): number | undefined {
  const slips = problems.filter(breaks).map(({ span }) => span.start);
  return slips.length === 0 ? undefined : lines.position(Math.min(...slips)).line + 1;
}

type Named = { readonly moment: Moment; readonly from: 'name' } | undefined;

function ofTree(root: AnyNode, lines: LineIndex, format: string, named: Named): ReadReport {
  const leaves = leavesOf(root, lines);
  const usual = stated(leaves);
  const own = promptfoo(root, lines) ?? deepEval(root, lines);
  const made = own?.made ?? usual.made ?? named;
  return { kind: 'report', format, metrics: [], ...usual, ...own, made, leaves };
}

function special(own: Special | { readonly unclear: string; readonly slip?: Slip }, named: Named): Report {
  if ('unclear' in own) return { kind: 'unclear', why: own.unclear, slip: own.slip };
  return { kind: 'report', metrics: [], versions: [], ...own, made: own.made ?? named, leaves: new Map() };
}
