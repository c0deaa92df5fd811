import { requirement } from '../support/requirement.ts';

const id = 'untrusted-content';
const { find, fixes } = requirement(id);

const source = (what: string, more = '') => `sources:\n  things:\n    what: ${what}\n${more}`;
const spec = (sources: string, lines: string, tools = '') =>
  `system:\n  type: rag\n${sources}${tools}indexes:\n  claims-index:\n    top_k: 8\ngovernance:\n  untrusted:\n${lines}`;
const list = (controls: string) =>
  `    sources:\n      - user-input\n    controls:\n${controls}    test: tests/injection/\n`;
const empty = '    sources: []\n';
const found = `    sources: []\n             ^^ ${id}\n`;

find('a model without search or tools', 'system:\n  type: llm\n');
find('a model that predicts', 'system:\n  type: model\nindexes:\n  claims-index:\n    top_k: 8\n');
find('not asked of a pilot', 'system:\n  type: agent\n', 'pilot');
find('an agent', `system:\n^^^^^^ ${id}\n  type: agent\n`, 'pre-production');
find('nothing that outsiders write, and an empty list', spec(source('Terms and conditions'), empty));

for (const what of ['Letters and forms received', 'Uploads of customers', 'Posts of the forum', 'E-mails of brokers'])
  find(`"${what}"`, spec(source(what), found));
for (const what of [
  'Templates of letters',
  'Terms and conditions',
  'Documentation on our website',
  'Claim status and cover',
])
  find(`"${what}" is not written by outsiders`, spec(source(what), empty));
find(
  'mail by its format',
  spec(source('Files', '    formats:\n      expected:\n        - eml\n'), found),
  'production',
  /"things" \(eml\)/,
);
find('what is only planned', spec(source('Letters', '    status: planned\n'), empty));
find('what is only trained on', spec(source('Letters', '    via: training\n'), empty));

const tool = (what: string) => `tools:\n  reader:\n    what: ${what}\n`;
find('a tool that opens web pages', spec('', found, tool('Opens a web page and returns its text')));
find('a tool that sends mail', spec('', empty, tool('Sends an e-mail to the customer')));

for (const control of [
  'prompt-hardening',
  'system prompt says to ignore instructions',
  'the model is told to be careful',
])
  find(
    `only "${control}"`,
    spec('', list(`      - ${control}\n`).replace('controls:\n', `controls:\n    ^^^^^^^^ ${id}\n`)),
    'production',
    /only asks the model/,
  );
for (const control of [
  'prompt-injection-defence',
  'users-asked-to-confirm',
  'prompt-injection-classifier',
  'documents-marked-as-data',
  'prompt shield',
  'no-tools',
])
  find(`"${control}"`, spec('', list(`      - ${control}\n`)));
find(
  'a sentence beside something that works',
  spec('', list('      - prompt-hardening\n      - links-only-to-known-hosts\n')),
);

const pay = (approval: string) => `tools:\n  pay:\n    effect: write\n    approval: ${approval}\n`;
const marked = list('      - documents-fenced\n').replace('controls:\n', `controls:\n    ^^^^^^^^ ${id}\n`);
find(
  'a tool that acts without approval',
  spec('', marked, pay('none')),
  'production',
  /goes to "pay" without approval/,
);
find('a tool with approval', spec('', list('      - documents-fenced\n'), pay('human')));
find('a control on what goes out', spec('', list('      - arguments-validated\n'), pay('none')));

const begun = (mark: string) =>
  `system:\n  type: rag\n${source('Letters')}indexes:\n  claims-index:\n    top_k: 8\ngovernance:\n${mark}  risk:\n    class: limited\n`;
fixes(
  'the skeleton shows what is known, and takes nothing',
  begun(`^^^^^^^^^^ ${id}\n`),
  `${begun('')}  untrusted:\n    sources:\n      - TODO things\n    controls:\n      - TODO e.g. documents-marked-as-data\n    test: TODO e.g. tests/injection/\n`,
  'pre-production',
);
