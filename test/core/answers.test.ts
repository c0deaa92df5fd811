import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsed } from '../../core/src/evidence/files.ts';
import { type Answer, Answers, type Inquiry, lookUp } from '../../core/src/index.ts';
import { repository } from '../support/repository.ts';

const file = { root: '', path: 'observability/alerts.yaml' };

/** An inquiry about a file that is answered when the test says so. */
function slow(about = file) {
  let answer: (facts: string) => void = () => {};
  const inquiry: Inquiry<string> = {
    key: `slow ${about.path}`,
    about: [about],
    answer: () => new Promise<Answer<string>>((done) => (answer = (facts) => done({ kind: 'read', facts }))),
  };
  return { inquiry, answer: (facts: string) => answer(facts) };
}

test('what changed while it was read is not known', async () => {
  const { answers, host } = repository({ files: {} });
  const { inquiry, answer } = slow();
  const looking = lookUp([inquiry], { answers, host });
  await Promise.resolve();
  assert.equal(answers.forget(file), true);
  const { revision } = answers;
  answer('before');
  await looking;
  assert.equal(answers.get(inquiry.key), undefined);
  assert.notEqual(answers.revision, revision);

  const again = lookUp([inquiry], { answers, host });
  await Promise.resolve();
  answer('after');
  await again;
  assert.deepEqual(answers.get(inquiry.key), { kind: 'read', facts: 'after' });
});

test('what is asked of one file by two specs at once is looked up once', async () => {
  const { answers, host } = repository({ files: {} });
  const { inquiry, answer } = slow();
  let looks = 0;
  const counted: typeof inquiry = {
    ...inquiry,
    answer(through) {
      looks += 1;
      return inquiry.answer(through);
    },
  };
  const both = Promise.all([lookUp([counted], { answers, host }), lookUp([counted], { answers, host })]);
  await Promise.resolve();
  answer('facts');
  await both;
  await lookUp([counted], { answers, host });
  assert.deepEqual(answers.get(inquiry.key), { kind: 'read', facts: 'facts' });
  assert.equal(looks, 1);
});

test('who asks after a change does not get what was read before it', async () => {
  const { answers, host } = repository({ files: {} });
  const [first, second] = [slow(), slow()];
  const early = lookUp([first.inquiry], { answers, host });
  answers.forget(file);
  const late = lookUp([second.inquiry], { answers, host });
  second.answer('after');
  await late;
  first.answer('before');
  await early;
  assert.deepEqual(answers.get(first.inquiry.key), { kind: 'read', facts: 'after' });
});

test('a change elsewhere forgets nothing', async () => {
  const { answers, host } = repository({ files: {} });
  const { inquiry, answer } = slow();
  const looking = lookUp([inquiry], { answers, host });
  await Promise.resolve();
  assert.equal(answers.forget({ root: '', path: 'observability/rules.yaml' }), false);
  assert.equal(answers.forget({ root: 'other', path: file.path }), false);
  answer('facts');
  await looking;
  assert.deepEqual(answers.get(inquiry.key), { kind: 'read', facts: 'facts' });
});

const concerned: readonly (readonly [about: string, changed: string, forgotten: boolean])[] = [
  ['observability/alerts.yaml', 'observability/alerts.yaml', true],
  ['observability', 'observability/alerts.yaml', true],
  ['observability/alerts.yaml', 'observability', true],
  ['observability', 'observability2/alerts.yaml', false],
  ['', 'src/main.py', true],
  ['', '.git/index', false],
  ['.git', '.git/refs/heads/main', true],
];
for (const [about, changed, forgotten] of concerned) {
  test(`an answer about "${about}" is ${forgotten ? '' : 'not '}forgotten when "${changed}" changes`, () => {
    const answers = new Answers();
    const { inquiry } = slow({ root: '', path: about });
    answers.set(inquiry, { kind: 'read', facts: '' });
    assert.equal(answers.forget({ root: '', path: changed }), forgotten);
  });
}

test('a folder is walked once, however many files are looked for in it, and again when something in it changed', async () => {
  const { answers, host } = repository({ files: { 'ops/alerts.yaml': '', 'ops/rules.yaml': '' } });
  let walks = 0;
  const counting: typeof host = {
    ...host,
    list(folder, wants, most) {
      walks += 1;
      return host.list(folder, wants, most);
    },
  };
  const named = (name: string): Inquiry<readonly string[]> => ({
    key: `named ${name}`,
    about: [{ root: '', path: '' }],
    async answer(through) {
      const found = await through.list({ root: '', path: '' }, (path) => path.includes(name), 10);
      return found.kind === 'read' ? { kind: 'read', facts: found.facts.paths } : found;
    },
  });
  await lookUp([named('alerts'), named('rules'), named('none')], { answers, host: counting });
  assert.deepEqual(answers.get('named alerts'), { kind: 'read', facts: ['ops/alerts.yaml'] });
  assert.deepEqual(answers.get('named none'), { kind: 'read', facts: [] });
  assert.equal(walks, 1);
  answers.forget({ root: '', path: 'ops/new.yaml' });
  await lookUp([named('alerts')], { answers, host: counting });
  assert.equal(walks, 2);
});

test('what there was no time for is asked again, and three times at most', async () => {
  const { answers, host: whole } = repository({ files: { [file.path]: 'text' } });
  const inquiry = parsed('text', file, (text) => text);
  let left = 0;
  const host = {
    ...whole,
    text: async (path: typeof file, most: number): Promise<Answer<string>> => {
      left -= 1;
      return left < 0 ? { kind: 'unread', why: 'budget', passing: true } : whole.text(path, most);
    },
  };
  for (const again of [true, true, false]) {
    await lookUp([inquiry], { answers, host });
    assert.deepEqual(answers.get(inquiry.key), { kind: 'unread', why: 'budget', passing: true });
    const { revision } = answers;
    assert.equal(answers.retry(), again);
    assert.equal(answers.get(inquiry.key) === undefined, again);
    assert.equal(answers.revision !== revision, again);
  }
  answers.forget(file);
  left = 1;
  await lookUp([inquiry], { answers, host });
  assert.deepEqual(answers.get(inquiry.key), { kind: 'read', facts: 'text' });
  assert.equal(answers.retry(), false);
});

test('what is too large stays so until it changes', async () => {
  const { answers, host } = repository({ files: { [file.path]: 'text' } });
  const inquiry = parsed('text', file, (text) => text, 2);
  await lookUp([inquiry], { answers, host });
  assert.equal(answers.retry(), false);
  assert.deepEqual(answers.get(inquiry.key), { kind: 'unread', why: 'budget' });
});
