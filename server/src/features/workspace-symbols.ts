import type { SymbolInformation } from 'vscode-languageserver';
import { foreignFile, lineIndex, readSpec, type SpecSymbol, specSymbols } from '../../../core/src/index.ts';
import { toRange } from '../convert.ts';
import { symbolKind } from './symbols.ts';

/** A spec of the workspace, as it is in the editor where it is open. */
export interface SpecText {
  readonly uri: string;
  /** Changes with the text. */
  readonly stamp: string;
  text(): Promise<string | undefined>;
}

interface Known {
  readonly stamp: string;
  readonly symbols: readonly SymbolInformation[];
}

/** A list that nobody reads to its end; clients ask again with more letters. */
const most = 500;

/** The sections and entries of all specs, each read again only when it has changed. */
export class WorkspaceSymbols {
  private known = new Map<string, Known>();

  /** Those whose names hold the letters of `query` in that order, the better matches first. */
  async find(query: string, specs: readonly SpecText[]): Promise<SymbolInformation[]> {
    const now = new Map<string, Known>();
    for (const { uri, stamp, text } of specs) {
      const last = this.known.get(uri);
      now.set(uri, last?.stamp === stamp ? last : { stamp, symbols: symbolsOf(uri, await text()) });
    }
    this.known = now;
    return [...now.values()]
      .flatMap(({ symbols }) => symbols.map((symbol) => ({ symbol, rank: rankOf(symbol.name, query) })))
      .filter(({ rank }) => rank !== undefined)
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
      .slice(0, most)
      .map(({ symbol }) => symbol);
  }
}

function symbolsOf(uri: string, text: string | undefined): SymbolInformation[] {
  if (text === undefined) return [];
  const doc = readSpec(text);
  if (foreignFile(doc) !== undefined) return [];
  const lines = lineIndex(text);
  const name = doc.tree.get('system');
  const given = name?.kind === 'mapping' ? name.get('name') : undefined;
  const system = given?.kind === 'scalar' ? String(given.value) : undefined;
  const within = (items: readonly SpecSymbol[]): SymbolInformation[] =>
    items.flatMap((item) => {
      const symbol = {
        name: item.name,
        kind: symbolKind(item),
        location: { uri, range: toRange(lines, item.at) },
        containerName: [system, item.section].filter(Boolean).join(' · '),
      };
      return item.kind === 'section' || item.kind === 'entry'
        ? [symbol, ...within(item.children)]
        : within(item.children);
    });
  return within(specSymbols(doc));
}

/** 0 for the name itself, more for less; undefined where letters are missing. */
function rankOf(name: string, query: string): number | undefined {
  const small = name.toLowerCase();
  const wanted = query.toLowerCase().replaceAll(/\s+/g, '');
  if (small === wanted) return 0;
  if (small.startsWith(wanted)) return 1;
  if (small.includes(wanted)) return 2;
  let from = 0;
  for (const letter of wanted) {
    const found = small.indexOf(letter, from);
    if (found === -1) return undefined;
    from = found + letter.length;
  }
  return 3;
}
