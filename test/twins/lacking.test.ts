import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkWithEvidence } from '../../core/src/index.ts';
import { examples } from '../support/examples.ts';
import { type Held, repository } from '../support/repository.ts';
import { filesOf } from '../support/twins.ts';

/** Whatever file is taken away or emptied, and however often the spec names it: one finding says so. */
for (const { name, text, asOf } of examples) {
  const files: Held['files'] = filesOf(join('examples', name));
  const found = async (held: Held['files']) =>
    (await checkWithEvidence(text, { asOf }, repository({ files: held }))).findings.map(
      ({ rule, message }) => `${rule}: ${message}`,
    );

  test(`${name}: one finding for each file that is lacking`, async () => {
    const before = new Set(await found(files));
    let told = 0;
    for (const path of Object.keys(files).filter((one) => text.includes(one))) {
      const { [path]: _, ...others } = files;
      const isText = /\.(?:jsonl|csv|md|py|rego)$/.test(path);
      for (const held of isText ? [others, { ...others, [path]: '' }] : [others]) {
        const own = (await found(held)).filter((one) => !before.has(one));
        assert.ok(own.length <= 1, `${path}\n${own.join('\n')}`);
        told += own.length;
      }
    }
    assert.ok(told > 0, 'nothing is said of any file');
  });
}
