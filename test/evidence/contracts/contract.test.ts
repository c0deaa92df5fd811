import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContract } from '../../../core/src/evidence/contracts/contract.ts';

/** What is expected, as `kind version status@line checks@line`, and promises as `kind value@line`. */
const contracts: Readonly<Record<string, readonly [text: string, summary: string, ...promises: string[]]>> = {
  'Open Data Contract 3': [
    `apiVersion: v3.0.2
kind: DataContract
id: claims
version: 1.10
status: active
schema:
  - name: claim
    properties:
      - name: number
        required: true
        unique: true
      - name: note
        required: false
      - name: address
        properties:
          - name: zip
            quality:
              - type: library
                rule: validValues
    quality:
      - type: text
        description: People look at it
      - type: sql
        query: select 1
slaProperties:
  - property: latency
    value: 4
    unit: d
  - { property: frequency, value: 1, unit: day }
  - { property: retention, value: 2, unit: y }
  - { property: availability, value: 99.9, unit: "%" }
  - { property: generalAvailability, value: 2026-01-01 }
`,
    'odcs 1.10 active@5 4@23',
    'age 345600@27',
    'interval 86400@29',
    'retention 63072000@30',
    'availability 99.9@31',
  ],
  'an Open Data Contract that only has prose': [
    'kind: DataContract\nversion: 1.0.0\nstatus: draft\nschema:\n  - name: a\n    quality:\n      - type: text\n',
    'odcs 1.0.0 draft@3 0@-',
  ],
  'Data Contract Specification': [
    `dataContractSpecification: 1.1.0
id: urn:claims
info:
  version: 0.2.0
  status: proposed
models:
  claims:
    fields:
      number: { type: text, required: true }
    quality:
      - type: sql
servicelevels:
  freshness: { threshold: 25h }
  frequency: { type: batch, interval: daily }
  retention: { period: P1Y }
  availability: { percentage: 99.95% }
`,
    'data-contract-specification 0.2.0 proposed@5 2@11',
    'age 90000@13',
    'interval 86400@14',
    'retention 31536000@15',
    'availability 99.95@16',
  ],
  'sources of dbt': [
    `version: 2
sources:
  - name: core
    freshness:
      warn_after: { count: 12, period: hour }
      error_after: { count: 1, period: day }
    tables:
      - name: claims
        columns:
          - name: id
            tests: [unique, not_null]
      - name: notes
        freshness: { warn_after: { count: 6, period: hour } }
`,
    'dbt - - 4@11',
    'age 86400@6',
    'age 21600@13',
  ],
  'a suite of Great Expectations': [
    '{"expectation_suite_name": "claims",\n"expectations": [{"expectation_type": "x"}, {"type": "y"}]}',
    'great-expectations - - 2@2',
  ],
  'Soda checks': ['checks for claims:\n  - row_count > 0\n  - missing_count(id) = 0\n', 'soda - - 2@1'],
  'another file': ['kind: Deployment\nspec: { quality: 1 }\n', 'unknown - - 0@-'],
  'promises without a number or a unit that is known': [
    'kind: DataContract\nslaProperties:\n  - { property: latency, value: soon }\n  - { property: latency, value: 4, unit: moons }\n  - { property: availability, value: high }\n  - {}\n',
    'odcs - - 0@-',
  ],
  'a share of one': [
    'kind: DataContract\nslaProperties:\n  - { property: availability, value: 0.999 }\n',
    'odcs - - 0@-',
    'availability 99.9@3',
  ],
};

for (const [name, [text, summary, ...promises]] of Object.entries(contracts)) {
  test(name, () => {
    const { kind, version, status, checks, checksLine, promises: found } = readContract(text);
    const state = status === undefined ? '-' : `${status.text}@${status.line}`;
    assert.equal(`${kind} ${version ?? '-'} ${state} ${checks}@${checksLine ?? '-'}`, summary);
    assert.deepEqual(
      found.map(({ kind: its, value, line }) => `${its} ${value}@${line}`),
      promises,
    );
  });
}
