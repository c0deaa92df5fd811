// Makes schemas/config.schema.json, which editors use for ai-system.config.yaml.

import { loadCore } from './core.mjs';

export async function generateConfigSchema(root) {
  const { rules, stages, numberSettings, defaultNumber, formOfUnit, writtenNumber, rootName } = await loadCore(root);
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:ai-system-spec:schema:config:v1',
    title: 'Configuration of AI System Spec',
    description: 'Settings for the specs in and below the folder of this file.',
    type: 'object',
    additionalProperties: false,
    properties: {
      extends: {
        title: 'Extends',
        description:
          'Configurations that this one builds on: ./ or ../ files, or npm packages. Later ones win, this file last.',
        $ref: '#/$defs/names',
        examples: ['./shared.config.yaml', '@acme/ai-system-config'],
      },
      rules: { $ref: '#/$defs/rules' },
      numbers: { $ref: '#/$defs/numbers' },
      strict: { $ref: '#/$defs/strict' },
      overrides: {
        title: 'Overrides',
        description: 'What holds for some specs only; later entries win.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: {
            files: {
              description: 'Globs, from the folder of this file. One that means a folder means all below it.',
              $ref: '#/$defs/names',
              examples: ['pilots/**'],
            },
            rules: { $ref: '#/$defs/rules' },
            numbers: { $ref: '#/$defs/numbers' },
            strict: { $ref: '#/$defs/strict' },
          },
        },
      },
      roots: {
        title: 'Roots',
        description: 'Where other repositories are checked out, by the name that stands before // in a reference.',
        type: 'object',
        propertyNames: { pattern: rootName.source },
        additionalProperties: { type: 'string', minLength: 1 },
        examples: [{ platform: '../platform' }],
      },
      packs: {
        title: 'Rule packs',
        description: 'Files or npm packages with requirements of your own, as data.',
        $ref: '#/$defs/names',
        examples: ['./house.ai-system-pack.yaml'],
      },
    },
    $defs: {
      names: {
        anyOf: [
          { type: 'string', minLength: 1 },
          { type: 'array', items: { type: 'string', minLength: 1 } },
        ],
      },
      rules: {
        title: 'Rules',
        description: 'How much each rule weighs: one severity, or one for each stage.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          rules.map((rule) => [rule.id, { description: rule.summary, $ref: '#/$defs/severities' }]),
        ),
      },
      numbers: {
        title: 'Numbers',
        description: 'What requirements hold answers against.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries([...numberSettings].map(([name, key]) => [name, numberSchema(key)])),
      },
      strict: {
        title: 'Strict',
        description:
          'Whether it is an error that an artifact cannot be looked at: another repository that is not checked out, an address on the net, a template.',
        type: 'boolean',
        default: false,
      },
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
  function numberSchema(name) {
    const { value, unit, decides, reason } = defaultNumber(name);
    const written = writtenNumber(name, value);
    const { pattern } = formOfUnit(unit);
    const description = `${decides} ${reason}`;
    if (pattern !== undefined) return { description, type: 'string', pattern, default: written };
    const type = unit === 'count' ? { type: 'integer', minimum: 0 } : { type: 'number', minimum: 0, maximum: 1 };
    return { description, ...type, default: value };
  }

  return new Map([['schemas/config.schema.json', `${JSON.stringify(schema, null, 2)}\n`]]);
}
