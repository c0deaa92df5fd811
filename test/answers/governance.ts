import type { Answers } from './answers.ts';

const system = (role: string) => `system:\n  decision_role: ${role}\n  criticality: standard\n`;
const owners = 'owners:\n  privacy:\n    team: Data Protection Office\n  claims-build:\n    team: Claims Engineering\n';
const personal = 'sources:\n  claim-record:\n    data:\n      class: confidential\n      personal: personal\n';
const special = personal.replace('personal: personal', 'personal: special');
const risk = (kind: string, why: string, by = 'privacy', assessed = '2026-05-12') => `governance:
  risk:
    class: ${kind}
${why === '' ? '' : `    why: ${why}\n`}    assessed: ${assessed}
    by: ${by}
    assessment: docs/impact-assessment.md
`;
const hosted = (use: string) => `${personal}models:\n  answer-llm:\n    provider: azure-openai\n${use}`;
const oversight = (lines: string) => `${system('recommends')}governance:\n  oversight:\n${lines}`;
const disclosure = (lines: string) => `system:\n  users:\n    exposure: internal\ngovernance:\n  disclosure:\n${lines}`;
const letters = `system:
  type: rag
sources:
  correspondence:
    what: Letters and e-mails received for a claim
    status: connected
indexes:
  claims-index:
    from:
      - correspondence
`;
const highRisk = (lines: string) => `governance:\n  risk:\n    class: high\n  high_risk:\n${lines}`;

export const governance: Answers = {
  'risk-classified': {
    missing: `${system('informs')}governance:\n^^^^^^^^^^ risk-classified\n  disclosure:\n    where: banner\n`,
    hollow: {
      'minimal with no why': `${system('informs')}${owners}${risk('minimal\n           ^^^^^^^ risk-classified', '')}`,
      'a why that is none': `${system('informs')}${owners}${risk('limited', 'TBD\n         ^^^ risk-classified')}`,
      'decides about people but minimal': `${system('decides')}${owners}${personal}${risk(
        'minimal\n           ^^^^^^^ risk-classified',
        'it only sorts claims',
      )}`,
      'assessed on a day to come': `${system('informs')}${owners}${risk(
        'limited',
        'informs staff',
        'privacy',
        '2026-11-23\n              ^^^^^^^^^^ risk-classified',
      )}`,
      'self-assessed by the builder at production': `${system('informs')}${owners}operations:
  handover:
    from: claims-build
${risk('limited', 'informs staff', 'claims-build\n        ^^^^^^^^^^^^ risk-classified')}`,
      'prohibited, and built': `${system('informs')}${owners}${risk(
        'prohibited\n           ^^^^^^^^^^ risk-classified',
        'scores people by their behaviour',
      )}`,
    },
    declared: `${system('recommends')}${owners}${personal}${risk('limited', 'a person decides; no pricing in life or health')}`,
  },
  'personal-data-basis': {
    missing: `${personal}governance:\n^^^^^^^^^^ personal-data-basis\n  disclosure:\n    where: banner\n`,
    hollow: {
      'no assessment for special data': `${special}governance:
  privacy:
  ^^^^^^^ personal-data-basis
    basis: performance of the insurance contract
    contact: privacy
`,
      'consent of employees': `${personal}governance:
  privacy:
    basis: consent of employees
           ^^^^^^^^^^^^^^^^^^^^ personal-data-basis
    contact: privacy
`,
      'consent, for a system of the personnel department': `sources:
  files:
    system: Workday
    data:
      personal: personal
governance:
  privacy:
    basis: consent
           ^^^^^^^ personal-data-basis
    contact: privacy
`,
    },
    declared: `${personal}governance:
  privacy:
    basis: performance of the insurance contract
    contact: privacy
`,
  },
  'provider-data-use': {
    missing: `${personal}models:\n  answer-llm:\n  ^^^^^^^^^^ provider-data-use\n    provider: azure-openai\n`,
    hollow: {
      unknown: hosted(`    data_use:
      region: unknown
              ^^^^^^^ provider-data-use
      training: none
      retention: 0d
      agreement: legal/dpa.pdf
`),
      'true with confidential data': hosted(`    data_use:
      region: eu
      training: provider
                ^^^^^^^^ provider-data-use
      retention: 30d
      agreement: legal/dpa.pdf
`),
      'no agreement file': hosted(`    data_use:
      region: eu
      training: none
                ^^^^ provider-data-use
      retention: 0d
`),
    },
    declared: hosted(`    data_use:
      region: eu
      training: none
      retention: 0d
      agreement: legal/dpa.pdf
`),
  },
  'human-oversight': {
    missing: `${system('recommends')}governance:\n^^^^^^^^^^ human-oversight\n  disclosure:\n    where: banner\n`,
    hollow: {
      'human in the loop': oversight(`    who: an investigator
    how: human in the loop
         ^^^^^^^^^^^^^^^^^ human-oversight
    override: closes the referral with a reason
`),
      'volume times review time exceeds the people there are': oversight(`    who: an investigator
    how: opens every referral, with the three strongest reasons shown
    override: closes the referral with a reason
    cases_per_day: 500
                   ^^^ human-oversight
    minutes_per_case: 10
    reviewers: 13
`),
      'no way to override': oversight(`    who: an investigator
    how: opens every referral, with the three strongest reasons shown
    override: not possible
              ^^^^^^^^^^^^ human-oversight
`),
    },
    declared: oversight(`    who: an investigator
    how: opens every referral, with the three strongest reasons shown
    override: closes the referral with a reason
    cases_per_day: 78
    minutes_per_case: 25
    reviewers: 26
`),
  },
  'ai-disclosure': {
    missing: `system:\n  users:\n    exposure: internal\ngovernance:\n^^^^^^^^^^ ai-disclosure\n  risk:\n    class: limited\n`,
    hollow: {
      'only in terms and conditions': disclosure(`    where: only in the terms and conditions
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ai-disclosure
    says: Written by AI. It can be wrong.
`),
      'nothing on limits': disclosure(`    where: banner above every answer
    says: This answer was written by AI.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ai-disclosure
`),
      'not a word that it is AI': disclosure(`    where: banner above every answer
    says: The answer can be wrong.
          ^^^^^^^^^^^^^^^^^^^^^^^^ ai-disclosure
`),
    },
    declared: disclosure(`    where: banner above every answer
    says: Written by AI. It can be wrong. Check the source. Report errors with thumbs-down.
`),
  },
  'untrusted-content': {
    missing: `${letters}governance:\n^^^^^^^^^^ untrusted-content\n  risk:\n    class: limited\n`,
    hollow: {
      'empty while mail, uploads or web pages are a source': `${letters}governance:
  untrusted:
    sources: []
             ^^ untrusted-content
`,
      'others, while mail is a source': `${letters}governance:
  untrusted:
    sources:
    ^^^^^^^ untrusted-content
      - uploads
    controls:
      - documents-marked-as-data
    test: tests/injection/
`,
      'the only control is a sentence in the prompt': `${letters}governance:
  untrusted:
    sources:
      - correspondence
    controls:
    ^^^^^^^^ untrusted-content
      - system prompt says to ignore instructions
    test: tests/injection/
`,
      'output goes to a system unvalidated': `tools:
  pay-claim:
    effect: irreversible
    approval: none
${letters}governance:
  untrusted:
    sources:
      - correspondence
    controls:
    ^^^^^^^^ untrusted-content
      - documents-marked-as-data
    test: tests/injection/
`,
    },
    declared: `${letters}governance:
  untrusted:
    sources:
      - correspondence
    controls:
      - documents-marked-as-data
      - links-only-to-known-hosts
    test: tests/injection/
`,
  },
  'high-risk-records': {
    missing: 'governance:\n^^^^^^^^^^ high-risk-records\n  risk:\n    class: high\n',
    hollow: {
      'role missing: a placeholder': highRisk(`    role: TBD
          ^^^ high-risk-records
    technical_docs: docs/technical-documentation.md
    monitoring_plan: docs/post-market-monitoring.md
    report_to: Federal Network Agency
`),
      'legal handles it': highRisk(`    role: deployer
    technical_docs: docs/technical-documentation.md
    monitoring_plan: docs/post-market-monitoring.md
    report_to: legal handles it
               ^^^^^^^^^^^^^^^^ high-risk-records
`),
    },
    declared: highRisk(`    role: deployer
    technical_docs: docs/technical-documentation.md
    monitoring_plan: docs/post-market-monitoring.md
    report_to: Federal Network Agency; reported by the Data Protection Office
`),
  },
};
