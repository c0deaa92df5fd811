import { requirement } from '../support/requirement.ts';

const id = 'log-retention';
const { find } = requirement(id);

const kept = (retention: string, rest = '') => `logging:\n  retention: ${retention}\n${rest}`;
const short = (retention: string, rest = '') =>
  kept(`${retention}\n             ${'^'.repeat(retention.length)} ${id}`, rest);
const risk = (kind: string) => `governance:\n  risk:\n    class: ${kind}\n`;
const personal = 'sources:\n  letters:\n    data:\n      personal: personal\n';
const trained = (delay: string) =>
  `models:\n  fraud-score:\n    role: predict\n    training:\n      label_delay: ${delay}\n`;

find('30 days', kept('30d'));
find('the same in hours', kept('720h'));
find('an hour less', short('719h'), {}, /After 719h a record is gone; 30 days are the least/);
find('four weeks', short('4w'), 'pilot');
find('0d', short('0d'));

find('183 days at high risk', kept('183d', risk('high')));
find('less at high risk', short('182d', risk('high')), {}, /where the risk class is high, 183 days are the least/);
find('less at limited risk', kept('182d', risk('limited')));

find('ten years of personal data', personal + kept('3650d'));
find(
  'more',
  personal + short('3651d'),
  {},
  /3651d of records about people is for ever in practice; 3650 days are the most/,
);
find('more, of data that is about nobody', kept('9999d'));
find('for ever is told by `invalid-value`', personal + kept('unlimited'));

find('as long as the outcome takes', trained('120d') + kept('120d'));
find(
  'gone before',
  trained('120d') + short('119d'),
  {},
  /After 119d a record is gone, but the outcome of "fraud-score" is known after 120d/,
);
find('too short anyway: told once', trained('120d') + short('10d'));
find('empty', `logging:\n  retention:\n  ^^^^^^^^^ ${id}\n`);
