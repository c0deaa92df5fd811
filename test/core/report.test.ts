import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Analysis, check, htmlReport, lineIndex, markdownReport, rules, systemMap } from '../../core/src/index.ts';
import { html, markdown, mermaid } from '../../core/src/report/escape.ts';
import { mermaid as drawnAsMermaid } from '../../core/src/report/mermaid.ts';
import { svg } from '../../core/src/report/svg.ts';
import { today } from '../support/carets.ts';
import { example, examples } from '../support/examples.ts';

const stages = ['pilot', 'pre-production', 'production'] as const;

function reported(text: string, stage?: (typeof stages)[number]) {
  const analysis = check(text, { asOf: today, stage });
  const index = lineIndex(text);
  return { path: 'ai-system.yaml', analysis, line: (offset: number) => index.position(offset).line + 1 };
}

function everyReport(text: string): string[] {
  const one = reported(text);
  const map = systemMap(one.analysis);
  return [htmlReport([one], today), markdownReport(one), svg(map, 'Map'), drawnAsMermaid(map)];
}

const line = (analysis: Analysis, id: string) => analysis.readiness().lines.find((one) => one.id === id);

describe('the lines of the report', () => {
  for (const { name, text } of examples) {
    for (const stage of stages) {
      test(`${name} at ${stage}: whatever blocks stands in a line that is open`, () => {
        const { lines, blocking } = check(text, { asOf: today, stage }).readiness();
        for (const row of blocking) {
          const holding = lines.filter(({ rows }) =>
            rows.some((one) => one.rule === row.rule && one.span === row.span),
          );
          assert.notEqual(holding.length, 0, row.rule);
          for (const { id, rows, answered } of holding) {
            const decides = rows.some((one) => one.rule === row.rule && one.span === row.span && !one.refines);
            if (decides) assert.equal(answered, false, `${id} is answered in spite of ${row.rule}`);
          }
        }
      });
    }
  }

  test('every requirement stands in a line', () => {
    const { lines } = check('apiVersion: ai-system/v1\n', { asOf: today, stage: 'production' }).readiness();
    const standing = new Set(lines.flatMap(({ rows }) => rows.map(({ rule }) => rule)));
    const assessed = check('apiVersion: ai-system/v1\n', { asOf: today, stage: 'production' }).assessments;
    assert.deepEqual(
      [...new Set(assessed.map(({ rule }) => rule))].filter((rule) => !standing.has(rule)),
      [],
    );
  });

  const titles: readonly (readonly [type: string, more: string, id: string, title: RegExp])[] = [
    ['rag', 'indexes:\n  a: {}\n', 'Q2', /^Is retrieval measured/],
    ['llm', '', 'Q2', /^Are answers measured/],
    ['model', 'models:\n  a:\n    role: predict\n', 'Q2', /^Are predictions measured/],
    ['model', 'models:\n  a:\n    role: predict\n', 'Q4', /drifting features/],
    ['model', 'models:\n  a:\n    role: predict\n', 'Q5', /^Is retraining/],
    ['rag', 'indexes:\n  a: {}\n', 'Q5', /^Is the refresh of indexes/],
  ];
  for (const [type, more, id, title] of titles) {
    test(`${id} of a ${type}: ${title.source}`, () => {
      const analysis = check(`apiVersion: ai-system/v1\nsystem:\n  type: ${type}\n${more}`, { asOf: today });
      assert.match(line(analysis, id)?.title ?? '', title);
    });
  }

  test('what searches nothing has nothing to refresh', () => {
    const analysis = check('apiVersion: ai-system/v1\nsystem:\n  type: llm\n', { asOf: today, stage: 'production' });
    assert.equal(line(analysis, 'Q5')?.state, 'not-applicable');
  });

  test('answers take the place of retrieval where nothing is searched', () => {
    const analysis = check('apiVersion: ai-system/v1\nsystem:\n  type: llm\n', { asOf: today, stage: 'production' });
    const decides =
      line(analysis, 'Q2')
        ?.rows.filter(({ refines }) => !refines)
        .map(({ rule }) => rule) ?? [];
    assert.ok(decides.includes('answer-metrics'));
    assert.ok(!decides.includes('retrieval-metrics'));
  });

  test('what blocks comes in the order of work', () => {
    const areas = [
      'system',
      'ownership',
      'sources',
      'tools',
      'indexes',
      'evaluation',
      'logging',
      'monitoring',
      'operations',
      'governance',
    ];
    const { blocking } = check('apiVersion: ai-system/v1\n', { asOf: today, stage: 'production' }).readiness();
    const order = blocking.map(({ rule }) => {
      const requirement = rules.find(({ id }) => id === rule);
      assert.ok(requirement?.kind === 'requirement');
      const first = requirement.severity.indexOf('error');
      return first * areas.length + areas.indexOf(requirement.area);
    });
    assert.ok(order.length > 10);
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
  });
});

describe('the map', () => {
  const { text } = example('rag-production');
  const map = systemMap(check(text, { asOf: today }));
  const links = map.links.map(({ from, to, says }) => `${from} ${says} ${to}`);

  test('shows sources, indexes, models, users, the log, alerts and those who are told', () => {
    const kinds = new Set(map.nodes.map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort(), ['alert', 'index', 'log', 'model', 'owner', 'source', 'system', 'users']);
  });

  for (const link of [
    '/sources/policy-wordings indexed in /indexes/claims-index',
    '/models/embedder embeds for /indexes/claims-index',
    '/indexes/claims-index searched by /system',
    '/sources/claim-record api /system',
    '/models/answer-llm generates for /system',
    '/system answers /system/users',
    '/system logged in /logging',
    '/monitoring/alerts/index-stale page /owners/claims-ops',
  ]) {
    test(link, () => assert.ok(links.includes(link), links.join('\n')));
  }

  test('every link joins two things that are drawn', () => {
    const ids = new Set(map.nodes.map(({ id }) => id));
    assert.deepEqual(
      map.links.filter(({ from, to }) => !ids.has(from) || !ids.has(to)),
      [],
    );
  });

  test('a thing is as weak as its weakest part', () => {
    const weak = systemMap(check(text.replace('max_age: 28h', 'max_age: 1h'), { asOf: today }));
    assert.equal(weak.nodes.find(({ id }) => id === '/indexes/claims-index')?.state, 'contradicted');
  });

  test('what a model is trained on leads to the model', () => {
    const { links } = systemMap(check(example('model-production').text, { asOf: today }));
    const trains = links.filter(({ says }) => says === 'trains').map(({ from, to }) => `${from} ${to}`);
    assert.deepEqual(trains, ['/sources/investigation-outcomes /models/fraud-score']);
  });

  test('in Mermaid, what calls for work has another border', () => {
    assert.doesNotMatch(drawnAsMermaid(map), /classDef/);
    const weak = drawnAsMermaid(systemMap(check(text.replace('max_age: 28h', 'max_age: 1h'), { asOf: today })));
    const id = /^ {2}(n\d+)\["index: claims-index/m.exec(weak)?.[1];
    assert.match(weak, new RegExp(`^  class (?:\\w+,)*${id}(?:,\\w+)* short$`, 'm'));
  });

  test('each box says its state in a word', () => {
    const drawn = svg(map, 'Map');
    for (const { state } of map.nodes) if (state !== undefined) assert.ok(drawn.includes(`>${state}</text>`), state);
  });

  test('an empty spec has a map', () => {
    for (const source of ['', 'apiVersion: ai-system/v1\n', 'sources: 3\nindexes: []\n']) everyReport(source);
  });
});

describe('what a spec says stays text', () => {
  const cases: readonly (readonly [as: string, escaped: (text: string) => string, given: string, expected: string])[] =
    [
      ['html', html, '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
      ['html', html, `a"b'c&d`, 'a&quot;b&#39;c&amp;d'],
      ['html', html, 'a\u0000b\u202ec', 'abc'],
      ['markdown', markdown, '[x](http://y)', '\\[x\\](http\u200b://y)'],
      ['markdown', markdown, 'a | b', 'a \\| b'],
      ['markdown', markdown, '`a | b`', '`a \\| b`'],
      ['markdown', markdown, '<b>*x*</b> @team', '&lt;b&gt;\\*x\\*&lt;/b&gt; @\u200bteam'],
      ['markdown', markdown, 'one\n# two', 'one \\# two'],
      ['markdown', markdown, '1. one', '1\\. one'.replace('1\\.', '\\1.')],
      ['mermaid', mermaid, 'a "b" <c>', 'a #34;b#34; #60;c#62;'],
      ['mermaid', mermaid, 'x"]; click y', 'x#34;#93;#59; click y'],
    ];
  for (const [as, escaped, given, expected] of cases) {
    test(`${as}: ${JSON.stringify(given)}`, () => assert.equal(escaped(given), expected));
  }

  const odd = `apiVersion: ai-system/v1
system:
  name: "<img src=x onerror=alert(1)> | \`x\` \\"]; [link](javascript:x)"
  stage: pilot
sources:
  "a<b>": { what: "</svg><script>", owner: "x\\"y" }
`;
  test('markup in a spec is shown, not obeyed', () => {
    const [page = '', md = '', picture = '', chart = ''] = everyReport(odd);
    for (const text of [page, picture]) assert.doesNotMatch(text, /<img|<script|<\/svg><s/);
    assert.doesNotMatch(md.replace(/```mermaid[\s\S]*?```/, ''), /<img|<script|[^\\]\]\(javascript/);
    assert.doesNotMatch(chart, /"\]; \[/);
  });

  test('the page loads and runs nothing', () => {
    const [page = ''] = everyReport(example('rag-pilot').text);
    assert.doesNotMatch(page, /<script|<link|<iframe|<img|@import|url\((?!#)/);
    assert.match(page, /Content-Security-Policy" content="default-src 'none'/);
  });
});

test('no report tells a secret', () => {
  const secret = 'AKIAABCDEFGHIJKLMNOP';
  const text = `apiVersion: ai-system/v1
system:
  name: assistant ${secret}
  stage: production
models:
  chat:
    role: generate
    version: ${secret}
sources:
  ${secret}:
    owner: ${secret}
waivers:
  - rule: source-auth
    reason: the key is ${secret} for the time being
    owner: somebody
    expires: 2026-12-24
`;
  for (const report of everyReport(text)) assert.ok(!report.includes(secret), report);
});
