import { requirement } from '../support/requirement.ts';

const id = 'risk-classified';
const { find } = requirement(id);

const spec = (lines: string, role = 'informs', more = '') => `
system:
  owner: claims-ops
  decision_role: ${role}
  criticality: standard
owners:
  claims-ops:
    team: Claims Operations
  privacy:
    team: Data Protection Office
${more}governance:
  risk:
${lines}`;
const full = (kind: string, by: string) =>
  `    class: ${kind}\n    why: shows clauses to handlers\n    assessed: 2026-05-12\n    by: ${by}\n    assessment: docs/impact.md\n`;
const personal = 'sources:\n  letters:\n    data:\n      personal: personal\n';
const minimal = `minimal\n           ^^^^^^^ ${id}`;
const own = `claims-ops\n        ^^^^^^^^^^ ${id}`;

find('a pilot names class, reason and day', spec(full('limited', 'privacy').split('    by:')[0] ?? ''), 'pilot');
find(
  'later also who, and the paper',
  spec(full('limited', 'privacy').split('    by:')[0] ?? '').replace('  risk:\n', `  risk:\n  ^^^^ ${id}\n`),
  'pre-production',
  /`by`, `assessment`/,
);
find('a minimal risk needs no paper', spec(full('minimal', 'privacy').replace('    assessment: docs/impact.md\n', '')));
find(
  'minimal, and not a word why',
  spec(full(minimal, 'privacy').replace(/ +why:.*\n/, '')),
  'pilot',
  /not a word why/,
);
find(
  'recommends, about people, minimal',
  spec(full(minimal, 'privacy'), 'recommends', personal),
  'pilot',
  /"letters" holds data about people/,
);
find('recommends, and not about people', spec(full('minimal', 'privacy'), 'recommends'));
find('informs, about people', spec(full('minimal', 'privacy'), 'informs', personal));
find(
  'a source that was dropped',
  spec(full('minimal', 'privacy'), 'decides', personal.replace('    data:', '    status: dropped\n    data:')),
);
find('its owner judges it, before production', spec(full('limited', 'claims-ops')), 'pre-production');
find('its owner judges it, in production', spec(full('limited', own)), 'production', /the owner of the system/);
find(
  'who runs it judges it',
  `${spec(full('limited', own)).replace('  owner: claims-ops\n', '')}operations:\n  run_owner: claims-ops\n`,
);
find('assessed today', spec(full('limited', 'privacy').replace('2026-05-12', '2026-11-22')));
find(
  'assessed tomorrow',
  spec(full('limited', 'privacy').replace('2026-05-12', `2026-11-23\n              ^^^^^^^^^^ ${id}`)),
);
find(
  'prohibited',
  spec(full(`prohibited\n           ^^^^^^^^^^ ${id}`, 'privacy')),
  'pilot',
  /A prohibited use is not brought to users/,
);
