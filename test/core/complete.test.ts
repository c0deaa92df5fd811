import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meanings } from '../../core/src/complete/word-meanings.ts';
import { applyEdits, type Completion, check, complete, readSpec, ruleById, type Span } from '../../core/src/index.ts';
import { fields } from '../../core/src/spec/fields.generated.ts';
import type { AnyNode } from '../../core/src/yaml/tree.ts';
import { today } from '../support/carets.ts';
import { examples } from '../support/examples.ts';
import { random } from '../support/random.ts';

/** `|` is the cursor. */
function at(source: string, stage: 'pilot' | 'production' = 'production') {
  const offset = source.indexOf('|');
  const text = source.slice(0, offset) + source.slice(offset + 1);
  return complete(check(text, { asOf: today, stage }), offset).map((one) => ({
    ...one,
    whole: applyEdits(text, [{ span: one.span, text: one.text }]),
  }));
}

const moment = (when: string) =>
  'models:\n  answer-llm:\n    retires: 2027-04-14\n  embedder: {}\nmonitoring:\n  alerts:\n    recall-low: {}\n' +
  `operations:\n  triggers:\n    renew:\n      when: ${when}\n`;

const offered: readonly (readonly [name: string, source: string, has: readonly string[], lacks?: readonly string[]])[] =
  [
    [
      'sections, without those that are there',
      'apiVersion: ai-system/v1\nsystem:\n  name: x\n|',
      ['owners', 'logging'],
      ['system', 'apiVersion'],
    ],
    ['a section half typed', 'system:\n  name: x\nlog|\n', ['logging']],
    ['keys of a section', 'system:\n  |\n', ['name', 'type', 'owner']],
    ['keys beside others', 'system:\n  name: x\n  ow|\n', ['owner'], ['name']],
    ['keys in braces', 'system: { name: x, | }\n', ['type', 'owner'], ['name']],
    ['keys in braces that are not closed', 'system: { name: x, ty|\n', ['type']],
    ['keys of a list item', 'system:\n  pilot_gaps:\n    - |\n', ['gap', 'due', 'owner']],
    ['further keys of a list item', 'system:\n  pilot_gaps:\n    - gap: x\n      |\n', ['closed', 'due'], ['gap']],
    ['keys of an entry', 'owners:\n  ops:\n    |\n', ['team', 'contact']],
    ['an entry of a map', 'owners:\n  |\n', ['new owner']],
    ['keys of a map that are known', 'operations:\n  changes:\n    |\n', ['prompt', 'model', 'index']],
    ['words', 'system:\n  stage: |\n', ['pilot', 'pre-production', 'production']],
    ['words half typed', 'system:\n  stage: pro|\n', ['production']],
    ['words before what stands there', 'system:\n  stage: |pilot\n', ['production']],
    ['words in quotes', 'system:\n  stage: "pi|"\n', ['pilot']],
    ['words in a list', 'evaluation:\n  gate:\n    runs_when:\n      - |\n', ['prompt', 'model']],
    ['words in brackets', 'evaluation:\n  gate:\n    runs_when: [prompt, |]\n', ['model']],
    [
      'ids of owners',
      'system:\n  owner: |\nowners:\n  ops:\n    team: Ops\n  build:\n    team: Build\n',
      ['ops', 'build'],
    ],
    ['ids in a list', 'indexes:\n  a:\n    from:\n      - |\nsources:\n  letters:\n    what: x\n', ['letters']],
    [
      'alerts, and times before a model retires',
      moment('\n        - |'),
      ['recall-low', '120d before answer-llm.retires', '120d before embedder.retires'],
      ['answer-llm', 'embedder'],
    ],
    ['the time before it that is typed', moment('\n        - 30d|'), ['30d before answer-llm.retires']],
    ['moments that are not in the list', moment('[recall-low, |]'), ['120d before embedder.retires'], ['recall-low']],
    ['what retires', moment('\n        - 90d before |'), ['answer-llm.retires'], ['recall-low', 'answer-llm']],
    ['what retires, half typed', moment('\n        - 90d before ans|'), ['answer-llm.retires'], ['recall-low']],
    ['days', 'system:\n  launch: |\n', ['2026-11-22', '2026-12-22']],
    ['a form', 'indexes:\n  a:\n    max_age: |\n', ['28h']],
    ['a form in place of a placeholder', 'indexes:\n  a:\n    max_age: TODO e.g.| 28h\n', ['28h']],
    ['days that begin so', 'system:\n  launch: 2026-|\n', ['2026-11-22']],
    ['the marker', 'apiVersion: |', ['ai-system/v1']],
    ['keys in quotes', 'system:\n  "st|": pilot\n', ['stage', 'name'], ['users']],
    ['keys in quotes that are not closed', 'system:\n  "st|\n', ['stage']],
    ['keys in braces that are not closed in this line', 'system: {\n  name: x,\n  |\n', ['type'], ['name']],
    ['an entry in braces', 'owners: {|}\n', ['new owner']],
    ['words right behind the colon', 'system:\n  stage:|\n', ['pilot']],
    ['words in place of a placeholder', 'system:\n  stage: |TODO pilot or retired\n', ['pilot', 'retired']],
    ['words in place of half a placeholder', 'system:\n  stage: TODO pi| of x\n', ['pilot', 'retired']],
    ['words behind an anchor', 'system:\n  stage: &now |\n', ['pilot']],
    ['words that are not in the list', 'evaluation:\n  gate:\n    runs_when: [prompt, |]\n', ['model'], ['prompt']],
    ['words where a list is to be', 'evaluation:\n  gate:\n    runs_when: |\n', ['prompt', 'model']],
    ['words below the key of a list', 'evaluation:\n  gate:\n    runs_when:\n      |\n', ['prompt', 'model']],
    ['how a contact begins', 'owners:\n  ops:\n    contact:\n      - |\n', ['mailto:', 'pagerduty:']],
    ['an item of a list', 'waivers:\n  |\n', ['new waiver']],
    ['a whole item beside its keys', 'waivers:\n  - |\n', ['new waiver', 'rule']],
    ['a whole item in braces', 'waivers: [{ | }]\n', ['new waiver', 'rule']],
    ['no whole item in brackets', 'waivers: [|]\n', ['rule'], ['new waiver']],
    ['only keys of an item that has some', 'waivers:\n  - rule: x\n    |\n', ['reason'], ['new waiver']],
    [
      'requirements that can be waived',
      'waivers:\n  - rule: |\n',
      ['alert-quality', 'run-owner-named'],
      ['owner-reachable', 'unknown-key'],
    ],
    [
      'right inside what cannot be read',
      'system:\n  name: [x\n  stage: |\nowners:\n  ops:\n    team: Ops\n',
      ['pilot'],
    ],
  ];

for (const [name, source, has, lacks = []] of offered) {
  for (const [ending, text] of [
    ['', source],
    [', CRLF', source.replaceAll('\n', '\r\n')],
  ] as const) {
    test(`offers ${name}${ending}`, () => {
      const labels = at(text).map(({ label }) => label);
      for (const one of has) assert.ok(labels.includes(one), `${one} is not among ${labels.join(', ')}`);
      for (const one of lacks) assert.ok(!labels.includes(one), `${one} is offered`);
    });
  }
}

const nothing: readonly (readonly [name: string, source: string])[] = [
  ['in a comment', 'system: # |\n  name: x\n'],
  ['on a line of comment', '# |\nsystem:\n  name: x\n'],
  ['in a block of text', 'system:\n  purpose: >-\n    Helps |\n'],
  ['for a marker beside what is not ours', 'apiVersion: |\nkind: Pod\n'],
  ['in a second document', 'system:\n  name: x\n---\nsystem:\n  |\n'],
  ['of an example, once an answer has begun', 'indexes:\n  a:\n    max_age: 2|\n'],
  ['for a name of somebody else', 'owners:\n  ops:\n    team: |\n'],
  ['in quotes that end in the next line', 'system:\n  stage: "pi|\n    lot"\n'],
  ['in quotes that end in the next line, with a comment', "system:\n  stage: 'pi|\n    lot' # x\n"],
  ['before quotes that end in the next line', 'system:\n  stage: |"pi\n    lot"\n'],
  ['before a key on the same line', 'system:\n  stage: | name: x\n'],
  ['for a key before another on the same line', 'system:\n  | name: x\n'],
  ['for a key before a value in quotes over lines', 'system:\n  |"pi\n    lot"\n'],
  ['in place of a list', 'evaluation:\n  gate:\n    runs_when: |[prompt, model]\n'],
  ['in place of a list behind the colon', 'evaluation:\n  gate:\n    runs_when:| [prompt, model]\n'],
  ['in place of a list in braces', 'evaluation:\n  gate: { runs_when: |[prompt] }\n'],
  ['in place of a mapping', 'system:\n  owner: |{ a: b }\n'],
  ['before an anchor', 'system:\n  stage: |&now pilot\n'],
  ['in a file of somebody else', 'apiVersion: v1\nkind: Pod\n|\n'],
];
for (const [name, source] of nothing) {
  test(`offers nothing ${name}`, () =>
    assert.deepEqual(
      at(source).map(({ label }) => label),
      [],
    ));
}

const followed: readonly (readonly [name: string, source: string, isNew: boolean])[] = [
  ['above what is deeper', 'evaluation:\n  datasets:\n    pilot|-queries\n      path: x.jsonl\n', false],
  ['above what is deeper, with lines between', 'owners:\n  |\n\n    # Whom to ask\n    team: x\n', false],
  ['before other words', 'owners:\n  foo| bar\n', false],
  ['before other words in braces', 'owners: { foo| bar }\n', false],
  ['before a comment', 'owners:\n  | # Whom to ask\n  ops:\n    team: x\n', true],
  ['above another', 'owners:\n  foo|\n\n  ops:\n    team: x\n', true],
  ['an item before other words', 'waivers:\n  - foo| bar\n', false],
];
for (const [name, source, isNew] of followed) {
  for (const [ending, text] of [
    ['', source],
    [', CRLF', source.replaceAll('\n', '\r\n')],
  ] as const) {
    test(`${isNew ? 'a' : 'no'} new entry ${name}${ending}`, () =>
      assert.equal(
        at(text).some(({ kind }) => kind === 'entry'),
        isNew,
      ));
  }
}

test('a finished entry is only renamed where its name is put right', () => {
  const names = (source: string) => at(source).map(({ label }) => label);
  const metrics = (key: string) => names(`evaluation:\n  retrieval:\n    ${key}: { min: x }\n`);
  assert.ok(!metrics('nd|cg@8').includes('context-precision'));
  assert.deepEqual(metrics('context-pre|cison'), ['context-precision']);
});

test('an entry without a name is not offered', () => {
  for (const empty of ['null: {}', ': x']) {
    const labels = at(`indexes:\n  a:\n    from: [|]\nsources:\n  ${empty}\n  letters: {}\n`).map(({ label }) => label);
    assert.deepEqual(labels, ['letters'], empty);
  }
});

test('what the stage asks comes first', () => {
  const ranks = new Map(
    at('apiVersion: ai-system/v1\nsystem:\n  type: llm\n|', 'pilot').map(({ label, rank }) => [label, rank]),
  );
  assert.equal(ranks.get('owners'), 0);
  assert.equal(ranks.get('waivers'), 1);
});

test('a chosen key goes on where its value stands', () => {
  const chosen = (source: string, label: string) => at(source).find((one) => one.label === label)?.whole;
  assert.equal(chosen('system:\n  na|\n', 'name'), 'system:\n  name: \n');
  assert.equal(chosen('system:\n  us|\n', 'users'), 'system:\n  users:\n    \n');
  assert.equal(chosen('system:\n  lang|\n', 'languages'), 'system:\n  languages:\n    - \n');
  assert.equal(chosen('system:\n  na|: x\n', 'name'), 'system:\n  name: x\n');
  assert.equal(chosen('system: { na| }\n', 'name'), 'system: { name:  }\n');
});

const accepted: readonly (readonly [name: string, source: string, label: string, whole: string])[] = [
  ['a marker is whole', 'api|', 'apiVersion', 'apiVersion: ai-system/v1'],
  ['a key above its value', 'own|\n  ops:\n    team: x\n', 'owners', 'owners:\n  ops:\n    team: x\n'],
  ['a key in quotes', 'system:\n  "na|"\n', 'name', 'system:\n  "name": \n'],
  ['a key in quotes before a colon', 'system:\n  "na|": x\n', 'name', 'system:\n  "name": x\n'],
  ['a word in an open quote closes it', 'system:\n  stage: "pi|\n', 'pilot', 'system:\n  stage: "pilot"\n'],
  [
    'an open quote, with others below',
    'system:\n  stage: "pi|\n  name: "x"\n',
    'pilot',
    'system:\n  stage: "pilot"\n  name: "x"\n',
  ],
  ['what is in quotes is replaced', "system:\n  stage: |'pi # lot' # c\n", 'pilot', 'system:\n  stage: pilot # c\n'],
  ['a colon in quotes too', 'system:\n  stage:| "a: \\" b"\n', 'pilot', 'system:\n  stage: pilot\n'],
  ['quotes in braces', 'system: { stage: |"a, b", name: x }\n', 'pilot', 'system: { stage: pilot, name: x }\n'],
  ['a placeholder with a colon', 'system:\n  stage: |TODO a: b # c\n', 'pilot', 'system:\n  stage: pilot # c\n'],
  ['a word in quotes', "system:\n  stage: 'pi|'\n", 'pilot', "system:\n  stage: 'pilot'\n"],
  [
    'the whole placeholder is replaced',
    'system:\n  stage: |TODO a or b # c\n',
    'pilot',
    'system:\n  stage: pilot # c\n',
  ],
  [
    'only the value in braces',
    'system: { stage: |TODO a b, name: x }\n',
    'pilot',
    'system: { stage: pilot, name: x }\n',
  ],
  [
    'only the value in braces over lines',
    'system: {\n  stage: |a b,\n  name: x }\n',
    'pilot',
    'system: {\n  stage: pilot,\n  name: x }\n',
  ],
  ['an anchor stays', 'system:\n  stage: &now |\n', 'pilot', 'system:\n  stage: &now pilot\n'],
  ['a space behind the colon', 'system:\n  stage:|\n', 'pilot', 'system:\n  stage: pilot\n'],
  [
    'a list on one line',
    'evaluation:\n  gate:\n    runs_when: |\n',
    'prompt',
    'evaluation:\n  gate:\n    runs_when: [prompt]\n',
  ],
  [
    'a list below its key',
    'evaluation:\n  gate:\n    runs_when:\n      |\n',
    'prompt',
    'evaluation:\n  gate:\n    runs_when:\n      - prompt\n',
  ],
  [
    'a time before stays, and the rest goes',
    moment('\n        - 90d before ans|wer # why'),
    'answer-llm.retires',
    moment('\n        - 90d before answer-llm.retires # why'),
  ],
  [
    'what retires, in quotes',
    moment('["90d before |"]'),
    'answer-llm.retires',
    moment('["90d before answer-llm.retires"]'),
  ],
  [
    'a moment where a list is to be',
    moment('90d before |'),
    '90d before answer-llm.retires',
    moment('[90d before answer-llm.retires]'),
  ],
  [
    'a moment in place of a placeholder',
    moment('\n        - TODO alert id| or 120d before <model id>.retires'),
    '120d before answer-llm.retires',
    moment('\n        - 120d before answer-llm.retires'),
  ],
  [
    'a contact goes on',
    'owners:\n  ops:\n    contact:\n      - |\n',
    'slack:',
    'owners:\n  ops:\n    contact:\n      - slack:\n',
  ],
];
for (const [name, source, label, whole] of accepted) {
  test(`accepting: ${name}`, () => {
    const one = at(source).find((item) => item.label === label);
    assert.equal(one?.whole, whole);
  });
}

test('more is asked for behind a key where there is something to choose', () => {
  const goesOn = (source: string) =>
    at(source)
      .filter((one) => one.goesOn)
      .map(({ label }) => label);
  const keys = goesOn('system:\n  |\n');
  for (const key of ['type', 'owner', 'launch', 'users', 'pilot_gaps']) assert.ok(keys.includes(key), key);
  for (const key of ['name', 'purpose', 'in_scope']) assert.ok(!keys.includes(key), key);
  assert.deepEqual(
    goesOn('api|').filter((key) => key === 'apiVersion'),
    [],
  );
  assert.ok(goesOn('owners:\n  ops:\n    |\n').includes('contact'));
});

test('each word of the language says what it means, and no word that it has not', () => {
  const words = (values: readonly string[]) => [...values].sort();
  const wanted = fields.filter(({ kind, values }) => kind === 'scalar' && values !== undefined);
  assert.deepEqual(
    Object.fromEntries(wanted.map(({ path, values = [] }) => [path, words(values)])),
    Object.fromEntries(Object.entries(meanings).map(([path, known]) => [path, words(Object.keys(known))])),
  );
  for (const known of Object.values(meanings)) {
    for (const text of Object.values(known)) assert.match(text, /^[a-z].{1,58}[a-zA-Z]$/, text);
  }
  const details = at('system:\n  stage: |\n').map(({ label, detail }) => `${label}: ${detail}`);
  assert.equal(details[0], 'pilot: being tried out: names what it needs');
});

test('entries are short, and keys that exclude each other are not in one', () => {
  const index = at('indexes:\n  |\n').find(({ label }) => label === 'new index');
  assert.deepEqual(index?.text.match(/^ {4}\w+(?=:)/gm), ['    from', '    embedding', '    version', '    max_age']);
  const alert = at('monitoring:\n  alerts:\n    |\n').find(({ label }) => label === 'new alert');
  assert.match(alert?.text ?? '', /^ {6}metric: TODO .*\n {6}above: TODO e\.g\. 12%\n {6}for: TODO /m);
  const gap = at('system:\n  pilot_gaps:\n    - |\n').find(({ kind }) => kind === 'entry');
  assert.match(gap?.whole ?? '', /- gap: TODO [^\n]*\n {6}due: TODO [^\n]*\n {6}owner: TODO owner id\n$/);
});

/** Somebody types: what was analysed is a few letters older than what is asked about. */
for (const { name, text } of examples) {
  test(`what is offered hangs on the text of now, in ${name}`, () => {
    const rng = random(11);
    let some = 0;
    for (let count = 0; count < 30; count += 1) {
      const line = text.lastIndexOf('\n', rng.below(text.length)) + 1;
      const indent = /^ */.exec(text.slice(line))?.[0] ?? '';
      const typed = `${indent}${['', 'o', 'ow', '- ', 'owner: ', 'status: c'][rng.below(6)]}`;
      const now = `${text.slice(0, line)}${typed}\n${text.slice(line)}`;
      const offset = line + typed.length;
      const anew = complete(check(now, { asOf: today }), offset);
      const known = complete(check(text, { asOf: today }), offset, { text: now });
      const told = ({ label, text, span, kind }: (typeof anew)[number]) => ({ label, text, span, kind });
      assert.deepEqual(known.map(told), anew.map(told), now.slice(Math.max(0, line - 100), offset));
      some += known.length;
    }
    assert.ok(some > 0);
  });
}

/** Accepting whatever is offered wherever it is offered breaks nothing. */
const tries = 60;
for (const { name, text } of examples) {
  test(`nothing that is offered breaks ${name}`, () => {
    const rng = random(7);
    const before = wrongs(text);
    let accepted = 0;
    for (let count = 0; count < tries; count += 1) {
      // In place of a value, behind a key, or on a line of its own.
      const offset = rng.below(text.length);
      const line = text.lastIndexOf('\n', offset) + 1;
      const indent = /^ */.exec(text.slice(line))?.[0] ?? '';
      const onItsOwn = rng.chance(0.5);
      const source = onItsOwn ? `${text.slice(0, line)}${indent}\n${text.slice(line)}` : text;
      const cursor = onItsOwn ? line + indent.length : offset;
      const items = complete(check(source, { asOf: today }), cursor);
      for (const item of items.filter(() => rng.chance(4 / (items.length + 1)))) {
        // A key that goes on is finished by its value.
        const value = item.goesOn && !/[\w"]$/.test(item.text) ? 'TODO' : '';
        const whole = applyEdits(source, [{ span: item.span, text: item.text + value }]);
        // Another kind has other fields, and what the one before had is told as unknown.
        const isKind = /(?:^|[\s{,])kind: *$/.test(source.slice(0, item.span.start));
        const fresh = wrongs(whole).filter(
          (one) => !before.includes(one) && !(isKind && one.startsWith('unknown-key: ')),
        );
        assert.deepEqual(
          fresh,
          [],
          `${item.label} at ${cursor}\n${whole.slice(Math.max(0, cursor - 200), cursor + 200)}`,
        );
        assert.deepEqual(changed(source, item, item.text + value), [], `${item.label} at ${cursor}`);
        accepted += 1;
      }
    }
    assert.ok(accepted > tries / 2, `${accepted} accepted`);
  });
}

const syntax: readonly string[] = [
  ...['syntax-error', 'unknown-key', 'duplicate-key', 'tab-indentation', 'invalid-character', 'several-documents'],
  ...['not-a-mapping', 'needs-quotes', 'unknown-tag', 'boolean-key'],
];

test('what counts as broken are rules', () => {
  for (const id of syntax) assert.equal(ruleById(id)?.id, id);
});

function wrongs(text: string): string[] {
  return check(text, { asOf: today })
    .findings.filter(({ rule }) => syntax.includes(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

interface Leaf extends Span {
  readonly says: string;
}

/** In the order of the text. Items move when one comes before them, and all below a key when that is written anew. */
function leaves(text: string): Leaf[] {
  const found: Leaf[] = [];
  const visit = (node: AnyNode | undefined, keys: readonly string[]) => {
    if (node?.kind === 'mapping') for (const { key, value } of node.entries) visit(value, [...keys, key.value]);
    if (node?.kind === 'sequence') for (const item of node.items) visit(item, keys);
    if (node?.kind === 'scalar') found.push({ ...node.span, says: `${keys.join('.')}: ${node.value}` });
  };
  visit(readSpec(text).tree, []);
  return found;
}

/** What stands outside of the edit says the same at its new place. */
function changed(source: string, { span, kind }: Completion, text: string): string[] {
  const moved = text.length - (span.end - span.start);
  const after = new Map(leaves(applyEdits(source, [{ span, text }])).map(({ start, says }) => [start, says]));
  const shown = (says: string | undefined) => (kind === 'key' ? says?.slice(says.indexOf(': ')) : says);
  return leaves(source)
    .filter(({ start, end }) => end < span.start || start > span.end)
    .flatMap(({ start, says }) => {
      const now = after.get(start + (start > span.end ? moved : 0));
      return shown(now) === shown(says) ? [] : [`${says} is now ${now}`];
    });
}

test('today is the day on which somebody asks', () => {
  const text = 'apiVersion: ai-system/v1\nsystem:\n  reviewed: \n';
  const days = complete(check(text, { asOf: '2026-11-22' }), text.length - 1, { asOf: '2026-11-23' });
  assert.deepEqual(
    days.filter(({ detail }) => detail === 'today').map(({ label }) => label),
    ['2026-11-23'],
  );
});
