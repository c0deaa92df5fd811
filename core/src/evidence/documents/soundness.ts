import { slipInJson } from '../formats/json.ts';
import { yamlFile } from '../formats/yaml-file.ts';

/** What keeps a file of configuration from being one: whoever loads it gets nothing, or an error. */
export type Unsound = { readonly kind: 'nothing' } | { readonly kind: 'broken'; readonly line: number | undefined };

/** Looks at YAML and JSON, by the ending of the path, and at what has nothing in it but comments. */
export function unsoundness(text: string, path: string): Unsound | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.slice(0, 200).trim());
  const comment = /^(?:py|ya?ml|toml|ini|cfg|conf|env|properties|tf|hcl|sh|rego)$/.test(ending)
    ? /^(?:#|---$|\.\.\.$)/
    : /^(?:[mc]?[jt]sx?|go|java|kt|tf|hcl)$/.test(ending)
      ? /^\/\//
      : undefined;
  if (lines.every((line) => line === '' || comment?.test(line))) return { kind: 'nothing' };
  if (ending === 'json') {
    // Comments and a comma at the end are read by many; a template is filled in later.
    if (/(?:^|[\s,{[])\/[/*]|,\s*[}\]]|\{\{|\{%/.test(text)) return undefined;
    const slip = slipInJson(text);
    return slip === undefined ? undefined : { kind: 'broken', line: slip.line };
  }
  if (!/^ya?ml$/.test(ending)) return undefined;
  const { documents, templated } = yamlFile(text);
  if (templated || /\{%/.test(text)) return undefined;
  const broken = documents.find(({ brokenAt }) => brokenAt !== undefined);
  if (broken !== undefined) return { kind: 'broken', line: broken.brokenAt };
  return documents.every(({ root }) => root === undefined) ? { kind: 'nothing' } : undefined;
}
