import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

interface Result {
  readonly passed: number;
  readonly failed: number;
  /** What failed and how, a text each: the runner says it again at the end of a long log. */
  readonly failures: readonly string[];
  /** What failed at first. A busy machine may keep an editor from answering in time; twice in a row it is a defect. */
  readonly retried: readonly string[];
}

/** VS Code calls this in the extension host. What it counts, the runner reads from a file. */
export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'tdd',
    color: false,
    timeout: 30_000,
    slow: 2_000,
    retries: 1,
    grep: process.env.TEST_GREP,
  });
  mocha.suite.emit('pre-require', globalThis as never, '', mocha);
  if (process.env.AI_SYSTEM_SUITE === 'elsewhere') await import('./elsewhere.test.ts');
  else await usual();

  const result = await new Promise<Result>((resolve) => {
    const failures: string[] = [];
    const retried: string[] = [];
    const told = (test: Mocha.Runnable, error: Error) => `${test.fullTitle()}: ${error.stack ?? error.message}`;
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed, failures, retried }));
    runner.on('fail', (test, error) => failures.push(told(test, error)));
    runner.on('retry', (test, error) => retried.push(told(test, error)));
  });
  if (process.env.AI_SYSTEM_RESULT) writeFileSync(process.env.AI_SYSTEM_RESULT, JSON.stringify(result));
  if (result.failed > 0) throw new Error(`${result.failed} failed`);
}

async function usual(): Promise<void> {
  await import('./activation.test.ts'); // First, while the extension is still asleep.
  await import('./language.test.ts');
  await import('./grammar.test.ts');
  await import('./diagnostics.test.ts');
  await import('./fixes.test.ts');
  await import('./evidence.test.ts');
  await import('./looks.test.ts');
  await import('./init.test.ts');
  await import('./tools.test.ts');
  await import('./views.test.ts');
  await import('./navigate.test.ts');
  await import('./server.test.ts');
}
