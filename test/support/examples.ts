import { readFileSync } from 'node:fs';

/** The specs that are shipped as examples. */
export const examples: readonly { readonly name: string; readonly text: string }[] = [
  'rag-pilot',
  'rag-production',
  'model-pre-production',
  'model-production',
  'agent-production',
  'llm-pilot',
].map((name) => ({ name, text: readFileSync(`examples/${name}/ai-system.yaml`, 'utf8') }));
