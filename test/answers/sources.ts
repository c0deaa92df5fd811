import type { Answers } from './answers.ts';

/*
 * An id that leads nowhere is told by `undefined-id`, and a word where a number or a choice belongs by `invalid-value`
 * ("unlimited", `other: ignore`, enforced in the prompt): neither can have carets here.
 */
export const sources: Answers = {
  'source-inventory': {
    missing: `
system:
^^^^^^ source-inventory
  type: rag
`,
    hollow: {
      various: `
sources:
  letters:
    what: Various documents
          ^^^^^^^^^^^^^^^^^ source-inventory
    system: various systems
            ^^^^^^^^^^^^^^^ source-inventory
    status: planned
    via: index
`,
      'only files the team made': `
sources:
  letters:
    what: Letters of last year
    system: our own files
            ^^^^^^^^^^^^^ source-inventory
    status: planned
    via: index
`,
      'a connected source that nothing reads': `
sources:
  letters:
    what: Letters, e-mails and forms received for a claim
    system: FileNet archive
    status: connected
    via: index
         ^^^^^ source-inventory
`,
    },
    declared: `
sources:
  letters:
    what: Letters, e-mails and forms received for a claim
    system: FileNet archive
    status: planned
    via: index
`,
  },

  'source-real-data': {
    missing: `
sources:
  letters:
  ^^^^^^^ source-real-data
    status: connected
`,
    hollow: {
      'pilot: not one source from production': {
        stage: 'pilot',
        text: `
sources:
^^^^^^^ source-real-data
  letters:
    status: connected
    data:
      from: sample
`,
      },
      'pre-production: any connected source that is not': {
        stage: 'pre-production',
        text: `
sources:
  policies:
    status: connected
    data:
      from: production
  letters:
    status: connected
    data:
      from: staging
            ^^^^^^^ source-real-data
`,
      },
      'copy older than 30d': `
sources:
  policies:
    status: connected
    data:
      from: production
  letters:
    status: connected
    data:
      from: copy
      copied: 2026-10-01
              ^^^^^^^^^^ source-real-data
`,
    },
    declared: `
sources:
  letters:
    status: connected
    data:
      from: production
`,
  },

  'source-plan-dated': {
    missing: `
sources:
  letters:
  ^^^^^^^ source-plan-dated
    owner: archive-team
    status: planned
owners:
  archive-team:
    team: Document Services
`,
    hollow: {
      'due after launch': `
system:
  launch: 2027-02-01
owners:
  archive-team:
    team: Document Services
sources:
  letters:
    owner: archive-team
    status: planned
    due: 2027-02-02
         ^^^^^^^^^^ source-plan-dated
`,
      overdue: `
owners:
  archive-team:
    team: Document Services
sources:
  letters:
    owner: archive-team
    status: planned
    due: 2026-11-21
         ^^^^^^^^^^ source-plan-dated
`,
      'no owner': `
sources:
  letters:
    status: planned
    due: 2027-01-15
         ^^^^^^^^^^ source-plan-dated
`,
      'dropped without a word in `pilot_gaps`': `
system:
  pilot_gaps:
    - gap: 12 users with full rights; production has 9 roles
      closed: 2026-09-04
sources:
  letters:
    status: dropped
            ^^^^^^^ source-plan-dated
`,
    },
    declared: `
system:
  launch: 2027-02-01
owners:
  archive-team:
    team: Document Services
sources:
  letters:
    owner: archive-team
    status: planned
    due: 2027-02-01
`,
  },

  // An owner without a contact is told by `owner-reachable`, once and not for each source.
  'source-owner': {
    missing: `
sources:
  letters:
  ^^^^^^^ source-owner
    status: connected
`,
    hollow: {
      'the project team, for a system it does not run': `
owners:
  claims-build:
    team: Claims AI Engineering
sources:
  letters:
    owner: claims-build
           ^^^^^^^^^^^^ source-owner
operations:
  handover:
    from: claims-build
`,
      'a project team, by its last day': `
owners:
  claims-build:
    team: Claims AI Engineering
    until: 2026-12-31
sources:
  letters:
    owner: claims-build
           ^^^^^^^^^^^^ source-owner
`,
    },
    declared: `
owners:
  archive-team:
    team: Document Services
    contact:
      - mailto:dms@nordhafen.example
sources:
  letters:
    owner: archive-team
`,
  },

  'source-auth': {
    missing: `
sources:
  letters:
  ^^^^^^^ source-auth
    data:
      class: internal
`,
    hollow: {
      'a personal account': `
sources:
  letters:
    auth:
      method: oauth2-client
      identity: jonas.weber@nordhafen.example
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source-auth
      secret: vault:claims-ai/letters
      rotate: 90d
`,
      'a shared account': `
sources:
  letters:
    auth:
      method: service-account
      identity: shared-reader
                ^^^^^^^^^^^^^ source-auth
      secret: vault:claims-ai/letters
      rotate: 90d
`,
      none: `
sources:
  letters:
    auth:
      method: none
              ^^^^ source-auth
      identity: svc-claims-ai
      secret: vault:claims-ai/letters
      rotate: 90d
`,
      'key without rotation': `
sources:
  letters:
    auth:
      method: api-key
      identity: svc-claims-ai
      secret: vault:claims-ai/letters
      rotate: 0d
              ^^ source-auth
`,
      'pilot identity reused': `
sources:
  letters:
    auth:
      method: service-account
      identity: svc-claims-pilot
                ^^^^^^^^^^^^^^^^ source-auth
      secret: vault:claims-ai/letters
      rotate: 90d
`,
    },
    declared: `
sources:
  letters:
    auth:
      method: service-account
      identity: svc-claims-ai
      secret: vault:claims-ai/letters
      rotate: 90d
`,
  },

  'source-access-model': {
    missing: `
indexes:
  claims-index:
    from:
      - letters
sources:
  letters:
  ^^^^^^^ source-access-model
    data:
      class: confidential
`,
    hollow: {
      'varies_by none on a confidential source with more than one role': `
system:
  users:
    roles: 9
indexes:
  claims-index:
    from:
      - letters
sources:
  letters:
    data:
      class: confidential
    access:
      varies_by: none
                 ^^^^ source-access-model
`,
      'one service identity with full rights and no filter': `
indexes:
  claims-index:
    from:
      - letters
sources:
  letters:
    data:
      class: confidential
    auth:
      method: service-account
      identity: svc-claims-ai
    access:
      varies_by: role
      enforced_at: source
                   ^^^^^^ source-access-model
`,
    },
    declared: `
indexes:
  claims-index:
    from:
      - letters
sources:
  letters:
    data:
      class: confidential
    access:
      varies_by: role
      enforced_at: index-filter
`,
  },

  // Whether somebody is refused in the test, and whether CI runs it, takes the file.
  'source-access-tested': {
    missing: `
sources:
  letters:
    access:
    ^^^^^^ source-access-tested
      varies_by: user
`,
    hollow: {
      'a paper, which nothing runs': `
sources:
  letters:
    access:
      varies_by: user
      test: docs/access-review.pdf
            ^^^^^^^^^^^^^^^^^^^^^^ source-access-tested
`,
    },
    declared: `
sources:
  letters:
    access:
      varies_by: user
      test: tests/access/test_roles.py
`,
  },

  'source-formats': {
    missing: `
sources:
  letters:
  ^^^^^^^ source-formats
    via: index
`,
    hollow: {
      documents: `
sources:
  letters:
    via: index
    formats:
      expected:
        - documents
          ^^^^^^^^^ source-formats
      other: quarantine
`,
      various: `
sources:
  letters:
    via: index
    formats:
      expected:
        - various
          ^^^^^^^ source-formats
      other: quarantine
`,
    },
    declared: `
sources:
  letters:
    via: index
    formats:
      expected:
        - pdf
      other: quarantine
`,
  },

  'source-tested': {
    missing: `
sources:
  letters:
  ^^^^^^^ source-tested
    status: connected
`,
    hollow: {
      'with synthetic': `
sources:
  letters:
    status: connected
    tested:
      date: 2026-11-02
      with: synthetic
            ^^^^^^^^^ source-tested
      covers:
        - handwriting
      proof: .github/workflows/connectors.yml
`,
      'a declared format not covered': `
sources:
  letters:
    status: connected
    formats:
      expected:
        - pdf
        - eml
    tested:
      date: 2026-11-02
      with: production
      covers:
      ^^^^^^ source-tested
        - pdf
        - handwriting
      proof: .github/workflows/connectors.yml
`,
      'no edge case covered': `
sources:
  letters:
    status: connected
    formats:
      expected:
        - pdf
    tested:
      date: 2026-11-02
      with: production
      covers:
      ^^^^^^ source-tested
        - pdf
      proof: .github/workflows/connectors.yml
`,
      'older than 180d': `
sources:
  letters:
    status: connected
    tested:
      date: 2026-05-25
            ^^^^^^^^^^ source-tested
      with: production
      covers:
        - handwriting
      proof: .github/workflows/connectors.yml
`,
    },
    declared: `
sources:
  letters:
    status: connected
    tested:
      date: 2026-05-26
      with: production
      covers:
        - handwriting
      proof: .github/workflows/connectors.yml
`,
  },

  'source-limits': {
    missing: `
sources:
  claim-record:
  ^^^^^^^^^^^^ source-limits
    via: api
`,
    hollow: {
      'none: nothing gets through': `
sources:
  claim-record:
    via: api
    limits:
      rate: 0/min
            ^^^^^ source-limits
`,
      'unlimited: always there': `
sources:
  claim-record:
    via: api
    limits:
      rate: 300/min
      availability: 100%
                    ^^^^ source-limits
`,
      'peak_per_minute times calls per request above the rate': `
system:
  load:
    peak_per_minute: 180
    calls_per_request: 3
models:
  answer-llm:
    provider: azure-openai
    limits:
      rate: 400/min
            ^^^^^^^ source-limits
`,
      'and above the tokens': `
system:
  load:
    peak_per_minute: 180
    calls_per_request: 3
models:
  answer-llm:
    provider: azure-openai
    load:
      tokens_per_call: 2000
    limits:
      rate: 600/min
      tokens_per_minute: 450000
                         ^^^^^^ source-limits
`,
    },
    declared: `
system:
  load:
    peak_per_minute: 180
    calls_per_request: 3
models:
  answer-llm:
    provider: azure-openai
    limits:
      rate: 540/min
`,
  },

  'dependency-resilience': {
    missing: `
models:
  answer-llm:
  ^^^^^^^^^^ dependency-resilience
    provider: azure-openai
`,
    hollow: {
      'no timeout': `
models:
  answer-llm:
    provider: azure-openai
    resilience:
      timeout: 0s
               ^^ dependency-resilience
      retries: 1
      if_down: search-only
`,
      'retries unlimited': `
models:
  answer-llm:
    provider: azure-openai
    resilience:
      timeout: 2s
      retries: 1000
               ^^^^ dependency-resilience
      if_down: search-only
`,
      'timeout times tries beyond 60s for an interactive system': `
system:
  type: rag
models:
  answer-llm:
    provider: azure-openai
    resilience:
      timeout: 12s
               ^^^ dependency-resilience
      retries: 5
      if_down: search-only
`,
      'if_down "error"': `
models:
  answer-llm:
    provider: azure-openai
    resilience:
      timeout: 12s
      retries: 1
      if_down: error
               ^^^^^ dependency-resilience
`,
    },
    declared: `
system:
  type: rag
models:
  answer-llm:
    provider: azure-openai
    resilience:
      timeout: 12s
      retries: 4
      if_down: search-only
`,
  },

  // Whether a contract holds a check that runs takes the file.
  'source-quality': {
    missing: `
sources:
  letters:
  ^^^^^^^ source-quality
    status: connected
`,
    hollow: {
      'prose-only checks': `
sources:
  letters:
    quality: docs/data-quality.md
             ^^^^^^^^^^^^^^^^^^^^ source-quality
`,
    },
    declared: `
sources:
  letters:
    quality: contracts/letters.odcs.yaml
`,
  },

  'source-classified': {
    missing: `
sources:
  letters:
  ^^^^^^^ source-classified
    status: connected
`,
    hollow: {
      'personal none for a system named CRM': `
sources:
  letters:
    system: CRM
    data:
      class: confidential
      personal: none
                ^^^^ source-classified
`,
      'personal none for a system named HR': `
sources:
  letters:
    system: HR portal
    data:
      class: confidential
      personal: none
                ^^^^ source-classified
`,
      'personal none for a system named claims': `
sources:
  letters:
    system: Claims Core
    data:
      class: confidential
      personal: none
                ^^^^ source-classified
`,
      'personal none for a system named patient': `
sources:
  letters:
    system: Patient files
    data:
      class: confidential
      personal: none
                ^^^^ source-classified
`,
    },
    declared: `
sources:
  letters:
    system: Claims Core
    data:
      class: confidential
      personal: personal
`,
  },

  // Whether a bot updates the client libraries is seen in its configuration.
  'upstream-change-watch': {
    missing: `
sources:
  claim-record:
  ^^^^^^^^^^^^ upstream-change-watch
    via: api
`,
    hollow: {
      'a newsletter to one person': `
models:
  answer-llm:
    provider: azure-openai
    change_notice: mailto:jonas.weber@nordhafen.example
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ upstream-change-watch
`,
      'contract without a version': `
sources:
  claim-record:
    via: api
    contract: https://core.nordhafen.example/openapi.yaml
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ upstream-change-watch
    change_notice: slack:claims-core-api
`,
    },
    declared: `
sources:
  claim-record:
    via: api
    contract: openapi/claims-core-v3.yaml
    change_notice: slack:claims-core-api
`,
  },
};
