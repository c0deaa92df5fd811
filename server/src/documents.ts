import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isConfigFileName, isPackFileName, isSpecFileName } from '../../core/src/index.ts';
import { baseName } from './uri.ts';

export function isConfig(uri: string): boolean {
  return isConfigFileName(baseName(uri));
}

export function isPack(uri: string): boolean {
  return isPackFileName(baseName(uri));
}

export const specFiles = '**/{ai-system,*.ai-system}.{yaml,yml}';

/** Specs that are not open matter to clients that ask for the whole workspace; any file may be named in a spec. */
export function watchedFiles(specs: boolean, artifacts: boolean): readonly string[] {
  if (artifacts) return ['**/*'];
  return [
    '**/ai-system.config.{yaml,yml}',
    '**/{ai-system-pack,*.ai-system-pack}.{yaml,yml}',
    ...(specs ? [specFiles] : []),
  ];
}

export function isOurs(document: Pick<TextDocument, 'uri' | 'languageId'>): boolean {
  return isSpec(document) || isConfig(document.uri) || isPack(document.uri);
}

/** Several clients send `yaml` for every YAML file, so a name of ours is enough. */
export function isSpec({ uri, languageId }: Pick<TextDocument, 'uri' | 'languageId'>): boolean {
  return languageId === 'ai-system' || isSpecFileName(baseName(uri));
}

/** How the library is to keep documents: as its own do, and right where a client points past the last line. */
export const synced = {
  create: TextDocument.create,

  update(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): TextDocument {
    for (const change of changes) TextDocument.update(document, [inside(change, document)], version);
    return document;
  },
};

/** The library's table of lines breaks when a range ends beyond the last one. */
function inside(change: TextDocumentContentChangeEvent, document: TextDocument): TextDocumentContentChangeEvent {
  if (!('range' in change) || change.range === undefined) return { text: change.text };
  const end = { line: document.lineCount - 1, character: Number.MAX_SAFE_INTEGER };
  const clamp = (position: Position): Position => (position.line > end.line ? end : position);
  return { text: change.text, range: { start: clamp(change.range.start), end: clamp(change.range.end) } };
}
