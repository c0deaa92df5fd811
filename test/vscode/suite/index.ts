import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

interface Result {
  readonly passed: number;
  readonly failed: number;
  /** What failed and how, a text each: the runner says it again at the end of a long log. */
  readonly failures: readonly string[];
}

/** VS Code calls this in the extension host. What it counts, the runner reads from a file. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 30_000, slow: 2_000, grep: process.env.TEST_GREP });
  mocha.suite.emit('pre-require', globalThis as never, '', mocha);
  await import('./activation.test.ts'); // First, while the extension is still asleep.
  await import('./language.test.ts');
  await import('./grammar.test.ts');
  await import('./diagnostics.test.ts');
  await import('./fixes.test.ts');
  await import('./evidence.test.ts');
  await import('./init.test.ts');
  await import('./tools.test.ts');
  await import('./server.test.ts');

  const result = await new Promise<Result>((resolve) => {
    const failures: string[] = [];
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed, failures }));
    runner.on('fail', (test, error) => failures.push(`${test.fullTitle()}: ${error.stack ?? error.message}`));
  });
  if (process.env.AI_SYSTEM_RESULT) writeFileSync(process.env.AI_SYSTEM_RESULT, JSON.stringify(result));
  if (result.failed > 0) throw new Error(`${result.failed} failed`);
}
