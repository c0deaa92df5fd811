import { language } from '../support/language.ts';

const { find } = language('missing-kind');

const metrics = (entries: string) => `monitoring:\n  metrics:\n    live:\n${entries}`;

find(
  'a metric',
  'monitoring:\n  metrics:\n    live:\n    ^^^^ missing-kind\n      window: 24h\n',
  /`live` does not say its `kind`: /,
);
find('in braces', 'monitoring: { metrics: { live: { window: 24h } } }\n                         ^^^^ missing-kind\n');
find('an empty kind', 'monitoring:\n  metrics:\n    live:\n    ^^^^ missing-kind\n      kind:\n      window: 24h\n');

find('a kind', metrics('      kind: quality\n      window: 24h\n'));
find('a kind in quotes', metrics('      "kind": "quality"\n'));
find('a placeholder', metrics('      kind: TODO\n'));
find('a wrong kind is an invalid value', metrics('      kind: qualty\n'));
find('nothing yet', 'monitoring:\n  metrics:\n    live:\n');
find('a block of text', 'system:\n  purpose: |\n    live:\n      window: 24h\n');
