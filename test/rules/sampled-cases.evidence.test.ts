import { evidence } from '../support/evidence.ts';

const represents = evidence('eval-representative');
const isLater = evidence('out-of-time-test');

const rows = (field: string, ...days: readonly string[]) =>
  days.map((day, id) => JSON.stringify({ claim: id, amount: id * 7, [field]: day })).join('\n');

const window = (mark?: 'from' | 'to') => `
evaluation:
  datasets:
    real-queries:
      path: a.jsonl
      origin: production
      sampled:
        from: 2026-10-06
${mark === 'from' ? '              ^^^^^^^^^^ eval-representative\n' : ''}        to: 2026-11-05
${mark === 'to' ? '            ^^^^^^^^^^ eval-representative\n' : ''}        how: every tenth query
      refresh_every: 90d
`;
const set = '/evaluation/datasets/real-queries';

represents('cases of the days that are said', {
  spec: window(),
  files: { 'a.jsonl': rows('asked_at', '2026-10-06T10:00:00Z', '2026-11-05') },
  states: { [set]: 'proven' },
});
represents('a night in another time zone', {
  spec: window(),
  files: { 'a.jsonl': rows('asked_at', '2026-10-05T23:00:00Z', '2026-11-05') },
  states: { [set]: 'proven' },
});
represents('older ones', {
  spec: window('from'),
  files: { 'a.jsonl': rows('asked_at', '2026-09-20', '2026-11-05') },
  says: [/From 2026-10-06 here, but "asked_at" in a.jsonl begins on 2026-09-20/],
});
represents('younger ones', { spec: window('to'), files: { 'a.jsonl': rows('asked_at', '2026-10-10', '2026-11-15') } });
represents('when a case was written down is not when it came up', {
  spec: window(),
  files: { 'a.jsonl': rows('created_at', '2026-01-20', '2026-11-20') },
  states: { [set]: 'linked' },
});
represents('some cases have no time', {
  spec: window(),
  files: { 'a.jsonl': `${rows('asked_at', '2026-01-20')}\n{"claim":9}` },
  states: { [set]: 'linked' },
});

const trained = (marked = false) => `
models:
  fraud-score:
    role: predict
    training:
      period:
        to: 2026-05-31
      label_delay: 120d
evaluation:
  datasets:
    recent-claims:
      path: a.jsonl
      sampled:
        from: 2026-06-01
${marked ? '              ^^^^^^^^^^ out-of-time-test\n' : ''}        to: 2026-06-30
`;
const model = '/models/fraud-score';

isLater('all cases are later than the training data', {
  spec: trained(),
  files: { 'a.jsonl': rows('notified_on', '2026-06-01', '2026-06-20') },
  states: { [model]: 'proven' },
});
isLater('one is not', {
  spec: trained(true),
  files: { 'a.jsonl': rows('notified_on', '2026-05-20', '2026-06-20') },
  says: [/begins on 2026-05-20, but "fraud-score" was trained on data up to 2026-05-31/],
});
isLater('nobody can tell', {
  spec: trained(),
  files: { 'a.jsonl': rows('created_at', '2026-05-20') },
  states: { [model]: 'linked' },
});
