import { matchesGlob } from '../../glob.ts';
import { type Placed, placed, refusal, scalarsIn, yamlDocuments } from '../formats/yaml-documents.ts';
import { mayBeTemplate } from './templated-alerts.ts';

/** What a configuration of Prometheus says of its rules. */
export interface PrometheusConfig {
  /** Paths or globs, mostly those inside of a container. */
  readonly ruleFiles: readonly Placed[];
  /** Why Prometheus does not load it: what a line does, such as `is no YAML`. */
  readonly refused?: Placed;
}

/** `undefined` where the text is no such file. Answers any text. */
export function readPrometheusConfig(text: string): PrometheusConfig | undefined {
  for (const part of yamlDocuments(text)) {
    const { root } = part;
    if (root?.kind !== 'mapping') continue;
    if (root.entry('scrape_configs') === undefined && root.entry('rule_files') === undefined) continue;
    // A test for promtool has `rule_files` as well.
    if (root.entry('tests') !== undefined) continue;
    const ruleFiles = scalarsIn(root.get('rule_files')).flatMap((file) => placed(part, file) ?? []);
    return { ruleFiles, refused: mayBeTemplate(text) ? undefined : refusal(part) };
  }
  return undefined;
}

/** The entry that names a file, by the last part of the path: where a container mounts it is not known. */
export function loading({ ruleFiles }: PrometheusConfig, path: string): Placed | undefined {
  const name = lastPart(path);
  return ruleFiles.find(({ value }) => matchesGlob(lastPart(value), name));
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
