import { marked, requirement } from '../support/requirement.ts';

const id = 'source-inventory';
const { find, states, fixes } = requirement(id);

const whole = {
  what: 'Letters, e-mails and forms received for a claim',
  system: 'FileNet archive',
  status: 'connected',
  via: 'api',
};

/** A source; `!` behind a value marks it. */
function source(changes: Readonly<Record<string, string | undefined>> = {}, name = 'letters'): string {
  const lines = Object.entries({ ...whole, ...changes }).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const text = value.replace(/!$/, '');
    return value.endsWith('!') ? [marked(`    ${key}: ${text}`, text, id)] : [`    ${key}: ${text}`];
  });
  return `  ${name}:\n${lines.join('\n')}\n`;
}
const sources = (...all: readonly string[]) => `sources:\n${all.join('')}`;

find('a whole source', sources(source()));
for (const field of ['what', 'system', 'status', 'via']) {
  find(
    `no ${field}`,
    sources(source({ [field]: undefined }).replace('letters:', `letters:\n  ^^^^^^^ ${id}`)),
    'pilot',
    new RegExp(`\`${field}\``),
  );
}
find(
  'a planned one is asked as well',
  sources(source({ status: 'planned', via: undefined }).replace('letters:', `letters:\n  ^^^^^^^ ${id}`)),
);
find(
  'of a dropped one nobody asks how it is read',
  sources(source({ status: 'dropped', via: undefined }), source({}, 'policies')),
);

find('"various"', sources(source({ what: 'various!' })));
for (const words of ['various documents', 'Several systems', 'all files', 'misc', 'different sources']) {
  find(`what: ${words}`, sources(source({ what: `${words}!` })));
  find(`system: ${words}`, sources(source({ system: `${words}!` })));
}
find('"all" with more to say', sources(source({ what: 'All letters, e-mails and forms received for a claim' })));

for (const place of [
  'local folder',
  'our PDFs',
  'team drive',
  'CSV files',
  'sample documents of the project',
  'hand-picked PDFs',
  'uploads',
]) {
  find(
    `only files the team made: ${place}`,
    sources(source({ system: `${place}!` })),
    'pilot',
    /no source here is a system that others work in/,
  );
  find(`one of them is ${place}`, sources(source({ system: place }), source({}, 'policies')));
}
find(
  'several, all made by the team',
  sources(source({ system: 'local files!' }), source({ system: 'our PDFs!' }, 'policies')),
);
find(
  'a dropped source is no system of record',
  sources(source({ system: 'local files!' }), source({ status: 'dropped' }, 'policies')),
);
for (const place of ['SharePoint DMS', 'Sample Manager LIMS', 'Project Online', 'Local Government Register']) {
  find(`"${place}" is a system`, sources(source({ system: place })));
}

find(
  'via index, and no index',
  sources(source({ via: 'index!' })),
  {},
  /Nothing reads this source: it is reached via index, but there is no index/,
);
find(
  'via index, in none of the indexes, is told by `index-sources`',
  `${sources(source({ via: 'index' }))}indexes:\n  claims-index:\n    from:\n      - policies\n`,
);
find('a planned source is not read yet', sources(source({ status: 'planned', via: 'index' })));
find('via features, and nothing predicts', sources(source({ via: 'features!' })));
find('via features', `${sources(source({ via: 'features' }))}models:\n  score:\n    role: predict\n`);
find(
  'via training, and no model names it',
  `${sources(source({ via: 'training!' }))}models:\n  score:\n    role: predict\n    training:\n      from:\n        - outcomes\n`,
);
find(
  'via training',
  `${sources(source({ via: 'training' }))}models:\n  score:\n    role: predict\n    training:\n      from:\n        - letters\n`,
);
find(
  'via training, and the model does not say from what, is told by `training-refresh`',
  `${sources(source({ via: 'training' }))}models:\n  score:\n    role: predict\n`,
);

for (const type of ['rag', 'model'])
  find(`none for a ${type}`, `system:\n^^^^^^ ${id}\n  type: ${type}\n`, {}, /`sources` is missing/);
for (const type of ['llm', 'agent']) find(`an ${type} may need none`, `system:\n  type: ${type}\n`);
find(
  'an index needs some, whatever the type',
  `system:\n^^^^^^ ${id}\n  type: llm\nindexes:\n  claims-index:\n    max_age: 28h\n`,
);
states('one answer at the section', 'system:\n  type: rag\n', ['/sources missing']);
fixes(
  'a skeleton',
  sources(source({ via: undefined, system: undefined })),
  `
sources:
  letters:
    what: Letters, e-mails and forms received for a claim
    system: TODO e.g. SharePoint DMS
    status: connected
    via: TODO index | api | features | training
`,
);
