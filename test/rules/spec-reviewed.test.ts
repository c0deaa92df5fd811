import { marked, requirement } from '../support/requirement.ts';

const id = 'spec-reviewed';
const { find, states } = requirement(id);

const reviewed = (day: string) => `system:\n  reviewed: ${day}\n`;
const poor = (day: string) => `system:\n${marked(`  reviewed: ${day}`, day, id)}\n`;

find('today', reviewed('2026-11-22'));
find('tomorrow', poor('2026-11-23'), {}, /lies ahead/);
find('90 days ago', reviewed('2026-08-24'));
find('91 days ago', poor('2026-08-23'), {}, /on 2026-08-23, 91 days ago; in production it counts for 90 days/);
find('91 days ago, in pre-production', reviewed('2026-08-23'), 'pre-production');
find('180 days ago, in a pilot', reviewed('2026-05-26'), 'pilot');
find('181 days ago, in a pilot', poor('2026-05-25'), 'pilot', /181 days ago; before production it counts for 180 days/);
find('181 days ago, in production, is told once', poor('2026-05-25'));
find('a placeholder', poor('TBD'));
find('a retired system is not reviewed', 'system:\n  stage: retired\n');
states('an old review is stale', reviewed('2026-08-23'), ['/system stale']);
states('and was enough before', reviewed('2026-08-23'), ['/system declared'], 'pilot');
