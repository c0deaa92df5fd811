import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDecision } from '../../core/src/evidence/settings/rego.ts';
import { hostile } from '../evidence/hostile.ts';
import { evidence } from '../support/evidence.ts';

const find = evidence('tool-approval');
const spec = (mark = '') => `
tools:
  pay:
    effect: irreversible
    approval: policy
    policy: policies/pay.rego
${mark}    limit: 20/hour
`;
const policy = (allow: string) =>
  `package pay\n\nimport rego.v1\n\n${allow}\n${allow.includes('deny') ? '\ndeny contains "no" if input.x > 1\n' : ''}`;

const open: Readonly<Record<string, string>> = {
  'a default of true that no rule changes': 'default allow := true\n\nallow if count(deny) == 0',
  'a default in the older form': 'default allow = true\n\nallow { count(deny) == 0 }',
  'a rule that asks nothing': 'default allow := false\n\nallow := true',
  'a rule that asks whether true is true': 'default allow := false\n\nallow if true',
};
for (const [name, text] of Object.entries(open)) {
  find(name, {
    spec: spec(`            ${'^'.repeat('policies/pay.rego'.length)} tool-approval\n`),
    files: { 'policies/pay.rego': policy(text) },
    says: [/^`allow` in policies\/pay\.rego:\d is true whatever is asked: /],
  });
}

const closed: Readonly<Record<string, string>> = {
  'a default of false': 'default allow := false\n\nallow if count(deny) == 0',
  'a rule that makes it false': 'default allow := true\n\nallow := false if count(deny) > 0',
  'a rule that makes it something': 'default allow = true\n\nallow = x { x := count(deny) == 0 }',
  'a body that begins in the next line': 'allow := true if {\n  count(deny) == 0\n}',
  'a word in a comment and in a text': '# default allow := true\nmessage := `\ndefault allow := true\n`',
  'another name': 'default complete := true',
  'a switch that is called alike': 'approval_required := true\n\nallow_listing := true\n\nauthorizer := true',
  'rules that refuse besides': 'default allow := true\n\ndeny contains "no" if input.y > 1',
  'rules that refuse besides what asks nothing': 'allow := true\n\ndeny contains "no" if input.y > 1',
  'violations besides': 'default allow := true\n\nviolation[msg] { msg := input.y }',
  'a reference in a body': 'default granted := false\n\ngranted if {\nallow\ninput.x == 1\n}',
};
for (const [name, text] of Object.entries(closed)) {
  find(name, { spec: spec(), files: { 'policies/pay.rego': policy(text) } });
}

for (const [name, text] of Object.entries(hostile)) {
  test(`policy: ${name}`, () => assert.equal(openDecision(text), undefined));
}
