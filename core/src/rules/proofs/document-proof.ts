import type { Fact } from '../../assessment.ts';
import { type Document, document } from '../../evidence/documents/document.ts';
import type { Prose } from '../../evidence/documents/prose.ts';
import { isUnwritten, onlyLeadsTo } from '../../evidence/documents/unsaid.ts';
import { shownPath } from '../../evidence/reference.ts';
import { matchesGlob } from '../../glob.ts';
import { clipped } from '../../shown.ts';
import type { Field } from '../../spec/fields.generated.ts';
import { type Found, find, type Named, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { anchorProof } from './anchor.ts';
import { noLonger } from './retired-document.ts';
import { isTest, testProof } from './test-proof.ts';

/** As many unfilled places are shown of one document. */
const mostShown = 3;

/** Asks for the document at `named`: a file, a folder, or the files that a pattern means. */
export function findDocument(
  context: Pick<Context, 'evidence'>,
  named: Named | undefined,
): Found<Document> | undefined {
  return find(context, named, (file, { glob }) =>
    document(file, glob ? (path) => matchesGlob(file.path, path) : undefined),
  );
}

/** That a file, a folder or a pattern stands for something, and that a text is more than what was to be filled in. */
export function documentProof(
  context: Pick<Context, 'evidence'>,
  named: Named,
  artifact: Field['artifact'],
): Proof | undefined {
  const found = findDocument(context, named);
  if (found === undefined || 'proof' in found) return found?.proof;
  const { facts, reference } = found;
  const { file, selector } = reference;
  const path = shownPath(file);
  const contradicted = (reason: string, line?: number): Proof => {
    return { at: named, state: 'contradicted', reason, facts: [{ file, line, says: reason }] };
  };

  if (facts.kind === 'files') {
    if (!reference.glob && !reference.folder && oneFile.test(file.path))
      return { ...contradicted(`"${path}" is a folder, not a file.`), lacks: path };
    if (facts.count === 0) {
      return reference.glob
        ? contradicted(`No file is called "${path}".`)
        : { at: named, state: 'unverifiable', reason: `"${path}" holds no file that git keeps.` };
    }
    if (artifact === 'decision-record') return contradicted(`"${path}" is a folder: which decision in it?`);
    const tests = artifact === 'test' ? testProof(context, named) : undefined;
    if (tests !== undefined) return tests;
    const count = `${facts.whole ? '' : 'at least '}${facts.count} ${facts.count === 1 ? 'file' : 'files'}`;
    return there(named, `"${path}" stands for ${count}.`, [{ file, says: `There are ${count}.` }]);
  }
  if (facts.kind === 'other') {
    const useless = noContent(facts, path);
    if (useless !== undefined) return { ...contradicted(useless.reason, useless.line), lacks: path };
    const tests = isTest(file.path, artifact) ? testProof(context, named) : undefined;
    return tests ?? there(named, `"${path}" is there.`, [{ file, says: 'The file is there.' }]);
  }

  const empty = saysNothing(facts.prose, path, artifact === 'prompt');
  if (empty !== undefined) return { ...contradicted(empty.reason, empty.line), lacks: path };
  const retired =
    artifact === 'decision-record' ? undefined : noLonger(context, named, file, facts.prose, artifact === 'prompt');
  if (retired !== undefined) return retired;
  const dead = selector === undefined ? undefined : anchorProof(named, reference, selector, facts);
  if (dead !== undefined) return dead;
  const led = artifact === 'prompt' ? undefined : leadsAway(named, file, facts.prose);
  if (led !== undefined) return led;
  const title = facts.prose.headings.find(({ level }) => level === 1)?.text;
  return there(named, `"${path}" is there.`, [
    { file, line: 1, says: title === undefined ? 'The file is there.' : `The file is there: "${title}".` },
    ...(artifact === 'prompt' ? [] : unfilled(facts.prose).map(({ line, says }) => ({ file, line, says }))),
  ]);
}

/** Endings of what is one file wherever it stands. */
const oneFile =
  /\.(?:md|markdown|mdx|rst|adoc|txt|pdf|docx?|xlsx?|ya?ml|jsonl?|toml|csv|html?|py|[mc]?[jt]sx?|go|tf|rego)$/i;

/** Why what a program reads, or a picture or PDF, is of no use: nothing is in it, or it is not what its name says. */
export function noContent(
  { isEmpty, isNo, unsound }: Extract<Document, { kind: 'other' }>,
  path: string,
): { readonly reason: string; readonly line?: number } | undefined {
  if (isEmpty) return { reason: `"${path}" is empty.` };
  if (isNo !== undefined) return { reason: `"${path}" is called so and is no ${isNo}.` };
  if (unsound === undefined) return undefined;
  if (unsound.kind === 'nothing') return { reason: `"${path}" holds nothing but comments.` };
  const { line } = unsound;
  const language = /\.json$/i.test(path) ? 'JSON' : 'YAML';
  return {
    reason: `${path}${line === undefined ? '' : `:${line}`} is no ${language}: whoever loads it refuses it.`,
    line,
  };
}

/** A page whose content is elsewhere, where nobody looks. */
export function leadsAway(at: Named, file: Fact['file'], prose: Prose): Proof | undefined {
  const led = onlyLeadsTo(prose);
  if (led === undefined) return undefined;
  const reason = `${shownPath(file)}:${led.line} only leads to ${clipped(led.target, 80)}, where nobody looks.`;
  return {
    at,
    state: 'unverifiable',
    reason,
    facts: [{ file, line: led.line, says: 'The page only leads elsewhere.' }],
  };
}

/** What is still to be filled in: for a person to see, since what is around it may say enough. */
export function unfilled({ placeholders }: Prose): { readonly line: number; readonly says: string }[] {
  const shown = placeholders.slice(0, mostShown).map(({ line, text }) => {
    return { line, says: `"${text}" is still to be filled in.` };
  });
  const more = placeholders.length - shown.length;
  const next = placeholders[mostShown];
  return more > 0 && next !== undefined ? [...shown, { line: next.line, says: `So are ${more} more.` }] : shown;
}

/** Why a text says nothing yet; what looks like a placeholder may be meant for what is `filledLater`. */
export function saysNothing(
  prose: Prose,
  path: string,
  filledLater = false,
): { readonly reason: string; readonly line?: number } | undefined {
  const [first] = filledLater ? [] : prose.placeholders;
  const open = new Map((filledLater ? [] : prose.placeholders).map(({ line, text }) => [line, text]));
  if (prose.code.length > 0 || prose.lines.some(({ line, text }) => isSaid(text, open.get(line)) && !isUnwritten(text)))
    return undefined;
  if (first !== undefined) {
    const reason = `"${path}" holds nothing but what is to be filled in, such as "${first.text}".`;
    return { reason, line: first.line };
  }
  const [blank] = prose.lines.filter(({ text }) => isUnwritten(text));
  if (blank !== undefined) {
    return { reason: `"${path}" holds nothing but "${clipped(blank.text, 60)}".`, line: blank.line };
  }
  const [heading] = prose.headings;
  if (heading !== undefined && !filledLater) {
    return { reason: `"${path}" has headings, and nothing below them.`, line: heading.line };
  }
  return heading === undefined ? { reason: `"${path}" is empty.` } : undefined;
}

/** A label before a placeholder, as in "Last updated: [DATE]", says nothing; a sentence around one does. */
function isSaid(text: string, placeholder: string | undefined): boolean {
  const words = text.replace(placeholder ?? '', ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > (placeholder === undefined ? 0 : 3);
}

function there(at: Named, reason: string, facts: readonly Fact[]): Proof {
  return { at, state: 'linked', reach: 'linked', reason, facts };
}
