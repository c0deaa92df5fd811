import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkWithEvidence, type Finding } from '../../core/src/index.ts';
import { today } from './carets.ts';
import { type Held, repository } from './repository.ts';

/** An example with one thing wrong in it. */
export interface Twin {
  readonly name: string;
  /** In which file of the example (`ai-system.yaml` for the spec itself) which text is replaced, or the file removed. */
  readonly change: Readonly<Record<string, readonly [from: string, to: string] | 'removed'>>;
  /** Moments of commits, by path; without them git is not asked. */
  readonly history?: Held['history'];
  /** All that is found beyond what is found in the example as it is: `rule: ` and words of the message. */
  readonly finds: readonly string[];
}

/** Each twin of an example has exactly its findings more than the example. */
export function twins(example: string, table: readonly Twin[]): void {
  for (const { name, change, history, finds } of table) {
    test(`${example}: ${name}`, async () => {
      const whole = filesOf(join('examples', example));
      const before = new Set((await findings(whole, history)).map(({ rule, message }) => `${rule}: ${message}`));
      const broken: Record<string, string | Uint8Array> = { ...whole };
      for (const [file, how] of Object.entries(change)) {
        const content = broken[file];
        assert.ok(content !== undefined, `the example has no ${file}`);
        if (how === 'removed') {
          delete broken[file];
          continue;
        }
        const text = new TextDecoder().decode(content as Uint8Array);
        assert.ok(text.includes(how[0]), `${file} does not hold ${how[0]}`);
        broken[file] = text.replace(how[0], () => how[1]);
      }
      const found = (await findings(broken, history)).map(({ rule, message }) => `${rule}: ${message}`);
      const own = found.filter((one) => !before.has(one));
      assert.equal(own.length, finds.length, `found: ${own.join('\n') || 'nothing'}`);
      for (const words of finds)
        assert.ok(
          own.some((one) => one.includes(words)),
          `${words}\nis not in\n${own.join('\n')}`,
        );
    });
  }
}

export function filesOf(folder: string): Readonly<Record<string, Uint8Array>> {
  const paths = readdirSync(folder, { recursive: true }).map(String);
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path.replaceAll('\\', '/'), new Uint8Array(readFileSync(join(folder, path)))]),
  );
}

async function findings(files: Held['files'], history: Held['history']): Promise<readonly Finding[]> {
  const spec = files['ai-system.yaml'];
  assert.ok(spec !== undefined);
  const text = typeof spec === 'string' ? spec : new TextDecoder().decode(spec);
  return (await checkWithEvidence(text, { asOf: today }, repository({ files, history }))).findings;
}
