import {
  type Connection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from './client.ts';
import { isOurs } from './documents.ts';
import type { Files } from './files.ts';
import { oneLine } from './one-line.ts';

interface Host {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly client: Client;
  readonly files: Files;
  changed(uri: string): void;
}

/** More patterns than an editor should match against each document. */
const mostFollowed = 500;

/** Artifacts that are open in the editor: what is written there counts, saved or not. */
export class OpenArtifacts {
  private readonly host: Host;
  private readonly open = new Map<string, TextDocument>();
  private readonly followed = new Set<string>();

  constructor(host: Host) {
    this.host = host;
  }

  edited(uri: string): string | undefined {
    return this.open.get(uri)?.getText();
  }

  changed(document: TextDocument): void {
    if (isOurs(document)) return;
    const uri = this.host.files.canonical(document.uri);
    this.open.set(uri, document);
    this.host.changed(uri);
  }

  closed(document: TextDocument): void {
    const uri = this.host.files.canonical(document.uri);
    // What was not saved is gone.
    if (this.open.delete(uri)) this.host.changed(uri);
  }

  /**
   * Asks the editor for these files, where they are open; it sends nothing but specs of its own accord. What was asked
   * for once stays asked for: a client that is told to stop closes the document first.
   */
  follow(uris: readonly string[]): void {
    const { connection, client } = this.host;
    if (!client.registersDocuments) return;
    const unknown = [...new Set(uris)].filter((uri) => !this.followed.has(uri));
    const fresh = unknown.slice(0, mostFollowed - this.followed.size);
    for (const uri of fresh) this.followed.add(uri);
    const documentSelector = fresh.flatMap((uri) => asFilter(uri) ?? []);
    if (documentSelector.length === 0) return;
    Promise.all([
      connection.client.register(DidChangeTextDocumentNotification.type, { documentSelector, syncKind: 2 }),
      connection.client.register(DidCloseTextDocumentNotification.type, { documentSelector }),
      connection.client.register(DidOpenTextDocumentNotification.type, { documentSelector }),
    ]).catch((error) => connection.console.error(oneLine(error)));
  }
}

/** A pattern that matches the path of a URI and nothing else; `undefined` where it has none. */
function asFilter(uri: string): { readonly scheme: string; readonly pattern: string } | undefined {
  const [, scheme, encoded] = /^([a-z][a-z0-9+.-]*):(?:\/\/[^/]*)?(\/.*)$/i.exec(uri) ?? [];
  if (scheme === undefined || encoded === undefined) return undefined;
  try {
    const path = decodeURIComponent(encoded);
    const pattern = path.replace(/[*?{}[\]]/g, (sign) => `[${sign}]`).replace(/^\/([a-z]:)/i, '$1');
    return { scheme, pattern };
  } catch {
    return undefined; // A per cent sign that encodes nothing.
  }
}
