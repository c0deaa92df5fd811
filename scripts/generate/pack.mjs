// Makes schemas/pack.schema.json, which editors use for rule packs.

import { loadCore } from './core.mjs';

export async function generatePackSchema(root) {
  const { packParts, stages } = await loadCore(root);
  const texts = { type: 'array', items: { type: 'string', minLength: 1 } };
  const oneOrMany = { anyOf: [{ type: 'string', minLength: 1 }, texts] };
  const severity = { enum: ['off', 'info', 'warning', 'error'] };
  const values = { type: 'object', additionalProperties: { type: ['string', 'number'] } };
  const closed = (properties, required = []) => ({ type: 'object', additionalProperties: false, required, properties });
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:ai-system-spec:schema:pack:v1',
    title: 'Rule pack of AI System Spec',
    description: 'Requirements of an organisation, or the clauses of a standard, as data.',
    ...closed(
      {
        apiVersion: { const: 'ai-system-pack/v1' },
        name: {
          type: 'string',
          pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
          description: 'The ids of its requirements begin with it.',
        },
        title: { type: 'string', minLength: 1, description: 'What reports call it.' },
        date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'The day of its content.' },
        sources: { ...oneOrMany, description: 'Where the content comes from.' },
        requirements: {
          type: 'object',
          propertyNames: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
          additionalProperties: { $ref: '#/$defs/requirement' },
        },
        clauses: {
          type: 'object',
          additionalProperties: closed({
            title: { type: 'string', minLength: 1 },
            requirements: { ...texts, description: 'Ids of requirements, built in or of this pack.' },
          }),
        },
      },
      ['apiVersion', 'name', 'title', 'date', 'sources'],
    ),
    $defs: {
      requirement: closed(
        {
          subject: {
            type: 'string',
            minLength: 1,
            description: 'A path in a spec; * for each entry or item.',
            examples: ['sources.*'],
          },
          applies_when: {
            description: 'Systems of a trait, or subjects with a value.',
            ...closed({
              trait: { enum: packParts.traits },
              field: { type: 'string', minLength: 1 },
              one_of: oneOrMany,
            }),
          },
          assert: {
            description: 'What the fields below the subject must be.',
            minProperties: 1,
            ...closed({
              present: oneOrMany,
              one_of: { type: 'object', additionalProperties: oneOrMany },
              equals: values,
              matches: values,
              at_least: values,
              at_most: values,
            }),
          },
          message: { type: 'string', minLength: 1, description: 'What is asked, as a sentence.' },
          why: { type: 'string', minLength: 1, description: 'What happens otherwise.' },
          severity: { anyOf: [severity, closed(Object.fromEntries(stages.map((stage) => [stage, severity])))] },
          gap: { enum: packParts.gaps },
        },
        ['subject', 'assert', 'message', 'why'],
      ),
    },
  };
  return new Map([['schemas/pack.schema.json', `${JSON.stringify(schema, null, 2)}\n`]]);
}
