import { language } from '../support/language.ts';

const { find, fixes } = language('unquoted-star');

for (const cron of ['*/15 * * * *', '* 2 * * *', '*']) {
  fixes(
    `lines: ${cron}`,
    `indexes:\n  a:\n    refresh:\n      mode: schedule\n      cron: ${cron}\n`,
    `indexes:\n  a:\n    refresh:\n      mode: schedule\n      cron: "${cron}"\n`,
    'safe',
  );
}
fixes(
  'a comment stays',
  'indexes:\n  a:\n    refresh:\n      cron: */5 * * * * # often\n',
  'indexes:\n  a:\n    refresh:\n      cron: "*/5 * * * *" # often\n',
  'safe',
);
for (const [name, written, mended] of [
  ['last in braces', '{ mode: schedule, cron: */15 * * * * }', '{ mode: schedule, cron: "*/15 * * * *" }'],
  ['first in braces', '{ cron: */15 * * * *, mode: schedule }', '{ cron: "*/15 * * * *", mode: schedule }'],
  ['alone in braces', '{ cron: *star }', '{ cron: "*star" }'],
] as const) {
  fixes(name, `indexes:\n  a:\n    refresh: ${written}\n`, `indexes:\n  a:\n    refresh: ${mended}\n`, 'safe');
}
fixes('in brackets', 'system:\n  in_scope: [*a, b]\n', 'system:\n  in_scope: ["*a", b]\n', 'safe');
fixes('an item', 'system:\n  in_scope:\n    - *motor\n', 'system:\n  in_scope:\n    - "*motor"\n', 'safe');

find('an alias with its anchor', 'system:\n  in_scope: &all [a]\n  out_of_scope: *all\n');
find('in quotes', 'indexes:\n  a:\n    refresh:\n      cron: "*/5 * * * *"\n');
find('later in the value', 'indexes:\n  a:\n    refresh:\n      cron: 0 4 * * *\n');
find('a comment', 'system: # *star\n  name: a\n');
find('a block of text', 'system:\n  purpose: |\n    cron: * 2 * * *\n');
