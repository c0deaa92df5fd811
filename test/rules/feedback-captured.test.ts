import { requirement } from '../support/requirement.ts';

const id = 'feedback-captured';
const { find } = requirement(id);

const spec = (lines: string, until = '') =>
  `owners:\n  claims-ops:\n    team: Claims Operations\n${until}monitoring:\n  feedback:\n${lines}`;
const full = (every: string) => spec(`    how: thumbs\n    reaches: claims-ops\n    review_every: ${every}\n`);

find('a pilot is warned', `system:\n^^^^^^ ${id}\n  type: llm\n`, 'pilot');
find('read every 30 days', full('30d'));
find('read every 31 days', full(`31d\n                  ^^^ ${id}`), 'production', /30d is the longest/);
find('read every 0 hours', full(`0h\n                  ^^ ${id}`));
find(
  'no reader, and no mailbox',
  spec('    how: thumbs\n    review_every: 7d\n').replace('feedback:\n', `feedback:\n  ^^^^^^^^ ${id}\n`),
  'production',
  /has no `reaches`/,
);
find(
  'a mailbox without reader or rhythm is one finding',
  spec('    how: a shared mailbox\n').replace('feedback:\n', `feedback:\n  ^^^^^^^^ ${id}\n`),
  'production',
  /"a shared mailbox" is a mailbox that nobody owns: `reaches`, `review_every` are missing/,
);
find('a mailbox that somebody reads', spec('    how: mail\n    reaches: claims-ops\n    review_every: 7d\n'));
find('a reader until today', full('7d').replace('Operations\n', 'Operations\n    until: 2026-11-22\n'));
find(
  'a reader until yesterday',
  full('7d')
    .replace('Operations\n', 'Operations\n    until: 2026-11-21\n')
    .replace('reaches: claims-ops\n', `reaches: claims-ops\n             ^^^^^^^^^^ ${id}\n`),
);
find(
  'an undefined reader is told by `undefined-id`',
  full('7d').replace('reaches: claims-ops', 'reaches: claims-opps'),
);
