// In a bundle of its own, beside the command's: nothing else needs the protocol's library.
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import type { AssistantTool } from '../../../core/src/index.ts';

export interface Served {
  readonly version: string;
  readonly instructions: string;
  readonly tools: readonly AssistantTool[];
  /** What the tool answers. `failed` is for what its caller did wrong: it reads why, and may try again. */
  call(tool: string, given: Readonly<Record<string, unknown>>): Promise<ToolAnswer>;
}

export interface ToolAnswer {
  readonly text: string;
  readonly failed?: true;
}

/** Speaks the Model Context Protocol over standard input and output until the client hangs up. */
export async function serve({ version, instructions, tools, call }: Served): Promise<void> {
  const server = new Server(
    { name: 'ai-system', title: 'AI System Spec', version },
    { capabilities: { tools: {} }, instructions },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map((tool) => ({
      ...tool,
      inputSchema: { ...tool.inputSchema, required: [...(tool.inputSchema.required ?? [])] },
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const { text, failed } = await call(params.name, params.arguments ?? {});
    return { content: [{ type: 'text', text }], ...(failed ? { isError: true } : {}) };
  });
  await server.connect(new StdioServerTransport());
}
