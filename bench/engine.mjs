// check() by itself, in this process: a first check, a warm one, and one that follows an edit of the same text.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { edit, spec } from './fixtures.mjs';
import { median, number, quantile, table } from './measure.mjs';

const options = { asOf: '2026-11-22' };
const sizes = [1_000, 10_000];
const checks = 40;

export async function measureEngine() {
  const rows = [];
  for (const size of sizes) {
    // A module of its own for each: only the first check of a process is a cold one.
    const { check } = await load();
    const { text, at } = spec(size);
    const typed = text.slice(0, at) + edit.insert + text.slice(at);

    const cold = time(() => check(text, options)).ms;
    const whole = Array.from({ length: checks }, () => time(() => check(text, options)).ms);
    let { result: previous } = time(() => check(text, options));
    const after = Array.from({ length: checks }, (_, i) => {
      const { ms, result } = time(() => check(i % 2 === 0 ? typed : text, { ...options, previous }));
      previous = result;
      return ms;
    });
    rows.push([size, number(cold), number(median(whole)), number(median(after)), number(quantile(after, 0.95))]);
  }
  return `**Engine** (ms)\n\n${table(['lines', 'first check', 'warm', 'after an edit p50', 'p95'], rows)}`;
}

function time(run) {
  const start = performance.now();
  const result = run();
  return { ms: performance.now() - start, result };
}

async function load() {
  const folder = mkdtempSync(join(tmpdir(), 'ai-system-bench-'));
  const outfile = join(folder, 'core.mjs');
  try {
    const entry = fileURLToPath(new URL('../core/src/index.ts', import.meta.url));
    await build({ entryPoints: [entry], bundle: true, format: 'esm', platform: 'browser', outfile, logLevel: 'error' });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
