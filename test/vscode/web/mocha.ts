import './location.ts';
import 'mocha/mocha.js';

export interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly string[];
  readonly retried: readonly string[];
}

/** Runs what is defined, and only tests with `grep` in their name. */
export function runMocha(define: () => void, grep = ''): Promise<Result> {
  mocha.setup({ ui: 'tdd', reporter: 'spec', timeout: 60_000, slow: 5_000, retries: 1, grep });
  define();
  const failures: string[] = [];
  const retried: string[] = [];
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed, failures, retried }));
    const told = (test: Mocha.Runnable, error: Error) => `${test.fullTitle()}: ${error.message}`;
    runner.on('fail', (test, error) => failures.push(told(test, error)));
    runner.on('retry', (test, error) => retried.push(told(test, error)));
  });
}

export async function until<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((wake) => setTimeout(wake, 50))) {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
  }
  throw new Error(`Waited in vain for ${what}.`);
}
