import { document } from '../../evidence/documents/document.ts';
import type { Prose } from '../../evidence/documents/prose.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { normal, parentOf, shownPath } from '../../evidence/reference.ts';
import type { Context } from '../rule.ts';
import { anchorLine } from './anchor.ts';

/** As many links of one text are followed. */
const mostLinks = 30;

/** A link of a text that leads nowhere. */
export interface DeadLink {
  readonly line: number;
  readonly target: string;
  /** What is not there, and the same in words. */
  readonly lacks: string;
  readonly says: string;
}

/**
 * The first link between two lines of a Markdown file that leads to a file or a heading of this repository that is not
 * there. What a site makes of its pages (`/guide`, `page.html`) is not known here, and is passed over.
 */
export function deadLink(
  { evidence }: Pick<Context, 'evidence'>,
  file: ArtifactPath,
  prose: Prose,
  range: { readonly from: number; readonly to: number },
): DeadLink | undefined {
  const links = prose.links.filter(({ line }) => line >= range.from && line <= range.to).slice(0, mostLinks);
  for (const { target, line } of links) {
    const place = leadsTo(file, target);
    if (place === undefined) continue;
    const { at, anchor } = place;
    const isOwn = at.path === file.path;
    const answer = isOwn ? undefined : evidence?.ask(document(at));
    const path = shownPath(at);
    if (answer?.kind === 'unread') {
      if (answer.why === 'absent') return { line, target, lacks: path, says: `there is no "${path}"` };
      continue;
    }
    const other = answer?.facts.kind === 'prose' && answer.facts.markup === 'markdown' ? answer.facts.prose : undefined;
    if (other !== undefined && other.headings.length + other.lines.length + other.code.length === 0)
      return { line, target, lacks: path, says: `"${path}" is empty` };
    const led = isOwn ? prose : other;
    if (anchor === undefined || led === undefined || hasAnchor(led, anchor)) continue;
    const says = `no heading of ${isOwn ? 'this page' : path} is "#${anchor}"`;
    return { line, target, lacks: `${path}#${anchor}`, says };
  }
  return undefined;
}

function leadsTo(
  file: ArtifactPath,
  target: string,
): { readonly at: ArtifactPath; readonly anchor: string | undefined } | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/|[{}<>$*\\]/i.test(target)) return undefined;
  const [whole = '', anchor = ''] = target.split('#', 2);
  const written = decoded(whole.replace(/\?.*$/, ''));
  const name = decoded(anchor)?.replace(/^user-content-/, '');
  if (written === undefined || name === undefined) return undefined;
  // A range of lines, a text that a browser is to look for.
  const isName = name !== '' && !/^L\d+|^:~:|^[!/]/.test(name);
  if (written === '') return isName ? { at: file, anchor: name } : undefined;
  const path = normal(`${parentOf(file.path)}/${written}`);
  // Without an ending it may be a page of a site, or `../../issues` of GitHub.
  if (path === undefined || !/\.[a-z0-9]{1,8}$/i.test(path) || /\.html?$/i.test(path)) return undefined;
  return { at: { root: file.root, path }, anchor: isName ? name : undefined };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Renderers differ in dashes and signs; what differs in nothing else is meant. */
function hasAnchor(prose: Prose, anchor: string): boolean {
  if (anchorLine(prose, anchor) !== undefined) return true;
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const wanted = plain(anchor);
  return wanted === '' || [...prose.anchors.keys()].some((one) => plain(one) === wanted);
}
