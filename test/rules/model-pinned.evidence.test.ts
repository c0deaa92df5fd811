import { evidence } from '../support/evidence.ts';

const find = evidence('model-pinned');

const spec = (card: string, carets = '') => `
models:
  fraud-score:
    role: predict
    provider: own
    version: 2026.10.1+3f9c2ad
    card: ${card}
${carets}`;
const under = (text: string) => `          ${'^'.repeat(text.length)} model-pinned\n`;

find('front matter with the version proves it', {
  spec: spec('docs/card.md'),
  files: { 'docs/card.md': '---\nversion: 2026.10.1\n---\n# Fraud score\n\nScores claims.\n' },
  states: { '/models/fraud-score': 'proven' },
});

find('text that names the version proves it', {
  spec: spec('docs/card.md'),
  files: { 'docs/card.md': '# Fraud score\n\nVersion 2026.10.1, trained in October.\n' },
  states: { '/models/fraud-score': 'proven' },
  says: [/docs\/card\.md:3 names the version in use/],
});

find('part of another version is not the version', {
  spec: spec('docs/card.md'),
  files: { 'docs/card.md': '# Fraud score\n\nVersion 2026.10.12\n' },
  states: { '/models/fraud-score': 'linked' },
});

find('a card of another version is stale', {
  spec: spec('docs/card.md', under('docs/card.md')),
  files: { 'docs/card.md': '---\nmodel_version: 2026.4.1\n---\n# Fraud score\n' },
  says: [/2026\.10\.1\+3f9c2ad is in use, but docs\/card\.md:2 describes version 2026\.4\.1/],
});

find('a bill of materials with the model', {
  spec: spec('bom.cdx.json'),
  files: {
    'bom.cdx.json':
      '{"bomFormat":"CycloneDX","components":[{"type":"library","name":"x"},{"type":"machine-learning-model","name":"fraud_score","version":"2026.10.1"}]}',
  },
  states: { '/models/fraud-score': 'proven' },
});

find('an ordinary list of libraries is none', {
  spec: spec('sbom.json', under('sbom.json')),
  files: { 'sbom.json': '{"bomFormat":"CycloneDX","components":[{"type":"library","name":"x"}]}' },
  says: [/sbom\.json lists 1 part and no model/],
});

find('a card that is not there', {
  spec: spec('docs/card.md', under('docs/card.md')),
  files: {},
  says: [/There is no "docs\/card\.md"/],
});

find('a version in the name of a file is not that of the model', {
  spec: spec('docs/card.md'),
  files: { 'docs/card.md': '# Fraud score\n\nNumbers stand in `eval/2026.10.1.json` and runs/2026.10.1/a.\n' },
  states: { '/models/fraud-score': 'linked' },
});
find('a row with another version', {
  spec: spec('docs/card.md', under('docs/card.md')),
  files: {
    'docs/card.md':
      '# Fraud score\n\n| | |\n| --- | --- |\n| **version** | `2026.7.1+aaaa111` |\n\nSince 2026.10.1 it is old.\n',
  },
  says: [/2026\.10\.1\+3f9c2ad is in use, but docs\/card\.md:5 describes version 2026\.7\.1\+aaaa111/],
});
find('a row with the version', {
  spec: spec('docs/card.md'),
  files: { 'docs/card.md': '# Fraud score\n\nVersion: v2026.10.1\n' },
  states: { '/models/fraud-score': 'proven' },
});
find('a version of the page itself', {
  spec: spec('docs/card.md'),
  files: { 'docs/card.md': '# Fraud score\n\nVersion: 3\n\nIt describes 2026.10.1.\n' },
  states: { '/models/fraud-score': 'proven' },
});

const trained = (mark = '') => `
models:
  fraud-score:
    role: predict
    provider: own
    version: 2026.10.1
    card: docs/card.md
    training:
      period:
        from: 2023-01-01
        to: 2026-05-31
${mark}`;
const card = (row: string) => ({
  'docs/card.md': `# Fraud score\n\nVersion: 2026.10.1\n\n| | |\n|--|--|\n| trained on | ${row} |\n`,
});
find('the period of training', {
  spec: trained(),
  files: card('claims from 2023-01-01 to 31 May 2026'),
  states: { '/models/fraud-score': 'proven' },
});
find('another period of training', {
  spec: trained('            ^^^^^^^^^^ model-pinned\n'),
  files: card('claims from 2023-01-01 to 2026-02-28'),
  says: [/2026-05-31 here, but docs\/card\.md:7 says 2026-02-28/],
});
find('a card that names one day', {
  spec: trained(),
  files: card('claims since 2024-01-01'),
  states: { '/models/fraud-score': 'proven' },
});
