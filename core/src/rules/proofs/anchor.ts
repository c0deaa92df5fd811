import { closest } from '../../closest.ts';
import type { Document } from '../../evidence/documents/document.ts';
import type { Heading, Prose } from '../../evidence/documents/prose.ts';
import { type Reference, shownPath } from '../../evidence/reference.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Named, Proof } from '../proof.ts';

/** What is wrong with the `#heading` of a reference to a text; nothing where it leads to a line. */
export function anchorProof(
  named: Named,
  { file }: Extract<Reference, { kind: 'file' }>,
  selector: string,
  { prose, markup }: Extract<Document, { kind: 'prose' }>,
): Proof | undefined {
  if (anchorLine(prose, selector) !== undefined) return undefined;
  const path = shownPath(file);
  const meant = likelyMeant(prose, selector);
  const facts =
    meant === undefined ? [] : [{ file, line: meant.line, says: `The heading "${meant.text}" is #${meant.slug}.` }];
  if (markup !== 'markdown') {
    // Which anchors its titles get is for the program that renders it.
    return { at: named, state: 'unverifiable', reason: `No title of ${path} is surely "#${selector}".`, facts };
  }
  const reason =
    meant === undefined
      ? `No heading of ${path} is "#${selector}".`
      : `No heading of ${path} is "#${selector}"; line ${meant.line} is "#${meant.slug}".`;
  return { at: named, state: 'contradicted', reason, facts, fix: meant && (() => adopted(named, meant.slug, path)) };
}

/** The line that a link to `#selector` leads to. */
export function anchorLine({ anchors }: Pick<Prose, 'anchors'>, selector: string): number | undefined {
  const exact = anchors.get(selector) ?? anchors.get(selector.toLowerCase());
  if (exact !== undefined) return exact;
  // Of an emoji GitHub leaves the invisible part in the slug, which nobody writes and some renderers drop.
  const wanted = visible(selector.toLowerCase());
  for (const [anchor, line] of anchors) if (visible(anchor.toLowerCase()) === wanted) return line;
  return undefined;
}

function visible(anchor: string): string {
  return anchor.replace(/[\uFE0E\uFE0F\u200D]/g, '');
}

/** A heading that was given more words since, or fewer, or another number, or is misspelt. */
function likelyMeant({ headings }: Prose, selector: string): Heading | undefined {
  const wanted = selector.toLowerCase();
  const only = (found: readonly Heading[]) => (found.length === 1 ? found[0] : undefined);
  const plain = (slug: string) => slug.replace(/^[\d-]+/, '');
  return (
    only(headings.filter(({ slug }) => slug.startsWith(`${wanted}-`))) ??
    only(headings.filter(({ slug }) => slug !== '' && wanted.startsWith(`${slug}-`))) ??
    only(headings.filter(({ slug }) => plain(slug) !== '' && plain(slug) === plain(wanted))) ??
    headings.find(
      ({ slug }) =>
        slug ===
        closest(
          wanted,
          headings.map((one) => one.slug),
        ),
    )
  );
}

function adopted(named: Named, slug: string, path: string): NonNullable<ReturnType<NonNullable<Proof['fix']>>> {
  const value = `${named.value.slice(0, named.value.indexOf('#'))}#${slug}`;
  const edit = replaceScalar({ kind: 'scalar', style: 'plain', ...named }, value, 'flow');
  return { title: `Use "#${slug}" from ${path}`, kind: 'adopt', safe: false, edits: [edit] };
}
