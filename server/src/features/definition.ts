import type { DocumentLink, Location, Position } from 'vscode-languageserver';
import { type Analysis, isAbout, referencePlaces, shownPath, type Token, tokenAt } from '../../../core/src/index.ts';
import type { Snapshot } from '../analysis.ts';
import { toRange, toSpan } from '../convert.ts';
import { idDefinitions } from './references.ts';

/** Where what the word at the cursor names is defined: in the spec, or in an artifact. */
export function definition(snapshot: Snapshot, position: Position): Location[] {
  const { analysis } = snapshot;
  if (analysis === undefined || analysis.skipped !== undefined) return [];
  const { start } = toSpan(snapshot, { start: position, end: position });
  const token = tokenAt(analysis.doc, start);
  if (token === undefined) return [];
  const inArtifact = token.kind === 'key' ? undefined : artifactOf(snapshot, token.place.path, token);
  if (inArtifact !== undefined) {
    const at = { line: inArtifact.line - 1, character: 0 };
    return [{ uri: inArtifact.uri, range: { start: at, end: at } }];
  }
  return idDefinitions(snapshot, position);
}

/** Every value that names an artifact, as a link to it. */
export function documentLinks(snapshot: Snapshot): DocumentLink[] {
  const { analysis, lines } = snapshot;
  if (analysis === undefined || analysis.skipped !== undefined) return [];
  return referencePlaces(analysis.doc).flatMap(({ path, node }) => {
    const artifact = artifactOf(snapshot, path, { node });
    if (artifact === undefined) return [];
    const target = artifact.line === 1 ? artifact.uri : `${artifact.uri}#L${artifact.line}`;
    return [{ range: toRange(lines, node.span), target }];
  });
}

/** The file that a value names, and the line of what is meant in it, as far as that was found. */
function artifactOf(
  { analysis, repository }: Snapshot,
  path: Token['place']['path'],
  { node, place }: Pick<Token, 'node'> & Partial<Token>,
): { readonly uri: string; readonly line: number } | undefined {
  if (analysis === undefined || repository === undefined) return undefined;
  if (place !== undefined && place.field?.artifact === undefined) return undefined;
  const reference = analysis.options.evidence?.reference(String(node.value));
  if (reference?.kind !== 'file' || reference.glob) return undefined;
  const uri = repository.uri(reference.file);
  return uri === undefined ? undefined : { uri, line: lineIn(analysis, path, shownPath(reference.file)) };
}

function lineIn({ assessments }: Analysis, path: Token['place']['path'], shown: string): number {
  const facts = assessments.filter(({ subject }) => isAbout(subject, path)).flatMap((one) => one.facts);
  return facts.find(({ file, line }) => line !== undefined && shownPath(file) === shown)?.line ?? 1;
}
