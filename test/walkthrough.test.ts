import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { manifest } from './support/manifest.ts';

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly image: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const { contributes } = manifest;
const commands = new Set(contributes.commands.map(({ command }: { command: string }) => command));
const views = new Set(contributes.views.aiSystem.map(({ id }: { id: string }) => id));
const [walkthrough] = contributes.walkthroughs as [{ readonly steps: readonly Step[] }];

for (const { id, description, media, completionEvents } of walkthrough.steps) {
  test(`the step "${id}" has a picture, and leads to what there is`, () => {
    assert.ok(statSync(media.image).size < 50_000, 'small enough to ship');
    assert.deepEqual([...readFileSync(media.image).subarray(1, 4)], [...Buffer.from('PNG')]);
    assert.ok(media.altText.length > 40);
    const named = [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command);
    assert.ok(named.length > 0);
    for (const command of named) assert.ok(commands.has(command), command);
    for (const event of completionEvents) {
      const [kind, what] = event.split(':');
      assert.ok((kind === 'onView' ? views : commands).has(what), event);
    }
  });
}

test('there are four steps', () => assert.equal(walkthrough.steps.length, 4));
