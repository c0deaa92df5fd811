import { language } from '../support/language.ts';

const { find, fixes } = language('hash-cuts-reference');

const rule = (value: string) => `monitoring:\n  alerts:\n    low:\n      rule: ${value}\n`;

find('a selector', rule('alerts.yaml #Low\n                        ^^^^ hash-cuts-reference'));
fixes('a selector', rule('alerts.yaml #Low'), rule('alerts.yaml#Low'), 'asks');
fixes('several spaces', rule('alerts.yaml   #Low'), rule('alerts.yaml#Low'), 'asks');

find('a real comment', rule('alerts.yaml # see the runbook'));
find('a real comment behind a selector', rule('alerts.yaml#Low #old'));
find('in quotes', rule('"alerts.yaml" #Low'));
find('no reference', 'system:\n  name: a #b\n');
find('on the next line', rule('alerts.yaml\n      #below: 3'));
find('a block of text', 'system:\n  purpose: |\n    rule: alerts.yaml #Low\n');
