import type { DocumentLink, Location, Position } from 'vscode-languageserver';
import {
  type Analysis,
  anchorLine,
  evidenceFrom,
  type Inquiry,
  isAbout,
  lookUp,
  referencePlaces,
  shownPath,
  type Token,
  tokenAt,
} from '../../../core/src/index.ts';
import type { Snapshot } from '../analysis.ts';
import { toRange, toSpan } from '../convert.ts';
import { idDefinitions } from './references.ts';

/** Where what the word at the cursor names is defined: in the spec, or in an artifact. */
export async function definition(snapshot: Snapshot, position: Position): Promise<Location[]> {
  const { analysis } = snapshot;
  if (analysis === undefined || analysis.skipped !== undefined) return [];
  const { start } = toSpan(snapshot, { start: position, end: position });
  const token = tokenAt(analysis.doc, start);
  const inArtifact =
    token === undefined || token.kind === 'key' ? undefined : await artifactOf(snapshot, token.place.path, token);
  if (inArtifact !== undefined) {
    const at = { line: inArtifact.line - 1, character: 0 };
    return [{ uri: inArtifact.uri, range: { start: at, end: at } }];
  }
  return idDefinitions(snapshot, position);
}

/** Every value that names an artifact, as a link to it. */
export async function documentLinks(snapshot: Snapshot): Promise<DocumentLink[]> {
  const { analysis, lines } = snapshot;
  if (analysis === undefined || analysis.skipped !== undefined) return [];
  const links = referencePlaces(analysis.doc).map(async ({ path, node }) => {
    const artifact = await artifactOf(snapshot, path, { node });
    if (artifact === undefined) return [];
    const target = artifact.line === 1 ? artifact.uri : `${artifact.uri}#L${artifact.line}`;
    return [{ range: toRange(lines, node.span), target }];
  });
  return (await Promise.all(links)).flat();
}

/** The file that a value names, and the line of what is meant in it, as far as that was found. */
async function artifactOf(
  { analysis, repository }: Snapshot,
  path: Token['place']['path'],
  { node, place }: Pick<Token, 'node'> & Partial<Token>,
): Promise<{ readonly uri: string; readonly line: number } | undefined> {
  if (analysis === undefined || repository === undefined) return undefined;
  if (place !== undefined && place.field?.artifact === undefined) return undefined;
  const reference = analysis.options.evidence?.reference(String(node.value));
  if (reference?.kind !== 'file' || reference.glob) return undefined;
  const uri = repository.uri(reference.file);
  if (uri === undefined) return undefined;
  // What requirements tell of a document may be another line than that of the heading.
  const line = (await headingLine(repository, reference)) ?? lineIn(analysis, path, shownPath(reference.file));
  return { uri, line: line ?? 1 };
}

async function headingLine(
  repository: NonNullable<Snapshot['repository']>,
  reference: Parameters<typeof anchorLine>[1],
): Promise<number | undefined> {
  if (!/\.(?:mdx?|markdown|rst|adoc|txt)$/i.test(reference.file.path)) return undefined;
  const wanted = new Map<string, Inquiry<unknown>>();
  const evidence = evidenceFrom(repository.answers, repository.folder, wanted);
  const line = anchorLine(evidence, reference);
  if (wanted.size === 0) return line;
  await lookUp([...wanted.values()], repository);
  return anchorLine(evidence, reference);
}

function lineIn({ assessments }: Analysis, path: Token['place']['path'], shown: string): number | undefined {
  const facts = assessments.filter(({ subject }) => isAbout(subject, path)).flatMap((one) => one.facts);
  return facts.find(({ file, line }) => line !== undefined && shownPath(file) === shown)?.line;
}
