import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type Position,
} from 'vscode-languageserver';
import {
  type Analysis,
  type Completion,
  complete,
  evidenceFrom,
  type Inquiry,
  lookUp,
  snippet,
} from '../../../core/src/index.ts';
import type { Reading, Snapshot } from '../analysis.ts';
import type { Client } from '../client.ts';
import { toRange, toSpan } from '../convert.ts';

/** After a colon and its space, in a path, and behind the # that selects something in a file. */
export const completionTriggers: readonly string[] = [' ', '/', '#'];

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  entry: CompletionItemKind.Snippet,
  value: CompletionItemKind.EnumMember,
  id: CompletionItemKind.Reference,
  form: CompletionItemKind.Value,
  file: CompletionItemKind.File,
  selector: CompletionItemKind.Constant,
};

/** A file may be read to say what is in it, and that may lead to another one. */
const mostRounds = 3;

type Written = Pick<Reading, 'text' | 'lines'>;

/** `known` is the analysis of what is written, or of an earlier version of it. */
export async function completions(
  written: Written,
  known: Analysis,
  repository: Snapshot['repository'],
  position: Position,
  client: Client,
  asOf: string,
): Promise<CompletionItem[]> {
  const { start } = toSpan(written, { start: position, end: position });
  const found = await candidates(written, known, repository, start, asOf);
  return found.map((one, index) => toItem(one, index, written, client));
}

async function candidates(
  { text }: Written,
  known: Analysis,
  repository: Snapshot['repository'],
  offset: number,
  asOf: string,
): Promise<readonly Completion[]> {
  if (repository === undefined) return complete(known, offset, { text, asOf });
  for (let round = 0; ; round += 1) {
    const wanted = new Map<string, Inquiry<unknown>>();
    const found = complete(known, offset, {
      text,
      asOf,
      evidence: evidenceFrom(repository.answers, repository.folder, wanted),
    });
    if (wanted.size === 0 || round === mostRounds) return found;
    await lookUp([...wanted.values()], repository);
  }
}

function toItem(one: Completion, index: number, { text, lines }: Written, client: Client): CompletionItem {
  const { completion: can } = client;
  const stops = one.kind === 'entry' && can?.snippets ? snippet(one.text) : undefined;
  const withStops = stops !== undefined && !can?.asIs ? unindented(stops, text, one.span.start) : stops;
  return {
    label: one.label,
    kind: kinds[one.kind],
    detail: one.detail,
    sortText: `${one.rank}${String(index).padStart(5, '0')}`,
    // What is typed may hold more than a word: a path, a date.
    filterText: one.filter ?? (one.kind === 'entry' ? one.label : undefined),
    textEdit: { range: toRange(lines, one.span), newText: withStops ?? one.text },
    ...(withStops === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
    ...(can?.asIs ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...(one.documentation === undefined ? {} : { documentation: one.documentation }),
    ...(one.goesOn && client.options.commands
      ? { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }
      : {}),
  };
}

/** Clients that cannot be told otherwise indent the lines of a snippet as deep as the one it begins in. */
function unindented(snippet: string, text: string, start: number): string {
  const line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const indent = /^ */.exec(text.slice(line, start))?.[0].length ?? 0;
  return snippet.replaceAll(/(?<=\n) +/g, (spaces) => spaces.slice(Math.min(indent, spaces.length)));
}
