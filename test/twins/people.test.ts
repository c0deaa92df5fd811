import { readFileSync } from 'node:fs';
import { twins } from '../support/twins.ts';

const spec = 'ai-system.yaml';
const letters = readFileSync('examples/rag-production/tests/injection/letters.json', 'utf8');

twins('rag-production', [
  {
    name: 'a runbook that is gone',
    change: { 'runbooks/drift.md': 'removed' },
    finds: ['alert-complete: There is no "runbooks/drift.md".'],
  },
  {
    name: 'a runbook of another name',
    change: { [spec]: ['runbook: runbooks/injection.md', 'runbook: runbooks/injections.md'] },
    finds: ['incident-ai-modes: There is no "runbooks/injections.md". Did you mean "runbooks/injection.md"?'],
  },
  {
    name: 'a heading that was given more words',
    change: { [spec]: ['runbook: runbooks/injection.md', 'runbook: runbooks/injection.md#whom-to'] },
    finds: ['incident-ai-modes: No heading of runbooks/injection.md is "#whom-to"; line 18 is "#whom-to-call".'],
  },
  {
    name: 'a runbook that is not filled in at its top',
    change: {
      'runbooks/model-change.md': [
        '# The provider changed the model\n',
        '# The provider changed the model\n\nOwner: TBD\n',
      ],
    },
    finds: ['incident-ai-modes: runbooks/model-change.md:3 is not filled in at its top: "TBD".'],
  },
  {
    name: 'a runbook that was given up',
    change: {
      'runbooks/injection.md': ['# Prompt injection\n', '# Prompt injection\n\n> Superseded by [drift](drift.md)\n'],
    },
    finds: ['incident-ai-modes: runbooks/injection.md:3 says that it no longer holds: "Superseded by drift".'],
  },
  {
    name: 'a runbook that leads to a heading that is gone',
    change: { 'runbooks/retrieval.md': ['### Switch the alias back', '### Go back'] },
    finds: [
      'alert-complete: runbooks/wrong-answers.md:17 sends the reader to "retrieval.md#switch-the-alias-back", but no heading of runbooks/retrieval.md is "#switch-the-alias-back".',
    ],
  },
  {
    name: 'a handover of another day',
    change: { 'docs/handover.md': ['on 2026-09-28', 'on 2026-06-01'] },
    finds: ['handover-complete: docs/handover.md:3 is of 2026-06-01: it does not record the handover of 2026-09-28.'],
  },
  {
    name: 'an attack that nobody tried',
    change: { 'security/redteam-2026-09.md': ['| cross-role-leak | 45 | 0 | |\n', ''] },
    finds: [
      'adversarial-tested: "cross-role-leak" is covered here, but security/redteam-2026-09.md:7 tells of direct-injection, injection-in-documents, data-exfiltration only.',
    ],
  },
  {
    name: 'an assessment that comes to another class',
    change: { 'docs/impact-assessment.md': ['Limited', 'High'] },
    finds: ['risk-classified: limited here, but docs/impact-assessment.md:7 says high.'],
  },
  {
    name: 'a handover that is still to be written',
    change: { [spec]: ['record: docs/handover.md', 'record: docs/dpia.md'], 'docs/handover.md': 'removed' },
    finds: ['handover-complete: There is no "docs/dpia.md". Did you mean "docs/dpia.pdf"?'],
  },
  {
    name: 'alerts that belong to nobody',
    change: { '.github/CODEOWNERS': ['/observability/   @nordhafen/claims-ops', '/observability/'] },
    finds: [
      'run-owner-named: `claims-ops` owns observability/alerts.yaml here, but .github/CODEOWNERS:5 takes it from everybody.',
    ],
  },
  {
    name: 'a prompt that belongs to another team',
    change: {
      '.github/CODEOWNERS': ['/prompts/         @nordhafen/claims-ops', '/prompts/         @nordhafen/claims-ai'],
    },
    finds: [
      'prompt-and-model-owner: `claims-ops` is nordhafen/claims-ops, but .github/CODEOWNERS:3 gives prompts/answer.md to @nordhafen/claims-ai.',
    ],
  },
  {
    name: 'another owner in the catalogue',
    change: { 'catalog-info.yaml': ['group:default/claims-ops', 'group:default/claims-ai'] },
    finds: [
      'owner-reachable: `claims-ops` owns it here, but catalog-info.yaml:11 names claims-ai, which is `claims-build`.',
    ],
  },
  {
    name: 'a prompt whose owner has no handle',
    change: { [spec]: ['    handle: nordhafen/claims-ops\n', ''] },
    finds: [
      'prompt-and-model-owner: .github/CODEOWNERS:3 gives prompts/answer.md to @nordhafen/claims-ops; `claims-ops` has no `handle` to compare.',
    ],
  },
  {
    name: 'a prompt of another version',
    change: { 'prompts/answer.md': ['version: v31', 'version: v30'] },
    finds: ['prompt-versioned: The spec says v31, but prompts/answer.md:2 is v30.'],
  },
  {
    name: 'a recipe that finds fewer',
    change: { 'pipelines/index/recipe.yaml': ['top_k: 8', 'top_k: 5'] },
    finds: ['index-version-pinned: 8 here, but pipelines/index/recipe.yaml:25 has `top_k` 5.'],
  },
  {
    name: 'a recipe that takes anything for an answer',
    change: { 'pipelines/index/recipe.yaml': ['min_score: 0.42', 'min_score: 0.1'] },
    finds: ['no-result-behavior: 0.42 here, but pipelines/index/recipe.yaml:26 has `min_score` 0.1.'],
  },
  {
    name: 'a recipe without one of the sources',
    change: { 'pipelines/index/recipe.yaml': ['  - correspondence\n', ''] },
    finds: [
      'index-version-pinned: "correspondence" is in `from`, but pipelines/index/recipe.yaml:4 lists policy-wordings only.',
    ],
  },
  {
    name: 'a record of an earlier drill',
    change: { 'docs/drills/2026-10-21.md': ['date: 2026-10-21', 'date: 2026-04-02'] },
    finds: [
      'incident-practised: docs/drills/2026-10-21.md:2 is of 2026-04-02: it does not record the drill of 2026-10-21.',
    ],
  },
  {
    name: 'an agreement that is gone',
    change: { 'legal/dpa-aws.pdf': 'removed' },
    finds: ['provider-data-use: There is no "legal/dpa-aws.pdf".'],
  },
  {
    name: 'a test folder that is gone',
    change: { [spec]: ['test: tests/injection/', 'test: tests/injections/'] },
    finds: ['untrusted-content: There is no "tests/injections".'],
  },
  {
    name: 'planted letters that were taken out of the test',
    change: { 'tests/injection/letters.json': [letters, '[]\n'] },
    finds: ['untrusted-content: "tests/injection/letters.json" holds no case.'],
  },
  {
    name: 'a test of rights that is skipped',
    change: {
      [spec]: [
        'test: tests/access/test_claim_rights.py',
        'test: tests/access/test_claim_rights.py#test_service_alone_reads_nothing',
      ],
      'tests/access/test_claim_rights.py': [
        'def test_service_alone',
        '@pytest.mark.skip(reason="tenant")\ndef test_service_alone',
      ],
    },
    finds: [
      'source-access-tested: The only test in tests/access/test_claim_rights.py is skipped (tests/access/test_claim_rights.py:16).',
    ],
  },
  {
    name: 'a decision that is gone',
    change: { 'docs/adr/0007-redacted-call-log.md': 'removed' },
    finds: ['run-owner-involved-early: There is no "docs/adr/0007-redacted-call-log.md".'],
  },
]);

twins('model-production', [
  {
    name: 'a model card that is gone',
    change: { 'docs/model-card.md': 'removed' },
    finds: ['model-pinned: There is no "docs/model-card.md".'],
  },
  {
    name: 'a model card of the version before',
    change: { 'docs/model-card.md': ['| version | 2026.10.1+3f9c2ad |', '| version | 2026.7.1+aaaa111 |'] },
    finds: ['model-pinned: 2026.10.1+3f9c2ad is in use, but docs/model-card.md:5 describes version 2026.7.1+aaaa111.'],
  },
  {
    name: 'a model card of other data',
    change: { 'docs/model-card.md': ['to 2026-05-31', 'to 2026-02-28'] },
    finds: ['model-pinned: Trained on data to 2026-05-31 here, but to 2026-02-28 in docs/model-card.md:6.'],
  },
  {
    name: 'training code of another team',
    change: { '.github/CODEOWNERS': ['@nordhafen/fraud-science @nordhafen/fraud-ml', '@nordhafen/fraud-science'] },
    finds: [
      'prompt-and-model-owner: `fraud-analytics-run` is nordhafen/fraud-ml, but .github/CODEOWNERS:3 gives pipelines/train/README.md to @nordhafen/fraud-science.',
    ],
  },
]);
