import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undisturbed } from '../../server/src/publisher.ts';

test('a check waits until the client has taken the answer before it, and sees what was typed meanwhile', async () => {
  let version = 1;
  const takes: (() => void)[] = [];
  const handedOver = () => new Promise<void>((resolve) => takes.push(resolve));
  let isChecked = false;
  const checked = undisturbed({ version: () => version, isNew: false, handedOver }).then(() => {
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
  await undisturbed({ version: () => 1, isNew: true, handedOver: never });
});
