import { evidence } from '../support/evidence.ts';

const find = evidence('runbook-live');

const page = `# Wrong answers

Groundedness is low.

## 1. Queue backlog (worker lag)

Restart the worker.

## 2. Provider down

TODO

## First

Switch to search-only.
`;

/** What is wrong is told by the alert that names the page; here it is seen in the assessment. */
const spec = (runbook: string) => `
monitoring:
  alerts:
    groundedness-low:
      runbook: ${runbook}
`;
const subject = '/monitoring/alerts/groundedness-low/runbook';

find('a page that is there', {
  spec: spec('runbooks/a.md'),
  files: { 'runbooks/a.md': page.replace('TODO', 'Call them.') },
  states: { [subject]: 'proven' },
});
find('a heading that is there', {
  spec: spec('runbooks/a.md#first'),
  files: { 'runbooks/a.md': page },
  states: { [subject]: 'proven' },
});
find('a heading in large letters, and an emoji without its invisible part', {
  spec: spec('runbooks/a.md#-First'),
  files: { 'runbooks/a.md': '# A\n\nx\n\n## \u2696\uFE0F First\n\nSwitch it off.\n' },
  states: { [subject]: 'proven' },
});
find('a heading that has more words now', {
  spec: spec('runbooks/a.md#1-queue-backlog'),
  files: { 'runbooks/a.md': page },
  states: { [subject]: 'contradicted' },
});
find('a heading that is nowhere', {
  spec: spec('runbooks/a.md#embargo'),
  files: { 'runbooks/a.md': page },
  says: [/No heading of runbooks\/a\.md is "#embargo"\.$/],
  states: { [subject]: 'contradicted' },
});
find('a placeholder where the link leads', {
  spec: spec('runbooks/a.md#2-provider-down'),
  files: { 'runbooks/a.md': page },
  says: [/runbooks\/a\.md:11 is not filled in where the link leads: "TODO"/],
  states: { [subject]: 'contradicted' },
});
find('a placeholder elsewhere is a note', {
  spec: spec('runbooks/a.md'),
  files: { 'runbooks/a.md': page },
  states: { [subject]: 'proven' },
});
find('a placeholder at the top', {
  spec: spec('runbooks/a.md'),
  files: { 'runbooks/a.md': '# Wrong answers\n\n_Last updated: [DATE]_\n\nSwitch it off.\n' },
  says: [/runbooks\/a\.md:3 is not filled in at its top: "\[DATE\]"/],
  states: { [subject]: 'contradicted' },
});
for (const [name, text, says] of [
  ['empty', '\n', /"runbooks\/a\.md" is empty/],
  ['headings only', '# Wrong answers\n\n## First\n', /has headings, and nothing below them/],
  [
    'placeholders only',
    '# Wrong answers\n\nTODO\n\n- [DATE]\n',
    /holds nothing but what is to be filled in, such as "TODO"/,
  ],
] as const) {
  find(name, {
    spec: spec('runbooks/a.md'),
    files: { 'runbooks/a.md': text },
    says: [says],
    states: { [subject]: 'contradicted' },
  });
}
find('no such page, and one almost of its name', {
  spec: spec('runbooks/answer.md'),
  files: { 'runbooks/answers.md': page, 'runbooks/drift.md': page },
  says: [/There is no "runbooks\/answer\.md"\. Did you mean "runbooks\/answers\.md"\?/],
  states: { [subject]: 'contradicted' },
});
find('a page of commands', {
  spec: spec('runbooks/a.md'),
  files: { 'runbooks/a.md': '```\nkubectl rollout undo deploy/<name>\n```\n' },
  states: { [subject]: 'proven' },
});
find('on the net', {
  spec: spec('https://wiki.nordhafen.example/a'),
  files: {},
  states: { [subject]: 'unverifiable' },
});
find('in a repository that is not here', {
  spec: spec('docs//a.md'),
  files: {},
  absentRoots: ['docs'],
  states: { [subject]: 'unverifiable' },
});
find('an anchor of a markup whose renderer is not known', {
  spec: spec('runbooks/a.rst#embargo'),
  files: { 'runbooks/a.rst': 'Queue\n-----\n\nRestart it.\n' },
  states: { [subject]: 'unverifiable' },
});
find('untouched for more than a year', {
  spec: spec('runbooks/a.md'),
  files: { 'runbooks/a.md': '# A\n\nSwitch it off.\n' },
  history: { 'runbooks/a.md': '2025-06-01T10:00:00Z' },
  says: [/last changed on 2025-06-01/],
  states: { [subject]: 'stale' },
});
find('touched within a year', {
  spec: spec('runbooks/a.md'),
  files: { 'runbooks/a.md': '# A\n\nSwitch it off.\n' },
  history: { 'runbooks/a.md': '2026-06-01T10:00:00Z' },
  states: { [subject]: 'proven' },
});

const other = {
  'runbooks/b.md': '# B\n\n## Switch the alias back\n\nx\n\n<a id="old"></a>\n',
  'runbooks/c.png': 'x',
  'runbooks/d.md': '\n',
};
const linked = (line: string): Record<string, string> => ({
  ...other,
  'runbooks/a.md': `# A\n\n## First\n\n${line}\n`,
});
const links: readonly (readonly [name: string, line: string, says?: RegExp])[] = [
  ['a heading of another page', 'See [it](b.md#switch-the-alias-back), [it](./b.md#old) and [it](#first).'],
  ['what renderers write otherwise', 'See [it](b.md#switch--the-alias--back).'],
  [
    'places outside of the repository',
    'Lower the limit for each user by half, then tell the others and see [a](https://x.example/y.md#z), [b](/guide.md), [c](../../../issues/5), [d](mailto:a@b.example).',
  ],
  ['lines, folders and pages of a site', 'See [a](b.md#L5), [b](../runbooks), [c](gone.html), ![d](c.png).'],
  [
    'a page that is gone',
    'See [it](gone.md).',
    /a\.md:5 sends the reader to "gone\.md", but there is no "runbooks\/gone\.md"/,
  ],
  ['a page that is empty', 'See [it](d.md#first).', /but "runbooks\/d\.md" is empty/],
  ['a heading that is gone', 'See [it](b.md#switch-back).', /but no heading of runbooks\/b\.md is "#switch-back"/],
  ['a heading of its own that is gone', 'See [it](#last).', /but no heading of this page is "#last"/],
  ['a link by reference', 'See [it][1].\n\n[1]: gone.md', /a\.md:7 sends the reader to "gone\.md"/],
];
for (const [name, line, says] of links) {
  find(`links to ${name}`, {
    spec: spec('runbooks/a.md'),
    files: linked(line),
    says: says === undefined ? [] : [says],
    states: { [subject]: says === undefined ? 'proven' : 'contradicted' },
  });
}
find('a dead link in another section', {
  spec: spec('runbooks/a.md#first'),
  files: { 'runbooks/a.md': '# A\n\nx\n\n## First\n\nSwitch it off.\n\n## Then\n\n[x](gone.md)\n' },
  states: { [subject]: 'proven' },
});
find('a dead link does not count before production', {
  spec: spec('runbooks/a.md'),
  stage: 'pre-production',
  files: linked('See [it](gone.md).'),
  states: { [subject]: 'linked' },
});
find('a heading with nothing below it', {
  spec: spec('runbooks/a.md#first'),
  files: { 'runbooks/a.md': '# A\n\nx\n\n## First\n\n## Then\n\ny\n' },
  says: [/runbooks\/a\.md:5 is a heading with nothing below it/],
  states: { [subject]: 'contradicted' },
});
find('a heading with only commands below it', {
  spec: spec('runbooks/a.md#first'),
  files: { 'runbooks/a.md': '# A\n\nx\n\n## First\n\n```sh\nindexctl hide\n```\n' },
  states: { [subject]: 'proven' },
});
find('a page that says it is deprecated', {
  spec: spec('runbooks/a.md'),
  files: { 'runbooks/a.md': page.replace('Groundedness', '> Deprecated, see [b](b.md).\n\nGroundedness') },
  says: [/runbooks\/a\.md:3 says that it no longer holds: "Deprecated, see b\."/],
  states: { [subject]: 'contradicted' },
});
