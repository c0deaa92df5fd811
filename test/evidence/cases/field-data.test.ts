import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dataSet } from '../../../core/src/evidence/cases/dataset.ts';
import { report } from '../../../core/src/evidence/results/report.ts';
import { readReference } from '../../../core/src/index.ts';
import { fieldCalled, kindsIn } from '../../../core/src/rules/proofs/counted-cases.ts';
import { repository } from '../../support/repository.ts';

/**
 * Data sets and reports of public repositories, counted by hand beforehand. `AI_SYSTEM_FIELD` names a folder with their git
 * directories as `owner+name/repo` or `owner+name/.git`; nothing is fetched.
 */
const folder = process.env.AI_SYSTEM_FIELD;

interface Repository {
  readonly name: string;
  readonly commit: string;
  /** Which of its files are needed. */
  readonly paths: RegExp;
  /** Cases by reference. */
  readonly cases: Readonly<Record<string, number>>;
  /** Kinds by reference and field. */
  readonly kinds?: Readonly<Record<string, readonly [field: string, kinds: Readonly<Record<string, number>>]>>;
  /** By path: when the report was made and on how many cases. */
  readonly reports?: Readonly<Record<string, readonly [made: string | undefined, cases: number | undefined]>>;
}

const repositories: readonly Repository[] = [
  {
    name: 'ChunkyTortoise+docextract',
    commit: '92fa8f06fddae6c1bd1cde92762639a6fc8f1304',
    paths: /^(?:evals\/.*\.jsonl|autoresearch\/[^/]*\.json)$/,
    cases: {
      'evals/golden_set.jsonl': 150,
      'evals/adversarial_set.jsonl': 50,
      'evals/adversarial_set.jsonl#attack_type=edge_case': 7,
      'evals/promptfoo_tests.jsonl': 200,
      'autoresearch/eval_dataset.json': 28,
      'autoresearch/eval_dataset_72.json': 72,
    },
    kinds: {
      'evals/adversarial_set.jsonl': [
        'attack_type',
        { prompt_injection: 11, pii_leak: 11, hallucination_bait: 11, ocr_noise: 8, edge_case: 7, long_document: 2 },
      ],
    },
    reports: { 'autoresearch/baseline.json': ['2026-04-15T23:56:06.000Z', 28] },
  },
  {
    name: 'mitodl+learn-ai',
    commit: '24e0ca92c6fc8029a8dceb26cf4855d848b3c396',
    paths: /^test_json\/rag_evaluation\.json$/,
    cases: { 'test_json/rag_evaluation.json': 5, 'test_json/rag_evaluation.json#/syllabus': 2 },
  },
  {
    name: 'robusta-dev+holmesgpt',
    commit: 'c1ee1d43598b89ca59481615b40a3340a32f2202',
    paths: /^tests\/llm\/fixtures\/.*\/test_case\.yaml$/,
    cases: { 'tests/llm/fixtures/**/test_case.yaml': 182, 'tests/llm/fixtures/**/test_case.yaml#tags=hard': 23 },
  },
  {
    name: 'Azure-Samples+contoso-chat',
    commit: '028921fe3209db3216075d34ced6c109de132533',
    paths: /^src\/api\/evaluators\/data\.jsonl$/,
    cases: { 'src/api/evaluators/data.jsonl': 12 },
  },
  {
    name: 'astronomer+ask-astro',
    commit: '6d8fd800ecbe740a78528515c76b5928763dbe9c',
    paths: /^airflow\/include\/data\/stack_overflow\/base\.parquet$/,
    cases: { 'airflow/include/data/stack_overflow/base.parquet': 921 },
  },
  {
    name: 'Azure-Samples+rag-postgres-openai-python',
    commit: '007bb76',
    paths: /^evals\/(?:ground_truth\.jsonl|results\/baseline\/.*\.json)$/,
    cases: { 'evals/ground_truth.jsonl': 10 },
    reports: {
      'evals/results/baseline/summary.json': [undefined, 10],
      'evals/results/baseline/evaluate_parameters.json': ['2024-10-23T23:03:34.000Z', undefined],
    },
  },
];

for (const { name, commit, paths, cases, kinds = {}, reports = {} } of repositories) {
  const gitDir = ['repo', '.git'].map((inner) => join(folder ?? '', name, inner)).find((path) => existsSync(path));
  const skip =
    folder === undefined ? 'AI_SYSTEM_FIELD is not set' : gitDir === undefined ? `no ${name} below ${folder}` : false;
  test(`${name}: as counted by hand`, { skip }, async () => {
    const git = (...args: readonly string[]) =>
      execFileSync('git', [`--git-dir=${gitDir}`, ...args], { maxBuffer: 64 * 2 ** 20 });
    const names = git('ls-tree', '-r', '--name-only', commit)
      .toString()
      .split('\n')
      .filter((path) => paths.test(path));
    const files = Object.fromEntries(names.map((path) => [path, new Uint8Array(git('show', `${commit}:${path}`))]));
    const { host } = repository({ files });
    const counted = async (text: string) => {
      const reference = readReference(text, '');
      assert.ok(reference.kind === 'file');
      const answer = await dataSet(reference, []).answer(host);
      assert.ok(answer.kind === 'read' && answer.facts.kind === 'counted', `${text}: ${JSON.stringify(answer)}`);
      return answer.facts;
    };
    for (const [text, count] of Object.entries(cases)) assert.equal((await counted(text)).cases, count, text);
    for (const [text, [field, expected]] of Object.entries(kinds)) {
      const found = fieldCalled(await counted(text), field)?.field;
      assert.ok(found !== undefined);
      assert.deepEqual(
        Object.fromEntries([...kindsIn(found)].sort()),
        Object.fromEntries(Object.entries(expected).sort()),
      );
    }
    for (const [path, [made, count]] of Object.entries(reports)) {
      const answer = await report({ root: '', path }).answer(host);
      assert.ok(answer.kind === 'read' && answer.facts.kind === 'report', path);
      assert.deepEqual([answer.facts.made?.moment, answer.facts.cases?.count], [made, count], path);
    }
  });
}
