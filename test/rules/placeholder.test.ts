import { language } from '../support/language.ts';

const { find, fixless } = language('placeholder');

const who = (value: string) => `system:\n  users:\n    who: ${value}\n`;

for (const value of ['TODO', 'TBD', 'tbd', 'TODO e.g. thumbs', '"TODO"', "'n/a'", 'best effort', '???']) {
  find(value, who(`${value}\n         ${'^'.repeat(value.length)} placeholder`), /`who` is still a placeholder/);
}
for (const nothing of ['""', "''", '"  "', '" \\t"']) {
  find(nothing, who(`${nothing}\n         ${'^'.repeat(nothing.length)} placeholder`), /says nothing/);
}
find('a block with nothing in it', who('>-\n         ^^ placeholder\n'));
find('in a list', 'system:\n  languages: [de, TODO]\n                  ^^^^ placeholder\n');
find('where a number belongs', 'indexes:\n  letters:\n    top_k: TODO\n           ^^^^ placeholder\n');
find('an id', 'owners:\n  todo-owner:\n  ^^^^^^^^^^ placeholder\n    team: A\n', /give it its own id/);
find('an id in quotes', 'owners:\n  "todo-owner": { team: A }\n  ^^^^^^^^^^^^ placeholder\n');
find('a block of text', who('>\n         ^ placeholder\n      TODO'));
fixless('nobody else can answer', who('TODO'));

find('an answer that begins like one', who('todos of the users are read weekly'));
find('an id that begins like one', 'owners:\n  todolist: { team: A }\n');
find('a comment', who('thumbs # TODO more'));
find('inside a text', who('thumbs, and whatever else is TODO'));
