import { type Options, parseArguments, type Usage } from '../args.ts';
import type { Io } from '../io.ts';

export const lspOptions = {
  stdio: { help: 'speak over standard input and output' },
  'node-ipc': { help: 'speak over the channel that Node.js gives to child processes' },
  clientProcessId: { value: 'PID', help: 'the process of the client', hidden: true },
} as const satisfies Options;

/** Starts the language server, which then lives until its client lets it go. */
export async function lspCommand(argv: readonly string[], io: Io): Promise<number | undefined | Usage> {
  const parsed = parseArguments('lsp', lspOptions, argv, io.cwd);
  if (parsed.kind === 'usage') return parsed;
  if (parsed.help) {
    const { helpFor } = await import('./help.ts');
    await io.stdout.write(helpFor('lsp') ?? '');
    return 0;
  }
  const usage = { kind: 'usage', help: 'ai-system lsp --help' } as const;
  if (parsed.rest.length > 0) return { ...usage, message: `lsp takes no "${parsed.rest[0]}"` };
  const { stdio, 'node-ipc': nodeIpc } = parsed.values;
  if (stdio === nodeIpc) return { ...usage, message: 'lsp needs to know how to speak: --stdio' };
  if (nodeIpc && process.send === undefined)
    return { ...usage, message: 'no parent process to speak to by --node-ipc' };

  const { startNodeServer } = await import('../../../server/src/main.node.ts');
  startNodeServer();
  return undefined;
}
