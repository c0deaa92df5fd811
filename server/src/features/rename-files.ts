import type { FileRename, TextEdit } from 'vscode-languageserver';
import {
  lineIndex,
  movedReference,
  referencePlaces,
  replaceScalar,
  type SpecDocument,
} from '../../../core/src/index.ts';
import { toRange } from '../convert.ts';
import type { SpecRepository } from '../files.ts';

/** What has to be written anew in a spec once files and folders that it names are called otherwise. */
export function renamedPaths(
  doc: Pick<SpecDocument, 'places' | 'text'>,
  renames: readonly FileRename[],
  repository: Pick<SpecRepository, 'folder' | 'paths'>,
): TextEdit[] {
  const lines = lineIndex(doc.text);
  const moves = renames.flatMap(({ oldUri, newUri }) =>
    repository.paths(oldUri).flatMap((from) => {
      const to = repository.paths(newUri).find(({ root }) => root === from.root);
      return to === undefined ? [] : [{ from, to }];
    }),
  );
  return referencePlaces(doc).flatMap(({ node, inFlow }) => {
    for (const { from, to } of moves) {
      const moved = movedReference(node.value, repository.folder, from, to);
      if (moved === undefined || moved === node.value) continue;
      const { span, text } = replaceScalar(node, moved, inFlow ? 'flow' : 'block');
      return [{ range: toRange(lines, span), newText: text }];
    }
    return [];
  });
}
