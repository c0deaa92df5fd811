import { language } from '../support/language.ts';

const { find, fixes } = language('needs-quotes');

for (const [name, written, mended] of [
  ['@', 'handle: @acme/ops', 'handle: "@acme/ops"'],
  ['a backtick', 'team: `ops`', 'team: "`ops`"'],
  ['a percent sign', 'team: %ops', 'team: "%ops"'],
  ['a comment stays', 'handle: @acme/ops # theirs', 'handle: "@acme/ops" # theirs'],
  ['a colon', 'team: Claims: Operations', 'team: "Claims: Operations"'],
  ['quotes inside', 'team: Claims: the "A" team', 'team: "Claims: the \\"A\\" team"'],
  ['commas and brackets', 'team: @a, [b] {c}', 'team: "@a, [b] {c}"'],
] as const) {
  fixes(`lines, ${name}`, `owners:\n  ops:\n    ${written}\n`, `owners:\n  ops:\n    ${mended}\n`, 'safe');
}

for (const [name, written, mended] of [
  ['alone', '{ handle: @acme/ops }', '{ handle: "@acme/ops" }'],
  ['first', '{ handle: @acme/ops, team: A }', '{ handle: "@acme/ops", team: A }'],
  ['last', '{ team: A, handle: @acme/ops }', '{ team: A, handle: "@acme/ops" }'],
  ['a backtick', '{ team: `A`, handle: b }', '{ team: "`A`", handle: b }'],
  ['a comma that is text', '{ team: @a, the first, handle: b }', '{ team: "@a, the first", handle: b }'],
  ['at the end of a line', '{ handle: @acme/ops,\n    team: A }', '{ handle: "@acme/ops",\n    team: A }'],
  ['a list', '{ contact: [@a, slack:b] }', '{ contact: ["@a", slack:b] }'],
  ['a comment stays', '{ handle: @a } # theirs', '{ handle: "@a" } # theirs'],
  ['over several lines', '{\n    handle: @acme/x, team: y }', '{\n    handle: "@acme/x", team: y }'],
] as const) {
  fixes(`braces, ${name}`, `owners:\n  ops: ${written}\n`, `owners:\n  ops: ${mended}\n`, 'safe');
}
fixes('an item', 'system:\n  in_scope:\n    - @motor\n', 'system:\n  in_scope:\n    - "@motor"\n', 'safe');

find('in quotes', 'owners:\n  ops:\n    handle: "@acme/ops"\n    team: \'Claims: Operations\'\n');
find('a colon without a space', 'owners:\n  ops:\n    team: Claims:Operations\n');
find('an @ inside', 'owners:\n  ops:\n    team: ops@acme\n');
find('a comment', 'system: # handle: @acme\n  name: a\n');
find('a block of text', 'system:\n  purpose: |\n    handle: @acme: b\n');
