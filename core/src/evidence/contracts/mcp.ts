import type { AnyNode } from '../../yaml/tree.ts';
import { entriesAt, inside, itemsAt, type Structured, textAt } from '../formats/structured.ts';
import { type Api, changing, noApi, type Operation, type Security } from './described.ts';

const silent: Security = { kind: 'silent' };

/**
 * What describes tools: `server.json` of the MCP registry (written with underscores until 2025-07, in camel case since),
 * the configuration of a client, and lists of tools as servers and model APIs print them.
 */
export function readMcp({ root, line }: Structured): Api {
  const clients = [...entriesAt(root, 'mcpServers'), ...entriesAt(root, 'mcp_servers'), ...inEditor(root)];
  if (clients.length > 0) {
    const operations = clients.map(({ key, value }): Operation => {
      return { name: key.value, id: key.value, line: line(key), security: signsIn(value), deprecated: false };
    });
    return { ...noApi, kind: 'mcp-clients', operations };
  }
  const tools = toolsIn(root).map((tool) => toolOf(tool, line));
  const listed = tools.filter((tool) => tool !== undefined);
  if (listed.length > 0) return { ...noApi, kind: 'tools', operations: listed };
  return isServer(root) ? serverOf(root, line) : noApi;
}

/** `.vscode/mcp.json` calls them `servers`. */
function inEditor(root: AnyNode | undefined) {
  return entriesAt(root, 'servers').filter(
    ({ value }) => textAt(value, 'command') !== undefined || textAt(value, 'url') !== undefined,
  );
}

function signsIn(client: AnyNode | undefined): Security {
  const names = [...entriesAt(client, 'headers'), ...entriesAt(client, 'env')].map(({ key }) => key.value);
  const key = names.find((name) => /auth|token|key|secret|credential/i.test(name));
  return key === undefined ? silent : { kind: 'named', alternatives: [new Map([[key, []]])] };
}

function toolsIn(root: AnyNode | undefined): readonly AnyNode[] {
  const whole = root?.kind === 'sequence' ? itemsAt(root) : [];
  return [...whole, ...itemsAt(root, 'tools'), ...itemsAt(root, 'result', 'tools'), ...itemsAt(root, 'functions')];
}

function toolOf(node: AnyNode, line: Structured['line']): Operation | undefined {
  // OpenAI nests what Anthropic and MCP have at the top.
  const tool = inside(node, 'function') ?? node;
  const name = textAt(tool, 'name');
  const schema = ['inputSchema', 'input_schema', 'parameters'].some((key) => inside(tool, key) !== undefined);
  if (name === undefined || !(schema || inside(tool, 'description') !== undefined)) return undefined;
  const hint = (key: string) => textAt(tool, 'annotations', key);
  const effect =
    hint('readOnlyHint') === 'true'
      ? 'read'
      : hint('destructiveHint') === 'true'
        ? 'irreversible'
        : hint('readOnlyHint') === 'false'
          ? 'write'
          : undefined;
  return {
    name,
    id: name,
    line: line(inside(tool, 'name')),
    security: silent,
    deprecated: false,
    effect,
    changes: effect === undefined && changing.test(name),
  };
}

function isServer(root: AnyNode | undefined): boolean {
  const schema = textAt(root, '$schema') ?? '';
  const runs = ['packages', 'remotes', 'version_detail'].some((key) => inside(root, key) !== undefined);
  return /modelcontextprotocol\.io\/schemas\//.test(schema) || (runs && (textAt(root, 'name') ?? '').includes('/'));
}

function serverOf(root: AnyNode | undefined, line: Structured['line']): Api {
  const version = inside(root, 'version') ?? inside(root, 'version_detail', 'version');
  const name = textAt(root, 'name');
  return {
    ...noApi,
    kind: 'mcp-server',
    title: textAt(root, 'title') ?? name,
    version: textAt(version),
    versionLine: version === undefined ? undefined : line(version),
    operations:
      name === undefined
        ? []
        : [
            {
              name,
              id: name.split('/').at(-1),
              line: line(inside(root, 'name')),
              security: remoteAuth(root),
              deprecated: false,
            },
          ],
  };
}

function remoteAuth(root: AnyNode | undefined): Security {
  const inputs = [
    ...itemsAt(root, 'remotes').flatMap((remote) => itemsAt(remote, 'headers')),
    ...itemsAt(root, 'packages').flatMap((one) => [
      ...itemsAt(one, 'environmentVariables'),
      ...itemsAt(one, 'environment_variables'),
    ]),
  ];
  const secret = inputs.find((input) => (textAt(input, 'isSecret') ?? textAt(input, 'is_secret')) === 'true');
  const name = textAt(secret, 'name');
  return name === undefined ? silent : { kind: 'named', alternatives: [new Map([[name, []]])] };
}
