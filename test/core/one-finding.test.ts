import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../core/src/index.ts';
import { drawn, placed, today } from '../support/carets.ts';

/** `source` says exactly these things of the owners and of its YAML, whatever else it lacks. */
function tells(name: string, source: string, about: RegExp = /./): void {
  test(name, () => {
    const { text, expected } = drawn(source);
    const { findings } = check(text, { asOf: today, stage: 'production' });
    const seen = findings.filter(({ rule }) => about.test(rule));
    assert.deepEqual(placed(text, seen), expected, seen.map(({ rule, message }) => `${rule}: ${message}`).join('\n'));
  });
}

const owners = /owner-reachable|unknown-key|hash|empty|invalid|placeholder|quotes|star|syntax|comma/;

tells(
  'a key that is slightly wrong is not missing as well',
  `
system:
  owner: ops
owners:
  ops:
    team: Claims Platform Operations
    person: Ann Lee
    contacts: [slack:ops]
    ^^^^^^^^ unknown-key
`,
  owners,
);
tells(
  'what else is missing is said without it',
  `
operations:
  triggers:
    revise:
    ^^^^^^ revision-triggers
      when: [low]
      then: revise the prompt
      ownr: ops
      ^^^^ unknown-key
`,
  /revision-triggers|unknown-key/,
);
tells(
  'a section whose name is slightly wrong',
  `
system:
  name: claims-assistant
monitering:
^^^^^^^^^^ unknown-key
  alerts: {}
`,
  /unknown-key|alert-/,
);
tells(
  'a key that is quite wrong is no excuse',
  `
system:
  owner: ops
owners:
  ops:
  ^^^ owner-reachable
    team: Claims Platform Operations
    person: Ann Lee
    slack: ops
    ^^^^^ unknown-key
`,
  owners,
);
tells(
  'a key whose finding is ignored is no excuse',
  `
system:
  owner: ops
owners:
  ops:
  ^^^ owner-reachable
    team: Claims Platform Operations
    person: Ann Lee
    contacts: [slack:ops] # ai-system-ignore unknown-key -- another tool reads it
`,
  owners,
);
tells(
  'a contact that became a comment',
  `
system:
  owner: ops
owners:
  ops:
    team: Claims Platform Operations
    person: Ann Lee
    contact: #ops
             ^^^^ hash-starts-comment
`,
  owners,
);
tells(
  'a list of contacts that became comments',
  `
system:
  owner: ops
owners:
  ops:
    team: Claims Platform Operations
    person: Ann Lee
    contact:
      - #ops
        ^^^^ hash-starts-comment
`,
  owners,
);
tells(
  'a value that is no YAML has no other faults',
  `
owners: { ops: { team: A, handle: \`acme\` } }
                                  ^ needs-quotes
`,
  owners,
);
tells(
  'a value that YAML reads as an alias is not empty as well',
  `
indexes:
  a:
    refresh:
      mode: schedule
      cron: *star
            ^^^^^ unquoted-star
`,
  /star|empty/,
);
tells(
  'a colon in braces makes no mapping',
  `
owners: { ops: { team: A: B } }
                       ^^^^^ syntax-error
`,
  owners,
);
tells(
  'what is no id is not looked for',
  `
system:
  owner: x y
         ^^^ invalid-value
owners:
  ops: { team: Claims Platform Operations, person: Ann Lee, contact: [slack:ops] }
`,
  /undefined-id|invalid-value/,
);
tells(
  'an empty list where one value belongs',
  `
operations:
  triggers:
    revise:
      when: [low]
      then: revise the prompt
      owner: ops
      within: []
      ^^^^^^ invalid-value
`,
  /revision-triggers|invalid-value/,
);

tells(
  'a key that is half typed is not missing as well',
  `
system:
  owner: ops
owners:
  ops:
    team: Claims Platform Operations
    person: Ann Lee
    contact
    ^^^^^^^ syntax-error
`,
  owners,
);
