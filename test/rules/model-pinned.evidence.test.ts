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
