import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAiBom } from '../../../core/src/evidence/contracts/ai-bom.ts';

/** Models and data sets as `line name version`. */
const boms: Readonly<
  Record<
    string,
    readonly [text: string, kind: string, models: readonly string[], datasets: readonly string[], others: number]
  >
> = {
  'CycloneDX with a model, data and libraries': [
    `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[
{"type":"machine-learning-model","name":"fraud-score","version":"2026.10.1","hashes":[{"alg":"SHA-256","content":"AB"}]},
{"type":"library","name":"numpy","version":"2.1","components":[{"type":"data","name":"training"}]}]}`,
    'cyclonedx',
    ['2 fraud-score 2026.10.1'],
    ['3 training -'],
    1,
  ],
  'an ordinary list of libraries': [
    '{"bomFormat":"CycloneDX","components":[{"type":"library","name":"a"},{"type":"framework","name":"b"}]}',
    'cyclonedx',
    [],
    [],
    2,
  ],
  'SPDX 3 with an AI package': [
    '{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[\n{"type":"ai_AIPackage","name":"m","software_packageVersion":"1"},\n{"type":"dataset_DatasetPackage","name":"d"},{"type":"Person","name":"p"}]}',
    'spdx',
    ['2 m 1'],
    ['3 d -'],
    1,
  ],
  Croissant: [
    '{"@type":"sc:Dataset","name":"claims","version":"1.0.0","conformsTo":"http://mlcommons.org/croissant/1.0",\n"distribution":[{"@type":"cr:FileObject","contentUrl":"a.csv","sha256":"FF"}],\n"recordSet":[{"field":[{"name":"line"},{"@id":"r/role"}]}]}',
    'croissant',
    [],
    ['1 claims 1.0.0', '2 a.csv -'],
    0,
  ],
  'a model card with front matter': [
    '---\nlicense: mit\ndatasets:\n  - acme/claims\nmodel-index:\n  - name: fraud-score\nversion: 2026.10.1\n---\n# Fraud score\n',
    'model-card',
    ['7 fraud-score 2026.10.1'],
    ['3 acme/claims -'],
    0,
  ],
  'a card without front matter': ['# Fraud score\n\nVersion 3\n', 'model-card', [], [], 0],
  'any other JSON': ['{"a":1}', 'unknown', [], [], 0],
  'no card': ['plain words', 'unknown', [], [], 0],
};

for (const [name, [text, kind, models, datasets, others]] of Object.entries(boms)) {
  test(name, () => {
    const bom = readAiBom(text);
    const shown = (listed: typeof bom.models) => listed.map((one) => `${one.line} ${one.name} ${one.version ?? '-'}`);
    assert.deepEqual([bom.kind, shown(bom.models), shown(bom.datasets), bom.others], [kind, models, datasets, others]);
  });
}

test('digests and described fields', () => {
  const [, file] = readAiBom(boms.Croissant?.[0] ?? '').datasets;
  assert.equal(file?.digests.get('sha256'), 'ff');
  assert.deepEqual(readAiBom(boms.Croissant?.[0] ?? '').datasets[0]?.fields, ['line', 'r/role']);
});
