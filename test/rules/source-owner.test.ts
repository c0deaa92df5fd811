import { requirement } from '../support/requirement.ts';

const id = 'source-owner';
const { find, states } = requirement(id);

const owned = (by: string, rest = '') =>
  `owners:\n  archive-team:\n    team: Document Services\n  claims-ops:\n    team: Claims Platform Operations\n${rest}sources:\n  letters:\n    system: FileNet archive\n    owner: ${by}\n`;
const caret = `claims-ops\n           ^^^^^^^^^^ ${id}`;

find('another team', owned('archive-team'));
find(
  'the own team may run a source too',
  `system:\n  owner: claims-ops\n${owned('claims-ops')}operations:\n  run_owner: claims-ops\n`,
);
find(
  'the team that builds',
  `${owned(caret)}operations:\n  handover:\n    from: claims-ops\n`,
  'pilot',
  /`claims-ops` builds this system and hands it over; that is not the team that runs FileNet archive/,
);
find(
  'a team with a last day',
  owned(caret, '    until: 2027-12-31\n'),
  {},
  /is here only until 2027-12-31; FileNet archive stays/,
);
find('both is said once', `${owned(caret, '    until: 2027-12-31\n')}operations:\n  handover:\n    from: claims-ops\n`);
find(
  'missing',
  `sources:\n  letters:\n  ^^^^^^^ ${id}\n    status: connected\n`,
  'pilot',
  /does not say which team runs it/,
);
find('missing without a status', `sources:\n  letters:\n  ^^^^^^^ ${id}\n    via: api\n`);
find('of a planned source asked by `source-plan-dated`', 'sources:\n  letters:\n    status: planned\n');
find('not asked of a dropped one', 'sources:\n  letters:\n    status: dropped\n');
find('no contact is told by `owner-reachable`', owned('archive-team'));
find('an id that leads nowhere is told by `undefined-id`', owned('dms'));
states('and is no answer', owned('dms'), ['/sources/letters hollow']);
