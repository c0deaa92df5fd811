import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMarkdown } from '../../../core/src/evidence/documents/markdown.ts';
import { sectionFrom, titleBlock } from '../../../core/src/evidence/documents/prose.ts';

/** Headings as `line level slug`. */
const headings: Readonly<Record<string, readonly [text: string, ...found: string[]]>> = {
  'hashes, with and without an end': [
    '# One\n\n## Two ##\n### Three #x\n####### no\n#no',
    '1 1 one',
    '3 2 two',
    '4 3 three-x',
  ],
  'punctuation is dropped, spaces become dashes': [
    '## 4. Queue Backlog (ARQ Worker Lag)',
    '1 2 4-queue-backlog-arq-worker-lag',
  ],
  'a dash between words stays, two spaces give two': ['## 1. Circuit Breaker — Open', '1 2 1-circuit-breaker--open'],
  'letters of any script stay': ['## Überprüfung & Prüfliste\n## 概要', '1 2 überprüfung--prüfliste', '2 2 概要'],
  'repeats are counted': ['# A\n# A\n# A-1\n# a', '1 1 a', '2 1 a-1', '3 1 a-1-1', '4 1 a-2'],
  'a name of every object is a heading as any other': ['# constructor\n# __proto__', '1 1 constructor', '2 1 proto'],
  underlined: ['Title\n=====\n\nPart\none\n---\ntext', '1 1 title', '4 2 part-one'],
  'a rule is no underline': ['text\n\n---\n\n- item\n---\n\n> quote\n---\n', ''],
  'a table is no underline': ['| a | b |\n|---|---|\n| 1 | 2 |', ''],
  'fences of both kinds hide': ['```\n# a\n~~~\n# b\n```\n# c\n~~~sh\n# d\n```\n~~~~\n# e', '6 1 c', '11 1 e'],
  'a fence ends with a line as long as it began': ['````md\n```\n# a\n```\n````\n# b', '6 1 b'],
  'backticks in the info string begin no fence': ['``` a`b\n# c', '2 1 c'],
  'a fence in a list ends with the list': ['- step\n\n  ```sh\n  # a\n\n# b', '6 1 b'],
  'a fence far inside a list': ['1. step\n\n    ```sh\n    # a\n    ```\n\n# b', '7 1 b'],
  'a fence that closes less indented than it opened': [
    '* key\n\n  1. export it:\n     ```sh\n     # a\n    ```\n\n# b',
    '8 1 b',
  ],
  'a fence after a list': ['- step\n\nx\n\n  ```\n# a\n  ```\n# b', '8 1 b'],
  'a fence in a quote ends with the quote': ['> ```\n> # a\n\n# b', '4 1 b'],
  'a fence that nobody closes hides the rest': ['```\n# a\n\n# b', ''],
  'four spaces are code': ['text\n\n    # a\n\n# b', '5 1 b'],
  'in lists and quotes': ['> ## Quoted\n\n- ## Listed\n1. ### Numbered', '1 2 quoted', '3 2 listed', '4 3 numbered'],
  'comments hide': ['<!-- # a -->\n<!--\n# b\n\n## c\n-->\n# d', '7 1 d'],
  'raw HTML goes on to an empty line': ['<div>\n# a\n\n# b\n\n</div>', '4 1 b'],
  'headings of HTML': ['<h2 align="center">Queue <b>Backlog</b></h2>', '1 2 queue-backlog'],
  'code keeps its underscores, emphasis loses them': [
    '## `__init__` of *all* __bold__ snake_case _it_',
    '1 2 __init__-of-all-bold-snake_case-it',
  ],
  'links give their text, images nothing': [
    '## See [the `run` book](a.md#b "t") ![x](y.png) [ref][r] [gone][s]\n\n[r]: https://x.example',
    '1 2 see-the-run-book--ref-gones',
  ],
  'tags and entities': ['## A <kbd>B</kbd> &amp; C<br/>D &lt;E&gt; <https://x.example>', '1 2 a-b--cd-e-httpsxexample'],
  escapes: ['## \\# 1\\_000 \\`x\\` \\*', '1 2 -1_000-x-'],
  'the words for an emoji': ['## :rocket: Launch\n## 🚀 Launch', '1 2 rocket-launch', '2 2 -launch'],
  'front matter is no heading': ['---\ntitle: x\n# comment\n---\n# a', '5 1 a'],
  'a rule on top is no front matter': ['---\n\n# a', '3 1 a'],
  'Windows and old Mac line ends': ['# a\r\n\r\n# b\r# c', '1 1 a', '3 1 b', '4 1 c'],
  'a byte order mark': ['\uFEFF# a', '1 1 a'],
  'a heading of nothing': ['#\n##   ##', '1 1 ', '2 2 -1'],
};

for (const [name, [text, ...expected]] of Object.entries(headings)) {
  test(name, () => {
    const found = readMarkdown(text).headings.map(({ line, level, slug }) => `${line} ${level} ${slug}`);
    assert.deepEqual(found, expected[0] === '' ? [] : expected);
  });
}

test('anchors of one’s own', () => {
  const { anchors, headings } = readMarkdown(
    '# Backlog {#queue}\n<a id="old"></a>\n## New\n<a name=older></a>\n## Kram {: #dom }\n`<a id="code">`\n```\n<a id="fenced">\n```\n',
  );
  assert.deepEqual(
    [...anchors].sort(([a], [b]) => (a < b ? -1 : 1)),
    [
      ['backlog', 1],
      ['backlog-queue', 1],
      ['dom', 5],
      ['kram', 5],
      ['kram--dom-', 5],
      ['new', 3],
      ['old', 2],
      ['older', 4],
      ['queue', 1],
    ],
  );
  assert.deepEqual(
    headings.map(({ slug, text }) => [slug, text]),
    [
      ['queue', 'Backlog'],
      ['new', 'New'],
      ['dom', 'Kram'],
    ],
  );
});

const placeholders: Readonly<Record<string, readonly string[]>> = {
  '_Last updated: [DATE]_': ['[DATE]'],
  '- **Named individual**: _TBD_': ['TBD'],
  'TODO write this': ['TODO'],
  '| On call | TBD |': ['TBD'],
  'Call <your team> at night': ['<your team>'],
  '## TODO': ['TODO'],
  'Approved by [YOUR NAME] and [Insert role]': ['[YOUR NAME]'],
  'Owner: [TBD]': ['[TBD]'],
  'Reviewed: YYYY-MM-DD': ['YYYY-MM-DD'],
  'Lorem ipsum dolor': ['Lorem ipsum'],
  'See the TODO list of the team': [],
  'set `TODO` and `<your-namespace>`': [],
  '```\nkubectl -n <your-namespace>\nTODO\n```': [],
  '[DATE](https://x.example) and [NAME][n]\n\n[n]: https://x.example': [],
  '[DATE]\n\n[date]: https://x.example': [],
  '<!-- TODO -->\ntext <!-- TODO -->': [],
  '- [ ] page the owner\n- [x] done\n> [!NOTE]\n[^1] [1] [ERROR] [P1] [SEV1] [AI Act]': [],
  'TODOIST: the list\nTBD-42 is a ticket': [],
  'Dates are written as YYYY-MM-DD.': [],
};

for (const [text, expected] of Object.entries(placeholders)) {
  test(`placeholders of ${JSON.stringify(text)}`, () => {
    assert.deepEqual(
      readMarkdown(text).placeholders.map(({ text: found }) => found),
      expected,
    );
  });
}

test('links with their lines', () => {
  const { links } = readMarkdown(
    '# [a](a.md)\n[b](<b c.md>) ![c](img/c.png "C") [d](d_(1).md)\n`[e](e.md)`\n<a href="f.md">f</a>\n\n[g]: ../g.md "G"\n```\n[h](h.md)\n```\n',
  );
  assert.deepEqual(links, [
    { target: 'b c.md', line: 2 },
    { target: 'img/c.png', line: 2 },
    { target: 'd_(1).md', line: 2 },
    { target: 'f.md', line: 4 },
    { target: '../g.md', line: 6 },
  ]);
});

test('front matter', () => {
  const { frontMatter } = readMarkdown('---\ntitle: Runbook\nupdated: 2026-10-21\ntags: [a]\n"__proto__": x\n---\n');
  assert.deepEqual(
    [...frontMatter],
    [
      ['title', { value: 'Runbook', line: 2 }],
      ['updated', { value: '2026-10-21', line: 3 }],
      ['__proto__', { value: 'x', line: 5 }],
    ],
  );
});

test('sections and the title block', () => {
  const prose = readMarkdown('intro\n# A\nby x\n## B\nb\n### C\n## D\n');
  assert.deepEqual(sectionFrom(prose, 4), { from: 4, to: 6 });
  assert.deepEqual(sectionFrom(prose, 7), { from: 7, to: Number.POSITIVE_INFINITY });
  assert.deepEqual(titleBlock(prose), { from: 1, to: 3 });
});

// Each is so long that what is not linear would not come to an end.
const hostile: Readonly<Record<string, string>> = {
  nothing: '',
  'a megabyte of one character': 'x'.repeat(2 ** 20),
  'a megabyte of #': '#'.repeat(2 ** 20),
  'a megabyte of `': '`'.repeat(2 ** 20),
  'a megabyte of [': '['.repeat(2 ** 20),
  'a megabyte of _': '_ _'.repeat(2 ** 18),
  'many backticks of growing length': Array.from({ length: 1400 }, (_, n) => '`'.repeat(n)).join(' '),
  'links that do not end': '[x]( '.repeat(2 ** 17),
  'tags that do not end': '<a id '.repeat(2 ** 17),
  'many short lines': '[a]: b\n* _x_ [y](z) `c\n'.repeat(2 ** 15),
  'deep quotes': `${'>'.repeat(2 ** 16)} # a`,
  'deep lists': `${'- '.repeat(2 ** 16)}# a`,
  garbage: String.fromCharCode(...Array.from({ length: 60_000 }, (_, n) => (n * 7919) % 65_536)),
};

for (const [name, text] of Object.entries(hostile)) {
  test(`hostile: ${name}`, () => {
    assert.ok(readMarkdown(text).headings.length >= 0);
  });
}
