import assert from 'node:assert/strict';
import { test } from 'node:test';
import { survey } from '../../core/src/index.ts';
import { repository } from '../support/repository.ts';

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** `spec.path = value  file:line`, all of them, sorted. */
  readonly finds: readonly string[];
  /** Words of what is seen and not used. */
  readonly sees?: readonly RegExp[];
}

const rows = (count: number, more = '') =>
  Array.from({ length: count }, (_, index) => `{"id":"q${index}","question":"What is number ${index}?"${more}}\n`).join(
    '',
  );
const rule = (name: string, more = '', expr = 'answers_ratio < 0.8') =>
  `groups:\n  - name: g\n    rules:\n      - alert: ${name}\n        expr: ${expr}\n${more}`;
const workflow = (on: string, job: string, steps: string) =>
  `on:\n${on}\njobs:\n  ${job}:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
const daily = '  schedule:\n    - cron: "30 4 * * *"';

const cases: readonly Case[] = [
  { name: 'nothing in an empty repository', files: {}, finds: [] },

  // Names and types.
  {
    name: 'the name of a Python project, not that of its build backend',
    files: { 'pyproject.toml': '[build-system]\nname = "hatch"\n\n[project]\nname = "claims"\n' },
    finds: ['system.name = claims  pyproject.toml:5'],
  },
  {
    name: 'the name of a package, without its scope',
    files: { 'package.json': '{\n  "private": true,\n  "name": "@acme/claims"\n}\n' },
    finds: ['system.name = claims  package.json:3'],
  },
  {
    name: 'no name that a spec could not hold, and none of a package deeper down',
    files: { 'package.json': '{"name": "my claims!"}', 'ui/package.json': '{"name": "ui"}' },
    finds: [],
  },
  {
    name: 'what the catalogue says',
    files: {
      'catalog-info.yaml':
        'kind: Component\nmetadata:\n  name: claims\nspec:\n  owner: group:default/claims-ops\napiVersion: backstage.io/v1alpha1\n',
    },
    finds: [
      'owners.claims-ops.handle = claims-ops  catalog-info.yaml:5',
      'system.name = claims  catalog-info.yaml:3',
      'system.owner = claims-ops  catalog-info.yaml:5',
    ],
  },
  {
    name: 'a vector store makes it retrieval',
    files: { 'requirements.txt': '# chromadb\nopenai==1.0\nQdrant_Client[fastembed]>=1.9 # store\n' },
    finds: ['system.type = rag  requirements.txt:3'],
  },
  {
    name: 'an agent framework in a list of a table',
    files: { 'pyproject.toml': '[project]\ndependencies = [\n  "uvicorn[standard]>=0.30",\n  "langgraph~=0.2",\n]\n' },
    finds: ['system.type = agent  pyproject.toml:4'],
  },
  {
    name: 'a client of a provider and nothing else',
    files: { 'package.json': '{"dependencies": {\n"@anthropic-ai/sdk": "^1"}, "devDependencies": {"chromadb": "1"}}' },
    finds: ['system.type = llm  package.json:2'],
  },
  {
    name: 'a model of its own',
    files: { 'requirements.txt': 'numpy\nxgboost==2.1\n' },
    finds: ['system.type = model  requirements.txt:2'],
  },
  {
    name: 'no type of two that contradict, nor of what any type is made of, nor of what only tests need',
    files: {
      'requirements.txt': 'crewai\nchromadb\n',
      'requirements-dev.txt': 'langgraph\n',
    },
    finds: [],
    sees: [/chromadb speaks for type rag/, /crewai speaks for type agent/],
  },
  {
    name: 'no type of a framework alone',
    files: { 'requirements.txt': 'langchain\nopenai\n' },
    finds: [],
    sees: [/langchain, of which any type/],
  },
  {
    name: 'what was asked for counts, not what was compiled of it',
    files: { 'requirements.in': 'anthropic\n', 'requirements.txt': 'anthropic==1\nlancedb==2\n' },
    finds: ['system.type = llm  requirements.in:1'],
  },

  // Owners and prompts.
  {
    name: 'prompts with the owner of their path and the version in their front matter',
    files: {
      '.github/CODEOWNERS': '* @acme/everybody\n/prompts/ @acme/claims-ops\n',
      'prompts/answer.md': '---\nmodel: x\nversion: v31\n---\nAnswer.\n',
      'prompts/README.md': '# Prompts\n',
      'prompts/CHANGELOG.md': '# v31\n',
      'tests/prompts/answer.md': 'x\n',
      'docs/prompts/how.md': 'x\n',
      'src/prompts.py': 'x = 1\n',
    },
    finds: [
      'owners.claims-ops.handle = acme/claims-ops  .github/CODEOWNERS:2',
      'owners.everybody.handle = acme/everybody  .github/CODEOWNERS:1',
      'prompts.answer.owner = claims-ops  .github/CODEOWNERS:2',
      'prompts.answer.path = prompts/answer.md  prompts/answer.md:1',
      'prompts.answer.version = v31  prompts/answer.md:3',
      'system.owner = everybody  .github/CODEOWNERS:1',
    ],
  },
  {
    name: 'of several versions of a prompt the folder',
    files: { 'prompts/extract/v1.0.txt': 'a', 'prompts/extract/v1.1.txt': 'b' },
    finds: ['prompts.extract.path = prompts/extract/  prompts/extract/v1.0.txt:1'],
    sees: [/2 versions of the prompt "extract"/],
  },
  {
    name: 'no owner of several',
    files: { CODEOWNERS: '* @acme/a @acme/b\n', 'prompts/a.txt': 'a' },
    finds: ['prompts.a.path = prompts/a.txt  prompts/a.txt:1'],
    sees: [/2 owners of ai-system\.yaml: @acme\/a @acme\/b/],
  },
  {
    name: 'two teams of one name are two owners; an address is a contact',
    files: {
      CODEOWNERS: '* @one/ops\n/prompts/a.txt @two/ops\n/prompts/b.txt claims@acme.example\n',
      'prompts/a.txt': 'a',
      'prompts/b.txt': 'b',
    },
    finds: [
      'owners.claims.contact = mailto:claims@acme.example  CODEOWNERS:3',
      'owners.ops.handle = one/ops  CODEOWNERS:1',
      'owners.two-ops.handle = two/ops  CODEOWNERS:2',
      'prompts.a.owner = two-ops  CODEOWNERS:2',
      'prompts.a.path = prompts/a.txt  prompts/a.txt:1',
      'prompts.b.owner = claims  CODEOWNERS:3',
      'prompts.b.path = prompts/b.txt  prompts/b.txt:1',
      'system.owner = ops  CODEOWNERS:1',
    ],
  },
  {
    name: 'a path that a reference cannot hold is left out',
    files: { 'prompts/a#b.txt': 'a', 'prompts/a:b.txt': 'a', 'prompts/a\u202eb.txt': 'a' },
    finds: [],
  },

  // Models.
  {
    name: 'models that are used, and by whom they are run where that shows',
    files: {
      'src/chat.py':
        'from openai import AzureOpenAI\nclient = AzureOpenAI()\nMODEL = os.getenv("MODEL", "gpt-4o-2024-08-06")\n',
      'config/app.yaml': 'embedding_model: text-embedding-3-large # all of it\n',
      'src/bedrock.ts': "const modelId = 'anthropic.claude-sonnet-4-5-v1:0';\n",
    },
    finds: [
      'models.anthropic.claude-sonnet-4-5-v1-0.provider = aws-bedrock  src/bedrock.ts:1',
      'models.anthropic.claude-sonnet-4-5-v1-0.role = generate  src/bedrock.ts:1',
      'models.anthropic.claude-sonnet-4-5-v1-0.version = anthropic.claude-sonnet-4-5-v1:0  src/bedrock.ts:1',
      'models.gpt-4o-2024-08-06.provider = azure-openai  src/chat.py:2',
      'models.gpt-4o-2024-08-06.role = generate  src/chat.py:3',
      'models.gpt-4o-2024-08-06.version = gpt-4o-2024-08-06  src/chat.py:3',
      'models.text-embedding-3-large.role = embed  config/app.yaml:1',
      'models.text-embedding-3-large.version = text-embedding-3-large  config/app.yaml:1',
    ],
  },
  {
    name: 'no model of a comment, a comparison, a price, a list or a test',
    files: {
      'src/a.py':
        '# model = "gpt-4"\nif model == "gpt-4o": pass\nprices = {"model": "gpt-4.1"}\nmodels = ["gpt-5", "claude-opus-4-1"]\n"gpt-4-turbo": 0.01\nmodel.startswith("gpt-3.5")\nencoding_for_model("gpt-4")\n',
      'tests/b.py': 'model = "gpt-4o"\n',
      'src/b.test.ts': 'const model = "gpt-4o";\n',
      'docs/c.yaml': 'model: gpt-4o\n',
      'src/d.py': 'name = "gpt-4o"\n',
    },
    finds: [],
    sees: [/gpt-4o, used beside the system/],
  },
  {
    name: 'what a gateway reads in a name, and a model that judges',
    files: { '.env': 'LLM_MODEL=azure/gpt-5\n', 'src/a.ts': "const judgeModel = 'claude-haiku-4-5';\n" },
    finds: [
      'models.claude-haiku-4-5.role = judge  src/a.ts:1',
      'models.claude-haiku-4-5.version = claude-haiku-4-5  src/a.ts:1',
      'models.gpt-5.provider = azure-openai  .env:1',
      'models.gpt-5.role = generate  .env:1',
      'models.gpt-5.version = gpt-5  .env:1',
    ],
  },
  {
    name: "behind an address of one's own nobody knows who runs it",
    files: { 'a.py': 'client = OpenAI(base_url="http://llm")\nclient.chat(model="gpt-4o")\n' },
    finds: ['models.gpt-4o.role = generate  a.py:2', 'models.gpt-4o.version = gpt-4o  a.py:2'],
  },

  // Indexes.
  {
    name: 'the job that refreshes the index',
    files: { '.github/workflows/refresh-index.yml': workflow(daily, 'go', '      - run: python -m refresh\n') },
    finds: [
      'indexes.refresh-index.refresh.cron = 30 4 * * *  .github/workflows/refresh-index.yml:3',
      'indexes.refresh-index.refresh.job = .github/workflows/refresh-index.yml  .github/workflows/refresh-index.yml:3',
      'indexes.refresh-index.refresh.mode = schedule  .github/workflows/refresh-index.yml:3',
      'indexes.refresh-index.refresh.timezone = UTC  .github/workflows/refresh-index.yml:3',
    ],
  },
  {
    name: 'none that only watches, is switched off, or does something else at night',
    files: {
      '.github/workflows/monitor-index.yml': workflow(daily, 'go', '      - run: check\n'),
      '.github/workflows/nightly.yml': workflow(daily, 'go', '      - run: build\n'),
      '.github/workflows/index.yml.disabled': workflow(daily, 'go', '      - run: x\n'),
      'k8s/ingest.yaml':
        'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: ingest\nspec:\n  schedule: "0 1 * * *"\n  suspend: true\n',
    },
    finds: [],
    sees: [/refreshes an index, switched off/],
  },
  {
    name: 'none of two that disagree',
    files: {
      '.github/workflows/crawl.yml': workflow(daily, 'go', '      - run: x\n'),
      '.github/workflows/ingest.yml': workflow(daily.replace('30 4', '0 9'), 'go', '      - run: x\n'),
    },
    finds: [],
    sees: [/at "30 4 \* \* \*"/, /at "0 9 \* \* \*"/],
  },

  // Data sets and results.
  {
    name: 'data sets with their size and the field of their tags',
    files: {
      'eval/queries.jsonl': `${rows(4, ',"tags":["long"]')}${rows(3, ',"tags":["odd","long"]').replaceAll('"q', '"r')}`,
      'eval/few.jsonl': rows(4),
      'eval/results/golden_run.json': '[]',
      'eval/broken.jsonl': `${rows(6)}{"id":\n`,
      'tests/golden.jsonl': rows(9),
      'data/golden.csv': 'id,question\n1,a?\n2,b?\n3,c?\n4,d?\n5,e?\n6,f?\n',
      'config/eval.json': '[1,2,3,4,5,6]',
    },
    finds: [
      'evaluation.datasets.golden.path = data/golden.csv  data/golden.csv:1',
      'evaluation.datasets.golden.size = 6  data/golden.csv:1',
      'evaluation.datasets.queries.edge_cases.field = tags  eval/queries.jsonl:1',
      'evaluation.datasets.queries.path = eval/queries.jsonl  eval/queries.jsonl:1',
      'evaluation.datasets.queries.size = 7  eval/queries.jsonl:1',
    ],
  },
  {
    name: 'the newest report, with the day that it says itself',
    files: {
      'eval/results/a.json': '{\n  "created_at": "2026-03-01T02:00:00Z",\n  "cases": 40,\n  "recall": 0.9\n}\n',
      'eval/results/b.json': '{\n  "recall": 0.9,\n  "cases": 40,\n  "created_at": "2026-05-02"\n}\n',
      'eval/results/2026-06-01.json': '{"cases": 40, "recall": 0.8}',
      'eval/results/c.json': '{"created_at": "2026-07-01", "recall": 0.8}',
    },
    finds: [
      'evaluation.results.date = 2026-05-02  eval/results/b.json:4',
      'evaluation.results.path = eval/results/b.json  eval/results/b.json:4',
    ],
    sees: [/a report of 2026-03-01/],
  },

  // The gate.
  {
    name: 'an evaluation of pull requests that stops a merge',
    files: { '.github/workflows/eval.yml': workflow('  pull_request:', 'evaluate', '      - run: pytest evals\n') },
    finds: [
      'evaluation.gate.blocks = merge  .github/workflows/eval.yml:4',
      'evaluation.gate.job = .github/workflows/eval.yml  .github/workflows/eval.yml:4',
    ],
  },
  {
    name: 'one that may fail is not said to block',
    files: {
      '.github/workflows/eval.yml': workflow(
        '  pull_request:',
        'evaluate',
        '      - run: pytest evals\n        continue-on-error: true\n',
      ),
    },
    finds: ['evaluation.gate.job = .github/workflows/eval.yml  .github/workflows/eval.yml:4'],
    sees: [/may stop nothing/],
  },
  {
    name: 'none that only a schedule starts, and no tests of something else',
    files: {
      '.github/workflows/eval.yml': workflow(daily, 'evaluate', '      - run: pytest evals\n'),
      '.github/workflows/ci.yml': workflow('  pull_request:', 'test', '      - run: pytest\n'),
    },
    finds: [],
    sees: [/`evaluate`, that no pull request starts/],
  },

  // Logging.
  {
    name: 'what records the calls, and the collector',
    files: {
      'src/telemetry.py': 'from x import OpenAIInstrumentor\n\nOpenAIInstrumentor().instrument()\n',
      'src/web.py': 'FastAPIInstrumentor.instrument_app(app)\n',
      'otel/config.yaml':
        'receivers: {}\nexporters:\n  otlp: {}\nservice:\n  pipelines:\n    traces:\n      receivers: [otlp]\n      exporters: [otlp]\n',
    },
    finds: [
      'logging.collector = otel/config.yaml  otel/config.yaml:6',
      'logging.emitted_by = src/telemetry.py  src/telemetry.py:3',
    ],
  },
  {
    name: 'none of two',
    files: { 'a/run.py': 'Traceloop.init()\n', 'b/run.py': 'Traceloop.init()\n' },
    finds: [],
    sees: [/Traceloop\.init records calls/],
  },

  // Alerts.
  {
    name: 'an alert with all that its rule says',
    files: {
      'ops/alerts.yaml': rule(
        'AnswersWrong',
        '        for: 10m\n        labels:\n          severity: critical\n        annotations:\n          runbook_url: runbooks/a.md#first-steps\n',
      ),
      'runbooks/a.md': '# A\n\n## First steps\n\nStop it.\n',
    },
    finds: [
      'monitoring.alerts.answers-wrong.below = 0.8  ops/alerts.yaml:5',
      'monitoring.alerts.answers-wrong.for = 10m  ops/alerts.yaml:6',
      'monitoring.alerts.answers-wrong.metric = answers-ratio  ops/alerts.yaml:5',
      'monitoring.alerts.answers-wrong.rule = ops/alerts.yaml#AnswersWrong  ops/alerts.yaml:4',
      'monitoring.alerts.answers-wrong.runbook = runbooks/a.md#first-steps  ops/alerts.yaml:10',
      'monitoring.alerts.answers-wrong.severity = page  ops/alerts.yaml:8',
      'monitoring.metrics.answers-ratio.emitted_as = answers_ratio  ops/alerts.yaml:5',
    ],
    sees: [/a runbook/],
  },
  {
    name: 'no threshold of two, no metric of two, no heading and no runbook that are not there',
    files: {
      'ops/alerts.yaml': rule(
        'Both',
        '        annotations:\n          runbook_url: runbooks/a.md#gone\n',
        'a_ratio > 1 or b_ratio > 2',
      ),
      'ops/more.yaml': rule('Lost', '        annotations:\n          runbook_url: runbooks/lost.md\n'),
      'runbooks/a.md': '# A\n',
      'tests/alerts.yaml': rule('Tried'),
    },
    finds: [
      'monitoring.alerts.both.rule = ops/alerts.yaml#Both  ops/alerts.yaml:4',
      'monitoring.alerts.both.runbook = runbooks/a.md  ops/alerts.yaml:7',
      'monitoring.alerts.lost.below = 0.8  ops/more.yaml:5',
      'monitoring.alerts.lost.metric = answers-ratio  ops/more.yaml:5',
      'monitoring.alerts.lost.rule = ops/more.yaml#Lost  ops/more.yaml:4',
      'monitoring.metrics.answers-ratio.emitted_as = answers_ratio  ops/more.yaml:5',
    ],
    sees: [/"Both" leads to a heading/, /"Lost" has a runbook that is not there/],
  },

  {
    name: 'two series that make one id are not one metric; a rule of the same name is another one',
    files: {
      'a.yaml': rule('One', '', 'a_b > 1'),
      'b.yaml': rule('Two', '', 'a__b > 2'),
      'c.yaml': rule('One', '', 'c > 3'),
    },
    finds: [
      'monitoring.alerts.one.above = 1  a.yaml:5',
      'monitoring.alerts.one.metric = a-b  a.yaml:5',
      'monitoring.alerts.one.rule = a.yaml#One  a.yaml:4',
      'monitoring.alerts.two.above = 2  b.yaml:5',
      'monitoring.alerts.two.rule = b.yaml#Two  b.yaml:4',
      'monitoring.metrics.a-b.emitted_as = a_b  a.yaml:5',
    ],
    sees: [/alert "One" {2}c\.yaml:4/],
  },

  // Documents.
  {
    name: 'documents, contracts and objectives',
    files: {
      'docs/incident-process.md': '# Incidents\n',
      'docs/dpia.pdf': '%PDF',
      'docs/model-card.md': '# Card\n',
      'contracts/letters.odcs.yaml':
        'apiVersion: v3.0.2\nkind: DataContract\nstatus: active\nschema:\n  - name: letters\n',
      'contracts/drafts.odcs.yaml':
        'apiVersion: v3.0.2\nkind: DataContract\nstatus: draft\nschema:\n  - name: drafts\n',
      'openapi.yaml': 'openapi: 3.0.0\npaths:\n  /a:\n    get: {}\n',
      'slo.yaml':
        'version: "prometheus/v1"\nservice: a\nslos:\n  - name: good\n    objective: 99\n    sli:\n      events: {}\n',
    },
    finds: [
      'governance.privacy.dpia = docs/dpia.pdf  docs/dpia.pdf:1',
      'operations.incidents.process = docs/incident-process.md  docs/incident-process.md:1',
      'operations.slo.definition = slo.yaml  slo.yaml:4',
      'sources.letters.quality = contracts/letters.odcs.yaml  contracts/letters.odcs.yaml:1',
    ],
    sees: [/a model card/, /a data contract/, /the description of an API \(1\)/],
  },

  // Places.
  {
    name: 'only what is at and below the folder, named from there',
    folder: 'services/chat',
    files: {
      'services/chat/prompts/a.txt': 'a',
      'services/other/prompts/b.txt': 'b',
      'pyproject.toml': '[project]\nname = "all"\n',
      'services/chat/pyproject.toml': '[project]\nname = "chat"\n',
      CODEOWNERS: '* @acme/all\n/services/chat/ @acme/chat\n',
    },
    finds: [
      'owners.chat.handle = acme/chat  CODEOWNERS:2',
      'prompts.a.owner = chat  CODEOWNERS:2',
      'prompts.a.path = prompts/a.txt  services/chat/prompts/a.txt:1',
      'system.name = chat  services/chat/pyproject.toml:2',
      'system.owner = chat  CODEOWNERS:2',
    ],
  },
  {
    name: 'a secret is not carried over',
    files: {
      'prompts/sk_live_4eC39HqLyjWDarjtT1zdp7dc.txt': 'a',
      'prompts/a.txt': '---\nversion: ghp_0123456789abcdefghijABCDEFGHIJ456789\n---\n',
    },
    finds: ['prompts.a.path = prompts/a.txt  prompts/a.txt:1'],
    sees: [/a value for prompts that may be a secret/],
  },
];

for (const { name, files, folder = '', finds, sees = [] } of cases) {
  test(name, async () => {
    const { answers, seen } = await survey(repository({ files }).host, folder);
    const found = answers.map(({ path, value, file, line }) => `${path.join('.')} = ${String(value)}  ${file}:${line}`);
    assert.deepEqual(found.toSorted(), finds);
    const said = seen.map(({ what, file, line }) => `${what}  ${file}:${line}`).join('\n');
    for (const pattern of sees) assert.match(said, pattern);
    assert.doesNotMatch(JSON.stringify([answers, seen]), /ghp_|sk_live/);
  });
}
