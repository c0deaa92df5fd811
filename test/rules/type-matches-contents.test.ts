import { requirement } from '../support/requirement.ts';

const { find, states, fixes } = requirement('type-matches-contents');

const launched = `
  stage: production
  launch: 2026-10-05`;

find(
  'rag with an index',
  `
system:
  type: rag${launched}
indexes:
  claims-index:
    max_age: 28h
`,
);
find(
  'rag without indexes',
  `
system:
  type: rag
        ^^^ type-matches-contents${launched}
`,
  {},
  /calls itself rag, but it lists no index/,
);
find(
  'rag with an empty section of indexes',
  `
system:
  type: rag
        ^^^ type-matches-contents${launched}
indexes:
`,
);
find(
  'agent without tools',
  `
system:
  type: agent
        ^^^^^ type-matches-contents${launched}
`,
);
find(
  'agent with tools, and an index as well',
  `
system:
  type: agent${launched}
tools:
  book-callback:
    effect: write
indexes:
  claims-index:
    max_age: 28h
`,
);
find(
  'model without a model that predicts',
  `
system:
  type: model
        ^^^^^ type-matches-contents${launched}
models:
  embedder:
    role: embed
`,
  {},
  /no model in it has the role predict/,
);
find(
  'a model that predicts but says nothing of its training is told by `training-refresh`',
  `
system:
  type: model${launched}
models:
  fraud-score:
    role: predict
`,
);
find(
  'llm with tools',
  `
system:
  type: llm
        ^^^ type-matches-contents${launched}
tools:
  book-callback:
    effect: write
`,
  {},
  /it has tools: book-callback/,
);
find(
  'llm with an index',
  `
system:
  type: llm
        ^^^ type-matches-contents${launched}
indexes:
  claims-index:
    max_age: 28h
`,
  {},
  /makes it rag/,
);
find(
  'llm with neither',
  `
system:
  type: llm${launched}
`,
);

find(
  'no type, no stage, no launch',
  `
system:
^^^^^^ type-matches-contents
  name: claims-assistant
`,
  {},
  /`type`, `stage`, `launch` are missing/,
);
find(
  'no system at all',
  `
apiVersion: ai-system/v1
^^^^^^^^^^ type-matches-contents
`,
);
find(
  'a launch that is still a placeholder',
  `
system:
  type: llm
  stage: pilot
  launch: TBD
          ^^^ type-matches-contents
`,
);
find(
  'a misspelt type is told by `invalid-value`',
  `
system:
  type: RAG${launched}
`,
);

find(
  'production before launch',
  `
system:
  type: llm
  stage: production
  launch: 2026-12-01
          ^^^^^^^^^^ type-matches-contents
`,
  {},
  /The stage is production, but launch is on 2026-12-01, in 9 days/,
);
find(
  'production on the day of launch',
  `
system:
  type: llm
  stage: production
  launch: 2026-11-22
`,
);
find(
  'a pilot after launch',
  `
system:
  type: llm
  stage: pilot
  launch: 2026-11-21
          ^^^^^^^^^^ type-matches-contents
`,
  'pilot',
  /1 day ago, but the stage still is pilot/,
);
find(
  'a pilot on the day of launch',
  `
system:
  type: llm
  stage: pilot
  launch: 2026-11-22
`,
  'pilot',
);
find(
  'pre-production after launch',
  `
system:
  type: llm
  stage: pre-production
  launch: 2026-11-21
          ^^^^^^^^^^ type-matches-contents
`,
  'pre-production',
);
find(
  'the claimed stage counts, not the one it is judged at: production',
  `
system:
  type: llm
  stage: production
  launch: 2026-10-05
`,
  'pilot',
);
find(
  'the claimed stage counts, not the one it is judged at: pilot',
  `
system:
  type: llm
  stage: pilot
  launch: 2027-03-01
`,
  'production',
);
find(
  'without a stage there is nothing to contradict',
  `
system:
^^^^^^ type-matches-contents
  type: llm
  launch: 2026-10-05
`,
  'pilot',
  /has no `stage`/,
);
find(
  'a retired system answers for it no more',
  `
system:
  type: rag
  stage: retired
  launch: 2026-12-01
`,
);

states(
  'what two places of a spec say differently is contradicted',
  `
system:
  type: rag${launched}
`,
  ['/system contradicted'],
);
fixes(
  'the type that the contents imply',
  `
system:
  type: llm${launched}
tools:
  book-callback:
    effect: write
`,
  `
system:
  type: agent${launched}
tools:
  book-callback:
    effect: write
`,
);
