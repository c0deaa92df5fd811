import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

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
  await import('./navigate.test.ts');
  await import('./server.test.ts');

  const { passed, failed } = await new Promise<{ passed: number; failed: number }>((resolve) => {
    const runner = mocha.run((failures) => resolve({ passed: runner.stats?.passes ?? 0, failed: failures }));
  });
  if (process.env.AI_SYSTEM_RESULT) writeFileSync(process.env.AI_SYSTEM_RESULT, JSON.stringify({ passed, failed }));
  if (failed > 0) throw new Error(`${failed} failed`);
}
