import { marked, requirement } from '../support/requirement.ts';

const id = 'tool-approval';
const { find, states, fixes } = requirement(id);

const tool = (effect: string, ...lines: readonly string[]) =>
  `tools:\n  pay-invoice:\n    effect: ${effect}\n${lines.map((line) => `${line}\n`).join('')}`;
const limit = '    limit: 20/hour';
/** With a finding at the name of the tool. */
const poor = (effect: string, ...lines: readonly string[]) =>
  tool(effect, ...lines).replace('  pay-invoice:', marked('  pay-invoice:', 'pay-invoice', id));

find('a person and a limit', tool('irreversible', '    approval: human', limit));
find('nobody, for what can be undone', tool('write', '    approval: none', limit));
find(
  'nobody, for what cannot',
  tool('irreversible', marked('    approval: none', 'none', id), limit),
  {},
  /What pay-invoice does cannot be undone, and nobody approves it/,
);
find('a policy in code', tool('irreversible', '    approval: policy', '    policy: policies/pay.rego', limit));
find('a policy that is nowhere', poor('irreversible', '    approval: policy', limit), {}, /has no `policy`/);
for (const path of ['prompts/approve.md', 'policies/approve.txt', 'src/prompt/pay.yaml']) {
  find(
    `a policy for a model to read: ${path}`,
    tool('write', '    approval: policy', marked(`    policy: ${path}`, path, id), limit),
    {},
    /the one that asks/,
  );
}
find(
  'a policy that is one of the prompts',
  `prompts:\n  approve:\n    path: src/approve.py\n${tool('write', '    approval: policy', marked('    policy: src/approve.py', 'src/approve.py', id), limit)}`,
);
find('no limit', poor('write', '    approval: human'), {}, /has no `limit`/);
find('neither', poor('write'), {}, /`approval`, `limit` are missing/);
find('a pilot is not asked', tool('irreversible'), 'pilot');
find('pre-production is', poor('write'), 'pre-production');
states('what only reads needs no approval', tool('read'), []);
states('what does not say is told by `tool-least-privilege`', 'tools:\n  pay-invoice:\n    runs_as: user\n', []);
fixes(
  'whatever can be undone may go without',
  tool('write', limit),
  tool('write', '    approval: TODO human | policy | none', limit),
);
fixes(
  'nothing else may',
  tool('irreversible', limit),
  tool('irreversible', '    approval: TODO human | policy', limit),
);
