import { requirement } from '../support/requirement.ts';

const id = 'usage-metrics';
const { find } = requirement(id);

const spec = (who: string, ...names: readonly string[]) =>
  `${who === '' ? '' : `system:\n  users:\n    who: ${who}\n`}monitoring:\n  metrics:\n${names.map((name) => `    ${name}: { kind: usage, emitted_as: ${name.replaceAll('-', '_')}_total }\n`).join('')}`;
const mark = (text: string) => text.replace('  metrics:\n', `  metrics:\n  ^^^^^^^ ${id}\n`);

find('not asked of a pilot', 'system:\n  type: llm\n', 'pilot');
find('calls and active users', spec('claims handlers', 'calls', 'active-users'));
find('the people by their own name', spec('claims handlers', 'calls', 'handlers'));
find('how often it is taken', spec('claims handlers', 'calls', 'accepted-share'));
find('the first word is the trade, not the people', mark(spec('claims handlers', 'claims-calls')));
find(
  'volume and cost',
  mark(spec('claims handlers', 'calls', 'spend')),
  'production',
  /"calls", "spend" would not show/,
);
find('no people are named', spec('', 'calls'));
find(
  'a metric without a name',
  `monitoring:\n  metrics:\n    active-users:\n    ^^^^^^^^^^^^ ${id}\n      kind: usage\n`,
  'production',
  /`emitted_as` is missing/,
);
