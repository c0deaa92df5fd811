import { language } from '../support/language.ts';

const { find } = language('echoes-name');

const what = (value: string) => `sources:\n  claim-letters:\n    what: ${value}\n`;

for (const value of ['claim letters', 'Claim-Letters', '"Claim letters."', "'What?'", 'what']) {
  find(value, what(`${value}\n          ${'^'.repeat(value.length)} echoes-name`));
}
find('in braces', 'sources: { letters: { what: Letters } }\n                            ^^^^^^^ echoes-name\n');
find('a block of text', 'sources:\n  letters:\n    what: >\n          ^ echoes-name\n      Letters\n');

find('says more', what('claim letters of all branches'));
find('a choice may be called like its key', 'monitoring:\n  metrics:\n    usage:\n      kind: usage\n');
find('an id refers', 'owners:\n  owner: { team: A }\nsystem:\n  owner: owner\n');
find('a placeholder is one', what('TODO'));
find('a comment', what('letters of all branches # what'));
