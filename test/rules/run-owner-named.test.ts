import { marked, requirement } from '../support/requirement.ts';

const id = 'run-owner-named';
const { find, states, fixes } = requirement(id);

function run(contacts: readonly string[], value = 'claims-ops', until = ''): string {
  const list =
    contacts.length === 0 ? '' : `    contact:\n${contacts.map((contact) => `      - ${contact}\n`).join('')}`;
  const line = `  run_owner: ${value.replace('!', '')}`;
  const written = value.endsWith('!') ? marked(line, value.replace('!', ''), id) : line;
  return `system:\n  owner: claims-ops\nowners:\n  claims-ops:\n    team: Claims\n${list}${until === '' ? '' : `    until: ${until}\n`}operations:\n${written}\n`;
}

for (const contact of ['pagerduty:P4CLAIM', 'opsgenie:claims', 'slack:claims-ops', 'teams:claims'])
  find(`reached by ${contact}`, run([contact]));
find(
  'by mail only, in production',
  run(['mailto:claims@x.example'], 'claims-ops!'),
  {},
  /by mail only \(mailto:claims@x\.example\)/,
);
find('by mail only, before that', run(['mailto:claims@x.example']), 'pre-production');
find('by mail and in a chat', run(['mailto:claims@x.example', 'slack:claims-ops']));
find('by nothing, which is told by `owner-reachable`', run([]));

find(
  'the team that builds it, while it is to dissolve',
  run(['slack:claims-ai'], 'claims-ops!', '2026-12-31'),
  {},
  /only until 2026-12-31/,
);
find('in a pilot too', run(['slack:claims-ai'], 'claims-ops!', '2026-12-31'), 'pilot');
find('the team that builds it, if it stays', run(['slack:claims-ai']), 'pilot');

find(
  'missing',
  `
operations:
^^^^^^^^^^ run-owner-named
  involved_since: 2026-03-02
`,
);
find(
  'missing with its section: the section before it is marked',
  `
system:
  name: claims-assistant
logging:
^^^^^^^ run-owner-named
  calls: 100%
governance:
  risk:
    class: minimal
`,
);
find('a placeholder', run(['slack:claims-ops'], 'tbd!'));
states('an id that nobody defined', run(['slack:claims-ops'], 'nobody'), ['/operations hollow']);
find('an id that nobody defined is told by `undefined-id`', run(['slack:claims-ops'], 'nobody'));
fixes(
  'a skeleton',
  `
operations:
  involved_since: 2026-03-02
`,
  `
operations:
  run_owner: TODO owner id
  involved_since: 2026-03-02
`,
);
