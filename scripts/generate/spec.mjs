// Makes the types, the validator and the table of fields from schemas/ai-system.schema.json.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';
import { stringify } from 'yaml';

const SCHEMA = 'schemas/ai-system.schema.json';
const HEADER = `// Generated from ${SCHEMA} by \`npm run generate\`. Do not edit.\n`;

/** The generated files, by their path below `root`. */
export async function generateSpec(root) {
  const schema = JSON.parse(await readFile(join(root, SCHEMA), 'utf8'));
  return new Map([
    ['core/src/spec/types.generated.ts', await typesOf(schema)],
    ['core/src/spec/validator.generated.js', await validatorOf(schema, root)],
    ['core/src/spec/validator.generated.d.ts', VALIDATOR_TYPES],
    ['core/src/spec/fields.generated.ts', fieldsOf(schema)],
  ]);
}

/** Keywords that explain and connect but do not validate. */
export const ANNOTATIONS = ['x-also', 'x-artifact', 'x-refers', 'x-refers-form', 'x-suggest', 'x-text'];

// ------------------------------------------------------------------ validator

const VALIDATOR_TYPES = `${HEADER}
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Checks data whose scalars are text, and turns counts and scores into numbers in place. */
export declare const validate: {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
};
`;

const JOINED = `
function joined(all, more) {
  for (const error of more) all.push(error);
  return all;
}
`;

async function validatorOf(schema, root) {
  // The class for 2020-12 would add code for dynamic references and unevaluated properties, which we do not use.
  const ajv = new Ajv({
    strict: true,
    allErrors: true,
    coerceTypes: true,
    discriminator: true,
    ownProperties: true,
    messages: false,
    // Formats stay functions: written out at every use they make the validator five times as large.
    inlineRefs: false,
    code: { source: true, esm: true, lines: true, optimize: 2 },
  });
  const { $schema, ...plain } = compact(schema, schema);
  ajv.addSchema(plain);
  const code = standaloneCode(ajv, { validate: schema.$id }).replace(
    /^const (schema\d+) = (\{.*\});$/gm,
    (_, name, json) => `const ${name} = ${JSON.stringify(usedByCode(JSON.parse(json)))};`,
  );
  // Ajv copies all errors so far for each further one: ten seconds for a list of 60,000 wrong items.
  const source = code.replaceAll('vErrors.concat(', 'joined(vErrors, ') + JOINED;
  // Bundled, because the standalone code imports small helpers from Ajv.
  const bundle = await build({
    stdin: { contents: source, resolveDir: root, sourcefile: 'validator.js', loader: 'js' },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minifySyntax: true,
    treeShaking: true,
    legalComments: 'none',
    // Ajv's own arguments, which nobody else reads.
    mangleProps: /^(?:parentData|parentDataProperty|rootData)$/,
    write: false,
  });
  return `${HEADER}\n${bundle.outputFiles[0].text.replaceAll('\r\n', '\n')}`;
}

/** The code looks up names of properties and lists of values in the schema, nothing else. */
function usedByCode(schema) {
  const result = {};
  for (const key of ['properties', 'propertyNames', 'additionalProperties', 'items']) {
    const inner = schema[key];
    if (typeof inner !== 'object') continue;
    result[key] = key === 'properties' ? mapEntries(inner, (_, property) => usedByCode(property)) : usedByCode(inner);
  }
  return schema.enum === undefined ? result : { ...result, enum: schema.enum };
}

const DESCRIBING = new Set(['title', 'description', 'examples', ...ANNOTATIONS]);

/** The schema without what does not validate, and with names of keys spelled out, so that their errors say what they are. */
function compact(schema, root) {
  if (Array.isArray(schema)) return schema.map((inner) => compact(inner, root));
  if (typeof schema !== 'object' || schema === null) return schema;
  const result = {};
  for (const [key, value] of Object.entries(schema)) {
    if (DESCRIBING.has(key)) continue;
    // A list of values says it all, and a type would cost a conversion.
    if (key === 'type' && (schema.enum ?? schema.const) !== undefined) continue;
    if (key === 'propertyNames') {
      const { type, ...names } = compact(resolve(value, root), root);
      result[key] = names;
    } else if (key === 'type') {
      result[key] = typeOf(schema);
    } else if (key === 'properties' || key === '$defs') {
      result[key] = mapEntries(value, (_, inner) => compact(inner, root));
    } else {
      result[key] = compact(value, root);
    }
  }
  return result;
}

// ---------------------------------------------------------------------- types

async function typesOf(schema) {
  const defs = Object.entries(schema.$defs);
  const aliases = defs
    .filter(([name, def]) => isScalar(def) && name !== 'number')
    .map(([name, def]) => `/** ${def.description} */\nexport type ${typeName(name)} = ${scalarType(def)};\n`);
  const unions = defs
    .filter(([, def]) => def.oneOf !== undefined)
    .map(([name, def]) => `/** ${def.description} */\nexport type ${pascal(name)} = ${unionType(def)};\n`);
  const code = await compile(
    {
      ...typed(schema, 'Spec', schema),
      $defs: Object.fromEntries(
        defs
          .filter(([, def]) => !isScalar(def) && def.oneOf === undefined)
          .map(([name, def]) => [pascal(name), typed(def, pascal(name), schema)]),
      ),
    },
    'Spec',
    { bannerComment: '', unreachableDefinitions: true, style: { singleQuote: true, printWidth: 120 } },
  );
  const interfaces = code
    .replaceAll(/^ \*\n \* This interface was referenced by .*\n \* via the `definition` .*\n/gm, '')
    .replaceAll(/^( +)([\w$]+\??: )/gm, '$1readonly $2');
  return `${[HEADER, ...aliases, ...unions, interfaces.trim()].join('\n')}\n`;
}

/**
 * The form json-schema-to-typescript makes good names of. Titles become type names; references, lists and maps become
 * types written by us, because it would copy what they point to.
 */
function typed(schema, name, root) {
  const { description } = schema;
  if (schema.$ref !== undefined) return { description, tsType: typeName(targetName(schema)) };
  if (schema.type === 'array') return { description, tsType: `readonly ${typeName(targetName(schema.items))}[]` };
  if (schema.properties !== undefined) {
    return {
      title: name,
      description,
      type: 'object',
      additionalProperties: false,
      required: schema.required ?? [],
      properties: {
        ...mapEntries(schema.properties, (key, value) => typed(value, name + pascal(key), root)),
        ...keysOfOtherBranches(schema, root),
      },
    };
  }
  if (schema.type === 'object') {
    return { description, tsType: `{ readonly [id: string]: ${pascal(targetName(schema.additionalProperties))} }` };
  }
  if (schema.enum?.length > 1) return { title: name, description, type: 'string', enum: schema.enum };
  return { description, tsType: scalarType(schema) };
}

/** `event?: undefined` on a scheduled refresh: a rule may ask for any key of the union, and checking `mode` narrows. */
function keysOfOtherBranches(schema, root) {
  const union = Object.values(root.$defs).find((def) => def.oneOf?.some((branch) => resolve(branch, root) === schema));
  const keys = union?.oneOf.flatMap((branch) => Object.keys(resolve(branch, root).properties)) ?? [];
  const absent = keys.filter((key) => !(key in schema.properties));
  return Object.fromEntries(absent.map((key) => [key, { tsType: 'undefined' }]));
}

/** Names that would hide a global one are changed. */
function typeName(definition) {
  return { date: 'IsoDate', number: 'number' }[definition] ?? pascal(definition);
}

function unionType(schema) {
  return schema.oneOf.map((branch) => pascal(targetName(branch))).join(' | ');
}

function scalarType(schema) {
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (values !== undefined) return values.map((value) => `'${value}'`).join(' | ');
  return typeOf(schema) === 'string' ? 'string' : 'number';
}

// --------------------------------------------------------------------- fields

const FIELD_TYPES = `/** One place in the language. In a path, * stands for the key of a map and [] for an item of a list. */
export interface Field {
  readonly path: string;
  readonly kind: 'mapping' | 'map' | 'list' | 'scalar';
  readonly title: string;
  readonly description: string;
  /** As YAML. */
  readonly example: string;
  /** The form of a scalar. Absent where \`values\` says it all. */
  readonly format?: Format;
  /** The form of the keys of a map. Absent where \`values\` says it all. */
  readonly keys?: Format;
  /** All values there are; of a map, all keys. */
  readonly values?: readonly string[];
  /** Values, or keys of a map, that are common. Others are fine. */
  readonly suggest?: readonly string[];
  /** Free text, on which the generic tests for hollow answers run. */
  readonly text?: true;
  /** Sections with the ids this value refers to. */
  readonly refers?: readonly string[];
  /**
   * Where the value may be something else than one of those ids. \`before\`: or a time before a date, as in
   * "120d before answer-llm.retires". \`section\`: \`refers\` are the values themselves, or else it is a reference.
   * \`also\`: or one of the words in \`also\`.
   */
  readonly refersForm?: 'before' | 'section' | 'also';
  readonly also?: readonly string[];
  /** What kind of artifact the reference points to. */
  readonly artifact?: Artifact;
  /** The key that tells the branches of a union apart, and the keys each branch has. */
  readonly discriminator?: {
    readonly key: string;
    readonly branches: { readonly [value: string]: readonly string[] };
  };
  /** Exists only in these branches of the union around it. */
  readonly only?: { readonly [key: string]: readonly string[] };
}
`;

function fieldsOf(schema) {
  const rows = [...fieldRows(schema, schema, '')].filter((row) => row.path !== '');
  const formats = distinct(rows, 'format');
  const artifacts = distinct(rows, 'artifact');
  return [
    HEADER,
    `export type Format =\n${formats.map((name) => `  | '${name}'`).join('\n')};\n`,
    `export type Artifact =\n${artifacts.map((name) => `  | '${name}'`).join('\n')};\n`,
    FIELD_TYPES,
    '/** Every field, in the order of the language. */',
    `export const fields: readonly Field[] = [\n${rows.map((row) => `  ${JSON.stringify(row)},`).join('\n')}\n];\n`,
  ].join('\n');
}

/** The rows of one field and of everything inside it. */
function* fieldRows(field, root, path, only) {
  const target = resolve(field, root);
  const schema = { ...target, ...field };
  const branches = (target.oneOf ?? []).map((branch) => resolve(branch, root));
  const key = target.discriminator?.propertyName;
  const properties = branches.length > 0 ? mergedProperties(branches, key) : target.properties;
  const isMap = target.type === 'object' && properties === undefined;
  const keys = isMap ? resolve(target.propertyNames, root) : undefined;

  yield {
    path,
    kind: isMap ? 'map' : target.type === 'object' ? 'mapping' : target.type === 'array' ? 'list' : 'scalar',
    title: schema.title,
    description: schema.description,
    example:
      typeof schema.examples[0] === 'object'
        ? stringify(schema.examples[0], { lineWidth: 0 }).trimEnd()
        : String(schema.examples[0]),
    format:
      isScalar(target) && target.enum === undefined ? (target.const ? undefined : formatOf(field, target)) : undefined,
    keys: keys === undefined || keys.enum !== undefined ? undefined : formatOf(target.propertyNames, keys),
    values: target.enum ?? keys?.enum ?? (schema.const === undefined ? undefined : [schema.const]),
    suggest: schema['x-suggest'],
    text: schema['x-text'],
    refers: schema['x-refers'],
    refersForm: schema['x-refers-form'],
    also: schema['x-also'],
    artifact: schema['x-artifact'],
    discriminator: key && {
      key,
      branches: Object.fromEntries(branches.map((b) => [b.properties[key].const, Object.keys(b.properties)])),
    },
    only,
  };

  const below = path === '' ? '' : `${path}.`;
  for (const [name, property] of Object.entries(properties ?? {})) {
    const holders = branches.filter((branch) => name in branch.properties).map((b) => b.properties[key].const);
    const partial = holders.length > 0 && holders.length < branches.length;
    yield* fieldRows(property, root, below + name, partial ? { [key]: holders } : undefined);
  }
  if (isMap) yield* fieldRows(target.additionalProperties, root, `${below}*`);
  if (target.items !== undefined) yield* fieldRows(itemOf(schema, root), root, `${path}[]`);
}

/** One item of a list of scalars is explained by the list, not by its format. */
function itemOf({ title, description, examples, items }, root) {
  if (!isScalar(resolve(items, root))) return items;
  return { title, description, examples: examples[0].slice(0, 1), ...items };
}

/** The keys of all branches, each before the key that follows it in its own branch. */
function mergedProperties(branches, discriminator) {
  const order = [];
  for (const { properties } of branches) {
    const keys = Object.keys(properties);
    for (const [i, key] of keys.entries()) {
      if (order.includes(key)) continue;
      const next = keys.slice(i + 1).find((later) => order.includes(later));
      order.splice(next === undefined ? order.length : order.indexOf(next), 0, key);
    }
  }
  const merged = order.map((key) => [key, branches.find((branch) => key in branch.properties).properties[key]]);
  const kinds = branches.map((branch) => branch.properties[discriminator].const);
  return { ...Object.fromEntries(merged), [discriminator]: { ...merged[0][1], const: undefined, enum: kinds } };
}

function formatOf(field, target) {
  return field.$ref === undefined ? target.type : targetName(field);
}

// -------------------------------------------------------------------- helpers

function isScalar(schema) {
  return ['string', 'number', 'integer'].includes(typeOf(schema));
}

/** Where other tools may read a number (`version: 1.10`) the schema allows one; we read text. */
function typeOf(schema) {
  return Array.isArray(schema.type) ? 'string' : schema.type;
}

function resolve(schema, root) {
  return schema.$ref === undefined ? schema : root.$defs[targetName(schema)];
}

function targetName(schema) {
  return schema.$ref.slice('#/$defs/'.length);
}

function pascal(name) {
  return name.replace(/(?:^|[_-])([a-z])/g, (_, letter) => letter.toUpperCase());
}

function mapEntries(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(key, value)]));
}

function distinct(rows, key) {
  return [...new Set(rows.map((row) => row[key]).filter((value) => value !== undefined))].sort();
}
