import { language } from '../support/language.ts';

const { find, fixless } = language('placeholder');

const how = (value: string) => `monitoring:\n  feedback:\n    how: ${value}\n`;

for (const value of ['TODO', 'TBD', 'tbd', 'TODO e.g. thumbs', '"TODO"', "'n/a'", 'best effort', '???']) {
  find(value, how(`${value}\n         ${'^'.repeat(value.length)} placeholder`), /`how` is still a placeholder/);
}
find('in a list', 'system:\n  in_scope: [motor, TODO]\n                    ^^^^ placeholder\n');
find('where a number belongs', 'system:\n  users:\n    count: TODO\n           ^^^^ placeholder\n');
find('an id', 'owners:\n  todo-owner:\n  ^^^^^^^^^^ placeholder\n    team: A\n', /give it its own id/);
find('an id in quotes', 'owners:\n  "todo-owner": { team: A }\n  ^^^^^^^^^^^^ placeholder\n');
find('a block of text', how('>\n         ^ placeholder\n      TODO'));
fixless('nobody else can answer', how('TODO'));

find('an answer that begins like one', how('todos of the users are read weekly'));
find('an id that begins like one', 'owners:\n  todolist: { team: A }\n');
find('a comment', how('thumbs # TODO more'));
find('inside a text', how('thumbs, and whatever else is TODO'));
