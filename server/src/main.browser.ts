import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { lentFiles } from './files.lent.ts';
import { lentBy } from './lent.ts';
import { Lifecycle } from './lifecycle.ts';
import { startServer } from './server.ts';

/** What a worker has of a window, and all that is needed of it here. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** Serves the client that made this worker. */
export function startBrowserServer(): void {
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(self),
    new BrowserMessageWriter(self),
    { messageStrategy: new Lifecycle() },
  );
  // What a worker posts is on its way at once.
  startServer(connection, lentFiles(lentBy(connection)), () => Promise.resolve());
  connection.listen();
}
