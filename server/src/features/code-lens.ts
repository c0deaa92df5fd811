import type { CodeLens, Command, Range } from 'vscode-languageserver';
import { outlook, type Span } from '../../../core/src/index.ts';
import type { Snapshot } from '../analysis.ts';
import type { Client } from '../client.ts';
import { toRange } from '../convert.ts';

/** How the spec stands at its top, and how each section does above it. */
export function codeLenses(snapshot: Snapshot, client: Client): CodeLens[] {
  const { analysis, lines, uri } = snapshot;
  const seen = analysis && outlook(analysis);
  const top = analysis?.doc.tree.entries[0]?.key.span;
  if (seen === undefined || top === undefined) return [];

  const { headline, next, promotion, sections } = seen;
  const lens = (at: Span, title: string, command: string, ...rest: unknown[]): CodeLens => {
    return { range: startOf(toRange(lines, at)), command: commandFor(client, title, command, rest) };
  };
  const goTo = (at: Span, title: string, to: Span | undefined) =>
    to === undefined
      ? lens(at, title, 'aiSystem.showReadiness', uri)
      : lens(at, title, 'aiSystem.goTo', uri, toRange(lines, to));
  const atTop = [lens(top, headline, 'aiSystem.showReadiness', uri)];
  // Without a command it would lead nowhere.
  if (next !== undefined && client.options.commands)
    atTop.push(goTo(top, `Next: line ${lines.position(next.start).line + 1}`, next));
  if (promotion !== undefined && promotion.asks > 0) {
    const title = `${promotion.stage} asks ${promotion.asks}${next === undefined ? '' : ' more'}`;
    atTop.push(lens(top, title, 'aiSystem.previewPromotion', promotion.stage));
  }
  return [...atTop, ...sections.map((section) => goTo(section.span, section.says, section.next))];
}

/** To a client without our commands a lens is a line to read. */
function commandFor(client: Client, title: string, command: string, given: unknown[]): Command {
  return client.options.commands ? { title, command, arguments: given } : { title, command: '' };
}

function startOf({ start }: Range): Range {
  return { start, end: start };
}
