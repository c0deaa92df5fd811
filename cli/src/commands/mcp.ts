import { resolve } from 'node:path';
import { assistantTools, checkTool, explainTool } from '../../../core/src/index.ts';
import { parseArguments, type Usage } from '../args.ts';
import { explainError } from '../errors.ts';
import { isFolder } from '../files.ts';
import type { Io } from '../io.ts';
import type { ToolAnswer } from '../mcp/serve.ts';
import { checkedByTool, explainedByTool } from '../mcp/tools.ts';
import { version } from '../version.ts';

const instructions = `ai-system.yaml says what an AI system depends on, how it is measured, watched and owned. Check it with ${checkTool.name} whenever you have changed it, and read ${explainTool.name} of a rule before you mend what the rule found.`;

/** Starts the server for assistants, which then lives until its client hangs up. */
export async function mcpCommand(argv: readonly string[], io: Io): Promise<number | undefined | Usage> {
  const parsed = parseArguments('mcp', {}, argv, io.cwd);
  if (parsed.kind === 'usage') return parsed;
  if (parsed.help) {
    const { helpFor } = await import('./help.ts');
    await io.stdout.write(helpFor('mcp') ?? '');
    return 0;
  }
  const usage = { kind: 'usage', help: 'ai-system mcp --help' } as const;
  const [given = '.', ...more] = parsed.rest;
  if (more.length > 0) return { ...usage, message: 'mcp takes one folder' };
  const folder = resolve(io.cwd, given);
  if (!isFolder(folder)) return { ...usage, message: `${given} is not a folder` };

  const { serve } = await import('../mcp/serve.ts');
  await serve({
    version,
    instructions,
    tools: assistantTools,
    async call(tool, input): Promise<ToolAnswer> {
      try {
        if (tool === checkTool.name) return await checkedByTool(input, { ...io, cwd: folder });
        if (tool === explainTool.name) return await explainedByTool(input, folder);
        return { text: `There is no tool ${tool}.`, failed: true };
      } catch (error) {
        return { text: explainError(error), failed: true };
      }
    },
  });
  return undefined;
}
