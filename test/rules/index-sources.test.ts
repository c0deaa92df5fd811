import { requirement } from '../support/requirement.ts';

const { find, states, fixes } = requirement('index-sources');

const source = (name: string, status: string, via = 'index') => `  ${name}:\n    status: ${status}\n    via: ${via}\n`;
const spec = (sources: string, ...indexes: readonly string[]) => `sources:\n${sources}indexes:\n${indexes.join('')}`;
const index = (name: string, ...from: readonly string[]) =>
  `  ${name}:\n    from:\n${from.map((id) => `      - ${id}\n`).join('')}`;
const caret = (id: string) => `${id}\n        ${'^'.repeat(id.length)} index-sources`;

find('holds what is connected', spec(source('letters', 'connected'), index('claims-index', 'letters')));
find(
  'does not say',
  `indexes:\n  claims-index:\n  ^^^^^^^^^^^^ index-sources\n    max_age: 28h\n`,
  'pilot',
  /`from` is missing/,
);
find('an empty list', 'indexes:\n  claims-index:\n    from: []\n    ^^^^ index-sources\n');
find('a placeholder', spec(source('letters', 'planned'), index('claims-index', caret('TODO source id'))));
states('an unknown id', spec(source('letters', 'connected'), index('claims-index', 'letters', 'leters')), [
  '/indexes/claims-index hollow',
]);
find(
  'an unknown id is told by `undefined-id`',
  spec(source('letters', 'connected'), index('claims-index', 'letters', 'leters')),
);

find(
  'a planned source in a production index',
  spec(source('letters', 'planned'), index('claims-index', caret('letters'))),
  {},
  /`letters` is only planned/,
);
find(
  'a planned source before that',
  spec(source('letters', 'planned'), index('claims-index', 'letters')),
  'pre-production',
);
find(
  'a dropped source, at any stage',
  spec(source('letters', 'dropped'), index('claims-index', caret('letters'))),
  'pilot',
  /was dropped/,
);

const noIndex = (sources: string) => sources.replace('  letters:', '  letters:\n  ^^^^^^^ index-sources');
find(
  'a connected source in no index',
  spec(noIndex(source('policies', 'connected') + source('letters', 'connected')), index('claims-index', 'policies')),
  'pilot',
  /`claims-index` does not take it in/,
);
find(
  'in none of several',
  spec(
    noIndex(source('policies', 'connected') + source('letters', 'connected')),
    index('a', 'policies'),
    index('b', 'policies'),
  ),
  {},
  /no index takes it in/,
);
find(
  'in the other one',
  spec(source('policies', 'connected') + source('letters', 'connected'), index('a', 'policies'), index('b', 'letters')),
);
for (const via of ['api', 'features', 'training'])
  find(
    `via ${via} it needs no index`,
    spec(source('policies', 'connected') + source('letters', 'connected', via), index('a', 'policies')),
  );
find(
  'a planned source is in none yet',
  spec(source('policies', 'connected') + source('letters', 'planned'), index('a', 'policies')),
);
find(
  'while an index does not say, nothing is missing from it',
  `${spec(source('letters', 'connected'))}  a:\n  ^ index-sources\n    max_age: 28h\n`,
);
find('without indexes there is nothing to say', `sources:\n${source('letters', 'connected')}`);
states('without indexes it does not apply', `sources:\n${source('letters', 'connected')}`, []);

fixes(
  'inserts the id',
  spec(source('policies', 'connected') + source('letters', 'connected'), index('a', 'policies')),
  spec(source('policies', 'connected') + source('letters', 'connected'), index('a', 'policies', 'letters')),
);

find(
  'what its own fix inserted is one finding, not one for each source',
  spec(source('policies', 'connected') + source('letters', 'connected'), index('a', caret('TODO source id'))),
);
find(
  'a place kept free may be for the source that is missing',
  spec(
    source('policies', 'connected') + source('letters', 'connected'),
    index('a', 'policies', caret('TODO source id')),
  ),
);
find(
  'and so may a name that leads nowhere, which `undefined-id` tells',
  spec(source('policies', 'connected') + source('letters', 'connected'), index('a', 'policies', 'leters')),
);
find(
  'an empty list is one finding',
  `sources:\n${source('letters', 'connected')}indexes:\n  a:\n    from: []\n    ^^^^ index-sources\n`,
);
