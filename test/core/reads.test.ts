import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ArtifactHost, checkWithAnswers, checkWithEvidence, lookUp, shownPath } from '../../core/src/index.ts';
import { today } from '../support/carets.ts';
import { repository } from '../support/repository.ts';
import { filesOf } from '../support/twins.ts';

/** Tables pass by line by line; a file of cases may be asked about twice, the second time by what the first told. */
function twice(opened: ReadonlyMap<string, number>): string[] {
  return [...opened].filter(([path, times]) => times > 1 && !path.endsWith('.jsonl')).map(([path]) => path);
}

/** Which files are read, and how often; a look at the first bytes of one does not count. */
function counting(host: ArtifactHost, opened: Map<string, number>): ArtifactHost {
  const count = (path: Parameters<ArtifactHost['text']>[0]) =>
    opened.set(shownPath(path), (opened.get(shownPath(path)) ?? 0) + 1);
  return {
    ...host,
    text(path, most) {
      count(path);
      return host.text(path, most);
    },
    lines(path, most, visit) {
      count(path);
      return host.lines(path, most, visit);
    },
  };
}

test('nothing is opened while somebody types, and after a change only what changed', async () => {
  const files = filesOf('examples/rag-production');
  const text = new TextDecoder().decode(files['ai-system.yaml']);
  const { answers, host, folder } = repository({ files });
  const opened = new Map<string, number>();
  const counted = { answers, folder, host: counting(host, opened) };
  let analysis = await checkWithEvidence(text, { asOf: today }, counted);
  assert.ok(opened.size >= 30, `${opened.size} files are opened`);
  assert.deepEqual(twice(opened), []);

  opened.clear();
  for (let key = 1; key <= 20; key += 1) {
    const typed = text.replace('Claims Platform Operations', `Claims Platform Operations ${'x'.repeat(key)}`);
    const checked = checkWithAnswers(typed, { asOf: today, previous: analysis }, counted);
    assert.deepEqual(checked.wanted, []);
    analysis = checked.analysis;
  }
  assert.deepEqual([...opened], []);

  const file = { root: '', path: 'runbooks/drift.md' };
  answers.forget(file);
  for (let round = 0; round < 6; round += 1) {
    const { wanted } = checkWithAnswers(text, { asOf: today, previous: analysis }, counted);
    if (wanted.length === 0) break;
    await lookUp(wanted, counted);
  }
  assert.deepEqual([...opened], [['runbooks/drift.md', 1]]);
});
