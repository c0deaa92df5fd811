import type { Answers } from './answers.ts';

/** A word where a duration or a choice belongs ("real-time", "append-only", "answers anyway") is told by `invalid-value`. */
export const indexes: Answers = {
  // An unknown id is told by `undefined-id`; a connected source in no index is missing from it, not hollow.
  'index-sources': {
    missing: `
indexes:
  claims-index:
  ^^^^^^^^^^^^ index-sources
    max_age: 28h
`,
    hollow: {
      'a planned source in a production index': `
sources:
  letters:
    status: planned
indexes:
  claims-index:
    from:
      - letters
        ^^^^^^^ index-sources
`,
      'a dropped source': `
sources:
  letters:
    status: dropped
indexes:
  claims-index:
    from:
      - letters
        ^^^^^^^ index-sources
`,
    },
    declared: `
sources:
  letters:
    status: connected
    via: index
indexes:
  claims-index:
    from:
      - letters
`,
  },

  'index-freshness-target': {
    missing: `
indexes:
  claims-index:
  ^^^^^^^^^^^^ index-freshness-target
    from:
      - letters
`,
    hollow: {
      'real-time': `
indexes:
  claims-index:
    max_age: 0s
             ^^ index-freshness-target
`,
      'shorter than the refresh interval plus its run time': `
indexes:
  claims-index:
    refresh:
      mode: schedule
      cron: "30 4 * * *"
      timezone: Europe/Berlin
      takes: 70m
    max_age: 25h
             ^^^ index-freshness-target
`,
      'over 30d without a word why': `
indexes:
  claims-index:
    max_age: 31d
             ^^^ index-freshness-target
`,
    },
    declared: `
indexes:
  claims-index:
    max_age: 31d
    max_age_reason: Tariff tables change once a year, on a day known in advance
`,
  },

  // Whether the job is there and has the same cron takes its file.
  'index-refresh-automated': {
    missing: `
indexes:
  claims-index:
  ^^^^^^^^^^^^ index-refresh-automated
    max_age: 28h
`,
    hollow: {
      manual: `
indexes:
  claims-index:
    refresh:
      mode: manual
            ^^^^^^ index-refresh-automated
`,
      'interval longer than max_age': `
indexes:
  claims-index:
    refresh:
      mode: schedule
      cron: "30 4 * * 1"
            ^^^^^^^^^^^^ index-refresh-automated
      timezone: Europe/Berlin
      takes: 70m
      job: .github/workflows/refresh-index.yml
    max_age: 28h
`,
    },
    declared: `
indexes:
  claims-index:
    refresh:
      mode: schedule
      cron: "30 4 * * *"
      timezone: Europe/Berlin
      takes: 70m
      job: .github/workflows/refresh-index.yml
    max_age: 28h
`,
  },

  // Whether the runbook is there, and speaks of failed and half-done runs, takes its file.
  'index-refresh-documented': {
    missing: `
indexes:
  claims-index:
    refresh:
    ^^^^^^^ index-refresh-documented
      mode: manual
`,
    hollow: {
      'the job as its own runbook': `
owners:
  claims-ops:
    team: Claims Platform Operations
indexes:
  claims-index:
    refresh:
      mode: event
      job: pipelines/index/consumer.py
      runbook: pipelines/index/consumer.py
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ index-refresh-documented
      owner: claims-ops
`,
      'an owner who leaves': `
owners:
  claims-build:
    team: Claims AI Engineering
    until: 2026-12-31
indexes:
  claims-index:
    refresh:
      mode: event
      runbook: runbooks/index-refresh.md
      owner: claims-build
             ^^^^^^^^^^^^ index-refresh-documented
`,
    },
    declared: `
owners:
  claims-ops:
    team: Claims Platform Operations
indexes:
  claims-index:
    refresh:
      mode: event
      runbook: runbooks/index-refresh.md
      owner: claims-ops
`,
  },

  // "Missing while personal data is indexed" is missing, in other words.
  'index-deletions': {
    missing: `
sources:
  letters:
    data:
      personal: special
indexes:
  claims-index:
  ^^^^^^^^^^^^ index-deletions
    from:
      - letters
`,
    hollow: {
      'append-only, or as good as that': `
sources:
  letters:
    data:
      personal: special
indexes:
  claims-index:
    from:
      - letters
    deletes_within: 3650d
                    ^^^^^ index-deletions
`,
      'longer than the privacy promise': `
sources:
  letters:
    data:
      personal: personal
indexes:
  claims-index:
    from:
      - letters
    deletes_within: 31d
                    ^^^ index-deletions
`,
      'shorter than the refresh can keep': `
indexes:
  claims-index:
    refresh:
      mode: schedule
      cron: "30 4 * * *"
      timezone: Europe/Berlin
      takes: 70m
    deletes_within: 24h
                    ^^^ index-deletions
`,
    },
    declared: `
sources:
  letters:
    data:
      personal: personal
indexes:
  claims-index:
    from:
      - letters
    deletes_within: 30d
`,
  },

  // An embedding model without a version is told by `model-pinned`.
  'index-version-pinned': {
    missing: `
indexes:
  claims-index:
  ^^^^^^^^^^^^ index-version-pinned
    max_age: 28h
`,
    hollow: {
      'query and index use different ones': `
models:
  embedder:
    role: embed
  answer-llm:
    role: generate
indexes:
  claims-index:
    embedding: answer-llm
               ^^^^^^^^^^ index-version-pinned
    version: v7
    recipe: pipelines/index/recipe.yaml
    rebuild:
      switch: alias
`,
      'in-place with nothing kept': `
indexes:
  claims-index:
    version: v7
    recipe: pipelines/index/recipe.yaml
    rebuild:
      switch: in-place
              ^^^^^^^^ index-version-pinned
`,
      'a version that moves': `
indexes:
  claims-index:
    version: latest
             ^^^^^^ index-version-pinned
    recipe: pipelines/index/recipe.yaml
    rebuild:
      switch: alias
`,
    },
    declared: `
models:
  embedder:
    role: embed
indexes:
  claims-index:
    embedding: embedder
    version: v7
    recipe: pipelines/index/recipe.yaml
    rebuild:
      switch: in-place
      keep_previous: 7d
`,
  },

  // A test set without a case of kind no-answer-exists is told by `eval-edge-cases`.
  'no-result-behavior': {
    missing: `
indexes:
  claims-index:
  ^^^^^^^^^^^^ no-result-behavior
    max_age: 28h
`,
    hollow: {
      'min_score 0': `
indexes:
  claims-index:
    no_result:
      min_score: 0
                 ^ no-result-behavior
      then: say-unknown
`,
      'nothing is ever found': `
indexes:
  claims-index:
    no_result:
      min_score: 1
                 ^ no-result-behavior
      then: say-unknown
`,
    },
    declared: `
indexes:
  claims-index:
    no_result:
      min_score: 0.42
      then: hand-off
`,
  },
};
