import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readObjectives } from '../../../core/src/evidence/alerts/slo.ts';
import { hostile } from '../hostile.ts';

/** A file, and its objectives: name, line, target, window. */
const files: Readonly<Record<string, readonly [text: string, objectives: readonly string[]]>> = {
  Sloth: [
    'version: prometheus/v1\nservice: claims\nslos:\n  - name: availability\n    objective: 99.9\n  - name: latency\n    objective: "95"\n',
    ['availability:4 0.999', 'latency:6 0.95'],
  ],
  'Sloth for Kubernetes, behind another document': [
    'kind: Namespace\n---\napiVersion: sloth.slok.dev/v1\nkind: PrometheusServiceLevel\nspec:\n  slos:\n    - name: a\n      objective: 99\n',
    ['a:7 0.99'],
  ],
  OpenSLO: [
    'apiVersion: openslo/v1\nkind: SLO\nmetadata:\n  name: a\nspec:\n  timeWindow:\n    - duration: 28d\n  objectives:\n    - target: 0.995\n',
    ['a:4 0.995 28d'],
  ],
  'OpenSLO in percent': [
    'apiVersion: openslo/v1\nkind: SLO\nmetadata: { name: a }\nspec:\n  objectives: [{ targetPercent: 99.5 }]\n',
    ['a:3 0.995'],
  ],
  'OpenSLO with steps': [
    'apiVersion: openslo/v1\nkind: SLO\nmetadata: { name: a }\nspec:\n  objectives: [{ target: 0.9 }, { target: 0.99 }]\n',
    ['a:3'],
  ],
  'OpenSLO, what is no objective': ['apiVersion: openslo/v1\nkind: Service\nmetadata: { name: a }\n', []],
  Pyrra: [
    'apiVersion: pyrra.dev/v1alpha1\nkind: ServiceLevelObjective\nmetadata:\n  name: a\nspec:\n  target: "99.5"\n  window: 4w\n',
    ['a:4 0.995 4w'],
  ],
  'a target that is no number': ['version: prometheus/v1\nslos:\n  - name: a\n    objective: high\n', ['a:3']],
  'any other YAML': ['version: 2\nslos:\n  - name: a\n    objective: 99\n', []],
};

for (const [name, [text, objectives]] of Object.entries(files)) {
  test(name, () => {
    const shown = readObjectives(text).map(({ name: own, line, target, window }) =>
      [`${own}:${line}`, target?.value.toFixed(6).replace(/0+$/, ''), window?.value].filter(Boolean).join(' '),
    );
    assert.deepEqual(shown, objectives);
  });
}

for (const [name, text] of Object.entries(hostile)) {
  test(`survives ${name}`, () => assert.deepEqual(readObjectives(text), []));
}
