import { LSPErrorCodes, type Position, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { renamableAt, renameAt } from '../../../core/src/index.ts';
import type { Snapshot } from '../analysis.ts';
import type { Client } from '../client.ts';
import { toRange, toSpan, toWorkspaceEdit } from '../convert.ts';

/** What would be renamed; undefined where the file is no spec. Says why where nothing can be. */
export function prepareRename(
  snapshot: Snapshot,
  position: Position,
): { readonly range: Range; readonly placeholder: string } | undefined {
  const { analysis, lines } = snapshot;
  if (analysis === undefined || analysis.skipped !== undefined) return undefined;
  const found = renamableAt(analysis, offsetOf(snapshot, position));
  if (found.kind === 'refused') throw new ResponseError(LSPErrorCodes.RequestFailed, found.reason);
  return { range: toRange(lines, found.span), placeholder: found.id.name };
}

/** The edits that give the id at the cursor the name `newName` everywhere. */
export function rename(
  snapshot: Snapshot,
  position: Position,
  newName: string,
  client: Client,
): WorkspaceEdit | undefined {
  const { analysis } = snapshot;
  if (analysis === undefined || analysis.skipped !== undefined) return undefined;
  const renamed = renameAt(analysis, offsetOf(snapshot, position), newName);
  if (renamed.kind === 'refused') throw new ResponseError(LSPErrorCodes.RequestFailed, renamed.reason);
  return toWorkspaceEdit(snapshot, renamed.edits, client);
}

function offsetOf(snapshot: Snapshot, position: Position): number {
  return toSpan(snapshot, { start: position, end: position }).start;
}
