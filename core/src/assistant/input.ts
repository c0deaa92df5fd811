import type { AssistantTool } from './tools.ts';

/** What was given to a tool, by name; or a sentence for the assistant that says what is wrong with it. */
export function toolInput(
  { inputSchema }: AssistantTool,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string | undefined>> | string {
  const input = new Map<string, string>();
  for (const [name, value] of Object.entries(given)) {
    const known = Object.hasOwn(inputSchema.properties, name) ? inputSchema.properties[name] : undefined;
    const names = Object.keys(inputSchema.properties).join(', ');
    if (known === undefined) return `There is no argument "${name}": there are ${names}.`;
    // Some models write null for what they leave out.
    if (value === null || value === undefined) continue;
    if (typeof value !== 'string') return `The argument "${name}" is a text.`;
    const choices = 'enum' in known && Array.isArray(known.enum) ? known.enum : [value];
    if (!choices.includes(value)) return `The argument "${name}" is one of ${choices.join(', ')}, not "${value}".`;
    input.set(name, value);
  }
  const missing = inputSchema.required?.find((name) => !input.has(name));
  return missing === undefined ? Object.fromEntries(input) : `The argument "${missing}" is missing.`;
}
