import { requirement } from '../support/requirement.ts';

const id = 'index-refresh-documented';
const { find, states } = requirement(id);

const refresh = (mode: string, lines: string, mark = '') =>
  `indexes:\n  claims-index:\n    refresh:\n${mark}      mode: ${mode}\n${lines}owners:\n  claims-ops:\n    team: Claims Platform Operations\n`;
const mark = `    ^^^^^^^ ${id}\n`;
const both = '      runbook: runbooks/index-refresh.md\n      owner: claims-ops\n';

for (const mode of ['schedule', 'event', 'manual']) {
  find(`${mode}: both`, refresh(mode, both));
  find(`${mode}: none`, refresh(mode, '', mark), 'pre-production', /`refresh.runbook`, `refresh.owner` are missing/);
}
find('a pilot is not asked', refresh('manual', ''), 'pilot');
find('no runbook', refresh('event', '      owner: claims-ops\n', mark), {}, /has no `refresh.runbook`/);
find('no owner', refresh('event', '      runbook: runbooks/index-refresh.md\n', mark), {}, /has no `refresh.owner`/);
find('no refresh at all', `indexes:\n  claims-index:\n  ^^^^^^^^^^^^ ${id}\n    max_age: 28h\n`);
find('without indexes it does not apply', 'system:\n  type: model\n');
states('nor is there a subject', 'system:\n  type: model\n', []);
find(
  'an owner that leads nowhere is told by `undefined-id`',
  refresh('event', '      runbook: runbooks/index-refresh.md\n      owner: claims-op\n'),
);
