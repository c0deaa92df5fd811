import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type LineIndex, type SpecSymbol, specSymbols } from '../../../core/src/index.ts';
import type { Reading } from '../analysis.ts';
import type { Client } from '../client.ts';
import { toRange } from '../convert.ts';

/** The outline of a spec, as a tree where the client shows one. */
export function documentSymbols({ read, lines, uri }: Reading, client: Client): DocumentSymbol[] | SymbolInformation[] {
  if (read === undefined || read.skipped !== undefined) return [];
  const items = specSymbols(read.doc);
  return client.symbols?.tree ? items.map((item) => toSymbol(item, lines)) : flatSymbols(items, lines, uri);
}

function toSymbol(item: SpecSymbol, lines: LineIndex): DocumentSymbol {
  return {
    name: item.name,
    detail: item.detail,
    kind: symbolKind(item),
    range: toRange(lines, item.span),
    selectionRange: toRange(lines, item.at),
    children: item.children.map((child) => toSymbol(child, lines)),
  };
}

/** Outer ones first. `container` is what holds those on top. */
export function flatSymbols(
  items: readonly SpecSymbol[],
  lines: LineIndex,
  uri: string,
  container?: string,
): SymbolInformation[] {
  return items.flatMap((item) => [
    {
      name: item.name,
      kind: symbolKind(item),
      location: { uri, range: toRange(lines, item.span) },
      ...(container === undefined ? {} : { containerName: container }),
    },
    ...flatSymbols(item.children, lines, uri, item.name),
  ]);
}

/** All of them are among those that every client knows. */
export function symbolKind({ kind, section }: SpecSymbol): SymbolKind {
  switch (kind) {
    case 'section':
      return SymbolKind.Module;
    case 'entry':
      return kinds[section] ?? SymbolKind.Object;
    case 'list':
      return SymbolKind.Array;
    case 'part':
      return SymbolKind.Field;
    case 'item':
      return SymbolKind.Property;
    default:
      return kind satisfies never;
  }
}

const kinds: Readonly<Record<string, SymbolKind>> = {
  owners: SymbolKind.Constant,
  sources: SymbolKind.Interface,
  models: SymbolKind.Class,
  prompts: SymbolKind.String,
  indexes: SymbolKind.Array,
  tools: SymbolKind.Function,
  'evaluation.datasets': SymbolKind.File,
  'evaluation.retrieval': SymbolKind.Number,
  'evaluation.answers': SymbolKind.Number,
  'evaluation.predictions': SymbolKind.Number,
  'monitoring.metrics': SymbolKind.Variable,
  'monitoring.alerts': SymbolKind.Boolean,
  'operations.changes': SymbolKind.Method,
  'operations.triggers': SymbolKind.Method,
};
