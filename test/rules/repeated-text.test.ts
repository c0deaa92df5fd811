import { language } from '../support/language.ts';

const { find } = language('repeated-text');

const modes = (...actions: readonly string[]) =>
  `operations:\n  incidents:\n    modes:\n${actions.map((action, index) => `      mode-${index}:\n        first_action: ${action}\n`).join('')}`;
const marked = (value: string) => `${value}\n                      ${'^'.repeat(value.length)} repeated-text`;

find('three times', modes(...['call ops', 'call ops', 'call ops'].map(marked)), /says the same as 2 other places/);
find('in quotes and other letters', modes(...['call ops', '"call ops"', "'Call OPS'"].map(marked)));
find('between others', modes(marked('call ops'), 'wait', marked('call ops'), 'look', marked('call ops')));

find('twice', modes('call ops', 'call ops', 'wait'));
find('placeholders', modes('TODO', 'TODO', 'TODO'));
find('an alias means to say the same', modes('&same call ops', '*same', '*same', '*same'));
find('choices', 'tools:\n  a: { effect: read }\n  b: { effect: read }\n  c: { effect: read }\n');
find('comments', modes('wait # call ops', 'look # call ops', 'ask # call ops'));
