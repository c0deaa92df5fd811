import type { SpecDocument } from './spec/document.ts';
import { fieldTree } from './spec/field-tree.ts';

/**
 * Why a file is not a spec of ours, although its name is. Other tools use the name `ai-system.yaml` too, so a file is
 * left alone that says it is somebody else's, or that says nothing and has none of our sections.
 */
export function foreignFile({ tree, yaml }: Pick<SpecDocument, 'tree' | 'yaml'>): string | undefined {
  const marker = tree.get('apiVersion');
  if (marker?.kind === 'scalar') {
    const version = String(marker.value);
    return /^ai-system(?:\/|$)/.test(version) || closeTo(version)
      ? undefined
      : `it says apiVersion: ${version.slice(0, 80)}`;
  }
  if (tree.entries.length === 0 || yaml.problems.length > 0) return undefined;
  const sections = fieldTree().children;
  if (tree.entries.some(({ key }) => key.value !== 'apiVersion' && sections.has(key.value))) return undefined;
  return 'it has no "apiVersion: ai-system/v1" and none of the sections of a spec';
}

/** A slip in our own marker is an error to tell, not a reason to look away. */
function closeTo(version: string): boolean {
  return /^ai[-_ ]?system/i.test(version);
}
