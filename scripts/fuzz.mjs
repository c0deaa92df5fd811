// npm run fuzz [-- --count N --seed S --keep FOLDER]: mutated specs, and hostile texts, against the engine. Reports what throws, what makes a rule fail, and
// what takes longer than a quarter of a second; exit code 1 where there is any.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadCore } from './generate/core.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    /** A folder that gets each input that is told, whole. */
    keep: { type: 'string' },
  },
});
if (values.keep !== undefined) mkdirSync(values.keep, { recursive: true });
const slow = 250;
const mostKept = 4000;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { check, fixAll } = await loadCore(root);
const random = generator(Number(values.seed));
const seeds = [...specs('examples'), ...specs('test/fixtures')];
const pieces = [
  '\n',
  '  ',
  '- ',
  ': ',
  '# ',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a ',
  '*a',
  '!t ',
  '? ',
  '| ',
  '> ',
  '---\n',
  '\t',
  '\r\n',
  '\r',
  '\0',
  '\ud83d',
  '\u2028',
  '__proto__',
  '<<: ',
  'TODO x',
  '~',
  '%',
  '@',
  '1e999',
  '9'.repeat(40),
];

/** What a hostile text begins with, and the signs that it repeats. */
const beginnings = [
  '',
  'a: ',
  'a: [',
  'a: "',
  'apiVersion: ai-system/v1\n',
  ...['system:\n  ', 'owners: {', 'waivers:\n'].map((line) => `apiVersion: ai-system/v1\n${line}`),
];
const signs = [...'\n\n\n  a1:-[]{}"\'#,&*!?|>%@\t\r\\.=/<~é', ': ', '- ', '*a', '&a '];
/** One in so many inputs is hostile, and no longer than this. */
const rarely = 8;
const longestHostile = 20_000;

const found = { thrown: 0, failed: 0, slow: 0 };
let previous;
for (let index = 0; index < Number(values.count); index += 1) {
  const text = below(rarely) === 0 ? mutate(hostile()) : mutate(pick(seeds));
  try {
    const run = () => {
      const analysis = check(text, { asOf: '2026-11-22', previous });
      for (const finding of analysis.findings.slice(0, 5)) finding.fixes();
      if (index % 20 === 0) fixAll(text, { asOf: '2026-11-22' });
      return analysis;
    };
    let { result: analysis, took } = timed(run);
    // What a compiler or the collection of garbage took in between is no fault of the input: the best of a few counts.
    for (let again = 0; again < 3 && took > slow; again += 1) took = Math.min(took, timed(run).took);
    if (took > slow) tell('slow', `${Math.round(took)} ms, input ${index}`, text);
    const failure = analysis.findings.find(({ rule }) => rule === 'internal-error');
    if (failure !== undefined) tell('failed', failure.message, text);
    previous = random() < 0.5 ? analysis : undefined;
  } catch (error) {
    tell('thrown', error instanceof Error ? (error.stack ?? error.message) : String(error), text);
  }
}
console.log(
  `${values.count} inputs, seed ${values.seed}: ${found.thrown} thrown, ${found.failed} rules failed, ${found.slow} over ${slow} ms`,
);
process.exitCode = found.thrown + found.failed + found.slow > 0 ? 1 : 0;

/** Milliseconds of the processor, not of the clock: other programs may be running. */
function timed(run) {
  const started = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(started);
  return { result, took: (user + system) / 1000 };
}

function mutate(text) {
  let result = text;
  // A stretch of a long one: most slips are local, and the engine is asked more often.
  if (result.length > mostKept && random() < 0.8) {
    const start = result.indexOf('\n', below(result.length - mostKept)) + 1;
    result = result.slice(start, start + mostKept);
  }
  for (let times = 1 + below(6); times > 0; times -= 1) {
    const at = below(result.length + 1);
    const length = below(random() < 0.2 ? 200 : 12);
    const kind = below(5);
    if (kind === 0) result = result.slice(0, at) + result.slice(at + length);
    else if (kind === 1) result = result.slice(0, at) + pick(pieces) + result.slice(at);
    else if (kind === 2)
      result = result.slice(0, at) + result.slice(at, at + length).repeat(2) + result.slice(at + length);
    else if (kind === 3) result = result.slice(0, at) + pick(pieces).repeat(1 + below(300)) + result.slice(at);
    else
      result =
        result.slice(0, at) + result.slice(below(result.length), below(result.length)).slice(0, 400) + result.slice(at);
  }
  return result;
}

/** The same few signs again and again, as no mutation of a spec has them, with an odd one in between or at the end. */
function hostile() {
  const piece = Array.from({ length: 1 + below(6) }, () => pick(signs)).join('');
  return pick(beginnings) + piece.repeat(below(longestHostile / piece.length));
}

function tell(kind, what, text) {
  found[kind] += 1;
  if (values.keep !== undefined) writeFileSync(join(values.keep, `${kind}-${values.seed}-${found[kind]}.yaml`), text);
  if (found[kind] <= 5) console.log(`${kind}: ${what}\n${JSON.stringify(text.slice(0, 2000))}\n`);
}

function specs(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((file) => join(root, folder, String(file)))
    .filter((file) => file.endsWith('ai-system.yaml'))
    .map((file) => readFileSync(file, 'utf8'));
}

function pick(list) {
  return list[below(list.length)];
}

function below(limit) {
  return Math.floor(random() * limit);
}

/** mulberry32: small, and the same on every machine. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
