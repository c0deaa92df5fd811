import { language } from '../support/language.ts';

const { find, fixes } = language('comma-splits-text');

const off = (entries: string) => `operations:\n  off_switch: { ${entries} }\n`;

for (const [name, written, mended] of [
  [
    'several words',
    'how: flip the flag, check the source, takes: 2m',
    'how: "flip the flag, check the source", takes: 2m',
  ],
  ['one word', 'how: flip the flag, check, takes: 2m', 'how: "flip the flag, check", takes: 2m'],
  ['at the end', 'takes: 2m, how: flip it, wait', 'takes: 2m, how: "flip it, wait"'],
  ['three pieces', 'how: flip it, check it, tell all, takes: 2m', 'how: "flip it, check it, tell all", takes: 2m'],
  ['four pieces', 'how: a b, c, d e, f', 'how: "a b, c, d e, f"'],
  ['a piece that is a field', 'how: flip it, proof, takes: 2m', 'how: "flip it, proof", takes: 2m'],
  ['quotes inside', 'how: press "stop" twice, wait', 'how: "press \\"stop\\" twice, wait"'],
  ['over two lines', 'how: flip it,\n    wait', 'how: "flip it, wait"'],
] as const) {
  fixes(name, off(written), off(mended), 'safe');
}

find(
  'three pieces are one finding',
  `operations:
  off_switch: { how: flip it, check it, tell all, takes: 2m }
                              ^^^^^^^^^^^^^^^^^^ comma-splits-text
`,
  /^"check it" and "tell all" are not fields: a comma ended the text before them\. Put quotes around the whole text\.$/,
);
find(
  'two texts are two',
  `owners: { ops: { team: Claims, Motor, person: Ann, Ben } }
                               ^^^^^ comma-splits-text
                                                   ^^^ comma-splits-text
`,
);
find(
  'braces in a list',
  `system:
  pilot_gaps:
    - { gap: mails, letters, due: 2027-01-29 }
                    ^^^^^^^ comma-splits-text
`,
);
find('the whole file in braces', '{ system: { purpose: a b, c } }\n                          ^ comma-splits-text\n');
fixes(
  'a decimal comma',
  'evaluation: { predictions: { rmse: { max: 0,9 } } }\n',
  'evaluation: { predictions: { rmse: { max: "0,9" } } }\n',
  'safe',
);

find('in double quotes', off('how: "flip it, wait", takes: 2m'));
find('in single quotes', off("how: 'flip it, wait', takes: 2m"));
find('an empty key is a key', off('how: flip it, wait:, takes: 2m'));
find('after a choice', 'monitoring:\n  alerts: { low: { severity: page, urgent } }\n');
find('after an id', 'system: { owner: ops, build }\n');
find('after a duration', off('takes: 2m, tested'));
find('first in the braces', off('flip, how: flip it'));
find('a list', 'system:\n  in_scope: [motor claims, liability]\n');
find('block style', 'operations:\n  off_switch:\n    how: flip it, wait\n');
find('a comment', 'operations:\n  off_switch: # { how: flip it, wait }\n    how: flip it\n');
find('a block of text', 'operations:\n  off_switch:\n    how: |\n      { how: flip it, wait }\n');
