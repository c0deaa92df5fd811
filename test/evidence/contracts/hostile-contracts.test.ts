import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAiBom } from '../../../core/src/evidence/contracts/ai-bom.ts';
import { readApi } from '../../../core/src/evidence/contracts/api.ts';
import { readContract } from '../../../core/src/evidence/contracts/contract.ts';
import { readGraphql } from '../../../core/src/evidence/contracts/graphql.ts';
import { trainedOn } from '../../../core/src/evidence/contracts/trained-on.ts';
import { readJson } from '../../../core/src/evidence/formats/json.ts';
import { readCollector } from '../../../core/src/evidence/telemetry/collector.ts';
import { readEmitter } from '../../../core/src/evidence/telemetry/emitter.ts';
import { unredacted } from '../../../core/src/evidence/telemetry/personal-data.ts';
import { readRecord } from '../../../core/src/evidence/telemetry/record.ts';
import { readSwitches } from '../../../core/src/evidence/telemetry/switches.ts';

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  readAiBom,
  readApi,
  readCollector,
  readContract,
  readEmitter,
  readGraphql,
  readJson,
  readRecord,
  personalData: (text) => unredacted(text.slice(0, 10_000), ['iban', 'e-mail', 'card']),
  trainedOn,
  readSwitches: (text) => readSwitches(text, { root: '', path: 'x' }),
};

// Each is so long that what is not linear would not come to an end.
const million = 1_000_000;
const texts: Readonly<Record<string, string>> = {
  empty: '',
  'a byte order mark': '\uFEFF',
  garbage: '\u0000\uD800{]"\\u12',
  ...Object.fromEntries(
    [...'{["\'#-a :,\\@\n 1"'].map((letter) => [`a million ${JSON.stringify(letter)}`, letter.repeat(million)]),
  ),
  'deep brackets': `{"a":${'['.repeat(100_000)}`,
  'deep and closed': `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`,
  'open strings': '"""'.repeat(100_000),
  'escapes without end': `"${'\\a'.repeat(300_000)}`,
  'names of every object':
    '{"__proto__":{"openapi":"3.0.0"},"constructor":{"prototype":1},"openapi":"3","paths":{"__proto__":{"get":{}}}}',
  'a reference to itself': '{"openapi":"3.0.0","paths":{"/a":{"$ref":"#/paths/~1a"},"/b":{"$ref":"#/paths/~1a"}}}',
  'wrong kinds everywhere':
    '{"openapi":[],"info":1,"paths":{"/a":{"get":[1],"post":null}},"components":{"securitySchemes":[1]},"security":{"a":1},"service":{"pipelines":{"traces":3}},"kind":"DataContract","schema":{"a":1},"slaProperties":"x","attributes":[{"key":1,"value":[]}]}',
  'an alias bomb': `a: &a [x, x, x, x, x, x, x, x, x, x]\n${[...'bcdefghij'].map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[index]}`).join(', ')}]`).join('\n')}\n`,
};

for (const [reader, read] of Object.entries(readers)) {
  test(`${reader} answers whatever it is given`, () => {
    for (const [name, text] of Object.entries(texts)) {
      assert.doesNotThrow(() => read(text), name);
    }
  });
}
