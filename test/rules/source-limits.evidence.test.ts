import { evidence } from '../support/evidence.ts';

const find = evidence('source-limits');

const spec = `
sources:
  claims:
    via: api
    limits:
      rate: 300/min
      availability: 99.9%
    quality: contracts/claims.odcs.yaml
`;
const promises = (value: string) => ({
  'contracts/claims.odcs.yaml': `kind: DataContract\nslaProperties:\n  - { property: availability, value: ${value}, unit: "%" }\n`,
});

find('what the contract promises is linked; of the rate it says nothing', {
  spec,
  files: promises('99.95'),
  states: { '/sources/claims': 'linked' },
});

find('less than the spec counts on contradicts it', {
  spec: spec.replace('99.9%', '99.9%\n                    ^^^^^ source-limits'),
  files: promises('99.5'),
  says: [/The spec counts on 99\.9%, but contracts\/claims\.odcs\.yaml:3 promises 99\.5%\./],
});

find('a contract that promises nothing says nothing', {
  spec,
  files: { 'contracts/claims.odcs.yaml': 'kind: DataContract\n' },
  states: { '/sources/claims': 'declared' },
});

find('of a missing contract another requirement speaks', {
  spec,
  files: {},
  states: { '/sources/claims': 'declared' },
});
