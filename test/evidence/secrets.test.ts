import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkWithEvidence,
  complete,
  evidenceFrom,
  foundTable,
  type Inquiry,
  initialSpec,
  lookUp,
} from '../../core/src/index.ts';
import { fitToShow, shown } from '../../core/src/shown.ts';
import { today } from '../support/carets.ts';
import { repository } from '../support/repository.ts';
import { plants, tellsSecret } from '../support/secrets.ts';
import { filesOf } from '../support/twins.ts';

/** Of each file some words, each in its turn replaced by a secret of another kind. */
const wordsPerFile = 4;
const decoder = new TextDecoder();

interface Planted {
  readonly where: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

function* planted(example: string, each: number): Generator<Planted> {
  const files = filesOf(`examples/${example}`);
  let turn = 0;
  for (const [path, bytes] of Object.entries(files)) {
    if (/(?:ai-system\.yaml|\.parquet|\.pdf|findings\.txt)$/.test(path)) continue;
    const text = decoder.decode(bytes);
    const words = [...new Map([...text.matchAll(/[A-Za-z][\w-]{2,}/g)].map((match) => [match[0], match])).values()];
    const step = Math.max(1, Math.floor(words.length / each));
    for (const { 0: word, index } of words.filter((_, at) => at % step === turn % step)) {
      const secret = plants[turn % plants.length] ?? '';
      turn += 1;
      const broken = text.slice(0, index) + secret.replaceAll('\n', '\\n') + text.slice(index + word.length);
      yield { where: `"${word}" of ${path} is ${secret.slice(0, 8)}…`, files: { ...files, [path]: broken } };
    }
  }
}

for (const example of ['rag-production', 'model-production']) {
  const spec = decoder.decode(filesOf(`examples/${example}`)['ai-system.yaml']);

  test(`${example}: a secret in an artifact is in no finding, fact or fix`, async () => {
    let count = 0;
    for (const { where, files } of planted(example, wordsPerFile)) {
      const { assessments, findings } = await checkWithEvidence(spec, { asOf: today }, repository({ files }));
      const told = JSON.stringify([assessments, findings, findings.map((finding) => finding.fixes())]);
      assert.ok(!tellsSecret(told), where);
      count += 1;
    }
    assert.ok(count > 80, `${count} planted`);
  });

  test(`${example}: a secret in an artifact is in no first spec`, async () => {
    for (const { where, files } of planted(example, 1)) {
      const { 'ai-system.yaml': _, ...rest } = files;
      const first = await initialSpec(repository({ files: rest }).host, '', { asOf: today });
      assert.ok(!tellsSecret(first.text + foundTable(first)), where);
    }
  });
}

const selectable: Readonly<Record<string, readonly [file: string, line: string, content: (name: string) => string]>> = {
  alerts: [
    'alerts.yaml',
    'monitoring:\n  alerts:\n    a:\n      rule: ',
    (name) =>
      `groups:\n- name: g\n  rules:\n  - alert: Plain\n    expr: a > 1\n  - alert: "${name}"\n    expr: a > 1\n`,
  ],
  headings: [
    'a.md',
    'monitoring:\n  alerts:\n    a:\n      runbook: ',
    (name) => `# Plain\n\ntext\n\n## ${name}\n\ntext\n`,
  ],
  cases: [
    'cases.jsonl',
    'evaluation:\n  datasets:\n    a:\n      path: ',
    (name) => `{"input":"a","kind":"plain"}\n{"input":"b","kind":"${name}"}\n`,
  ],
};

for (const [what, [file, line, content]] of Object.entries(selectable)) {
  test(`no secret is offered among ${what}`, async () => {
    for (const secret of plants) {
      const files = { [file]: content(secret.replaceAll('\n', ' ')) };
      const { answers, host } = repository({ files });
      const text = `apiVersion: ai-system/v1\n${line}${file}#`;
      const analysis = await checkWithEvidence(text, { asOf: today }, repository({ files }));
      let offered: readonly object[] = [];
      for (let round = 0; round < 4; round += 1) {
        const wanted = new Map<string, Inquiry<unknown>>();
        offered = complete(analysis, text.length, { evidence: evidenceFrom(answers, '', wanted) });
        await lookUp([...wanted.values()], { answers, host });
      }
      const told = JSON.stringify(offered);
      assert.ok(!tellsSecret(told), told);
      assert.match(told, /plain|input=a/i);
    }
  });
}

test('each kind of secret is told as one, and nothing else of it', () => {
  for (const secret of plants) {
    const told = shown(`Its label is "${secret}", as it was.`);
    assert.ok(!tellsSecret(told), told);
    assert.match(told, /^Its label is .*as it was\.$/);
  }
});

for (const [name, text, expected] of [
  ['an address gives no access', 'See https://me:pA55w0rd@a.example/b?x=1#top.', 'See https://a.example/b#top.'],
  ['nor with a token alone', 'See https://abc123@a.example/b.', 'See https://a.example/b.'],
  ['the digest of an image stays', 'It runs oci://a.example/b@sha256:ab12.', 'It runs oci://a.example/b@sha256:ab12.'],
  ['one line', 'It says "a\n  b\u2028c\td".', 'It says "a bc d".'],
  ['what reorders or hides is left out', 'It says "a\u202eb\u200bc\u0007\u0085d".', 'It says "abc d".'],
  ['a long quotation is cut', `It says "${'ab '.repeat(80)}".`, `It says "${'ab '.repeat(53)}…".`],
  ['what is harmless stays', 'Alert "Low" fires below 0.87.', 'Alert "Low" fires below 0.87.'],
] as const) {
  test(`shown: ${name}`, () => assert.equal(shown(text), expected));
}

test('a fix that copies a secret, access to an address or what nobody sees is not offered', () => {
  const span = { start: 0, end: 0 };
  const offered = (text: string) =>
    fitToShow({
      at: { span },
      subject: '',
      state: 'contradicted',
      reason: '',
      fix: () => ({ title: 'Use it', kind: 'adopt', safe: false, edits: [{ span, text }] }),
    }).fix?.();
  assert.equal([offered('30 4 * * *')].flat().length, 1);
  for (const text of [...plants, 'https://abc123@a.example/', 'a\u202eb', 'a\u200bb', '\u2588\u2588'])
    assert.deepEqual(offered(text), [], text);
});
