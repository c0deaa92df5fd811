import { lineIndex } from '../../text.ts';
import { bracketsOf, codeOnly } from '../formats/code-text.ts';
import { doesNothing, failsAsExpected, type Idle, noCases, type OneTest, skipped, type TestFile } from './test-file.ts';

/** What is called at the outermost level and makes no test; by other names a helper may make some. */
const hooks =
  /^(?:(?:before|after)(?:Each|All)?|setup|teardown|(?:jest|vi|mock|chai|sinon|nock|console|process|assert|expect|require|import|use|dotenv)\b.*|(?:Deno\.)?(?:x|f)?(?:it|test|describe|suite|context|specify)\b.*|if|for|while|switch|function|async|catch)$/;
const called = /^(?:await\s+|void\s+)?([A-Za-z_$][\w$.]*)\s*\(/gm;

/** `it("…", …)` and what stands around it: Jest, Vitest, Mocha, Playwright, node:test, Deno. */
const call = /(?<![\w$.])(?:(Deno)\.)?([xf]?)(it|test|describe|suite|context|specify)(?![\w$])/g;

interface Call {
  readonly at: number;
  /** The bracket with its name and its function, and where that closes. */
  readonly open: number;
  readonly close: number;
  readonly isGroup: boolean;
  readonly idle: string | undefined;
}

/** Tests in JavaScript and TypeScript. */
export function readScriptTests(text: string): TestFile {
  const code = codeOnly(text);
  const pairs = bracketsOf(code);
  const index = lineIndex(text);
  const lineAt = (offset: number) => index.position(offset).line + 1;
  const tests: OneTest[] = [];
  const groups: { readonly close: number; readonly idle: Idle | undefined }[] = [];
  for (const match of code.matchAll(call)) {
    const found = callAt(code, pairs, match);
    if (found === undefined) continue;
    while ((groups.at(-1)?.close ?? Number.POSITIVE_INFINITY) < found.at) groups.pop();
    const outer = groups.at(-1)?.idle;
    const line = lineAt(found.at);
    const idle = outer ?? (found.idle === undefined ? undefined : { line, says: found.idle });
    if (found.isGroup) groups.push({ close: found.close, idle });
    else tests.push({ name: nameIn(text, found), line, idle });
  }
  // Anything that is called or taken from elsewhere may make tests.
  return {
    tests,
    more: [...code.matchAll(called)].some(([, name = '']) => !hooks.test(name)),
    bare: tests.length === 0 && !/\(|\bexport\b[^;\n]{0,500}\bfrom\b|\brequire\b|^[ \t]*import\s*['"]/m.test(code),
  };
}

function callAt(code: string, pairs: ReadonlyMap<number, number>, match: RegExpExecArray): Call | undefined {
  const [whole, , prefix = '', word = ''] = match;
  let at = match.index + whole.length;
  let idle = prefix === 'x' ? skipped : undefined;
  let open = -1;
  for (let steps = 0; steps < 6; steps += 1) {
    const modifier = /^\s*\.\s*([\w$]+)/.exec(code.slice(at, at + 60));
    if (modifier !== null) {
      if (open !== -1) break;
      const name = modifier[1] ?? '';
      at += modifier[0].length;
      const first = code.slice(at, at + 200);
      const more = modified(name, first);
      if (more === 'conditional') return undefined;
      idle ??= more;
      if (!/^(?:each|for|skipIf|runIf)$/.test(name)) continue;
      const bracket = at + (first.length - first.trimStart().length);
      const end = pairs.get(bracket);
      // A table in a template: `it.each` and its back-quotes.
      if (end === undefined) {
        const close = code.indexOf('`', bracket + 1);
        if (code[bracket] !== '`' || close === -1) return undefined;
        at = close + 1;
      } else at = end + 1;
      continue;
    }
    const gap = /^\s*/.exec(code.slice(at, at + 60))?.[0].length ?? 0;
    if (code[at + gap] === '(') open = at + gap;
    break;
  }
  const close = pairs.get(open);
  if (open === -1 || close === undefined) return undefined;
  const inside = code.slice(open + 1, Math.min(close, open + 400));
  const isGroup = /^(?:describe|suite|context)$/.test(word);
  const start = inside.trimStart()[0] ?? '';
  // `test.skip(isMobile, "…")` within a test is no test.
  const isTest =
    '\'"`{'.includes(start) || /=>|\bfunction\b/.test(inside) || /^\s*[\w$.]+\s*,\s*[\w$.]+\s*,?\s*$/.test(inside);
  if (start === '' || !isTest) return undefined;
  return {
    at: match.index,
    open,
    close,
    isGroup,
    idle: idle ?? (isGroup ? optionIn(inside) : ownIdle(code, pairs, open, close, inside)),
  };
}

function modified(name: string, after: string): string | 'conditional' | undefined {
  const given = /^\s*\(\s*(true|false|\[\s*\]\s*\))/.exec(after)?.[1];
  if (name === 'skip' || name === 'todo' || name === 'fixme') return skipped;
  if (name === 'failing' || name === 'fails' || name === 'fail') return failsAsExpected;
  if (name === 'skipIf') return given === 'true' ? skipped : undefined;
  if (name === 'runIf') return given === 'false' ? skipped : undefined;
  if (name === 'each' || name === 'for') return given?.startsWith('[') ? noCases : undefined;
  return /^(?:only|concurrent|sequential|serial|parallel|shuffle|extend|step)$/.test(name) ? undefined : 'conditional';
}

/** The options of node:test and Deno: `{ skip: true }`, `{ todo: "…" }`, `{ ignore: true }`. */
function optionIn(inside: string): string | undefined {
  const options = /^[^{}()]*\{([^{}()]*)\}/.exec(inside)?.[1] ?? inside.split(/=>|\bfunction\b|\bfn\b/)[0] ?? '';
  return /\b(?:skip|todo|ignore)\s*:\s*(?:true\b|["'`])/.test(options) ? skipped : undefined;
}

function ownIdle(
  code: string,
  pairs: ReadonlyMap<number, number>,
  open: number,
  close: number,
  inside: string,
): string | undefined {
  const option = optionIn(inside);
  if (option !== undefined) return option;
  const arrow = /=>\s*\{|\bfunction\b[^{]{0,200}\{|\bfn\s*\([^)]{0,200}\)\s*\{/.exec(inside);
  // A name and nothing to run is a test that is still to be written, if no function of that name is given.
  if (arrow === null) {
    return /^\s*(["'`])[^"'`]*\1(?:\s*,)?$/.test(code.slice(open + 1, close).trimEnd()) ? skipped : undefined;
  }
  const start = open + 1 + arrow.index + arrow[0].length;
  const body = code.slice(start, pairs.get(start - 1) ?? close).trim();
  if (body === '' || /^return\s*;/.test(body)) return doesNothing;
  return /^(?:await\s+)?(?:this|t|ctx|context|test|it)\.(?:skip|fixme)\(\s*(?:["'`][^"'`]*["'`]\s*)?\)/.test(body)
    ? skipped
    : undefined;
}

function nameIn(text: string, { open, close }: Call): string {
  return /^\s*(["'`])([^\n]*?)\1/.exec(text.slice(open + 1, Math.min(close, open + 200)))?.[2] ?? '';
}
