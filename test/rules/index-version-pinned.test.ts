import { requirement } from '../support/requirement.ts';

const id = 'index-version-pinned';
const { find, fixes } = requirement(id);

const index = (rebuild: string, version = 'v7', embedding = '') =>
  `indexes:\n  claims-index:\n${embedding}    version: ${version}\n    recipe: pipelines/index/recipe.yaml\n    rebuild:\n${rebuild}`;
const alias = '      switch: alias\n';
const inPlace = `      switch: in-place\n              ^^^^^^^^ ${id}\n`;
const model = (role: string) => `models:\n  embedder:\n    role: ${role}\n`;

find('an index of words needs no embedding', index(alias));
find(
  'an index without one, where a model embeds',
  model('embed') + index(alias).replace('  claims-index:\n', `  claims-index:\n  ^^^^^^^^^^^^ ${id}\n`),
  {},
  /has no `embedding`/,
);
find('both say so', model('embed') + index(alias, 'v7', '    embedding: embedder\n'));
for (const [role, work] of [
  ['generate', 'writes answers'],
  ['rerank', 'ranks hits'],
  ['judge', 'judges answers'],
] as const)
  find(
    `a model that ${work}`,
    model(role) + index(alias, 'v7', `    embedding: embedder\n               ^^^^^^^^ ${id}\n`),
    'pre-production',
    new RegExp(`\`embedder\` ${work}, it does not embed`),
  );
find(
  'a model without a version is told by `model-pinned`',
  model('embed') + index(alias, 'v7', '    embedding: embedder\n'),
);

find('in place, nothing kept', index(inPlace));
find('in place, kept for no time', index(`${inPlace}      keep_previous: 0d\n`));
find('in place, a copy is kept', index('      switch: in-place\n      keep_previous: 7d\n'));
for (const version of ['latest', 'Current', 'production'])
  find(
    version,
    index(alias, `${version}\n             ${'^'.repeat(version.length)} ${id}`),
    {},
    /another version after each rebuild/,
  );
for (const version of ['v7', '2026-10-01', 'main-3f2a1c']) find(version, index(alias, version));
find('a pilot is not asked', 'indexes:\n  claims-index:\n    max_age: 28h\n', 'pilot');
fixes('asks what is kept', index(inPlace), index('      switch: in-place\n      keep_previous: TODO e.g. 7d\n'));
