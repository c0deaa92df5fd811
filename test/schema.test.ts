import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseDocument, visit } from 'yaml';
import { fields } from '../core/src/spec/fields.generated.ts';
import { validate } from '../core/src/spec/validator.generated.js';

// Tests run from the root of the repository.
const read = (path: string): string => readFileSync(path, 'utf8');
const schema = JSON.parse(read('schemas/ai-system.schema.json'));

const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  discriminator: true,
  ownProperties: true,
});
ajv.addVocabulary(['x-also', 'x-artifact', 'x-refers', 'x-refers-form', 'x-suggest', 'x-text']);
ajv.addSchema(schema);

test('the schema compiles in strict mode', () => {
  assert.equal(typeof ajv.getSchema(schema.$id), 'function');
});

test('every example in the schema is valid where it stands', () => {
  const wrong = [...describedSchemas(schema, '#')].flatMap(({ at, value }) => {
    const check = ajv.getSchema(schema.$id + at);
    assert.ok(check, at);
    return value.examples
      .filter((example: unknown) => !check(example))
      .map((example: unknown) => ({ at, example, errors: check.errors }));
  });
  assert.deepEqual(wrong, []);
});

test('every field says what it is, what to put there and how that looks', () => {
  for (const field of fields) {
    for (const part of ['title', 'description', 'example'] as const)
      assert.ok(field[part]?.trim(), `${field.path}: ${part}`);
    assert.match(field.description, /\.$/, field.path);
    assert.ok(field.description.length < 240, field.path);
  }
});

test('every property of the schema describes itself and does not lean on the format it refers to', () => {
  for (const { at, value } of describedSchemas(schema, '#')) {
    for (const part of ['title', 'description', 'examples'] as const)
      assert.ok((value[part]?.length ?? 0) > 0, `${at}: ${part}`);
  }
});

test('no path is there twice, and every parent comes before its children', () => {
  const seen = new Set<string>();
  for (const { path } of fields) {
    assert.ok(!seen.has(path), path);
    const parent = path.replace(/(?:\[\]|\.[^.]+)$/, '');
    assert.ok(parent === path || seen.has(parent), path);
    seen.add(path);
  }
});

test('every path of the requirements exists', () => {
  const paths = new Set(fields.map((field) => field.path));
  const wanted: string[] = JSON.parse(read('test/fixtures/requirement-paths.json'));
  assert.equal(wanted.length, 196);
  assert.deepEqual(
    wanted.filter((path) => !paths.has(path)),
    [],
  );
});

test('sections named by a reference to an id are maps, or values where the form says so', () => {
  const kinds = new Map(fields.map((field) => [field.path, field.kind]));
  for (const { path, refers = [], refersForm } of fields) {
    for (const section of refers)
      assert.equal(kinds.get(section), refersForm === 'section' ? 'mapping' : 'map', `${path} -> ${section}`);
  }
});

test('no key is one that YAML 1.1 reads as a boolean, and nothing is a boolean', () => {
  for (const { path } of fields) {
    assert.doesNotMatch(path.split('.').at(-1) ?? '', /^(?:on|off|yes|no|y|n|true|false)(?:\[\])?$/i, path);
  }
  assert.doesNotMatch(JSON.stringify(schema), /"type":"boolean"/);
});

test('only the key that tells branches apart is required', () => {
  for (const [name, def] of Object.entries<{ required?: string[] }>(schema.$defs)) {
    if (def.required !== undefined) assert.ok(['mode', 'kind'].includes(def.required.join()), name);
  }
});

test('part of a mapping can be validated by itself', () => {
  const beside = [
    'minProperties',
    'maxProperties',
    'dependentRequired',
    'dependentSchemas',
    'if',
    'not',
    'anyOf',
    'allOf',
  ];
  const found = [...describedSchemas(schema, '#')].filter(({ value }) => beside.some((keyword) => keyword in value));
  assert.deepEqual(
    found.map(({ at }) => at),
    [],
  );
});

const shipped = [
  'rag-pilot',
  'llm-pilot',
  'model-pre-production',
  'rag-production',
  'model-production',
  'agent-production',
];
for (const example of shipped) {
  test(`examples/${example} has the shape of the language`, () => {
    const data = asText(read(`examples/${example}/ai-system.yaml`));
    validate(data);
    assert.deepEqual(validate.errors ?? [], []);
  });
}

test('the validator turns counts and scores into numbers and leaves text alone', () => {
  const data = { system: { load: { per_day: '4000' } }, prompts: { a: { version: '1.10' } } };
  assert.equal(validate(data), true);
  assert.deepEqual(data, { system: { load: { per_day: 4000 } }, prompts: { a: { version: '1.10' } } });
});

for (const [what, data, path] of [
  ['an unknown key', { system: { nam: 'x' } }, '/system'],
  [
    'an unknown key of one branch',
    { indexes: { a: { refresh: { mode: 'event', cron: '0 4 * * *' } } } },
    '/indexes/a/refresh',
  ],
  ['a missing discriminator', { monitoring: { metrics: { a: { window: '1h' } } } }, '/monitoring/metrics/a'],
  ['a unit that does not exist', { logging: { retention: '3 months' } }, '/logging/retention'],
  ['a share above 100%', { logging: { calls: '120%' } }, '/logging/calls'],
  ['a date written the other way round', { system: { launch: '05.10.2026' } }, '/system/launch'],
  ['a secret that is no pointer', { sources: { a: { auth: { secret: 'hunter2' } } } }, '/sources/a/auth/secret'],
  ['a path that leaves POSIX', { prompts: { a: { path: 'C:\\prompts\\a.md' } } }, '/prompts/a/path'],
  ['an id with a blank', { owners: { 'claims ops': {} } }, '/owners'],
] as const) {
  test(`the validator refuses ${what}`, () => {
    assert.equal(validate(structuredClone(data)), false);
    assert.ok(
      validate.errors?.every((error) => error.instancePath === path),
      JSON.stringify(validate.errors),
    );
  });
}

interface Described {
  readonly title?: string;
  readonly description?: string;
  readonly examples: readonly unknown[];
}

/** Definitions and properties; the branches of a union and plain items stand among the definitions. */
function* describedSchemas(value: Record<string, unknown>, at: string): Generator<{ at: string; value: Described }> {
  for (const group of ['properties', '$defs']) {
    for (const [name, inner] of Object.entries((value[group] ?? {}) as Record<string, Record<string, unknown>>)) {
      const place = `${at}/${group}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      yield { at: place, value: inner as unknown as Described };
      yield* describedSchemas(inner, place);
    }
  }
}

/** The document with every scalar as the text that was written. */
function asText(text: string): unknown {
  const document = parseDocument(text);
  assert.deepEqual(document.errors, []);
  visit(document, {
    Scalar: (_, node) => {
      if (node.type === 'PLAIN') node.value = node.source;
    },
  });
  return document.toJS();
}
