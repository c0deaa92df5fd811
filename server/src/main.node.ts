import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from './files.node.ts';
import { Lifecycle } from './lifecycle.ts';
import { oneLine } from './one-line.ts';
import { startServer } from './server.ts';

/** What writing to a client that has left fails with. */
const gone: ReadonlySet<string> = new Set([
  'EPIPE',
  'ECONNRESET',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
  'ERR_IPC_CHANNEL_CLOSED',
]);

/** Serves one client over stdio, Node IPC, a socket or a pipe, as the arguments of the process say; stdio unless they do. */
export function startNodeServer(): void {
  if (!process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(argument)))
    process.argv.push('--stdio');

  const lifecycle = new Lifecycle();
  const connection = createConnection(ProposedFeatures.all, { messageStrategy: lifecycle });

  // The library does not notice when the parent of an IPC server dies.
  process.on('disconnect', () => process.exit(lifecycle.isShutDown ? 0 : 1));

  const survive = (error: unknown) => {
    if (gone.has(String((error as { code?: unknown } | undefined)?.code))) process.exit(1);
    try {
      connection.console.error(`Unexpected: ${oneLine(error)}`);
    } catch {
      process.exit(1); // Nobody is there to be told.
    }
  };
  process.on('uncaughtException', survive);
  process.on('unhandledRejection', survive);

  startServer(connection, nodeFiles, handedOver);
  connection.listen();
}

/** Milliseconds that a client is waited for. One that does not read gets nothing sooner either way. */
const patience = 100;

/** A pipe takes a few hundred kilobytes at once: the rest follows when the client has read, if there is time for it. */
function handedOver(): Promise<void> {
  const { stdout } = process;
  if (!stdout.writableNeedDrain) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stdout.off('drain', done);
      resolve();
    };
    const timer = setTimeout(done, patience);
    stdout.on('drain', done);
  });
}
