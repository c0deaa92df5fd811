import { requirement } from '../support/requirement.ts';

const id = 'provider-data-use';
const { find } = requirement(id);

const spec = (data: string, use: string, provider = 'azure-openai', status = 'connected') =>
  `sources:\n  letters:\n    status: ${status}\n    data: ${data}\nmodels:\n  answer-llm:\n    provider: ${provider}\n${use}`;
const use = (training: string, agreement = '      agreement: legal/dpa.pdf\n') =>
  `    data_use:\n      region: eu\n      training: ${training}\n      retention: 0d\n${agreement}`;
const marked = (text: string) => text.replace('answer-llm:\n', `answer-llm:\n  ^^^^^^^^^^ ${id}\n`);
const internal = '{ class: internal, personal: none }';
const confidential = '{ class: confidential, personal: none }';

find('public data', spec('{ class: public, personal: none }', ''));
find('a model of your own', spec(confidential, '', 'self-hosted'));
find('a source that was dropped', spec(confidential, '', 'azure-openai', 'dropped'));
find('a planned source', marked(spec(internal, '', 'azure-openai', 'planned')), 'pilot');
find('personal data of an unknown class', marked(spec('{ personal: personal }', '')));
find('no provider is told elsewhere', spec(confidential, '').replace('provider', 'version'));
find('it trains on internal data', spec(internal, use('provider')));
find(
  'it trains on confidential data',
  spec(confidential, use(`provider\n                ^^^^^^^^ ${id}`)),
  'pilot',
  /"letters" \(confidential\)/,
);
find(
  'it trains on personal data',
  spec('{ class: internal, personal: special }', use(`provider\n                ^^^^^^^^ ${id}`)),
  'production',
  /"letters" \(special personal data\)/,
);
find(
  'no paper, and nothing said of training',
  marked(spec(internal, '')),
  'production',
  /`data_use.agreement` are missing/,
);
find(
  'no training, and no paper',
  spec(internal, use(`none\n                ^^^^ ${id}`, '')),
  'production',
  /No agreement says/,
);
find(
  'a paper that is a placeholder is told once',
  spec(internal, use('none', `      agreement: TBD\n                 ^^^ ${id}\n`)),
);
