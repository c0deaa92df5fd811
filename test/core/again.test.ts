import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Analysis, check, checkWithAnswers, lookUp, readSpec } from '../../core/src/index.ts';
import type { Context } from '../../core/src/rules/rule.ts';
import { each } from '../../core/src/rules/subject.ts';
import { Memo } from '../../core/src/spec/memo.ts';
import type { Place } from '../../core/src/spec/place.ts';
import { noted, watchedDocument } from '../../core/src/spec/watched.ts';
import type { AnyNode } from '../../core/src/yaml/tree.ts';
import { examples } from '../support/examples.ts';
import { type Random, random } from '../support/random.ts';
import { repository } from '../support/repository.ts';
import { filesOf } from '../support/twins.ts';

/** Rounds for each example; more of them by hand: `ROUNDS=5000 npm test -- core/again`. */
const rounds = Number(process.env.ROUNDS ?? 40);

describe('what is said again after edits of keys and values is what is said anew, with artifacts', () => {
  for (const { name, text, asOf } of examples) {
    test(name, async () => {
      const rng = random(name.length + rounds);
      const held = repository({ files: filesOf(`examples/${name}`) });
      let previous = await known(text, undefined);
      let [asked, reused] = [0, 0];
      for (let round = 0; round < rounds; round += 1) {
        let edited = rng.chance(0.1) ? text : previous.doc.text;
        for (let times = rng.chance(0.2) ? 3 : 1; times > 0; times -= 1) edited = edit(edited, previous, rng);
        const anew = await known(edited, undefined);
        const again = checkWithAnswers(edited, { asOf, previous }, held).analysis;
        assert.deepEqual(said(again), said(anew), difference(previous.doc.text, edited));
        // What breaks the text is taken back.
        if (!again.doc.yaml.separable) continue;
        for (const [requirement, { assessments }] of again.memory?.known ?? []) {
          asked += 1;
          reused += previous.memory?.known.get(requirement)?.assessments === assessments ? 1 : 0;
        }
        // Often nobody asks what was found in the version before.
        previous = rng.chance(0.2) ? checkWithAnswers(edited, { asOf, previous }, held).analysis : again;
      }
      assert.ok(reused > asked / 4, `${reused} of ${asked} times a requirement was not asked again`);

      async function known(spec: string, before: Analysis | undefined): Promise<Analysis> {
        for (;;) {
          const { analysis, wanted } = checkWithAnswers(spec, { asOf, previous: before }, held);
          if (wanted.length === 0) return analysis;
          await lookUp(wanted, held);
        }
      }
    });
  }
});

function plain(node: AnyNode | undefined): unknown {
  if (node?.kind === 'sequence') return node.items.map(plain);
  return node?.kind === 'mapping' ? node.entries.map(({ key, value }) => [key.value, plain(value)]) : node?.value;
}

function said({ findings, assessments, stage, secrets, doc }: Analysis) {
  return {
    findings: findings.map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes().map(({ title }) => title) })),
    assessments,
    stage,
    secrets,
    accepted: plain(doc.spec as unknown as AnyNode),
    faults: doc.faults.map(({ kind, path }) => `${kind} ${path.join('/')}`),
  };
}

/** A comment may say something: a secret, or what is to be ignored. */
const comments = [
  '# a comment',
  '  # a comment',
  `# token: ghp_${'a1B2c3D4e5'.repeat(4)}`,
  `    # token: ghp_${'a1B2c3D4e5'.repeat(4)}`,
  '  # ai-system-ignore unknown-key -- a reason',
];

/** As people edit: lines are taken out, moved, written twice; keys and values become others. */
function edit(text: string, { doc }: Analysis, rng: Random): string {
  const lines = text.split('\n');
  const place = doc.places[rng.below(doc.places.length)];
  const isOf = doc.text === text && place !== undefined;
  switch (rng.below(isOf ? 14 : 5)) {
    case 0:
      return lines.toSpliced(rng.below(lines.length), 1).join('\n');
    case 1: {
      const line = rng.below(lines.length);
      return lines.toSpliced(line, 0, lines[rng.below(lines.length)] ?? '').join('\n');
    }
    case 2: {
      const line = rng.below(lines.length);
      return lines.with(line, (lines[line] ?? '').replace(/^( *)/, '$1# ')).join('\n');
    }
    case 3: {
      const [from, length] = [rng.below(lines.length), 1 + rng.below(8)];
      const moved = lines.splice(from, length);
      return lines.toSpliced(rng.below(lines.length + 1), 0, ...moved).join('\n');
    }
    case 4:
      return lines.toSpliced(rng.below(lines.length), 0, rng.pick(['', ...comments])).join('\n');
    case 5:
      return replaced(
        text,
        place?.node,
        rng.pick(['TODO', 'x', '""', '[]', '{}', '{ a: 1 }', '3', '2020-01-01', '30d']),
      );
    case 6: {
      const other = doc.places[rng.below(doc.places.length)]?.node;
      return replaced(text, place?.node, other === undefined ? '' : text.slice(other.span.start, other.span.end));
    }
    case 7:
      return replaced(text, place?.key, rng.pick([`${place?.key?.value}x`, 'x', 'owner', 'metric', 'mode']));
    case 8: {
      const other = doc.places[rng.below(doc.places.length)]?.key;
      return replaced(text, place?.key, other?.value ?? 'y');
    }
    case 10:
      return replaced(text, place?.key, `"${place?.key?.value}"`);
    case 11: {
      const line = rng.below(lines.length);
      return lines.with(line, `${lines[line]} ${rng.pick(comments).trim()}`).join('\n');
    }
    case 9:
      return place?.key === undefined ? text : `${text.slice(0, place.key.span.start)}${extent(text, place)}`;
    default:
      return replaced(text, place?.node, place?.node?.kind === 'scalar' ? `${place.node.value}1` : 'x');
  }
}

type Spanned = { readonly span: { readonly start: number; readonly end: number } } | undefined;

function replaced(text: string, node: Spanned, by: string): string {
  return node === undefined ? text : text.slice(0, node.span.start) + by + text.slice(node.span.end);
}

/** An entry under another id, before itself. */
function extent(text: string, { key, node }: Place): string {
  const { start } = key?.span ?? { start: 0 };
  const column = start - text.lastIndexOf('\n', start - 1) - 1;
  const end = node?.span.end ?? key?.span.end ?? start;
  const copy = text.slice(start, end).replace(/^([\w-]+)/, '$1-2');
  return `${copy}\n${' '.repeat(column)}${text.slice(start)}`;
}

function difference(before: string, after: string): string {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  const shown = (text: string) => JSON.stringify(text.slice(Math.max(0, start - 80), start + 160));
  return `${shown(before)}\nbecame\n${shown(after)}`;
}

describe('what an edit says of other places is heard there', () => {
  const source = (name: string, more: string) =>
    `  ${name}:\n    what: Claims\n    system: dms\n    status: connected\n${more}`;
  const secret = `token: ghp_${'a1B2c3D4e5'.repeat(4)}`;
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'a key that is meant for one of those that are missing',
      'evaluation:\n  datasets:\n    d:\n      use: test\n',
      'evaluation:\n  datasets:\n    d:\n      use: test\n      sze: 300\n',
    ],
    [
      'two entries change places',
      `sources:\n${source('a', '')}${source('b', '')}${source('c', '')}`,
      `sources:\n${source('b', '')}${source('a', '')}${source('c', '')}`,
    ],
    ['an entry is written twice', `sources:\n${source('a', '')}`, `sources:\n${source('a', '')}${source('a', '')}`],
    [
      'what kind of answer it is refuses what stands beside it',
      'indexes:\n  i:\n    refresh:\n      mode: schedule\n      cron: 0 4 * * *\n      job: a.yml\n',
      'indexes:\n  i:\n    refresh:\n      mode: manual\n      cron: 0 4 * * *\n      job: a.yml\n',
    ],
    ['a section that nobody knows is known', 'sorces:\n  a: {}\nsystem: {}\n', 'sources:\n  a: {}\nsystem: {}\n'],
    ['a secret above everything', `sources:\n${source('a', '')}`, `# ${secret}\nsources:\n${source('a', '')}`],
    ['a secret behind a section', `sources:\n${source('a', '')}`, `sources: # ${secret}\n${source('a', '')}`],
    ['a secret below a section', `sources:\n${source('a', '')}`, `sources:\n  # ${secret}\n${source('a', '')}`],
    ['a secret behind an entry', 'sources:\n  a:\n    what: x\n', `sources:\n  a: # ${secret}\n    what: x\n`],
    ['a secret at the end', `sources:\n${source('a', '')}`, `sources:\n${source('a', '')}# ${secret}\n`],
    ['a key is put in quotes', `sources:\n${source('a', '')}`, `"sources":\n${source('"a"', '')}`],
    ['an entry becomes a text', `sources:\n${source('a', '')}`, 'sources:\n  a: letters\n'],
    [
      'a block of text is indented from another column',
      'system:\n  purpose: |2\n      Answers\n  name: a\n',
      'system:\n   purpose: |2\n      Answers\n   name: a\n',
    ],
  ];
  for (const [name, one, other] of cases) {
    for (const [before, after] of [
      [one, other],
      [other, one],
    ] as const) {
      test(name, () => {
        const asOf = '2026-11-22';
        const previous = check(before, { asOf });
        assert.deepEqual(said(check(after, { asOf, previous })), said(check(after, { asOf })));
      });
    }
  }
});

test('of entries that were moved each is known by what it holds and how far it is indented', () => {
  const inside = (before: string, after: string) => {
    const { entries } = readSpec(after, readSpec(before)).kept;
    return entries.map(({ name, inside }) => [name, Array.isArray(inside) ? inside.map((one) => one.inside) : inside]);
  };
  const text = 'system:\n  purpose: |2\n      Answers\n  name: a\n';
  assert.deepEqual(inside(text, text.replaceAll(/^ {2}(?=\w)/gm, '   ')), [['system', [undefined, undefined]]]);
  assert.deepEqual(inside(text, text.replace('name: a', 'name: b')), [['system', ['same', undefined]]]);
  const last = 'system:\n  purpose: |+\n    Answers\n';
  assert.deepEqual(inside(last, `${last}     `), [['system', [undefined]]], 'what stands behind the last line is text');
  assert.deepEqual(inside(text, `# above\n${text}`), [['system', 'same']]);
});

test('who asks for entries that were asked for before depends on them too', () => {
  const doc = watchedDocument(readSpec('sources:\n  a:\n    what: Claims\n'));
  const context = { doc, spec: doc.spec, memo: new Memo() } as Context;
  const reads = () => noted(() => each(context, ['sources'], context.spec.get('sources'))).reads.keys;
  const first = reads();
  assert.ok(first.size > 0);
  assert.deepEqual(reads(), first);
});
