import type { Prose } from '../../evidence/documents/prose.ts';
import { retiredAt } from '../../evidence/documents/retired.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { normal, parentOf, rewritten, shownPath } from '../../evidence/reference.ts';
import { clipped } from '../../shown.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Named, Proof } from '../proof.ts';
import type { Context } from '../rule.ts';

/** A document that says of itself that it no longer holds; of a prompt only its front matter speaks of it. */
export function noLonger(
  { evidence }: Pick<Context, 'evidence'>,
  named: Named,
  file: ArtifactPath,
  prose: Prose,
  isPrompt = false,
): Proof | undefined {
  const retired = retiredAt(isPrompt ? { ...prose, headings: [], lines: [] } : prose);
  if (retired === undefined) return undefined;
  const path = shownPath(file);
  const reason = `${path}:${retired.line} says that it no longer holds: "${clipped(retired.text, 100)}".`;
  const next = prose.links.find(
    ({ line, target }) => line === retired.line && /^[^:#]+\.(?:md|rst|adoc)(?:#|$)/.test(target),
  );
  const to = next && normal(`${parentOf(file.path)}/${next.target.split('#')[0]}`);
  return {
    at: named,
    state: 'contradicted',
    reason,
    facts: [{ file, line: retired.line, says: reason }],
    lacks: path,
    fix:
      to === undefined || evidence === undefined
        ? undefined
        : () => {
            const value = rewritten(named.value.split('#')[0] ?? '', { root: file.root, path: to }, evidence.folder);
            const edit = replaceScalar({ kind: 'scalar', style: 'plain', ...named }, value, 'flow');
            return { title: `Use "${value}", which ${path} names`, kind: 'adopt', safe: false, edits: [edit] };
          },
  };
}
