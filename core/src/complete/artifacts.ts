import type { Evidence, Inquiry } from '../evidence/evidence.ts';
import type { ArtifactPath } from '../evidence/host.ts';
import { shownPath } from '../evidence/reference.ts';
import { clipped, isTellable } from '../shown.ts';
import type { Artifact, Field } from '../spec/fields.generated.ts';
import type { CompletionPlace } from './place.ts';
import { selectorsIn, withSelector } from './selectors.ts';

interface Candidate {
  readonly text: string;
  readonly kind: 'file' | 'selector';
  readonly detail: string;
  readonly rank: number;
  readonly filter?: string;
}

/** Files of the kind that a field names, and what is inside of one once its name and `#` are typed. */
export function artifactCandidates(
  { written }: CompletionPlace,
  { artifact }: Field,
  evidence: Evidence | undefined,
): readonly Candidate[] {
  if (artifact === undefined || evidence === undefined) return [];
  if (!written.includes('#')) return files(artifact, written, evidence);
  const reference = evidence.reference(written);
  if (reference.kind !== 'file') return [];
  return selectorsIn(artifact, reference, evidence).flatMap(({ text, says }) => {
    if (!isOffered(text) || !isTellable(says)) return [];
    return [
      { text: withSelector(written, reference, text), kind: 'selector' as const, detail: clipped(says), rank: 0 },
    ];
  });
}

function files(artifact: Artifact, written: string, evidence: Evidence): readonly Candidate[] {
  const root = /^([a-z][a-z0-9-]{0,31})\/\//.exec(written)?.[1] ?? '';
  const answer = evidence.ask(allFiles(root));
  if (answer?.kind !== 'read') return [];
  const fits = endings[artifact];
  const isLikely = likely[artifact];
  const [climbed = ''] = /^(?:\.{0,2}\/)+/.exec(written) ?? [];
  return answer.facts.flatMap((path) => {
    if ((fits !== undefined && !fits.test(path)) || isOurs.test(path) || !isOffered(path)) return [];
    const text = root === '' ? fromSpec(evidence.folder, path) : `${root}//${path}`;
    const rank = isLikely === undefined || isLikely.test(path) ? 0 : 1;
    // Who begins with ./ or ../ means the same files.
    const filter = climbed === '' || text.startsWith(climbed) ? undefined : climbed + path;
    return [{ text, kind: 'file' as const, detail: 'file', rank, filter }];
  });
}

/** A secret in an artifact is not to be written once more, nor is what nobody can read. */
function isOffered(text: string): boolean {
  return text !== '' && text.length <= longest && isTellable(text);
}

const longest = 300;
/** A spec is no evidence for itself. */
const isOurs = /(?:^|[/.])ai-system(?:\.config)?\.ya?ml$/;
const mostFiles = 5_000;

function allFiles(root: string): Inquiry<readonly string[]> {
  const top: ArtifactPath = { root, path: '' };
  return {
    key: `files ${shownPath(top)}`,
    about: [top],
    async answer(host) {
      const listed = await host.list(top, () => true, mostFiles);
      return listed.kind === 'unread' ? listed : { kind: 'read', facts: listed.facts.paths };
    },
  };
}

/** As a spec in `folder` names it: from there if it lies below, from the root of the repository otherwise. */
function fromSpec(folder: string, path: string): string {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : `/${path}`;
}

/** What files of a kind are called; of kinds that are missing any file may be one. */
const endings: Readonly<Partial<Record<Artifact, RegExp>>> = {
  alert: /\.(?:ya?ml|json)$/,
  api: /\.(?:ya?ml|json|graphqls?)$/,
  contract: /\.(?:ya?ml|json)$/,
  dataset: /\.(?:jsonl|csv|tsv|json|ya?ml|parquet)$/,
  'decision-record': /\.(?:md|rst|adoc|txt)$/,
  prompt: /\.(?:md|txt|j2|jinja2?|ya?ml|json|py|ts|xml|prompty?)$/,
  recipe: /\.(?:ya?ml|json|toml|py)$/,
  result: /\.(?:json|ya?ml|csv|xml)$|(?:^|\/)mlruns\//,
  runbook: /\.(?:md|mdx|rst|adoc|txt)$/,
  'sample-record': /\.(?:json|jsonl)$/,
  schedule: /\.(?:ya?ml|py|tf|json|tfvars|cron|crontab)$|crontab$/,
  slo: /\.(?:ya?ml|json)$/,
  telemetry: /\.(?:ya?ml|json)$/,
  workflow: /\.(?:ya?ml|json)$|Jenkinsfile$/,
};

/** What often stands in the path of such files, which come first. */
const likely: Readonly<Partial<Record<Artifact, RegExp>>> = {
  alert: /alert|rules?\b|monitor|observab/i,
  api: /openapi|swagger|\bapi/i,
  contract: /contract|schema/i,
  dataset: /eval|test|dataset|\bdata\b|quer(?:y|ies)|golden/i,
  'decision-record': /\badrs?\b|decision|review/i,
  prompt: /prompt/i,
  recipe: /recipe|index|pipeline|train/i,
  result: /result|report|metric|eval/i,
  runbook: /runbook|playbook|incident/i,
  schedule: /workflows?\/|cron|schedule|\bdags?\b|pipeline|refresh/i,
  slo: /\bslos?\b/i,
  telemetry: /otel|telemetry|collector|log/i,
  test: /test|spec/i,
  workflow: /workflows?\/|Jenkinsfile|\bci\b/i,
};
