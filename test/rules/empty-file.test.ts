import { language } from '../support/language.ts';

const { find, fixes } = language('empty-file');

find('comments only', '# later\n^ empty-file\n\n# much later\n');
find('blank lines only', '\n\n^ empty-file\n', /This spec is empty/);
fixes(
  'a file is begun below its comments',
  '# later\n',
  '# later\napiVersion: ai-system/v1\n\nsystem:\n  name: TODO e.g. claims-assistant\n',
  'asks',
);
find('a value', 'system:\n');
find('a list', '- a\n');
find('broken', '"\n');
