// Makes schemas/config.schema.json, which editors use for ai-system.config.yaml.

import { loadCore } from './core.mjs';

export async function generateConfigSchema(root) {
  const { rules, stages } = await loadCore(root);
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:ai-system-spec:schema:config:v1',
    title: 'Configuration of AI System Spec',
    description: 'Settings for the specs in and below the folder of this file.',
    type: 'object',
    additionalProperties: false,
    properties: {
      rules: {
        title: 'Rules',
        description: 'How much each rule weighs: one severity, or one for each stage.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          rules.map((rule) => [rule.id, { description: rule.summary, $ref: '#/$defs/severities' }]),
        ),
      },
    },
    $defs: {
      severity: { enum: ['off', 'info', 'warning', 'error'] },
      severities: {
        anyOf: [
          { $ref: '#/$defs/severity' },
          {
            type: 'object',
            additionalProperties: false,
            properties: Object.fromEntries(stages.map((stage) => [stage, { $ref: '#/$defs/severity' }])),
          },
        ],
      },
    },
  };
  return new Map([['schemas/config.schema.json', `${JSON.stringify(schema, null, 2)}\n`]]);
}
