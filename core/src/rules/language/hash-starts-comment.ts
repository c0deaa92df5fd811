import type { Path } from '../../spec/place.ts';
import { nameOf } from '../../spec/words.ts';
import type { Fix, Span } from '../../text.ts';
import { commentFrom } from '../../yaml/comments.ts';
import type { Comment } from '../../yaml/document.ts';
import { columnOf } from '../../yaml/edit.ts';
import { printScalar } from '../../yaml/print.ts';
import type { Sequence } from '../../yaml/tree.ts';
import { defineRule } from '../rule.ts';

export const hashStartsComment = defineRule({
  id: 'hash-starts-comment',
  severity: 'error',
  summary: 'A value starts with #, so it is a comment and the answer is empty.',
  why: 'A channel written as #claims-ops is gone for every reader of the file, and nobody is told in an incident.',
  examples: [
    {
      bad: `
logging:
  store: #call-log
         ^^^^^^^^^ hash-starts-comment
`,
      good: `
logging:
  store: "#call-log"
`,
      fixed: `
logging:
  store: "#call-log"
`,
    },
    {
      bad: `
system:
  in_scope:
    - motor claims
    - #liability
      ^^^^^^^^^^ hash-starts-comment
`,
      good: `
system:
  in_scope:
    - motor claims
    - "#liability"
`,
      fixed: `
system:
  in_scope:
    - motor claims
    - "#liability"
`,
    },
  ],

  looksAt: 'place',

  *check({ doc, places }) {
    const { text, yaml } = doc;
    for (const { key, path, node, field } of places) {
      if (node?.kind === 'sequence' && !node.flow && field?.kind === 'list') {
        for (const comment of itemsInComments(text, yaml.comments, node)) {
          const message = `An item of \`${nameOf(path)}\` is empty: a value that starts with # is a comment and needs quotes.`;
          yield { at: comment, message, fix: () => quote(path, comment) };
        }
      }
      if (node !== undefined || (field?.kind !== 'scalar' && field?.kind !== 'list')) continue;
      const start = key?.span.end;
      const comment = start === undefined ? undefined : valueInComment(text, yaml.comments, start);
      if (comment === undefined) continue;
      const message = `\`${nameOf(path)}\` is empty: a value that starts with # is a comment and needs quotes.`;
      yield { at: comment, message, fix: () => quote(path, comment) };
    }
  },
});

/** A comment behind `key:` on its line that has no space after the #, as a channel or a tag would be written. */
function valueInComment(text: string, comments: readonly Comment[], keyEnd: number): Comment | undefined {
  const comment = commentFrom(comments, keyEnd);
  if (comment === undefined || !/^#[^\s#]/.test(comment.text)) return undefined;
  return /^[ \t]*:[ \t]*$/.test(text.slice(keyEnd, comment.span.start)) ? comment : undefined;
}

/** Comments without a space after the # behind the dashes of a list. */
function* itemsInComments(text: string, comments: readonly Comment[], list: Sequence): Generator<Comment> {
  if (!list.items.includes(undefined)) return;
  // The list ends with its last dash where nothing stands behind that one.
  const end = list.span.end + (/^[ \t]*/.exec(text.slice(list.span.end))?.[0].length ?? 0);
  let comment = commentFrom(comments, list.span.start);
  for (; comment !== undefined && comment.span.start <= end; comment = commentFrom(comments, comment.span.end)) {
    const { start } = comment.span;
    const before = text.slice(start - columnOf(text, start), start);
    if (/^#[^\s#]/.test(comment.text) && /^[ \t]*-[ \t]+$/.test(before)) yield comment;
  }
}

function quote(path: Path, { span, text }: { readonly span: Span; readonly text: string }): Fix | undefined {
  const value = text.trimEnd();
  if (path.at(-1) === 'contact') return undefined; // Whose channel it is, Slack's or another's, only the author knows.
  return { title: 'Put quotes around it', kind: 'normalise', safe: false, edits: [{ span, text: printScalar(value) }] };
}
