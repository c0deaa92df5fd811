import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Prompt } from '../../server/src/prompt.ts';
import { undisturbed } from '../../server/src/publisher.ts';

test('a check waits until the client has taken the answer before it, and sees what was typed meanwhile', async () => {
  let version = 1;
  const takes: (() => void)[] = [];
  const answered = () => new Promise<void>((resolve) => takes.push(resolve));
  let isChecked = false;
  const checked = undisturbed({ version: () => version, isNew: false, answered }).then(() => {
    isChecked = true;
  });

  const asked = async (times: number) => {
    while (takes.length < times) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  await asked(1);
  version = 2;
  takes[0]?.();
  await asked(2);
  assert.equal(isChecked, false, 'there is a newer text');
  takes[1]?.();
  await checked;
});

test('a new text is checked at once: no answer was given yet', async () => {
  const never = () => assert.fail('nothing was sent');
  await undisturbed({ version: () => 1, isNew: true, answered: never });
});

test('what is being answered is waited for, unless it waits for something itself', async () => {
  const prompt = new Prompt();
  let give: (items: string[]) => void = () => {};
  const answer = prompt.of((_uri: string) => new Promise<string[]>((resolve) => (give = resolve)))('a spec');
  let isDone = false;
  const done = prompt.done().then(() => {
    isDone = true;
  });
  await new Promise(setImmediate);
  assert.equal(isDone, false);
  give(['an item']);
  await done;
  assert.deepEqual(await answer, ['an item']);

  const failing = prompt.of(() => Promise.reject(new Error('no')))();
  await prompt.done();
  await assert.rejects(failing, /no/);

  void prompt.of(() => new Promise(() => {}))();
  await prompt.done();
});

test('who has an answer may ask for the next thing before anything is begun', async () => {
  const prompt = new Prompt();
  const ask = prompt.of((milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  const given: string[] = [];
  void ask(1).then(() => {
    given.push('first');
    // The client hears of it only when the server sleeps.
    setImmediate(() => void ask(5).then(() => given.push('second')));
  });
  await prompt.done();
  assert.deepEqual(given, ['first', 'second']);
});
