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
  says: [/docs\/card\.md:3 describes version 2026\.10\.1/],
});

const stale: readonly (readonly [name: string, card: string, line: number])[] = [
  ['a longer version is another one', '# Fraud score\n\nVersion 2026.10.12\n', 3],
  [
    'a row of a table',
    '# Fraud score\n\n| | |\n|--|--|\n| version | 2026.7.1+aaaa111 |\n\nSee eval/2026.10.1.json.\n',
    5,
  ],
  ['another build', '# Fraud score\n\n- **Model version:** `2026.10.1+aaaa111`\n', 3],
  ['a label outweighs what is said in passing', '# Fraud score\n\nVersion: 2026.7.1\n\nVersion 2026.10.1 comes.\n', 3],
  ['a table with a header', '# Fraud score\n\n| Model | Version |\n|--|--|\n| fraud | 2026.4.1 |\n', 5],
];
for (const [name, card, line] of stale) {
  find(`a card of another version: ${name}`, {
    spec: spec('docs/card.md', under('docs/card.md')),
    files: { 'docs/card.md': card },
    says: [new RegExp(`2026\\.10\\.1\\+3f9c2ad is in use, but docs/card\\.md:${line} describes version 2026`)],
  });
}

const states: readonly (readonly [name: string, card: string, state: 'proven' | 'linked'])[] = [
  ['its name is in a path', '# Fraud score\n\nThe numbers stand in `eval/results/2026.10.1.json`.\n', 'linked'],
  [
    'a link leads to it',
    '# Fraud score\n\nIt tells how likely a claim is fraud.\n\nSee [results](https://x.example/version/2026.10.1).\n',
    'linked',
  ],
  ['it is the one before', '# Fraud score\n\nIt replaces version 2026.10.1 and 2026.9.1.\n', 'linked'],
  ['a comment has it', '# Fraud score\n\n<!-- version: 2026.10.1 -->\nScores claims.\n', 'linked'],
  ['a table has it', '# Fraud score\n\n| | |\n|--|--|\n| **Version** | `2026.10.1+3f9c2ad` |\n', 'proven'],
  ['a label in another language', '# Betrugswert\n\nModellversion: v2026.10.1\n', 'proven'],
  ['the title has it', '# Fraud score 2026.10.1\n\nScores claims.\n', 'proven'],
  ['a sentence has it', '# Fraud score\n\nThis card is about version 2026.10.1 of the score.\n', 'proven'],
  ['the newest of a history', '# F\n\n| Version | Day |\n|--|--|\n| 2026.7.1 | 1 |\n| 2026.10.1 | 2 |\n', 'proven'],
  [
    'in a history before the newest',
    '# F\n\n| Version |\n|--|\n| 2026.11.0 |\n| 2026.10.1 |\n| 2026.7.1 |\n',
    'linked',
  ],
  ['less exact', '---\nversion: 2026.10\n---\n# Fraud score\n\nScores claims.\n', 'linked'],
];
for (const [name, card, state] of states) {
  find(`${state} by a card: ${name}`, {
    spec: spec('docs/card.md'),
    files: { 'docs/card.md': card },
    states: { '/models/fraud-score': state },
  });
}

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
  files: { 'docs/card.md': '# Fraud score\n\nVersion: 3\n\nIt describes version 2026.10.1.\n' },
  states: { '/models/fraud-score': 'proven' },
});

const trained = (from: string, to: string, mark = '') => `
models:
  fraud-score:
    role: predict
    provider: own
    version: 2026.10.1
    card: docs/card.md
    training:
      period:
        from: ${from}
${mark === 'from' ? `              ${'^'.repeat(10)} model-pinned\n` : ''}        to: ${to}
${mark === 'to' ? `            ${'^'.repeat(10)} model-pinned\n` : ''}`;
const periods: readonly (readonly [name: string, line: string, mark: string])[] = [
  ['the same', 'Trained on claims from 2023-01-01 to 2026-05-31.', ''],
  ['in a table', '| **trained on** | claims from 2023-01-01 to 2026-02-28 |', 'to'],
  ['that begins otherwise', '- Training data: 2022-01-01 to 2026-05-31', 'from'],
  ['in other words', 'Trained on claims of the last three years, to May 2026.', ''],
  ['of something else', 'Evaluated on claims from 2026-06-01 to 2026-06-30.', ''],
  ['of a run, which is no period of data', 'Training run: 2026-03-01 to 2026-03-03', ''],
  ['of two runs', 'Trained on 2022-01-01 to 2025-12-31.\nTrained on 2023-01-01 to 2026-05-31.', ''],
];
for (const [name, line, mark] of periods) {
  find(`a period of training ${name}`, {
    spec: trained('2023-01-01', '2026-05-31', mark),
    files: { 'docs/card.md': `# Fraud score\n\nVersion: 2026.10.1\n\n${line}\n` },
    says: mark === '' ? [] : [new RegExp(`Trained on data ${mark} .* here, but ${mark} .* in docs/card\\.md:5`)],
  });
}
