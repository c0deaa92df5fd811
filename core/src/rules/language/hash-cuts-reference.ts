import { quoted } from '../../spec/words.ts';
import { commentFrom } from '../../yaml/comments.ts';
import { defineRule } from '../rule.ts';

export const hashCutsReference = defineRule({
  id: 'hash-cuts-reference',
  severity: 'warning',
  summary: 'A space before # turns the selector of a reference into a comment.',
  why: 'The reference then points to the whole file: an alert that was renamed or deleted goes unnoticed.',
  examples: [
    {
      bad: `
monitoring:
  alerts:
    recall-low:
      rule: observability/alerts.yaml #RecallLow
                                      ^^^^^^^^^^ hash-cuts-reference
`,
      good: `
monitoring:
  alerts:
    recall-low:
      rule: observability/alerts.yaml#RecallLow
`,
      fixed: `
monitoring:
  alerts:
    recall-low:
      rule: observability/alerts.yaml#RecallLow
`,
    },
  ],

  looksAt: 'place',

  *check({ doc, places }) {
    for (const { node, field } of places) {
      if (field?.artifact === undefined || node?.kind !== 'scalar' || node.style !== 'plain') continue;
      const comment = commentFrom(doc.yaml.comments, node.span.end);
      if (comment === undefined || !/^#[^\s#]/.test(comment.text) || String(node.value).includes('#')) continue;
      const gap = doc.text.slice(node.span.end, comment.span.start);
      if (!/^[ \t]+$/.test(gap)) continue;
      const message = `${quoted(comment.text)} is a comment: a selector follows its path without a space.`;
      const edits = [{ span: { start: node.span.end, end: comment.span.start }, text: '' }];
      yield { at: comment, message, fix: () => ({ title: 'Remove the space', kind: 'normalise', safe: false, edits }) };
    }
  },
});
