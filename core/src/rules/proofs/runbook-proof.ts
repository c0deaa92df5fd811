import type { Fact } from '../../assessment.ts';
import { daysBetween, inDays } from '../../dates.ts';
import { type Placeholder, type Prose, sectionFrom, titleBlock } from '../../evidence/documents/prose.ts';
import { lastChange } from '../../evidence/files.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Named, Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { anchorLine, anchorProof } from './anchor.ts';
import { deadLink } from './dead-links.ts';
import { findDocument, leadsAway, noContent, saysNothing, unfilled } from './document-proof.ts';
import { noLonger } from './retired-document.ts';

/**
 * A runbook is a page that is there and still holds, whose heading is there where one is named, that was filled in where
 * the reader lands and sends nobody to what is not there, and that somebody touched within a year.
 */
export function runbookProof(context: Pick<Context, 'evidence' | 'asOf' | 'numbers'>, named: Named): Proof | undefined {
  const found = findDocument(context, named);
  if (found === undefined || 'proof' in found) return found?.proof;
  const { facts, reference } = found;
  const { file, selector } = reference;
  const path = shownPath(file);
  const wrong = (reason: string, line?: number): Proof => {
    return { at: named, state: 'contradicted', reason, facts: [{ file, line, says: reason }] };
  };

  if (facts.kind === 'files') return wrong(`"${path}" is a folder: which page in it tells what to do first?`);
  if (facts.kind === 'other') {
    const useless = noContent(facts, path);
    if (useless !== undefined) return { ...wrong(useless.reason, useless.line), lacks: path };
    const reason = `"${path}" is there; what it says is for people to see.`;
    return { at: named, state: 'linked', reach: 'linked', reason, facts: [{ file, says: 'The file is there.' }] };
  }
  const { prose } = facts;
  const empty = saysNothing(prose, path);
  if (empty !== undefined) return { ...wrong(empty.reason, empty.line), lacks: path };
  const retired = noLonger(context, named, file, prose);
  if (retired !== undefined) return retired;
  const dead = selector === undefined ? undefined : anchorProof(named, reference, selector, facts);
  if (dead !== undefined) return dead;

  const led = leadsAway(named, file, prose);
  if (led !== undefined) return led;

  const line = selector === undefined ? undefined : anchorLine(prose, selector);
  const open = whereOneLands(prose, line);
  if (open !== undefined) {
    const where = line === undefined ? 'at its top' : 'where the link leads';
    return wrong(`${path}:${open.line} is not filled in ${where}: "${open.text}".`, open.line);
  }
  const section = line === undefined ? { from: 1, to: Number.POSITIVE_INFINITY } : sectionFrom(prose, line);
  if (line !== undefined && facts.markup === 'markdown' && isBlank(prose, section))
    return { ...wrong(`${path}:${line} is a heading with nothing below it.`, line), lacks: `${path}#${selector}` };
  const link = deadLink(context, file, prose, section);
  if (link !== undefined) {
    const reason = `${path}:${link.line} sends the reader to "${link.target}", but ${link.says}.`;
    return { ...wrong(reason, link.line), from: 'production', lacks: link.lacks };
  }
  const landed = prose.headings.findLast((heading) => heading.line <= (line ?? prose.headings[0]?.line ?? 0));
  const shown: Fact[] = [
    {
      file,
      line: line ?? landed?.line ?? 1,
      says: landed === undefined ? 'The page is there.' : `The page has "${landed.text}".`,
    },
    ...unfilled(prose).map((one) => ({ file, ...one })),
  ];
  return (
    untouched(context, named, file) ?? {
      at: named,
      state: 'proven',
      reason: `"${named.value}" is there.`,
      facts: shown,
    }
  );
}

/** A placeholder elsewhere on the page may be none of this reader's business. */
function whereOneLands(prose: Prose, line: number | undefined): Placeholder | undefined {
  const ranges = [titleBlock(prose), ...(line === undefined ? [] : [sectionFrom(prose, line)])];
  return prose.placeholders.find((one) => ranges.some(({ from, to }) => one.line >= from && one.line <= to));
}

function isBlank(prose: Prose, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const isWithin = (line: number) => line > from && line <= to;
  return (
    !prose.code.some(isWithin) && !prose.lines.some(({ line, text }) => isWithin(line) && /[\p{L}\p{N}]/u.test(text))
  );
}

/** By the history of the repository, where it may be asked. */
function untouched(
  { evidence, asOf, numbers }: Pick<Context, 'evidence' | 'asOf' | 'numbers'>,
  named: Named,
  file: ArtifactPath,
): Proof | undefined {
  const answer = evidence?.ask(lastChange(file.root, [file.path], asOf));
  const moment = answer?.kind === 'read' ? answer.facts : undefined;
  if (moment === undefined) return undefined;
  const day = moment.slice(0, 10);
  const age = daysBetween(day, asOf);
  if (age <= numbers.longestRunbookAge) return undefined;
  const reason = `"${shownPath(file)}" was last changed on ${day}, ${inDays(age)} ago; people, names and systems have changed since.`;
  return { at: named, state: 'stale', reason, facts: [{ file, says: `Last changed on ${day}.` }] };
}
