import { dataSet } from '../../evidence/cases/dataset.ts';
import type { Found, Seen } from '../found.ts';
import { idOf, nameOf } from '../names.ts';
import { at, type Finder } from '../surveyed.ts';

const readable = /\.(?:jsonl|ndjson|jsonlines|csv|tsv|parquet|pq|json|ya?ml)$/i;
const bySelf =
  /(?:eval|golden|dataset|data_set|test_?set|tune|tuning|queries|questions|ground_?truth|benchmark|adversarial|red_?team|edge_?cases|labels|qa_?pairs|test_?cases|promptfoo_tests)/i;
const byFolder = /(?:^|\/)(?:evals?|evaluations?|golden|datasets?|benchmarks?)\//i;
/** What an evaluation writes, and how it is set up. */
const other =
  /(?:^|\/)(?:results?|reports?|runs?|outputs?|artifacts?|baselines?|configs?|configuration|workflows|schemas?)\/|(?:result|report|baseline|config|schema|manifest|metrics|summary|thresholds?|scores?|package|tsconfig)[^/]*$/i;

const fewest = 5;
const most = 20;
const mostTried = 200;
/** All together, in bytes: whoever asks for a first spec waits for it. */
const mostBytes = 256 * 2 ** 20;
const tagFields = ['tags', 'tag', 'edge_case', 'edge_cases', 'case_kind', 'attack_type', 'case_type', 'metadata.tags'];

/** Files with cases that can be counted, and the field that tells their kinds. */
export const findDataSets: Finder = async (repository) => {
  const answers: Found[] = [];
  const seen: Seen[] = [];
  const ids = new Set<string>();
  const files = repository.paths.filter(
    (path) => readable.test(path) && !other.test(path) && (bySelf.test(nameOf(path)) || isTable(path)),
  );
  let left = mostBytes;
  for (const file of files.slice(0, mostTried)) {
    left -= (await repository.size(file)) ?? 0;
    if (left < 0) {
      seen.push({ what: 'a data set too large to be counted here', file });
      break;
    }
    const answer = await repository.answer(
      dataSet({ kind: 'file', file: at(file), glob: false, folder: false }, tagFields),
    );
    if (answer.kind === 'unread') {
      if (answer.why === 'lfs-pointer') seen.push({ what: 'a data set that Git LFS keeps elsewhere', file });
      continue;
    }
    const { facts } = answer;
    if (facts.kind !== 'counted' || facts.cases < fewest || facts.broken.length > 0 || facts.elsewhere.length > 0)
      continue;
    const reference = repository.reference(file);
    const id = idOf(nameOf(file).replace(/\.[a-z0-9]+$/i, ''));
    if (reference === undefined || id === undefined || ids.has(id) || ids.size >= most) {
      seen.push({ what: `${facts.cases} cases`, file });
      continue;
    }
    const count = String(facts.cases);
    if (facts.labels !== undefined) {
      answers.push({ path: ['evaluation', 'judge', 'proof'], value: reference, file, line: 1 });
      answers.push({ path: ['evaluation', 'judge', 'cases'], value: count, file, line: 1 });
      continue;
    }
    ids.add(id);
    const path = ['evaluation', 'datasets', id];
    answers.push({ path: [...path, 'path'], value: reference, file, line: 1 });
    answers.push({ path: [...path, 'size'], value: count, file, line: 1 });
    const field = tagFields.find((name) => (facts.fields.get(name)?.counts?.length ?? 0) > 1);
    if (field !== undefined) answers.push({ path: [...path, 'edge_cases', 'field'], value: field, file, line: 1 });
  }
  return { answers, seen };
};

/** In a folder for it anything with rows is a data set; of JSON and YAML only what its name says. */
function isTable(path: string): boolean {
  return byFolder.test(path) && /\.(?:jsonl|ndjson|jsonlines|csv|tsv|parquet|pq)$/i.test(path);
}
