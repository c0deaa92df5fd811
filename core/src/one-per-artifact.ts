import { type Finding, type Related, severityOrder } from './finding.ts';
import type { Fix } from './text.ts';

/**
 * A file that is not there is told once, however many places name it: at the first of the severest, with the others
 * beside it. A folder that is not there is that of the file in it.
 */
export function onePerArtifact(findings: readonly Finding[]): readonly Finding[] {
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.lacks === undefined) continue;
    const known = byPath.get(finding.lacks);
    if (known === undefined) byPath.set(finding.lacks, [finding]);
    else known.push(finding);
  }
  for (const [path, own] of byPath) {
    const folder = folderIn(byPath, path);
    if (folder === undefined) continue;
    byPath.set(path, [...own, ...(byPath.get(folder) ?? [])]);
    byPath.delete(folder);
  }
  const told = new Map<Finding, Finding>();
  for (const own of byPath.values()) {
    const first = severest(own);
    const others = own.filter((one) => one !== first);
    if (first === undefined || others.length === 0) continue;
    for (const other of others) told.set(other, first);
    told.set(first, withOthers(first, others));
  }
  if (told.size === 0) return findings;
  const once: Finding[] = [];
  for (const finding of findings) {
    const by = told.get(finding);
    if (by === undefined) once.push(finding);
    else if (!told.has(by)) once.push(by);
  }
  return once;
}

/** The nearest one above. */
function folderIn(known: ReadonlyMap<string, unknown>, path: string): string | undefined {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const folder = path.slice(0, end);
    if (known.has(folder)) return folder;
  }
  return undefined;
}

function severest(findings: readonly Finding[]): Finding | undefined {
  return findings.reduce<Finding | undefined>((a, b) => (a === undefined || rank(b) < rank(a) ? b : a), undefined);
}

/** A gap of the pilot names as its proof what another section has as its own, and that is where to mend it. */
function rank({ severity, subject = '' }: Finding): number {
  return severityOrder[severity] * 2 + (subject.startsWith('/system/pilot_gaps') ? 1 : 0);
}

function withOthers(first: Finding, others: readonly Finding[]): Finding {
  const elsewhere = others
    .filter(({ span }) => span.start !== first.span.start)
    .sort((a, b) => a.span.start - b.span.start);
  const related = elsewhere.map(({ span }): Related => ({ span, message: 'It is named here, too.' }));
  return {
    ...first,
    related: [...(first.related ?? []), ...related],
    fixes: (only) => {
      const own = first.fixes(only);
      const all = everywhere(own, elsewhere);
      return all === undefined ? own : [all, ...own];
    },
  };
}

/** Where each place has the path that was meant, all of them are put right at once. */
function everywhere(own: readonly Fix[], others: readonly Finding[]): Fix | undefined {
  const here = own.find(({ kind }) => kind === 'adopt');
  const there = others.map((other) => other.fixes('help').find(({ kind }) => kind === 'adopt'));
  const known = there.filter((fix) => fix !== undefined);
  if (here === undefined || known.length === 0 || known.length < there.length) return undefined;
  const places = known.length === 1 ? 'the other place' : `the ${known.length} other places`;
  const edits = [here, ...known].flatMap(({ edits }) => edits).sort((a, b) => a.span.start - b.span.start);
  return { ...here, title: `${here.title}, and the same file in ${places}`, edits };
}
