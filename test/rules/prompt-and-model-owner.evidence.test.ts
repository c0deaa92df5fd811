import { evidence } from '../support/evidence.ts';

const find = evidence('prompt-and-model-owner');

const spec = (handle: string, carets = '') => `
system:
  type: llm
models:
  answer-llm:
    role: generate
    owner: claims-ops
prompts:
  answer-prompt:
    path: prompts/answer.md
    owner: claims-ops
${carets}
owners:
  claims-ops:
    team: Claims Platform Operations
    contact:
      - mailto:claims-ops@nordhafen.example
${handle === '' ? '' : `    handle: ${handle}`}
  claims-ai:
    team: Claims AI Engineering
    handle: nordhafen/claims-ai
`;
const subject = '/prompts/answer-prompt';
const finding = '           ^^^^^^^^^^ prompt-and-model-owner';
const prompt = { 'prompts/answer.md': 'Answer.' };

find('the owner by CODEOWNERS, with or without @, in any letters', {
  spec: spec('"@Nordhafen/claims-ops"'),
  files: { ...prompt, '.github/CODEOWNERS': '* @x\n/prompts/ @nordhafen/Claims-Ops @x\n' },
  says: [/belongs to @nordhafen\/Claims-Ops @x \(\.github\/CODEOWNERS:2\)/],
  states: { [subject]: 'proven' },
});
find('the owner by the address of a mailbox', {
  spec: spec(''),
  files: { ...prompt, CODEOWNERS: 'prompts claims-ops@nordhafen.example' },
  states: { [subject]: 'proven' },
});
find('another team', {
  spec: spec('nordhafen/claims-ops', finding),
  files: { ...prompt, CODEOWNERS: '# us\n/prompts/ @nordhafen/claims-ai\n' },
  says: [
    /`claims-ops` is nordhafen\/claims-ops, but CODEOWNERS:2 gives prompts\/answer\.md to @nordhafen\/claims-ai\./,
  ],
});
find('another person', {
  spec: spec('ann', finding),
  files: { ...prompt, CODEOWNERS: '* @ben' },
  says: [/gives prompts\/answer\.md to @ben/],
});
find('a person, who may be of the team', {
  spec: spec('nordhafen/claims-ops'),
  files: { ...prompt, CODEOWNERS: '* @ben' },
  states: { [subject]: 'unverifiable' },
});
find('a person, where the owner has no handle', {
  spec: spec(''),
  files: { ...prompt, CODEOWNERS: '* @ben' },
  states: { [subject]: 'unverifiable' },
});
find('a role', {
  spec: spec('nordhafen/claims-ops'),
  files: { ...prompt, CODEOWNERS: '* @@maintainer', '.gitlab-ci.yml': '' },
  states: { [subject]: 'unverifiable' },
});
find('no handle to compare', {
  spec: spec('', finding),
  files: { ...prompt, CODEOWNERS: '/prompts/ @nordhafen/claims-ops' },
  says: [/`claims-ops` has no `handle` to compare/],
});
find('taken from everybody', {
  spec: spec('nordhafen/claims-ops', finding),
  files: { ...prompt, CODEOWNERS: '* @nordhafen/claims-ops\n/prompts/\n' },
  says: [/^`claims-ops` owns prompts\/answer\.md here, but CODEOWNERS:2 takes it from everybody\.$/],
  states: { [subject]: 'contradicted' },
});
find('taken from everybody, and given to the owner later', {
  spec: spec('nordhafen/claims-ops'),
  files: { ...prompt, CODEOWNERS: '* @nordhafen/claims-ops\n/prompts/\n*.md @nordhafen/claims-ops' },
  states: { [subject]: 'proven' },
});
find('a file that GitHub does not load', {
  spec: spec('nordhafen/claims-ops'),
  files: { ...prompt, CODEOWNERS: `* @ben\n${'# x\n'.repeat(800_000)}` },
  says: [/Who owns prompts\/answer\.md cannot be told: "CODEOWNERS" is larger than what is read/],
  states: { [subject]: 'unverifiable' },
});
for (const [why, reason] of [
  ['outside', /"\.github\/CODEOWNERS" leads out of its repository/],
  ['denied', /does not let "\.github\/CODEOWNERS" be read/],
  ['not-text', /"\.github\/CODEOWNERS" is not text in UTF-8/],
] as const) {
  find(`a file that cannot be read: ${why}`, {
    spec: spec('nordhafen/claims-ops'),
    files: { ...prompt, '.github/CODEOWNERS': '* @ben' },
    unread: { '.github/CODEOWNERS': why },
    says: [reason],
    states: { [subject]: 'unverifiable' },
  });
}
find('a file of approvers that cannot be read', {
  spec: spec('ann'),
  files: { ...prompt, 'prompts/OWNERS': '', OWNERS: 'approvers: [ben]\n' },
  unread: { 'prompts/OWNERS': 'outside' },
  says: [/Who owns prompts\/answer\.md cannot be told: "prompts\/OWNERS" leads out of its repository\.$/],
  states: { [subject]: 'unverifiable' },
});
for (const [name, text] of [
  ['no file', undefined],
  ['no line about the path', '/docs/ @nordhafen/claims-ai'],
  ['nothing but comments', '# * @nordhafen/claims-ai'],
] as const) {
  find(`${name}: nothing to say`, {
    spec: spec('nordhafen/claims-ops'),
    files: text === undefined ? prompt : { ...prompt, CODEOWNERS: text },
    states: { [subject]: 'declared' },
  });
}
find('an approver by OWNERS', {
  spec: spec('ann'),
  files: { ...prompt, 'prompts/OWNERS': 'approvers:\n- Ann\n' },
  says: [/\(prompts\/OWNERS:2\)/],
  states: { [subject]: 'proven' },
});
find('no approver by OWNERS', {
  spec: spec('ann', finding),
  files: { ...prompt, OWNERS: 'approvers: [ben]\n' },
  says: [/OWNERS:1 gives prompts\/answer\.md to @ben/],
});
